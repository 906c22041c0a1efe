import { type Passage, passageText } from "../text/passage.ts"

/** The fullest wording that the passages together give, whatever their order. */
export function buildComposite(passages: readonly Passage[]): string {
  const texts = passages
    .map(passageText)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : a > b ? 1 : 0))
  return texts[0] ?? ""
}
