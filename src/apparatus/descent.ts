import { leastOf } from "../text/extremes.ts"
import type { Copy, Trait } from "./copy.ts"
import { fateOf, hasTrait } from "./inherit.ts"
import { findKin } from "./kin.ts"

/** From which other versions one was copied; none where it comes from the record itself, or nothing tells. */
export interface Descent {
  readonly parents: readonly string[]
  /** Probability that these are its parents, 0 to 1. */
  readonly confidence: number
}

/** What it costs to suppose that a copy undid a change of its exemplar, in new changes: nobody restores by chance. */
const UNDONE = 8
/** What it costs that words with a change in them were taken away after it. */
const COVERED = 0.2
/** What it costs to suppose a second exemplar. */
const SECOND = 1.9
/** Fewest changes, of those that tell something, that a second exemplar must explain. */
const MIN_SECOND = 2

/** A copy with the exemplars it may have, cheapest first; the last is none at all. */
interface Choice {
  readonly copy: Copy
  readonly options: readonly { readonly exemplar: Copy | null; readonly cost: number }[]
  /** The option taken. */
  taken: number
}

/**
 * The likeliest parents of each copy. Copies with one text are a chain in their order: nothing tells which of them a
 * later one followed, and so it follows the last.
 */
export function findDescent(copies: readonly Copy[]): Descent[] {
  const last = new Map(copies.map((copy) => [copy.text, copy]))
  const first = new Map(copies.toReversed().map((copy) => [copy.text, copy]))
  const kin = findKin([...last.values()])
  const kinOf = (copy: Copy): readonly Copy[] => kin.get(last.get(copy.text)!)!
  const choices = [...first.values()].map((copy) => choiceOf(copy, kinOf(copy)))
  const byText = new Map(choices.map((choice) => [choice.copy.text, choice]))
  for (const choice of choices) breakCycle(choice, byText)
  const before = new Map<string, Copy>()
  const seconds = new Map<string, string>()
  return copies.map((copy) => {
    const twin = before.get(copy.text)
    before.set(copy.text, copy)
    return twin
      ? { parents: [twin.id], confidence: 0.5 }
      : descentOf(byText.get(copy.text)!, kinOf(copy), byText, seconds)
  })
}

function choiceOf(copy: Copy, kin: readonly Copy[]): Choice {
  const own = copy.changes.length
  const options: { exemplar: Copy | null; cost: number }[] = []
  for (const exemplar of kin) {
    if (exemplar.text === copy.text || !mayPrecede(exemplar, copy)) continue
    const cost = costOf(copy, exemplar)
    if (cost < own) options.push({ exemplar, cost })
  }
  options.sort((a, b) => a.cost - b.cost)
  return { copy, options: [...options, { exemplar: null, cost: own }], taken: 0 }
}

/** While a copy descends from itself, the copy on that way which loses least takes its next best exemplar. */
function breakCycle(start: Choice, byText: ReadonlyMap<string, Choice>): void {
  for (;;) {
    const way = wayUp(start, byText)
    if (!way.isCycle) return
    const cheapest = way.choices.reduce((a, b) => (lossOf(b) < lossOf(a) ? b : a))
    cheapest.taken++
  }
}

function lossOf({ options, taken }: Choice): number {
  return options[taken + 1]!.cost - options[taken]!.cost
}

/** The copies from one up to the record, or round to the first that comes again: then those of the circle only. */
function wayUp(
  start: Choice,
  byText: ReadonlyMap<string, Choice>,
): { readonly choices: Choice[]; readonly isCycle: boolean } {
  const choices: Choice[] = []
  const seen = new Set<Choice>()
  for (let at: Choice | undefined = start; at; at = exemplarOf(at, byText)) {
    if (seen.has(at)) return { choices: choices.slice(choices.indexOf(at)), isCycle: true }
    seen.add(at)
    choices.push(at)
  }
  return { choices, isCycle: false }
}

