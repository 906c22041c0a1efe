import { compareText } from "../text/compare-text.ts"
import type { CopyNode } from "./apparatus.ts"
import type { Copy } from "./copy.ts"
import { findDescent } from "./descent.ts"
import { addLatent } from "./latent.ts"

/** Most versions whose descent is worked out: it takes time by their square. Beyond it all stand under the record. */
const MAX_VERSIONS = 1500

/** What is left of a confidence where no record says which reading is the older one. */
const UNROOTED = 0.5

/** A version that nothing else could have been copied from, or into. */
export function rootOf(id: string): CopyNode {
  return { id, parents: [], confidence: UNROOTED }
}

/**
 * Who copied whom, from shared changes: a copy has its exemplar's changes and some of its own, and hardly ever undoes
 * one (Camin–Sokal parsimony). Publication times only forbid. Without a record the fullest wording stands for it, and
 * nothing says that it is the oldest: then one can be half as sure at most.
 */
export function buildCopyTree(given: readonly Copy[], hasRecord: boolean): CopyNode[] {
  const root = hasRecord ? "R" : null
  const copies = given.toSorted(compareCopies)
  const isTooMany = copies.length > MAX_VERSIONS
  const descents = isTooMany
    ? copies.map(() => ({ parents: [], confidence: 0 }))
    : findDescent(copies)
  const nodes = addLatent(copies, descents)
  const known = [...nodes.copies, ...nodes.latent].map((node) => ({
    ...node,
    parents: node.parents.length > 0 || !root ? node.parents : [root],
    confidence: root ? node.confidence : node.confidence * UNROOTED,
  }))
  const order = new Map(given.map(({ id }, i) => [id, i]))
  known.sort((a, b) => (order.get(a.id) ?? given.length) - (order.get(b.id) ?? given.length))
  return root ? [{ id: root, parents: [], confidence: 1 }, ...known] : known
}

/** By their words and then their ids: the order in which they were given says nothing. */
function compareCopies(a: Copy, b: Copy): number {
  return (
    a.changes.length - b.changes.length || compareText(a.text, b.text) || compareText(a.id, b.id)
  )
}
