import { slice } from "../text/span.ts"
import type { Block, BlockKind } from "./article.ts"
import { parseByline } from "./byline.ts"
import { hasCredit } from "./caption.ts"
import { isFurniture } from "./furniture.ts"
import type { HtmlPage } from "./html.ts"
import { isMain } from "./main-body.ts"
import { attribute, type Element, isElement, type Node } from "./markup.ts"
import type { WrittenBlock } from "./page-writer.ts"
import { isStampLine } from "./stamp-line.ts"

/** A block with what its judgement rests on. */
interface Judged {
  readonly block: WrittenBlock
  readonly text: string
  /** Share of its characters that stand in links. */
  readonly linked: number
  /** A whole sentence or more, hardly linked: what only articles are made of. */
  readonly prose: boolean
  /** Tags and classes around it: the paragraphs of one article are marked alike. */
  readonly markedAs: string
  kind: BlockKind
}

/** Characters of the shortest block that counts as prose by itself. */
const SHORT_PROSE = 80
/** Links above which a line leads elsewhere rather than says something. */
const MOSTLY_LINKED = 0.7
/** Share of prose in a body below which it is a list or a table, and its ends are not told by prose. */
const MOSTLY_PROSE = 0.6
/** Share of the prose in the main element from which Readability's answer is believed. */
const BELIEVED_SHARE = 0.3
/** Share of a page's prose that its main element holds. */
const CONTAINER_SHARE = 0.7
/** Elements around a block among which the main one is sought. */
const MOST_LEVELS = 12
/** Blocks between a lead and the first words that Readability took. */
const HIGHEST_LEAD = 40
/** Blocks that a caption may stand above the first words of the article. */
const CAPTION_ABOVE = 4

/**
 * Says of each block of a page whether it belongs to the article. Readability's answer comes first; then what it
 * dropped is taken back where it is marked like the rest, and what it took is left out where it is a site's own:
 * length, sentence ends and share of links tell them apart (Kohlschütter, Fankhauser, Nejdl 2010).
 */
export function labelHtmlBlocks(page: HtmlPage): Block[] {
  const judged = page.blocks.map((block) => judge(page, block))
  widen(judged)
  takeBack(judged)
  leaveOut(judged)
  trimEnds(judged)
  keepCaptions(judged)
  return judged.map(({ block, kind }) => ({ from: block.from, to: block.to, kind }))
}

