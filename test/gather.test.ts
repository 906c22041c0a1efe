import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs"
import { createServer, type RequestListener, type Server } from "node:http"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { extractArticles } from "../src/article/extract.ts"
import { type GatherOptions, gatherSources } from "../src/intake/gather.ts"

let root: string
const at = (...names: string[]): string => join(root, ...names)
const write = (name: string, content: string | Uint8Array): string => {
  mkdirSync(join(at(name), ".."), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "stemma-gather-"))
  write("pile/a.txt", "The ferries sail.")
  write("pile/deep/b.html", "<p>The ferries stay.</p>")
  write("pile/deep/picture.png", "no text")
  write("pile/.hidden.txt", "not meant")
  write("pile/speech.txt", "Mira Holt: The ferries sail.")
})

afterAll(() => rmSync(root, { recursive: true }))

/** What was gathered, a line each: `role path`, and the notices as `kind: text`, with the folder's own path cut. */
async function gather(inputs: readonly string[], options: GatherOptions = {}): Promise<string[]> {
  const { sources, notices } = await gatherSources(inputs, options)
  return [
    ...sources.map((source) => `${source.role} ${source.path}`),
    ...notices.map((notice) => `${notice.kind}: ${notice.text}`),
  ].map((line) => line.replaceAll(`${root}/`, ""))
}

describe("files and directories", () => {
  test("a directory is read to its depths, and what is left out is counted", async () => {
    expect(await gather([at("pile")])).toEqual([
      "article pile/a.txt",
      "article pile/deep/b.html",
      "article pile/speech.txt",
      "limit: 1 file in pile is of other kinds and was left out; name a file to have it tried.",
    ])
  })

  test("a record in the pile is not an article too, and nothing is read twice", async () => {
    const records = [at("pile", "speech.txt")]
    expect(
      await gather([at("pile/*.txt"), at("pile/deep/b.html"), at("pile/../pile/a.txt")], {
        records,
      }),
    ).toEqual(["record pile/speech.txt", "article pile/a.txt", "article pile/deep/b.html"])
  })

  test("a file packed with gzip is unpacked", async () => {
    const { sources } = await gatherSources([
      write("packed/a.txt.gz", gzipSync("The ferries sail.")),
    ])
    expect(new TextDecoder().decode(sources[0]!.bytes)).toBe("The ferries sail.")
  })

  test("JSON Lines of any length are read in parts, whose lines are counted through", async () => {
    const line = (text: string): string => `${JSON.stringify({ text, raw: " ".repeat(1 << 20) })}\n`
    const long = write("long.jsonl.gz", gzipSync(`${line("A").repeat(69)}{broken\n${line("B")}`))
    const manifest = write(
      "long-manifest.jsonl",
      `{"path":"long.jsonl.gz","outlet":"Quay Courier"}`,
    )
    const { sources } = await gatherSources([long], { manifest })
    const read = sources.map(extractArticles)
    expect(sources.length).toBeGreaterThan(1)
    expect(
      read
        .flatMap(({ articles }) => articles)
        .map(({ text }) => text)
        .join(""),
    ).toBe(`${"A".repeat(69)}B`)
    expect(new Set(read.flatMap(({ articles }) => articles).map(({ outlet }) => outlet))).toEqual(
      new Set(["Quay Courier"]),
    )
    expect(read.flatMap(({ notices }) => notices).map(({ text }) => text)).toEqual([
      `Line 70 of ${long} is not valid JSON; it was left out.`,
    ])
  })

  test("what cannot be read is refused with the remedy, and the rest is read all the same", async () => {
    write("large/a.txt", "")
    truncateSync(at("large/a.txt"), 200 * 1024 * 1024)
    write("bomb.gz", gzipSync(new Uint8Array(70 * 1024 * 1024)))
    write("cut.gz", gzipSync("The ferries sail.").subarray(0, 20))
    mkdirSync(at("empty"))
    symlinkSync(at("nowhere"), at("dangling.txt"))
    const inputs = [
      "missing.txt",
      "large/a.txt",
      "bomb.gz",
      "cut.gz",
      "empty",
      "dangling.txt",
      "pile/*.pdf",
    ].map((name) => at(name))
    expect(await gather([...inputs, "ftp://a.example/b", at("pile/a.txt")])).toEqual([
      "article pile/a.txt",
      "refused: missing.txt does not exist: check the path.",
      "refused: empty holds no file of a kind that is read (.html, .md, .txt, .jsonl, .json, .xml, .rss, .atom, .rdf, .srt, .vtt): check the path.",
      "refused: dangling.txt does not exist: check the path.",
      "refused: pile/*.pdf matches no file: check the pattern.",
      "refused: ftp://a.example/b is not an address that is read: give one that begins with http:// or https://.",
      "refused: large/a.txt has 200 MB, and the limit is 64 MB: split it into smaller files.",
      "refused: bomb.gz unpacks to more than 64 MB, the limit: split it into smaller files.",
      "refused: cut.gz is a gzip archive that is cut off or damaged: get it again.",
    ])
  })
})

