// How fast are versions aligned, and how does that grow?
// Invented versions: words drawn from a made-up vocabulary with a long tail, each version with 2 % of the words dropped,
// 2 % put in and 2 % replaced. The two difference libraries do less: they compare each version with the first, pairwise,
// and name nothing; the ratio says what the rest costs.
import { cpuUsage } from "node:process"
import { diffWords } from "diff"
import DiffMatchPatch from "diff-match-patch"
import { collate } from "../dist/apparatus/collate.js"
import { describeMachine } from "./machine.mjs"

const ROUNDS = 5
const RATE = 0.02

const random = seeded(7)
const vocabulary = Array.from({ length: 3000 }, inventWord)

console.log(`machine: ${describeMachine()}`)
console.log(
  `corpus: invented words, ${RATE * 100} % dropped, put in and replaced; best of ${ROUNDS}, warm, CPU time\n`,
)
console.log(
  "versions × words   record   Stemma ms   µs/word   jsdiff ms   ×     diff-match-patch ms   ×",
)
for (const [count, length, hasRecord] of [
  [30, 60, true],
  [30, 60, false],
  [200, 60, true],
  [200, 60, false],
  [800, 60, true],
  [2, 1250, true],
  [2, 2500, true],
  [2, 5000, true],
  [2, 10000, true],
]) {
  const record = inventText(length)
  const texts = Array.from({ length: count }, () => alter(record))
  const versions = texts.map((text, i) => ({ id: `v${i}`, passage: whole(text) }))
  const ours = best(() => collate(hasRecord ? whole(record) : null, versions))
  const base = hasRecord ? record : texts[0]
  const jsdiff = best(() => texts.map((text) => diffWords(base, text)))
  const dmp = best(() => texts.map((text) => new DiffMatchPatch().diff_main(base, text)))
  console.log(
    [
      `${count} × ${length}`.padEnd(18),
      (hasRecord ? "yes" : "no").padEnd(8),
      ours.toFixed(0).padStart(9),
      ((ours * 1000) / (count * length)).toFixed(1).padStart(9),
      jsdiff.toFixed(0).padStart(11),
      (ours / jsdiff).toFixed(2).padStart(6),
      dmp.toFixed(0).padStart(16),
      (ours / dmp).toFixed(2).padStart(10),
    ].join(" "),
  )
}

/** Milliseconds of CPU time of the fastest round. */
function best(run) {
  let least = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = cpuUsage()
    run()
    const { user, system } = cpuUsage(start)
    least = Math.min(least, (user + system) / 1000)
  }
  return least
}

function whole(text) {
  return { text, spans: [{ from: 0, to: text.length }] }
}

function inventWord() {
  const syllables = 1 + Math.floor(random() * 4)
  let word = ""
  for (let i = 0; i < syllables; i++) {
    word += "bcdfglmnprstv"[Math.floor(random() * 13)] + "aeiou"[Math.floor(random() * 5)]
  }
  return word
}

/** A word; the first of the vocabulary come often, the last hardly ever. */
function drawWord() {
  return vocabulary[Math.floor(vocabulary.length * random() ** 3)]
}

function inventText(length) {
  const sign = () => (random() < 0.07 ? "." : random() < 0.08 ? "," : "")
  return Array.from({ length }, () => drawWord() + sign()).join(" ")
}

function alter(text) {
  const change = (word) => {
    const chance = random()
    if (chance < RATE) return []
    if (chance < 2 * RATE) return [word, drawWord()]
    return chance < 3 * RATE ? [drawWord()] : [word]
  }
  return text.split(" ").flatMap(change).join(" ")
}

/** The same numbers every time: mulberry32. */
function seeded(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
