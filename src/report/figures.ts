import type { Figure, FigureGroup } from "../story/figure.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"

/** One way in which a figure is given, and where. */
export interface FigureReading {
  /** As the first of them prints it. */
  readonly words: string
  readonly figures: readonly Figure[]
}

type Slice = (article: string, span: Span) => string | null

/** The ways in which a figure is given, the smallest number first. */
export function figureReadings({ figures }: FigureGroup, sliceOf: Slice): FigureReading[] {
  const readings = groupBy(figures, ({ value, high, exactness }) =>
    JSON.stringify([value, high, exactness]),
  )
  return [...readings]
    .toSorted(([a, [x]], [b, [y]]) => x!.value - y!.value || compareText(a, b))
    .map(([, together]) => ({ words: wordsOf(together[0]!, sliceOf), figures: together }))
}

function wordsOf(figure: Figure, sliceOf: Slice): string {
  const printed = sliceOf(figure.article, figure.span)?.replace(/\s+/gu, " ").trim()
  return printed || formatFigure(figure)
}

/** A figure in words of ours, where the page's are not at hand. */
function formatFigure({ value, high, unit, of, exactness }: Figure): string {
  const number = high === null ? String(value) : `${value} to ${high}`
  return [EXACTNESS_WORDS[exactness], number, unit, of].filter(Boolean).join(" ")
}

const EXACTNESS_WORDS: Readonly<Record<Figure["exactness"], string>> = {
  exact: "",
  about: "about",
  over: "more than",
  under: "less than",
}

/** What a group of figures counts, in a word or two. */
export function figureTopic({ of, unit }: Pick<FigureGroup, "of" | "unit">): string {
  if (of !== null) return of
  return unit === null ? "a number" : (UNIT_NAMES[unit] ?? unit)
}

const UNIT_NAMES: Readonly<Record<string, string>> = {
  $: "dollars",
  "€": "euros",
  "£": "pounds",
  percent: "percent",
}

/** How the ways of giving one figure stand to one another. */
export function describeFigures(verdict: FigureGroup["verdict"]): string {
  return VERDICT_WORDS[verdict]
}

const VERDICT_WORDS: Readonly<Record<FigureGroup["verdict"], string>> = {
  conflict: "the numbers differ",
  rounded: "they fit: some are less exact",
  agree: "the same number",
}

/** Figures that differ first, then those that most pages give. */
export function rankFigures(groups: readonly FigureGroup[]): FigureGroup[] {
  return groups.toSorted(
    (a, b) => VERDICT_ORDER[a.verdict] - VERDICT_ORDER[b.verdict] || givers(b) - givers(a),
  )
}

const VERDICT_ORDER: Readonly<Record<FigureGroup["verdict"], number>> = {
  conflict: 0,
  rounded: 1,
  agree: 2,
}

function givers({ figures }: FigureGroup): number {
  return new Set(figures.map(({ article }) => article)).size
}
