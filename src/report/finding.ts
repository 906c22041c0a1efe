import type { EditKind, RecordVerdict, Touch } from "../apparatus/apparatus.ts"

/** Something a reader should know, in one sentence, with where to look. */
export interface Finding {
  readonly kind: FindingKind
  /** How much it tells: a higher number is read first. Compares findings of one report, measures nothing. */
  readonly weight: number
  readonly sentence: string
  /** What the difference touches; empty where it is none, or touches nothing. */
  readonly touches: readonly Touch[]
  /** Null for a headline, which is no statement. */
  readonly statement: string | null
  readonly speaker: string | null
  /** Who printed it so; those who share a difference share its finding. */
  readonly places: readonly FindingPlace[]
}

export interface FindingPlace {
  readonly article: string
  /** Null for a headline. */
  readonly quotation: string | null
  /** Null where the finding is the verdict on the whole quotation. */
  readonly edit: string | null
}

export type FindingKind =
  | EditKind
  | Extract<RecordVerdict, "notFound" | "elsewhere" | "translation">
  | "narrationQuoted"
  | "headline"
  | "old"
