import { type Change, compareChanges } from "./change.ts"

/** Fewest changes of words side by side that are told as one paraphrase. */
const MIN_CHANGES = 4
/** Most unchanged words between two changes of one paraphrase. */
const MAX_BETWEEN = 6

/**
 * The exact changes as people tell them: many words replaced in one stretch are one rewording, and so is a phrase cut
 * and put in again beside a kept word.
 */
export function simplify(changes: readonly Change[]): Change[] {
  return joinNeighbours(joinParaphrases(changes))
}

function joinParaphrases(changes: readonly Change[]): Change[] {
  const told: Change[] = []
  let group: Change[] = []
  const close = (): void => {
    told.push(...(isParaphrase(group) ? [merge(group)] : group))
    group = []
  }
  for (const change of changes) {
    const last = group.findLast(isRewording)
    const goesOn =
      last && change.baseFrom - last.baseTo <= MAX_BETWEEN && change.baseFrom >= last.baseTo
    if (!goesOn || !(isRewording(change) || change.kind === "typographic")) close()
    group.push(change)
  }
  close()
  return told.sort(compareChanges)
}

/** Most unchanged words between an omission and an insertion that together reword a phrase. */
const MAX_WITHIN = 1

function joinNeighbours(changes: readonly Change[]): Change[] {
  const told: Change[] = []
  for (const change of changes) {
    const last = told.at(-1)
    const joined = last && maybeReworded(last, change)
    if (joined) told[told.length - 1] = joined
    else told.push(change)
  }
  return told
}

function maybeReworded(a: Change, b: Change): Change | null {
  const isSwap =
    (a.kind === "omission" && b.kind === "insertion") ||
    (a.kind === "insertion" && b.kind === "omission")
  const between = b.baseFrom - a.baseTo
  if (
    !isSwap ||
    a.marked ||
    b.marked ||
    between > MAX_WITHIN ||
    b.witnessFrom - a.witnessTo !== between
  )
    return null
  return { ...span(a, b), kind: "substitution", marked: false, certainty: "likely" }
}

function span(
  a: Change,
  b: Change,
): Pick<Change, "baseFrom" | "baseTo" | "witnessFrom" | "witnessTo"> {
  return {
    baseFrom: a.baseFrom,
    baseTo: b.baseTo,
    witnessFrom: a.witnessFrom,
    witnessTo: b.witnessTo,
  }
}

function isRewording(change: Change): boolean {
  if (change.marked) return false
  const { kind } = change
  return (
    kind === "substitution" ||
    kind === "insertion" ||
    (kind === "omission" && change.baseTo - change.baseFrom <= 2)
  )
}

function isParaphrase(group: readonly Change[]): boolean {
  return group.filter((change) => change.kind === "substitution").length >= MIN_CHANGES
}

function merge(group: readonly Change[]): Change {
  const changes = group.filter(isRewording)
  return {
    kind: "substitution",
    marked: false,
    certainty: "likely",
    baseFrom: Math.min(...changes.map((change) => change.baseFrom)),
    baseTo: Math.max(...changes.map((change) => change.baseTo)),
    witnessFrom: Math.min(...changes.map((change) => change.witnessFrom)),
    witnessTo: Math.max(...changes.map((change) => change.witnessTo)),
  }
}
