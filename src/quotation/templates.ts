import type { Features } from "./features.ts"

/** Features given as a list: each mixes its own number with up to three facts about the thing described. */
export interface Templates {
  /** What the number of each comes to before any fact is mixed in. */
  readonly seeds: Int32Array
  /** Three for each: where its facts stand. */
  readonly facts: Uint8Array
}

/** A template's number and the places of its facts. */
export type Template = readonly [number: number, a: number, b?: number, c?: number]

/** The place of the fact that is always 0: what a template with fewer than three facts reads. */
export const NOTHING = 0

const { imul } = Math

/** As `addFeature` would begin with each: the loop below is one piece of machine code, where thirty calls are not. */
export function makeTemplates(list: readonly Template[]): Templates {
  const seeds = Int32Array.from(list, ([number]) => {
    const seed = imul(number + 1, 0x9e3779b1)
    return seed ^ (seed >>> 15)
  })
  const facts = list.flatMap(([, a, b = NOTHING, c = NOTHING]) => [a, b, c])
  return { seeds, facts: Uint8Array.from(facts) }
}

/** Adds the feature of every template, the same ones that `addFeature` makes of the same facts. */
export function addAll(features: Features, templates: Templates, known: Int32Array): void {
  const { seeds, facts } = templates
  const { ids } = features
  let { size } = features
  for (let k = 0, at = 0; k < seeds.length; k++, at += 3) {
    let hash = imul(seeds[k]! ^ known[facts[at]!]!, 0x85ebca6b)
    hash = imul(hash ^ known[facts[at + 1]!]! ^ (hash >>> 13), 0xc2b2ae35)
    hash = imul(hash ^ known[facts[at + 2]!]! ^ (hash >>> 16), 0x27d4eb2f)
    ids[size++] = hash ^ (hash >>> 15)
  }
  features.size = size
}
