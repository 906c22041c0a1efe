import { slice } from "../text/span.ts"
import type { Block } from "./article.ts"
import { isFurniture } from "./furniture.ts"
import type { HtmlPage } from "./html.ts"
import type { WrittenBlock } from "./page-writer.ts"

/** Says of each block of a page whether it belongs to the article. */
export function labelHtmlBlocks(page: HtmlPage): Block[] {
  const inBody = page.blocks.map((block) => isInBody(page, block))
  const first = inBody.indexOf(true)
  const last = inBody.lastIndexOf(true)
  return page.blocks.map((block, i) => {
    const { from, to } = block
    const line = slice(page.text, block)
    if (block.kind === "caption" && i >= first - 3 && i <= last)
      return { from, to, kind: "caption" }
    return { from, to, kind: inBody[i] && !isFurniture(line) ? block.kind : "furniture" }
  })
}

/** Whether most of a block stands in elements that are the article's. */
function isInBody(page: HtmlPage, block: WrittenBlock): boolean {
  let all = 0
  let own = 0
  for (const [element, characters] of block.owners) {
    all += characters
    if (element && page.main?.elements.has(element)) own += characters
  }
  return own * 2 >= all
}
