import type { Block } from "../article/article.ts"
import { trimSpan } from "../article/plain.ts"
import type { Span } from "../text/span.ts"

/** Longest signature with its links, in characters. */
const TAIL = 160
/** "— Ada Finch, mayor of Ansel" at the end of a block quotation. */
const SIGNATURE = /[—–―]\s?\p{Lu}[^—–―\n]{1,80}$/u
/** "— Ada Finch (@adafinch) March 3, 2021" at the end of a post that a page shows. */
const POST = /[—–―-]\s?[^—–―\n]{1,50} \(@\w{1,20}\)[^—–―\n]{0,40}$/u
/** What a post links to. */
const LINKS = /(?:\s*(?:https?:\/\/|pic\.twitter\.com\/)[^\s]{1,60})+\s*$/u

/** What is signed: its words, and the same with the links in front of the signature. */
export interface Signed extends Span {
  readonly outer: Span
}

/**
 * The words of a block that somebody signs at its end; null where nobody does. Outside block quotations only posts, with
 * the name of an account, count.
 */
export function maybeSigned(text: string, { kind, from, to }: Block): Signed | null {
  const start = Math.max(from, to - TAIL)
  const tail = text.slice(start, to).trimEnd()
  const signature = POST.exec(tail) ?? (kind === "blockquote" ? SIGNATURE.exec(tail) : null)
  // Markup that the text kept tells of the post itself.
  if (signature === null || text[from] === "<") return null
  const links = LINKS.exec(tail.slice(0, signature.index))
  const outer = trimSpan(text, { from, to: start + signature.index })
  return { ...trimSpan(text, { from, to: links ? start + links.index : outer.to }), outer }
}
