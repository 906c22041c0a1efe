import { passageText } from "../text/passage.ts"
import type { Version } from "./apparatus.ts"
import { type Change, changeBaseSpans, changeWitnessSpans } from "./change.ts"
import type { Pair } from "./pair.ts"

/** A version as the copy tree sees it: its changes, by what they are and where in the base. */
export interface Copy {
  readonly id: string
  readonly text: string
  /** ISO 8601, cut to what is known; null for unknown. */
  readonly time: string | null
  readonly changes: readonly Trait[]
  readonly keys: ReadonlySet<string>
}

/** A change that a copy may have in common with its exemplar. */
export interface Trait {
  readonly key: string
  /** In characters of the base. */
  readonly from: number
  readonly to: number
  /** Whether it leaves the words of that stretch out, so that what an exemplar changed in them is gone. */
  readonly removes: boolean
  /** Whether two pages that have it need a reason to: house style makes signs and spelling agree without one. */
  readonly tells: boolean
}

/** The copy that a version is, seen by its exact changes. */
export function toCopy(version: Version, pair: Pair, changes: readonly Change[]): Copy {
  const traits = changes.map((change) => toTrait(change, pair))
  return {
    id: version.id,
    text: passageText(version.passage),
    time: version.time ?? null,
    changes: traits,
    keys: new Set(traits.map(({ key }) => key)),
  }
}

const REMOVING = ["omission", "truncation", "ellipsis", "splice", "substitution", "bracket"]
/** Kinds that say more than where the change is and what is printed there. */
const TELLING = ["transposition", "emphasis"]

function toTrait(change: Change, pair: Pair): Trait {
  const base = changeBaseSpans(change, pair.base)
  const witness = changeWitnessSpans(change, pair.witness)
  const from = Math.min(...base.map((span) => span.from))
  const to = Math.max(...base.map((span) => span.to))
  const printed = witness.map((span) => pair.witness.text.slice(span.from, span.to)).join(" ")
  const kind = TELLING.includes(change.kind) ? change.kind : ""
  return {
    key: `${from} ${to} ${kind} ${printed.replace(/\s+/g, " ")}`,
    from,
    to,
    removes: REMOVING.includes(change.kind) && to > from,
    tells: change.kind !== "typographic" && change.kind !== "truncation",
  }
}

/** Whether a copy has a change, or has taken away the words in which it was. */
export function hasOrCovers(copy: Copy, trait: Trait): "has" | "covers" | "lacks" {
  if (copy.keys.has(trait.key)) return "has"
  const covers = copy.changes.some(
    ({ removes, from, to }) => removes && from <= trait.from && trait.to <= to,
  )
  return covers ? "covers" : "lacks"
}
