import type { Fold } from "../lineage/fold.ts"
import { counted } from "./counted.ts"

/** `six pages print one text by Associated Press`. */
export function tellFold({ articles, source }: Pick<Fold, "articles" | "source">): string {
  return `${counted(articles.length, "page")} print one text${source === null ? "" : ` by ${source}`}`
}

/** How many texts a story's articles print, counting each fold once. */
export function countTexts(articles: readonly string[], folds: readonly Fold[]): number {
  const members = new Set(articles)
  const repeated = folds.map((fold) => fold.articles.filter((id) => members.has(id)).length - 1)
  return articles.length - repeated.reduce((sum, more) => sum + Math.max(0, more), 0)
}
