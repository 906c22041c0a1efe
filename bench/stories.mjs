// How many articles a second are grouped into stories, alone and with all that is told of a story, in CPU time? And how does
// that grow? CORPUS_DIR holds manifest.jsonl and articles/.
// Piles beyond the corpus are its articles again, each copy years later; an article without a day gets one.
import { extractArticles } from "../dist/article/extract.js"
import { groupStories } from "../dist/story/group.js"
import { StoryGrouper } from "../dist/story/grouper.js"
import { readCall } from "../eval/call.mjs"
import { articleRows, readRow } from "../eval/manifest.mjs"
import { describeMachine } from "./machine.mjs"

const {
  values,
  positionals: [corpus],
} = readCall("bench/stories.mjs CORPUS_DIR [--pile 32000]", {
  options: { pile: { type: "string", default: "32000" } },
  words: [1, 1],
})
const SIZES = [1000, 2000, 4000]
const rows = articleRows(corpus)
const articles = rows.flatMap((row) => readRow(corpus, row, extractArticles) ?? [])
const some = articles.slice(0, SIZES.at(-1))

function secondsOf(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function group(pile) {
  const grouper = new StoryGrouper()
  for (const article of pile) grouper.add(article)
  return grouper.groups()
}

const rate = (count, seconds) => `${Math.round(count / seconds)} a second (${seconds.toFixed(2)} s)`

console.log(`${articles.length} articles of ${corpus}; ${describeMachine()}`)
group(some.slice(0, SIZES[0]))
for (const size of SIZES) {
  const pile = some.slice(0, size)
  const alone = secondsOf(() => group(pile))
  const told = secondsOf(() =>
    groupStories({ articles: pile, quotations: [], statements: [], lineage: [] }),
  )
  console.log(`${size} articles: grouping ${rate(size, alone)}, stories told ${rate(size, told)}`)
}

/** Longer than the years that the corpus spans, so that copies of one article are never compared. */
const YEARS = 40
const DAYS = 4000

function pileOf(size) {
  return Array.from({ length: size }, (_, i) => {
    const article = some[i % some.length]
    const copy = Math.floor(i / some.length)
    const known = Date.parse(article.published?.value ?? "") || Date.UTC(2010, 0, 1 + (i % DAYS))
    const day = new Date(known)
    day.setUTCFullYear(day.getUTCFullYear() + copy * YEARS)
    const value = day.toISOString().slice(0, 10)
    const published = { value, precision: "day", from: "manifest" }
    return { ...article, id: `${article.id} ${copy}`, published }
  })
}

const most = Number(values.pile)
for (let size = SIZES.at(-1); size < 2 * most; size *= 2) {
  const pile = pileOf(Math.min(size, most))
  const seconds = secondsOf(() => group(pile))
  const megabytes = Math.round(process.memoryUsage.rss() / 2 ** 20)
  console.log(`pile of ${pile.length}: grouping ${rate(pile.length, seconds)}, ${megabytes} MB`)
}
