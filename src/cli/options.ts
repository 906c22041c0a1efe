import { Option } from "commander"
import type { Verdict } from "../apparatus/apparatus.ts"
import { STANDARDS } from "../apparatus/standard.ts"
import type { Notice } from "../source/notice.ts"
import { CallError } from "./exit.ts"

/** Gathers the values of an option that may be given several times. */
export function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value]
}

/** How many workers there are; one a core when not given. */
export function jobsOption(): Option {
  return new Option("--jobs <n>", "how many work at once; one a core when not given").argParser(
    (value: string): number => {
      const jobs = Number(value)
      if (Number.isInteger(jobs) && jobs >= 1 && jobs <= MOST_JOBS) return jobs
      throw new CallError(`--jobs is “${value}”; give a whole number from 1 to ${MOST_JOBS}.`)
    },
  )
}

const MOST_JOBS = 64

/** Whose rules say which changes are permitted. */
export function standardOption(): Option {
  return new Option("--standard <name>", "house standard that says which changes are permitted")
    .choices(STANDARDS)
    .default("none")
}

/** What `--fail-on` may look for: verdicts against a record, and those among pages. */
export const VERDICTS: readonly Verdict[] = [
  "notFound",
  "unclear",
  "translation",
  "elsewhere",
  "spliced",
  "altered",
  "abridged",
  "clean",
  "verbatim",
  "agrees",
  "differs",
  "joined",
]

export function failOnOption(verdicts: readonly Verdict[] = VERDICTS): Option {
  const listed = verdicts.join(", ")
  return new Option(
    "--fail-on <verdicts>",
    `exit with 1 when found, separated by commas: ${listed}`,
  )
    .argParser((value: string): readonly Verdict[] =>
      value.split(",").map((word) => {
        const verdict = verdicts.find((one) => one === word.trim())
        if (verdict) return verdict
        throw new CallError(`--fail-on does not know “${word.trim()}”; choose from ${listed}.`)
      }),
    )
    .default([], "nothing")
}

/** Remarks and refusals, a line each. */
export function tellNotices(notices: readonly Notice[]): void {
  for (const notice of notices) process.stderr.write(`stemma: ${notice.kind}: ${notice.text}\n`)
}
