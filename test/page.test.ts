import { describe, expect, test } from "vitest"
import type { Article } from "../src/article/article.ts"
import { extractArticles } from "../src/article/extract.ts"
import { type Source, sourceOf } from "../src/source/source.ts"
import { slice } from "../src/text/span.ts"

const extract = (content: string | Uint8Array, more: Partial<Source> = {}) =>
  extractArticles({ ...sourceOf("page.html", content), ...more })

const read = (content: string | Uint8Array, more: Partial<Source> = {}): Article => {
  const { articles } = extract(content, more)
  expect(articles).toHaveLength(1)
  return articles[0]!
}

/** Each block as `kind|text`. */
const blocks = (article: Article): string[] =>
  article.blocks.map((block) => `${block.kind}|${slice(article.text, block)}`)

const NEWS = `<!doctype html><html lang="en-GB"><head><title>Ferries to sail again | Quay Courier</title>
<meta property="og:site_name" content="Quay Courier"><link rel="canonical" href="https://quay.example/ferries?utm_source=x">
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Ferries to sail again",
"datePublished":"2031-10-07T22:15:00-04:00","author":{"name":"Ada Lindqvist"}}]}</script></head><body>
<nav><ul><li><a href="/">Home</a><li><a href="/news">News</a></ul></nav>
<article><h1>Ferries to sail again</h1><p>By Ada Lindqvist</p><p>Published 7 October 2031, 22:15</p>
<p>The ferries will sail again on Friday, the harbour chief said on Monday, after four days of storm and repairs in the
  outer <b>basin</b>.</p>
<p>“Nobody was hurt, and that is what I care about,” said <a href="/people/holt">Mira Holt</a>, who has run the harbour for twenty years.</p>
<figure><img alt="Mira Holt at the quay" src="x.jpg"><figcaption>Mira Holt at the quay</figcaption></figure>
<blockquote><p>We lost four days, not four ships, and the ships are what the town lives on.</p></blockquote>
<div>The council will meet again on Thursday to decide on the money for the wall.<br><br>It met last in spring, and could not agree then, because two members were at sea.</div>
<p><a href="/more">Read more: What the storm cost</a></p></article>
<aside class="related"><h2>Related</h2><a href="/a">Another story entirely</a></aside><footer>© 2031 Quay Courier. All rights reserved.</footer>`

describe("a web page", () => {
  test("is read whole, and each block is the article's or the site's", () => {
    expect(blocks(read(NEWS))).toEqual([
      "furniture|Home",
      "furniture|News",
      "heading|Ferries to sail again",
      "furniture|By Ada Lindqvist",
      "furniture|Published 7 October 2031, 22:15",
      "paragraph|The ferries will sail again on Friday, the harbour chief said on Monday, after four days of storm and repairs in the outer basin.",
      "paragraph|“Nobody was hurt, and that is what I care about,” said Mira Holt, who has run the harbour for twenty years.",
      "caption|Mira Holt at the quay",
      "blockquote|We lost four days, not four ships, and the ships are what the town lives on.",
      "paragraph|The council will meet again on Thursday to decide on the money for the wall.",
      "paragraph|It met last in spring, and could not agree then, because two members were at sea.",
      "furniture|Read more: What the storm cost",
      "furniture|Related",
      "furniture|Another story entirely",
      "furniture|© 2031 Quay Courier. All rights reserved.",
    ])
  })

  test("says what it is, and links and emphasis point at its words", () => {
    const article = read(NEWS)
    expect(article).toMatchObject({
      title: "Ferries to sail again",
      outlet: "Quay Courier",
      byline: "Ada Lindqvist",
      published: { value: "2031-10-07T22:15:00-04:00", precision: "second", from: "json-ld" },
      language: "en",
      url: "https://quay.example/ferries",
    })
    const holt = article.links.find((link) => link.href.endsWith("/people/holt"))
    expect(holt?.href).toBe("https://quay.example/people/holt")
    expect(slice(article.text, holt!.span)).toBe("Mira Holt")
    expect(article.emphasis.map((span) => slice(article.text, span))).toEqual(["basin"])
  })

  test("that is never closed keeps all its words", () => {
    const article = read("<body><div><p>Ann said “we go.”<p><b>Then <ul><li>she went")
    expect(article.text).toBe("Ann said “we go.”\n\nThen\n\nshe went")
  })
})

describe("pages built to break a reader", () => {
  test.each([
    ["nested ten thousand deep", `${"<div>".repeat(10_000)}“We sail,” she said.`],
    ["made of a million openings", "<".repeat(1_000_000)],
    [
      "with formatting that multiplies",
      `${Array.from({ length: 200 }, (_, i) => `<b id=${i}>`).join("")}${"<p>x".repeat(500)}`,
    ],
    ["with a comment that never ends", `<p>We sail.<!-- ${"x".repeat(1_000_000)}`],
    ["in Markdown with endless quotes", `${">".repeat(20_000)}x`],
    [
      "in a feed that expands",
      '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;">]><rss><channel><item><title>&c;</title></item></channel></rss>',
    ],
  ])("a page %s is read or refused, and soon", (_, page) => {
    const { articles, notices } = extract(page, { path: page.startsWith(">") ? "a.md" : "a.html" })
    expect(articles.length + notices.length).toBeGreaterThan(0)
  })
})

