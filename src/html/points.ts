import { counted } from "../report/counted.ts"
import type { ReportArticle } from "../report/report.ts"
import type { Place } from "../story/story.ts"
import { covers, mergeSpans, type Span } from "../text/span.ts"
import { articleHref, type Catalog, textAt } from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"
import { widen } from "./excerpt.ts"

function pointAnchor({ article, span }: Place): string {
  return anchor("p", `${article} ${span.from}`)
}

/** Where a place's characters are shown; its article, where the report came without texts. */
export function pointHref(place: Place, catalog: Catalog): string {
  const isShown = textAt(catalog, place.article, place.span) !== null
  return isShown ? `#${pointAnchor(place)}` : articleHref(place.article, catalog)
}

/** The places of an article that the tables point at, each in the few words around it. */
export function pointsView({ id, text }: ReportArticle, catalog: Catalog): Html | null {
  const points = (catalog.points.get(id) ?? []).filter(({ to }) => to <= (text?.length ?? 0))
  if (text === undefined || points.length === 0) return null
  const ranges = mergeSpans(
    points.map((point) => widen(point, text)),
    0,
  )
  return html`<details class="small points"><summary>${counted(points.length, "figure or word", "figures and words")} that the tables above point at</summary>
<ul>${ranges.map((range) => html`<li>… ${pointPieces(range, points, { id, text })} …</li>`)}</ul></details>
`
}

function pointPieces(
  range: Span,
  points: readonly Span[],
  { id, text }: { readonly id: string; readonly text: string },
): Html[] {
  const pieces: Html[] = []
  let at = range.from
  for (const span of points.filter((point) => covers(range, point))) {
    const name = pointAnchor({ article: id, span })
    const from = Math.max(at, span.from)
    pieces.push(
      html`${text.slice(at, from)}<mark id="${name}" tabindex="-1">${text.slice(from, span.to)}</mark>`,
    )
    at = Math.max(at, span.to)
  }
  return [...pieces, html`${text.slice(at, range.to)}`]
}
