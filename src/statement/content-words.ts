import { findTokens, type Token } from "../text/tokens.ts"

const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    "about after also because been before being both could does each even ever every from have here into just like " +
    "many more most much must only other over said same says should some such than that their them then there these " +
    "they this those though through under until upon very want well were what when where which while will with would " +
    "your yours"
  ).split(" "),
)

/** Whether a word says something by itself. */
export function isContentWord({ norm }: Token): boolean {
  return norm.length >= 4 && !FUNCTION_WORDS.has(norm)
}

/** The words of a text by which it may name somebody. */
export function namingWords(text: string): ReadonlySet<string> {
  return new Set(findTokens(text).map(({ norm }) => norm.replace(/'s$/, "")))
}
