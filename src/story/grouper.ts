import type { Article } from "../article/article.ts"
import { compareText } from "../text/compare-text.ts"
import { clusterByLikeness, type Linkage } from "./cluster.ts"
import { compareProfiles, type Weighed, weighPair } from "./compare.ts"
import { type Profile, profileOf } from "./profile.ts"
import { Terms } from "./terms.ts"
import type { Ties } from "./tie.ts"

/**
 * A false merge is worse than a miss; in a large story many a pair has little in common, and says little against it;
 * the best of those tried (eval/stories.md).
 */
export const STORY_LINKAGE: Linkage = { together: -0.3, strangers: -1, sure: 3 }

/** The members of each story, by their places in the list. */
export function groupProfiles(
  profiles: readonly Profile[],
  ties: Ties,
  weighed: typeof weighPair = weighPair,
): number[][] {
  return clusterByLikeness(profiles.length, compareProfiles(profiles, ties, weighed), STORY_LINKAGE)
}

const NO_TIES: Ties = new Map()

/**
 * Groups articles as they come, in any order: what was read and compared is kept, and the groups of the same articles
 * are the same however they came. `groups` may be asked for at any time; it compares only what is new.
 */
export class StoryGrouper {
  readonly #terms = new Terms()
  readonly #profiles = new Map<string, Profile>()
  /** The pairs that were compared last: those that no longer are need not be known. */
  #weighed: ReadonlyMap<Profile, ReadonlyMap<Profile, Weighed>> = new Map()

  /** Takes an article in, in the place of one with the same id if there is one. A record is in no story. */
  add(article: Article): void {
    if (!article.record) this.#profiles.set(article.id, profileOf(article, this.#terms))
  }

  /** Takes an article out again: what is older than the window asks for no more room. */
  remove(id: string): void {
    this.#profiles.delete(id)
  }

  /** The ids of the articles so far, in order; each is in exactly one group. */
  groups(): string[][] {
    const profiles = [...this.#profiles.values()].toSorted((a, b) =>
      compareText(a.article.id, b.article.id),
    )
    const [before, now] = [this.#weighed, new Map<Profile, Map<Profile, Weighed>>()]
    const groups = groupProfiles(profiles, NO_TIES, (a, b, tie) => {
      const weighed = before.get(a)?.get(b) ?? weighPair(a, b, tie)
      const others = now.get(a)
      if (others) others.set(b, weighed)
      else now.set(a, new Map([[b, weighed]]))
      return weighed
    })
    this.#weighed = now
    return groups.map((group) => group.map((i) => profiles[i]!.article.id))
  }
}
