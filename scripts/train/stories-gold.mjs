// The labelled stories: which pairs of articles they judge, how they are split for cross-validation, and BCubed of a grouping.
import { readLines } from "../../eval/manifest.mjs"

/** Labels judge only articles at most so many days apart. */
const JUDGED_DAYS = 4
/** The acceptance of a split: no topic and no stretch of so many days on both sides. */
const BLOCK_DAYS = 14
const SETS = ["allsides", "ecb", "basil"]

/** What the labels say of articles, which are in the order of `profiles`. */
export function readGold(corpus, profiles) {
  const stories = readLines(corpus, "labels/stories.jsonl").filter(({ clean }) => clean)
  const byId = new Map(stories.flatMap((story) => story.articles.map((id) => [id, story])))
  const storyOf = profiles.map(({ article }) => byId.get(article.id) ?? null)
  return { storyOf, dayOf: profiles.map(({ day }) => day) }
}

/** 1 together, 0 apart, null where the labels cannot tell. */
export function labelOf({ storyOf, dayOf }, a, b) {
  const [first, second] = [storyOf[a], storyOf[b]]
  if (!first || !second || first.set !== second.set) return null
  if (first === second) return 1
  const overlaps = (one, other) => one.mayOverlapWith.includes(other.storyId)
  if (overlaps(first, second) || overlaps(second, first)) return null
  const known = dayOf[a] !== null && dayOf[b] !== null
  return known && Math.abs(dayOf[a] - dayOf[b]) > JUDGED_DAYS ? null : 0
}

/** For each article the name of what must be on one side of a split: a topic, a stretch of days, a story. */
export function blocksOf({ storyOf, dayOf }) {
  const first = new Map()
  storyOf.forEach((story, i) => {
    if (story && dayOf[i] !== null)
      first.set(story, Math.min(first.get(story) ?? Infinity, dayOf[i]))
  })
  return storyOf.map((story) => {
    if (!story) return null
    if (story.set === "ecb") return story.storyId.replace("plus", "")
    return first.has(story) ? `days ${Math.floor(first.get(story) / BLOCK_DAYS)}` : story.storyId
  })
}

/** Mean precision and recall of each labelled article's story (BCubed), and F1 of pairs, a line a set. */
export function scoreGroups(gold, groups) {
  const groupOf = new Int32Array(gold.storyOf.length)
  groups.forEach((group, g) => {
    for (const i of group) groupOf[i] = g
  })
  return SETS.map((set) => scoreSet(gold, set, groupOf))
}

function scoreSet(gold, set, groupOf) {
  const items = [...gold.storyOf.keys()].filter((i) => gold.storyOf[i]?.set === set)
  const sum = { precision: 0, recall: 0, right: 0, false: 0, missed: 0 }
  for (const a of items) {
    const counts = { right: 1, together: 1, mates: 1 }
    for (const b of items) {
      const label = a === b ? null : labelOf(gold, a, b)
      if (label === null) continue
      const joined = groupOf[a] === groupOf[b]
      counts.right += joined && label
      counts.together += joined
      counts.mates += label
      sum.right += joined && label
      sum.false += joined && !label
      sum.missed += !joined && label
    }
    sum.precision += counts.right / counts.together / items.length
    sum.recall += counts.right / counts.mates / items.length
  }
  const { precision, recall } = sum
  return {
    set,
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
    pairs: (2 * sum.right) / (2 * sum.right + sum.false + sum.missed),
  }
}
