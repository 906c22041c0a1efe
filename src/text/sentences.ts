import { hashWord, hashWords, SHAPE, type Words } from "./words.ts"

const STOP = new Set([".", "!", "?", "…"].map(hashWord))
const DOT = hashWord(".")
const CLOSING = new Set(["”", "’", '"', "'", ")", "]", "»", "“", "‘"].map(hashWord))
const OPENING = new Set(["“", "‘", '"', "'", "(", "[", "«", "„", "—", "–"].map(hashWord))

/** Words that begin a sentence after "U.S." or "Jr." but do not follow it inside one. */
const STARTERS = hashWords(
  "the a an he she they it we i but and in on at for this that these his her their there if when while as after however meanwhile",
)

/**
 * The number of each token's sentence, counted through the text. `breaks` are token indices at which a paragraph
 * begins; no sentence runs over one. A stop inside quotation marks ends a sentence only when what follows begins one:
 * “Why?” he asked is one sentence.
 */
export function numberSentences(words: Words, breaks: readonly number[]): Int32Array {
  const numbers = new Int32Array(words.count)
  let sentence = 0
  let nextBreak = 0
  let stopped = false
  for (let i = 0; i < words.count; i++) {
    while (breaks[nextBreak] !== undefined && breaks[nextBreak]! < i) nextBreak++
    if (i > 0 && (breaks[nextBreak] === i || (stopped && beginsSentence(words, i)))) {
      sentence++
      stopped = false
    }
    numbers[i] = sentence
    stopped = staysStopped(words, i, stopped)
  }
  return numbers
}

function staysStopped(words: Words, i: number, stopped: boolean): boolean {
  if (words.shape[i] !== SHAPE.mark) return endsWithDot(words, i)
  const hash = words.hash[i]!
  return STOP.has(hash) || (stopped && CLOSING.has(hash))
}

function endsWithDot(words: Words, i: number): boolean {
  return words.text.charCodeAt(words.to[i]! - 1) === 0x2e
}

/** Whether a sentence may begin at a token after a stop. */
function beginsSentence(words: Words, i: number): boolean {
  const hash = words.hash[i]!
  const shape = words.shape[i]
  if (shape === SHAPE.mark) {
    if (CLOSING.has(hash) && words.from[i] === words.to[i - 1]) return false
    return OPENING.has(hash) && i + 1 < words.count && words.shape[i + 1] !== SHAPE.lower
  }
  if (shape === SHAPE.lower) return false
  const previous = i - 1
  const abbreviated = words.shape[previous] !== SHAPE.mark && endsWithDot(words, previous)
  if (abbreviated) return words.to[previous]! < words.from[i]! && STARTERS.has(hash)
  return words.hash[previous] !== DOT || words.to[previous]! < words.from[i]!
}
