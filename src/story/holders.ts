import type { TellingTerms } from "./parts.ts"

/** Telling terms that two articles must share, and how like these must make them. */
const SHARED_TERMS = 2
const SHARED_LIKENESS = 0.035
/** Within one window a term of more articles than this finds nobody that rarer terms would not find. */
const CROWD = 300

/** Who has which telling term, of articles that come in one order: the holders of a term lie together in it. */
export class Holders {
  readonly #telling: readonly TellingTerms[]
  /** Where the holders of each term begin, and where its next one goes. */
  readonly #starts: Int32Array
  readonly #ends: Int32Array
  readonly #articles: Int32Array
  readonly #weights: Float64Array
  /** What others share with the article that is looked at, and who has any. */
  readonly #shared: Uint8Array
  readonly #likeness: Float64Array
  readonly #touched: Int32Array

  constructor(telling: readonly TellingTerms[]) {
    this.#telling = telling
    this.#starts = startsOf(telling)
    this.#ends = this.#starts.slice(0, -1)
    this.#articles = new Int32Array(this.#starts.at(-1)!)
    this.#weights = new Float64Array(this.#articles.length)
    this.#shared = new Uint8Array(telling.length)
    this.#likeness = new Float64Array(telling.length)
    this.#touched = new Int32Array(telling.length)
  }

  /** Puts the next article among the holders of its terms. */
  add(article: number): void {
    const { indices, weights } = this.#telling[article]!
    for (let t = 0; t < indices.length; t++) {
      const at = this.#ends[indices[t]!]!++
      this.#articles[at] = article
      this.#weights[at] = weights[t]!
    }
  }

  /** Those from `first` on that share enough with an article; of a crowd the last of it. */
  likeAmongLast(article: number, first: number): number[] {
    return this.#like(article, (start, end) => Math.max(start, end - CROWD), first)
  }

  /** All those that share enough with an article; a crowd is not asked. */
  likeAmongAll(article: number): number[] {
    return this.#like(article, (start, end) => (end - start > CROWD ? end : start), 0)
  }

  #like(article: number, firstOf: (start: number, end: number) => number, first: number): number[] {
    const { indices, weights } = this.#telling[article]!
    let count = 0
    for (let t = 0; t < indices.length; t++) {
      const term = indices[t]!
      const weight = weights[t]!
      const end = this.#ends[term]!
      const last = firstOf(this.#starts[term]!, end)
      for (let at = end - 1; at >= last && this.#articles[at]! >= first; at--) {
        const other = this.#articles[at]!
        if (this.#shared[other]!++ === 0) this.#touched[count++] = other
        this.#likeness[other]! += weight * this.#weights[at]!
      }
    }
    return this.#takeLike(count)
  }

  /** Which of the first so many touched share enough; forgets what they share. */
  #takeLike(count: number): number[] {
    const like: number[] = []
    for (let k = 0; k < count; k++) {
      const other = this.#touched[k]!
      if (this.#shared[other]! >= SHARED_TERMS && this.#likeness[other]! >= SHARED_LIKENESS)
        like.push(other)
      this.#shared[other] = 0
      this.#likeness[other] = 0
    }
    return like
  }
}

/** Where the holders of each term begin, if those of one lie behind those of another. */
function startsOf(telling: readonly TellingTerms[]): Int32Array {
  let terms = 0
  for (const { indices } of telling) for (const index of indices) terms = Math.max(terms, index + 1)
  const starts = new Int32Array(terms + 1)
  for (const { indices } of telling) for (const index of indices) starts[index + 1]!++
  for (let term = 0; term < terms; term++) starts[term + 1]! += starts[term]!
  return starts
}
