import { attribute, type Element, type Node, walk } from "./markup.ts"

/** What a page says of itself outside its visible text. */
export interface PageHead {
  readonly language: string | null
  readonly title: string | null
  readonly canonical: string | null
  readonly base: string | null
  /** By name, property or itemprop, in lower case; the first of each. */
  readonly meta: ReadonlyMap<string, string>
  readonly jsonLd: readonly string[]
  /** `datetime` of the first `<time>` that is marked as the publication's. */
  readonly time: string | null
}

type Draft = { -readonly [Key in keyof PageHead]: PageHead[Key] } & {
  meta: Map<string, string>
  jsonLd: string[]
}

export function readHead(root: Node): PageHead {
  const head: Draft = {
    language: null,
    title: null,
    canonical: null,
    base: null,
    meta: new Map(),
    jsonLd: [],
    time: null,
  }
  walk(root, {
    enter(element) {
      READERS[element.tagName]?.(element, head)
      return element.tagName !== "svg"
    },
    leave() {},
    text() {},
  })
  return head
}

const READERS: Readonly<Record<string, (element: Element, head: Draft) => void>> = {
  html(element, head) {
    head.language ??= attribute(element, "lang") ?? attribute(element, "xml:lang")
  },
  title(element, head) {
    head.title ??= ownText(element).replace(/\s+/g, " ").trim() || null
  },
  base(element, head) {
    head.base ??= attribute(element, "href")
  },
  link(element, head) {
    const rel = attribute(element, "rel")?.toLowerCase().split(/\s+/) ?? []
    if (rel.includes("canonical")) head.canonical ??= attribute(element, "href")
  },
  meta(element, head) {
    const content = attribute(element, "content")?.trim()
    if (!content) return
    for (const key of ["property", "name", "itemprop"]) {
      const name = attribute(element, key)?.toLowerCase()
      if (name && !head.meta.has(name)) head.meta.set(name, content)
    }
  },
  script(element, head) {
    const type = attribute(element, "type")?.toLowerCase() ?? ""
    if (type.startsWith("application/ld+json")) head.jsonLd.push(ownText(element))
  },
  time(element, head) {
    const marks = `${attribute(element, "itemprop") ?? ""} ${attribute(element, "class") ?? ""}`
    if (attribute(element, "pubdate") !== null || /datePublished|published|pubdate/i.test(marks)) {
      head.time ??= attribute(element, "datetime")
    }
  },
}

function ownText(element: Element): string {
  return element.childNodes.map((node) => ("value" in node ? node.value : "")).join("")
}
