import { type Article, bodyBlocks } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { addTo } from "../text/groupBy.ts"
import { type Query, queryFor } from "../text/query.ts"
import { type Hit, seekInText } from "../text/seek.ts"
import {
  countedIn,
  frequency,
  indexWords,
  textAt,
  textRange,
  type WordIndex,
} from "../text/wordIndex.ts"
import { neededBits } from "./evidence.ts"
import type { Group } from "./groupByPlace.ts"
import { matchSpeakers, type SpeakerMatch } from "./speaker.ts"

/** Share of the shorter quotation, in bits, that must stand in the longer one. */
const MIN_SHARE = 0.5
/** Words in one run that make two quotations one statement whatever else they print. */
const MIN_RUN = 8
/** A run of so many words is one statement's even where pages name two speakers: one of them is wrong. */
const MIN_RUN_ACROSS_SPEAKERS = 8
/** Bits of evidence beyond the logarithm of the number of words on all pages. */
const MARGIN_BITS: Record<SpeakerMatch, number> = { same: 4, unknown: 6, other: 12 }
/** A quotation is compared with at most so many others that share rare words with it. */
const MAX_COMPARED = 24
/** Positions looked at for one quotation, about; rare words come first. */
const MAX_POSITIONS = 4000

/**
 * Quotations without a record, those that share their words together: each joins the longer one that has most of it,
 * so that a long quotation ties fragments together. Rare words find the pairs; no two are compared that share none.
 */
export function groupByWords(
  quotations: readonly Quotation[],
  articles: ReadonlyMap<string, Article>,
): Group[] {
  const passages = quotations.map(({ article, marked }) => ({
    text: articles.get(article)!.text,
    spans: marked,
  }))
  const pages = [...articles.values()].filter((article) => !article.record)
  const index = countedIn(
    indexWords(passages),
    pages.map((page) => ({ text: page.text, spans: bodyBlocks(page) })),
  )
  const ranks = longestFirst(index, quotations.length)
  const hubOf = new Int32Array(quotations.length).fill(-1)
  const groups = new Map<number, number[]>()
  for (const text of ranks) {
    const query = queryFor(index, passages[text]!)
    const host = findHost(text, query, index, quotations, hubOf)
    const hub = host < 0 ? text : hubOf[host]!
    hubOf[text] = hub
    addTo(groups, hub, text)
  }
  return [...groups]
    .sort(([a], [b]) => a - b)
    .map(([, texts]) => texts.map((text) => quotations[text]!))
}

function longestFirst(index: WordIndex, count: number): number[] {
  const length = (text: number): number => {
    const { from, to } = textRange(index, text)
    return to - from
  }
  return Array.from({ length: count }, (_, text) => text).sort(
    (a, b) => length(b) - length(a) || a - b,
  )
}

/** The quotation already placed that has most of this one; -1 where none has enough. */
function findHost(
  text: number,
  query: Query,
  index: WordIndex,
  quotations: readonly Quotation[],
  hubOf: Int32Array,
): number {
  let best = -1
  let most = 0
  for (const other of sharers(query, index, hubOf)) {
    const hit = seekInText(query, index, other)[0]
    if (
      !hit ||
      hit.bits <= most ||
      !isSame(hit, query, index, quotations[text]!, quotations[other]!)
    )
      continue
    best = other
    most = hit.bits
  }
  return best
}

function isSame(hit: Hit, query: Query, index: WordIndex, a: Quotation, b: Quotation): boolean {
  const speakers = matchSpeakers(a.speaker?.name ?? null, b.speaker?.name ?? null)
  if (hit.bits < neededBits(index, MARGIN_BITS[speakers])) return false
  const run = Math.max(...hit.anchors.map((anchor) => anchor.length))
  if (run < MIN_RUN && hit.bits < MIN_SHARE * query.sums.at(-1)!) return false
  return speakers !== "other" || run >= MIN_RUN_ACROSS_SPEAKERS
}

/** Placed quotations that share most with a query, by the bits of the words they share. */
function sharers(query: Query, index: WordIndex, hubOf: Int32Array): number[] {
  const scores = new Map<number, number>()
  let positions = 0
  for (const [word, bits] of rareFirst(query)) {
    if (positions > 0 && positions + frequency(index, word) > MAX_POSITIONS) break
    positions += frequency(index, word)
    for (const text of textsWith(index, word)) {
      if (hubOf[text]! >= 0) scores.set(text, (scores.get(text) ?? 0) + bits)
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, MAX_COMPARED)
    .map(([text]) => text)
}

function rareFirst(query: Query): [number, number][] {
  const bits = new Map(Array.from(query.words, (word, place) => [word, query.bits[place]!]))
  return [...bits].sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

/** The texts in which a word stands, each once. */
function textsWith(index: WordIndex, word: number): number[] {
  const texts: number[] = []
  const end = index.postingStarts[word + 1]!
  for (let entry = index.postingStarts[word]!; entry < end; entry++) {
    const text = textAt(index, index.postings[entry]!)
    if (texts.at(-1) !== text) texts.push(text)
  }
  return texts
}
