import type { Span } from "../text/span.ts"
import type { Block, Link } from "./article.ts"

interface Written {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly links: readonly Link[]
  readonly emphasis: readonly Span[]
}

/** Sets lines before a page's text, so that words of a title that stands only in metadata have a place. */
export function preface(
  page: Written,
  lines: readonly { readonly text: string; readonly kind: Block["kind"] }[],
): Written {
  const blocks: Block[] = []
  let text = ""
  for (const line of lines) {
    blocks.push({ from: text.length, to: text.length + line.text.length, kind: line.kind })
    text += `${line.text}\n\n`
  }
  const by = text.length
  const moved = <S extends Span>(span: S): S => ({
    ...span,
    from: span.from + by,
    to: span.to + by,
  })
  return {
    text: text + page.text,
    blocks: [...blocks, ...page.blocks.map(moved)],
    links: page.links.map((link) => ({ ...link, span: moved(link.span) })),
    emphasis: page.emphasis.map(moved),
  }
}
