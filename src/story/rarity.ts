import { RARITY } from "./rarity-table.ts"

/**
 * How much a term tells: the negative logarithm of the share of articles that have it, from a table of general news,
 * so that what two articles have in common does not depend on what else is read. What the table lacks is rare.
 */
export function rarityOf(term: string): number {
  return table.get(term) ?? RAREST
}

/** What is rarer than a handful of articles in the table's corpus says nothing more by being so. */
const RAREST = 6.8
/** A step of the table. */
const STEP = 0.2

const table: ReadonlyMap<string, number> = new Map(
  RARITY.split("\n").flatMap((line, level) =>
    line === "" ? [] : line.split(" ").map((term) => [term, level * STEP] as const),
  ),
)
