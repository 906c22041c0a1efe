import { describeDate, shorten } from "./words.ts"

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
    shorten(article.title ?? "", TITLE_WORDS) ||
    fileName(article.source)
  )
}

/** Words of a title that stands for an outlet. */
const TITLE_WORDS = 6

/** A name for each article's id; articles that would share one are told apart by date, then by number. */
export function nameArticles(articles: readonly Named[]): Map<string, string> {
  const named = articles.map((article) => ({ article, name: articleName(article) }))
  const dated = distinguish(named, ({ published }) =>
    published ? ` (${describeDate(published.value)})` : "",
  )
  const numbered = distinguish(dated, (_article, n) => ` (${n})`)
  return new Map(numbered.map(({ article, name }) => [article.id, name]))
}

/** Adds a suffix to every name that several articles bear; `n` counts the bearers from 1. */
function distinguish(
  named: readonly { readonly article: Named; readonly name: string }[],
  suffix: (article: Named, n: number) => string,
): { article: Named; name: string }[] {
  const uses = new Map<string, number>()
  for (const { name } of named) uses.set(name, (uses.get(name) ?? 0) + 1)
  const seen = new Map<string, number>()
  return named.map(({ article, name }) => {
    if (uses.get(name) === 1) return { article, name }
    const n = (seen.get(name) ?? 0) + 1
    seen.set(name, n)
    return { article, name: name + suffix(article, n) }
  })
}

function hostOf(address: string | null): string {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return ""
  return new URL(address).hostname.replace(/^www\./, "")
}

function fileName(path: string): string {
  return path.split(/[\\/]/).findLast((part) => part !== "") ?? path
}
