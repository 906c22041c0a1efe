import type { Lexicon, Sequence } from "./lexicon.ts"
import { LIKENESS } from "./likeness.ts"

/** The links between two texts as they are being found. */
export interface Links {
  readonly toBase: Int32Array
  readonly toWitness: Int32Array
  readonly links: Uint8Array
}

/** A stretch of the base and the stretch of the witness that must be aligned with it. */
export interface Window {
  readonly baseFrom: number
  readonly baseTo: number
  readonly witnessFrom: number
  readonly witnessTo: number
}

/** Scores, in the unit of a word's weight; a match earns that weight. */
const VARIANT = -2
const JOINED = -4
const MISPRINT = 26
const FORM = -12
const UNLIKE = -16
/** A word of grammar hardly stands for one that means something. */
const OTHER_KIND = 3
/** Omissions come in phrases: the first missing word costs, the next ones hardly. */
const OPEN = -24
const EXTEND_OMISSION = -2
const EXTEND_INSERTION = -8
/** At an end of the base the witness merely begins later or ends earlier. */
const OPEN_AT_END = -6
/** Where the witness itself marks a cut, words are missing. */
const OPEN_AT_CUT = -4
/** A place where the punctuation agrees, or where phrases end, is the likelier one of several. */
const SAME_STOP = 2
const PHRASE_EDGE = 2

const IMPOSSIBLE = -1e9
/** States of the programme, and the steps into a match other than one word to one. */
const MATCH = 0
const OMIT = 1
const INSERT = 2
const TWO_TO_ONE = 1
const ONE_TO_TWO = 2

/** The link kinds of `LINK` in align.ts. */
const SAME = 1
const SLIP = 2
const OTHER = 3

/** The best alignment of one window by Gotoh's three-state programme, written into `links`. */
export function alignWindow(
  base: Sequence,
  witness: Sequence,
  lexicon: Lexicon,
  links: Links,
  window: Window,
): void {
  const trace = fillCells(base, witness, lexicon, window)
  readBack(base, witness, lexicon, links, window, trace)
}

interface Trace {
  /** For each cell where each state came from: match 2 bits, its step 2, omission 2, insertion 2. */
  readonly steps: Uint8Array
  readonly last: number
}

/** The best scores of one row of cells, by state, and the best of the three with its state. */
interface Row {
  readonly match: Int32Array
  readonly omit: Int32Array
  readonly insert: Int32Array
  readonly best: Int32Array
  readonly state: Uint8Array
}

function emptyRow(width: number): Row {
  return {
    match: new Int32Array(width).fill(IMPOSSIBLE),
    omit: new Int32Array(width).fill(IMPOSSIBLE),
    insert: new Int32Array(width).fill(IMPOSSIBLE),
    best: new Int32Array(width).fill(IMPOSSIBLE),
    state: new Uint8Array(width),
  }
}

function fillCells(base: Sequence, witness: Sequence, lexicon: Lexicon, window: Window): Trace {
  const height = window.baseTo - window.baseFrom + 1
  const width = window.witnessTo - window.witnessFrom + 1
  const steps = new Uint8Array(height * width)
  const ring = [emptyRow(width), emptyRow(width), emptyRow(width)] as const
  for (let i = 0; i < height; i++) {
    const row = ring[(i % 3) as 0 | 1 | 2]
    const up = ring[((i + 2) % 3) as 0 | 1 | 2]
    const upper = ring[((i + 1) % 3) as 0 | 1 | 2]
    if (i > 0) matchRow(base, witness, lexicon, window, i, row, up, upper, steps)
    else row.match.fill(IMPOSSIBLE)
    if (i === 0) row.match[0] = 0
    if (i > 0) omitRow(base, witness, window, i, row, up, steps)
    else row.omit.fill(IMPOSSIBLE)
    insertRow(base, window, i, row, steps)
  }
  return { steps, last: ring[((height - 1) % 3) as 0 | 1 | 2].state[width - 1]! }
}

/** The words before b and w are aligned, and these two stand in one place. */
function matchRow(
  base: Sequence,
  witness: Sequence,
  lexicon: Lexicon,
  window: Window,
  i: number,
  row: Row,
  up: Row,
  upper: Row,
  steps: Uint8Array,
): void {
  const width = row.match.length
  const b = window.baseFrom + i - 1
  const { match } = row
  const { best: upBest, state: upState } = up
  const twoToOne = i > 1 ? base.joins[b - 1]! : -1
  const key = base.keys[b]!
  match[0] = IMPOSSIBLE
  for (let j = 1; j < width; j++) {
    const w = window.witnessFrom + j - 1
    let score = upBest[j - 1]! + pairScore(base, b, witness, w, lexicon)
    let step = upState[j - 1]!
    if (twoToOne >= 0 && twoToOne === witness.keys[w]) {
      const joined = upper.best[j - 1]! + base.weights[b]! + base.weights[b - 1]! + JOINED
      if (joined > score) {
        score = joined
        step = upper.state[j - 1]! | (TWO_TO_ONE << 2)
      }
    }
    if (j > 1 && witness.joins[w - 1] === key) {
      const joined = upBest[j - 2]! + 2 * base.weights[b]! + JOINED
      if (joined > score) {
        score = joined
        step = upState[j - 2]! | (ONE_TO_TWO << 2)
      }
    }
    match[j] = score
    steps[i * width + j] = step
  }
}

