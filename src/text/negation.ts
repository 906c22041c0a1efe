const NEGATIONS: ReadonlySet<string> = new Set(
  "not no never none nobody nothing nowhere neither nor cannot hardly scarcely barely non".split(
    " ",
  ),
)

/** Whether a word's compared form negates. */
export function isNegation(norm: string): boolean {
  return NEGATIONS.has(norm) || norm.endsWith("n't")
}
