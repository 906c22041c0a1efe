/** Which way the words around a date look; null where they do not say. */
export type Outlook = "ahead" | "back" | null

/** How far back the words that tell are looked for, in characters: about a clause. */
const CLAUSE = 160
/** How far behind the date, in characters. */
const BEHIND = 40

/** Verbs and turns that say that a thing is still to come. */
const AHEAD =
  /\b(?:will(?! (?:remember|recall)\b)|would|shall|could|must|should|(?:is|are|be|being) (?!\w+ed\b)\w+ing|(?:is|are|was|were) to|scheduled|slated|expected|supposed|planned|proposed|due|plans? to|intends?|hopes?|prepar(?:es|ing)|set (?:to|for)|head(?:s|ed|ing) (?:to|into|for)|tak(?:es?|ing) effect|(?:up)?coming(?=\s$)|ahead of|in advance of|(?:days?|hours?|weeks?) before|as (?:soon|early|late) as|no later than|starting|begins?|next|if|(?:which|who) (?!was\b|has\b|says\b)[a-z]+s)\b/gi
/** Regular past tenses, and the irregular ones of which news are made. */
const BACK =
  /(?<!\bbe )\b(?:says|said|told|was|were|had|did|went|came|took|made|got|gave|won|lost|met|held|left|sent|spoke|wrote|found|began|broke|fell|rose|saw|ran|shot|hit|stood|became|brought|struck|led|felt|heard|kept|paid|sold|drew|flew|threw|since|saying|telling|adding|(?!(?:need|inde|proce|succe|exce|spe|hundr|schedul|slat|expect|suppos|plann|propos|head)ed\b)[a-z]{2,}ed)\b/g
/** Events that are announced long before: where no verb tells, they are still to come. */
const ANNOUNCED =
  "(?:re-?)?elections?|midterms?|primary|primaries|caucus(?:es)?|convention|runoff|referendum|deadline"
/** What looks ahead where no verb says otherwise: an infinitive, a bare preposition right before the date. */
const UNTO = new RegExp(
  `\\bto (?!(?:the|an?|his|her|its|their|this|that)\\b)[a-z]+\\b|\\b(?:${ANNOUNCED})\\b|\\b(?:by|until|till|through|before(?: the)?|for(?: the)?)\\s$`,
  "i",
)
/** What is told of the day itself: "Tuesday will be", "the Nov. 3 election". */
const AHEAD_BEHIND = new RegExp(
  `^(?:[’']s)?\\s(?:[\\w-]{1,20}\\s){0,2}(?:will|would|could|${ANNOUNCED})\\b`,
  "i",
)

/** Which way the words around a date look. The nearest verb before it decides, then the words behind it. */
export function outlookAt(text: string, { from, to }: { from: number; to: number }): Outlook {
  const before = text.slice(Math.max(0, from - CLAUSE), from)
  const clause = before.slice(lastEnd(before, STOP))
  const [ahead, back] = [lastEnd(clause, AHEAD), lastEnd(clause, BACK)]
  if (ahead !== back) return ahead > back ? "ahead" : "back"
  const behind = text.slice(to, to + BEHIND)
  return UNTO.test(clause) || AHEAD_BEHIND.test(behind) ? "ahead" : null
}

/** Where a clause ends; "Mr. Marlow" and "Sen. Quill" go on. */
const STOP = /(?<!\b[A-Z][a-z]{0,3})[.?!][”"’)]*\s|[;\n]/g

/** Where the last match ends, 0 without any: "was to" looks ahead, "was" alone looks back. */
function lastEnd(text: string, pattern: RegExp): number {
  let last = 0
  for (const match of text.matchAll(pattern)) last = match.index + match[0].length
  return last
}
