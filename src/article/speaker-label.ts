/** A speaker's label before words: `at` is where it begins in the line, `to` where the words begin. */
export interface Label {
  readonly at: number
  readonly to: number
  /** As printed, without the colon. */
  readonly name: string
  readonly kind: "capitals" | "name" | "office" | "letter" | "joined"
  /** Printed beside the label: `00:12`, null where there is none. */
  readonly time: string | null
}

const TIME = "[([]?(\\d{1,2}:\\d{2}(?::\\d{2})?(?:[.,]\\d{1,3})?)[)\\]]?"
const AT_START = new RegExp(
  `^(?:${TIME}\\s+)?(?:>>+\\s*)?([\\p{L}«"“][^:\\n]{0,149}?)(?:\\s*${TIME})?\\s*:(?:\\s*[([](\\d{1,2}:\\d{2}(?::\\d{2})?)[)\\]])?(?=\\s|$|\\p{Lu})\\s*`,
  "u",
)
const CAPITALS = "\\p{Lu}(?:\\.?[\\p{Lu}'’-])*\\.?"
const INSIDE = new RegExp(
  `(?<=[.?!…)\\]"”’—–-]\\s{1,3})(${CAPITALS}(?: ${CAPITALS}){0,4}):\\s+`,
  "gu",
)
/** A label printed right behind the sentence or stage direction before it: the line's end between them was lost. */
const JOINED =
  /(?<=[.?!…)\]”]|[.?!…]["’])(\p{Lu}[\p{L}.'’-]{0,24}(?: \p{Lu}[\p{L}.'’-]{0,24}){0,4}):\s+/gu
const LETTER = /^(Q|A)(?:[:.]\s*|\s{1,8}(?=\S))/

/** Words that stand in names and offices without a capital. */
const SMALL =
  /^(?:of|the|and|to|for|in|on|at|a|de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|y|v|na|i)$/
const OFFICE =
  /\b(?:president|minister|chair(?:man|woman|person)?|director|secretary|editor|governor|head|chief|anchor|host|journalist|moderator|correspondent|reporter|general|ambassador|king|queen|prince|chancellor|senator|representative|mayor|speaker|commissioner|leader|member|officer|deputy|envoy|professor|executive|ceo|founder|adviser|aide|manager|captain|colonel|admiral|bishop|patriarch|judge|justice|attorney|sheriff|spokes(?:man|woman|person)|bureau)\b/i
/** Who speaks where nobody is named. */
const ROLE =
  /^(?:the )?(?:question|answer|remark|reply|moderator|interviewer|host|narrator|reporter|journalist|speaker|audience|audience member|unidentified.{0,40}|male speaker|female speaker|operator|president|prime minister|chairman|announcer|voice|participant|response|retort)(?: \d{1,2}| [a-z])?$/i
/** Words that no name or office holds: what has them is a sentence or a greeting. */
const NO_NAME =
  /^(?:and|but|so|or|because|if|when|then|now|also|(?:first|second|third|fourth|fifth)$|finally|again|here|there|this|that|these|those|what|why|how|dear|ladies|one|two|three|note|example)\b|\b(?:i|we|you|he|she|it|they|my|our|your|his|their|is|are|was|were|dear|gentlemen|friends|colleagues|spoke|said|as)\b/i
/** Words that stand in names without a capital; offices have more of them. */
const PARTICLE = /^(?:de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|y)$/
const LONGEST_WORDS = 18

/** The label with which a line begins, as far as the line itself shows; whether it is one, the whole text decides. */
export function labelAtStart(line: string): Label | null {
  const found = AT_START.exec(line)
  if (!found) return letterLabel(line)
  const [whole, before, printed, between, after] = found
  const name = bareName(printed!)
  const kind = kindOfName(name)
  const time = before ?? between ?? after ?? null
  return kind && { at: 0, to: whole.length, name, kind, time }
}

/** Labels inside a line, in transcripts whose line ends were lost: capitals after a sentence, names joined to it. */
export function labelsInside(line: string): Label[] {
  const capitals = [...line.matchAll(INSIDE)].map((found) => insideLabel(found, "capitals"))
  const joined = [...line.matchAll(JOINED)]
    .filter((found) => kindOfName(found[1]!) !== null)
    .map((found) => insideLabel(found, "joined"))
  if (joined.length === 0) return capitals
  const labels = [...joined, ...capitals].toSorted((a, b) => a.at - b.at)
  return labels.filter(({ at }, i) => i === 0 || at >= labels[i - 1]!.to)
}

function insideLabel(found: RegExpExecArray, kind: Label["kind"]): Label {
  const { index, 0: whole, 1: printed } = found
  return { at: index, to: index + whole.length, name: bareName(printed!), kind, time: null }
}

export function isOffice(words: string): boolean {
  return (
    OFFICE.test(words) || /^(?:mr|mrs|ms|dr|sen|rep|gov|sir|lord|prof|gen|hon)\b\.?/i.test(words)
  )
}

export function isRole(name: string): boolean {
  return ROLE.test(name)
}

function letterLabel(line: string): Label | null {
  const found = LETTER.exec(line)
  if (!found || (found[1] === "A" && !/^A:/.test(line))) return null
  return { at: 0, to: found[0].length, name: found[1]!, kind: "letter", time: null }
}

/** "Narendra Modi (retranslated)" without the remark. */
function bareName(printed: string): string {
  return printed
    .replace(/\s*[([][^()[\]]{0,80}[)\]]\s*$/, "")
    .replace(/\s+/g, " ")
    .trim()
}

/** How a name is written; null for what no name is: sentences, addresses, times. */
function kindOfName(name: string): Label["kind"] | null {
  const words = name.split(" ")
  if (name === "" || words.length > LONGEST_WORDS || /[?!;…"“”«»/]|\.\.|\d{3}|https?/.test(name))
    return null
  if (/[^.\s]{5,}\. /.test(name) || NO_NAME.test(name)) return null
  if (isRole(name)) return name === name.toUpperCase() ? "capitals" : "name"
  if (!/\p{Ll}/u.test(name.replace(/\bMc|\bMac/g, "")))
    return /\p{Lu}{2}/u.test(name) ? "capitals" : null
  const last = words.at(-1)!
  if (!/^\p{Lu}/u.test(words[0]!) || !/^\p{Lu}/u.test(last)) return null
  const isName = words.every((word) => /^\p{Lu}/u.test(word) || PARTICLE.test(word))
  if (isName && words.length <= 6 && !isOffice(name)) return "name"
  return isOffice(name) && words.length >= 2 && !SMALL.test(words.at(-2)!) ? "office" : null
}
