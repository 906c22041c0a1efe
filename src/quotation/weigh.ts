import type { Weights } from "./features.ts"
import { KIND_SCALE, KIND_WEIGHTS, SPEAKER_SCALE, SPEAKER_WEIGHTS } from "./weights.ts"

/** Signed bytes in base 64, times a scale. */
function readWeights(encoded: string, scale: number): Weights {
  const bytes = atob(encoded)
  const weights = new Float32Array(bytes.length)
  for (let i = 0; i < bytes.length; i++) weights[i] = ((bytes.charCodeAt(i) << 24) >> 24) * scale
  return weights
}

export const speakerWeights: Weights = readWeights(SPEAKER_WEIGHTS, SPEAKER_SCALE)
export const kindWeights: Weights = readWeights(KIND_WEIGHTS, KIND_SCALE)
