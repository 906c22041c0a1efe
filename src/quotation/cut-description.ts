import type { Article } from "../article/article.ts"
import type { Notice } from "../source/notice.ts"
import { slice } from "../text/span.ts"
import { findTokens, normsIn, type Token } from "../text/tokens.ts"
import { isSpeech, type Quotation } from "./quotation.ts"

/** Quoted words that a description must hold in a row to be said to print them. */
const SAME_WORDS = 6
/** Characters of a description that anybody will see. */
const READ = 2000
/** Characters of the words that are shown. */
const SHOWN = 50

/**
 * Quotations that the page's own description, which search engines and links show in its stead, prints without their
 * marks or without whoever said them.
 */
export function findCutDescription(article: Article, quotations: readonly Quotation[]): Notice[] {
  const description = (article.description ?? "").slice(0, READ)
  const words = findTokens(description)
  const cut = quotations.filter(isSpeech).flatMap((quotation) => {
    const at = findRun(words, wordsOf(article, quotation))
    const what = at === null ? null : whatIsCut(description, words, at, nameOf(article, quotation))
    return at === null || what === null ? [] : { at: words[at]!.from, what }
  })
  const [first] = cut.toSorted((a, b) => a.at - b.at)
  if (!first) return []
  const shown = description.slice(first.at, first.at + SHOWN).trim()
  return [
    {
      kind: "description",
      source: article.source,
      text: `The description that ${article.source} gives of itself prints “${shown}…” ${first.what}.`,
    },
  ]
}

function wordsOf({ text }: Article, { marked }: Quotation): string[] {
  return marked.flatMap((span) => normsIn(text, span))
}

/** The last word by which the page calls the speaker; null where it calls nobody. */
function nameOf({ text }: Article, { speaker }: Quotation): string | null {
  const called = speaker?.name ?? (speaker?.mention ? slice(text, speaker.mention) : "")
  return findTokens(called).at(-1)?.norm ?? null
}

/** Where enough of the quoted words begin in the description; null where they do not stand in it. */
function findRun(words: readonly Token[], quoted: readonly string[]): number | null {
  const runs = new Set(
    quoted.slice(SAME_WORDS - 1).map((_, i) => quoted.slice(i, i + SAME_WORDS).join(" ")),
  )
  const norms = words.map(({ norm }) => norm)
  const at = norms.findIndex((_, i) => runs.has(norms.slice(i, i + SAME_WORDS).join(" ")))
  return at < 0 ? null : at
}

function whatIsCut(
  description: string,
  words: readonly Token[],
  at: number,
  name: string | null,
): string | null {
  if (!isMarked(description, words[at]!.from)) return "without quotation marks"
  const isNamed = name === null || words.some(({ norm }) => norm.startsWith(name))
  return isNamed || words.some(({ norm }) => PRONOUNS.has(norm)) ? null : "without who said it"
}

const PRONOUNS: ReadonlySet<string> = new Set(["he", "she", "they"])

/** Whether a quotation mark stands open at a place. */
function isMarked(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const straight = before.split('"').length - 1
  const [opened, closed] = [/[“«„‘]/g, /[”»]/g].map((sign) => before.match(sign)?.length ?? 0)
  return straight % 2 === 1 || opened! > closed! || /(?:^|\s)'[^']*$/.test(before)
}
