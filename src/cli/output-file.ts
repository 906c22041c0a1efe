import { accessSync, closeSync, constants, existsSync, openSync, writeFileSync } from "node:fs"
import { dirname } from "node:path"
import { CallError } from "./exit.ts"
import { makeFolder } from "./make-folder.ts"
import { reasonOf } from "./reason.ts"

/** Makes sure, before any work, that a file can be written; the folder it should be in is made where it is missing. */
export function prepareOutput(path: string, option: string): void {
  orRefuse(path, option, () => {
    makeFolder(dirname(path))
    if (!existsSync(path)) accessSync(dirname(path), constants.W_OK)
    else closeSync(openSync(path, "r+"))
  })
}

export function writeOutput(path: string, content: string | Uint8Array, option: string): void {
  orRefuse(path, option, () => writeFileSync(path, content))
}

function orRefuse(path: string, option: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    throw new CallError(
      `${path} cannot be written (${reasonOf(error)}); give ${option} a path you may write to.`,
    )
  }
}
