// How nasty excerpts fare, a line a category: quotation found to the letter, and its speaker.
// Each case is {n, category, excerpt, focus: {text, start, end, speech}, quotations: [{start, end, speaker}]}. An excerpt is read
// alone, so that names given before it are unknown: a speaker is right where the mention is, whoever it means.
import { readFileSync } from "node:fs"
import { findQuotations } from "../dist/quotation/find.js"
import { readCall } from "./call.mjs"
import { makeArticle } from "./corpus.mjs"

/** Marks, space and closing punctuation at a quotation's edges are nobody's words. */
const bare = (words) => words.replace(/^[\s"'“”‘’«»]+|[\s"'“”‘’«».,!?;:]+$/gu, "")

const spanOf = ([from, to]) => ({ from, to })
const touches = (a, b) => a.from < b.to && a.to > b.from

/** Whether the focus was found as printed, as a whole quotation or as what a longer clause has in marks, and who spoke it. */
function judge({ n, excerpt, focus, quotations }) {
  const here = { from: focus.start, to: focus.end }
  const article = makeArticle({ id: `case-${n}`, text: excerpt, language: "en" })
  const marked = findQuotations(article).filter(
    ({ kind, marked }) =>
      (kind === "direct" || kind === "mixed") && marked.some((one) => touches(one, here)),
  )
  if (!focus.speech) return { found: marked.length === 0, voiced: marked.length === 0, marked }
  const isFocus = ({ from, to }) => bare(excerpt.slice(from, to)) === bare(focus.text)
  const same = marked.find((one) => [...one.content, ...one.marked].some(isFocus))
  const gold = quotations.find(({ start, end }) => start === focus.start && end === focus.end)
  const sources = (gold?.speaker?.spans ?? []).map(spanOf)
  const mention = (same ?? marked[0])?.speaker?.mention
  const voiced = sources.length === 0 || sources.some((one) => mention && touches(one, mention))
  return { found: same !== undefined, voiced, marked, gold: gold?.speaker?.text }
}

function print(cases, showWrong) {
  const rows = new Map()
  for (const one of cases) {
    const { found, voiced, marked, gold } = judge(one)
    const row = rows.get(one.category) ?? { n: 0, found: 0, voiced: 0, right: 0 }
    rows.set(one.category, row)
    row.n++
    row.found += found ? 1 : 0
    row.voiced += voiced ? 1 : 0
    row.right += found && voiced ? 1 : 0
    if (showWrong && !(found && voiced))
      console.log(
        JSON.stringify({ n: one.n, category: one.category, focus: one.focus.text, gold, marked }),
      )
  }
  console.log(`${"category".padEnd(24)} cases  words  speaker  both`)
  const total = { n: 0, found: 0, voiced: 0, right: 0 }
  for (const [category, row] of rows) {
    printRow(category, row)
    for (const key of Object.keys(total)) total[key] += row[key]
  }
  printRow("all", total)
}

function printRow(name, { n, found, voiced, right }) {
  const cells = [n, found, voiced, right].map((value, i) => String(value).padStart([5, 7, 9, 6][i]))
  console.log(`${name.padEnd(24)} ${cells.join("")}`)
}

const { values, positionals } = readCall("eval/awkward.mjs CASES.json [--wrong]", {
  options: { wrong: { type: "boolean" } },
  words: [1, 1],
})
print(JSON.parse(readFileSync(positionals[0], "utf8")), values.wrong)
