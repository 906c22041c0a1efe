/** The public API, in the order a text travels: gather, extract, find, group, collate, verify, trace, assemble, render. */

export type { Collation, Edit, Verdict, Version } from "./apparatus/apparatus.ts"
export { type CollateOptions, collate } from "./apparatus/collate.ts"
export type { Standard } from "./apparatus/standard.ts"
export type { Claim, FoundPassage, Verification } from "./apparatus/verify.ts"
export { verifyArticle, verifyQuotation } from "./apparatus/verify.ts"
export type { Article } from "./article/article.ts"
export { type Extraction, extractArticles } from "./article/extract.ts"
export { renderReport } from "./html/render.ts"
export { renderSite, type SitePage } from "./html/site.ts"
export { type GatherOptions, gatherSources } from "./intake/gather.ts"
export type { LineageEdge } from "./lineage/lineage.ts"
export { type LineageInput, traceLineage } from "./lineage/trace.ts"
export type { ReportOptions } from "./pipeline.ts"
export { buildReport } from "./pipeline.ts"
export { findQuotations } from "./quotation/find.ts"
export type { Quotation } from "./quotation/quotation.ts"
export type {
  Report,
  ReportArticle,
  ReportQuotation,
  ReportStatement,
  ReportWitness,
} from "./report/report.ts"
export type { Notice } from "./source/notice.ts"
export { type Source, type Stated, sourceOf } from "./source/source.ts"
export { groupStatements } from "./statement/group.ts"
export { decodeIndex, encodeIndex, type IndexFault } from "./statement/index-file.ts"
export { indexRecords, type RecordIndex } from "./statement/record-index.ts"
export type { Statement } from "./statement/statement.ts"
export { groupStories, type StoryInput } from "./story/group.ts"
export { StoryGrouper } from "./story/grouper.ts"
export type { Story } from "./story/story.ts"
export type { Passage } from "./text/passage.ts"
export type { Span } from "./text/span.ts"
export { slice } from "./text/span.ts"
