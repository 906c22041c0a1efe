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
  /** The same of each mention asked for, in their order. */
  readonly chances: readonly number[]
}

const scratch: Features = newFeatures()

/** The likeliest of the mentions, the first of equals; null where there is none. */
export function answer(weights: Weights, { mentions, describe }: Question): Answer | null {
  const chances: number[] = []
  let best = -1
  let most = 0
  let total = 1
  for (let k = 0; k < mentions.length; k++) {
    scratch.size = 0
    describe(scratch, k)
    const score = Math.exp(scoreFeatures(weights, scratch))
    chances.push(score)
    total += score
    if (score <= most) continue
    most = score
    best = k
  }
  if (best === -1) return null
  for (let k = 0; k < chances.length; k++) chances[k]! /= total
  return { mention: mentions[best]!, chance: most / total, chances }
}
