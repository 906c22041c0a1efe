import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import type { Statement } from "../statement/statement.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { covers } from "../text/span.ts"
import { normsIn } from "../text/tokens.ts"
import { type Citation, findCitations } from "./cite.ts"
import { isLate } from "./copied.ts"
import { type Copying, findCopying } from "./copy.ts"
import { type Direction, directionOf, NO_DIRECTION } from "./direct.ts"
import type { LineageEdge, Node } from "./lineage.ts"
import { findLinks } from "./link.ts"
import { narrationOf } from "./narration.ts"
import { isSameOutlet, outletKey } from "./outlets.ts"
import { type CollatedStatement, findSharedReadings } from "./share.ts"
import { directedByDescent, findDescents } from "./stemma.ts"

export interface LineageInput {
  /** Articles and records, in any order. */
  readonly articles: readonly Article[]
  readonly quotations: readonly Quotation[]
  readonly statements: readonly Statement[]
  /** The edits of each statement's witnesses, where they were collated. */
  readonly collated?: readonly CollatedStatement[]
  /** What each page says of its sources, where it is known already. */
  readonly citations?: readonly Citation[]
  /** The passages that pages share, where they are found already. */
  readonly copies?: readonly LineageEdge[]
}

/** Who took it from whom: one edge for each pair and kind, with all its evidence, in a fixed order. */
export function traceLineage(input: LineageInput): LineageEdge[] {
  const articles = inOrder(input.articles)
  const citations = citationsOf(input)
  const told = [
    ...findLinks(articles),
    ...(input.copies ?? findCopies({ ...input, citations })),
    ...echoEdges(input.statements),
  ]
  const byId = new Map(articles.map((article) => [article.id, article]))
  const ties = tiesOf(input.statements, told)
  const cites = citations.map((citation) => citeEdge(citation, byId, ties))
  const shared = findSharedReadings(input.statements, input.collated ?? [])
  const all = [...cites, ...told, ...shared]
  const ways = waysOf(all)
  const descents = descentsIn(input)
  return mergeEdges(
    all
      .map((edge) => (isOpen(edge) ? directedBy(edge, ways) : edge))
      .map((edge) => (isOpen(edge) ? directedByDescent(edge, descents) : edge)),
  )
}

/** Whether something else may tell who was first: of standing text neither was. */
function isOpen({ directed, copied }: LineageEdge): boolean {
  return !directed && copied !== "standing"
}

/** What the statements' copy trees say of whose version comes from whose. */
function descentsIn({ statements, collated = [] }: LineageInput): Map<string, number> {
  const trees = new Map(collated.map((one) => [one.statement, one.collation?.copyTree ?? []]))
  return findDescents(
    statements,
    statements.map(({ id }) => trees.get(id) ?? []),
  )
}

function inOrder(articles: readonly Article[]): Article[] {
  return articles.toSorted((a, b) => compareText(a.id, b.id))
}

/** What each page says of its sources, page by page in their order. */
function citationsOf({ articles, quotations, citations }: CopyInput): Citation[] {
  const pages = inOrder(articles).filter(({ record }) => !record)
  const known = citations && groupBy(citations, ({ article }) => article)
  const quoted = groupBy(quotations, ({ article }) => article)
  return pages.flatMap((page) =>
    known ? (known.get(page.id) ?? []) : findCitations(page, quoted.get(page.id) ?? []),
  )
}

type CopyInput = Pick<LineageInput, "articles" | "quotations" | "citations">

