import type { Span } from "../text/span.ts"

/** An article or record we have, or an outlet, person or address that is only named. */
export type Node = { readonly article: string } | { readonly name: string }

/**
 * What pages share in a copy: one's own words; the choice of what they quote, so that both may have it from the speaker;
 * or only what an outlet prints under one article after another (a notice, a gallery), which nobody took from the other.
 */
export type Copied = "narration" | "quotations" | "standing"

/** `from` took from `to`: the later, taking side first. */
export interface LineageEdge {
  readonly from: Node
  readonly to: Node
  /** The text says so; a hyperlink; a shared passage outside quotation marks; agreement in a reading that others lack. */
  readonly kind: "cites" | "links" | "copies" | "sharesReading"
  /** Of `copies`: what was copied. */
  readonly copied?: Copied
  /** False where nothing tells who was first. */
  readonly directed: boolean
  readonly confidence: number
  readonly evidence: readonly { readonly article: string; readonly span: Span }[]
}
