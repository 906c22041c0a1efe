import type { Place, Story } from "../story/story.ts"
import type { Carried } from "../story/wording.ts"
import { groupBy } from "../text/group-by.ts"

/** One thing that most articles of a story carry, with those that do not. */
export interface Gap {
  readonly what: Carried["what"]
  readonly place: Place
  readonly carriedBy: readonly string[]
  readonly missingFrom: readonly string[]
}

/** What most articles of a story carry and others leave out, the most carried first. */
export function findGaps({ missing }: Pick<Story, "missing">): Gap[] {
  const together = groupBy(missing, ({ what }) => JSON.stringify(what))
  return [...together.values()]
    .map((gaps) => ({ ...gaps[0]!, missingFrom: gaps.map(({ article }) => article) }))
    .map(({ what, place, carriedBy, missingFrom }) => ({ what, place, carriedBy, missingFrom }))
    .toSorted((a, b) => b.carriedBy.length - a.carriedBy.length)
}
