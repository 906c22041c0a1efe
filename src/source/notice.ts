/**
 * Something the reader must be told: an input refused, a limit reached, a thing left out and how many.
 * `refused` means that nothing of the source was used; everything else was used with a remark.
 */
export interface Notice {
  readonly kind: NoticeKind
  /** The source as given; null when the notice is about all of them. */
  readonly source: string | null
  /** One clear sentence with the remedy. */
  readonly text: string
}

export type NoticeKind =
  | "refused"
  | "damaged"
  | "duplicate"
  | "limit"
  | "unmatched"
  | "role"
  | "language"
  | "description"
