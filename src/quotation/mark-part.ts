import type { Span } from "../text/span.ts"
import { isSpace } from "../text/words.ts"

/** Words in marks of one kind within a block, with their marks. */
export interface Part extends Span {
  readonly closed: boolean
  /** False where a block goes on with a quotation without a mark of its own. */
  readonly opened: boolean
}

export function isLeftOpen(parts: readonly Part[]): boolean {
  return parts.length > 0 && !parts[parts.length - 1]!.closed
}

/** Where the first character of a block stands that is not space. */
export function lead(text: string, block: Span): number {
  let at = block.from
  while (at < block.to && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Ends a part that was left open, which only the last can be, before the space at the end of its block. */
export function trimOpen(text: string, parts: Part[]): Part[] {
  if (!isLeftOpen(parts)) return parts
  const { from, to, opened } = parts.pop()!
  let end = to
  while (end > from && isSpace(text.charCodeAt(end - 1))) end--
  parts.push({ from, to: end, closed: false, opened })
  return parts
}
