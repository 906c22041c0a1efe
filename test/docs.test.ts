import { execFileSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { expect, test } from "vitest"

const stemma = (...args: string[]): string =>
  execFileSync(process.execPath, ["dist/cli/main.js", ...args], {
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  })

test("docs/cli.md says what --help says", () => {
  const written = execFileSync(process.execPath, ["scripts/cli-docs.mjs"], { encoding: "utf8" })
  expect(readFileSync("docs/cli.md", "utf8")).toBe(written)
})

test("what the README shows is what the command prints", () => {
  const blocks = [...readFileSync("README.md", "utf8").matchAll(/```console\n([\s\S]*?)```/g)]
  expect(blocks.length).toBeGreaterThan(0)
  for (const [, block = ""] of blocks) {
    const [first = "", ...shown] = block.trimEnd().split("\n")
    const args = first.replace(/^\$ npx stemma /, "").split(" ")
    const printed = stemma(...args)
    // A line of three dots stands for lines left out.
    for (const part of shown.join("\n").split(/\n…\n|^…\n|\n…$/)) expect(printed).toContain(part)
  }
})

test("the examples for the library print what stands below them", () => {
  const shown = [...readFileSync("docs/library.md", "utf8").matchAll(EXAMPLE)]
  expect(shown.length).toBeGreaterThan(4)
  for (const [, code = "", printed] of shown) {
    const run = ["--input-type=module", "--eval", code]
    expect(execFileSync(process.execPath, run, { encoding: "utf8" })).toBe(printed)
  }
})

/** A block of code, and the block of its output. */
const EXAMPLE = /```js\n([\s\S]*?)```\n\n```text\n([\s\S]*?)```/g

test("every link between the documents leads to a file", () => {
  const documents = ["README.md", "DESIGN.md", "CONTRIBUTING.md", "CHANGELOG.md", "BIBLIOGRAPHY.md"]
    .concat(readdirSync("docs").map((file) => join("docs", file)))
    .filter((file) => file.endsWith(".md"))
  const broken = documents.flatMap((document) =>
    [...readFileSync(document, "utf8").matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
      .map((match) => join(dirname(document), match[1]!))
      .filter((target) => !existsSync(target))
      .map((target) => `${document} → ${target}`),
  )
  expect(broken).toEqual([])
})
