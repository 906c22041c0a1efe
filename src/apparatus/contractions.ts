/** A contraction of everyday words, in their compared form: "she's", "I'd"; never an owner's s ("the mayor's"). */
const CONTRACTION =
  /^(i|you|he|she|it|we|they|this|that|there|here|what|who|how|where|when|(?:no|any|every|some)(?:body|one|thing))('s|'d|'re|'ve|'ll|'m)$/

/** What the second part of a contraction may stand for, the likeliest first. */
const MEANINGS: ReadonlyMap<string, readonly string[]> = new Map([
  ["'s", ["is", "has"]],
  ["'d", ["would", "had"]],
  ["'re", ["are"]],
  ["'ve", ["have"]],
  ["'ll", ["will", "shall"]],
  ["'m", ["am"]],
])

const NEGATED: ReadonlyMap<string, string> = new Map([
  ["can't", "can"],
  ["cannot", "can"],
  ["won't", "will"],
  ["shan't", "shall"],
])

/** The words that a word stands for: "don't" are two, "I've" is "I" and something that may be "have". */
export function spelledOut(norm: string): string[] {
  const [, host, rest] = CONTRACTION.exec(norm) ?? []
  if (host !== undefined && rest !== undefined) return [host, rest]
  const verb = NEGATED.get(norm) ?? (norm.endsWith("n't") ? norm.slice(0, -"n't".length) : null)
  return verb === null ? [norm] : [verb, "not"]
}

/** The words of one list that are not in another, however they are contracted there. */
export function withoutShared(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1)
  return words.flatMap((word) => {
    const shared = formsOf(word).find((form) => (counts.get(form) ?? 0) > 0)
    if (shared === undefined) return [MEANINGS.get(word)?.[0] ?? word]
    counts.set(shared, counts.get(shared)! - 1)
    return []
  })
}

/** A word with what it may be written as, or stand for, in a contraction. */
function formsOf(word: string): readonly string[] {
  return [word, ...(MEANINGS.get(word) ?? []), ...(CONTRACTED.get(word) ?? [])]
}

const CONTRACTED: ReadonlyMap<string, readonly string[]> = new Map(
  [...MEANINGS].flatMap(([short, full]) => full.map((word): [string, string[]] => [word, [short]])),
)
