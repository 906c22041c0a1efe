import type { Act } from "../story/acts.ts"
import type { Headline, Story } from "../story/story.ts"
import { isFunctionWord } from "../text/function-words.ts"
import { groupEach } from "../text/group-by.ts"
import { hull, type Span } from "../text/span.ts"
import { normsIn } from "../text/tokens.ts"
import { quoted } from "./excerpt.ts"
import { wordsAt } from "./headline.ts"

/** Whom a headline names as acting, or that it names nobody, with the words that say so. */
export interface Acting {
  readonly article: string
  readonly span: Span
  readonly words: string
  readonly isNamed: boolean
}

/** Who acts in the headlines that say of one person or thing that it was done by different ones, or by nobody. */
export function findActing({ headlines }: Story): Acting[] {
  const acts = headlines.flatMap((headline) => headline.acts.map((act) => ({ headline, act })))
  const alike = groupEach(acts, ({ headline, act }) => tellingWords(headline, act.undergoer))
  const told = new Set([...alike.values()].filter(differ).flat())
  return acts.filter((one) => told.has(one)).map(actingIn)
}

/** In a newsroom's words. */
export function describeActing({ words, isNamed }: Pick<Acting, "words" | "isNamed">): string {
  return `${isNamed ? "who acts" : "no one named as acting"}: ${quoted(words)}`
}

interface Printed {
  readonly headline: Headline
  readonly act: Act
}

/** Whether some name who acts and others do not, or no word is in all the names. */
function differ(printed: readonly Printed[]): boolean {
  const named = printed.filter(({ act }) => act.actor !== null)
  if (named.length < printed.length) return named.length > 0
  const [first = [], ...others] = named.map(({ headline, act }) =>
    tellingWords(headline, act.actor),
  )
  return !first.some((word) => others.every((words) => words.includes(word)))
}

function tellingWords(headline: Headline, span: Span | null): string[] {
  if (!span) return []
  const norms = normsIn(wordsAt(headline, span))
  return norms.filter((norm) => !isFunctionWord(norm))
}

function actingIn({ headline, act }: Printed): Acting {
  const span = act.actor ?? hull(act.undergoer ? [act.undergoer, act.verb] : [act.verb])
  const words = wordsAt(headline, span)
  return { article: headline.article, span, words, isNamed: act.actor !== null }
}
