import { parseDocument } from "yaml"

/** A Markdown file's head, and where its body begins. */
export interface FrontMatter {
  readonly fields: ReadonlyMap<string, string>
  readonly bodyFrom: number
  /** What is wrong with it, in words; null where nothing is. */
  readonly fault: string | null
}

/** Expansions of aliases above which YAML was built to explode; heads have none. */
const MOST_ALIASES = 10
/** Longer heads are not front matter but a text that begins with a rule. */
const LONGEST = 100_000

/**
 * Reads what stands between two `---` lines as YAML data. Nothing is ever run: `---js` and its like are read over
 * as a head without fields. Where the YAML is broken, lines of the form `key: value` still count.
 */
export function readFrontMatter(text: string): FrontMatter | null {
  const open = /^\ufeff?\s*---([a-z]*)[ \t]*\r?\n/i.exec(text)
  if (!open) return null
  const rest = text.slice(open[0].length, LONGEST)
  const close = /(?:^|\n)---[ \t]*(?:\r?\n|$)/.exec(rest)
  if (!close) return null
  const head = rest.slice(0, close.index)
  const bodyFrom = open[0].length + close.index + close[0].length
  if (open[1] && open[1].toLowerCase() !== "yaml") {
    return {
      fields: new Map(),
      bodyFrom,
      fault: `its front matter is ${open[1]}, which is never run`,
    }
  }
  return { ...readYaml(head), bodyFrom }
}

function readYaml(head: string): Pick<FrontMatter, "fields" | "fault"> {
  try {
    const document = parseDocument(head, {
      schema: "failsafe",
      logLevel: "silent",
      uniqueKeys: false,
    })
    const value: unknown = document.toJS({ maxAliasCount: MOST_ALIASES })
    if (document.errors.length === 0) return { fields: stringFields(value), fault: null }
  } catch {}
  return { fields: keyLines(head), fault: "its front matter is not valid YAML" }
}

function stringFields(value: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  if (typeof value !== "object" || value === null) return fields
  for (const [key, field] of Object.entries(value)) {
    const text = [field]
      .flat()
      .filter((item) => typeof item === "string")
      .join(", ")
      .trim()
    if (text !== "") fields.set(key.toLowerCase(), text)
  }
  return fields
}

function keyLines(head: string): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  for (const line of head.split(/\r?\n/)) {
    const [, key, value] = /^([\w-]{1,40})[ \t]*:[ \t]*(\S.*)$/.exec(line) ?? []
    const text = value?.replace(/^(["'])(.*)\1\s*$/, "$2").trim()
    if (key && text && !/^[>|][+-]?$/.test(text)) fields.set(key.toLowerCase(), text)
  }
  return fields
}
