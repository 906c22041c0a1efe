import { SMALL_NUMBERS } from "../text/number-words.ts"

/** `one` to `twelve`, then digits. */
export function inWords(count: number): string {
  return NUMBER_WORDS[count] ?? inDigits(count)
}

/** In threes: `1,500`. */
export function inDigits(count: number): string {
  return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",")
}

/** With a capital, for the beginning of a sentence. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}

/** `one article`, `14 articles`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${inWords(count)} ${count === 1 ? one : many}`
}

/** As far as a newsroom writes numbers out; of nothing there is “no article”. */
const NUMBER_WORDS: readonly string[] = ["no", ...[...SMALL_NUMBERS.keys()].slice(1, 13)]
