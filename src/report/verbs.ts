import type { Story } from "../story/story.ts"
import type { VerbClass, VerbUse } from "../story/wording.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { foldSpeakers } from "./speakers.ts"

/** A speech verb as one article uses it of one speaker. */
export interface ArticleVerb extends VerbUse {
  readonly article: string
}

/** The verbs with which one speaker's words are reported. */
export interface SpeakerVerbs {
  readonly speaker: string
  readonly uses: readonly ArticleVerb[]
}

/** Speakers of whom some verb says more than "said", those with the most of such verbs first. */
export function findTellingVerbs(story: Pick<Story, "wording">): SpeakerVerbs[] {
  const told = foldSpeakers(story)
  const uses = story.wording.flatMap(({ article, verbs }) =>
    verbs.map((use) => ({ ...use, article })),
  )
  const named = uses.filter(({ speaker }) => speaker !== null)
  return [...groupBy(named, ({ speaker }) => told.get(speaker ?? "") ?? speaker ?? "")]
    .map(([speaker, uses]) => ({ speaker, uses, telling: countUses(uses.filter(isTelling)) }))
    .filter(({ telling }) => telling > 0)
    .toSorted(
      (a, b) =>
        b.telling - a.telling ||
        countUses(b.uses) - countUses(a.uses) ||
        compareText(a.speaker, b.speaker),
    )
    .map(({ speaker, uses }) => ({ speaker, uses }))
}

/** Whether a verb says more than "said". */
export function isTelling({ class: kind }: VerbUse): boolean {
  return kind !== null && kind !== "plain"
}

export function countUses(uses: readonly VerbUse[]): number {
  return uses.reduce((sum, { spans }) => sum + spans.length, 0)
}

/** What the verbs of a list do; null for those that no list has. */
export function describeVerbs(kind: VerbClass | null): string {
  return kind === null ? "not in the lists" : CLASS_WORDS[kind]
}

const CLASS_WORDS: Readonly<Record<VerbClass, string>> = {
  doubting: "keeps a distance",
  granting: "vouches for it",
  colouring: "tells the manner",
  plain: "neutral",
}
