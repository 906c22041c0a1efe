import type { Article } from "../article/article.ts"
import { compareText } from "../text/compare-text.ts"
import { compareReach } from "../text/span.ts"
import { addIndirect } from "./indirect.ts"
import { joinUtterances } from "./join.ts"
import { type Listener, makeQuotations } from "./make.ts"
import { learnedModels, type Models } from "./models.ts"
import type { Quotation } from "./quotation.ts"
import { readScene } from "./scene.ts"
import { findUtterances } from "./utterance.ts"

/** Finds what an article prints as said, in marks or not, and who said it; in text order. */
export function findQuotations(article: Article): Quotation[] {
  return findQuotationsBy(learnedModels(), article)
}

/** The same by other models, for those who learn them; `listen` is told of every choice among candidates. */
export function findQuotationsBy(models: Models, article: Article, listen?: Listener): Quotation[] {
  const scene = readScene(article, models)
  const utterances = joinUtterances(scene, findUtterances(scene, models))
  const said = addIndirect(scene, utterances)
  return makeQuotations(scene, said, models, listen).toSorted(
    (a, b) => compareReach(a.content, b.content) || compareText(a.id, b.id),
  )
}
