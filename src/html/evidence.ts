import type { Edit } from "../apparatus/apparatus.ts"
import { counted } from "../report/counted.ts"
import { printedPassage, quoted } from "../report/excerpt.ts"
import type { ReportStatement } from "../report/report.ts"
import { describeOld } from "../report/tell.ts"
import { compareEdits, isPlain, QUIET_KINDS, weighEdit } from "../report/weigh.ts"
import { describeEdit, describeTouches, describeVerdict } from "../report/words.ts"
import { groupBy } from "../text/group-by.ts"
import {
  articleHref,
  type Catalog,
  editAnchor,
  type Judged,
  nameOf,
  printedHref,
  quotationHref,
  witnessAnchor,
} from "./catalog.ts"
import { percent } from "./copies.ts"
import { type Html, html } from "./escape.ts"
import { lookOf, lookOfVerdict, signOf } from "./mark.ts"

/** What each page did to a statement, most telling first; those that kept its words share one line at the end. */
export function evidenceList(statement: ReportStatement, catalog: Catalog): Html {
  const judged = statement.witnesses.map((witness) => ({ statement, witness }))
  const pages = [...groupBy(judged, ({ witness }) => witness.article).values()]
  const loud = pages.filter((page) => !page.every(({ witness }) => isPlain(witness)))
  const quiet = pages.filter((page) => page.every(({ witness }) => isPlain(witness)))
  return html`<ul class="evidence">
${loud.toSorted(comparePages).map((page) => pageEvidence(page, catalog))}${quiet.length > 0 && faithfulPages(quiet, catalog)}</ul>
`
}

function comparePages(a: readonly Judged[], b: readonly Judged[]): number {
  const weight = (page: readonly Judged[]): number =>
    Math.max(0, ...page.flatMap(({ witness }) => witness.edits.map(weighEdit)))
  return weight(b) - weight(a)
}

/** One page: of several quotations each has its words before it, and the faithful ones a line together. */
function pageEvidence(page: readonly Judged[], catalog: Catalog): Html {
  const [first] = page
  if (!first) return html``
  if (page.length === 1) {
    return html`<li id="${witnessAnchor(first)}" tabindex="-1"><p>${outletLink(first, catalog)} ${verdictChip(first)} ${reason(first)}${oldNote(first, catalog)}</p>
${editLists(first, catalog)}</li>
`
  }
  const loud = page.filter(({ witness }) => !isPlain(witness))
  const quiet = page.filter(({ witness }) => isPlain(witness))
  return html`<li><p>${outletLink(first, catalog)}</p>
<ul class="quotations">${loud.map(
    (one) =>
      html`<li id="${witnessAnchor(one)}" tabindex="-1"><p>${wordsLink(one, catalog)} ${verdictChip(one)} ${reason(one)}${oldNote(one, catalog)}</p>
${editLists(one, catalog)}</li>
`,
  )}${quiet.length > 0 && html`<li><p>${faithfulLabel(first.statement)} ${quiet.map((one, i) => html`${i > 0 && ", "}${wordsLink(one, catalog, witnessAnchor(one))}`)}</p>${smallDifferences(quiet, catalog)}</li>`}</ul></li>
`
}

function faithfulPages(pages: readonly (readonly Judged[])[], catalog: Catalog): Html {
  const all = pages.flat()
  const [first] = all
  if (!first) return html``
  return html`<li class="faithful"><p>${faithfulLabel(first.statement)} ${pages.map((page, i) => html`${i > 0 && ", "}${faithfulPage(page, catalog)}`)}</p>${smallDifferences(all, catalog)}</li>
`
}

/** A page's name; of several quotations, also the words of each. */
function faithfulPage(page: readonly Judged[], catalog: Catalog): Html {
  const [first] = page
  if (!first) return html``
  if (page.length === 1) return outletLink(first, catalog, witnessAnchor(first))
  return html`${outletLink(first, catalog)} (${page.map((one, i) => html`${i > 0 && ", "}${wordsLink(one, catalog, witnessAnchor(one))}`)})`
}

