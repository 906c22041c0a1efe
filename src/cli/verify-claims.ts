import type { Standard } from "../apparatus/standard.ts"
import { type Claim, verifyQuotation } from "../apparatus/verify.ts"
import type { Notice } from "../source/notice.ts"
import type { RecordIndex } from "../statement/record-index.ts"
import type { Progress } from "./progress.ts"
import { readGivenText } from "./read-given.ts"
import type { Answer } from "./run-verify.ts"

/** A quotation given by itself, with the caller's own id. */
export interface NamedClaim extends Claim {
  readonly id: string
}

export interface ReadClaims {
  readonly claims: readonly NamedClaim[]
  readonly notices: readonly Notice[]
}

/** The answers, in the order of the claims. */
export function answerClaims(
  claims: readonly NamedClaim[],
  standard: Standard,
  index: RecordIndex,
  progress: Progress,
): Answer[] {
  return claims.map((claim, i) => {
    progress.tell("Checking quotations", i, claims.length)
    const verification = verifyQuotation(claim, index, standard)
    return { id: claim.id, source: null, quote: claim.quote, speaker: claim.speaker, verification }
  })
}

/** Reads JSON Lines of quotations; a line that is none is a notice. */
export function readClaims(path: string): ReadClaims {
  const claims: NamedClaim[] = []
  const notices: Notice[] = []
  const text = readGivenText(path, "a file of JSON Lines, or -")
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue
    const claim = maybeClaim(line, i + 1)
    if (claim) claims.push(claim)
    else {
      notices.push({
        kind: "damaged",
        source: path,
        text: `Line ${i + 1} of ${path} is no quotation; write {"id": "…", "quote": "…"} on a line.`,
      })
    }
  }
  return { claims, notices }
}

function maybeClaim(line: string, number: number): NamedClaim | null {
  try {
    const row = JSON.parse(line) as Readonly<Record<string, unknown>> | null
    if (typeof row?.quote !== "string") return null
    return {
      id: typeof row.id === "string" || typeof row.id === "number" ? String(row.id) : `${number}`,
      quote: row.quote,
      speaker: typeof row.speaker === "string" ? row.speaker : null,
      date: typeof row.date === "string" ? row.date : null,
    }
  } catch {
    return null
  }
}
