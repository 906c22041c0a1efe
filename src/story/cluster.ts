/** How sure it is that two items belong together: log-odds, by the numbers of the items, the smaller first. */
export interface Likeness {
  readonly a: number
  readonly b: number
  readonly odds: number
}

/** In log-odds: from what mean groups are joined, what a pair counts that was not even compared, and what one pair at most. */
export interface Linkage {
  readonly together: number
  readonly strangers: number
  readonly sure: number
}

/**
 * Average-link agglomeration over a sparse graph: the two groups whose members are likest on average are joined as
 * long as that average is above the threshold, so that one bridge never merges two crowds. Ties go to the smaller
 * numbers. Takes n log n in the number of likenesses.
 */
export function clusterByLikeness(
  count: number,
  likenesses: readonly Likeness[],
  linkage: Linkage,
): number[][] {
  const groups = new Groups(count, likenesses, linkage)
  const queue = new Queue()
  for (const { a, b } of likenesses) groups.offer(queue, a, b)
  for (let best = queue.pop(); best; best = queue.pop()) {
    if (groups.isCurrent(best)) groups.join(best, queue)
  }
  return groups.members()
}

/** A join that was worth while when it was offered. */
interface Offer {
  readonly a: number
  readonly b: number
  readonly mean: number
  readonly age: number
}

/** The groups so far; a group has the number of its first member. */
class Groups {
  readonly #neighbours: Map<number, number>[]
  readonly #members: (number[] | null)[]
  readonly #age: Int32Array
  readonly #linkage: Linkage

  constructor(count: number, likenesses: readonly Likeness[], linkage: Linkage) {
    this.#linkage = linkage
    this.#neighbours = Array.from({ length: count }, () => new Map())
    this.#members = Array.from({ length: count }, (_, i) => [i])
    this.#age = new Int32Array(count)
    for (const { a, b, odds } of likenesses) {
      const excess = Math.min(linkage.sure, odds) - linkage.strangers
      if (excess <= 0) continue
      this.#neighbours[a]!.set(b, excess)
      this.#neighbours[b]!.set(a, excess)
    }
  }

  offer(queue: Queue, i: number, j: number): void {
    const [a, b] = [Math.min(i, j), Math.max(i, j)]
    const pairs = this.#members[a]!.length * this.#members[b]!.length
    const mean = (this.#neighbours[a]!.get(b) ?? 0) / pairs + this.#linkage.strangers
    if (mean > this.#linkage.together)
      queue.push({ a, b, mean, age: this.#age[a]! + this.#age[b]! })
  }

  /** Whether both groups still are what they were when the offer was made. */
  isCurrent({ a, b, age }: Offer): boolean {
    return (
      this.#members[a] !== null &&
      this.#members[b] !== null &&
      this.#age[a]! + this.#age[b]! === age
    )
  }

  join({ a, b }: Offer, queue: Queue): void {
    const near = this.#neighbours[a]!
    for (const [other, excess] of this.#neighbours[b]!) {
      if (other === a) continue
      near.set(other, (near.get(other) ?? 0) + excess)
      this.#neighbours[other]!.delete(b)
    }
    near.delete(b)
    for (const member of this.#members[b]!) this.#members[a]!.push(member)
    this.#members[b] = null
    this.#neighbours[b] = new Map()
    this.#age[a]!++
    for (const [other, excess] of near) {
      this.#neighbours[other]!.set(a, excess)
      this.offer(queue, a, other)
    }
  }

  members(): number[][] {
    return this.#members
      .filter((group) => group !== null)
      .map((group) => group.toSorted((x, y) => x - y))
  }
}

/** A binary heap: the highest mean first, then the smaller numbers. */
class Queue {
  readonly #heap: Offer[] = []

  push(offer: Offer): void {
    const heap = this.#heap
    let at = heap.push(offer) - 1
    for (let up = (at - 1) >> 1; at > 0 && isBefore(heap[at]!, heap[up]!); up = (at - 1) >> 1) {
      this.#swap(at, up)
      at = up
    }
  }

  pop(): Offer | null {
    const heap = this.#heap
    const [first, last] = [heap[0], heap.pop()]
    if (!first || !last) return null
    if (heap.length === 0) return first
    heap[0] = last
    this.#sink()
    return first
  }

  #sink(): void {
    const heap = this.#heap
    let at = 0
    for (let down = 1; down < heap.length; down = 2 * at + 1) {
      if (down + 1 < heap.length && isBefore(heap[down + 1]!, heap[down]!)) down++
      if (!isBefore(heap[down]!, heap[at]!)) return
      this.#swap(at, down)
      at = down
    }
  }

  #swap(i: number, j: number): void {
    const heap = this.#heap
    const held = heap[i]!
    heap[i] = heap[j]!
    heap[j] = held
  }
}

function isBefore(x: Offer, y: Offer): boolean {
  return x.mean > y.mean || (x.mean === y.mean && (x.a < y.a || (x.a === y.a && x.b < y.b)))
}
