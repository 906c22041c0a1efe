import { counted } from "../report/counted.ts"
import {
  type ArticleVerb,
  countUses,
  describeVerbs,
  findTellingVerbs,
  type SpeakerVerbs,
} from "../report/verbs.ts"
import type { Story } from "../story/story.ts"
import type { VerbClass } from "../story/wording.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { capped } from "./capped.ts"
import { articleHref, type Catalog, nameOf, quotationHref } from "./catalog.ts"
import { type Html, html } from "./escape.ts"
import { firstAndMore } from "./more.ts"
import { plainTable } from "./plain-table.ts"

/** With which verbs each speaker's words are reported, and by whom: those that add something to “said” first. */
export function verbsView(story: Story, catalog: Catalog): Html | null {
  const speakers = findTellingVerbs(story)
  if (speakers.length === 0) return null
  const table = (some: readonly SpeakerVerbs[]): Html =>
    plainTable(
      "Verbs of speech",
      ["Speaker", "What the verb does", "Verbs and pages"],
      some.map((one) => speakerRows(one, catalog)),
    )
  return html`${firstAndMore(speakers, SPEAKERS, table, (count) => counted(count, "more speaker"))}
<p class="note">The four lists of verbs follow Hooper (1975), Kiparsky and Kiparsky (1970) and Recasens and others (2013). They say what a verb does in a sentence, not why somebody chose it.</p>`
}

/** Speakers shown at once. */
const SPEAKERS = 5

/** Those that say more than “said” first. */
const CLASSES: readonly (VerbClass | null)[] = ["doubting", "granting", "colouring", "plain", null]

function speakerRows({ speaker, uses }: SpeakerVerbs, catalog: Catalog): Html {
  const byClass = groupBy(uses, (use) => use.class)
  const rows = CLASSES.filter((kind) => byClass.has(kind))
  return html`<tbody>${rows.map(
    (kind, i) =>
      html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}"><bdi>${speaker}</bdi></th>`}<td class="note">${describeVerbs(kind)}</td><td>${verbList(byClass.get(kind) ?? [], catalog)}</td></tr>`,
  )}</tbody>
`
}

function verbList(uses: readonly ArticleVerb[], catalog: Catalog): Html {
  const verbs = [...groupBy(uses, ({ verb }) => verb)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  )
  const more = verbs.length - VERBS
  return html`${verbs.slice(0, VERBS).map(([verb, own], i) => html`${i > 0 && "; "}${verbView(verb, own, catalog)}`)}${more > 0 && `; and ${counted(more, "more verb")}`}`
}

/** Verbs of one sort shown of a speaker, and pages of one verb. */
const VERBS = 8
const PAGES = 8

/** A verb with who uses it; of one that says no more than “said” that is no news, and it is counted. */
function verbView(verb: string, uses: readonly ArticleVerb[], catalog: Catalog): Html {
  if (uses[0]?.class === "plain") {
    return html`<a href="${useHref(uses[0], catalog)}"><q>${verb}</q></a> ${countUses(uses)}`
  }
  const pages = uses.map((use) => {
    const times = use.spans.length > 1 && ` ${use.spans.length} times`
    return html`<a href="${useHref(use, catalog)}"><bdi>${nameOf(catalog, use.article)}</bdi></a>${times}`
  })
  return html`<q>${verb}</q> ${capped(pages, PAGES)}`
}

/** The quotation that the verb leads in. */
function useHref({ article, spans }: ArticleVerb, catalog: Catalog): string {
  const quotation = (catalog.quotationsOf.get(article) ?? []).find(
    ({ cue }) => cue?.from === spans[0]?.from,
  )
  return quotation ? quotationHref(quotation.id, catalog) : articleHref(article, catalog)
}
