import type { Article } from "../article/article.ts"
import { addTo } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"
import { gather } from "./gather.ts"
import { findHosts } from "./hosts.ts"
import { type Group, type Member, maybePart, type Searched, searched } from "./member.ts"
import { lengthOf, longestFirst, type Pile, pileUp } from "./pile.ts"
import { shelve } from "./shelf.ts"

/** Longest quotation that ties shorter ones together, in words. A page that prints half a speech would make one
 * statement of all that others quote of it. */
const MAX_TIE = 130

/**
 * Quotations without a record, those that share their words together: each joins the longer one that has most of it,
 * so that a long quotation ties fragments together. Rare words find the pairs; no two are compared that share none.
 * What is too long is a statement of its own, and a witness of every other it prints.
 */
export function groupByWords(
  members: readonly Member[],
  articles: ReadonlyMap<string, Article>,
): Group[] {
  const passages = members.map(({ quotation, spans }) => ({
    text: articles.get(quotation.article)!.text,
    spans,
  }))
  const speakers = members.map(({ quotation }) => quotation.speaker?.name ?? null)
  const pages = [...articles.values()].filter((article) => !article.record)
  const pile = pileUp(passages, speakers, pages)
  const order = longestFirst(pile)
  const ties = order.filter((text) => lengthOf(pile, text) <= MAX_TIE)
  const long = order.filter((text) => lengthOf(pile, text) > MAX_TIE)
  const tied = gather(ties, pile)
  const parts = findParts([...tied.keys()], long, pile)
  const groups = [...tied, ...gather(long, pile)].sort(([a], [b]) => a - b)
  return groups.map(([hub, texts]) => [
    ...texts.map((text) => members[text]!),
    ...(parts.get(hub) ?? []).map(({ text, spans }) => ({ ...members[text]!, spans })),
  ])
}

/** The long texts' parts that print what a hub prints, by hub. */
function findParts(
  hubs: readonly number[],
  long: readonly number[],
  pile: Pile,
): Map<number, { text: number; spans: readonly Span[] }[]> {
  const parts = new Map<number, { text: number; spans: readonly Span[] }[]>()
  const wholes = new Map<number, Searched>()
  const wholeOf = (text: number): Searched => {
    const whole = wholes.get(text) ?? searched(pile.passages[text]!)
    wholes.set(text, whole)
    return whole
  }
  const shelf = shelve(long, pile.index)
  for (const hub of long.length > 0 ? hubs : []) {
    for (const { text } of findHosts(hub, pile, shelf, long.length)) {
      const spans = maybePart(wholeOf(text), pile.passages[hub]!)
      if (spans) addTo(parts, hub, { text, spans })
    }
  }
  return parts
}
