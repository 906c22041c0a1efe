import type { Statement } from "../statement/statement.ts"
import type { LineageEdge } from "./lineage.ts"

/** Words that one page prints as speech and another has in its own voice: whoever quotes them took them from the narrator. */
export function echoEdges(statements: readonly Statement[]): LineageEdge[] {
  return statements.flatMap(({ witnesses, echoes }) =>
    echoes
      .filter(({ how }) => how === "narrationQuoted")
      .flatMap((echo) =>
        witnesses
          .filter(({ article }) => article !== echo.article)
          .map((witness) => echoEdge(witness, echo)),
      ),
  )
}

/** Few words may agree by chance: a quoted phrase of the other's narration is likely its, not surely. */
const ECHOED = 0.75

function echoEdge(
  witness: Statement["witnesses"][number],
  echo: Statement["echoes"][number],
): LineageEdge {
  return {
    from: { article: witness.article },
    to: { article: echo.article },
    kind: "sharesReading",
    directed: true,
    confidence: ECHOED,
    evidence: [
      ...witness.spans.map((span) => ({ article: witness.article, span })),
      { article: echo.article, span: echo.span },
    ],
  }
}
