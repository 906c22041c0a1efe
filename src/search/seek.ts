import { addTo, groupBy } from "../text/group-by.ts"
import { isNearWord } from "../text/near.ts"
import { type Anchor, findAnchors, matchedWords, type NearWords } from "./anchors.ts"
import { type Chain, heaviestChain } from "./chain.ts"
import type { Query } from "./query.ts"
import { type Range, textRange, type WordIndex } from "./word-index.ts"

/** Where words that are looked for stand in one text of an index. */
export interface Hit {
  readonly text: number
  /** Runs of equal or near words, in the query's order. */
  readonly anchors: readonly Anchor[]
  /** What the anchors tell less what their gaps cost. */
  readonly bits: number
  /** Words of the query that stand there, near forms among them. */
  readonly matched: number
}

/** Anchors that the first chain is made of, at least, and so many more for each word of the query. */
const SEEDS = 64
const SEEDS_PER_WORD = 4
/** What a run must tell to be among them, as a share of the bits of a word that stands only once. */
const SEED_SHARE = 0.5
/** Words around a first chain that are looked at again, for near forms and single words. */
const MARGIN = 8
/** A gap of so many words between two anchors of a first chain is not looked at again. */
const MAX_BRIDGE = 40
/** A second place in the same text is told when its chain weighs at least so much of the first one's. */
const RIVAL_SHARE = 0.8
/** Places told in one text, at most. */
const MAX_PLACES = 6

/**
 * The places in one text where the query's words stand best: one, or several that weigh about the same.
 *
 * @param floor a place whose exact runs tell fewer bits is not looked at more closely
 */
export function seekInText(query: Query, index: WordIndex, text: number, floor = 0): Hit[] {
  const range = textRange(index, text)
  const hits: Hit[] = []
  let seeds = findSeeds(query, index, range)
  while (hits.length < MAX_PLACES) {
    const first = heaviestChain(seeds, query.sums)
    if (!first || first.bits < Math.max(floor, RIVAL_SHARE * (hits[0]?.bits ?? 0))) break
    const hit = refine(query, index, text, first)
    hits.push(hit)
    seeds = seeds.filter((seed) => !hit.anchors.some((anchor) => sharesPositions(seed, anchor)))
  }
  return hits.filter((hit) => hit.bits >= RIVAL_SHARE * hits[0]!.bits)
}

function sharesPositions(a: Anchor, b: Anchor): boolean {
  return a.position < b.position + b.length && b.position < a.position + a.length
}

/** Runs that tell something by themselves; where there are none, all. */
function findSeeds(query: Query, index: WordIndex, range: Range): readonly Anchor[] {
  const minBits = SEED_SHARE * Math.log2(index.total + 1)
  const telling = findAnchors(query, index, [range], { minBits })
  return strongest(query, telling.length > 0 ? telling : findAnchors(query, index, [range]))
}

/** The anchors that tell most, so that chaining costs the same in a long text as in a short one. */
function strongest(query: Query, anchors: readonly Anchor[]): readonly Anchor[] {
  const limit = SEEDS + SEEDS_PER_WORD * query.words.length
  if (anchors.length <= limit) return anchors
  const bits = (anchor: Anchor): number =>
    query.sums[anchor.query + anchor.length]! - query.sums[anchor.query]!
  return anchors
    .toSorted((a, b) => bits(b) - bits(a) || a.query - b.query || a.position - b.position)
    .slice(0, limit)
}

/** Chains again in the neighbourhood of a first chain, where single words and near forms count too. */
function refine(query: Query, index: WordIndex, text: number, first: Chain): Hit {
  const ranges = neighbourhood(query, textRange(index, text), first)
  const near = nearWords(query, index, ranges)
  const chain = heaviestChain(findAnchors(query, index, ranges, { near }), query.sums) ?? first
  const best = chain.bits >= first.bits ? chain : first
  return { text, anchors: best.anchors, bits: best.bits, matched: matchedWords(best.anchors) }
}

/** Around the chain and in its smaller gaps; as far out at its ends as the query has words left there. */
function neighbourhood(query: Query, text: Range, { anchors }: Chain): Range[] {
  const ranges: { from: number; to: number }[] = []
  for (const anchor of anchors.toSorted((a, b) => a.position - b.position)) {
    const from = Math.max(text.from, anchor.position - Math.min(anchor.query, MAX_BRIDGE) - MARGIN)
    const left = query.words.length - (anchor.query + anchor.length)
    const to = Math.min(
      text.to,
      anchor.position + anchor.length + Math.min(left, MAX_BRIDGE) + MARGIN,
    )
    const last = ranges.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else ranges.push({ from, to })
  }
  return ranges
}

/** Words in the ranges that are near forms of words in the query which the ranges do not have as they are. */
function nearWords(query: Query, index: WordIndex, ranges: readonly Range[]): NearWords {
  const there = new Set<number>()
  for (const range of ranges) {
    for (let position = range.from; position < range.to; position++) {
      there.add(index.words[position]!)
    }
  }
  const byInitial = groupBy(there, (word) => index.forms[word]!.charCodeAt(0))
  const near = new Map<number, number[]>()
  for (const [place, form] of query.forms.entries()) {
    if (there.has(query.words[place]!)) continue
    for (const word of byInitial.get(form.charCodeAt(0)) ?? []) {
      if (isNearWord(form, index.forms[word]!)) addTo(near, word, place)
    }
  }
  return near
}
