// Does a text twice as long take at most about twice as long, whatever is in it?
// For each kind of hostile text: CPU time, the least of five rounds or more, at N, 2N and 4N characters (N 500,000), and each
// beside the one before. A round runs all three lengths, so that a slow minute of the machine falls on each.
import { extractArticles } from "../dist/article/extract.js"
import { findQuotations } from "../dist/quotation/find.js"
import { findUnclosedMarks } from "../dist/quotation/unclosed.js"
import { sourceOf } from "../dist/source/source.js"
import { readCall } from "../eval/call.mjs"
import { describeMachine } from "./machine.mjs"

/** A last ratio above this is told by the exit code: twice the work, and a processor whose caches hold less of it. */
const MOST = 2.2

const STORY =
  "“The harbour stays open,” Mayor Nora Quill told Radio Sund on Monday. “No ship,” she said, “will be turned away.” " +
  "Odo Finch, a pilot, said that the crews' words had been heard, and the mayor's office denied it.\n\n"
const MARKS = ["“", "”", '"', "'", "‘", "’", "''", "«", "»", "„", "<<", ">>"]

/** The same numbers every time. */
function* chance(seed = 1) {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

function mangled(length, change) {
  const numbers = chance()
  let text = ""
  while (text.length < length)
    text += STORY.replace(/[“”']/g, (mark) => change(mark, numbers.next().value))
  return text
}

const some = (list, number) => list[Math.floor(number * list.length)]
const repeat = (unit) => (length) => unit.repeat(Math.ceil(length / unit.length))
function counted(wordOf) {
  return (length) => {
    let text = ""
    for (let i = 0; text.length < length; i++) text += wordOf(i)
    return text
  }
}

const KINDS = {
  "plain story": repeat(STORY),
  ...Object.fromEntries(MARKS.map((mark) => [`marks ${mark}`, repeat(mark)])),
  ...Object.fromEntries(
    MARKS.map((mark) => [`words opened by ${mark}`, repeat(`said ${mark}word `)]),
  ),
  ...Object.fromEntries(MARKS.map((mark) => [`words closed by ${mark}`, repeat(`words${mark} `)])),
  "marks of every kind": repeat(MARKS.join("")),
  "spaced marks of every kind": repeat(MARKS.join(" ")),
  "words in marks of every kind": repeat(MARKS.map((mark) => `${mark}a b${mark} `).join("")),
  "deep nesting": (length) => `${"“a ‘b ".repeat(length / 12)}${"c’ d” ".repeat(length / 12)}`,
  "marks dropped": (length) => mangled(length, (mark, number) => (number < 0.3 ? "" : mark)),
  "marks doubled": (length) =>
    mangled(length, (mark, number) => (number < 0.3 ? mark + mark : mark)),
  "marks swapped": (length) => mangled(length, (_, number) => some(MARKS, number)),
  "one paragraph": repeat(STORY.replaceAll("\n", " ")),
  "one sentence": repeat("Nora Quill said that Odo Finch said, and the mayor said to her, "),
  "one quotation": (length) =>
    `Nora Quill said: “${"the harbour and the crews, ".repeat(length / 27)}.”`,
  "no spaces": repeat(STORY.replaceAll(/\s/g, "")),
  "one word": repeat("a"),
  capitals: repeat(STORY.toUpperCase()),
  "names only": counted((i) => `Nora${i % 977} Quill${i} `),
  "one surname": counted((i) => `Nora${i} Quill said. `),
  "one first name": counted((i) => `Nora Quill${i} said. Nora spoke. `),
  "one name": repeat("Nora Quill "),
  "quoted people": counted(
    (i) => `“We know,” said Nora Q${i}. “We do,” she said. “No,” said the mayor.\n\n`,
  ),
  pronouns: repeat("he said she said. “No,” he said. "),
  roles: repeat("the former harbour mayor said. “No,” the mayor said. "),
  determiners: repeat("the "),
  colons: repeat("said: "),
  commas: repeat(", "),
  "unclosed marks": counted((i) => `Finch${i} said: “the harbour\n\n`),
  "unclosed single marks": counted((i) => `Finch${i} said: ‘the harbour\n\n`),
  apostrophes: repeat("the crews' boats' nets' o'clock 'tis ‘em ’90s "),
  "repeated fragments": counted(
    (i) => `Finch said: “one two three ${i % 50} four five”. “three ${i % 50}” it is. `,
  ),
  "a speech and its fragments": (length) =>
    `Finch said: “${"harbour crews wait ".repeat(length / 40)}.”\n\n${"The so-called “crews harbour wait late” of it. ".repeat(length / 90)}`,
  headlines: counted((i) => `Nora Q${i} speaks\n\nMayor says “no”\n\n`),
  newlines: repeat("\n"),
  "lines of one letter": repeat("a\n"),
  "paragraphs of one mark": repeat("“\n\n"),
  "captions of marks": repeat("Photo: “a\n\n"),
  "tags left in": repeat("<a href=‘x’ "),
  "spaces before a mark": (length) => `${" ".repeat(length / 2)}${"‘a ".repeat(length / 6)}`,
}

const { positionals, values } = readCall("bench/growth.mjs [KIND…] [--size 500000] [--rounds 5]", {
  options: {
    size: { type: "string", default: "500000" },
    rounds: { type: "string", default: "5" },
  },
  words: [0, Object.keys(KINDS).length],
  isThere: (wanted) => Object.keys(KINDS).some((kind) => kind.includes(wanted)),
})

/** Milliseconds that the rounds take together at least: of short runs five are often all disturbed. */
const LEAST_SPENT = 1500
/** Rounds, in those asked for, after which a row that is still over has shown it: what else runs only adds. */
const PATIENCE = 5

/** The least times of some texts, each after the other, until they have grown as they may or were given every chance. */
function leastTimes(texts) {
  const rows = texts.map((text) => JSON.stringify({ id: "one", text }))
  const rounds = Number(values.rounds)
  let least = rows.map(() => Number.POSITIVE_INFINITY)
  let spent = 0
  for (let round = 1; round <= rounds * PATIENCE; round++) {
    const times = rows.map(timeOnce)
    least = least.map((time, i) => Math.min(time, times[i]))
    for (const time of times) spent += time
    if (round >= rounds && spent >= LEAST_SPENT && growthOf(least).at(-1) <= MOST) break
  }
  return least
}

const growthOf = (times) => times.slice(1).map((time, i) => time / times[i])

function timeOnce(row) {
  const before = process.cpuUsage()
  const { articles } = extractArticles(sourceOf("one.jsonl", row))
  for (const article of articles) {
    findQuotations(article)
    findUnclosedMarks(article)
  }
  // Both kinds together: the kernel counts them exactly, but tells them apart by samples, and a short run is all the one or the other.
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e3
}

console.log(`machine: ${describeMachine()}`)
const size = Number(values.size)
const sizes = [size, 2 * size, 4 * size]
let isOver = false
for (const [kind, textOf] of Object.entries(KINDS)) {
  if (positionals.length > 0 && !positionals.some((wanted) => kind.includes(wanted))) continue
  const times = leastTimes(sizes.map((length) => textOf(length).slice(0, length)))
  const ratios = growthOf(times)
  const over = ratios.at(-1) > MOST
  isOver ||= over
  const shown = times.map((time) => `${time.toFixed(0).padStart(6)} ms`).join(" ")
  const grown = ratios.map((ratio) => `×${ratio.toFixed(2)}`).join(" ")
  console.log(`${kind.padEnd(32)} ${shown}   ${grown}${over ? "  OVER" : ""}`)
}
if (isOver) process.exitCode = 1
