import { type Features, newFeatures, scoreFeatures, type Weights } from "./features.ts"

/** Which of several mentions is meant? Each is described only when it is weighed. */
export interface Question {
  readonly mentions: readonly number[]
  readonly describe: (features: Features, index: number) => void
}

export interface Answer {
  readonly mention: number
  /** Probability that it is the right one; nobody at all also has a share. */
  readonly chance: number
}

const scratch: Features = newFeatures()

/** The likeliest of the mentions, the first of equals; null where there is none. */
export function answer(weights: Weights, { mentions, describe }: Question): Answer | null {
  let best = -1
  let most = 0
  let total = 1
  for (let k = 0; k < mentions.length; k++) {
    scratch.size = 0
    describe(scratch, k)
    const score = Math.exp(scoreFeatures(weights, scratch))
    total += score
    if (score <= most) continue
    most = score
    best = k
  }
  return best === -1 ? null : { mention: mentions[best]!, chance: most / total }
}
