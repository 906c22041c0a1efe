import { addTo } from "../text/group-by.ts"
import type { Copy } from "./copy.ts"

/**
 * For each copy those that share a change with it, or part of one, in the order given: from no other can it have been
 * copied, as far as anything tells.
 */
export function findKin(copies: readonly Copy[]): ReadonlyMap<Copy, readonly Copy[]> {
  const bySign = new Map<string, number[]>()
  copies.forEach((copy, i) => {
    for (const sign of signsOf(copy)) addTo(bySign, sign, i)
  })
  const withoutWord = findWithout(copies)
  return new Map(
    copies.map((copy, i) => {
      const kin = new Set<number>()
      for (const sign of signsOf(copy)) for (const other of bySign.get(sign)!) kin.add(other)
      for (const { removes, from } of copy.changes)
        if (removes) for (const other of withoutWord.get(from)!) kin.add(other)
      kin.delete(i)
      return [copy, [...kin].sort((a, b) => a - b).map((other) => copies[other]!)]
    }),
  )
}

/** What a copy must share with another for the two to have a change in common that leaves nothing out. */
function signsOf({ changes }: Copy): string[] {
  return changes.flatMap(({ key, readings, passed }) => [
    key,
    ...readings.map(({ place, printed }) => `${place}: ${printed}`),
    ...(passed ? ["moved"] : []),
  ])
}

/** For each word at which one copy leaves some out, the copies that lack it. */
function findWithout(copies: readonly Copy[]): Map<number, number[]> {
  const without = new Map<number, number[]>()
  for (const { changes } of copies)
    for (const { removes, from } of changes) if (removes) without.set(from, [])
  for (const [word, lacking] of without)
    copies.forEach(({ missing }, i) => {
      if (missing[word + 1]! > missing[word]!) lacking.push(i)
    })
  return without
}
