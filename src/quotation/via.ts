import { firstWhere } from "../text/first-where.ts"
import { hull } from "../text/span.ts"
import { hashWord, hashWords } from "../text/words.ts"
import type { Via } from "./quotation.ts"
import type { Scene } from "./scene.ts"

const TOLD = hashWords("told tells telling")
const BY = hashWord("by")
const WITH = hashWord("with")
const TO = hashWord("to")
const FOR = hashWord("for")
const ON = hashWord("on")
const REPORTED = hashWords("reported quoted cited published obtained")
const INTERVIEW = hashWords("interview conversation talk q&a appearance")
const SPEAKING = hashWords("speaking talking speak spoke")
/** Words behind which a name is no longer the one that was told: "told him that Reddin…", "told reporters at the…". */
const ENDS = hashWords("that him her them me us you it at in about when before after")
/** How many tokens before the name the phrase that makes it a channel may begin. */
const REACH = 6

/** How many mentions of a sentence are looked at: what has more is a list, or a text without full stops. */
const MAX_LOOKED = 64

/** Through whom the words of a sentence reached the page, of the names that stand in it outside marks. */
export function findVia(scene: Scene, sentence: number, speaker: number | null): Via[] {
  const { mentions, reading } = scene
  const found: Via[] = []
  const first = firstIn(scene, sentence)
  for (let m = first; m < mentions.length && m < first + MAX_LOOKED; m++) {
    const mention = mentions[m]!
    if (reading.sentence[mention.first] !== sentence) break
    if (m === speaker || mention.kind === "pronoun" || mention.kind === "place") continue
    if (reading.part[mention.first] !== -1 || !isChannel(scene, mention.first)) continue
    const name = reading.article.text.slice(mention.from, mention.to).replace(/\s+/g, " ")
    found.push({ name, span: hull([mention]) })
  }
  return found
}

/** The index of the first mention in a sentence or after it. */
function firstIn({ mentions, reading }: Scene, sentence: number): number {
  return firstWhere(mentions.length, (i) => reading.sentence[mentions[i]!.first]! >= sentence)
}

/** Whether the words before a name say that somebody spoke to it or was reported by it. */
function isChannel(scene: Scene, first: number): boolean {
  const { hash } = scene.reading.words
  const { sentence } = scene.reading
  let preposition = 0
  for (let i = first - 1; i >= 0 && i >= first - REACH && sentence[i] === sentence[first]; i--) {
    const word = hash[i]!
    if (ENDS.has(word)) return false
    if (TOLD.has(word) && i >= first - 3) return true
    if (word === BY || word === WITH || word === TO || word === FOR || word === ON)
      preposition = word
    if (preposition === BY && REPORTED.has(word)) return true
    if (
      (preposition === WITH || preposition === TO || preposition === FOR || preposition === ON) &&
      INTERVIEW.has(word)
    )
      return true
    if ((preposition === TO || preposition === WITH) && SPEAKING.has(word)) return true
  }
  return false
}
