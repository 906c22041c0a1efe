import { FEATURE, UNKNOWN } from "./feature.ts"
import { heft, PART, PARTS, type Parts } from "./parts.ts"
import { LEVEL } from "./rarity.ts"
import { SparseNumbers } from "./sparse-numbers.ts"
import { dampened } from "./vector.ts"

/** In which row the terms of one article stand, counted from one: it is often compared with many in a row. */
const held = new SparseNumbers()
let holder: Parts | null = null

function hold(parts: Parts): void {
  if (holder === parts) return
  if (holder) for (const index of holder.indices) held.set(index, 0)
  for (let row = 0; row < parts.indices.length; row++) held.set(parts.indices[row]!, row + 1)
  holder = parts
}

/** An article has fewer terms than this, for only so many words are read. */
const MOST_TERMS = 2 ** 11
/** The rows of the terms that two articles share, in both: good until the next two are compared. */
const rowsA = new Int32Array(MOST_TERMS)
const rowsB = new Int32Array(MOST_TERMS)

/** Finds how many terms are shared, and their rows. A row that is not is written over: a processor cannot guess which is. */
function findShared(a: Parts, b: Parts): number {
  hold(a)
  let count = 0
  for (let row = 0; row < b.indices.length; row++) {
    const other = held.get(b.indices[row]!)
    rowsA[count] = other - 1
    rowsB[count] = row
    count += -other >>> 31
  }
  return count
}

/** Cosine of a part of one article and a part of the other. Both must have been read with the same `Terms`. */
export function cosine(a: Parts, b: Parts, partA: number, partB: number): number {
  const count = findShared(a, b)
  let sum = 0
  for (let k = 0; k < count; k++) {
    const inA = a.counts[PARTS * rowsA[k]! + partA]!
    const inB = b.counts[PARTS * rowsB[k]! + partB]!
    sum += product(inA, inB, b.levels[rowsB[k]!]! * LEVEL)
  }
  return sum / (a.lengths[partA]! * b.lengths[partB]!)
}

/** What a term adds to a cosine: nothing where a part lacks it. */
function product(inA: number, inB: number, rarity: number): number {
  return dampened(inA) * dampened(inB) * rarity * rarity
}

/** Writes what the terms say that two articles share or lack. Both must have been read with the same `Terms`. */
export function describeTerms(a: Parts, b: Parts, features: Float64Array): void {
  const count = findShared(a, b)
  describeWords(a, b, count, features)
  describeTitles(a, b, count, features)
  describeNames(a, b, count, features)
  describeTellingNames(a, b, count, features)
}

/** Every term is in the body, for the title counts there too. */
function describeWords(a: Parts, b: Parts, count: number, features: Float64Array): void {
  let lead = 0
  let opening = 0
  let body = 0
  let leadRarity = 0
  let bodyRarity = 0
  for (let k = 0; k < count; k++) {
    const inA = PARTS * rowsA[k]!
    const inB = PARTS * rowsB[k]!
    const rarity = b.levels[rowsB[k]!]! * LEVEL
    const leadA = a.counts[inA + PART.lead]!
    const leadB = b.counts[inB + PART.lead]!
    lead += product(leadA, leadB, rarity)
    opening += product(a.counts[inA + PART.opening]!, b.counts[inB + PART.opening]!, rarity)
    body += product(a.counts[inA + PART.body]!, b.counts[inB + PART.body]!, rarity)
    if (leadA > 0 && leadB > 0) leadRarity += rarity
    bodyRarity += rarity
  }
  features[FEATURE.lead] = lead / (a.lengths[PART.lead]! * b.lengths[PART.lead]!)
  features[FEATURE.opening] = opening / (a.lengths[PART.opening]! * b.lengths[PART.opening]!)
  features[FEATURE.body] = body / (a.lengths[PART.body]! * b.lengths[PART.body]!)
  features[FEATURE.leadRarity] = leadRarity
  features[FEATURE.bodyRarity] = bodyRarity
}

