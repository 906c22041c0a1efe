import { spawn, spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from "node:fs"
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "stemma-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const GOOD = `Ferry to run at night

The ferry will run at night from June, the harbour office said.

“The night ferry is not a promise, it is a timetable,” said Orla Finch, the harbour master, on Tuesday.`

function write(name: string, text: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

function stemma(...args: string[]): { status: number | null; out: string; err: string } {
  const run = spawnSync(process.execPath, ["dist/cli/main.js", ...args], { encoding: "utf8" })
  return { status: run.status, out: run.stdout, err: run.stderr }
}

/** The good page is read in spite of the bad one, and the bad one is named in one sentence. */
function expectRest(run: ReturnType<typeof stemma>, named: string): void {
  expect(run.err).toContain(named)
  expect(run.err).not.toMatch(/^\s+at .*:\d+:\d+/m)
  expect(run.out).toContain("timetable")
  expect(run.status).toBe(3)
}

test("a wrong call is told what to do and exits with 2", () => {
  const unknown = stemma("compare", "x.txt", "--fail-on", "wicked")
  expect(unknown.err).toContain("--fail-on does not know “wicked”; choose from notFound")
  expect(unknown.status).toBe(2)
  expect(stemma("compare").status).toBe(2)
  expect(stemma("compare", "x.txt", "--sideways").status).toBe(2)
  expect(stemma("divine").status).toBe(2)
})

test("help and version go to standard output and exit with 0", () => {
  const help = stemma("compare", "--help")
  expect(help.out).toContain("Examples:")
  expect(help.status).toBe(0)
  expect(stemma("--version").out).toMatch(/^\d+\.\d+\.\d+\n$/)
})

test.each([
  ["an empty file", "empty.txt", ""],
  ["a binary file", "picture.txt", Uint8Array.from({ length: 4096 }, (_, i) => (i * 7) % 256)],
])("%s is refused, and the rest is done", (_, name, bytes) => {
  const good = write("good.txt", GOOD)
  expectRest(stemma("compare", good, write(name, bytes)), name)
})

test("a file of 200 MB is refused with the limit, and the rest is done", () => {
  const good = write("good.txt", GOOD)
  const big = write("big.txt", "")
  truncateSync(big, 200_000_000)
  const run = stemma("compare", good, big)
  expectRest(run, "big.txt")
  expect(run.err).toContain("MB")
})

test("a missing path and a folder without articles are refused, and the rest is done", () => {
  const good = write("good.txt", GOOD)
  expectRest(stemma("compare", good, join(folder, "nowhere.txt")), "nowhere.txt")
  const bare = join(folder, "bare")
  mkdirSync(bare, { recursive: true })
  expectRest(stemma("compare", good, bare), "bare")
})

test("broken front matter is named, and the page below it is read", () => {
  const page = write("matter.md", `---\ntitle: "Ferry\n  date: [2025\n---\n\n${GOOD}`)
  expectRest(stemma("compare", page), "matter.md")
})

test("a quotation mark that is never closed is named, and the page is read", () => {
  const page = write("odd.txt", `${GOOD}\n\n“We shall see, said the pilot.\n\nThe pilot went home.`)
  expectRest(stemma("compare", page), "odd.txt")
})

test("HTML that never closes is read to its end", () => {
  const page = write(
    "open.html",
    `<html><body><article><h1>Ferry to run at night<p>The ferry will run at night from June, the harbour office said in a long note to all who asked.<p>“The night ferry is not a promise, it is a timetable,” said Orla Finch, the harbour master, on Tuesday.<p>“We shall <b>not <i>wait`,
  )
  const run = stemma("compare", page, "--json")
  expect(run.out).toContain("We shall not wait")
  expect(run.err).not.toContain(" at ")
})

test("a transcript that has nothing to do with the pages is named", () => {
  const good = write("good.txt", GOOD)
  const record = write(
    "record.txt",
    "Hearing on beekeeping\n\nTHE CHAIR: Good morning. We are here to talk about bees.\n\nMR ALDER: Thank you. My bees are well, and so is the honey that they make in the summer.\n",
  )
  expectRest(stemma("compare", good, "--record", record), "record.txt")
})

test("a folder that --html needs is made, and what cannot be written is refused before any work", () => {
  const good = write("good.txt", GOOD)
  const run = stemma("compare", good, "--html", join(folder, "new", "report.html"))
  expect([run.status, readdirSync(join(folder, "new"))]).toEqual([0, ["report.html"]])
  const refused = stemma("compare", good, "--html", folder)
  expect([refused.status, refused.out]).toEqual([2, ""])
  expect(refused.err).toContain("cannot be written (it is a folder)")
})

