import { tokenAt } from "./reading.ts"
import type { Scene } from "./scene.ts"
import type { Utterance } from "./utterance.ts"

/** Longest cue clause, in tokens, between two parts of one interrupted quotation. */
const MAX_INTERRUPTION = 45

/** Makes one of the parts that a page prints as one: those that run on over blocks and those about their cue. */
export function joinUtterances(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  return joinInterrupted(scene, joinContinued(scene, utterances))
}

/** A quotation that a block leaves open and a later one re-opens is one. */
function joinContinued(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const { parts } = scene.reading
  const joined: Utterance[] = []
  const open = new Map<string, number>()
  for (const utterance of utterances) {
    const part = parts[utterance.parts[0]!]!
    const index = part.continues ? open.get(part.mark) : undefined
    if (index !== undefined) joined[index] = join(joined[index]!, utterance)
    else joined.push(utterance)
    if (!part.closed) open.set(part.mark, index ?? joined.length - 1)
  }
  return joined
}

function join(a: Utterance, b: Utterance): Utterance {
  const better = b.mention !== null && (a.mention === null || b.weight > a.weight) ? b : a
  return {
    parts: [...a.parts, ...b.parts],
    mention: better.mention,
    weight: better.weight,
    kind: [a.kind, b.kind].includes("direct") ? "direct" : a.kind,
  }
}

/** “…ideas,” Putin said. “And…”: two parts about the clause that names their speaker are one quotation. */
function joinInterrupted(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const joined: Utterance[] = []
  for (const utterance of utterances) {
    const last = joined.at(-1)
    if (last && interrupts(scene, last, utterance))
      joined[joined.length - 1] = join(last, utterance)
    else joined.push(utterance)
  }
  return joined
}

function interrupts(scene: Scene, a: Utterance, b: Utterance): boolean {
  const { parts, words, sentence } = scene.reading
  if (a.kind !== "direct" || b.kind === "scare" || b.kind === "title") return false
  if (a.mention === null || a.mention !== b.mention) return false
  const left = parts[a.parts.at(-1)!]!
  const right = parts[b.parts[0]!]!
  const said = scene.mentions[a.mention]!
  if (left.block !== right.block || said.from < left.outer.to || said.to > right.outer.from)
    return false
  const from = tokenAt(words, left.outer.to)
  const to = tokenAt(words, right.outer.from)
  return to - from <= MAX_INTERRUPTION && sentence[to]! - sentence[from]! <= 1
}
