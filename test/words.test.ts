import { expect, test } from "vitest"
import type { Edit } from "../src/apparatus/apparatus.ts"
import { describeDate } from "../src/occasion/describe-date.ts"
import { countSentences, shorten } from "../src/report/excerpt.ts"
import { articleName, nameArticles } from "../src/report/names.ts"
import { describeConfidence, describeEdit, describeTouches } from "../src/report/words.ts"
import { listed } from "../src/text/listed.ts"

const edit = (over: Partial<Edit>): Edit => ({
  id: "e1",
  kind: "omission",
  marked: false,
  certainty: "certain",
  touches: [],
  permitted: false,
  base: [{ from: 10, to: 30 }],
  witness: [{ from: 5, to: 5 }],
  baseText: "",
  witnessText: "",
  ...over,
})

const article = (over: Partial<Parameters<typeof articleName>[0]>) => ({
  id: "a1",
  source: "pages/one.html",
  outlet: null,
  title: null,
  url: null,
  published: null,
  ...over,
})

test("a cut without a mark says what was cut and that nothing shows it", () => {
  expect(describeEdit(edit({ baseText: "at least for now" }))).toBe(
    "cut: “at least for now”, not marked",
  )
})

test("words left out behind an ellipsis are not called a cut", () => {
  expect(describeEdit(edit({ kind: "ellipsis", marked: true, baseText: "as I said" }))).toBe(
    "left out and marked: “as I said”",
  )
})

test("a change names the words before and after", () => {
  expect(describeEdit(edit({ kind: "substitution", baseText: "quay", witnessText: "pier" }))).toBe(
    "changed: “quay” became “pier”, not marked",
  )
})

test("a joined quotation counts the sentences that lie between, in words", () => {
  const between = "It was cold. Nobody from the U.S. Coast Guard came. We waited?"
  expect(describeEdit(edit({ kind: "splice", baseText: between }))).toBe(
    "joined: three sentences lie between, not marked",
  )
})

test("a joined quotation whose passages change places says so", () => {
  const base = [
    { from: 90, to: 99 },
    { from: 10, to: 30 },
  ]
  expect(describeEdit(edit({ kind: "splice", base }))).toBe(
    "joined: two passages, in reversed order, not marked",
  )
})

test("the last sentence between two passages counts when its full stop stands in the base", () => {
  const splice = edit({ kind: "splice", baseText: "It was cold. Nobody came" })
  const base = (text: string) => ({ base: text, records: [{ article: "r", spans: [], text: "" }] })
  expect(describeEdit(splice, [], base("Well. It was cold. Nobody came. We left."))).toBe(
    "joined: two sentences lie between, not marked",
  )
  expect(describeEdit(splice, [], base("Well. It was cold. Nobody came and we left."))).toBe(
    "joined: five words lie between, not marked",
  )
})

test("among outlets alone no difference says who is right", () => {
  const alone = { base: "", records: [] }
  const told = (over: Partial<Edit>): string => describeEdit(edit(over), [], alone)
  expect(told({ baseText: "for now" })).toBe("missing here: “for now”")
  expect(told({ kind: "insertion", witnessText: "for now" })).toBe("only here: “for now”")
  expect(told({ kind: "substitution", baseText: "quay", witnessText: "pier" })).toBe(
    "differs: “pier” here, “quay” elsewhere",
  )
  expect(told({ kind: "splice", baseText: "It was cold. Nobody came." })).toBe(
    "joined: in other outlets two sentences lie between",
  )
})

test("quotation marks within quoted words become single ones, but not where the marks are the matter", () => {
  expect(describeEdit(edit({ baseText: "he said “no” to it" }))).toBe(
    "cut: “he said ‘no’ to it”, not marked",
  )
  const marks = edit({ kind: "typographic", baseText: "“no”", witnessText: "‘no’" })
  expect(describeEdit(marks)).toBe("spelling or punctuation: “‘no’” for ““no””")
})

test("a part of a sentence says at which end words are missing", () => {
  const printed = [{ from: 5, to: 50 }]
  const early = edit({ kind: "truncation", baseText: "Frankly," })
  const late = edit({ kind: "truncation", baseText: "for now.", witness: [{ from: 50, to: 50 }] })
  expect(describeEdit(early, printed)).toBe("begins mid-sentence, leaves out “Frankly,”")
  expect(describeEdit(late, printed)).toBe("ends mid-sentence, leaves out “for now.”")
  expect(describeEdit(late)).toBe("part of a sentence, leaves out “for now.”")
})

