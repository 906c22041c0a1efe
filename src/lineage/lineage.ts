import type { Span } from "../text/span.ts"

/** An article or record we have, or an outlet, person or address that is only named. */
export type Node = { readonly article: string } | { readonly name: string }

/** `from` took from `to`: the later, taking side first. */
export interface LineageEdge {
  readonly from: Node
  readonly to: Node
  /** The text says so; a hyperlink; a shared passage outside quotation marks; agreement in a reading that others lack. */
  readonly kind: "cites" | "links" | "copies" | "sharesReading"
  /** False where nothing tells who was first. */
  readonly directed: boolean
  readonly confidence: number
  readonly evidence: readonly { readonly article: string; readonly span: Span }[]
}
