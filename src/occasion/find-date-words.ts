import { groupBy } from "../text/group-by.ts"
import { compareSpans } from "../text/span.ts"
import { dayFirst, isoDate, monthFirst, slashDate } from "./day-dates.ts"
import type { DateRule, DateWords } from "./expression.ts"
import { monthAlone, monthAndYear } from "./month-dates.ts"
import { ago, nearDay, nearUnit } from "./near-dates.ts"
import { weekday } from "./weekdays.ts"
import { yearAlone } from "./years.ts"

const RULES: readonly DateRule[] = [
  monthFirst,
  dayFirst,
  isoDate,
  slashDate,
  monthAndYear,
  monthAlone,
  yearAlone,
  weekday,
  nearDay,
  nearUnit,
  ago,
]
/** The rules under their marks, so that what several have in common is looked for once. */
const RULES_OF: ReadonlyMap<readonly string[], readonly DateRule[]> = groupBy(
  RULES,
  ({ marks }) => marks,
)

/** The date expressions of a text, none overlapping; where two compete, the earlier start, then the longer. */
export function findDateWords(text: string): DateWords[] {
  const all: DateWords[] = []
  for (const [marks, rules] of RULES_OF)
    if (marks.some((mark) => text.includes(mark)))
      for (const rule of rules) readAll(rule, text, all)
  all.sort((a, b) => a.from - b.from || b.to - a.to || compareSpans(a, b))
  let end = 0
  return all.filter((words) => {
    if (words.from < end) return false
    end = words.to
    return true
  })
}

function readAll(rule: DateRule, text: string, found: DateWords[]): void {
  for (const match of text.matchAll(rule.pattern)) {
    const expression = rule.read(match as RegExpExecArray)
    if (expression) found.push({ from: match.index, to: match.index + match[0].length, expression })
  }
}
