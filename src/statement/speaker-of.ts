import type { Quotation } from "../quotation/quotation.ts"
import { compareText } from "../text/compare-text.ts"
import { matchSpeakers } from "./speaker.ts"
import type { Location } from "./statement.ts"

/**
 * The speaker of a statement: the one whose turn the record gives the words to, by the fullest name that pages print
 * for them; without a record, the name that pages agree on most.
 */
export function speakerOf(
  quotations: readonly Quotation[],
  locations: readonly Location[],
): string | null {
  const names = namesByWeight(quotations)
  const recorded = locations.flatMap(({ speakers }) => speakers)[0]
  if (recorded === undefined) return fullest(names, names[0] ?? null)
  return fullest([recorded, ...names], recorded)
}

/** The names that pages give, those with the most confidence behind them first. */
function namesByWeight(quotations: readonly Quotation[]): string[] {
  const weights = new Map<string, number>()
  for (const { speaker } of quotations) {
    if (speaker?.name)
      weights.set(speaker.name, (weights.get(speaker.name) ?? 0) + speaker.confidence)
  }
  return [...weights].sort(([a, x], [b, y]) => y - x || compareText(a, b)).map(([name]) => name)
}

/** Of the names that are the same speaker's as the given one, the one with the most words. */
function fullest(names: readonly string[], name: string | null): string | null {
  let best = name
  for (const other of names) {
    if (
      best !== null &&
      matchSpeakers(name, other) === "same" &&
      other.split(" ").length > best.split(" ").length
    )
      best = other
  }
  return best
}
