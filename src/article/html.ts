import type { Span } from "../text/span.ts"
import type { BlockKind, Link } from "./article.ts"
import { findMainBody, type MainBody } from "./main-body.ts"
import {
  attribute,
  type Element,
  type Node,
  parseMarkupFragment,
  parsePage,
  type TextNode,
  walk,
} from "./markup.ts"
import { type PageHead, readHead } from "./page-head.ts"
import { PageWriter, type WrittenBlock, type WrittenFrom } from "./page-writer.ts"

/** A page's visible text in the order of its markup, before anything is known about what is the article. */
export interface WrittenPage {
  readonly text: string
  readonly blocks: readonly WrittenBlock[]
  readonly links: readonly Link[]
  readonly emphasis: readonly Span[]
}

export interface HtmlPage extends WrittenPage {
  readonly head: PageHead
  readonly main: MainBody | null
}

/** Reads a whole page. Throws ExplodingMarkup. */
export function readHtml(html: string, address: string | null): HtmlPage {
  const root = parsePage(html)
  const head = readHead(root)
  const base = resolveUrl(head.base ?? head.canonical ?? "", address) ?? address
  return { ...writePage(root, base), head, main: findMainBody(root) }
}

/** Reads markup that is an article already: a feed entry, the body of a Markdown file. Throws ExplodingMarkup. */
export function readHtmlFragment(html: string, address: string | null): WrittenPage {
  return writePage(parseMarkupFragment(html), address)
}

const INVISIBLE = new Set(
  "audio canvas datalist embed head iframe input noscript object script select style svg template textarea title video".split(
    " ",
  ),
)
const INLINE = new Set(
  "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q ruby rb rp rt rtc s samp small span strike strong sub sup time tt u var wbr amp-img img picture source".split(
    " ",
  ),
)
const EMPHASIS = new Set(["b", "strong", "i", "em", "u", "mark"])
const HEADING = /^h[1-6]$/
/** Class names and ids of what stands under a picture. */
const CAPTION =
  /(?:^|[\s_-])(?:(?:image|img|photo|picture|media|figure|gallery|video|wp)[_-]?)?(?:caption|cutline|figcaption)(?:[\s_-]|$)|(?:image|photo|img|picture|media)[_-]?(?:caption|credit|byline)/i

/** Limits of what is believed to be a caption because of its name. */
const LONGEST_CAPTION = 800
const MOST_CAPTION_NODES = 200

interface Frame {
  readonly element: Element
  readonly kind: BlockKind
  readonly pre: boolean
  readonly link: { readonly href: string | null; readonly mark: { from: number } } | null
  readonly emphasis: { from: number } | null
}

function writePage(root: Node, base: string | null): WrittenPage {
  const writer = new PageWriter()
  const links: Link[] = []
  const emphasis: Span[] = []
  const frames: Frame[] = []
  let linkDepth = 0
  walk(root, {
    enter(element) {
      const tag = element.tagName
      if (INVISIBLE.has(tag)) return false
      if (tag === "br") writer.lineBreak()
      else if (!INLINE.has(tag)) writer.endBlock()
      const frame = frameOf(element, frames.at(-1), writer, base)
      if (frame.link) linkDepth++
      frames.push(frame)
      if (tag === "q") writer.write("“", placeOf(frame, linkDepth, null))
      return true
    },
    leave(element) {
      const frame = frames.pop()!
      if (frame.element.tagName === "q") writer.write("”", placeOf(frame, linkDepth, null))
      const linked = frame.link && writer.closeMark(frame.link.mark)
      if (frame.link) linkDepth--
      if (linked && frame.link?.href) links.push({ span: linked, href: frame.link.href })
      const stressed = frame.emphasis && writer.closeMark(frame.emphasis)
      if (stressed) emphasis.push(stressed)
      if (!INLINE.has(element.tagName) && element.tagName !== "br") writer.endBlock()
    },
    text(node) {
      const frame = frames.at(-1)
      const place = placeOf(frame, linkDepth, node)
      if (frame?.pre) writer.writeLines(node.value, place)
      else writer.write(node.value, place)
    },
  })
  writer.endBlock()
  return { text: writer.text, blocks: writer.blocks, links, emphasis }
}

function placeOf(frame: Frame | undefined, linkDepth: number, node: TextNode | null): WrittenFrom {
  return { node, kind: frame?.kind ?? "paragraph", linked: linkDepth > 0 }
}

function frameOf(
  element: Element,
  parent: Frame | undefined,
  writer: PageWriter,
  base: string | null,
): Frame {
  const tag = element.tagName
  const href = tag === "a" ? attribute(element, "href") : null
  return {
    element,
    kind: kindOf(element, parent?.kind ?? "paragraph"),
    pre: tag === "pre" || (parent?.pre ?? false),
    link: href === null ? null : { href: linkTarget(href, base), mark: writer.openMark() },
    emphasis: EMPHASIS.has(tag) ? writer.openMark() : null,
  }
}

/** What an element makes of the text in it; a caption stays a caption whatever it holds, and so on down. */
function kindOf(element: Element, outer: BlockKind): BlockKind {
  if (outer === "caption" || isCaption(element)) return "caption"
  if (outer === "heading" || HEADING.test(element.tagName)) return "heading"
  if (outer === "blockquote" || element.tagName === "blockquote") return "blockquote"
  return element.tagName === "li" || element.tagName === "dd" ? "listItem" : outer
}

function isCaption(element: Element): boolean {
  if (element.tagName === "figcaption" || element.tagName === "caption") return true
  const names = `${attribute(element, "class") ?? ""} ${attribute(element, "id") ?? ""}`
  return names.length > 1 && CAPTION.test(names) && holdsLittle(element)
}

/** A name may be given to the whole story that goes with a picture: a caption is short. */
function holdsLittle(element: Element): boolean {
  let characters = 0
  const nodes: Node[] = [element]
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i]!
    if ("value" in node) characters += node.value.trim().length
    else if ("childNodes" in node) for (const child of node.childNodes) nodes.push(child)
    if (characters > LONGEST_CAPTION || nodes.length > MOST_CAPTION_NODES) return false
  }
  return true
}

/** Where a link leads; null for places inside the page and for scripts. */
function linkTarget(href: string, base: string | null): string | null {
  const target = href.trim()
  if (target === "" || target.startsWith("#") || /^(?:javascript|data|about):/i.test(target))
    return null
  return resolveUrl(target, base) ?? target
}

function resolveUrl(target: string, base: string | null): string | null {
  return URL.canParse(target, base ?? undefined) ? new URL(target, base ?? undefined).href : null
}
