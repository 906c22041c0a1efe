import { Readability } from "@mozilla/readability"
import { parseHTML } from "linkedom/worker"
import { type Element, type Node, type TextNode, walk } from "./markup.ts"

/** What Readability takes for the article, and whom it finds named as its author. */
export interface MainBody {
  /** Elements, and text nodes that stand between elements. */
  readonly nodes: ReadonlySet<Node>
  readonly byline: string | null
}

const STAMP = "data-stemma"
/** Attributes that Readability reads; the rest of a page's attributes is most of its bytes. */
const KEPT = new Set(
  "aria-hidden aria-modal class content hidden href id itemprop itemtype name property rel role src style".split(
    " ",
  ),
)
const DROPPED = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "iframe",
  "object",
  "embed",
])
/** Nesting beyond which tags are left out: Readability and its tree recurse. Real pages stay below 60. */
const DEEPEST = 250
/** Readability goes over the tree many times; the largest real pages have 15,000 elements. */
const MOST_ELEMENTS = 30_000

/**
 * Asks Mozilla's Readability where the article is. Elements are stamped with their number, so that the answer is
 * about the page as we read it, not a copy of its text. Null when there is none to be found.
 */
export function findMainBody(root: Node): MainBody | null {
  const { html, stamped } = stampElements(root)
  if (stamped.length > MOST_ELEMENTS) return null
  const { document } = parseHTML(html)
  try {
    const found = new Readability<{ querySelectorAll(query: string): Iterable<StampedElement> }>(
      document,
      {
        keepClasses: true,
        disableJSONLD: true,
        serializer: (node) =>
          node as unknown as { querySelectorAll(query: string): Iterable<StampedElement> },
      },
    ).parse()
    if (!found?.content) return null
    const stamps = [...found.content.querySelectorAll(`[${STAMP}]`)]
    return {
      nodes: new Set(stamps.flatMap((copy) => stamped[Number(copy.getAttribute(STAMP))] ?? [])),
      byline: found.byline?.replaceAll("＆", "&").trim() || null,
    }
  } catch {
    return null // A tree that Readability cannot take.
  }
}

interface StampedElement {
  getAttribute(name: string): string | null
}

/** Whether a text node belongs to what Readability took. */
export function isMain(main: MainBody, node: TextNode): boolean {
  const parent = node.parentNode
  if (main.nodes.has(node)) return true
  return parent !== null && parent.childNodes.length === 1 && main.nodes.has(parent)
}

/**
 * The page with numbers on its elements. Text beside elements gets an element of its own: Readability moves such
 * text about, and the number must go with it.
 */
function stampElements(root: Node): { html: string; stamped: readonly Node[] } {
  const parts: string[] = ["<!doctype html>"]
  const stamped: Node[] = []
  let depth = 0
  walk(root, {
    enter(element) {
      if (DROPPED.has(element.tagName) || stamped.length > MOST_ELEMENTS) return false
      if (++depth <= DEEPEST) parts.push(openTag(element, stamped.push(element) - 1))
      return true
    },
    leave(element) {
      if (depth-- <= DEEPEST && !VOID.has(element.tagName)) parts.push(`</${element.tagName}>`)
    },
    text(node) {
      const text = plainText(node.value)
      const alone = node.parentNode?.childNodes.length === 1 && depth <= DEEPEST
      if (alone || text.trim() === "") parts.push(text)
      else parts.push(`<span ${STAMP}="${stamped.push(node) - 1}">${text}</span>`)
    },
  })
  return { html: parts.join(""), stamped }
}

const VOID = new Set(
  "area base br col embed hr img input link meta param source track wbr".split(" "),
)

function openTag(element: Element, stamp: number): string {
  const attributes = element.attrs
    .filter((attr) => KEPT.has(attr.name))
    .map((attr) => ` ${attr.name}="${plainText(attr.value).replaceAll('"', "'")}"`)
  return `<${element.tagName} ${STAMP}="${stamp}"${attributes.join("")}>`
}

/** Text that cannot be taken for markup. What it says is not read there, only how much it is; references would be split. */
function plainText(text: string): string {
  return text.replaceAll("&", "＆").replaceAll("<", "‹")
}
