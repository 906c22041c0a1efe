import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { addTo, groupBy } from "../text/group-by.ts"
import { hashWordsIn } from "../text/hashed-words.ts"
import { covers, mergeSpans, type Span } from "../text/span.ts"
import { namingWords } from "./content-words.ts"
import { type FragmentIndex, findFragments, indexFragments } from "./echo-fragments.ts"
import { findRuns, indexRuns, type RunIndex } from "./echo-runs.ts"
import { isNarrated } from "./narrated.ts"
import { narrationSpans } from "./narration.ts"
import type { Echo, Statement } from "./statement.ts"
import { withoutStockPhrases } from "./stock-phrases.ts"
import { voicesOf } from "./voice.ts"

/** Words in one run that a headline must share with a statement to echo it. */
const MIN_HEADLINE_RUN = 4
/** Words in one run that a page's narration must share with a statement to echo it: shorter runs are mostly stock
 * phrases and the names of offices. */
const MIN_NARRATION_RUN = 7

/**
 * Where a statement's words stand without marks to vouch for them, by statement id: in headlines, in the narration of
 * other pages; and where words that one page alone puts into a speaker's mouth are another page's narration.
 */
export function findEchoes(
  statements: readonly Statement[],
  quotations: readonly Quotation[],
  articles: ReadonlyMap<string, Article>,
): Map<string, Echo[]> {
  const voices = voicesOf(statements, quotations, articles)
  const runs = indexRuns(voices, MIN_HEADLINE_RUN)
  const fragments = indexFragments(voices)
  const marks = groupBy(quotations, (quotation) => quotation.article)
  const echoes = new Map<string, Echo[]>()
  const pages = [...articles.values()].filter((article) => !article.record)
  for (const page of pages.toSorted((a, b) => compareText(a.id, b.id))) {
    const found = groupBy(echoesIn(page, marks.get(page.id) ?? [], runs, fragments), ([id]) => id)
    for (const [id, list] of found) {
      for (const echo of withoutRepeats(list.map(([, echo]) => echo))) addTo(echoes, id, echo)
    }
  }
  const byId = new Map(statements.map((statement) => [statement.id, statement]))
  const alone = new Map(voices.filter((voice) => voice.alone).map((one) => [one.statement, one]))
  const isTold = (id: string, { how, article, span }: Echo): boolean =>
    how !== "narrationQuoted" ||
    isNarrated(articles.get(article)!, marks.get(article) ?? [], span, alone.get(id)!)
  return new Map(
    [...echoes].map(([id, list]) => {
      const some = withoutStockPhrases(list, byId.get(id)!, articles)
      return [id, some.filter((echo) => isTold(id, echo))]
    }),
  )
}

/** The echoes in one page's narration, with the statements they are of. */
function echoesIn(
  page: Article,
  quotations: readonly Quotation[],
  runs: RunIndex,
  fragments: FragmentIndex,
): [string, Echo][] {
  let names: ReadonlySet<string> | null = null
  const isNamed = (speaker: string): boolean => {
    names ??= namingWords(page.text)
    return names.has(speaker)
  }
  return narrationSpans(page, quotations).flatMap((span) => {
    const words = hashWordsIn(page.text, [span])
    const isHeadline = page.headline !== null && covers(page.headline, span)
    const how = isHeadline ? "headline" : "unquoted"
    const minimum = isHeadline ? MIN_HEADLINE_RUN : MIN_NARRATION_RUN
    const echo = (from: number, to: number, how: Echo["how"]): Echo => ({
      article: page.id,
      span: { from: words.from[from]!, to: words.to[to - 1]! },
      how,
    })
    return [
      ...findRuns(page.id, words.hashes, runs, minimum).map((heard): [string, Echo] => [
        heard.statement,
        echo(heard.from, heard.to, how),
      ]),
      ...findFragments(page, words, fragments, isNamed).map((heard): [string, Echo] => [
        heard.statement,
        echo(heard.from, heard.to, "narrationQuoted"),
      ]),
    ]
  })
}

/** One article's echoes of one statement: overlapping runs are one, and a fragment's narration is no second echo. */
function withoutRepeats(echoes: readonly Echo[]): Echo[] {
  let taken: readonly Span[] = []
  return (["narrationQuoted", "headline", "unquoted"] as const).flatMap((how) => {
    const spans = mergeSpans(echoes.filter((echo) => echo.how === how).map((echo) => echo.span))
    const fresh = spans.filter((span) => !taken.some((other) => covers(other, span)))
    taken = [...taken, ...fresh]
    return fresh.map((span) => ({ article: echoes[0]!.article, span, how }))
  })
}
