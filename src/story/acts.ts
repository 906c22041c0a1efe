import type { Span } from "../text/span.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { ACT_VERBS, type VerbForm } from "./act-verbs.ts"

/** What a headline says was done, and how it says who did it. */
export interface Act {
  readonly verb: Span
  /**
   * `active`: "Police shoot man"; `passive`: "Man shot by police", "Man shot"; `middle`: "Man dies after shooting", where
   * nobody acts.
   */
  readonly voice: "active" | "passive" | "middle"
  /** Who does it; null where the headline does not say. */
  readonly actor: Span | null
  /** To whom it is done; null where the headline does not say. */
  readonly undergoer: Span | null
}

/** The acts of a headline whose grammar is certain: of one clause at most one, and none inside quotation marks. */
export function findActs(text: string, headline: Span): Act[] {
  const acts: Act[] = []
  let isWhole = true
  for (const { tokens, comma } of clausesOf(text, headline)) {
    const act: Act | null = comma && !isWhole ? null : actOf(tokens)
    if (act) acts.push(act)
    isWhole = act !== null || OPENERS.has(tokens[0]?.norm ?? "")
  }
  return acts
}

/** Signs between clauses of a headline; words in marks stand by themselves. */
const CLAUSE_SIGN = /[:;,“”"|—–]|\s[-‘’']|[‘’']\s/

/** Words between two signs, and whether the sign before them is a comma: then they may only be the end of a name. */
interface Clause {
  readonly tokens: Token[]
  readonly comma: boolean
}

function clausesOf(text: string, headline: Span): Clause[] {
  const clauses: Clause[] = [{ tokens: [], comma: false }]
  let end = headline.from
  for (const token of findTokens(text, headline)) {
    const sign = text.slice(end, token.from)
    if (sign === "-") {
      joinTo(clauses.at(-1)!.tokens, token)
      end = token.to
      continue
    }
    if (isClauseEnd(text, end, token.from)) clauses.push({ tokens: [], comma: sign.trim() === "," })
    clauses.at(-1)!.tokens.push(token)
    end = token.to
  }
  return clauses
}

/** "Co-founder", "long-shot": words that a hyphen joins are one. */
function joinTo(tokens: Token[], { to, norm }: Token): void {
  const last = tokens.pop()!
  tokens.push({ from: last.from, to, norm: `${last.norm}-${norm}` })
}

/** Behind fewer letters a full stop is that of "Rep." and "Inc.". */
function isClauseEnd(text: string, from: number, to: number): boolean {
  const sign = text.slice(from, to)
  return (
    CLAUSE_SIGN.test(sign) ||
    (/[.!?]\s/.test(sign) && /\p{L}{4}$/u.test(text.slice(from - 4, from)))
  )
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "))
const BE = words("is are was were been being be gets get got")
const HAVE = words("has have had")
/** Before a verb these make it a plan, a doubt or a question. */
const NOT_SO = words("to will would may might could should can not never no nearly almost")
const OPENERS = words("how why what who when where if after before as while because with in on at")
/** Before a word that may be a verb these make it a noun. */
const BEFORE_NOUN = words("a an the this that his her its their of in on at by from for over after")
const INSIDE = words("of in at from")
const ENDS = words(
  "after before as while when where who that over in at on during for with without to from into near outside inside " +
    "amid against by but if despite following because until since under monday tuesday wednesday thursday friday " +
    "saturday sunday today yesterday again dead last this next ahead among",
)
/** Behind a verb these make it another one: "fires back", "shot down". */
const PARTICLES = words("back up off down out")
/** Verbs that no phrase for one person or thing holds. */
const OTHER_VERBS = words(
  "say says said want wants id ids remain remains deem deems dismisses find finds see sees call calls ask asks seek seeks " +
    "vow vows back backs leave leaves gave give gives face faces know knows think thinks believe believes report reports claim claims let lets make makes",
)
/** Longest phrase that is taken for one person or thing, in words. */
const MOST_WORDS = 7

function actOf(clause: readonly Token[]): Act | null {
  const at = verbAt(clause)
  if (at === null) return null
  const form = ACT_VERBS.get(clause[at]!.norm)!
  const helpers = helpersBefore(clause, at)
  if (helpers.some(({ norm }) => NOT_SO.has(norm))) return null
  const subject = maybePhrase(clause.slice(0, at - helpers.length))
  const rest = clause.slice(at + 1)
  if (!subject || PARTICLES.has(rest[0]?.norm ?? "")) return null
  return toAct(clause[at]!, form, subject, rest, helpers)
}

function toAct(
  { from, to }: Token,
  form: VerbForm,
  subject: Span,
  rest: readonly Token[],
  helpers: readonly Token[],
): Act | null {
  const verb = { from, to }
  if (!form.transitive) return { verb, voice: "middle", actor: null, undergoer: subject }
  const isBe = helpers.some(({ norm }) => BE.has(norm))
  const isHave = helpers.some(({ norm }) => HAVE.has(norm))
  const isPresent = form.tense === "present"
  if (isPresent && (isBe || isHave)) return null
  if (isBe || !hasObject(rest))
    return isPresent || (isHave && !isBe)
      ? null
      : { verb, voice: "passive", actor: byWhom(rest), undergoer: subject }
  return { verb, voice: "active", actor: subject, undergoer: objectOf(rest) }
}

/** Whether somebody or something stands right behind the verb. */
function hasObject([next]: readonly Token[]): boolean {
  return next !== undefined && !ENDS.has(next.norm) && !INSIDE.has(next.norm) && next.norm !== "and"
}

/** The place of the clause's verb; null where none or more than one word can be it. */
function verbAt(clause: readonly Token[]): number | null {
  const [only, ...others] = [...clause.keys()].filter((i) => i > 0 && isVerb(clause, i))
  return only !== undefined && others.length === 0 ? only : null
}

function isVerb(clause: readonly Token[], i: number): boolean {
  const before = clause[i - 1]!.norm
  return ACT_VERBS.has(clause[i]!.norm) && !BEFORE_NOUN.has(before) && !/['’]s$/.test(before)
}

function helpersBefore(clause: readonly Token[], at: number): Token[] {
  let from = at
  while (from > 0 && isHelper(clause[from - 1]!)) from--
  return clause.slice(from, at)
}

function isHelper({ norm }: Token): boolean {
  return BE.has(norm) || HAVE.has(norm) || NOT_SO.has(norm) || /^just$|.ly$/.test(norm)
}

/** A short phrase that can be a subject; null for what is too long or begins as no subject does. */
function maybePhrase(tokens: readonly Token[]): Span | null {
  const [first] = tokens
  if (!first || tokens.length > MOST_WORDS || OPENERS.has(first.norm)) return null
  if (first.norm.endsWith("n't")) return null
  if (tokens.some(({ norm }) => ENDS.has(norm) && !INSIDE.has(norm))) return null
  if (tokens.some(({ norm }) => OTHER_VERBS.has(norm) || NOT_SO.has(norm))) return null
  return { from: first.from, to: tokens.at(-1)!.to }
}

/** What stands right behind a verb up to the next small word; null where it is cut short or holds another verb. */
function objectOf(rest: readonly Token[]): Span | null {
  const end = rest.findIndex(({ norm }) => ENDS.has(norm))
  const tokens = rest.slice(0, end < 0 ? rest.length : end)
  const last = tokens.at(-1)
  if (!last || tokens.length > MOST_WORDS || INSIDE.has(last.norm) || /'s$/.test(last.norm))
    return null
  if (tokens.some(({ norm }) => OTHER_VERBS.has(norm) || NOT_SO.has(norm))) return null
  return { from: tokens[0]!.from, to: last.to }
}

/** "shot by police", "shot dead by police". */
function byWhom(rest: readonly Token[]): Span | null {
  const at = rest[0]?.norm === "dead" ? 1 : 0
  return rest[at]?.norm === "by" ? objectOf(rest.slice(at + 1)) : null
}
