import { readFileSync } from "node:fs"
import { CallError } from "./exit.ts"
import { reasonOf } from "./reason.ts"

/** The bytes of a file that the call names; where it cannot be read, `wanted` says what to give instead. */
export function readGiven(path: string, wanted: string): Uint8Array {
  return orRefuse(() => readFileSync(path), path, wanted)
}

/** The same as text; `-` is standard input. */
export function readGivenText(path: string, wanted: string): string {
  return orRefuse(() => readFileSync(path === "-" ? 0 : path, "utf8"), path, wanted)
}

function orRefuse<Given>(read: () => Given, path: string, wanted: string): Given {
  try {
    return read()
  } catch (error) {
    throw new CallError(`${path} cannot be read (${reasonOf(error)}); give ${wanted}.`)
  }
}