test("what a difference touches reads as a half-sentence", () => {
  expect(describeTouches(edit({ touches: ["negation", "number"] }))).toBe(
    "the negation and a number",
  )
  expect(listed(["a", "b", "c"])).toBe("a, b and c")
})

test("long words are cut in the middle, short ones are left", () => {
  expect(shorten("one two three", 6)).toBe("one two three")
  expect(shorten("one two three four five six seven", 6)).toBe("one two three four … six seven")
})

test("an initial or an abbreviation of capitals does not end a sentence", () => {
  expect(countSentences("J. R. Ould of the U.S. Navy spoke. He left.")).toBe(2)
  expect(countSentences("and so on")).toBe(0)
})

test.each([
  ["2020", "2020"],
  ["2020-10", "October 2020"],
  ["2020-10-07", "7 October 2020"],
  ["2020-10-07T11:15Z", "7 October 2020, 11:15 UTC"],
  ["2020-10-07T11:15", "7 October 2020, 11:15"],
  ["2020-10-07T11:15:09+03:00", "7 October 2020, 11:15 +03:00"],
  ["some day", "some day"],
])("the date %s is written %s", (value, written) => {
  expect(describeDate(value)).toBe(written)
})

test("a probability is said in a word", () => {
  expect([0.97, 0.7, 0.3].map(describeConfidence)).toEqual(["sure", "likely", "unsure"])
})

test("an article is called by its outlet, else its host, else its title, else its file", () => {
  expect(articleName(article({ outlet: "Harbour Post", url: "https://post.example/a" }))).toBe(
    "Harbour Post",
  )
  expect(articleName(article({ url: "https://www.post.example/a" }))).toBe("post.example")
  expect(articleName(article({ title: "Ferry to stop" }))).toBe("“Ferry to stop”")
  expect(articleName(article({}))).toBe("one.html")
  expect(articleName(article({ url: "javascript:alert(1)", source: "-" }))).toBe("-")
})

test("two articles of one outlet are told apart by date, and by number when that does not help", () => {
  const post = { outlet: "Harbour Post" }
  const names = nameArticles([
    article({ ...post, id: "a", published: { value: "2031-05-02" } }),
    article({ ...post, id: "b", published: { value: "2031-05-03" } }),
    article({ ...post, id: "c", published: { value: "2031-05-03" } }),
    article({ id: "d", outlet: "Other" }),
  ])
  expect([...names.values()]).toEqual([
    "Harbour Post (2 May 2031)",
    "Harbour Post (3 May 2031) (1)",
    "Harbour Post (3 May 2031) (2)",
    "Other",
  ])
})

test("two articles of one outlet and one day are told apart by their titles", () => {
  const post = { outlet: "Harbour Post", published: { value: "2031-05-02T06:00Z" } }
  const names = nameArticles([
    article({ ...post, id: "a", title: "Ferry to stop" }),
    article({ ...post, id: "b", title: "Ferry to go on" }),
  ])
  expect([...names.values()]).toEqual([
    "Harbour Post, “Ferry to stop”",
    "Harbour Post, “Ferry to go on”",
  ])
})

test("pages without an outlet whose titles begin alike are called by what differs", () => {
  const start = "Harbour chief says the ferry will run at night from June"
  const names = nameArticles([
    article({ id: "a", title: `${start} after all` }),
    article({ id: "b", title: `${start}, council told` }),
    article({ id: "c", title: start }),
    article({ id: "d", title: "Rain on the islands" }),
    article({ id: "e", title: "Rain on the islands" }),
  ])
  expect([...names.values()]).toEqual([
    "“Harbour chief … June after all”",
    "“Harbour chief … from June, council told”",
    "“Harbour chief … from June”",
    "“Rain on the islands” (1)",
    "“Rain on the islands” (2)",
  ])
})

test("articles of one outlet and one day whose titles begin alike are told apart by where they part", () => {
  const post = { outlet: "Harbour Post", published: { value: "2031-05-02T06:00Z" } }
  const names = nameArticles([
    article({ ...post, id: "a", title: "Live: what we know about the ferry" }),
    article({ ...post, id: "b", title: "Live: what we know about the bridge and its paint" }),
  ])
  expect([...names.values()]).toEqual([
    "Harbour Post, “Live: what … the ferry”",
    "Harbour Post, “Live: what … the bridge …”",
  ])
})
