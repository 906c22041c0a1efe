import type { CopyNode, Edit, Version } from "./apparatus.ts"

export function buildCopyTree(
  versions: readonly Version[],
  _edits: readonly (readonly Edit[])[],
  hasRecord: boolean,
): CopyNode[] {
  const root = hasRecord ? [{ id: "R", parents: [], confidence: 1 }] : []
  return [
    ...root,
    ...versions.map(({ id }) => ({ id, parents: hasRecord ? ["R"] : [], confidence: 0 })),
  ]
}
