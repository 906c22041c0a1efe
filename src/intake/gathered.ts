import type { Notice } from "../source/notice.ts"
import type { Source } from "../source/source.ts"

/** One thing gathered, or why it was not. */
export type Gathered = { readonly source: Source } | { readonly notice: Notice }
