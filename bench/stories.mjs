// How many articles a second are grouped into stories, alone and with all that is told of a story, in CPU time?
//   node bench/stories.mjs CORPUS_DIR     (after npm run build; CORPUS_DIR holds manifest.jsonl and articles/)
import { extractArticles } from "../dist/article/extract.js"
import { clusterByLikeness } from "../dist/story/cluster.js"
import { groupStories } from "../dist/story/group.js"
import { compareProfiles } from "../dist/story/likeness.js"
import { profileOf } from "../dist/story/profile.js"
import { Terms } from "../dist/story/terms.js"
import { articleRows, readRow } from "../eval/manifest.mjs"
import { describeMachine } from "./machine.mjs"

const [corpus] = process.argv.slice(2)
if (!corpus) {
  console.error("usage: node bench/stories.mjs CORPUS_DIR")
  process.exit(2)
}
const SIZES = [1000, 2000, 4000]
const rows = articleRows(corpus).slice(0, SIZES.at(-1))
const articles = rows.flatMap((row) => readRow(corpus, row, extractArticles) ?? [])

function secondsOf(work) {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

function group(some) {
  const terms = new Terms()
  const profiles = some.map((article) => profileOf(article, terms))
  clusterByLikeness(some.length, compareProfiles(profiles, new Map()), 0)
}

console.log(`${articles.length} articles of ${corpus}; ${describeMachine()}`)
group(articles.slice(0, SIZES[0]))
for (const size of SIZES) {
  const some = articles.slice(0, size)
  const alone = secondsOf(() => group(some))
  const told = secondsOf(() =>
    groupStories({ articles: some, quotations: [], statements: [], lineage: [] }),
  )
  const rate = (seconds) => `${Math.round(some.length / seconds)} a second`
  console.log(
    `${some.length} articles: grouping ${rate(alone)} (${alone.toFixed(2)} s), stories told ${rate(told)} (${told.toFixed(2)} s)`,
  )
}
