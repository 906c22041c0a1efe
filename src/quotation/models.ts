import type { Weights } from "./features.ts"
import type { TaggerWeights } from "./tagger.ts"
import { LEARNED } from "./weights.ts"

/** All that was learned from annotated articles; scripts/train-quotes.mjs makes it. */
export interface Models {
  readonly cue: Weights
  readonly tagger: TaggerWeights
  readonly speaker: Weights
  readonly kind: Weights
  readonly pronoun: Weights
  /** Right answers of a hundred, for each twentieth of the probability that the models themselves give. */
  readonly named: readonly number[]
}

export interface PackedWeights {
  readonly scale: number
  /** Signed bytes in base 64. */
  readonly bytes: string
}

/** The models as the package carries them. */
export interface Learned {
  readonly cue: PackedWeights
  readonly rows: PackedWeights
  readonly speaker: PackedWeights
  readonly kind: PackedWeights
  readonly pronoun: PackedWeights
  readonly steps: readonly number[]
  readonly named: readonly number[]
}

function unpack({ scale, bytes }: PackedWeights): Weights {
  const decoded = atob(bytes)
  const weights = new Float32Array(decoded.length)
  for (let i = 0; i < weights.length; i++)
    weights[i] = ((decoded.charCodeAt(i) << 24) >> 24) * scale
  return weights
}

let models: Models | null = null

/** The models that the package carries, unpacked when they are first needed. */
export function learnedModels(): Models {
  models ??= {
    cue: unpack(LEARNED.cue),
    tagger: { rows: unpack(LEARNED.rows), steps: Float32Array.from(LEARNED.steps) },
    speaker: unpack(LEARNED.speaker),
    kind: unpack(LEARNED.kind),
    pronoun: unpack(LEARNED.pronoun),
    named: LEARNED.named,
  }
  return models
}
