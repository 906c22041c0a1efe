/** What English words are worth, the numbers 0 to 19. */
export const SMALL_NUMBERS: ReadonlyMap<string, number> = new Map(
  (
    "zero one two three four five six seven eight nine ten " +
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
  )
    .split(" ")
    .map((word, value) => [word, value]),
)

/** The tens from 20 to 90. */
export const TENS: ReadonlyMap<string, number> = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, i) => [word, 10 * (i + 2)]),
)