function exemplarOf(choice: Choice, byText: ReadonlyMap<string, Choice>): Choice | undefined {
  const { exemplar } = choice.options[choice.taken]!
  return exemplar ? byText.get(exemplar.text) : undefined
}

/** @param seconds the texts of the second exemplars found so far, by the texts that have them; one more may come */
function descentOf(
  choice: Choice,
  kin: readonly Copy[],
  byText: ReadonlyMap<string, Choice>,
  seconds: Map<string, string>,
): Descent {
  const { copy, options, taken } = choice
  const { exemplar, cost } = options[taken]!
  const confidence = confidenceOf((options[taken + 1]?.cost ?? Number.POSITIVE_INFINITY) - cost)
  if (!exemplar) return { parents: [], confidence }
  const isAbove = (other: Copy): boolean => !descends(other.text, copy.text, byText, seconds)
  const second = maybeSecond(copy, exemplar, cost, kin, isAbove)
  if (second) seconds.set(copy.text, second.text)
  return { parents: second ? [exemplar.id, second.id] : [exemplar.id], confidence }
}

/** Whether one text comes from another, by first exemplars or by second ones. */
function descends(
  text: string,
  from: string,
  byText: ReadonlyMap<string, Choice>,
  seconds: ReadonlyMap<string, string>,
): boolean {
  const above = new Set([text])
  for (const one of above) {
    const first = exemplarOf(byText.get(one)!, byText)?.copy.text
    for (const exemplar of [first, seconds.get(one)])
      if (exemplar !== undefined) above.add(exemplar)
  }
  return above.has(from)
}

/**
 * A second exemplar: a copy that has what the first does not explain, on one side of some place in the text, as when a
 * page goes on from another source.
 */
function maybeSecond(
  copy: Copy,
  exemplar: Copy,
  alone: number,
  kin: readonly Copy[],
  isAbove: (other: Copy) => boolean,
): Copy | null {
  const news = copy.changes.filter((trait) => trait.tells && !hasTrait(exemplar, trait))
  if (news.length < MIN_SECOND) return null
  let best: Copy | null = null
  let least = alone - SECOND
  for (const other of kin) {
    if (other.text === copy.text || other === exemplar || !mayPrecede(other, copy)) continue
    if (news.filter((trait) => hasTrait(other, trait)).length < MIN_SECOND) continue
    const cost = leastOf(copy.changes, ({ from }) => costOfTwo(copy, exemplar, other, from))
    if (cost < least && isAbove(other)) {
      least = cost
      best = other
    }
  }
  return best
}

/** What it costs to make the copy of two exemplars that change over at a place, whichever comes first. */
function costOfTwo(copy: Copy, one: Copy, other: Copy, place: number): number {
  const before = (trait: Trait): boolean => trait.to < place
  const behind = (trait: Trait): boolean => trait.to >= place
  return Math.min(
    costOf(copy, one, before) + costOf(copy, other, behind),
    costOf(copy, other, before) + costOf(copy, one, behind),
  )
}

/** Whether the times allow that one was copied from the other. */
function mayPrecede(exemplar: Copy, copy: Copy): boolean {
  if (exemplar.time === null || copy.time === null) return true
  const length = Math.min(exemplar.time.length, copy.time.length)
  return exemplar.time.slice(0, length) <= copy.time.slice(0, length)
}

/** How many changes it takes to make the copy of the exemplar, in a part of the text. */
function costOf(copy: Copy, exemplar: Copy, isIn: (trait: Trait) => boolean = () => true): number {
  let cost = 0
  for (const trait of copy.changes) if (isIn(trait) && !hasTrait(exemplar, trait)) cost++
  for (const trait of exemplar.changes) {
    const fate = isIn(trait) ? fateOf(trait, copy) : "has"
    if (fate !== "has") cost += fate === "covers" ? COVERED : UNDONE
  }
  return cost
}

/** From the lead over the next best explanation: none is a toss-up. */
function confidenceOf(lead: number): number {
  return Math.round(100 * (1 - 0.5 ** (1 + Math.max(0, lead)))) / 100
}
