import type { Weights } from "./features.ts"
import { type Memory, newMemory } from "./memory.ts"
import { type Listener, resolvePronoun } from "./pronouns.ts"
import { resolveRole } from "./roles.ts"
import type { Referent, Stage } from "./stage.ts"

/** Whom each mention means, in text order; null where nothing proves anybody. */
export function resolveMentions(
  stage: Stage,
  weights: Weights,
  listen?: Listener,
): readonly (Referent | null)[] {
  const memory = newMemory(stage)
  for (let m = 0; m < stage.mentions.length; m++) {
    const referent = resolve(memory, m, weights, listen)
    if (referent && memory.speaks[m]) memory.spoke = referent.person
    memory.referents.push(referent)
  }
  return memory.referents
}

function resolve(memory: Memory, m: number, weights: Weights, listen?: Listener): Referent | null {
  const { people, mentions } = memory.stage
  const named = people.of[m]!
  if (named === -1)
    return mentions[m]!.kind === "role"
      ? resolveRole(memory, m)
      : resolvePronoun(memory, m, weights, listen)
  memory.lastNamed[named] = m
  return { person: named, by: m, certainty: 1 }
}