/** The base's word b has no place in the witness. */
function omitRow(
  base: Sequence,
  witness: Sequence,
  window: Window,
  i: number,
  row: Row,
  up: Row,
  steps: Uint8Array,
): void {
  const width = row.omit.length
  const b = window.baseFrom + i - 1
  const opensPhrase = b === 0 || base.stops[b - 1]! > 0
  const reachesStart = window.baseFrom === 0 && window.witnessFrom === 0
  const reachesEnd = window.baseTo === base.length && window.witnessTo === witness.length
  for (let j = 0; j < width; j++) {
    const atEnd = (j === 0 && reachesStart) || (j === width - 1 && reachesEnd)
    const isCut = witness.cuts[window.witnessFrom + j] === 1
    const inside = isCut ? OPEN_AT_CUT : OPEN + (opensPhrase ? PHRASE_EDGE : 0)
    const open = atEnd ? OPEN_AT_END : inside
    let score = up.match[j]! + open
    let from = MATCH
    if (up.insert[j]! + open > score) {
      score = up.insert[j]! + open
      from = INSERT
    }
    if (up.omit[j]! >= score) {
      score = up.omit[j]!
      from = OMIT
    }
    row.omit[j] = score + (atEnd ? 0 : EXTEND_OMISSION)
    steps[i * width + j]! |= from << 4
  }
}

/** The witness's word w has no place in the base; then the best of the row's three states is known. */
function insertRow(base: Sequence, window: Window, i: number, row: Row, steps: Uint8Array): void {
  const width = row.insert.length
  const { match, omit, insert, best, state } = row
  const closesPhrase = i > 0 && base.stops[window.baseFrom + i - 1]! > 0 ? PHRASE_EDGE : 0
  for (let j = 0; j < width; j++) {
    let score = IMPOSSIBLE
    if (j > 0) {
      let from = MATCH
      score = match[j - 1]! + OPEN
      if (omit[j - 1]! + OPEN + closesPhrase > score) {
        score = omit[j - 1]! + OPEN + closesPhrase
        from = OMIT
      }
      if (insert[j - 1]! >= score) {
        score = insert[j - 1]!
        from = INSERT
      }
      score += EXTEND_INSERTION
      steps[i * width + j]! |= from << 6
    }
    insert[j] = score
    const leaving = omit[j]! + closesPhrase
    state[j] = match[j]! >= leaving && match[j]! >= score ? MATCH : leaving >= score ? OMIT : INSERT
    best[j] = Math.max(match[j]!, leaving, score)
  }
}

/** What it is worth to let two words stand in one place. */
function pairScore(
  base: Sequence,
  b: number,
  witness: Sequence,
  w: number,
  lexicon: Lexicon,
): number {
  const stop = base.stops[b] === witness.stops[w] ? SAME_STOP : 0
  if (base.ids[b] === witness.ids[w]) return base.weights[b]! + stop
  if (base.keys[b] === witness.keys[w]) return base.weights[b]! + VARIANT + stop
  if (base.families[b] !== witness.families[w])
    return UNLIKE + stop - (base.weights[b] === witness.weights[w] ? 0 : OTHER_KIND)
  const likeness = lexicon.likeness(base.ids[b]!, witness.ids[w]!)
  if (likeness === LIKENESS.misprint) return MISPRINT + stop
  if (likeness === LIKENESS.form) return FORM + stop
  return UNLIKE + stop
}

function readBack(
  base: Sequence,
  witness: Sequence,
  lexicon: Lexicon,
  links: Links,
  window: Window,
  trace: Trace,
): void {
  const width = window.witnessTo - window.witnessFrom + 1
  let i = window.baseTo - window.baseFrom
  let j = width - 1
  let state = trace.last
  while (i > 0 || j > 0) {
    const step = trace.steps[i * width + j]!
    if (state === MATCH) {
      const shape = (step >> 2) & 3
      const b = window.baseFrom + i - 1
      const w = window.witnessFrom + j - 1
      linkWords(base, witness, lexicon, links, b, w, shape)
      state = step & 3
      i -= shape === TWO_TO_ONE ? 2 : 1
      j -= shape === ONE_TO_TWO ? 2 : 1
    } else if (state === OMIT) {
      state = (step >> 4) & 3
      i--
    } else {
      state = (step >> 6) & 3
      j--
    }
  }
}

function linkWords(
  base: Sequence,
  witness: Sequence,
  lexicon: Lexicon,
  links: Links,
  b: number,
  w: number,
  shape: number,
): void {
  links.toBase[w] = b
  links.toWitness[b] = w
  links.links[w] = SAME
  if (shape === TWO_TO_ONE) {
    links.toBase[w] = b - 1
    links.toWitness[b - 1] = w
  } else if (shape === ONE_TO_TWO) {
    links.toBase[w - 1] = b
    links.toWitness[b] = w - 1
    links.links[w - 1] = SAME
  } else if (base.keys[b] !== witness.keys[w]) {
    const isAlike = base.families[b] === witness.families[w]
    const likeness = isAlike ? lexicon.likeness(base.ids[b]!, witness.ids[w]!) : LIKENESS.none
    links.links[w] = likeness === LIKENESS.misprint ? SLIP : OTHER
  }
}
