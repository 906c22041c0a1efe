import fc from "fast-check"
import { expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import type { Quotation } from "../src/quotation/quotation.ts"
import type { Statement } from "../src/statement/statement.ts"
import { oddsOf, readTrees } from "../src/story/boost.ts"
import type { Pairs } from "../src/story/candidates.ts"
import { clusterByLikeness, type Likeness } from "../src/story/cluster.ts"
import { CONTEXT, contextOf } from "../src/story/context.ts"
import { groupStories } from "../src/story/group.ts"
import { StoryGrouper } from "../src/story/grouper.ts"
import { headedPage as page, quote } from "./pages.ts"

const on = (day: string): Partial<Article> => ({
  published: { value: day, precision: "day", from: "manifest" },
})

const GAZETTE = page(
  "gazette",
  "Mirefield dam leaks after night of rain\nThe dam above Mirefield began to leak on Monday after a night of heavy rain, and two hundred people left the lower town, the warden Ode Marlow said. Engineers from Brackwater are to test the sluice.",
  on("2021-03-02"),
)
const LANTERN = page(
  "lantern",
  "Lower town cleared as Mirefield dam leaks\nTwo hundred people were taken out of lower Mirefield after the dam above the town started leaking in Monday's rain. Warden Ode Marlow has asked engineers in Brackwater to look at the sluice.",
  on("2021-03-02"),
)
const FIRE = page(
  "fire",
  "Barn burns down at Skelder farm\nA barn with forty bales of hay burned down at Skelder farm on Monday night. Nobody was hurt. The farmer, Juno Pell, blamed a lamp.",
  on("2021-03-02"),
)

/** The members of each story. */
function grouped(
  articles: readonly Article[],
  more: Partial<Parameters<typeof groupStories>[0]> = {},
): string[][] {
  return groupStories({ articles, quotations: [], statements: [], lineage: [], ...more }).map(
    (story) => [...story.articles],
  )
}

test("pages about one event are a story and a page about another is not in it", () => {
  expect(grouped([FIRE, LANTERN, GAZETTE])).toEqual([["gazette", "lantern"], ["fire"]])
})

test("the same kind of event a month later is another story", () => {
  const later = { ...LANTERN, id: "later", ...on("2021-04-20") }
  expect(grouped([GAZETTE, later])).toEqual([["gazette"], ["later"]])
})

function statementOf(id: string, quotations: readonly Quotation[]): Statement {
  const witnesses = quotations.map(({ id, article, content }) => ({
    quotation: id,
    article,
    spans: content,
    location: null,
  }))
  return { id, speaker: null, records: [], witnesses, echoes: [] }
}

test("two fires in different towns are two stories where no page has a date", () => {
  const pages = [
    page(
      "skelder-a",
      "Barn burns down at Skelder farm\nA barn with forty bales of hay burned down at Skelder farm near Mirefield. The farmer, Juno Pell, blamed a lamp.",
    ),
    page(
      "skelder-b",
      "Lamp blamed for Skelder barn fire\nThe barn at Skelder farm near Mirefield burned with forty bales of hay in it, and Juno Pell, who farms there, thinks that a lamp fell over.",
    ),
    page(
      "oxwater-a",
      "Barn burns down at Oxwater farm\nA barn with nine calves in it burned down at Oxwater farm near Tollgate. The farmer, Harl Venn, blamed a spark from a tractor.",
    ),
    page(
      "oxwater-b",
      "Nine calves die in Oxwater barn\nNine calves died when the barn of Harl Venn at Oxwater near Tollgate burned, set alight by a spark from his tractor.",
    ),
  ]
  expect(grouped(pages)).toEqual([
    ["oxwater-a", "oxwater-b"],
    ["skelder-a", "skelder-b"],
  ])
})

test("a tree is walked from its root to one leaf, and what several trees say is added up", () => {
  const flag = fc.integer({ min: 0, max: 3 })
  const tree = fc.array(flag, { minLength: 22, maxLength: 22 })
  const walk = (tree: readonly number[], features: readonly number[], node = 0): number =>
    node < 7
      ? walk(tree, features, 2 * node + (features[tree[node]!]! < tree[7 + node]! ? 1 : 2))
      : tree[7 + node]!
  fc.assert(
    fc.property(
      fc.array(tree, { minLength: 1, maxLength: 3 }),
      fc.array(flag, { minLength: 4, maxLength: 4 }),
      (trees, features) => {
        const table = trees.map((one) => one.join(" ")).join("\n")
        const sum = trees.reduce((odds, one) => odds + walk(one, features), 0)
        expect(oddsOf(readTrees(table), Float64Array.from(features))).toBe(sum)
      },
    ),
  )
})

test("two articles hear what their neighbours say of both, and of one alone", () => {
  const pairs = { a: Int32Array.of(0, 0, 1, 1), b: Int32Array.of(1, 2, 2, 3) }
  const said = (count: number, pairs: Pairs, ...odds: readonly number[]): number[] => {
    const row = new Float64Array(CONTEXT)
    contextOf(count, pairs, Float64Array.from(odds))(0, row)
    return [...row]
  }
  const friends = said(4, pairs, 0, 2, 2, -6)
  const rivals = said(4, pairs, 0, 2, -6, 2)
  const [, mediator, , rivalMax] = friends
  expect(mediator).toBeGreaterThan(rivals[1]!)
  expect(rivalMax).toBeLessThan(rivals[3]!)
  const alone = { a: Int32Array.of(0), b: Int32Array.of(1) }
  expect(said(2, alone, 1)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0])
})

