export type { Report } from "./report/report.ts"
