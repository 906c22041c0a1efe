import { isKept } from "../alignment/align.ts"
import { Lexicon, type Sequence } from "../alignment/lexicon.ts"
import { type Passage, wholePassage } from "../text/passage.ts"
import { hull, type Span } from "../text/span.ts"
import type { CollatedVersion, Collation, Version } from "./apparatus.ts"
import { leaveOut, ownAsides } from "./asides.ts"
import type { Change } from "./change.ts"
import { buildComposite } from "./composite.ts"
import { toCopy } from "./copy.ts"
import { buildCopyTree } from "./copy-tree.ts"
import { toEdit } from "./edit.ts"
import { findChanges } from "./find-changes.ts"
import { maybeLone } from "./lone.ts"
import { findBrackets } from "./marks.ts"
import { alignPair, type Pair } from "./pair.ts"
import { asQuoted } from "./quoted.ts"
import { simplify } from "./simplify.ts"
import type { Standard } from "./standard.ts"
import { joinSwaps } from "./swap.ts"
import { buildTable } from "./table.ts"
import { sequenceOf, type Wording, wordingOf } from "./wording.ts"

export interface CollateOptions {
  readonly standard?: Standard
  /**
   * Whether the versions are quotations taken from pages: then they may begin and end where a sentence does without a
   * word, and line breaks are the page's, not the quotation's.
   */
  readonly quoted?: boolean
  /** Where in the base's text nobody speaks: the labels of a transcript's turns. */
  readonly silent?: readonly Span[]
}

/**
 * Aligns versions of the same words with a base, or with the composite of them all where there is none.
 * The order of the versions changes nothing but the order of the rows.
 */
export function collate(
  base: Passage | null,
  versions: readonly Version[],
  options: CollateOptions = {},
): Collation {
  const lone = base === null && versions.length === 1 ? maybeLone(versions[0]!) : null
  if (lone) return lone
  const passage = base ?? wholePassage(buildComposite(versions.map(({ passage }) => passage)))
  const compared = compareAll(passage, versions, { placed: base !== null, ...options })
  const pairs = compared.map(({ pair }) => pair)
  return {
    base: passage,
    table: buildTable(wordingOf(passage), pairs),
    versions: compared.map((one) => toVersion(one, options)),
    copyTree: buildCopyTree(
      compared.map(({ version, pair, changes }) => toCopy(version, pair, changes)),
      base !== null,
    ),
  }
}

/** What was done in one version of a base, for whoever needs neither table nor tree nor which word stands where. */
export function collateOne(base: Passage, version: Version, options: CollateOptions): Told {
  return tell(compareAll(base, [version], { placed: true, ...options })[0]!, options)
}

/** A version beside the base, with every difference. */
interface Compared {
  readonly version: Version
  readonly pair: Pair
  readonly changes: readonly Change[]
}

/** @param placed whether the versions' places are places in this base */
function compareAll(
  base: Passage,
  versions: readonly Version[],
  { placed, silent }: CollateOptions & { readonly placed: boolean },
): Compared[] {
  let numbered: Lexicon | null = null
  const lexicon = (): Lexicon => {
    numbered ??= new Lexicon()
    return numbered
  }
  const wording = wordingOf(base)
  const { own, unspoken } = ownAsides(wording, silent)
  let sequence: Sequence | null = null
  return versions.map((version) => {
    const { passage, place } = version
    const inPlace = (): Sequence => {
      sequence ??= sequenceOf(wording, lexicon(), findBrackets(wording))
      return placed && place ? keepOnly(sequence, wording, place) : sequence
    }
    const { spoken, asides } = leaveOut(wordingOf(passage, version), own)
    const pair = { ...alignPair(wording, inPlace, spoken, lexicon), asides, unspoken }
    return { version, pair, changes: findChanges(pair) }
  })
}

function toVersion(compared: Compared, options: CollateOptions): CollatedVersion {
  const { version, pair } = compared
  return {
    id: version.id,
    ...tell(compared, options),
    align: linksOf(pair),
    coarse: pair.alignment.coarse,
  }
}

type Told = Pick<CollatedVersion, "edits" | "similarity">

/** The exact changes as a reader is told them. */
function tell(
  { version, pair, changes }: Compared,
  { standard = "none", quoted = false }: CollateOptions,
): Told {
  const told = simplify(joinSwaps(changes, pair), pair)
  const shown = quoted ? asQuoted(told, pair) : told
  return {
    edits: shown.map((change) => toEdit(change, pair, version.id, { standard, quoted })),
    similarity: similarityOf(pair),
  }
}

/** Words around a version's place that it may take in too: the place is where its words agree. */
const MARGIN = 12

/** The base with nothing to match outside a place and its margin; all of it where no place is given. */
function keepOnly(sequence: Sequence, wording: Wording, place: readonly Span[]): Sequence {
  if (place.length === 0) return sequence
  const { from, to } = hull(place)
  const first = wording.words.findIndex((word) => word.to > from)
  const last = wording.words.findLastIndex((word) => word.from < to)
  if (first < 0 || last < 0) return sequence
  const inside = (b: number): boolean => b >= first - MARGIN && b <= last + MARGIN
  const only = (numbers: Int32Array): Int32Array => numbers.map((n, b) => (inside(b) ? n : -2))
  return {
    ...sequence,
    ids: only(sequence.ids),
    keys: only(sequence.keys),
    joins: only(sequence.joins),
    families: only(sequence.families),
  }
}

function similarityOf(pair: Pair): number {
  const count = pair.witness.words.length
  let kept = 0
  for (let w = 0; w < count; w++) if (isKept(pair.alignment, w)) kept++
  return count === 0 ? 0 : kept / count
}

function linksOf(pair: Pair): [number, number, number, number][] {
  const { alignment, base, witness } = pair
  const links: [number, number, number, number][] = []
  witness.words.forEach((word, w) => {
    if (!isKept(alignment, w)) return
    const place = base.words[alignment.toBase[w]!]!
    links.push([word.from, word.to, place.from, place.to])
  })
  return links
}