describe("Markdown", () => {
  const page = `---
title: >
  Ferries to sail
date: 1948762506.25
description: A storm has passed.
---
<div><p>The ferries sail.</p><img alt="The quay"><p class="imageCaption">The quay</p></div>

> We lost *four* days.
`

  test("is read with its front matter, and markup in it is markup", () => {
    const article = read(page, { path: "page.txt" })
    expect(blocks(article)).toEqual([
      "heading|Ferries to sail",
      "furniture|A storm has passed.",
      "paragraph|The ferries sail.",
      "caption|The quay",
      "blockquote|We lost four days.",
    ])
    expect(article.headline).toEqual({ from: 0, to: 15 })
    expect(article.published).toEqual({
      value: "2031-10-03T02:55:06Z",
      precision: "second",
      from: "front matter",
    })
  })

  test("with broken front matter is read, and a notice says so", () => {
    const { articles, notices } = extract('---\ntitle: "Ferries\n: : :\n---\nThey sail.\n')
    expect(articles.map((article) => article.text)).toEqual(['"Ferries\n\nThey sail.'])
    expect(notices.map((notice) => notice.kind)).toEqual(["damaged"])
  })

  test("never runs what calls itself code", () => {
    const { notices } = extract("---js\nglobalThis.ran = true\n---\nThey sail.\n")
    expect("ran" in globalThis).toBe(false)
    expect(notices[0]?.text).toContain("js, which is never run")
  })
})

describe("feeds and rows", () => {
  test("every entry of a feed is an article; one with a summary only is told", () => {
    const { articles, notices } =
      extract(`<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Quay Courier</title>
<item><title>One</title><link>https://quay.example/1</link><pubDate>Tue, 07 Oct 2031 11:15:00 +0200</pubDate>
<content:encoded>&lt;p&gt;They sail.&lt;/p&gt;</content:encoded></item>
<item><title>Two</title><link>https://quay.example/2</link><description>They wait.</description></item></channel></rss>`)
    expect(articles.map(({ text, outlet, url }) => [text, outlet, url])).toEqual([
      ["One\n\nThey sail.", "Quay Courier", "https://quay.example/1"],
      ["Two\n\nThey wait.", "Quay Courier", "https://quay.example/2"],
    ])
    expect(articles[0]?.published).toEqual({
      value: "2031-10-07T11:15:00+02:00",
      precision: "second",
      from: "feed",
    })
    expect(notices.map((notice) => notice.text)).toEqual([
      "1 of the 2 entries of page.html hold only a summary, which was read; give the pages themselves for the whole text.",
    ])
  })

  test("JSON Feed is a feed too", () => {
    const feed = {
      version: "https://jsonfeed.org/version/1.1",
      title: "Quay",
      items: [{ id: "1", content_text: "They sail.\n\nThey wait." }],
    }
    expect(read(JSON.stringify(feed)).text).toBe("They sail.\n\nThey wait.")
  })

  test("a page with a title and nothing below it is told", () => {
    const { notices } = extract("<html><head><title>Ferry sails</title></head><body></body></html>")
    expect(notices.map(({ text }) => text)).toEqual([
      "page.html has a title and no text below it; save the page again when it shows its text.",
    ])
  })

  test("a JSON line keeps its id and its text to the letter, and a broken one costs only itself", () => {
    const rows = [
      { id: "mine", text: "  They sail.\r\n", outlet: "Quay Courier" },
      {
        maintext: "They wait.",
        source_domain: "quay.example",
        date_publish: "2031-10-07 11:15:00",
      },
    ]
    const { articles, notices } = extract(
      `${rows.map((row) => JSON.stringify(row)).join("\n")}\n{"text":\n`,
    )
    expect(
      articles.map(({ id, text, outlet }) => [id.length > 4 ? "made" : id, text, outlet]),
    ).toEqual([
      ["mine", "  They sail.\r\n", "Quay Courier"],
      ["made", "They wait.", "quay.example"],
    ])
    expect(notices.map((notice) => notice.text)).toEqual([
      "Line 3 of page.html is not valid JSON; it was left out.",
    ])
  })
})

describe("encodings", () => {
  const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
    Uint8Array.from(
      parts.flatMap((part) =>
        typeof part === "string" ? [...new TextEncoder().encode(part)] : [part],
      ),
    )

  test("are told by mark, header, declaration, and by the bytes themselves", () => {
    expect(read(bytes(0xff, 0xfe, "W", 0, "e", 0), { path: "a.txt" }).text).toBe("We")
    expect(read(bytes("caf", 0xe9), { path: "a.txt", charset: "iso-8859-1" }).text).toBe("café")
    expect(read(bytes('<meta charset="windows-1251"><p>', 0xcc, 0xfb)).text).toBe("Мы")
    expect(
      read(bytes("She said ", 0x93, "we sail", 0x94, " to the caf", 0xe9, " owner."), {
        path: "a.txt",
      }).text,
    ).toContain("“we sail”")
  })

  test("mixed in one page are read as the mixture, and a notice says so", () => {
    const { articles, notices } = extract(bytes("“We” – “sail” – ", 0x93, "now", 0x94), {
      path: "a.txt",
    })
    expect(articles[0]?.text).toBe("“We” – “sail” – “now”")
    expect(notices.map((notice) => notice.kind)).toEqual(["damaged"])
  })
})
