import type { Article } from "../article/article.ts"
import { dayPart } from "../occasion/calendar.ts"
import { gather } from "./gather.ts"
import type { Group, Member } from "./member.ts"
import { longestFirst, pileUp } from "./pile.ts"
import { recordPassages } from "./record-passages.ts"

/**
 * Groups that stand in two transcripts of one event, together: the same words by the same speaker, and no two dates
 * that say otherwise.
 */
export function mergeRecords(
  groups: readonly Group[],
  articles: ReadonlyMap<string, Article>,
): Group[] {
  const records = groups.map((group) => articles.get(recordOf(group))!)
  if (new Set(records).size < 2) return [...groups]
  const passages = groups.map((group, i) => ({
    text: records[i]!.text,
    spans: recordPassages([group[0]!.location!])[0]!.spans,
  }))
  const speakers = groups.map((group) => group[0]!.location!.speakers[0] ?? null)
  const pile = pileUp(passages, speakers, [...new Set(records)])
  const mayJoin = (a: number, b: number): boolean =>
    records[a] !== records[b] && isSameDay(records[a]!, records[b]!)
  return [...gather(longestFirst(pile), pile, mayJoin).values()].map((texts) =>
    texts.flatMap((text): Member[] => [...groups[text]!]),
  )
}

function recordOf(group: Group): string {
  return group[0]!.location!.record
}

/** Whether nothing says that two records are of different days. */
function isSameDay(a: Article, b: Article): boolean {
  const [one, other] = [a, b].map(({ published }) => published && dayPart(published.value))
  return !one || !other || one === other
}
