import { addTo } from "../text/group-by.ts"
import { findHosts } from "./hosts.ts"
import type { Pile } from "./pile.ts"
import { shelve } from "./shelf.ts"

/** Share of a text, in bits, that makes it lie whole in another. */
const WHOLE_SHARE = 0.8

/**
 * Puts each text, in the order given, to the hub that has most of it, or makes it a hub: hub, then its texts. A text
 * that lies whole in one that was put to a hub goes there too: it lengthens no chain.
 */
export function gather(
  texts: readonly number[],
  pile: Pile,
  mayJoin: (text: number, hub: number) => boolean = () => true,
): Map<number, number[]> {
  const shelf = shelve(texts, pile.index)
  const hubOf = new Map<number, number>()
  const groups = new Map<number, number[]>()
  for (const [before, text] of texts.entries()) {
    const mayBe = (other: number): boolean => mayJoin(text, hubOf.get(other)!)
    const hosts = findHosts(text, pile, shelf, before, mayBe)
    const host = hosts.find((one) => groups.has(one.text) || one.share >= WHOLE_SHARE)
    const hub = host ? hubOf.get(host.text)! : text
    hubOf.set(text, hub)
    addTo(groups, hub, text)
  }
  return groups
}