test("statements that two pages print tie them over the weeks between", () => {
  const words = [
    "The water came over the sill before anyone rang the bell",
    "I would not sleep under that wall for all the geese in Brackwater",
  ]
  const speech = words.map((line) => `\n“${line},” the warden said.`).join("")
  const now = page("now", `${GAZETTE.text}${speech}`, on("2021-03-02"))
  const later = page("later", `${LANTERN.text}${speech}`, on("2021-03-20"))
  const quotations = words.map((line) => [quote(now, line), quote(later, line)])
  const statements = quotations.map((pair, i) => statementOf(`s${i}`, pair))
  expect(grouped([now, later])).toHaveLength(2)
  expect(grouped([now, later], { quotations: quotations.flat(), statements })).toEqual([
    ["later", "now"],
  ])
})

test("every article is in exactly one story, whatever the order of the input", () => {
  const articles = [
    GAZETTE,
    LANTERN,
    FIRE,
    page("empty", ""),
    page("short", "Wall"),
    page("again", FIRE.text),
  ]
  const stories = grouped(articles)
  expect(stories.flat().toSorted()).toEqual(articles.map(({ id }) => id).toSorted())
  fc.assert(
    fc.property(fc.shuffledSubarray(articles, { minLength: articles.length }), (shuffled) => {
      expect(grouped(shuffled)).toEqual(stories)
    }),
    { numRuns: 20 },
  )
})

test("articles that come one at a time, in any order, come to the groups of them all at once", () => {
  const again = { ...LANTERN, id: "lantern", title: "Old headline", headline: null }
  const coming = [GAZETTE, LANTERN, FIRE, { ...GAZETTE, id: "later", ...on("2021-04-20") }, again]
  const batch = grouped([GAZETTE, LANTERN, FIRE, coming[3]!]).toSorted()
  fc.assert(
    fc.property(
      fc.shuffledSubarray(coming, { minLength: coming.length }),
      fc.integer({ min: 0, max: 4 }),
      (shuffled, asked) => {
        const grouper = new StoryGrouper()
        shuffled.forEach((article, i) => {
          grouper.add(article)
          if (i === asked) grouper.groups()
        })
        grouper.add(LANTERN)
        expect(grouper.groups().toSorted()).toEqual(batch)
      },
    ),
    { numRuns: 20 },
  )
})

