import type { Edit } from "../apparatus/apparatus.ts"
import type { Echo } from "../statement/statement.ts"
import type { Headline } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import type { Span } from "../text/span.ts"
import { findTellingAbsences } from "./absence.ts"
import { printedPassage } from "./excerpt.ts"
import type { Finding, FindingKind, FindingPlace } from "./finding.ts"
import { quotedWords } from "./headline.ts"
import { nameArticles } from "./names.ts"
import type { Report, ReportQuotation, ReportStatement, ReportWitness } from "./report.ts"
import { tellEcho, tellEdit, tellHeadline, tellOld, tellVerdict } from "./tell.ts"
import { weighEdit } from "./weigh.ts"
import { describeConfidence } from "./words.ts"

/** What a reader should know first, as sentences, most telling first. Outlets that share a difference share a finding. */
export function findFindings(report: Report): Finding[] {
  const desk: Desk = {
    names: nameArticles(report.articles),
    quotations: new Map(report.quotations.map((quotation) => [quotation.id, quotation])),
    texts: new Map(report.articles.map(({ id, text }) => [id, text])),
    days: new Map(
      report.articles.flatMap(({ id, published }) =>
        published ? [[id, published.value.slice(0, DAY)] as const] : [],
      ),
    ),
    absences: findTellingAbsences(report),
  }
  const told = [
    ...report.statements.flatMap((statement) => [
      ...editFindings(statement, desk),
      ...echoFindings(statement, desk),
      ...oldFindings(statement, desk),
    ]),
    ...verdictFindings(report, desk),
    ...report.stories.flatMap(({ headlines }) =>
      headlines.flatMap((headline) => headlineFindings(headline, desk)),
    ),
  ]
  return told.toSorted(compareFindings)
}

/** What every sentence needs to know about the whole report. */
interface Desk {
  readonly names: ReadonlyMap<string, string>
  readonly quotations: ReadonlyMap<string, ReportQuotation>
  readonly texts: ReadonlyMap<string, string | undefined>
  /** The days on which they were published, as in `2031-05-03` or less, of those that carry one. */
  readonly days: ReadonlyMap<string, string>
  /** Quotations that a reader would expect in the transcript, by id. */
  readonly absences: ReadonlySet<string>
}

function compareFindings(a: Finding, b: Finding): number {
  return (
    b.weight - a.weight ||
    b.places.length - a.places.length ||
    compareText(a.sentence, b.sentence) ||
    compareText(a.statement ?? "", b.statement ?? "")
  )
}

function editFindings(statement: ReportStatement, desk: Desk): Finding[] {
  return shareEdits(statement).map((shared) => {
    const first = shared[0]!
    const places = shared.map(({ witness, edit }) => placeOf(witness, edit.id))
    const quotation = desk.quotations.get(first.witness.quotation)
    const text = quotation ? printedWords(quotation, desk) : statement.base
    const told = { who: whoOf(places, desk.names), statement, text, printed: first.witness.spans }
    const sentence = tellEdit(first.edit, told)
    const { kind, touches } = first.edit
    return { ...aboutStatement(kind, weighEdit(first.edit), sentence, statement, places), touches }
  })
}

/** Telling edits, those of several witnesses together that do the same to the same words. */
function shareEdits({ witnesses }: ReportStatement): { witness: ReportWitness; edit: Edit }[][] {
  const telling = witnesses
    .filter(isClaimed)
    .flatMap((witness) =>
      witness.edits.filter((edit) => weighEdit(edit) >= TELLING).map((edit) => ({ witness, edit })),
    )
  const shared = groupBy(telling, ({ edit: { kind, base, marked, witnessText } }) =>
    JSON.stringify([kind, base, marked, wordsOf(witnessText)]),
  )
  return [...shared.values()]
}

/** Whether the differences are the page's doing: not where the words may be others, or are translated. */
function isClaimed({ verdict }: ReportWitness): boolean {
  return verdict !== "unclear" && verdict !== "translation" && verdict !== "elsewhere"
}

type ToldVerdict = "notFound" | "elsewhere" | "translation"

/** A quotation whose verdict as a whole is worth telling. */
interface Judged {
  readonly verdict: ToldVerdict
  readonly statement: ReportStatement
  readonly witness: ReportWitness
  readonly speaker: string | null
  /** What was printed. */
  readonly text: string
}

/** Pages of which one thing is to be said of the same words share its finding. */
function verdictFindings(report: Report, desk: Desk): Finding[] {
  const records = report.articles.filter(({ record }) => record).length
  const judged = report.statements.flatMap((statement) => tellingVerdicts(statement, desk))
  const shared = groupBy(judged, ({ verdict, speaker, witness, text }) =>
    JSON.stringify([verdict, speaker, wordsOf(text), witness.why]),
  )
  return [...shared.values()].map((together) => {
    const { verdict, statement, witness, speaker, text } = together[0]!
    const places = together.map((one) => placeOf(one.witness, null))
    const told = { who: whoOf(places, desk.names), speaker, text, why: witness.why, records }
    const sentence = tellVerdict(verdict, told)
    return aboutStatement(verdict, VERDICT_WEIGHTS[verdict], sentence, statement, places)
  })
}

