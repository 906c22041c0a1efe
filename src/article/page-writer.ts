import type { Span } from "../text/span.ts"
import type { BlockKind } from "./article.ts"
import type { TextNode } from "./markup.ts"

/** A run of text that a browser would set apart, and what it came from. */
export interface WrittenBlock {
  readonly from: number
  readonly to: number
  readonly kind: BlockKind
  /** The nodes it was written from, with the visible characters of each. */
  readonly nodes: ReadonlyMap<TextNode | null, number>
  /** How many of its visible characters stand in links. */
  readonly linked: number
}

/** Where inline text stands: its node, what that makes of it, whether it is in a link. */
export interface WrittenFrom {
  readonly node: TextNode | null
  readonly kind: BlockKind
  readonly linked: boolean
}

/** A stretch begun before its first character is known: leading blanks do not belong to it. */
interface Mark {
  from: number
}

/**
 * Writes a page as a browser would show it: blanks collapsed, a newline for a line break, a blank line between
 * blocks. Spans are taken while writing, so that they never have to be moved.
 */
export class PageWriter {
  readonly blocks: WrittenBlock[] = []
  readonly #parts: string[] = []
  #length = 0
  #pending: "" | " " | "\n" = ""
  #block: {
    from: number
    kind: BlockKind
    nodes: Map<TextNode | null, number>
    linked: number
  } | null = null
  #waiting: Mark[] = []

  get text(): string {
    return this.#parts.join("")
  }

  /** Inline text of one element; blanks at its edges join or separate it from its neighbours. */
  write(text: string, place: WrittenFrom): void {
    for (const [piece] of text.matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/g)) {
      if (isBlank(piece)) this.#pending ||= this.#block ? " " : ""
      else this.#word(piece, place)
    }
  }

  /** Preformatted text: its line ends and blank lines stand for themselves. */
  writeLines(text: string, place: WrittenFrom): void {
    for (const [i, line] of text.split(/\r?\n/).entries()) {
      if (i > 0) this.lineBreak()
      this.write(line, place)
    }
  }

  /** A line break; a second one begins a new block. */
  lineBreak(): void {
    if (this.#pending === "\n") this.endBlock()
    else if (this.#block) this.#pending = "\n"
  }

  endBlock(): void {
    if (this.#block) this.blocks.push({ ...this.#block, to: this.#length })
    this.#block = null
    this.#pending = ""
  }

  openMark(): Mark {
    const mark = { from: -1 }
    this.#waiting.push(mark)
    return mark
  }

  /** The marked stretch; null when nothing visible was written since. */
  closeMark(mark: Mark): Span | null {
    if (mark.from >= 0) return { from: mark.from, to: this.#length }
    if (this.#waiting.at(-1) === mark) this.#waiting.pop()
    else this.#waiting = this.#waiting.filter((waiting) => waiting !== mark)
    return null
  }

  #word(piece: string, place: WrittenFrom): void {
    if (!this.#block) this.#begin(place.kind)
    else if (this.#pending) this.#append(this.#pending)
    this.#pending = ""
    for (const mark of this.#waiting) mark.from = this.#length
    this.#waiting.length = 0
    const block = this.#block!
    block.nodes.set(place.node, (block.nodes.get(place.node) ?? 0) + piece.length)
    if (place.linked) block.linked += piece.length
    this.#append(piece)
  }

  #begin(kind: BlockKind): void {
    if (this.#length > 0) this.#append("\n\n")
    this.#block = { from: this.#length, kind, nodes: new Map(), linked: 0 }
  }

  #append(text: string): void {
    this.#parts.push(text)
    this.#length += text.length
  }
}

function isBlank(piece: string): boolean {
  const unit = piece.charCodeAt(0)
  return unit === 32 || (unit >= 9 && unit <= 13 && unit !== 11)
}