function judge(page: HtmlPage, block: WrittenBlock): Judged {
  const text = slice(page.text, block)
  const linked = block.linked / Math.max(1, text.length)
  return {
    block,
    text,
    linked,
    prose:
      text.length >= SHORT_PROSE &&
      linked < 0.4 &&
      /[.!?…。！？]["”’»)」\]]*(?:\s|$)/.test(text.slice(-12)),
    markedAs: markedAs(block),
    kind: isInBody(page, block) ? block.kind : "furniture",
  }
}

/** Whether most of a block stands in nodes that are the article's. */
function isInBody(page: HtmlPage, block: WrittenBlock): boolean {
  let all = 0
  let own = 0
  for (const [node, characters] of block.nodes) {
    all += characters
    if (node && page.main && isMain(page.main, node)) own += characters
  }
  return own * 2 >= all
}

/** The element that makes the block, and the one around it. */
function markedAs(block: WrittenBlock): string {
  const [node] = block.nodes.keys()
  let element = node?.parentNode ?? null
  while (element && isElement(element) && PHRASING.has(element.tagName))
    element = element.parentNode
  const around = element && isElement(element) ? element.parentNode : null
  return `${nameOf(around)} > ${nameOf(element)}`
}

const PHRASING = new Set(["a", "b", "strong", "i", "em", "u", "span", "font", "small", "q", "time"])

function nameOf(node: Node | null): string {
  if (!node || !isElement(node)) return ""
  return `${node.tagName}.${attribute(node, "class") ?? ""}`
}

/** Where Readability found little, all prose in the element that holds most of it. */
function widen(judged: readonly Judged[]): void {
  const prose = judged.filter(
    (one) => one.prose && one.block.kind !== "caption" && !isSiteOwn(one.block),
  )
  const container = mainContainer(prose)
  const inside = prose.filter((one) => container && isWithin(one.block, container))
  const found = inside.filter((one) => one.kind !== "furniture")
  if (sizeOf(found) >= sizeOf(inside) * BELIEVED_SHARE) return
  for (const one of inside) one.kind = one.block.kind
}

/** The innermost element that holds most of a page's prose. */
function mainContainer(prose: readonly Judged[]): Node | null {
  const held = new Map<Node, number>()
  for (const one of prose) {
    for (const node of around(one.block)) held.set(node, (held.get(node) ?? 0) + one.text.length)
  }
  const enough = sizeOf(prose) * CONTAINER_SHARE
  // Elements come innermost first, so that the first of the smallest is the innermost.
  const candidates = [...held].filter(([, size]) => size >= enough)
  return (
    candidates.reduce<[Node, number] | null>(
      (best, one) => (best === null || one[1] < best[1] ? one : best),
      null,
    )?.[0] ?? null
  )
}

function isWithin(block: WrittenBlock, container: Node): boolean {
  for (const node of around(block)) if (node === container) return true
  return false
}

/** The elements around a block, from the inside out. */
function* around(block: WrittenBlock): Generator<Element> {
  const [node] = block.nodes.keys()
  let element: Node | null = node?.parentNode ?? null
  for (let level = 0; level < MOST_LEVELS && element && isElement(element); level++) {
    yield element
    element = element.parentNode
  }
}

/** Prose that is marked like the article's from the headline on; quoted posts in it; a lead under the headline. */
function takeBack(judged: readonly Judged[]): void {
  const body = judged.filter((one) => one.kind !== "furniture")
  const marked = new Set(body.filter((one) => one.prose).map((one) => one.markedAs))
  const first = judged.findIndex((one) => one.kind !== "furniture" && one.prose)
  const last = judged.findLastIndex((one) => one.kind !== "furniture")
  for (const [i, one] of judged.entries()) {
    if (one.kind !== "furniture" || i > last || i < first - HIGHEST_LEAD || isSiteOwn(one.block))
      continue
    const alike = one.prose && marked.has(one.markedAs)
    const quoted = one.block.kind === "blockquote" && one.linked < MOSTLY_LINKED && i > first
    const lead = i < first && one.prose && underHeadline(judged, i)
    if (alike || quoted || lead) one.kind = one.block.kind
  }
}

/** Whether only short lines stand between a block and the headline above it. */
function underHeadline(judged: readonly Judged[], at: number): boolean {
  for (let i = at - 1; i >= 0 && at - i <= 6; i--) {
    if (judged[i]!.block.kind === "heading") return true
    if (judged[i]!.prose) return false
  }
  return false
}

/** Lines that say nothing of the article's own: known phrases, stamps, links to elsewhere. */
function leaveOut(judged: readonly Judged[]): void {
  for (const one of judged) {
    if (one.kind === "furniture") continue
    const leads = one.linked >= MOSTLY_LINKED && one.text.length < 250 && one.kind !== "blockquote"
    if (hasCredit(one.text)) one.kind = "caption"
    else if (leads || isFurniture(one.text) || isStampLine(one.text)) one.kind = "furniture"
    else if (parseByline(one.text) !== null || (!one.prose && isSiteOwn(one.block)))
      one.kind = "furniture"
  }
}

/** Above the first prose and below the last stand short lines that are not the article's, if not marked like it. */
function trimEnds(judged: readonly Judged[]): void {
  const body = judged.filter((one) => one.kind !== "furniture" && one.kind !== "caption")
  const prose = body.filter((one) => one.prose)
  if (sizeOf(prose) < sizeOf(body) * MOSTLY_PROSE) return
  const marked = new Set(prose.map((one) => one.markedAs))
  const first = judged.indexOf(prose[0]!)
  const last = judged.indexOf(prose.at(-1)!)
  for (const [i, one] of judged.entries()) {
    if ((i >= first && i <= last) || one.kind === "furniture" || one.kind === "caption") continue
    const says = /[.!?…。！？]["”’»)」\]]*$/.test(one.text) && one.linked < 0.4
    if (says || marked.has(one.markedAs) || one.kind === "blockquote") continue
    if (one.kind === "listItem" && one.linked < 0.3) continue
    if (i > last || one.kind !== "heading") one.kind = "furniture"
  }
}

function sizeOf(judged: readonly Judged[]): number {
  return judged.reduce((sum, one) => sum + one.text.length, 0)
}

/** What stands under pictures belongs to the article from a little above its first words to its last. */
function keepCaptions(judged: readonly Judged[]): void {
  const first = judged.findIndex((one) => one.kind !== "furniture")
  const last = judged.findLastIndex((one) => one.kind !== "furniture")
  for (const [i, one] of judged.entries()) {
    const inside = first !== -1 && i >= first - CAPTION_ABOVE && i <= last + 1
    if (one.block.kind === "caption") one.kind = inside ? "caption" : "furniture"
  }
}

const SITE_ELEMENTS = new Set(["nav", "footer", "aside", "form", "button", "dialog", "menu"])
/** Names that sites give to what surrounds articles, whole words only. */
const SITE_NAMES =
  /(?:^|[\s_-])(?:related|recommend(?:ed|ations?)?|newsletters?|promo(?:tion)?|shar(?:e|ing)|social|comments?|sidebar|footer|nav(?:igation)?|menu|subscri(?:be|ption)|tags?|recirc|outbrain|taboola|advert(?:isement)?|ads?|sponsor(?:ed)?|cookies?|consent|breadcrumbs?|popular|trending|most-read|read-?more|more-?stories|author-?bio|disclaimer|copyright|toolbar|paywall)(?:[\s_-]|$)/i
/** Elements around a block that are asked for their names; higher up names speak of the whole page. */
const NAMED_LEVELS = 6

/** Whether the markup around a block says that it is the site's. */
function isSiteOwn(block: WrittenBlock): boolean {
  let level = 0
  for (const element of around(block)) {
    if (SITE_ELEMENTS.has(element.tagName) || SITE_NAMES.test(namesOf(element))) return true
    if (++level === NAMED_LEVELS) return false
  }
  return false
}

function namesOf(element: Element): string {
  if (element.tagName === "body" || element.tagName === "html" || element.tagName === "article")
    return ""
  return `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`
}
