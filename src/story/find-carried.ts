import type { Article } from "../article/article.ts"
import type { Statement } from "../statement/statement.ts"
import { hull } from "../text/span.ts"
import type { FigureGroup } from "./figure.ts"
import type { Place } from "./story.ts"
import type { Carried } from "./wording.ts"

/** A story of fewer articles has no "most". */
const LEAST_ARTICLES = 3
/** What more than this share of the articles carry, the others leave out. */
const MOST = 0.5
/** A statement of fewer printed characters is a phrase that nobody misses. */
const LONG = 40

/** One thing that a story's articles may carry, and where. */
interface Thing {
  readonly what: Carried["what"]
  readonly places: readonly Place[]
}

/** What most articles of the story carry and one does not; and what one alone carries. */
export function findCarried(
  articles: readonly Article[],
  statements: readonly Statement[],
  figures: readonly FigureGroup[],
): { missing: Carried[]; only: Carried[] } {
  const ids = articles.map(({ id }) => id)
  if (ids.length < LEAST_ARTICLES) return { missing: [], only: [] }
  const things = [...statementThings(new Set(ids), statements), ...figureThings(figures)]
  return { missing: things.flatMap((thing) => missingOf(thing, ids)), only: things.flatMap(onlyOf) }
}

function statementThings(ids: ReadonlySet<string>, statements: readonly Statement[]): Thing[] {
  return statements.flatMap(({ id, witnesses }) => {
    const places = witnesses
      .filter(({ article, spans }) => ids.has(article) && spans.length > 0)
      .map(({ article, spans }) => ({ article, span: hull(spans) }))
    const isLong = places.some(({ span }) => span.to - span.from >= LONG)
    return isLong ? [{ what: { statement: id }, places }] : []
  })
}

function figureThings(figures: readonly FigureGroup[]): Thing[] {
  return figures.map((group, i) => ({
    what: { figures: i },
    places: group.figures.map(({ article, span }) => ({ article, span })),
  }))
}

function missingOf({ what, places }: Thing, ids: readonly string[]): Carried[] {
  const carriers = carriersOf(places)
  if (carriers.length <= ids.length * MOST) return []
  return ids
    .filter((id) => !carriers.includes(id))
    .map((article) => ({ article, what, carriedBy: carriers, place: places[0]! }))
}

function onlyOf({ what, places }: Thing): Carried[] {
  const carriers = carriersOf(places)
  const [article] = carriers
  return carriers.length === 1 && article
    ? [{ article, what, carriedBy: carriers, place: places[0]! }]
    : []
}

function carriersOf(places: readonly Place[]): string[] {
  return [...new Set(places.map(({ article }) => article))].toSorted()
}
