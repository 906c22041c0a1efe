import { spawnSync } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"
import { expect, test } from "vitest"

const root = resolve(import.meta.dirname, "..")
const programs = ["eval", "bench", "scripts"].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".mjs"))
    .map((file) => join(folder, file)),
)

/** What a program takes from the build, as the source file that it is built from and the name. */
const takenBy = (program: string): [string, string][] =>
  [
    ...readFileSync(join(root, program), "utf8").matchAll(
      /^import \{([^}]+)\} from "([./]+\/dist\/[^"]+)\.js"/gm,
    ),
  ].flatMap(([, names = "", path = ""]) => {
    const built = relative(join(root, "dist"), resolve(root, dirname(program), path))
    return names
      .split(",")
      .map((name) => name.trim().split(" as ", 1)[0] ?? "")
      .filter(Boolean)
      .map((name): [string, string] => [join(root, "src", `${built}.ts`), name])
  })

test("what the programs beside the source take from it is there", async () => {
  const taken = programs.flatMap(takenBy)
  expect(taken.length).toBeGreaterThan(50)
  const missing = []
  for (const [file, name] of taken) {
    const exported = Object.keys(await import(file))
    if (!exported.includes(name)) missing.push(`${relative(root, file)}: ${name}`)
  }
  expect(missing).toEqual([])
})

test("a program that was called wrongly says in one line how to call it", () => {
  const call = (...words: string[]) =>
    spawnSync(process.execPath, ["eval/copying.mjs", ...words], { cwd: root, encoding: "utf8" })
  const usage =
    "usage: node eval/copying.mjs REPORT.json CORPUS_DIR [--seed 1] [--count 100] [--unread] [--show]\n"
  expect(call()).toMatchObject({ status: 2, stderr: usage })
  expect(call("--all").stderr).toBe(`Unknown option '--all'; ${usage}`)
  expect(call("none.json", "eval").stderr).toBe(`there is no none.json; ${usage}`)
})

test("no program reads its call in a way of its own", () => {
  const own = programs.filter((program) =>
    /parseArgs|process\.argv\.slice/.test(readFileSync(join(root, program), "utf8")),
  )
  expect(own).toEqual(["eval/call.mjs"])
})
