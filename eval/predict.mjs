// What the scorer of quotations reads, and how far confidence and truth lie apart.
import { findQuotations, findQuotationsBy } from "../dist/quotation/find.js"

/** What the scorer reads: one row a piece of content, as printed. */
export function toPrediction(article, models, listen) {
  const found = models ? findQuotationsBy(models, article, listen) : findQuotations(article)
  const rows = found
    .filter(({ kind }) => kind !== "scare" && kind !== "title")
    .flatMap((quotation) => quotation.content.map((span) => rowOf(article, quotation, span)))
  return { id: article.id, quotations: rows }
}

function rowOf(article, { id, kind, speaker }, { from, to }) {
  const mention = speaker?.mention
  return {
    start: from,
    end: to,
    kind,
    speaker: mention && {
      start: mention.from,
      end: mention.to,
      text: article.text.slice(mention.from, mention.to),
      name: speaker.name ?? undefined,
      confidence: speaker.confidence,
      quotation: id,
    },
  }
}

/** Rows of one tenth of confidence each, and the mean gap between confidence and truth. */
export function calibration(rows) {
  const bins = Array.from({ length: 10 }, () => ({ n: 0, said: 0, right: 0 }))
  for (const { pred, over } of rows) {
    const confidence = pred?.confidence ?? 0
    const bin = bins[Math.min(9, Math.floor(confidence * 10))]
    bin.n++
    bin.said += confidence
    bin.right += over ? 1 : 0
  }
  const gap = bins.reduce((sum, { said, right }) => sum + Math.abs(said - right), 0) / rows.length
  const sure = rows.filter(({ pred }) => (pred?.confidence ?? 0) >= 0.95).length / rows.length
  return { bins, gap, sure }
}
