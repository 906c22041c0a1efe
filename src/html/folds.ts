import type { Fold } from "../lineage/fold.ts"
import { capitalised } from "../report/counted.ts"
import { quoted } from "../report/excerpt.ts"
import { tellFold } from "../report/folds.ts"
import type { Story } from "../story/story.ts"
import { capped } from "./capped.ts"
import { articleLink, type Catalog, nameOf, textAt } from "./catalog.ts"
import { type Html, html } from "./escape.ts"

/** Which pages print one text, and the credits that say whose it is. */
export function foldsView({ articles }: Story, catalog: Catalog): Html | null {
  const members = new Set(articles)
  const folds = catalog.report.folds.filter((fold) => fold.articles.some((id) => members.has(id)))
  if (folds.length === 0) return null
  const ranked = folds.toSorted((a, b) => b.articles.length - a.articles.length)
  return html`<ul class="carried">${ranked.map((fold) => foldView(fold, catalog))}</ul>
<p class="note">However many print it, it is one source.</p>`
}

function foldView(fold: Fold, catalog: Catalog): Html {
  const credits = fold.evidence.flatMap(({ article, span }) => {
    const words = textAt(catalog, article, span)
    return words ? html`<bdi>${nameOf(catalog, article)}</bdi>: ${quoted(words, CREDIT_WORDS)}` : []
  })
  const pages = fold.articles.map((id) => articleLink(id, catalog))
  return html`<li><strong>${capitalised(tellFold(fold))}</strong>: ${capped(pages, PAGES)}${credits.length > 0 && html`<p class="note">${capped(credits, CREDITS)}</p>`}</li>`
}

/** Pages of one text, credits shown of it, and words of a credit. */
const PAGES = 20
const CREDITS = 3
const CREDIT_WORDS = 8
