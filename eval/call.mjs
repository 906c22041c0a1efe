// What a program was called with.
import { existsSync } from "node:fs"
import { parseArgs } from "node:util"

/**
 * Options and words as `parseArgs` has them. A wrong call ends the program with one line that says how to call it: an option
 * that is not known, a path among `needed` options or the words that is not given or not there, too few words or too many.
 * `isThere` is asked of words that are no paths.
 */
export function readCall(usage, { options = {}, needed = [], words = [0, 0], isThere } = {}) {
  const [least, most] = words
  const { values, positionals } = parse(usage, options)
  const isWhole = needed.every((name) => values[name] !== undefined)
  if (!isWhole || positionals.length < least || positionals.length > most) refuse("", usage)
  const lost =
    needed.map((name) => values[name]).find((path) => !existsSync(path)) ??
    positionals.find((word) => !(isThere ?? existsSync)(word))
  if (lost !== undefined) refuse(`there is no ${lost}; `, usage)
  return { values, positionals }
}

function parse(usage, options) {
  try {
    return parseArgs({ options, allowPositionals: true })
  } catch (error) {
    return refuse(`${error.message.split(/[.\n]/, 1)[0]}; `, usage)
  }
}

function refuse(fault, usage) {
  console.error(`${fault}usage: node ${usage}`)
  process.exit(2)
}