/** Not for words that are another outlet's own, nor for old ones: that says more, and says it once. */
function tellingVerdicts(statement: ReportStatement, desk: Desk): Judged[] {
  if (statement.echoes.some(isNarration)) return []
  return statement.witnesses.flatMap((witness) => {
    const { verdict, old } = witness
    const quotation = desk.quotations.get(witness.quotation)
    if (verdict === "elsewhere" && (old || isForetold(witness, statement, desk))) return []
    if (verdict !== "notFound" && verdict !== "elsewhere" && verdict !== "translation") return []
    if (!quotation || !isTelling(verdict, quotation, desk)) return []
    const speaker = quotation.speaker?.name ?? null
    return [{ verdict, statement, witness, speaker, text: printedWords(quotation, desk) }]
  })
}

/** No page can have taken words from a transcript that is younger: they were said before, too. */
function isForetold({ article }: ReportWitness, { records }: ReportStatement, desk: Desk): boolean {
  const printed = desk.days.get(article)
  return (
    printed !== undefined &&
    records.every((record) => (desk.days.get(record.article) ?? "") > printed)
  )
}

/** The words in quotation marks; with those that are only reported, where the report came without texts. */
function printedWords({ article, marked, text }: ReportQuotation, { texts }: Desk): string {
  const page = texts.get(article)
  if (page === undefined || marked.length === 0) return text
  return printedPassage(page, marked)
}

/** Pages name a wrong speaker so seldom that where we are not sure of it, the mistake is rather ours. */
function isTelling(verdict: ToldVerdict, { id, speaker }: ReportQuotation, desk: Desk): boolean {
  if (verdict === "notFound") return desk.absences.has(id)
  return verdict === "translation" || describeConfidence(speaker?.confidence ?? 0) === "sure"
}

function echoFindings(statement: ReportStatement, { names }: Desk): Finding[] {
  const echoes = statement.echoes.filter(isNarration)
  if (echoes.length === 0) return []
  const places = statement.witnesses.map((witness) => placeOf(witness, null))
  const who = whoOf(places, names)
  const sentence = tellEcho({ who, writers: whoOf(echoes, names), statement })
  return [aboutStatement("narrationQuoted", ECHO_WEIGHT, sentence, statement, places)]
}

function isNarration(echo: Echo): boolean {
  return echo.how === "narrationQuoted"
}

/** Pages that print the same old words as of the same day share a finding. */
function oldFindings(statement: ReportStatement, desk: Desk): Finding[] {
  const printed = statement.witnesses.flatMap((witness) =>
    witness.old ? [{ witness, old: witness.old }] : [],
  )
  const shared = groupBy(
    printed,
    ({ old: { said, told } }) => `${said.value} ${told.value} ${told.by}`,
  )
  return [...shared.values()].map((together) => {
    const { witness, old } = together[0]!
    const places = together.map((one) => placeOf(one.witness, null))
    const text = printedWords(desk.quotations.get(witness.quotation)!, desk)
    const told = { who: whoOf(places, desk.names), statement, text, names: desk.names }
    return aboutStatement("old", OLD_WEIGHT, tellOld(old, told), statement, places)
  })
}

function headlineFindings(headline: Headline, { names, texts }: Desk): Finding[] {
  const places = [{ article: headline.article, quotation: null, edit: null }]
  return quotedWords(headline)
    .filter(({ quoted }) => !quoted.body)
    .map(({ text, quoted: { near } }) => ({
      kind: "headline",
      weight: near ? HEADLINE_DIFFERS_WEIGHT : HEADLINE_WEIGHT,
      sentence: tellHeadline(whoOf(places, names), text, near && textOf(headline, near, texts)),
      touches: [],
      statement: null,
      speaker: null,
      places,
    }))
}

/** Empty where the report came without texts. */
function textOf({ article }: Headline, { from, to }: Span, texts: Desk["texts"]): string {
  return texts.get(article)?.slice(from, to) ?? ""
}

function aboutStatement(
  kind: FindingKind,
  weight: number,
  sentence: string,
  statement: ReportStatement,
  places: readonly FindingPlace[],
): Finding {
  const { id, speaker } = statement
  return { kind, weight, sentence, touches: [], statement: id, speaker, places }
}

function placeOf(witness: ReportWitness, edit: string | null): FindingPlace {
  return { article: witness.article, quotation: witness.quotation, edit }
}

/** The names of those who did it, each once, in the order of the names. */
function whoOf(places: readonly { readonly article: string }[], names: Desk["names"]): string[] {
  const who = places.map(({ article }) => names.get(article) ?? article)
  return [...new Set(who)].toSorted(compareText)
}

function wordsOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

const DAY = "2031-05-03".length

/** Below this a difference is listed where it stands, but not among the findings. */
const TELLING = 20

/** Between a joined quotation (80) and a cut negation (78): the speaker never said it. */
const ECHO_WEIGHT = 79
/** Before words that the transcript does not have (60): they are the speaker’s, and mislead all the same. */
const OLD_WEIGHT = 70
const HEADLINE_WEIGHT = 50
/** The reader finds most of the words below. */
const HEADLINE_DIFFERS_WEIGHT = 40
const VERDICT_WEIGHTS = { elsewhere: 77, notFound: 60, translation: 10 } as const
