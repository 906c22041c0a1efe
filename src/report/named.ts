import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { groupEach } from "../text/group-by.ts"
import { normsIn } from "../text/tokens.ts"
import { wordsAt } from "./headline.ts"

/** Whom several headlines name, by the shortest of the forms they use. */
export interface Named {
  readonly name: string
  /** The articles below the headlines that do, and those below the others. */
  readonly articles: readonly string[]
  readonly others: readonly string[]
}

/**
 * Who and what the headlines of a story name, those that most name first; surname and full name are one. What one alone
 * names is mostly a word that its capitals hide.
 */
export function findNamed(story: Pick<Story, "headlines">): Named[] {
  const headlines = story.headlines.filter(({ span }) => span !== null)
  const names = headlines.flatMap((headline) =>
    headline.names.map((span) => ({
      article: headline.article,
      name: wordsAt(headline, span).replace(/[’']s$/, ""),
    })),
  )
  return [...groupEach(names, ({ name }) => normsIn(name).slice(-1)).values()]
    .map((same) => {
      const naming = new Set(same.map(({ article }) => article))
      return {
        name: shortest(same.map(({ name }) => name)),
        articles: [...naming],
        others: headlines.flatMap(({ article }) => (naming.has(article) ? [] : article)),
      }
    })
    .filter(({ articles }) => articles.length > 1)
    .toSorted((a, b) => b.articles.length - a.articles.length || compareText(a.name, b.name))
}

function shortest(names: readonly string[]): string {
  return names.toSorted((a, b) => a.length - b.length || compareText(a, b))[0]!
}
