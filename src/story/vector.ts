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

/** Cosine of two vectors. Which of them goes on is a sum and no branch, for a processor cannot guess it. */
export function dot(a: Vector, b: Vector): number {
  const termsA = a.terms
  const termsB = b.terms
  let sum = 0
  let i = 0
  let j = 0
  while (i < termsA.length && j < termsB.length) {
    const one = termsA[i]!
    const other = termsB[j]!
    if (one === other) sum += a.weights[i]! * b.weights[j]!
    i += Number(one <= other) | 0
    j += Number(other <= one) | 0
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

/** The least of the so many heaviest weights: the top of a heap of these, in which none is heavier than those below it. */
function leastOf(weights: readonly number[], count: number): number {
  const heap = weights.slice(0, count)
  for (let at = (heap.length >> 1) - 1; at >= 0; at--) sink(heap, at)
  for (let i = heap.length; i < weights.length; i++) {
    if (weights[i]! <= heap[0]!) continue
    heap[0] = weights[i]!
    sink(heap, 0)
  }
  return heap[0] ?? 0
}

/** Moves a weight down to where it belongs in a heap. */
function sink(heap: number[], from: number): void {
  const weight = heap[from]!
  let at = from
  for (let down = 2 * at + 1; down < heap.length; down = 2 * at + 1) {
    if (down + 1 < heap.length && heap[down + 1]! < heap[down]!) down++
    if (heap[down]! >= weight) break
    heap[at] = heap[down]!
    at = down
  }
  heap[at] = weight
}
