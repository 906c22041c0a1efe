import { compareText } from "../text/compare-text.ts"
import { firstWords } from "./excerpt.ts"

/**
 * A few words of each title by which it is told from the others: its first ones, or where another begins alike, the
 * first two and those from where they part. Titles that are the same stay the same.
 */
export function differingWords(titles: readonly string[], count: number): string[] {
  const parting = partings(titles)
  return titles.map((title) => {
    const words = wordsOf(title)
    const at = Math.min(parting.get(words.join(" ")) ?? 0, words.length - 1)
    if (at < count) return firstWords(title, count)
    // The word before the one that differs leads on to it.
    const telling = words.slice(at - 1, at + count - LEAD - 1)
    const ends = at + count - LEAD - 1 >= words.length
    return `${words.slice(0, LEAD).join(" ")} … ${telling.join(" ")}${ends ? "" : " …"}`
  })
}

/** Words that all of them begin with, shown to say what they are about. */
const LEAD = 2

/** For each title the number of words it has in common with the start of another; neighbours in the alphabet have most. */
function partings(titles: readonly string[]): Map<string, number> {
  const distinct = [...new Set(titles.map((title) => wordsOf(title).join(" ")))].toSorted(
    compareText,
  )
  const shared = distinct.map((title, i) => sharedWords(title, distinct[i + 1] ?? ""))
  return new Map(distinct.map((title, i) => [title, Math.max(shared[i]!, shared[i - 1] ?? 0)]))
}

function sharedWords(a: string, b: string): number {
  const [x, y] = [wordsOf(a), wordsOf(b)]
  let shared = 0
  while (shared < x.length && x[shared] === y[shared]) shared++
  return shared
}

function wordsOf(title: string): string[] {
  return title.split(/\s+/u).filter(Boolean)
}
