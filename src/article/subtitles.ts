import type { Reader } from "./extract.ts"
export const readSubtitlePage: Reader = () => ({ pages: [], notices: [] })
