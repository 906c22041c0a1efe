import { align } from "../alignment/align.ts"
import { Lexicon } from "../alignment/lexicon.ts"
import { type Article, bodyBlocks } from "../article/article.ts"
import { firstWhere } from "../text/first-where.ts"
import { addTo } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import type { ParagraphChange, Revision } from "./revision.ts"

/** What each revision changed in the text that it revises. */
export function findRevisions(articles: readonly Article[]): Revision[] {
  const byId = new Map(articles.map((article) => [article.id, article]))
  return articles.flatMap((after) => {
    const before = after.revisionOf === null ? undefined : byId.get(after.revisionOf)
    return before
      ? [{ article: after.id, revisionOf: before.id, changes: changesOf(before, after) }]
      : []
  })
}

interface Paragraph extends Span {
  readonly tokens: readonly Token[]
  /** Its words, as compared. */
  readonly key: string
}

function paragraphsOf(article: Article): Paragraph[] {
  return bodyBlocks(article).flatMap(({ from, to }) => {
    const tokens = findTokens(article.text, { from, to })
    const key = tokens.map(({ norm }) => norm).join(" ")
    return tokens.length === 0 ? [] : [{ from, to, tokens, key }]
  })
}

/** A paragraph of the earlier text and the one of the later that it became, by their places. */
interface Match {
  readonly before: number
  readonly after: number
}

function changesOf(earlier: Article, later: Article): ParagraphChange[] {
  const [before, after] = [paragraphsOf(earlier), paragraphsOf(later)]
  const same = sameParagraphs(before, after)
  const matches = [...same, ...reworded(before, after, same)].toSorted((x, y) => x.after - y.after)
  const inOrder = new Set(longestAscent(matches))
  const changes = matches.flatMap((match) => {
    const [old, now] = [before[match.before]!, after[match.after]!]
    const words = old.key === now.key ? [] : changedWords(old, now)
    if (old.key === now.key && inOrder.has(match)) return []
    const kind = inOrder.has(match) ? ("changed" as const) : ("moved" as const)
    return [{ at: match.after, change: { kind, before: spanOf(old), after: spanOf(now), words } }]
  })
  const byBefore = matches.toSorted((x, y) => x.before - y.before)
  const removed = missing(before, matches, "before").map((i) => ({
    at: placeBefore(i, byBefore),
    change: { kind: "removed" as const, before: spanOf(before[i]!), after: null, words: [] },
  }))
  const added = missing(after, matches, "after").map((i) => ({
    at: i,
    change: { kind: "added" as const, before: null, after: spanOf(after[i]!), words: [] },
  }))
  return [...removed, ...changes, ...added]
    .toSorted((x, y) => x.at - y.at)
    .map(({ change }) => change)
}

/** Paragraphs that both texts have, each once. */
function sameParagraphs(before: readonly Paragraph[], after: readonly Paragraph[]): Match[] {
  const places = new Map<string, number[]>()
  before.forEach(({ key }, i) => {
    addTo(places, key, i)
  })
  return after.flatMap(({ key }, i) => {
    const place = places.get(key)?.shift()
    return place === undefined ? [] : [{ before: place, after: i }]
  })
}

/** Share of their words, of both together, that a paragraph has in common with what it was before. */
const REWORDED = 0.5
/** More paragraphs than this are looked for among as many of the others only: nobody rewrites so much at once. */
const MOST_REWORDED = 200

/** Paragraphs of which words were changed: the likest pairs first. */
function reworded(
  before: readonly Paragraph[],
  after: readonly Paragraph[],
  same: readonly Match[],
): Match[] {
  const olds = missing(before, same, "before").slice(0, MOST_REWORDED)
  const nows = missing(after, same, "after").slice(0, MOST_REWORDED)
  const pairs = nows
    .flatMap((now) =>
      olds.map((old) => ({
        before: old,
        after: now,
        share: sharedWords(before[old]!, after[now]!),
      })),
    )
    .filter(({ share }) => share >= REWORDED)
    .toSorted((x, y) => y.share - x.share || x.after - y.after || x.before - y.before)
  const [olden, newer] = [new Set<number>(), new Set<number>()]
  return pairs.flatMap((pair) => {
    if (olden.has(pair.before) || newer.has(pair.after)) return []
    olden.add(pair.before)
    newer.add(pair.after)
    return [{ before: pair.before, after: pair.after }]
  })
}

function sharedWords(a: Paragraph, b: Paragraph): number {
  const words = new Set(a.tokens.map(({ norm }) => norm))
  const shared = b.tokens.filter(({ norm }) => words.has(norm)).length
  return (2 * shared) / (a.tokens.length + b.tokens.length)
}

/** Places on one side that no match has. */
function missing(
  paragraphs: readonly Paragraph[],
  matches: readonly Match[],
  side: keyof Match,
): number[] {
  const matched = new Set(matches.map((match) => match[side]))
  return [...paragraphs.keys()].filter((i) => !matched.has(i))
}

/** Where in the later text a removed paragraph stood: behind what it followed. */
function placeBefore(removed: number, byBefore: readonly Match[]): number {
  const next = firstWhere(byBefore.length, (i) => byBefore[i]!.before >= removed)
  const last = byBefore[next - 1]
  return last ? last.after + 0.5 : -1
}

/** The most matches that stand in the same order on both sides (Schensted 1961); the others were moved. */
function longestAscent(matches: readonly Match[]): Match[] {
  const tails: Match[] = []
  const previous = new Map<Match, Match | undefined>()
  for (const match of matches) {
    const place = firstWhere(tails.length, (i) => tails[i]!.before > match.before)
    previous.set(match, tails[place - 1])
    tails[place] = match
  }
  const ascent: Match[] = []
  for (let match = tails.at(-1); match; match = previous.get(match)) ascent.push(match)
  return ascent
}

function spanOf({ from, to }: Span): Span {
  return { from, to }
}

type WordChange = ParagraphChange["words"][number]

/** Runs of words that are not the same on both sides. */
function changedWords(before: Paragraph, after: Paragraph): WordChange[] {
  const lexicon = new Lexicon()
  const [base, witness] = [before, after].map(({ tokens }) =>
    lexicon.sequence(tokens, new Uint8Array(tokens.length)),
  )
  const { toBase } = align(base!, witness!, lexicon)
  const changes: WordChange[] = []
  let [old, now] = [0, 0]
  const close = (oldEnd: number, nowEnd: number): void => {
    if (oldEnd > old || nowEnd > now)
      changes.push({
        before: wordsAt(before, old, oldEnd),
        after: wordsAt(after, now, nowEnd),
      })
  }
  toBase.forEach((b, w) => {
    if (b < old || before.tokens[b]!.norm !== after.tokens[w]!.norm) return
    close(b, w)
    old = b + 1
    now = w + 1
  })
  close(before.tokens.length, after.tokens.length)
  return changes
}

/** The characters of words `from` to `to`; between words, the empty place before the next. */
function wordsAt({ tokens, to: end }: Paragraph, from: number, to: number): Span {
  if (to > from) return { from: tokens[from]!.from, to: tokens[to - 1]!.to }
  const at = tokens[from]?.from ?? end
  return { from: at, to: at }
}
