import { describeDate } from "../occasion/describe-date.ts"
import { counted } from "../report/counted.ts"
import { countWords, quoted, shorten } from "../report/excerpt.ts"
import { fileName } from "../report/names.ts"
import type { ReportArticle, ReportQuotation } from "../report/report.ts"
import {
  describeConfidence,
  describeEdit,
  describeQuotationKind,
  describeVerdict,
} from "../report/words.ts"
import {
  articleAnchor,
  articleHref,
  type Catalog,
  editAnchor,
  isLone,
  isPrinted,
  type Judged,
  markAnchor,
  nameOf,
  quotationAnchor,
  textAt,
  witnessAnchor,
} from "./catalog.ts"
import { percent } from "./copies.ts"
import { type Html, html, safeAddress } from "./escape.ts"
import type { Excerpt, Piece } from "./excerpt.ts"
import { inlineSign, lookOf, lookOfVerdict } from "./mark.ts"
import { pointsView } from "./points.ts"

/** Every page with its quotations, each in the few words around it. */
export function articlesSection(catalog: Catalog): Html {
  if (catalog.pages.length === 0) return html`<p class="empty">No article was read.</p>`
  const isOpen = catalog.pages.length <= OPEN_ARTICLES
  return html`${catalog.pages.map((article) => articleView(article, isOpen, catalog))}`
}

/** Above this many articles each opens on demand: a page of two hundred quotations is not read from top to end. */
const OPEN_ARTICLES = 12

function articleView(article: ReportArticle, isOpen: boolean, catalog: Catalog): Html {
  const quotations = (catalog.quotationsOf.get(article.id) ?? []).toSorted(compareStarts)
  const quotedOnes = quotations.filter(isPrinted)
  const others = quotations.filter((one) => !isPrinted(one))
  return html`<details class="article" id="${articleAnchor(article.id)}"${isOpen && html` open`}>
<summary><h3><bdi>${nameOf(catalog, article.id)}</bdi></h3> <span class="meta">${counted(quotedOnes.length, "quotation")}</span></summary>
${articleHead(article, catalog)}
${quotedOnes.length === 0 && html`<p class="empty">This page quotes nobody.</p>`}
${quotedOnes.map((quotation) => quotationView(quotation, catalog))}
${others.length > 0 && quietList(others, catalog)}${pointsView(article, catalog)}</details>
`
}

/** In the order of the text. */
function compareStarts(a: ReportQuotation, b: ReportQuotation): number {
  return (a.content[0]?.from ?? 0) - (b.content[0]?.from ?? 0)
}

function articleHead(article: ReportArticle, catalog: Catalog): Html {
  const address = safeAddress(article.url)
  const when = article.published
  const earlier = article.revisionOf && catalog.articles.has(article.revisionOf)
  const facts = [
    when
      ? html`${describeDate(when.value)} <span class="note">(${when.from})</span>`
      : html`date unknown`,
    article.byline && html`by <bdi>${article.byline}</bdi>`,
    html`<code>${fileName(article.source)}</code>`,
    address && html`<a class="out" href="${address}" rel="noopener noreferrer">the page itself</a>`,
    earlier &&
      html`a later text of <a href="${articleHref(article.revisionOf, catalog)}">this one</a>`,
  ].filter((fact) => fact !== null && fact !== false && fact !== "")
  return html`${article.title && html`<p class="title"><bdi>${article.title}</bdi></p>`}
<p class="meta">${facts.map((fact, i) => html`${i > 0 && " · "}${fact}`)}</p>`
}

function quotationView(quotation: ReportQuotation, catalog: Catalog): Html {
  const excerpt = catalog.excerpts.get(quotation.id)
  const judged = catalog.judged.get(quotation.id) ?? []
  return html`<figure class="quotation" id="${quotationAnchor(quotation.id)}" tabindex="-1">
<blockquote>${excerpt && excerptView(excerpt, catalog)}</blockquote>
<figcaption>${speakerView(quotation, catalog)}${judged.map((one) => html` ${verdictView(one)}`)}</figcaption>
</figure>
`
}

/** The verdict, leading to its evidence; words that one page alone prints agree with nobody. */
function verdictView(judged: Judged): Html {
  if (isLone(judged.statement)) return html`<span class="chip quiet">only here</span>`
  const { verdict } = judged.witness
  return html`<a class="to-evidence" href="#${witnessAnchor(judged)}"><span class="chip ${lookOfVerdict(verdict)}">${describeVerdict(verdict)}</span></a>`
}

