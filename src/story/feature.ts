/**
 * What speaks for and against two articles being one story, by its place in the row that the learned trees read. Where
 * there are two places, the less and the more of the two articles.
 */
export const FEATURE = {
  /** Shares of the top names' weight that the other article has too. */
  leastNamesCovered: 0,
  mostNamesCovered: 1,
  /** Cosines of parts. */
  title: 2,
  lead: 3,
  opening: 4,
  body: 5,
  firstNames: 6,
  /** The title of one and the body of the other. */
  titleInBody: 7,
  leastTitleNamesCovered: 8,
  pairs: 9,
  numbers: 10,
  weekdays: 11,
  /** Whether both name a weekday. */
  bothWeekdays: 12,
  /** How much they count the same things and never the same number of them. */
  conflict: 13,
  /** What the terms that both have in a part tell together. */
  titleRarity: 14,
  leadRarity: 15,
  bodyRarity: 16,
  namesRarity: 17,
  topNamesRarity: 18,
  /** What the heaviest name tells that the other article lacks altogether. */
  leastMissing: 19,
  mostMissing: 20,
  mostTitleMissing: 21,
  leastWords: 22,
  mostWords: 23,
  sameOutlet: 24,
  statements: 25,
  copied: 26,
  /** Days between publications; between guesses of them; by how much the text of one is newer than the other; years. */
  days: 27,
  guessedDays: 28,
  newer: 29,
  years: 30,
} as const

export const FEATURES = 31

/** Nothing is known of it. */
export const UNKNOWN = -1
