import { execFileSync, spawnSync } from "node:child_process"
import { mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { gzipSync } from "node:zlib"
import { expect, test } from "vitest"

const main = resolve(import.meta.dirname, "../dist/cli/main.js")
const folder = mkdtempSync(join(tmpdir(), "stemma-quotes-"))

function save(name: string, text: string): string {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const STORY = `Harbour stays open

“The harbour stays open,” Mayor Nora Quill told Radio Sund on Monday. “No ship will be turned away.”

She said that the crews had been heard.
`

/** Enough articles for several batches, so that more than one worker has some. */
const archive = save(
  "archive.jsonl",
  Array.from({ length: 100 }, (_, i) =>
    JSON.stringify({ id: `article-${i}`, title: "Harbour stays open", text: STORY }),
  ).join("\n"),
)

const run = (...args: readonly string[]): string =>
  execFileSync(process.execPath, [main, "quotes", ...args], { encoding: "utf8" })

test("each article is one line of JSON with its id and its quotations", () => {
  const lines = run(archive, "--jobs", "1").trimEnd().split("\n")
  expect(lines).toHaveLength(100)
  const { id, quotations } = JSON.parse(lines[99]!)
  expect(id).toBe("article-99")
  expect(quotations[0]).toMatchObject({
    kind: "direct",
    text: "The harbour stays open, No ship will be turned away.",
    speaker: { name: "Nora Quill" },
    via: [{ name: "Radio Sund" }],
  })
})

test("the output is the same however many workers there are, and from a pipe", () => {
  const alone = run(archive, "--jobs", "1")
  expect(run(archive, "--jobs", "3")).toBe(alone)
  const piped = spawnSync(process.execPath, [main, "quotes", "-"], {
    input: alone === "" ? "" : execFileSync("cat", [archive]),
    encoding: "utf8",
  })
  expect(piped.stdout).toBe(alone)
})

test("rows without an id have ids of their own, the same wherever a file is cut", () => {
  const same = save("same.jsonl", `${JSON.stringify({ text: STORY })}\n`.repeat(70))
  const ids = run(same, "--jobs", "2")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).id)
  expect(new Set(ids).size).toBe(70)
})

test("a broken line costs that line, is told by its number, and the exit code says so", () => {
  const lines = Array.from({ length: 40 }, (_, i) =>
    i === 36 ? "{broken" : `{"text":"Line ${i}."}`,
  )
  const broken = save("broken.jsonl", lines.join("\n"))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "quotes", broken], {
    encoding: "utf8",
  })
  expect(status).toBe(3)
  expect(stdout.trimEnd().split("\n")).toHaveLength(39)
  expect(stderr).toContain("Line 37 ")
})

test("an archive that is cut off gives the articles before the cut and says so", () => {
  const lines = Array.from({ length: 80 }, (_, i) =>
    JSON.stringify({ id: `article-${i}`, text: STORY.repeat(1 + (i % 7)) }),
  )
  const packed = gzipSync(lines.join("\n"), { level: 0 })
  const cutOff = join(folder, "cut-off.jsonl.gz")
  writeFileSync(cutOff, packed.subarray(0, packed.length / 2))
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "quotes", cutOff, "-q"], {
    encoding: "utf8",
  })
  expect(stdout.trimEnd().split("\n").length).toBeGreaterThan(30)
  expect(status).toBe(3)
  expect(stderr).toBe("")
})

test("a line of an archive ends at its line feed and at no other character", () => {
  const text = `“The harbour stays open,”\u2028Mayor Nora Quill said.`
  const odd = save(
    "odd.jsonl",
    `{"id":"one","text":"${text}"}\r\n\r\n{"id":"two","text":"${text}"}`,
  )
  expect(run(odd).trimEnd().split("\n")).toHaveLength(2)
})

test("people read names and words, marked by how they are printed", () => {
  const story = save("story.txt", STORY)
  expect(run(story, "--text")).toBe(
    [
      "Harbour stays open",
      "  Nora Quill, to Radio Sund, word for word: The harbour stays open, No ship will be turned away.",
      "  Nora Quill, in the page’s words: that the crews had been heard",
      "",
      "",
    ].join("\n"),
  )
})

test("an article in a language that is not covered is searched for marks, and the reader is told", () => {
  const italian = save(
    "italian.jsonl",
    JSON.stringify({
      id: "i",
      language: "it",
      text: "«Il porto resta aperto», ha detto la sindaca.",
    }),
  )
  const { stdout, stderr } = spawnSync(process.execPath, [main, "quotes", italian], {
    encoding: "utf8",
  })
  expect(JSON.parse(stdout).quotations[0].text).toBe("Il porto resta aperto")
  expect(stderr).toContain("not covered (it)")
})
