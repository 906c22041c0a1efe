/** What a manifest or a caller says of a source; pages lack much of it. */
export interface Stated {
  readonly id?: string
  readonly outlet?: string
  readonly date?: string
  readonly url?: string
  readonly title?: string
  readonly language?: string
}

/** Bytes with a place and a time. Reading them from disk or network is done in `intake/`. */
export interface Source {
  /** As given: a path, a URL, `-` for standard input. */
  readonly path: string
  readonly role: "article" | "record"
  readonly bytes: Uint8Array
  /** How many lines of the file come before these bytes: a long file of JSON Lines is read in parts. */
  readonly linesBefore?: number
  /** From the HTTP header, without parameters; null where none was sent. */
  readonly mediaType: string | null
  /** From the HTTP header; null where none was sent. */
  readonly charset: string | null
  /** Where the bytes came from in the end, after redirects; null for files. */
  readonly url: string | null
  readonly stated: Stated
}

/** A source of text or bytes that somebody already has. What is not said of it is not known; without a role it is an article. */
export function sourceOf(
  path: string,
  content: string | Uint8Array,
  known: Partial<Omit<Source, "path" | "bytes">> = {},
): Source {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content
  const nothing = { mediaType: null, charset: null, url: null, stated: {} }
  return { path, role: "article", bytes, ...nothing, ...known }
}
