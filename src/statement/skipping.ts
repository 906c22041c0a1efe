import type { Article } from "../article/article.ts"
import { groupBy } from "../text/group-by.ts"
import { compareSpans, hull, type Span } from "../text/span.ts"
import { type Group, joinMembers, type Member } from "./member.ts"

/**
 * Quotations whose parts went to several statements although the speaker said more between them: whole, a statement
 * each. What is missing where the page interrupts its speaker shows in none of the parts.
 */
export function findSkipping(
  groups: readonly Group[],
  articles: ReadonlyMap<string, Article>,
): Group[] {
  const members = groupBy(groups.flat(), ({ quotation }) => quotation.id)
  return [...members.values()].flatMap((parts) => {
    const isDivided = parts.length > 1 && !parts.some(isWhole)
    return isDivided && skipsWords(parts, articles) ? [joinMembers(parts)] : []
  })
}

function isWhole({ quotation, spans }: Member): boolean {
  const [printed, all] = [hull(spans), hull(quotation.marked)]
  return printed.from === all.from && printed.to === all.to
}

/** Whether words of the record lie between two parts that the page prints one after the other. */
function skipsWords(parts: readonly Member[], articles: ReadonlyMap<string, Article>): boolean {
  const { text } = articles.get(parts[0]!.location!.record)!
  const places = parts
    .toSorted((a, b) => compareSpans(hull(a.spans), hull(b.spans)))
    .map(({ location }) => hull(location!.segments.map(({ record }) => record)))
  return places.slice(1).some((place, i) => isApart(places[i]!, place, text))
}

function isApart(before: Span, after: Span, text: string): boolean {
  return after.from < before.from || /\p{L}/u.test(text.slice(before.to, after.from))
}
