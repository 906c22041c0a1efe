import type { Weights } from "./features.ts"
import { packRows, type TaggerWeights } from "./tagger.ts"
import { LEARNED } from "./weights.ts"

/** All that was learned from annotated articles; scripts/train-quotes.mjs makes it. */
export interface Models {
  readonly cue: Weights
  readonly tagger: TaggerWeights
  readonly speaker: Weights
  readonly kind: Weights
  readonly pronoun: Weights
  readonly sure: Weights
}

interface PackedWeights {
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
  readonly sure: PackedWeights
  readonly steps: readonly number[]
}

function unpackBytes({ bytes }: PackedWeights): Int8Array {
  const decoded = atob(bytes)
  const numbers = new Int8Array(decoded.length)
  for (let i = 0; i < numbers.length; i++) numbers[i] = decoded.charCodeAt(i)
  return numbers
}

function unpack(packed: PackedWeights): Weights {
  return Float32Array.from(unpackBytes(packed), (number) => number * packed.scale)
}

let models: Models | null = null

/** The models that the package carries, unpacked when they are first needed. */
export function learnedModels(): Models {
  models ??= {
    cue: unpack(LEARNED.cue),
    tagger: {
      ...packRows(unpackBytes(LEARNED.rows)),
      scale: LEARNED.rows.scale,
      steps: Float32Array.from(LEARNED.steps),
    },
    speaker: unpack(LEARNED.speaker),
    kind: unpack(LEARNED.kind),
    pronoun: unpack(LEARNED.pronoun),
    sure: unpack(LEARNED.sure),
  }
  return models
}
