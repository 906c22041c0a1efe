import { groupBy } from "../text/group-by.ts"
import { describeDate, firstWords, quoted } from "./words.ts"

type Named = {
  readonly id: string
  readonly source: string
  readonly outlet: string | null
  readonly title: string | null
  readonly url: string | null
  readonly published: { readonly value: string } | null
}

/** What an article is called on screen: its outlet, else its host, else its title cut short, else its file. */
export function articleName(article: Named): string {
  return (
    article.outlet?.trim() ||
    hostOf(article.url) ||
    hostOf(article.source) ||
    quoted(article.title ?? "", TITLE_WORDS) ||
    fileName(article.source)
  )
}

/** Words of a title that stands for an outlet. */
const TITLE_WORDS = 7

/** A name for each article's id; articles that would share one are told apart by date, by title, then by number. */
export function nameArticles(articles: readonly Named[]): Map<string, string> {
  const named = articles.map((article) => ({ article, name: articleName(article) }))
  const dated = distinguish(named, ({ published }) =>
    published ? ` (${describeDate(published.value.slice(0, DAY))})` : "",
  )
  const titled = distinguish(
    dated,
    ({ title }) => `, ${quoted(firstWords(title ?? "", SUFFIX_WORDS))}`,
  )
  const numbered = distinguish(titled, (_article, n) => ` (${n})`)
  return new Map(numbered.map(({ article, name }) => [article.id, name]))
}

/** Of an ISO date, the day. */
const DAY = 10

/** Words of a title that tells two articles of one outlet apart. */
const SUFFIX_WORDS = 4

interface Bearer {
  readonly article: Named
  readonly name: string
}

/** Adds a suffix to every name that several articles bear, where it tells any of them apart; `n` counts from 1. */
function distinguish(
  named: readonly Bearer[],
  suffix: (article: Named, n: number) => string,
): Bearer[] {
  const bearers = groupBy(named, ({ name }) => name)
  const renamed = new Map<Named, string>()
  for (const [name, group] of bearers) {
    const suffixes = group.map(({ article }, i) => suffix(article, i + 1))
    if (new Set(suffixes).size === 1) continue
    for (const [i, { article }] of group.entries()) renamed.set(article, name + suffixes[i])
  }
  return named.map(({ article, name }) => ({ article, name: renamed.get(article) ?? name }))
}

function hostOf(address: string | null): string {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return ""
  return new URL(address).hostname.replace(/^www\./, "")
}

/** The last part of a path or an address. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path
}
