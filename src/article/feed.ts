import type { Reader } from "./extract.ts"
export const readFeedPages: Reader = () => ({ pages: [], notices: [] })
