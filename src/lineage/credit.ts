import { type Article, bodyBlocks } from "../article/article.ts"
import type { Span } from "../text/span.ts"
import { agencyNames, isAgency, isOutletName } from "./outlets.ts"

/** Words that say whose text an article prints. */
export interface Credit {
  readonly name: string
  /** Where they stand; null where only the metadata say so. */
  readonly span: Span | null
}

/** A credit at the head of the text: "WASHINGTON (Reuters) -", "KELDERWICK, May 14 (North Sound Wire) --"; an agency's, without a dash too. */
const DATELINE = /^(?:[A-Z][\w .,'’-]{2,60})?\(([A-Z][\w .&-]{1,40})\)(\s?[-–—])?/
/** A dateline stands this near to the start of its text, in characters. */
const DATELINE_REACH = 400

/** A line that is nothing but a credit: "Reuters", "By The Associated Press", "Source: dpa", "— AFP". */
const AGENCY = agencyNames()
  .map((name) => name.replace(/[.\\]/g, "\\$&"))
  .join("|")
const CREDIT_LINE = new RegExp(
  `^(?:(?:[Bb]y|BY|Source:|Via|From|—|–|-)\\s?)?(?:[A-Z][\\w.’'-]{1,20} ){0,3}\\(?(?:[Tt]he )?(${AGENCY})\\)?\\.?$`,
)
/** "Copyright 2021 The Associated Press. All rights reserved." */
const COPYRIGHT = new RegExp(
  `(?:^|\\s)(?:©|\\([cC]\\)|Copyright)(?: ©)? ?(?:(?:19|20)\\d\\d,? )?(?:by )?(?:[Tt]he )?(${AGENCY})\\b`,
)
const BYLINE = new RegExp(
  `(?:^|[,/|(]\\s?|\\b(?:[Tt]he|[Ff]or|[Oo]f) )(${AGENCY})(?:$|[^\\p{L}\\p{N}])`,
  "u",
)
/** Lines of credit are no longer than this, in characters. */
const CREDIT_LENGTH = 90

/** Whose text an article says it prints: by dateline, byline, line of credit or notice of copyright, in text order. */
export function findCredits(article: Article): Credit[] {
  const lines = article.blocks.flatMap((block) => {
    const text = article.text.slice(block.from, block.to)
    const found =
      COPYRIGHT.exec(text) ?? (text.length <= CREDIT_LENGTH ? CREDIT_LINE.exec(text.trim()) : null)
    const name = found?.[1]
    return name ? [{ name, span: placeOf(name, block.from, article.text) }] : []
  })
  return [...datelinesOf(article), ...bylineOf(article), ...lines].toSorted(
    (a, b) => (a.span?.from ?? -1) - (b.span?.from ?? -1),
  )
}

function placeOf(name: string, from: number, text: string): Span {
  const at = text.indexOf(name, from)
  return { from: at, to: at + name.length }
}

function datelinesOf(article: Article): Credit[] {
  return bodyBlocks(article).flatMap((block) => {
    if (block.from > DATELINE_REACH || block.kind === "caption") return []
    const [, name, dash] = DATELINE.exec(article.text.slice(block.from, block.to)) ?? []
    if (!name || !(isAgency(name) || (dash && isOutletName(name)))) return []
    return [{ name, span: placeOf(name, block.from, article.text) }]
  })
}

/** An agency in the byline, as a name of its own. */
function bylineOf({ byline, text }: Article): Credit[] {
  const name = byline === null ? undefined : BYLINE.exec(byline)?.[1]
  if (byline === null || name === undefined) return []
  const at = text.indexOf(byline)
  return [{ name, span: at < 0 ? null : { from: at, to: at + byline.length } }]
}
