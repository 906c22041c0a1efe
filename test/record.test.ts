import { describe, expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { extractArticles } from "../src/article/extract.ts"
import { mergeSameArticles } from "../src/article/merge.ts"
import { sourceOf } from "../src/source/source.ts"
import { slice } from "../src/text/span.ts"

const read = (
  content: string,
  path = "record.txt",
  role: "record" | "article" = "record",
): Article => {
  const { articles } = extractArticles(sourceOf(path, content, { role }))
  expect(articles).toHaveLength(1)
  return articles[0]!
}

/** Each turn as `speaker: words`, with its time code in front where there is one. */
const turns = (article: Article): string[] =>
  article.turns.map(
    ({ speaker, span, time }) =>
      `${time ? `[${time}] ` : ""}${speaker}: ${slice(article.text, span)}`,
  )

describe("a transcript with labels", () => {
  const record = read(`Interview with Harbour Radio
October 7, 2031
11:15
Kelderwick, North Coast
Jon Vale: When will they sail?
Harbour Chief of Kelderwick Mira Holt: On Friday.
I have said so before.
Deputy Harbour Chief Olaf Brandt
: Or on Saturday.
Jon Vale: Second: what did it cost?
Mira Holt (by telephone): Four days.
See also
The storm in pictures
October 5, 2031
Nothing else.`)

  test("has turns, and one speaker has one name", () => {
    expect(turns(record)).toEqual([
      "Jon Vale: When will they sail?",
      "Mira Holt: On Friday.\nI have said so before.",
      "Olaf Brandt: Or on Saturday.",
      "Jon Vale: Second: what did it cost?",
      "Mira Holt: Four days.",
      "Mira Holt: Nothing else.",
    ])
  })

  test("says when and where, above the first words", () => {
    expect(record.published).toEqual({
      value: "2031-10-07T11:15",
      precision: "minute",
      from: "transcript",
    })
    expect(record.place).toBe("Kelderwick, North Coast")
    expect(record.blocks.slice(0, 5).map((block) => block.kind)).toEqual([
      ...["heading", "heading", "heading", "heading"],
      "paragraph",
    ])
  })
})

test("capitals, roles and letters are labels where they come again", () => {
  expect(
    turns(
      read(
        "President: Mira Holt\n\nTHE PRESIDENT: We sail.\n\nQ    When?\n\nTHE PRESIDENT: On Friday.\n\nQ    Where?",
      ),
    ),
  ).toEqual(["Mira Holt: We sail.", "Q: When?", "Mira Holt: On Friday.", "Q: Where?"])
})

test("labels are found inside a line whose line ends were lost", () => {
  expect(
    turns(read("VALE: When do they sail? HOLT: On Friday. VALE: And the rest? HOLT: Later.")),
  ).toEqual(["Vale: When do they sail?", "Holt: On Friday.", "Vale: And the rest?", "Holt: Later."])
  expect(turns(read("VALE: When? HOLT: I... VALE: You? HOLT: I... J.R. HOLT: Later."))).toEqual([
    "Vale: When?",
    "J.R. Holt: I...",
    "Vale: You?",
    "J.R. Holt: I...",
    "J.R. Holt: Later.",
  ])
})

test("a name right behind a sentence or a stage direction is a label where its line end was lost", () => {
  const record = read(
    "Secretary Holt: Good evening. [applause]Mayor Vale: Thank you, Mira.Secretary Holt: They sail. I read “Ferries: A History” twice.",
  )
  expect(turns(record)).toEqual([
    "Secretary Holt: Good evening. [applause]",
    "Mayor Vale: Thank you, Mira.",
    "Secretary Holt: They sail. I read “Ferries: A History” twice.",
  ])
  const speech = read("They sail on Friday, all of them.Audience: Yes!And on Saturday too, I say.")
  expect(turns(speech)).toEqual([])
})

test("a speech without labels is one turn if the page says whose, and has none if not", () => {
  const speech =
    "My friends, the ferries will sail again on Friday, and nobody in this town will have to wait any longer for bread. First: the wall."
  expect(turns(read(`Remarks by Mira Holt at the Quay\n\n${speech}`))).toEqual([
    `Mira Holt: ${speech}`,
  ])
  expect(turns(read(speech))).toEqual([])
})

test("the same labels in an article are not turns", () => {
  expect(
    read("Jon Vale: When?\nMira Holt: On Friday.\nJon Vale: Where?", "a.txt", "article").turns,
  ).toEqual([])
})

describe("subtitles", () => {
  test("have the speakers of their voice tags, and time codes", () => {
    const vtt =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Mira Holt>We sail</v>\n\n00:02.000 --> 00:03.000\n<v Mira Holt>on <i>Friday</i>.\n\n00:04.000 --> 00:05.000\n<v Jon Vale>Good &amp; well.\n"
    expect(turns(read(vtt, "a.vtt"))).toEqual([
      "[00:01.000] Mira Holt: We sail on Friday.",
      "[00:04.000] Jon Vale: Good & well.",
    ])
  })

  test("in which a crowd speaks within one time code are read whole", () => {
    const voices = Array.from({ length: 130_000 }, (_, i) => `- We sail on ferry ${i}\n`)
    const crowd = `WEBVTT\n\n00:01.000 --> 00:02.000\n${voices.join("")}`
    expect(read(crowd, "crowd.vtt").text).toMatch(/We sail on ferry 129999$/)
  })

  test("that repeat the line before are read once", () => {
    const srt =
      "1\n00:00:01,000 --> 00:00:02,000\nthe ferries\n\n2\n00:00:02,000 --> 00:00:03,000\nthe ferries\nwill sail\n\n3\n00:00:09,000 --> 00:00:10,000\non friday\n"
    expect(read(srt, "a.srt").text).toBe("the ferries will sail\n\non friday")
  })
})

describe("the same article twice", () => {
  const page = (
    path: string,
    text: string,
    url: string | null,
    published: string | null = null,
  ): Article => ({
    ...read(text, path, "article"),
    url,
    published: published === null ? null : { value: published, precision: "day", from: "meta" },
  })
  const text = "The ferries will sail again on Friday.\nThe wall will be paid for by the town."

  test("at one address counts once, whatever the order, and a notice says so", () => {
    const two = [
      page("b.html", text, "https://quay.example/1"),
      page("a.html", text, "https://quay.example/1"),
    ]
    const merged = mergeSameArticles(two)
    expect(merged.articles.map((article) => article.source)).toEqual(["a.html"])
    expect(merged.notices.map((notice) => notice.text)).toEqual([
      "b.html has the same address and text as a.html and was counted once.",
    ])
    expect(mergeSameArticles(two.toReversed())).toEqual(merged)
  })

  test("of two outlets stays two", () => {
    const { articles, notices } = mergeSameArticles([
      page("a.html", text, "https://quay.example/1"),
      page("b.html", text, "https://wire.example/1"),
    ])
    expect([articles.length, notices.length]).toEqual([2, 0])
  })

  test("changed at one address is a revision of the earlier one", () => {
    const earlier = page("z.html", text, "https://quay.example/1", "2031-10-07")
    const later = page(
      "a.html",
      `${text}\nIt will cost more.`,
      "https://quay.example/1",
      "2031-10-08",
    )
    const other = page(
      "c.html",
      "Another story that only gives the address of the front page.",
      "https://quay.example/1",
      "2031-10-09",
    )
    const { articles } = mergeSameArticles([other, later, earlier])
    expect(articles.map((article) => [article.source, article.revisionOf])).toEqual([
      ["z.html", null],
      ["a.html", earlier.id],
      ["c.html", null],
    ])
  })
})
