import type { Span } from "../text/span.ts"

/** What a gallery writes behind each of its captions, which are one line once the page is text. */
const REMARK = /\bHide Caption \d{1,3} of \d{1,3}\b(?: Photos:)?/g

/** The remarks of galleries between their captions: nobody's words, and a caption ends there. */
export function findGalleryRemarks(text: string): Span[] {
  if (!text.includes("Hide Caption")) return []
  return Array.from(text.matchAll(REMARK), ({ index, 0: remark }) => ({
    from: index,
    to: index + remark.length,
  }))
}
