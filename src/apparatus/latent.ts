import type { CopyNode } from "./apparatus.ts"
import type { Copy } from "./copy.ts"
import type { Descent } from "./descent.ts"

export function addLatent(
  copies: readonly Copy[],
  descents: readonly Descent[],
): { readonly copies: CopyNode[]; readonly latent: CopyNode[] } {
  return { copies: copies.map(({ id }, i) => ({ id, ...descents[i]! })), latent: [] }
}