describe("a manifest", () => {
  test("says which of its fields hold something else than they should", async () => {
    const manifest = write(
      "misread.jsonl",
      JSON.stringify({ path: "pile/a.txt", outlet: 5, date: "soon", title: "Ferries", url: null }),
    )
    const { sources, notices } = await gatherSources([at("pile/a.txt")], { manifest })
    expect(sources[0]!.stated).toEqual({ title: "Ferries" })
    expect(notices.map(({ text }) => text.replace(manifest, "it"))).toEqual([
      "Line 1 of it gives as `outlet` what is not text; that was left out.",
      "Line 1 of it gives as `date` what is not a date, as in 2031-05-03; that was left out.",
    ])
  })

  test("says what pages do not say, by paths that count from where it lies", async () => {
    const manifest = write(
      "pile/manifest.jsonl",
      `{"path":"a.txt","outlet":"Quay Courier","date":"2031-10-07"}\n{"path":"gone.txt"}\n{"outlet":"x"}\nnonsense\n`,
    )
    const { sources, notices } = await gatherSources([at("pile")], { manifest })
    expect(sources.map((source) => source.stated)).toEqual([
      { outlet: "Quay Courier", date: "2031-10-07" },
      {},
      {},
    ])
    expect(notices.map((notice) => notice.text.replaceAll(`${root}/`, ""))).toEqual([
      "Line 3 of pile/manifest.jsonl has no `path`; it was left out.",
      "Line 4 of pile/manifest.jsonl is not valid JSON; it was left out.",
      "1 file in pile is of other kinds and was left out; name a file to have it tried.",
      "pile/manifest.jsonl names pile/gone.txt, which is not among the inputs.",
    ])
  })

  test("names the inputs where none are given", async () => {
    const manifest = write("list.jsonl", `{"path":"pile/a.txt","id":"one"}\n`)
    const { sources } = await gatherSources([], { manifest })
    expect(sources.map((source) => source.stated.id)).toEqual(["one"])
  })
})

describe("addresses", () => {
  let server: Server
  let host: string
  const asked: string[] = []
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? ""
    asked.push(`${path} ${request.headers["user-agent"]?.split("/")[0]}`)
    const to = (location: string): void => void response.writeHead(302, { location }).end()
    if (path === "/robots.txt") response.end("User-agent: *\nDisallow: /private\n")
    else if (path === "/moved") to("/page")
    else if (path === "/circle") to("/circle")
    else if (path === "/sneaky") to("/private/page")
    else if (path === "/page")
      response.writeHead(200, { "content-type": "text/html; charset=iso-8859-1" }).end("<p>Sail.")
    else if (path === "/endless") response.write("x".repeat(1 << 20), () => endless(response))
    else response.writeHead(404, "Not Found").end("gone")
  }
  const endless = (response: Parameters<RequestListener>[1]): void => {
    if (!response.destroyed) response.write("x".repeat(1 << 20), () => endless(response))
  }

  beforeAll(async () => {
    server = createServer(answer)
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done))
    const address = server.address()
    host = typeof address === "object" ? `http://127.0.0.1:${address?.port}` : ""
  })

  afterAll(() => void server.close())

  test("a page is fetched once, under our name, after its redirects", async () => {
    const { sources } = await gatherSources([`${host}/moved`])
    expect(sources).toMatchObject([
      { path: `${host}/moved`, url: `${host}/page`, mediaType: "text/html", charset: "iso-8859-1" },
    ])
    expect(asked).toEqual(["/robots.txt Stemma", "/moved Stemma", "/page Stemma"])
  })

  test("what a site refuses, lacks or never ends is a notice", async () => {
    const paths = ["/private", "/sneaky", "/gone", "/circle", "/endless"]
    const lines = await gather([...paths.map((path) => host + path), "http://127.0.0.1:9/closed"])
    const robots = `may not be fetched by programs (robots.txt of ${host.slice(7)}): save the page and give the file.`
    expect(lines).toEqual([
      `refused: ${host}/private ${robots}`,
      `refused: ${host}/sneaky ${robots}`,
      `refused: ${host}/gone answers 404 (Not Found): check the address in a browser.`,
      `refused: ${host}/circle redirects more than 8 times: open it in a browser and give the address it ends at.`,
      `refused: ${host}/endless has more than 16 MB, the limit for a page: save it and give the part that matters.`,
      "refused: http://127.0.0.1:9/closed could not be fetched (bad port): try again, or save the page and give the file.",
    ])
  })
})
