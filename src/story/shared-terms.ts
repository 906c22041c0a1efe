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

/** Cosine of a part of one article and a part of the other. Both must have been read with the same `Terms`. */
export function cosine(a: Parts, b: Parts, partA: number, partB: number): number {
  hold(a)
  let sum = 0
  for (let row = 0; row < b.indices.length; row++) {
    const other = held.get(b.indices[row]!) - 1
    if (other < 0) continue
    const [inA, inB] = [a.counts[PARTS * other + partA]!, b.counts[PARTS * row + partB]!]
    sum += product(inA, inB, b.levels[row]! * LEVEL)
  }
  return sum / (a.lengths[partA]! * b.lengths[partB]!)
}

/** What a term adds to a cosine: nothing where a part lacks it. */
function product(inA: number, inB: number, rarity: number): number {
  return dampened(inA) * dampened(inB) * rarity * rarity
}

/** Which rows of either article are shared; an article has fewer terms than this, for only so many words are read. */
const isSharedA = new Uint8Array(2 ** 11)
const isSharedB = new Uint8Array(2 ** 11)

/** Sums over the terms that two articles share: of products of weights, and of what terms tell that both have in a part. */
const SUM = {
  title: 0,
  lead: 1,
  opening: 2,
  body: 3,
  firstNames: 4,
  titleInBody: 5,
  bodyInTitle: 6,
  titleRarity: 7,
  leadRarity: 8,
  bodyRarity: 9,
  namesRarity: 10,
  topNamesRarity: 11,
} as const

const sums = new Float64Array(12)

/** Writes what the terms say that two articles share or lack. Both must have been read with the same `Terms`. */
export function describeTerms(a: Parts, b: Parts, features: Float64Array): void {
  addUp(a, b)
  const cosineOf = (sum: number, partA: number, partB = partA): number =>
    sums[sum]! / (a.lengths[partA]! * b.lengths[partB]!)
  features[FEATURE.title] = cosineOf(SUM.title, PART.title)
  features[FEATURE.lead] = cosineOf(SUM.lead, PART.lead)
  features[FEATURE.opening] = cosineOf(SUM.opening, PART.opening)
  features[FEATURE.body] = cosineOf(SUM.body, PART.body)
  features[FEATURE.firstNames] = cosineOf(SUM.firstNames, PART.firstNames)
  features[FEATURE.titleInBody] = Math.max(
    cosineOf(SUM.titleInBody, PART.title, PART.body),
    cosineOf(SUM.bodyInTitle, PART.body, PART.title),
  )
  features[FEATURE.titleRarity] = sums[SUM.titleRarity]!
  features[FEATURE.leadRarity] = sums[SUM.leadRarity]!
  features[FEATURE.bodyRarity] = sums[SUM.bodyRarity]!
  features[FEATURE.namesRarity] = sums[SUM.namesRarity]!
  features[FEATURE.topNamesRarity] = sums[SUM.topNamesRarity]!
  describeNames(a, b, features)
}

/** Fills `sums` and marks what is shared, in one pass. */
function addUp(a: Parts, b: Parts): void {
  hold(a)
  isSharedA.fill(0, 0, a.indices.length)
  sums.fill(0)
  for (let row = 0; row < b.indices.length; row++) {
    const other = held.get(b.indices[row]!) - 1
    isSharedB[row] = other < 0 ? 0 : 1
    if (other < 0) continue
    isSharedA[other] = 1
    const [inA, inB, rarity] = [PARTS * other, PARTS * row, b.levels[row]! * LEVEL]
    addWord(a.counts, inA, b.counts, inB, rarity)
    if (a.counts[inA + PART.title]! > 0 || b.counts[inB + PART.title]! > 0)
      addTitle(a.counts, inA, b.counts, inB, rarity)
    if (a.counts[inA + PART.names]! > 0 && b.counts[inB + PART.names]! > 0)
      addName(a.counts, inA, b.counts, inB, rarity)
  }
}

type Counts = Parts["counts"]

/** Every term is in the body, for the title counts there too. */
function addWord(a: Counts, inA: number, b: Counts, inB: number, rarity: number): void {
  sums[SUM.body]! += product(a[inA + PART.body]!, b[inB + PART.body]!, rarity)
  sums[SUM.bodyRarity]! += rarity
  const [openingA, openingB] = [a[inA + PART.opening]!, b[inB + PART.opening]!]
  if (openingA === 0 || openingB === 0) return
  sums[SUM.opening]! += product(openingA, openingB, rarity)
  const [leadA, leadB] = [a[inA + PART.lead]!, b[inB + PART.lead]!]
  if (leadA === 0 || leadB === 0) return
  sums[SUM.lead]! += product(leadA, leadB, rarity)
  sums[SUM.leadRarity]! += rarity
}

function addTitle(a: Counts, inA: number, b: Counts, inB: number, rarity: number): void {
  const [titleA, titleB] = [a[inA + PART.title]!, b[inB + PART.title]!]
  sums[SUM.titleInBody]! += product(titleA, b[inB + PART.body]!, rarity)
  sums[SUM.bodyInTitle]! += product(a[inA + PART.body]!, titleB, rarity)
  if (titleA === 0 || titleB === 0) return
  sums[SUM.title]! += product(titleA, titleB, rarity)
  sums[SUM.titleRarity]! += rarity
}

/** Of a name that both have. */
function addName(a: Counts, inA: number, b: Counts, inB: number, rarity: number): void {
  sums[SUM.namesRarity]! += rarity
  sums[SUM.firstNames]! += product(a[inA + PART.firstNames]!, b[inB + PART.firstNames]!, rarity)
  if (a[inA + PART.topNames]! > 0 && b[inB + PART.topNames]! > 0)
    sums[SUM.topNamesRarity]! += rarity
}

function describeNames(a: Parts, b: Parts, features: Float64Array): void {
  const [topA, topB] = [namesOf(a, isSharedA, PART.topNames), namesOf(b, isSharedB, PART.topNames)]
  const [titleA, titleB] = [
    namesOf(a, isSharedA, PART.titleNames),
    namesOf(b, isSharedB, PART.titleNames),
  ]
  const [coveredA, coveredB] = [topA.covered ?? 0, topB.covered ?? 0]
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

function namesOf(
  { counts, levels, sums, tellingNames }: Parts,
  isShared: Uint8Array,
  part: typeof PART.topNames | typeof PART.titleNames,
): Names {
  let [covered, missing] = [0, 0]
  for (const row of tellingNames) {
    const weight = heft(counts[PARTS * row + part]!, levels[row]!)
    if (isShared[row] === 1) covered += weight
    else missing = Math.max(missing, weight)
  }
  return { covered: sums[part] === 0 ? null : covered / sums[part]!, missing }
}
