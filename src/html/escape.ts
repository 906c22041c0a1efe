/** Markup that is safe to print. Only `html` makes it, so that text from a page cannot become markup by oversight. */
export class Html {
  readonly markup: string
  constructor(markup: string) {
    this.markup = markup
  }
}

type Value = Html | string | number | null | undefined | false | readonly Value[]

/**
 * Markup with values in it: text is escaped, lists are joined, `null`, `undefined` and `false` print nothing.
 * Attribute values must stand in double quotes.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  return new Html(parts.reduce((all, part, i) => all + print(values[i - 1]) + part))
}

function print(value: Value): string {
  if (value === null || value === undefined || value === false) return ""
  if (value instanceof Html) return value.markup
  if (typeof value === "string" || typeof value === "number") return escapeText(String(value))
  return value.map(print).join("")
}

/** Characters that mean something to HTML become entities; those that no page may hold become U+FFFD. */
export function escapeText(text: string): string {
  if (!DOUBTFUL.test(text)) return text
  return text
    .replace(FORBIDDEN, "\uFFFD")
    .replace(DIRECTION, "")
    .replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark)
}

/** Anything but characters that surely stay as they are: most texts are told by one look. */
const DOUBTFUL = /[^\t\n !#-%(-;=?-~\u00A0-\u2029\u202F-\u2065\u206A-\uD7FF]/

/** C0 and C1 controls but tab and line ends, noncharacters, halves of surrogate pairs. */
const FORBIDDEN =
  /[\0-\x08\x0B\x0E-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g

/** Marks that turn the direction of what follows them: a page could turn ours around. Letters keep their own direction. */
const DIRECTION = /[\u202A-\u202E\u2066-\u2069]/g

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
}

/** Text that stands in the document's own style sheet or script: its author is us, its end tag must not occur. */
export function trusted(source: string): Html {
  if (/<\/(?:style|script)/i.test(source))
    throw new RangeError("A page's own source ends its element")
  return new Html(source)
}

/** An address that is safe to follow: http and https only; null for any other. */
export function safeAddress(address: string | null): string | null {
  if (!address || !/^https?:\/\//i.test(address) || !URL.canParse(address)) return null
  return new URL(address).href
}

/** A name for an element from an id that may hold anything: two ids never give one name. */
export function anchor(prefix: string, id: string): string {
  return `${prefix}-${id.replace(/[^A-Za-z0-9_-]/g, (unit) => `.${unit.charCodeAt(0).toString(16)}.`)}`
}
