import { rarityIn } from "./terms.ts"

/** Weights of terms, of length 1 as a vector: the terms' numbers in ascending order, each with its weight. */
export interface Vector {
  readonly terms: Float64Array
  readonly weights: Float64Array
}

/** Term frequencies, dampened, times what each term tells, to length 1. Terms may repeat and come in any order. */
export function vectorOf(
  terms: readonly number[],
  rarity: (term: number) => number = rarityIn,
): Vector {
  const sorted = Float64Array.from(terms).sort()
  const numbers = new Float64Array(sorted.length)
  const weights = new Float64Array(sorted.length)
  let size = 0
  let sum = 0
  for (let at = 0; at < sorted.length; ) {
    const first = at
    while (at < sorted.length && sorted[at] === sorted[first]) at++
    const weight = (1 + Math.log(at - first)) * rarity(sorted[first]!)
    numbers[size] = sorted[first]!
    weights[size] = weight
    sum += weight * weight
    size++
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < size; i++) weights[i] = weights[i]! / length
  return { terms: numbers.slice(0, size), weights: weights.slice(0, size) }
}

/** Cosine of two vectors. */
export function dot(a: Vector, b: Vector): number {
  let sum = 0
  let j = 0
  for (let i = 0; i < a.terms.length; i++) {
    const term = a.terms[i]!
    while (j < b.terms.length && b.terms[j]! < term) j++
    if (j === b.terms.length) break
    if (b.terms[j] === term) sum += a.weights[i]! * b.weights[j]!
  }
  return sum
}

/** The mean of vectors, which is no longer of length 1. */
export function meanOf(vectors: readonly Vector[]): Vector {
  const sums = new Map<number, number>()
  for (const { terms, weights } of vectors) {
    terms.forEach((term, i) => {
      sums.set(term, (sums.get(term) ?? 0) + weights[i]! / vectors.length)
    })
  }
  const terms = Float64Array.from(sums.keys()).sort()
  return { terms, weights: terms.map((term) => sums.get(term)!) }
}

/** The heaviest terms, with their weights; of equal ones the smaller number first. */
export function heaviest({ terms, weights }: Vector, count: number): Vector {
  if (terms.length <= count) return { terms, weights }
  const least = weights.toSorted()[terms.length - count]!
  let room = count
  for (const weight of weights) if (weight > least) room--
  const chosen: number[] = []
  for (let i = 0; i < terms.length; i++) {
    if (weights[i]! > least || (weights[i] === least && room-- > 0)) chosen.push(i)
  }
  return {
    terms: Float64Array.from(chosen, (i) => terms[i]!),
    weights: Float64Array.from(chosen, (i) => weights[i]!),
  }
}
