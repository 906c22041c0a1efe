import { RARITY } from "./rarity-table.ts"

/** What one level of rarity adds to how much a term tells. */
export const LEVEL = 0.2

/**
 * How rare a term is, in levels: by the negative logarithm of the share of articles that have it, from a table of
 * general news, so that what two articles have in common does not depend on what else is read. What the table lacks is
 * rare.
 */
export function levelOf(term: string): number {
  return table.get(term) ?? RAREST
}

/** What is rarer than a handful of articles in the table's corpus says nothing more by being so. */
const RAREST = 34

const table: ReadonlyMap<string, number> = new Map(
  RARITY.split("\n").flatMap((line, level) =>
    line === "" ? [] : line.split(" ").map((term) => [term, level] as const),
  ),
)
