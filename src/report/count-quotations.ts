import { isSpeech } from "../quotation/quotation.ts"
import type { ReportQuotation } from "./report.ts"

/** How many quotations a reader is told of: a nickname, a title or a sneer in marks is none. */
export function countQuotations(quotations: readonly ReportQuotation[]): number {
  return quotations.filter(isSpeech).length
}
