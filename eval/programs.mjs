// Runs programs on files, as somebody at a terminal would: the command itself, scorers and adapters given by path.
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

const COMMAND = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url))

/** Bytes that a program may print: two hundred sets of versions, collated, are ten million. */
const MOST_PRINTED = 2 ** 30

/** What a script prints. */
export function runScript(script, ...words) {
  const given = { encoding: "utf8", maxBuffer: MOST_PRINTED }
  return execFileSync(process.execPath, [script, ...words], given)
}

/** What `stemma` prints. */
export function runStemma(...words) {
  return runScript(COMMAND, ...words)
}

/** Gives a folder for the files that programs pass to each other; it is gone afterwards. */
export function inFolder(use) {
  const folder = mkdtempSync(join(tmpdir(), "stemma-eval-"))
  try {
    return use((name) => join(folder, name))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
