import type { Pair } from "./pair.ts"
import type { Region } from "./regions.ts"
import { rawWord, type Wording } from "./wording.ts"

/** Whether one side has the initials of the other's name: `U.S.` for `United States`, `HLB` for `Harbour and Lights Board`. */
export function isInitials({ base, witness }: Pair, region: Region): boolean {
  const before = rawWords(base, region.baseFrom, region.baseTo)
  const after = rawWords(witness, region.witnessFrom, region.witnessTo)
  return standsFor(before, after) || standsFor(after, before)
}

function standsFor(short: readonly string[], long: readonly string[]): boolean {
  if (short.length !== 1 || long.length < 2) return false
  const letters = short[0]!.replaceAll(".", "")
  const names = long.filter((word) => !JOINING.has(word))
  return /^\p{Lu}{2,}$/u.test(letters) && letters === names.map((word) => word[0]).join("")
}

const JOINING: ReadonlySet<string> = new Set(["of", "the", "and", "for", "in", "on"])

function rawWords(wording: Wording, from: number, to: number): string[] {
  return Array.from({ length: to - from }, (_, i) => rawWord(wording, from + i))
}
