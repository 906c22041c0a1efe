import { counted } from "../report/words.ts"
import type { Story } from "../story/story.ts"
import type { VerbClass, VerbUse } from "../story/wording.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { capped } from "./capped.ts"
import { articleHref, type Catalog, nameOf, quotationHref } from "./catalog.ts"
import { type Html, html } from "./escape.ts"

/** A verb as one page uses it of one speaker. */
interface Use extends VerbUse {
  readonly article: string
}

type Kind = VerbClass | "other"

/** With which verbs each speaker's words are reported, and by whom: those that add something to “said” first. */
export function verbsView(story: Story, catalog: Catalog): Html | null {
  const uses = story.wording.flatMap(({ article, verbs }) =>
    verbs.map((use): Use => ({ ...use, article })),
  )
  const named = uses.filter(({ speaker }) => speaker !== null)
  const speakers = [...groupBy(named, ({ speaker }) => speaker ?? "")]
    .map(([speaker, own]) => ({ speaker, own }))
    .filter(({ own }) => own.some(isTelling))
    .toSorted((a, b) => weigh(b.own) - weigh(a.own) || compareText(a.speaker, b.speaker))
  if (speakers.length === 0) return null
  const rest = speakers.slice(SPEAKERS)
  const table = (some: typeof speakers): Html =>
    html`<div class="scroll" role="group" tabindex="0" aria-label="Verbs of speech"><table class="plain-table"><thead><tr><th scope="col">Speaker</th><th scope="col">What the verb does</th><th scope="col">Verbs and pages</th></tr></thead>${some.map(({ speaker, own }) => speakerRows(speaker, own, catalog))}</table></div>`
  return html`${table(speakers.slice(0, SPEAKERS))}
${rest.length > 0 && html`<details class="more"><summary>${counted(rest.length, "more speaker")}</summary>${table(rest)}</details>`}
<p class="note">The four lists of verbs follow Hooper (1975), Kiparsky and Kiparsky (1970) and Recasens and others (2013). They say what a verb does in a sentence, not why somebody chose it.</p>`
}

/** Speakers shown at once. */
const SPEAKERS = 5

function isTelling({ class: kind }: VerbUse): boolean {
  return kind !== null && kind !== "plain"
}

/** Verbs that add something, then all. */
function weigh(uses: readonly Use[]): number {
  return countUses(uses.filter(isTelling)) * MANY + countUses(uses)
}

/** More uses than any story has. */
const MANY = 1e6

const KINDS: readonly (readonly [Kind, string])[] = [
  ["doubting", "keeps a distance"],
  ["granting", "vouches for it"],
  ["colouring", "tells the manner"],
  ["plain", "neutral"],
  ["other", "not in the lists"],
]

function speakerRows(speaker: string, uses: readonly Use[], catalog: Catalog): Html {
  const byKind = groupBy(uses, ({ class: kind }): Kind => kind ?? "other")
  const rows = KINDS.filter(([kind]) => byKind.has(kind))
  return html`<tbody>${rows.map(
    ([kind, meaning], i) =>
      html`<tr>${i === 0 && html`<th scope="rowgroup" rowspan="${rows.length}"><bdi>${speaker}</bdi></th>`}<td class="note">${meaning}</td><td>${verbList(kind, byKind.get(kind) ?? [], catalog)}</td></tr>`,
  )}</tbody>
`
}

function verbList(kind: Kind, uses: readonly Use[], catalog: Catalog): Html {
  const verbs = [...groupBy(uses, ({ verb }) => verb)].toSorted(
    ([a, x], [b, y]) => y.length - x.length || compareText(a, b),
  )
  const more = verbs.length - VERBS
  const told = kind === "plain" ? countedVerb : verbWithPages
  return html`${verbs.slice(0, VERBS).map(([verb, own], i) => html`${i > 0 && "; "}${told(verb, own, catalog)}`)}${more > 0 && `; and ${counted(more, "more verb")}`}`
}

/** Verbs of one sort shown of a speaker, and pages of one verb. */
const VERBS = 8
const PAGES = 8

/** A verb that says nothing more than “said”: who uses it is no news. */
function countedVerb(verb: string, uses: readonly Use[], catalog: Catalog): Html {
  return html`<a href="${useHref(uses[0]!, catalog)}"><q>${verb}</q></a> ${countUses(uses)}`
}

function verbWithPages(verb: string, uses: readonly Use[], catalog: Catalog): Html {
  const pages = uses.map((use) => {
    const times = use.spans.length > 1 && ` ${use.spans.length} times`
    return html`<a href="${useHref(use, catalog)}"><bdi>${nameOf(catalog, use.article)}</bdi></a>${times}`
  })
  return html`<q>${verb}</q> ${capped(pages, PAGES)}`
}

function countUses(uses: readonly Use[]): number {
  return uses.reduce((sum, { spans }) => sum + spans.length, 0)
}

/** The quotation that the verb leads in. */
function useHref({ article, spans }: Use, catalog: Catalog): string {
  const quotation = (catalog.quotationsOf.get(article) ?? []).find(
    ({ cue }) => cue?.from === spans[0]?.from,
  )
  return quotation ? quotationHref(quotation.id, catalog) : articleHref(article, catalog)
}