function describeTitles(a: Parts, b: Parts, count: number, features: Float64Array): void {
  let both = 0
  let inBody = 0
  let inTitle = 0
  let rarities = 0
  for (let k = 0; k < count; k++) {
    const inA = PARTS * rowsA[k]!
    const inB = PARTS * rowsB[k]!
    const titleA = a.counts[inA + PART.title]!
    const titleB = b.counts[inB + PART.title]!
    if (titleA === 0 && titleB === 0) continue
    const rarity = b.levels[rowsB[k]!]! * LEVEL
    both += product(titleA, titleB, rarity)
    inBody += product(titleA, b.counts[inB + PART.body]!, rarity)
    inTitle += product(a.counts[inA + PART.body]!, titleB, rarity)
    if (titleA > 0 && titleB > 0) rarities += rarity
  }
  features[FEATURE.title] = both / (a.lengths[PART.title]! * b.lengths[PART.title]!)
  features[FEATURE.titleInBody] = Math.max(
    inBody / (a.lengths[PART.title]! * b.lengths[PART.body]!),
    inTitle / (a.lengths[PART.body]! * b.lengths[PART.title]!),
  )
  features[FEATURE.titleRarity] = rarities
}

function describeNames(a: Parts, b: Parts, count: number, features: Float64Array): void {
  let first = 0
  let rarities = 0
  let topRarities = 0
  for (let k = 0; k < count; k++) {
    const inA = PARTS * rowsA[k]!
    const inB = PARTS * rowsB[k]!
    if (a.counts[inA + PART.names] === 0 || b.counts[inB + PART.names] === 0) continue
    const rarity = b.levels[rowsB[k]!]! * LEVEL
    first += product(a.counts[inA + PART.firstNames]!, b.counts[inB + PART.firstNames]!, rarity)
    rarities += rarity
    if (a.counts[inA + PART.topNames]! > 0 && b.counts[inB + PART.topNames]! > 0)
      topRarities += rarity
  }
  features[FEATURE.firstNames] = first / (a.lengths[PART.firstNames]! * b.lengths[PART.firstNames]!)
  features[FEATURE.namesRarity] = rarities
  features[FEATURE.topNamesRarity] = topRarities
}

function describeTellingNames(a: Parts, b: Parts, count: number, features: Float64Array): void {
  const topA = namesOf(a, PART.topNames, rowsA, count)
  const topB = namesOf(b, PART.topNames, rowsB, count)
  const titleA = namesOf(a, PART.titleNames, rowsA, count)
  const titleB = namesOf(b, PART.titleNames, rowsB, count)
  const coveredA = topA.covered ?? 0
  const coveredB = topB.covered ?? 0
  features[FEATURE.leastNamesCovered] = Math.min(coveredA, coveredB)
  features[FEATURE.mostNamesCovered] = Math.max(coveredA, coveredB)
  features[FEATURE.leastTitleNamesCovered] = Math.min(
    titleA.covered ?? UNKNOWN,
    titleB.covered ?? UNKNOWN,
  )
  features[FEATURE.leastMissing] = Math.min(topA.missing, topB.missing)
  features[FEATURE.mostMissing] = Math.max(topA.missing, topB.missing)
  features[FEATURE.mostTitleMissing] = Math.max(titleA.missing, titleB.missing)
}

interface Names {
  /** The share of their weight on names that the other article has; null where there are none. */
  readonly covered: number | null
  /** What the heaviest tells that the other lacks altogether. */
  readonly missing: number
}

/** Of the names that tell most: rows are in ascending order, those of the names and those that are shared. */
function namesOf(
  { counts, levels, sums, tellingNames }: Parts,
  part: typeof PART.topNames | typeof PART.titleNames,
  shared: Int32Array,
  count: number,
): Names {
  let covered = 0
  let missing = 0
  let k = 0
  for (const row of tellingNames) {
    const weight = heft(counts[PARTS * row + part]!, levels[row]!)
    while (k < count && shared[k]! < row) k++
    if (k < count && shared[k] === row) covered += weight
    else missing = Math.max(missing, weight)
  }
  return { covered: sums[part] === 0 ? null : covered / sums[part]!, missing }
}
