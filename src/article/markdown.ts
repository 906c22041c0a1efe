import { micromark } from "micromark"
import { type FrontMatter, readFrontMatter } from "./front-matter.ts"
import { readHtmlFragment, type WrittenPage } from "./html.ts"

export interface MarkdownPage extends WrittenPage {
  readonly front: FrontMatter | null
}

/** Reads Markdown as the page it would become; markup in it is read as markup. Throws ExplodingMarkup. */
export function readMarkdown(text: string, address: string | null): MarkdownPage {
  const front = readFrontMatter(text)
  const parts = partsOf(text.slice(front?.bodyFrom ?? 0))
  return { ...readHtmlFragment(parts.map(renderPart).join("\n"), address), front }
}

/**
 * Characters of a part. The renderer's time grows with the square of what it is given at once; between blank
 * lines outside code, Markdown means the same in parts.
 */
const PART = 4_000
/** Characters above which a part is read as plain lines: it has no blank line where it could be cut. */
const LONGEST_PART = 50_000
/** Nesting that no person writes and that is expensive to render. */
const NESTED = /^(?:[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))){60}|^[ \t]{300}/m

function renderPart(part: string): string {
  if (part.length > LONGEST_PART || NESTED.test(part)) return plainMarkup(part)
  return micromark(part, { allowDangerousHtml: true })
}

function plainMarkup(part: string): string {
  return part
    .split("\n")
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("\n")
}

/** The text in parts, each with the link targets that any part defines. */
function partsOf(text: string): string[] {
  if (text.length <= PART) return [text]
  const lines = text.split(/\r?\n/)
  const targets = lines.filter((line) => /^ {0,3}\[[^\]]{1,200}\]:[ \t]/.test(line)).slice(0, 100)
  const parts: string[] = []
  let part: string[] = []
  let size = 0
  let fence: string | null = null
  for (const [i, line] of lines.entries()) {
    part.push(line)
    size += line.length + 1
    const mark = /^ {0,3}(```|~~~)/.exec(line)?.[1]
    if (mark && (fence === null || fence === mark)) fence = fence === null ? mark : null
    const next = lines[i + 1] ?? ""
    if (size < PART || fence !== null || line.trim() !== "" || /^[ \t]|^$/.test(next)) continue
    parts.push([...part, ...targets].join("\n"))
    part = []
    size = 0
  }
  return [...parts, [...part, "", ...targets].join("\n")]
}