/** The passages that pages share, as edges: the longest part of `traceLineage`, for which no statement need be known. */
export function findCopies(input: CopyInput): LineageEdge[] {
  const pages = inOrder(input.articles).filter(({ record }) => !record)
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

/** Words that one page prints as speech and another has in its own voice: whoever quotes them took them from the narrator. */
function echoEdges(statements: readonly Statement[]): LineageEdge[] {
  return statements.flatMap(({ witnesses, echoes }) =>
    echoes
      .filter(({ how }) => how === "narrationQuoted")
      .flatMap((echo) =>
        witnesses
          .filter(({ article }) => article !== echo.article)
          .map((witness) => echoEdge(witness, echo)),
      ),
  )
}

/** Few words may agree by chance: a quoted phrase of the other's narration is likely its, not surely. */
const ECHOED = 0.75

function echoEdge(
  witness: Statement["witnesses"][number],
  echo: Statement["echoes"][number],
): LineageEdge {
  return {
    from: { article: witness.article },
    to: { article: echo.article },
    kind: "sharesReading",
    directed: true,
    confidence: ECHOED,
    evidence: [
      ...witness.spans.map((span) => ({ article: witness.article, span })),
      { article: echo.article, span: echo.span },
    ],
  }
}

type Ties = ReadonlyMap<string, ReadonlySet<string>>

/** Which articles and records have words in common: only near them does an outlet's name mean one of its articles. */
function tiesOf(statements: readonly Statement[], edges: readonly LineageEdge[]): Ties {
  const ties = new Map<string, Set<string>>()
  const tie = (a: string, b: string): void => {
    if (a !== b) ties.set(a, (ties.get(a) ?? new Set()).add(b))
  }
  for (const { witnesses, records } of statements) {
    const holders = [...witnesses, ...records].map(({ article }) => article)
    for (const { article } of witnesses) for (const holder of holders) tie(article, holder)
    for (const record of records) for (const { article } of witnesses) tie(record.article, article)
  }
  for (const { from, to } of edges) {
    if ("article" in from && "article" in to) {
      tie(from.article, to.article)
      tie(to.article, from.article)
    }
  }
  return ties
}

/** What an article has words in common with, and the other articles that quote a record which it quotes. */
function tiedTo(
  article: string,
  articles: ReadonlyMap<string, Article>,
  ties: Ties,
): ReadonlySet<string> {
  const near = ties.get(article) ?? []
  const records = [...near].filter((id) => articles.get(id)?.record)
  const all = new Set([...near, ...records.flatMap((id) => [...(ties.get(id) ?? [])])])
  all.delete(article)
  return all
}

function citeEdge(
  citation: Citation,
  articles: ReadonlyMap<string, Article>,
  ties: Ties,
): LineageEdge {
  const found = [...tiedTo(citation.article, articles, ties)]
    .toSorted(compareText)
    .map((id) => articles.get(id))
    .find((article) => article !== undefined && isNamedBy(citation.name, article))
  const there = found?.record && found.headline ? [{ article: found.id, span: found.headline }] : []
  return {
    from: { article: citation.article },
    to: found ? { article: found.id } : { name: citation.name },
    kind: "cites",
    directed: true,
    confidence: citation.confidence,
    evidence: [{ article: citation.article, span: citation.span }, ...there],
  }
}

/** An article is named by its outlet, a record by words of its title ("Interview with Rossiya TV channel"). */
function isNamedBy(name: string, article: Article): boolean {
  if (!article.record) return article.outlet !== null && isShortFor(name, article.outlet)
  return holdsWords(article.title ?? "", name)
}

/** "The Courier" is the Kelderwick Courier to an article that has words in common with it. */
function isShortFor(name: string, outlet: string): boolean {
  const [short, full] = [outletKey(name), outletKey(outlet)]
  return short === full || full.endsWith(` ${short}`)
}

function holdsWords(title: string, name: string): boolean {
  const [words, sought] = [title, name].map((text) => ` ${normsIn(text).join(" ")} `)
  return sought!.trim() !== "" && words!.includes(sought!)
}

/** From whom to whom the directed edges lead. */
function waysOf(edges: readonly LineageEdge[]): ReadonlySet<string> {
  return new Set(edges.filter(({ directed }) => directed).map(({ from, to }) => wayKey(from, to)))
}

/** What says nothing itself has the direction of whatever else leads from one of the two to the other, and only one way. */
function directedBy(edge: LineageEdge, ways: ReadonlySet<string>): LineageEdge {
  const there = ways.has(wayKey(edge.from, edge.to))
  if (there === ways.has(wayKey(edge.to, edge.from))) return edge
  return there
    ? { ...edge, directed: true }
    : { ...edge, from: edge.to, to: edge.from, directed: true }
}

function wayKey(from: Node, to: Node): string {
  return `${nodeKey(from)}\t${nodeKey(to)}`
}

function nodeKey(node: Node): string {
  return "article" in node ? `a ${node.article}` : `n ${outletKey(node.name)}`
}

/** One edge for each pair, kind and direction: all evidence, the highest confidence. */
function mergeEdges(edges: readonly LineageEdge[]): LineageEdge[] {
  const merged = new Map<string, LineageEdge>()
  for (const edge of edges) {
    const key = [nodeKey(edge.from), nodeKey(edge.to), edge.kind, edge.directed].join("\t")
    const known = merged.get(key)
    merged.set(
      key,
      known ? joinEdges(known, edge) : { ...edge, evidence: joinEvidence(edge.evidence) },
    )
  }
  return [...merged].toSorted(([a], [b]) => compareText(a, b)).map(([, edge]) => edge)
}

function joinEdges(a: LineageEdge, b: LineageEdge): LineageEdge {
  return {
    ...a,
    confidence: Math.max(a.confidence, b.confidence),
    evidence: joinEvidence([...a.evidence, ...b.evidence]),
  }
}

type Place = LineageEdge["evidence"][number]

/** In order, without what lies inside another piece of evidence. */
function joinEvidence(evidence: readonly Place[]): Place[] {
  const places = evidence.toSorted(
    (a, b) =>
      compareText(a.article, b.article) || a.span.from - b.span.from || b.span.to - a.span.to,
  )
  const kept: Place[] = []
  for (const place of places) {
    const last = kept.at(-1)
    if (last?.article !== place.article || !covers(last.span, place.span)) kept.push(place)
  }
  return kept
}
