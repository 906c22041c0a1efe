import { firstTokenFrom } from "./reading.ts"
import type { Scene } from "./scene.ts"
import type { Utterance } from "./utterance.ts"

/** Longest cue clause, in tokens, between two parts of one interrupted quotation. */
const MAX_INTERRUPTION = 45

/** Makes one of the parts that a page prints as one: those that run on over blocks and those about their cue. */
export function joinUtterances(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  return joinInterrupted(scene, joinContinued(scene, utterances))
}

/** An utterance that others may still be joined to. */
interface Open extends Utterance {
  readonly parts: number[]
  mention: number | null
  weight: number
  share: number
  judged: number
  kind: Utterance["kind"]
}

/** Written out: objects of one layout are what the compiled rules were compiled for. */
function open({ parts, mention, weight, share, judged, kind }: Utterance): Open {
  return { parts: [...parts], mention, weight, share, judged, kind }
}

/** A quotation that a block leaves open and a later one re-opens is one. */
function joinContinued(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const { parts } = scene.reading
  const joined: Utterance[] = []
  const unclosed = new Map<string, Open>()
  for (const utterance of utterances) {
    const part = parts[utterance.parts[0]!]!
    const before = part.continues ? unclosed.get(part.mark) : undefined
    if (before) add(before, utterance)
    else if (part.closed) joined.push(utterance)
    else {
      const whole = open(utterance)
      joined.push(whole)
      unclosed.set(part.mark, whole)
    }
  }
  return joined
}

/** The speaker of the whole is the one surest of any part. */
function add(whole: Open, part: Utterance): void {
  if (part.mention !== null && (whole.mention === null || part.weight > whole.weight)) {
    whole.mention = part.mention
    whole.weight = part.weight
    whole.share = part.share
    whole.judged = part.judged
  }
  // Not spread: a speech of more paragraphs than a call takes arguments would throw.
  for (const one of part.parts) whole.parts.push(one)
  if (part.kind === "direct") whole.kind = "direct"
}

/** “…ideas,” Putin said. “And…”: two parts about the clause that names their speaker are one quotation. */
function joinInterrupted(scene: Scene, utterances: readonly Utterance[]): Utterance[] {
  const joined: Utterance[] = []
  let whole: Open | null = null
  for (const utterance of utterances) {
    const last = joined.at(-1)
    if (!last || !interrupts(scene, last, utterance)) {
      joined.push(utterance)
      continue
    }
    if (whole === null || whole !== last) {
      whole = open(last)
      joined[joined.length - 1] = whole
    }
    add(whole, utterance)
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
  const from = firstTokenFrom(words, left.outer.to)
  const to = firstTokenFrom(words, right.outer.from)
  return to - from <= MAX_INTERRUPTION && sentence[to]! - sentence[from]! <= 1
}
