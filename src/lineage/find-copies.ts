import type { Article } from "../article/article.ts"
import { groupBy } from "../text/group-by.ts"
import { type Citing, citationsOf, pagesOf } from "./citations.ts"
import { isLate } from "./copied.ts"
import { type Copying, findCopying } from "./copy.ts"
import { type Direction, directionOf, NO_DIRECTION } from "./direct.ts"
import type { LineageEdge } from "./lineage.ts"
import { narrationOf } from "./narration.ts"
import { isSameOutlet } from "./outlets.ts"

/** The passages that pages share, as edges: the longest part of `traceLineage`, for which no statement need be known. */
export function findCopies(input: Citing): LineageEdge[] {
  const pages = pagesOf(input.articles)
  const quotations = groupBy(input.quotations, ({ article }) => article)
  const citations = groupBy(citationsOf(input), ({ article }) => article)
  const narrations = pages.map((page) => narrationOf(page, quotations.get(page.id) ?? []))
  return findCopying(narrations).map((copying) => {
    const [a, b] = [pages[copying.a]!, pages[copying.b]!]
    const isTaken = copying.copied !== "standing"
    return copyEdge(a, b, copying, isTaken ? directionOf(a, b, citations) : NO_DIRECTION)
  })
}

function copyEdge(a: Article, b: Article, copying: Copying, direction: Direction): LineageEdge {
  const { copied, passages } = copying
  const [from, to] = direction.taker === a.id ? [a, b] : [b, a]
  const own = passages.filter(isOwnWords)
  const passageSpans = (own.length > 0 ? own : passages).flatMap((passage) => [
    { article: a.id, span: passage.a },
    { article: b.id, span: passage.b },
  ])
  return {
    from: { article: from.id },
    to: { article: to.id },
    kind: "copies",
    copied,
    directed: direction.taker !== null,
    confidence: Math.min(
      direction.taker === null ? 1 : direction.confidence,
      copyConfidence(copying),
      isSameOutlet(a, b) && isLate(a, b) ? REPRINTED : 1,
    ),
    evidence: [...passageSpans, ...direction.proof],
  }
}

/** Whether a passage is more than words that both quote, which they may have from the speaker. */
function isOwnWords({
  words,
  narrated,
  quotedByA,
  quotedByB,
}: Copying["passages"][number]): boolean {
  return 2 * (narrated + quotedByA + quotedByB) >= words
}

/** Words after which nobody doubts that one hand wrote both. */
const SURE_WORDS = 60
/** The same choice of quotations says less than words of one's own: both may have made it of one speech. */
const SELECTED = 0.5
/** What one outlet prints whole again weeks later is a notice on two pages as often as an article. */
const REPRINTED = 0.5
/** That one took its standing text from the other is what nobody means; that both have it is beyond doubt. */
const STANDING = 0.25

function copyConfidence({ copied, share, passages }: Copying): number {
  if (copied === "standing") return STANDING
  if (copied === "quotations") return SELECTED
  const words = passages.reduce((sum, { narrated }) => sum + narrated, 0)
  return share > 0.5 ? 0.99 : 0.8 + 0.19 * Math.min(1, words / SURE_WORDS)
}
