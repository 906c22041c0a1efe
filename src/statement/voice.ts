import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { findTokens, type Token } from "../text/tokens.ts"
import { maybeFamilyName } from "./speaker.ts"
import type { RecordPassage, Statement } from "./statement.ts"

/** A witness's or a record's words, looked for outside marks. */
export interface Voice {
  readonly statement: string
  readonly article: string
  readonly tokens: readonly Token[]
  /** Whether the page says that somebody spoke them, and nobody else vouches for it: no record, no other article. */
  readonly alone: boolean
  /** Family name of whom the page lets speak; null where it names nobody. */
  readonly speaker: string | null
}

/** The words of all witnesses, and of the records they stand in: a page may print the speaker's words and no marks. */
export function voicesOf(
  statements: readonly Statement[],
  quotations: readonly Quotation[],
  articles: ReadonlyMap<string, Article>,
): Voice[] {
  const byId = new Map(quotations.map((quotation) => [quotation.id, quotation]))
  return statements.flatMap((statement) => {
    const witnessed = new Set(statement.witnesses.map((witness) => witness.article))
    const alone = statement.records.length === 0 && witnessed.size === 1
    const voice = ({ article, spans }: RecordPassage, quotation: Quotation | null): Voice => ({
      statement: statement.id,
      article,
      tokens: spans.flatMap((span) => findTokens(articles.get(article)!.text, span)),
      alone: alone && quotation !== null && isAttributed(quotation),
      speaker: maybeFamilyName(quotation?.speaker?.name ?? null),
    })
    return [
      ...statement.records.map((passage) => voice(passage, null)),
      ...statement.witnesses.map((witness) => voice(witness, byId.get(witness.quotation)!)),
    ]
  })
}

function isAttributed({ speaker, cue }: Quotation): boolean {
  return speaker !== null || cue !== null
}

/** Words that are searched for others' voices. */
export interface Spoken {
  readonly tokens: readonly Token[]
  /** Of each word. */
  readonly hashes: Uint32Array
}

/** Where an echo stands and whose words it has. */
export interface Heard {
  readonly statement: string
  /** Places of the words among the tokens that were searched. */
  readonly from: number
  readonly to: number
}
