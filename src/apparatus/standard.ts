import type { EditKind } from "./apparatus.ts"

/** A house's rule for what may be done to a quotation. `none`: nothing that changes a word is excused. */
export type Standard = "ap" | "reuters" | "none"

export const STANDARDS: readonly Standard[] = ["ap", "reuters", "none"]

/**
 * `typographic` and `truncation` change nothing that was said. The Associated Press lets words be left out or put in
 * where the reader sees it; Reuters besides lets a slip of grammar be mended, which here means: one word in another
 * form, and sounds that are no words.
 */
const PERMITTED: Readonly<Record<Standard, readonly EditKind[]>> = {
  none: ["typographic", "truncation"],
  ap: ["typographic", "truncation", "ellipsis", "bracket"],
  reuters: ["typographic", "truncation", "ellipsis", "bracket"],
}

export function isPermitted(standard: Standard, kind: EditKind, isGrammar: boolean): boolean {
  return PERMITTED[standard].includes(kind) || (standard === "reuters" && isGrammar)
}
