import type { Article } from "../article/article.ts"
import { normsIn } from "../text/tokens.ts"

/** Words that two headlines must share, in order, and the share of the longer one that they must be. */
const MIN_WORDS = 11
const MIN_SHARE = 0.6
/** Nobody writes a longer headline; what is longer is a paragraph that was taken for one. */
const MAX_WORDS = 60

/** Whether one headline was made from the other. */
export function sharesHeadline(a: Article, b: Article): boolean {
  const [first, second] = [headlineWords(a), headlineWords(b)]
  const longer = Math.max(first.length, second.length)
  if (Math.min(first.length, second.length) < MIN_WORDS || longer > MAX_WORDS) return false
  const common = commonWords(first, second)
  return common >= MIN_WORDS && common >= longer * MIN_SHARE
}

function headlineWords(article: Article): string[] {
  return article.headline ? normsIn(article.text, article.headline) : []
}

/** Length of the longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    for (let j = 0; j < b.length; j++)
      next.push(word === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!))
    row = next
  }
  return row[b.length]!
}
