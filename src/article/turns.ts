import type { Block, Published, Turn } from "./article.ts"
import type { ReadPage } from "./assemble.ts"

export interface RecordParts {
  readonly turns: readonly Turn[]
  readonly blocks: readonly Block[]
  readonly published: Published | null
  readonly place: string | null
}

export function findTurns(page: ReadPage): RecordParts {
  return { turns: page.turns, blocks: page.blocks, published: null, place: null }
}
