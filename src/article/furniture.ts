/**
 * Lines that a site puts around every article. Each pattern describes a whole line, and what it says is said by
 * sites, not by articles: a wrong match would hide evidence.
 */
const WHOLE_LINES: readonly RegExp[] = [
  // Ways around the page.
  /^(?:top|bottom) of page$/,
  /^(?:back to (?:the )?top|skip to (?:main )?(?:content|navigation)|jump to .{1,30}|menu|search|home|home ?page|close|next|previous|prev|loading|more|show more|view all|see all|load more|toggle navigation|navigation)$/,
  /^(?:log ?in|log ?out|sign ?in|sign ?up|register|my account|create (?:a free |an )?account)(?: (?:here|now|to .{1,60}))?$/,
  // Sharing and comments.
  /^(?:re-?)?(?:share|tweet|pin|print|e-?mail|save|bookmark|copy link|like|flipboard|facebook|twitter|whatsapp|linkedin|reddit|pinterest|messenger|telegram)$/,
  /^(?:facebook|twitter|whatsapp|e-?mail|linkedin|reddit|share|print|copy link|,|\||·|•|\s){9,}$/,
  /^(?:read or )?share (?:this|on|via|with)\b.{0,80}$/,
  /^(?:e-?mail|print) (?:this|article|story|to a friend)\b.{0,40}$/,
  /^(?:follow|like|find|join) (?:us|me|him|her|them|[\p{L}.'’ -]{2,40}) on (?:facebook|twitter|instagram|youtube|linkedin|telegram|x|google\+|social media)\b.{0,80}$/u,
  /^(?:follow|contact|e-?mail|reach|write to) [\p{L}.'’ -]{2,40}(?: on twitter| at|:)? ?[:@].{0,80}$/u,
  /^\d[\d,.]* (?:comments?|shares?|views?|likes?|retweets?)$/,
  /^(?:comments?|leave a (?:comment|reply)|(?:view|read|show|post|add) (?:a |all |the )?comments?.{0,20}|join the (?:conversation|discussion)\b.{0,60}|comments are closed)$/,
  // Asking for readers, money and addresses.
  /^(?:subscribe|unsubscribe|become a (?:vip )?(?:member|subscriber|patron)|support (?:us|our (?:work|journalism))|donate|start your free trial)\b.{0,120}$/,
  /^(?:sign up|get|receive) .{0,80}\b(?:newsletters?|inbox|e-?mail alerts?|updates)\b.{0,60}$/,
  /^(?:download|get) (?:our|the) .{0,30}\bapp\b.{0,60}$/,
  // Advertising and promotion.
  /^(?:advertise?ment|advert|ad|sponsored(?: content| by .{1,40})?|promoted(?: content)?|paid content)$/,
  /^(?:the )?(?:story|article|text|post) continue[sd](?: (?:below|after|beneath)\b.{0,40})?$/,
  /^(?:continue reading|go back to top|keep reading)\b.{0,60}$/,
  /^(?:scroll down|click (?:here|to)|tap (?:here|to)|swipe)\b.{0,60}$/,
  /^(?:photos?|pictures?|images?|videos?|audio|credits?|(?:open )?graphic|image caption|autoplay|show captions|slideshow(?: \(\d+ images\))?|(?:last|next|previous) slide(?: next slide)?|newsletter sign-?up|order reprints|text size|font size)$/,
  /^(?:read|see|watch|listen|view)(?: it| this)? (?:more|also|next|now|live|here|below)\b:?.{0,160}$/,
  /^(?:more|related|recommended|further reading|suggested|don[’']?t miss|up next|read next|must reads?)(?: (?:on|from|in|at|stories|story|articles?|content|coverage|reading|links|topics?|news|posts?|videos?|for you|reads?|read|see)\b.{0,60})?(?::.{0,160})?$/,
  /^also(?: (?:on|from|read|see)\b.{0,60})?$/,
  /^breaking(?: news)?$/,
  /^(?:trending|popular|most (?:read|popular|viewed|shared|commented)|latest|top)(?: (?:on|in|now|news|stories|today|videos?|headlines)\b.{0,60})?$/,
  /^(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|editor[’']?s[’']? (?:picks?|choice)|what to read next)\b.{0,40}$/,
  /^(?:tags?|topics?|keywords|filed (?:under|to)|categor(?:y|ies)|posted in|labels?) ?:.{0,200}$/,
  // Law and contact.
  /^(?:copyright|©|\(c\))\s.{0,300}$/,
  /^(?:[\p{L}.&'’ -]{2,40}: )?(?:copyright|©) .{0,300}\brights reserved\b.{0,200}$/u,
  /^(?:all rights reserved|not for (?:re)?distribution|this material may not be (?:published|reproduced))\b.{0,200}$/,
  /^(?:our standards|(?:our )?(?:terms|privacy|cookies?|site) ?(?:of (?:use|service)|and conditions|policy|notice|settings|map)?|about us|contact us|advertise with us|accessibility|disclaimer|imprint|careers|faq|help|rss|feedback)(?:\s*[,:|·•]\s*.{0,200})?$/,
  /^(?:contact|e-?mail|tips?|corrections?|phone|tel|fax) ?(?:us|the (?:author|editor|reporter|writer)s?|information|info)? ?(?:at|:) ?.{0,30}(?:@|\[email).{0,60}$/,
  /^(?:we use cookies|this (?:web)?site uses cookies|by (?:using|continuing)\b.{0,60}\bcookies)\b.{0,300}$/,
  // Remarks of the page about itself.
  /^(?:media playback is (?:not supported|unsupported)|your browser does not support|please enable javascript|this video (?:file )?(?:cannot|can not) be played|now playing|play video|unmute|replay)\b.{0,80}$/,
  /^this (?:article|story|post|content) is more than .{1,20} (?:old|ago)$/,
  /^(?:estimated reading time:? )?\d{1,3} ?(?:min(?:ute)?s?) (?:read|listen|ago)$/,
  /^(?:image|photo|gallery|slideshow|video)s? ?\d{1,3} (?:of|\/) \d{1,3}$|^\d{1,3} (?:of|\/) \d{1,3}$/,
]
/** All of them as one pattern for each way of reading: what begins at the head of a line is told there, whichever it is. */
const ANY_WHOLE_LINE: readonly RegExp[] = ["", "u"].map((flags) => {
  const alike = WHOLE_LINES.filter((pattern) => pattern.flags === flags)
  return new RegExp(alike.map(({ source }) => source).join("|"), flags)
})
/** No line of furniture seen was longer; a longer one is read as prose. */
const LONGEST = 400

/** Whether a line is a site's own, wherever it stands. */
export function isFurniture(line: string): boolean {
  if (line.length > LONGEST) return false
  const folded = line.slice(0, foldedEnd(line)).toLowerCase()
  return folded === "" ? isRule(line) : ANY_WHOLE_LINE.some((pattern) => pattern.test(folded))
}

/** Blanks, stops and arrows, which may stand behind any of them. */
const TRAILING = /[\s.:»›→>▼▾+!]/

function foldedEnd(line: string): number {
  let end = line.length
  while (end > 0 && TRAILING.test(line[end - 1]!)) end--
  return end
}

/** A line of marks only: `* * *`, `----`, `>>`. An ellipsis alone is the author's. */
function isRule(line: string): boolean {
  return !/[\p{L}\p{N}…]/u.test(line)
}

/** Words of the shortest headline in capitals that leads to another article; an article's own cross-heads are shorter. */
const TEASER_WORDS = 5
const LONGEST_TEASER = 200

/** Another article's headline, in capitals throughout and without a stop: sites put such links between paragraphs. */
export function isTeaser(line: string): boolean {
  if (line.length > LONGEST_TEASER || /\p{Ll}(?<!['’]s)|[.!…]["”’]?$|^["“]/u.test(line))
    return false
  return line.split(/\s+/).filter((word) => /\p{Lu}/u.test(word)).length >= TEASER_WORDS
}

/** The names a site files an article under: three or more, separated by commas, no sentence and no quotation. */
export function isTagLine(line: string): boolean {
  if (
    line.length > LONGEST ||
    /[.!?;:"“”«»]|\b(?:and|the|is|are|was|were|said|has|have)\b/i.test(
      line.replace(/\b[A-Z]\.(?:[A-Z]\.)*/g, ""),
    )
  ) {
    return false
  }
  const tags = line.split(/[,|•·]/).map((tag) => tag.trim())
  return tags.length >= 3 && tags.every((tag) => tag !== "" && tag.split(/\s+/).length <= 4)
}
