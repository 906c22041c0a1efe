import { leastOf } from "../text/extremes.ts"
import { addTo, groupEach } from "../text/group-by.ts"
import type { CopyNode } from "./apparatus.ts"
import type { Copy } from "./copy.ts"
import type { Descent } from "./descent.ts"

/** Fewest copies that together show a lost one. */
const MIN_SIBLINGS = 2

/** A copy and what it was copied from, as far as known. */
interface Child {
  readonly copy: Copy
  readonly descent: Descent
  /** Changes that its parent does not have: all of which a lost copy between them may have had. */
  readonly news: readonly string[]
}

/**
 * The copies as nodes, and the lost ones between: where copies of one parent share changes that it does not have, they
 * have them from a copy that nobody kept. The change shared by most siblings comes first; a copy joins one lost copy.
 */
export function addLatent(
  copies: readonly Copy[],
  descents: readonly Descent[],
): { readonly copies: CopyNode[]; readonly latent: CopyNode[] } {
  const latent: CopyNode[] = []
  const parentOf = new Map<string, string>()
  for (const siblings of familiesOf(copies, descents)) {
    let left = siblings
    for (;;) {
      const group = largestGroup(left)
      if (group.length < MIN_SIBLINGS) break
      const id = `latent-${latent.length + 1}`
      for (const { copy } of group) parentOf.set(copy.id, id)
      const confidence = leastOf(group, ({ descent }) => descent.confidence)
      const parents = group[0]!.descent.parents.slice(0, 1)
      latent.push({ id, parents, latent: true, confidence })
      left = left.filter((child) => !group.includes(child))
    }
  }
  const nodes = copies.map(({ id }, i): CopyNode => {
    const lost = parentOf.get(id)
    return { id, ...descents[i]!, ...(lost ? { parents: [lost] } : {}) }
  })
  return { copies: nodes, latent }
}

/** The copies of each parent, in the order of the copies; those of the record itself among them. */
function familiesOf(copies: readonly Copy[], descents: readonly Descent[]): Child[][] {
  const byId = new Map(copies.map((copy) => [copy.id, copy]))
  const families = new Map<string, Child[]>()
  copies.forEach((copy, i) => {
    const descent = descents[i]!
    const parent = descent.parents[0] ?? ""
    const known = byId.get(parent)
    const news = copy.changes.filter(({ key, tells }) => tells && !known?.keys.has(key))
    const child = { copy, descent, news: news.map(({ key }) => key) }
    addTo(families, parent, child)
  })
  return [...families.values()]
}

/** The siblings that share the change which most of them share; of equals the first met. */
function largestGroup(siblings: readonly Child[]): Child[] {
  const groups = groupEach(siblings, ({ news }) => news)
  let largest: Child[] = []
  for (const group of groups.values()) if (group.length > largest.length) largest = group
  return largest
}
