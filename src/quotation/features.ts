/** Features of one thing to be scored, as indices into a table of weights; a buffer that is filled anew for each. */
export interface Features {
  readonly ids: Int32Array
  size: number
}

/** More than any template list here makes for one thing. */
const CAPACITY = 256

export function newFeatures(): Features {
  return { ids: new Int32Array(CAPACITY), size: 0 }
}

const { imul } = Math

/** Adds the feature that a template makes of its values. Two features may share an index; training lives with it. */
export function addFeature(features: Features, template: number, a = 0, b = 0, c = 0): void {
  let hash = imul(template + 1, 0x9e3779b1)
  hash = imul(hash ^ a ^ (hash >>> 15), 0x85ebca6b)
  hash = imul(hash ^ b ^ (hash >>> 13), 0xc2b2ae35)
  hash = imul(hash ^ c ^ (hash >>> 16), 0x27d4eb2f)
  features.ids[features.size++] = hash ^ (hash >>> 15)
}

/** A table of weights whose size is a power of two. */
export type Weights = Float32Array

/** The probability, 0 to 1, whose odds the score is the logarithm of. */
export function chanceOf(weights: Weights, features: Features): number {
  return 1 / (1 + Math.exp(-scoreFeatures(weights, features)))
}

export function scoreFeatures(weights: Weights, features: Features): number {
  const mask = weights.length - 1
  let score = 0
  for (let i = 0; i < features.size; i++) score += weights[features.ids[i]! & mask]!
  return score
}