test("an article that is taken out leaves its story, and a record is in none", () => {
  const grouper = new StoryGrouper()
  for (const article of [GAZETTE, LANTERN, { ...FIRE, id: "record", record: true }])
    grouper.add(article)
  expect(grouper.groups()).toEqual([["gazette", "lantern"]])
  grouper.remove("lantern")
  expect(grouper.groups()).toEqual([["gazette"]])
})

test("a headline's quoted words are looked for in its own body", () => {
  const article = page(
    "a",
    "Dam ‘safe as a church’, warden says, and ‘dry’\nIt is safe as a church, the warden said on Monday.",
  )
  const quotations = [quote(article, "safe as a church"), quote(article, "dry")]
  const [story] = groupStories({ articles: [article], quotations, statements: [], lineage: [] })
  const shown = story!.headlines[0]!.quoted.map(({ span, body }) =>
    [span, body].map((part) => part && article.text.slice(part.from, part.to)),
  )
  expect(shown).toEqual([
    ["safe as a church", "safe as a church"],
    ["dry", null],
  ])
})

test.each([
  ["There’s no leak", "There is no leak, the warden said.", true],
  ["dry … as a bone", "It is dry, he said, as a bone.", true],
  ["dry … as a bone", "It is dry, he said.", false],
  ["gulls’ and says it ‘holds", "The gulls know that it holds.", true],
  ["gulls’ and says it ‘leaks", "The gulls know that it holds.", false],
])("the words ‘%s’ of a headline are in a body that reads: %s (%s)", (words, body, isThere) => {
  const article = page("a", `Warden: ‘${words}’\n${body}`)
  const quotations = [quote(article, words)]
  const [story] = groupStories({ articles: [article], quotations, statements: [], lineage: [] })
  expect(story!.headlines[0]!.quoted.map((part) => part.body !== null)).toEqual([isThere])
})

test.each([
  [
    "cyber raid on Brel’s pumps",
    "They launched a cyber raid on all Brel pumps.",
    "cyber raid on all Brel pumps",
  ],
  ["very leaky dam", "A badly leaky dam, the warden said.", "badly leaky dam"],
  ["very leaky dam", "The dam holds. Leaky roofs do not.", null],
  ["very leaky dam", "It is a very leaky dam, he said.", null],
])("the words ‘%s’ of a headline are nearly in a body that reads: %s", (words, body, near) => {
  const article = page("a", `Warden: “${words}”\n${body}`)
  const quotations = [quote(article, words)]
  const [story] = groupStories({ articles: [article], quotations, statements: [], lineage: [] })
  const [part] = story!.headlines[0]!.quoted
  expect(part!.near && article.text.slice(part!.near.from, part!.near.to)).toBe(near)
})

test("letters that a headline blots out are held against no body", () => {
  const article = page(
    "a",
    "Warden calls dam ‘b***dy old’\nThe dam is bloody old, the warden said.",
  )
  const quotations = [quote(article, "b***dy old")]
  const [story] = groupStories({ articles: [article], quotations, statements: [], lineage: [] })
  expect(story!.headlines[0]!.quoted).toEqual([])
})

test("a summary never takes a quotation from its marks or its speaker", () => {
  const article = page(
    "a",
    "Dam\n“The water came over the sill. Nobody had rung the bell that hangs there,” the warden said. The dam above Mirefield leaked on Monday after a night of rain.",
  )
  const words = "The water came over the sill. Nobody had rung the bell that hangs there,"
  const [story] = groupStories({
    articles: [article],
    quotations: [quote(article, words)],
    statements: [],
    lineage: [],
  })
  const sentences = story!.summary.map(({ span }) => article.text.slice(span.from, span.to))
  expect(sentences).toEqual(["The dam above Mirefield leaked on Monday after a night of rain."])
})

