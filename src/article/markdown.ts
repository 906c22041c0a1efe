import { micromark } from "micromark"
import { type FrontMatter, readFrontMatter } from "./front-matter.ts"
import { readHtmlFragment, type WrittenPage } from "./html.ts"

export interface MarkdownPage extends WrittenPage {
  readonly front: FrontMatter | null
}

/** Reads Markdown as the page it would become; markup in it is read as markup. Throws ExplodingMarkup. */
export function readMarkdown(text: string, address: string | null): MarkdownPage {
  const front = readFrontMatter(text)
  const html = micromark(text.slice(front?.bodyFrom ?? 0), { allowDangerousHtml: true })
  return { ...readHtmlFragment(html, address), front }
}
