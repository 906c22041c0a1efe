import { hashWord, hashWords, SHAPE } from "../text/words.ts"
import { IS } from "./lexicon.ts"
import type { Mention } from "./mention.ts"
import type { Reading } from "./reading.ts"

/** The speech verb that stands beside a mention. */
export interface CueBeside {
  /** 0 none, 1 after the mention, 2 before it, 3 "according to" before it. */
  readonly place: 0 | 1 | 2 | 3
  readonly hash: number
  /** -1 where there is none. */
  readonly token: number
}

const NONE: CueBeside = { place: 0, hash: 0, token: -1 }
const COMMA = hashWord(",")
const TO = hashWord("to")
const ACCORDING = hashWord("according")
/** The same in one word: German, French, Spanish; "по словам" is read by its noun. */
const ACCORDING_TO = hashWords(
  "laut angaben ansicht meinung einschätzung darstellung aussage selon según словам мнению данным",
)
/** "Nach Angaben von …", beside "nach Angaben der …". */
const VON = hashWord("von")
/** Longest apposition that is skipped to reach the verb. */
const MAX_APPOSITION = 14
/** How many adverbs and auxiliaries may stand before the verb. */
const MAX_SKIPPED = 4

/** Finds the speech verb of a mention; adverbs, auxiliaries and an apposition may stand between. */
export function cueBeside(reading: Reading, mention: Mention): CueBeside {
  const { words, bits, sentence } = reading
  const at = sentence[mention.first]
  // "dit-il": the verb and its pronoun are one word.
  if (mention.kind === "pronoun" && isVerb(reading, mention.first))
    return { place: 2, hash: words.hash[mention.first]!, token: mention.first }
  let i = mention.last
  if (words.hash[i] === COMMA) i = afterApposition(reading, i)
  for (let k = 0; k < MAX_SKIPPED && sentence[i] === at; k++, i++) {
    if (isVerb(reading, i)) return { place: 1, hash: words.hash[i]!, token: i }
    if (!(bits[i]! & IS.auxiliary) && !isAdverb(reading, i)) break
  }
  const j = mention.first - 1
  if (j < 0 || sentence[j] !== at) return NONE
  const source = words.hash[j] === VON && j > 0 ? j - 1 : j
  if (ACCORDING_TO.has(words.hash[source]!)) return { place: 3, hash: ACCORDING, token: source }
  if (isVerb(reading, j)) return { place: 2, hash: words.hash[j]!, token: j }
  const according = j > 0 && words.hash[j] === TO && words.hash[j - 1] === ACCORDING
  return according ? { place: 3, hash: ACCORDING, token: j - 1 } : NONE
}

/** A cue word that no determiner makes a noun: "this quote". */
function isVerb({ bits }: Reading, i: number): boolean {
  return (bits[i]! & IS.cue) !== 0 && !(i > 0 && bits[i - 1]! & IS.determiner)
}

function afterApposition(reading: Reading, comma: number): number {
  const { words, sentence } = reading
  for (let i = comma + 1; i < comma + MAX_APPOSITION && sentence[i] === sentence[comma]; i++) {
    if (words.hash[i] === COMMA) return i + 1
  }
  return comma
}

function isAdverb(reading: Reading, i: number): boolean {
  const { text, to, from, shape } = reading.words
  if (shape[i] !== SHAPE.lower || to[i]! - from[i]! < 4) return false
  return text.charCodeAt(to[i]! - 1) === 0x79 && text.charCodeAt(to[i]! - 2) === 0x6c
}
