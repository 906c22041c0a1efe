/** Shortest common beginning of two forms of one word, in characters: `idea|s`, `russia|n`. */
const MIN_STEM = 4
/** Longest ending by which two forms of one word differ, in characters. */
const MAX_ENDING = 3

/** What all near forms of a word begin with; a shorter word has none but itself. */
export function nearStem(form: string): string {
  return form.slice(0, MIN_STEM)
}

/**
 * Whether two compared forms are likely forms of one word or a slip of the pen: "ideas" and "ideals", "Russia" and
 * "Russian", "collaborate" and "collaborated". "State" and "Statute" are not.
 */
export function isNearWord(a: string, b: string): boolean {
  if (a === b) return true
  if (a.charCodeAt(0) !== b.charCodeAt(0)) return false
  if (Math.abs(a.length - b.length) > MAX_ENDING) return false
  let stem = 0
  while (stem < a.length && a[stem] === b[stem]) stem++
  const ending = Math.max(a.length, b.length) - stem
  return stem >= MIN_STEM && ending <= MAX_ENDING && stem >= ending + 2
}
