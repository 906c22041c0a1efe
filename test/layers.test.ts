import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"

/** The order of the architecture. A module imports its own folder and the layers above it. */
const LAYERS: readonly (readonly string[])[] = [
  ["text"],
  ["alignment", "search"],
  ["source"],
  ["article"],
  ["quotation"],
  ["occasion"],
  ["statement"],
  ["apparatus"],
  ["lineage"],
  ["ledger"],
  ["story"],
  ["report"],
  ["pipeline.ts"],
  ["intake", "store", "corpus", "html"],
  ["index.ts"],
  ["api", "cli"],
]
/** The layers that do no input or output and know no clock and no chance. */
const CORE = LAYERS.slice(
  0,
  LAYERS.findIndex(([layer]) => layer === "intake"),
).flat()

const root = resolve(import.meta.dirname, "../src")
const files = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts") && !file.startsWith("web/"))
  .toSorted()

const layerOf = (file: string): number => {
  const folder = file.split("/")[0] ?? file
  return LAYERS.findIndex((layer) => layer.includes(folder))
}

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(root, file), "utf8").matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^"'\n]*(?:\n[^"';]*)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g,
    ),
  ].map((match) => match[1] ?? match[2] ?? "")

test("every source file belongs to a layer", () => {
  expect(files.length).toBeGreaterThan(5)
  expect(files.filter((file) => layerOf(file) === -1)).toEqual([])
})

test("a module imports its own folder and layers above it, nothing else", () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((specifier) => specifier.startsWith("."))
      .map((specifier) => relative(root, resolve(root, dirname(file), specifier)))
      .filter((target) => {
        if (target.split("/")[0] === file.split("/")[0]) return false
        return layerOf(target) >= layerOf(file) || target === "index.ts"
      })
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test("the core does no input or output and knows no clock and no chance", () => {
  const forbidden = /from "node:|\bfetch\(|Date\.now|new Date\(\)|Math\.random|process\./
  const wrong = files
    .filter((file) => CORE.includes(file.split("/")[0] ?? ""))
    .filter((file) => forbidden.test(readFileSync(join(root, file), "utf8")))
  expect(wrong).toEqual([])
})
