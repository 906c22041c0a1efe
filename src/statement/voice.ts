import type { Article } from "../article/article.ts"
import type { Quotation } from "../quotation/quotation.ts"
import { hashWordsIn } from "../text/hashed-words.ts"
import type { Passage } from "../text/passage.ts"
import { maybeFamilyName } from "./speaker.ts"
import type { RecordPassage, Statement } from "./statement.ts"

/** A witness's or a record's words, looked for outside marks. */
export interface Voice {
  readonly statement: string
  readonly article: string
  readonly passage: Passage
  /** Of each word. */
  readonly hashes: Uint32Array
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
    const voice = ({ article, spans }: RecordPassage, quotation: Quotation | null): Voice => {
      const { text } = articles.get(article)!
      return {
        statement: statement.id,
        article,
        passage: { text, spans },
        hashes: hashWordsIn(text, spans).hashes,
        alone: alone && quotation !== null && isAttributed(quotation),
        speaker: maybeFamilyName(quotation?.speaker?.name ?? null),
      }
    }
    return [
      ...statement.records.map((passage) => voice(passage, null)),
      ...statement.witnesses.map((witness) => voice(witness, byId.get(witness.quotation)!)),
    ]
  })
}

function isAttributed({ speaker, cue }: Quotation): boolean {
  return speaker !== null || cue !== null
}

/** Where an echo stands and whose words it has. */
export interface Heard {
  readonly statement: string
  /** Places of the words among those that were searched. */
  readonly from: number
  readonly to: number
}
