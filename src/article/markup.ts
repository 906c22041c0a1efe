import {
  type DefaultTreeAdapterMap,
  type DefaultTreeAdapterTypes,
  defaultTreeAdapter,
  parse,
  parseFragment,
  type TreeAdapter,
} from "parse5"

export type Element = DefaultTreeAdapterTypes.Element
export type TextNode = DefaultTreeAdapterTypes.TextNode
export type Node = DefaultTreeAdapterTypes.Node

/** Called in document order. `enter` answers whether to go into the element. */
export interface Visitor {
  enter(element: Element): boolean
  leave(element: Element): void
  text(node: TextNode): void
}

/**
 * Elements that the parser may make for every tag that is written. Misnested formatting makes a few more than
 * are written; a page built to explode makes quadratically many.
 */
const ELEMENTS_A_TAG = 8
/** Open elements inside each other. Browsers stop at 512; each further level makes every start tag dearer. */
const DEEPEST = 12_000

/** The page was built so that its tree would be out of all proportion to its size. */
export class ExplodingMarkup extends Error {}

/** Parses a page as browsers do. Throws ExplodingMarkup and nothing else. */
export function parsePage(html: string): Node {
  return parse(html, { treeAdapter: guardedAdapter(html) })
}

export function parseMarkupFragment(html: string): Node {
  return parseFragment(html, { treeAdapter: guardedAdapter(html) })
}

function guardedAdapter(html: string): TreeAdapter<DefaultTreeAdapterMap> {
  let left = 1000 + ELEMENTS_A_TAG * countTags(html)
  let depth = 0
  return {
    ...defaultTreeAdapter,
    createElement(name, namespace, attributes) {
      if (--left < 0) throw new ExplodingMarkup()
      return defaultTreeAdapter.createElement(name, namespace, attributes)
    },
    onItemPush() {
      if (++depth > DEEPEST) throw new ExplodingMarkup()
    },
    onItemPop() {
      depth--
    },
  }
}

function countTags(html: string): number {
  let count = 0
  for (let i = html.indexOf("<"); i !== -1; i = html.indexOf("<", i + 1)) count++
  return count
}

/** Visits a tree without recursion: pages nest deeper than a call stack. */
export function walk(root: Node, visitor: Visitor): void {
  const stack: { node: Node; leaving: boolean }[] = [{ node: root, leaving: false }]
  for (let frame = stack.pop(); frame; frame = stack.pop()) {
    const { node, leaving } = frame
    if ("value" in node) visitor.text(node)
    else if (leaving && isElement(node)) visitor.leave(node)
    else if ("childNodes" in node) {
      if (isElement(node)) {
        if (!visitor.enter(node)) continue
        stack.push({ node, leaving: true })
      }
      for (let i = node.childNodes.length - 1; i >= 0; i--) {
        stack.push({ node: node.childNodes[i]!, leaving: false })
      }
    }
  }
}

export function isElement(node: Node): node is Element {
  return "tagName" in node
}

export function attribute(element: Element, name: string): string | null {
  return element.attrs.find((attr) => attr.name === name)?.value ?? null
}