/** Each edit's first piece carries its name, so that the evidence can lead back to it. */
function excerptView({ stretches }: Excerpt, catalog: Catalog): Html {
  const named = new Set<string>()
  const pieceView = (piece: Piece): Html => {
    if (!piece.edit) return plainPiece(piece)
    const id = markAnchor(piece.edit, catalog)
    const isFirst = !named.has(id)
    named.add(id)
    return markedPiece(piece, piece.edit, isFirst ? id : null, catalog)
  }
  return html`${stretches.map(
    ({ pieces, opens, closes }, i) =>
      html`${i > 0 ? " … " : opens && "… "}${pieces.map(pieceView)}${i === stretches.length - 1 && closes && " …"}`,
  )}`
}

function plainPiece({ text, said, role }: Piece): Html {
  if (said) return html`<span class="said">${shortenSaid(text)}</span>`
  return role ? html`<span class="${role}">${text}</span>` : html`${text}`
}

/** Words beyond which a quotation is an article of its own: it is for the page to print it whole. */
const LONGEST_SAID = 150

function shortenSaid(text: string): string {
  // A word and its space take two characters at least.
  const words = text.length <= 2 * LONGEST_SAID ? 0 : countWords(text)
  return words <= LONGEST_SAID ? text : `${shorten(text, LONGEST_SAID)} [${words} words in all]`
}

/** What one page alone prints has no evidence beside its mark. */
function markedPiece(
  { text, said }: Piece,
  edit: NonNullable<Piece["edit"]>,
  id: string | null,
  catalog: Catalog,
): Html {
  const evidence = editAnchor(edit, catalog)
  const owner = catalog.editOwners.get(edit)
  const label = describeEdit(edit, owner?.witness.spans, owner?.statement)
  const look = html`class="mark ${lookOf(edit)}${said && " said"}"${id && html` id="${id}"`} title="${label}"`
  const shown = html`${inlineSign(edit, text)}${text}`
  if (owner && isLone(owner.statement)) return html`<span ${look}>${shown}</span>`
  return html`<a ${look} href="#${evidence}" data-edit="${evidence}"${text === "" && html` aria-label="${label}"`}>${shown}</a>`
}

/** Who says it, how sure that is, and the words it rests on. */
function speakerView(quotation: ReportQuotation, catalog: Catalog): Html {
  const { speaker, via, article } = quotation
  const recorded = recordedSpeaker(quotation, catalog)
  const aside =
    recorded && html` <span class="note">in the transcript <bdi>${recorded}</bdi></span>`
  if (!speaker) return html`<span><span class="who">Speaker unknown</span>${aside}</span>`
  const mention = speaker.mention && textAt(catalog, article, speaker.mention)
  const proof = speaker.proof.map((span) => textAt(catalog, article, span)).filter((text) => !!text)
  const proven = [...new Set(proof)].map((text) => quoted(text ?? ""))
  return html`<details class="speaker"><summary><span class="who"><bdi>${speaker.name ?? mention ?? "Speaker unknown"}</bdi></span> <span class="sure">${speaker.name ? describeConfidence(speaker.confidence) : "nothing says who that is"}</span>${aside}</summary>
<p>${mention && html`The page says <q>${mention}</q>. `}${proven.length > 0 && `It rests on ${proven.join(", ")}. `}${via.length > 0 && `Reached the page through ${via.map(({ name }) => name).join(", ")}. `}Probability ${percent(speaker.confidence)}.</p></details>`
}

/** Who says these words in the transcript, where the page says or seems to say another. */
function recordedSpeaker({ id, speaker }: ReportQuotation, { judged }: Catalog): string | null {
  const onRecord = (judged.get(id) ?? []).find(({ statement }) => statement.records.length > 0)
  const name = onRecord?.statement.speaker ?? null
  return name === speaker?.name ? null : name
}

/** What stands in quotation marks without being speech, and what is reported without them. */
function quietList(quotations: readonly ReportQuotation[], catalog: Catalog): Html {
  return html`<details class="small"><summary>${counted(quotations.length, "other phrase")}: reported without quoting, or quoted without being speech</summary>
<ul>${quotations.map(
    (one) =>
      html`<li id="${quotationAnchor(one.id)}">${quoted(one.text)} <span class="note">${describeQuotationKind(one.kind)}${one.speaker?.name && `, ${one.speaker.name}`}${cueOf(one, catalog)}</span></li>`,
  )}</ul></details>
`
}

function cueOf({ cue, article }: ReportQuotation, catalog: Catalog): string {
  const words = cue && textAt(catalog, article, cue)
  return words ? `: ${words}` : ""
}