test("a timeline keeps publication, record and dates in the text apart", () => {
  const words = "The water came over the sill"
  const record = page("record", `Interview with the warden\n${words}`, {
    record: true,
    ...on("2021-03-01"),
  })
  const article = page(
    "a",
    `Dam\n“${words},” she said on Monday. The dam was built in 1911.`,
    on("2021-03-02"),
  )
  const quotation = {
    ...quote(article, words),
    cue: { from: article.text.indexOf("said"), to: article.text.indexOf("said") + 4 },
  }
  const statement = {
    ...statementOf("s", [quotation]),
    records: [{ article: "record", spans: [{ from: 26, to: 54 }] }],
  }
  const [story] = groupStories({
    articles: [article, record],
    quotations: [quotation],
    statements: [statement],
    lineage: [],
  })
  expect(story!.timeline.map(({ value, what }) => `${value} ${what}`)).toEqual([
    "1911 mentioned",
    "2021-03-01 record",
    "2021-03-01 said",
    "2021-03-02 published",
  ])
})

test("a page's own line of its day proves when it appeared, and is no date of the story", () => {
  const stamped = page("a", "Dam bursts\nUpdated March 2, 2021\nIt burst.", on("2021-03-02"))
  const blocks = stamped.blocks.map((block, i) => ({
    ...block,
    kind: i === 1 ? ("furniture" as const) : block.kind,
  }))
  const articles = [{ ...stamped, blocks }]
  const [story] = groupStories({ articles, quotations: [], statements: [], lineage: [] })
  expect(story!.timeline.map(({ value, what, places }) => [value, what, places])).toEqual([
    ["2021-03-02", "published", [{ article: "a", span: { from: 19, to: 32 } }]],
  ])
})

/** What agglomeration by the mean must come to, computed from all pairs at every step. */
function slowClusters(
  count: number,
  likenesses: readonly Likeness[],
  threshold: number,
): number[][] {
  const odds = new Map(likenesses.map(({ a, b, odds }) => [a * count + b, odds]))
  const mean = (x: readonly number[], y: readonly number[]) => {
    const pairs = x.flatMap((i) =>
      y.map((j) => Math.max(-1, odds.get(Math.min(i, j) * count + Math.max(i, j)) ?? -1)),
    )
    return pairs.reduce((sum, value) => sum + value, 0) / pairs.length
  }
  let groups = Array.from({ length: count }, (_, i) => [i])
  for (;;) {
    const offers = groups.flatMap((x, i) =>
      groups.slice(i + 1).map((y) => ({ x, y, mean: mean(x, y) })),
    )
    const best = offers
      .filter((offer) => offer.mean > threshold)
      .toSorted((p, q) => q.mean - p.mean)[0]
    if (!best) return groups.toSorted((x, y) => x[0]! - y[0]!)
    groups = [
      ...groups.filter((group) => group !== best.x && group !== best.y),
      [...best.x, ...best.y].toSorted((i, j) => i - j),
    ]
  }
}

test("joining by the mean over a sparse graph comes to what trying all pairs comes to", () => {
  const count = 7
  const pairs = Array.from({ length: count * count }, (_, i) => ({
    a: Math.floor(i / count),
    b: i % count,
  })).filter(({ a, b }) => a < b)
  // Distinct odds: with ties the order of joining is a convention, not a property.
  const graph = fc
    .shuffledSubarray(pairs)
    .map((chosen) => chosen.map((pair, i) => ({ ...pair, odds: 2.9 - 0.9 * Math.sqrt(0.3 + i) })))
  const linkage = { together: 0, strangers: -1, sure: 3 }
  fc.assert(
    fc.property(graph, (likenesses) => {
      expect(clusterByLikeness(count, likenesses, linkage)).toEqual(
        slowClusters(count, likenesses, 0),
      )
    }),
  )
})
