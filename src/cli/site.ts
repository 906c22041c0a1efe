import {
  closeSync,
  existsSync,
  openSync,
  readdirSync,
  readSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { join } from "node:path"
import { isOurs } from "../html/document.ts"
import { renderSite, siteFiles } from "../html/site.ts"
import type { Report } from "../report/report.ts"
import { compareText } from "../text/compare-text.ts"
import { CallError } from "./exit.ts"
import { makeFolder } from "./make-folder.ts"
import { reasonOf } from "./reason.ts"

/**
 * Writes a report's pages into a folder, each as soon as it is made; refuses before the first where a file is not ours.
 * Returns the names of our pages that were there before and belong to this report no more.
 */
export function writeSite(
  folder: string,
  report: Report,
  onProgress: (done: number, total: number) => void,
): string[] {
  const files = siteFiles(report)
  const foreign = files.find((file) => isForeign(join(folder, file)))
  if (foreign !== undefined) {
    throw new CallError(
      `${join(folder, foreign)} is there and was not written by Stemma; give --html-dir another folder, or move the file away.`,
    )
  }
  try {
    makeFolder(folder)
    let done = 0
    for (const { file, markup } of renderSite(report)) {
      writeFileSync(join(folder, file), markup)
      onProgress(++done, files.length)
    }
    return earlierPages(folder, new Set(files))
  } catch (error) {
    throw new CallError(
      `${folder} cannot be written (${reasonOf(error)}); give --html-dir a folder you may write to.`,
    )
  }
}

function earlierPages(folder: string, files: ReadonlySet<string>): string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html") && !files.has(file))
    .filter((file) => !isForeign(join(folder, file)))
    .toSorted(compareText)
}

/** Whether a file is there that we did not write. */
function isForeign(path: string): boolean {
  return existsSync(path) && !(statSync(path).isFile() && isOurs(readStart(path)))
}

/** As much of a file as shows who wrote it. */
function readStart(path: string): string {
  const bytes = new Uint8Array(START)
  const file = openSync(path, "r")
  try {
    return new TextDecoder().decode(bytes.subarray(0, readSync(file, bytes)))
  } finally {
    closeSync(file)
  }
}

const START = 2048
