import { existsSync, mkdtempSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { expect, test } from "vitest"
import { makeFolder } from "../src/cli/make-folder.ts"

const home = mkdtempSync(join(tmpdir(), "stemma-folder-"))

test("a folder is made with those above it, and may be there already", () => {
  const deep = join(home, "a", "b", "c")
  makeFolder(deep)
  makeFolder(deep)
  expect(existsSync(deep)).toBe(true)
})

test("a folder is refused where a file is in the way", () => {
  const file = join(home, "file")
  writeFileSync(file, "")
  expect(() => makeFolder(file)).toThrow(/EEXIST/)
  expect(() => makeFolder(join(file, "below"))).toThrow(/EEXIST|ENOTDIR/)
})

test("a file system that takes no folder refuses, and is not asked for ever", () => {
  expect(() => makeFolder(join("/proc", "x", "y"))).toThrow(/ENOENT|EACCES|EPERM|EROFS|ENOTSUP/)
})
