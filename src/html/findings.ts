import type { Finding, FindingPlace } from "../report/finding.ts"
import { describeTouches, editName, editSign } from "../report/words.ts"
import {
  articleAnchor,
  type Catalog,
  isAlone,
  isLone,
  nameOf,
  quotationAnchor,
  witnessAnchor,
} from "./catalog.ts"
import { anchor, type Html, html } from "./escape.ts"
import type { Look } from "./mark.ts"

/** What a reader should know first: one sentence each, each leading to its evidence. */
export function findingsSection(catalog: Catalog): Html {
  const { findings } = catalog
  if (findings.length === 0) return html`<p class="empty">${nothingFound(catalog)}</p>`
  const first = findings.slice(0, FIRST_FINDINGS)
  const rest = findings.slice(FIRST_FINDINGS)
  return html`<ol class="findings">${first.map((finding) => findingView(finding, catalog))}</ol>
${rest.length > 0 && html`<details class="more"><summary>${rest.length} more</summary><ol class="findings" start="${FIRST_FINDINGS + 1}">${rest.map((finding) => findingView(finding, catalog))}</ol></details>`}`
}

/** Findings shown at once: what is read in a minute. */
const FIRST_FINDINGS = 8

function nothingFound(catalog: Catalog): string {
  const { report, hasRecords } = catalog
  if (report.statements.length === 0)
    return "No quotation was found, so there is nothing to compare."
  if (isAlone(catalog)) return "One page by itself, without a transcript, differs from nothing."
  return hasRecords
    ? "Nothing that changes what was said: every quotation found in the transcript keeps its words, or shows what it changed."
    : "No outlet differs from another in anything that changes what was said."
}

function findingView(finding: Finding, catalog: Catalog): Html {
  const [first] = finding.places
  if (!first) return html``
  const outlets = [...new Set(finding.places.map(({ article }) => nameOf(catalog, article)))]
  const others = finding.places.filter(
    ({ article }, i) =>
      finding.places.findIndex((place) => place.article === article) === i && i > 0,
  )
  const kind = nameKind(finding.kind, catalog.hasRecords)
  const look = FINDING_LOOKS[finding.kind]
  const touches = describeTouches(finding)
  return html`<li data-kind="${kind}" data-outlets="${JSON.stringify(outlets)}" data-speaker="${finding.speaker ?? ""}"><a class="finding" href="#${evidenceOf(finding, first, catalog)}">${chipOf(finding.kind, catalog.hasRecords)} <span>${finding.sentence}${touches && html` <span class="touch ${look}">touches ${touches}</span>`}</span></a>${others.length > 0 && html` <span class="also">Also in ${others.map((place, i) => html`${i > 0 && ", "}<a href="#${evidenceOf(finding, place, catalog)}"><bdi>${nameOf(catalog, place.article)}</bdi></a>`)}</span>`}</li>
`
}

/** What kind of finding it is: sign, colour and word. */
export function chipOf(kind: Finding["kind"], hasRecords: boolean): Html {
  return html`<span class="chip ${FINDING_LOOKS[kind]}"><span class="sign" aria-hidden="true">${signFor(kind)}</span>${nameKind(kind, hasRecords)}</span>`
}

function evidenceOf(finding: Finding, place: FindingPlace, catalog: Catalog): string {
  if (finding.kind === "headline") return anchor("h", place.article)
  const judged = catalog.judged.get(place.quotation ?? "") ?? []
  const own = judged.find(({ statement }) => statement.id === finding.statement) ?? judged[0]
  if (own && isLone(own.statement)) return quotationAnchor(own.witness.quotation)
  if (place.edit !== null) return anchor("e", place.edit)
  return own ? witnessAnchor(own) : articleAnchor(place.article)
}

const OTHER_KINDS = {
  notFound: { name: "not found", sign: "?" },
  elsewhere: { name: "said elsewhere", sign: "↷" },
  translation: { name: "translation", sign: "文" },
  narrationQuoted: { name: "own words", sign: "❝" },
  headline: { name: "headline", sign: "❝" },
  old: { name: "old words", sign: "⟲" },
} as const

type OtherKind = keyof typeof OTHER_KINDS

function isOther(kind: Finding["kind"]): kind is OtherKind {
  return kind in OTHER_KINDS
}

function nameKind(kind: Finding["kind"], hasRecord: boolean): string {
  if (kind === "truncation") return "part only"
  return isOther(kind) ? OTHER_KINDS[kind].name : editName(kind, hasRecord)
}

function signFor(kind: Finding["kind"]): string {
  return isOther(kind) ? OTHER_KINDS[kind].sign : editSign(kind)
}

const FINDING_LOOKS: Readonly<Record<Finding["kind"], Look>> = {
  splice: "joined",
  omission: "cut",
  truncation: "cut",
  insertion: "added",
  narrationQuoted: "added",
  notFound: "changed",
  substitution: "changed",
  transposition: "changed",
  emphasis: "changed",
  elsewhere: "changed",
  headline: "changed",
  old: "changed",
  translation: "quiet",
  ellipsis: "quiet",
  bracket: "quiet",
  typographic: "quiet",
}
