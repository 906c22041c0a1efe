import { rarityIn } from "./terms.ts"

/** Weights of terms, of length 1 as a vector: the terms' numbers in ascending order, each with its weight. */
export interface Vector {
  readonly terms: Float64Array
  readonly weights: Float64Array
}

const NOTHING: Vector = { terms: new Float64Array(0), weights: new Float64Array(0) }

/** Term frequencies, dampened, times what each term tells, to length 1. Terms may repeat and come in any order. */
export function vectorOf(
  terms: readonly number[],
  rarity: (term: number) => number = rarityIn,
): Vector {
  if (terms.length === 0) return NOTHING
  const numbers = new Float64Array(terms).sort()
  const weights = new Float64Array(numbers.length)
  let size = 0
  let sum = 0
  for (let at = 0; at < numbers.length; ) {
    const first = at
    const number = numbers[at]!
    while (at < numbers.length && numbers[at] === number) at++
    const weight = dampened(at - first) * rarity(number)
    numbers[size] = number
    weights[size] = weight
    sum += weight * weight
    size++
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < size; i++) weights[i] = weights[i]! / length
  if (size === numbers.length) return { terms: numbers, weights }
  return { terms: numbers.slice(0, size), weights: weights.slice(0, size) }
}

/** What a term that is printed so often counts for. */
export function dampened(count: number): number {
  return count < DAMPENED.length ? DAMPENED[count]! : 1 + Math.log(count)
}

/** Made once for all counts that articles reach. */
const DAMPENED = Float64Array.from({ length: 2 ** 11 }, (_, count) =>
  count === 0 ? 0 : 1 + Math.log(count),
)

/** Cosine of two vectors. */
export function dot(a: Vector, b: Vector): number {
  const [termsA, termsB] = [a.terms, b.terms]
  let sum = 0
  let j = 0
  for (let i = 0; i < termsA.length; i++) {
    const term = termsA[i]!
    while (j < termsB.length && termsB[j]! < term) j++
    if (j === termsB.length) break
    if (termsB[j] === term) sum += a.weights[i]! * b.weights[j]!
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

/** The places of the heaviest weights, in ascending order; of equal ones the first. */
export function heaviest(weights: readonly number[], count: number): number[] {
  const least = leastOf(weights, count)
  let room = count
  for (const weight of weights) if (weight > least) room--
  const chosen: number[] = []
  for (let i = 0; i < weights.length; i++)
    if (weights[i]! > least || (weights[i] === least && room-- > 0)) chosen.push(i)
  return chosen
}

/** The least of the so many heaviest weights. */
function leastOf(weights: readonly number[], count: number): number {
  const top: number[] = []
  for (const weight of weights) {
    if (top.length === count && weight <= top[count - 1]!) continue
    let at = Math.min(top.length, count - 1)
    for (; at > 0 && top[at - 1]! < weight; at--) top[at] = top[at - 1]!
    top[at] = weight
  }
  return top.at(-1) ?? 0
}