const HEARING = `Hearing on the ferry

${"MARA VELL: Will it run?\n\nORLA FINCH: The night ferry is a timetable, and it will run.\n\n".repeat(4)}`

test("a transcript among the pages, and a page given as a transcript, are named", () => {
  const [good, hearing] = [write("good.txt", GOOD), write("hearing.txt", HEARING)]
  const among = stemma("compare", good, hearing)
  expect(among.err).toContain("hearing.txt reads like a transcript and was read as an article")
  expect(among.status).toBe(0)
  expect(stemma("compare", good, "--record", hearing).err).not.toContain("--record")
  expect(stemma("compare", hearing, "--record", good).err).toContain(
    "good.txt was given as a transcript and names no speaker",
  )
})

test("--fail-on exits with 1 where it finds what it looks for, and wins over refused inputs", () => {
  const good = write("good.txt", GOOD)
  const other = write("other.txt", GOOD.replace("not a promise", "a promise"))
  expect(stemma("compare", good, other, "--fail-on", "differs").status).toBe(1)
  expect(stemma("compare", good, other, "--fail-on", "joined").status).toBe(0)
  const empty = write("empty.txt", "")
  expect(stemma("compare", good, other, empty, "--fail-on", "differs").status).toBe(1)
})

test("--html-dir writes a page a story and says where to begin", () => {
  const pages = join(folder, "pages")
  const run = stemma("compare", write("good.txt", GOOD), "--html-dir", pages)
  expect(run.out).toContain(`The whole report: ${join(pages, "index.html")}`)
  expect(
    readdirSync(pages).filter((file) => /^(?:story-[0-9a-f]+|index)\.html$/.test(file)),
  ).toHaveLength(2)
})

test("--quiet leaves stderr empty", () => {
  expect(stemma("compare", write("good.txt", GOOD), write("empty.txt", ""), "--quiet").err).toBe("")
})

test.each([
  ["redirects for ever", "/loop"],
  ["is not there", "/gone"],
])("an address that %s is refused, and the rest is done", async (_, path) => {
  const good = write("good.txt", GOOD)
  expectRest(await stemmaBeside("compare", good, `${address}${path}`), path)
})

/** Runs the command while this process goes on answering requests. */
function stemmaBeside(...args: string[]): Promise<ReturnType<typeof stemma>> {
  const child = spawn(process.execPath, ["dist/cli/main.js", ...args])
  const run = { status: null as number | null, out: "", err: "" }
  child.stdout.on("data", (chunk) => {
    run.out += chunk
  })
  child.stderr.on("data", (chunk) => {
    run.err += chunk
  })
  return new Promise((resolve) => child.on("close", (status) => resolve({ ...run, status })))
}

let server: Server
let address: string
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === "/loop") response.writeHead(302, { location: "/loop" }).end()
    else response.writeHead(404).end("not here")
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => void server.close())

test("many pages are read by several threads, and the report is the same", () => {
  const page = (i: number) => ({
    id: `p${i}`,
    outlet: `Outlet ${i % 7}`,
    date: `2025-05-${String(1 + (i % 28)).padStart(2, "0")}`,
    text: `Pier ${i} stays\n\n“We will not close pier ${i % 40},” Nora Quill said on Monday. Some ${i + 20} boats lie there.`,
  })
  const lines = Array.from({ length: 90 }, (_, i) => JSON.stringify(page(i)))
  const pile = write("pile.jsonl", lines.join("\n"))
  const alone = stemma("compare", pile, "--json", "--jobs", "1").out
  expect(JSON.parse(alone).articles).toHaveLength(90)
  expect(stemma("compare", pile, "--json", "--jobs", "2").out).toBe(alone)
})

test("words that only resemble a passage of the transcript are judged like all others", () => {
  const page = (name: string, beams: string): string =>
    write(
      name,
      `The pier\n\n“The harbour pier belongs to whoever repairs its ${beams} beams before the winter storms come,” Nora Quill said on Monday.`,
    )
  const transcript = write(
    "hearing.txt",
    "Hearing on the harbour\n\nNORA QUILL: The harbour pier belongs to whoever repairs it, and that was the fishermen of Kelderwick. " +
      "I will say more next week about the ferries and the lamps.\n\nORLA FINCH: Thank you. The ferries run at night.",
  )
  const pages = [page("rotten.txt", "rotten"), page("broken.txt", "broken")]
  const { out } = stemma("compare", ...pages, "--record", transcript, "--json")
  const [statement] = JSON.parse(out).statements
  expect(statement.records).toEqual([])
  expect(statement.witnesses.map(({ verdict }: { verdict: string }) => verdict)).toEqual([
    "unclear",
    "unclear",
  ])
})
