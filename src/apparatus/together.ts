import { groupBy } from "../text/group-by.ts"
import { stableId } from "../text/id.ts"
import { compareSpans, type Span } from "../text/span.ts"
import type { Edit } from "./apparatus.ts"

/**
 * The edits of one quotation as an editor tells them: that it begins and ends within sentences is one thing, that
 * punctuation and capitals differ another, and other spellings a third, each with all its places. Nothing else is put
 * together.
 */
export function tellTogether(edits: readonly Edit[], version: string): Edit[] {
  const told = groupBy(edits, (edit) => maybeTheme(edit) ?? edit.id)
  return [...told.values()].map((same) => joined(same, version))
}

/** What an edit is told with; null where it stands by itself. */
function maybeTheme({ kind, marked, baseText, witnessText }: Edit): string | null {
  if (kind === "truncation") return `${kind} ${marked}`
  if (kind !== "typographic") return null
  return lettersOf(baseText) === lettersOf(witnessText) ? "signs" : "spelling"
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "")
}

function joined(edits: readonly Edit[], version: string): Edit {
  const first = edits[0]!
  if (edits.length === 1) return first
  const base = edits.flatMap((edit) => edit.base).toSorted(compareSpans)
  const witness = edits.flatMap((edit) => edit.witness).toSorted(compareSpans)
  const text = (side: "baseText" | "witnessText"): string =>
    edits.map((edit) => edit[side]).join(" ")
  return {
    ...first,
    id: stableId("e", version, first.kind, ...[...base, ...witness].flatMap(ends)),
    certainty: edits.some(({ certainty }) => certainty === "likely") ? "likely" : "certain",
    touches: [...new Set(edits.flatMap(({ touches }) => touches))],
    permitted: edits.every(({ permitted }) => permitted),
    base,
    witness,
    baseText: text("baseText"),
    witnessText: text("witnessText"),
  }
}

function ends({ from, to }: Span): number[] {
  return [from, to]
}