function faithfulLabel({ records, witnesses }: ReportStatement): Html {
  const pages = new Set(witnesses.map(({ article }) => article)).size
  const label =
    records.length > 0 ? "As in the transcript" : pages > 1 ? "The same words" : "Only here"
  return html`<strong class="chip quiet">${label}</strong>`
}

function outletLink({ witness }: Judged, catalog: Catalog, id?: string): Html {
  const target = id
    ? quotationHref(witness.quotation, catalog)
    : articleHref(witness.article, catalog)
  return html`<a class="outlet"${id && html` id="${id}"`} href="${target}"><bdi>${nameOf(catalog, witness.article)}</bdi></a>`
}

/** A quotation by its first words, leading to it. */
function wordsLink({ witness }: Judged, catalog: Catalog, id?: string): Html {
  const page = catalog.articles.get(witness.article)?.text
  const printed = page === undefined ? null : printedPassage(page, witness.spans)
  const text = printed ?? catalog.quotations.get(witness.quotation)?.text ?? "…"
  return html`<a class="words"${id && html` id="${id}"`} href="${quotationHref(witness.quotation, catalog)}"><bdi>${quoted(text, FIRST_WORDS)}</bdi></a>`
}

/** Words by which a page's quotations are told apart. */
const FIRST_WORDS = 7

function verdictChip({ witness: { verdict, similarity } }: Judged): Html {
  return html`<strong class="chip ${lookOfVerdict(verdict)}" title="${percent(similarity)} of its words stand there">${describeVerdict(verdict)}</strong>`
}

/** Why the verdict is what it is, where no difference below says it. */
function reason({ witness }: Judged): Html | null {
  const isToldBelow = witness.edits.some((edit) => weighEdit(edit) > 0)
  return isToldBelow ? null : html`<span class="why">${witness.why}</span>`
}

/** Both days of words that a page prints as if they were new. */
function oldNote({ witness: { old } }: Judged, { names }: Catalog): Html | null {
  return old && html` <span class="why">${describeOld(old, names)}</span>`
}

/** The telling differences, and behind them the small ones. */
function editLists(judged: Judged, catalog: Catalog): Html {
  const loud = judged.witness.edits.filter((edit) => weighEdit(edit) > 0).toSorted(compareEdits)
  return html`${loud.length > 0 && html`<ul>${loud.map((edit) => editEvidence(edit, judged, catalog))}</ul>`}${smallDifferences([judged], catalog)}`
}

/** Small differences are there, but do not stand between the reader and the others. */
function smallDifferences(all: readonly Judged[], catalog: Catalog): Html | null {
  const isShared = new Set(all.map(({ witness }) => witness.article)).size > 1
  const items = all.flatMap((judged) => {
    const small = judged.witness.edits.filter((edit) => weighEdit(edit) === 0)
    const place = isShared ? nameOf(catalog, judged.witness.article) : "the article"
    return small.toSorted(compareEdits).map((edit) => editEvidence(edit, judged, catalog, place))
  })
  if (items.length === 0) return null
  const label = counted(items.length, "small difference")
  return html`<details class="small"><summary>${label}</summary><ul>${items}</ul></details>`
}

function editEvidence(
  edit: Edit,
  { statement, witness }: Judged,
  catalog: Catalog,
  place = "the article",
): Html {
  const id = editAnchor(edit, catalog)
  const touches = describeTouches(edit)
  const printed = printedHref(edit, witness.quotation, catalog)
  return html`<li id="${id}" class="edit ${lookOf(edit)}" data-edit="${id}" tabindex="-1">${signOf(edit.kind)}<span>${describeEdit(edit, witness.spans, statement)}${touches && html` <span class="touch">touches ${touches}</span>`}${edit.certainty === "likely" && html` <span class="sure">likely</span>`}${edit.permitted && !QUIET_KINDS.has(edit.kind) && html` <span class="sure">allowed by the house standard</span>`} <a class="back" href="${printed}">in ${place}</a></span></li>
`
}
