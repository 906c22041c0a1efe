import { oddsOf, readTrees, type Trees } from "./boost.ts"
import { CONTEXT_TREES, PAIR_TREES, SETTLED_TREES } from "./boost-weights.ts"
import { candidatePairs, type Pairs } from "./candidates.ts"
import type { Likeness } from "./cluster.ts"
import { CONTEXT, contextOf } from "./context.ts"
import { FEATURE } from "./feature.ts"
import { featuresOf } from "./likeness.ts"
import type { Profile } from "./profile.ts"
import { NO_TIE, pairKey, type Tie, type Ties } from "./tie.ts"

const [alone, among, settled] = [PAIR_TREES, CONTEXT_TREES, SETTLED_TREES].map(readTrees) as [
  Trees,
  Trees,
  Trees,
]

/** What two articles say of their being one story: log-odds, and the days between them. */
export interface Weighed {
  readonly odds: number
  readonly days: number
}

export function weighPair(a: Profile, b: Profile, tie: Tie): Weighed {
  const features = featuresOf(a, b, tie)
  return { odds: oddsOf(alone, features), days: features[FEATURE.days]! }
}

/**
 * Every pair of articles that may be one story, with the log-odds that it is: first by what the two say, then twice by
 * how that compares with what their neighbours say.
 */
export function compareProfiles(
  profiles: readonly Profile[],
  ties: Ties,
  weighed: typeof weighPair = weighPair,
): Likeness[] {
  const pairs = candidatePairs(profiles, ties)
  const first = new Float64Array(pairs.a.length)
  const days = new Float64Array(pairs.a.length)
  for (let pair = 0; pair < first.length; pair++) {
    const [a, b] = [pairs.a[pair]!, pairs.b[pair]!]
    const tie = ties.get(pairKey(a, b, profiles.length)) ?? NO_TIE
    const alike = weighed(profiles[a]!, profiles[b]!, tie)
    first[pair] = alike.odds
    days[pair] = alike.days
  }
  const second = weighAmong(profiles.length, pairs, first, among, [days])
  const third = weighAmong(profiles.length, pairs, second, settled, [days, first])
  return Array.from(third, (odds, pair) => ({ a: pairs.a[pair]!, b: pairs.b[pair]!, odds }))
}

/** Odds by what the neighbours of each pair say, and what is known of it besides. */
function weighAmong(
  count: number,
  pairs: Pairs,
  odds: Float64Array,
  trees: Trees,
  known: readonly Float64Array[],
): Float64Array {
  const writeContext = contextOf(count, pairs, odds)
  const row = new Float64Array(CONTEXT + known.length)
  return odds.map((_, pair) => {
    writeContext(pair, row)
    known.forEach((numbers, k) => {
      row[CONTEXT + k] = numbers[pair]!
    })
    return oddsOf(trees, row)
  })
}
