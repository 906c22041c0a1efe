import { describeDay } from "../occasion/describe-date.ts"
import { groupBy } from "../text/group-by.ts"
import { differingWords } from "./differing-words.ts"
import { firstWords, quoted } from "./excerpt.ts"

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
    outletName(article) ||
    quoted(firstWords(article.title ?? "", TITLE_WORDS)) ||
    fileName(article.source)
  )
}

/** Whose an article is, as far as anything says; else empty. */
function outletName({ outlet, url, source }: Named): string {
  return outlet?.trim() || hostOf(url) || hostOf(source)
}

/** Words of a title that stands for an outlet. */
const TITLE_WORDS = 7

/**
 * A name for each article's id; articles that would share one are told apart by date, by what differs in their titles,
 * then by number.
 */
export function nameArticles(articles: readonly Named[]): Map<string, string> {
  const named = nameAlone(articles)
  const dated = distinguish(named, (group) =>
    group.map(({ published }) => (published ? ` (${describeDay(published.value)})` : "")),
  )
  const titled = distinguish(dated, (group) =>
    differingWords(titlesOf(group), SUFFIX_WORDS).map((words) => `, ${quoted(words)}`),
  )
  const numbered = distinguish(titled, (group) => group.map((_article, i) => ` (${i + 1})`))
  return new Map(numbered.map(({ article, name }) => [article.id, name]))
}

/** Words of a title that tells two articles of one outlet apart. */
const SUFFIX_WORDS = 4

interface Bearer {
  readonly article: Named
  readonly name: string
}

/** Each by what it is called; pages that are called by titles which begin alike, by what differs in them. */
function nameAlone(articles: readonly Named[]): Bearer[] {
  const untold = articles.filter((article) => !outletName(article) && article.title?.trim())
  const titles = differingWords(titlesOf(untold), TITLE_WORDS)
  const called = new Map(untold.map((article, i) => [article, quoted(titles[i]!)]))
  return articles.map((article) => ({ article, name: called.get(article) ?? articleName(article) }))
}

function titlesOf(articles: readonly Named[]): string[] {
  return articles.map(({ title }) => title ?? "")
}

/** Adds a suffix to every name that several articles bear, where it tells any of them apart. */
function distinguish(
  named: readonly Bearer[],
  suffixesOf: (group: readonly Named[]) => string[],
): Bearer[] {
  const bearers = groupBy(named, ({ name }) => name)
  const renamed = new Map<Named, string>()
  for (const [name, group] of bearers) {
    if (group.length === 1) continue
    const suffixes = suffixesOf(group.map(({ article }) => article))
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
