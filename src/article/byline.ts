/** Words that belong to a name though they are written small. */
const PARTICLES = "de|da|di|del|della|van|von|der|den|bin|ibn|al|el|la|le|du|dos|and|y|und|et"
const NAME = `\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:${PARTICLES}|\\p{Lu}[\\p{L}.'’-]*)){0,11}`
const BYLINE = new RegExp(
  `^(?:by|By|BY|Von|Por|Par)[ :]\\s*(${NAME}(?:,? (?:and|&) ${NAME})?)(?:\\s*[,|/•·–—(-].{0,120})?$`,
  "u",
)

/** The author whom a line of its own names: "By Ada Lindqvist, The Courier"; null for any other line. */
export function parseByline(line: string): string | null {
  return line.length <= 200 ? (BYLINE.exec(line)?.[1]?.trim() ?? null) : null
}

/** Roles and outlets around a name in a page's metadata say nothing about who wrote; an address is no name. */
export function cleanByline(byline: string): string | null {
  const name = byline
    .replace(/\s+/g, " ")
    .replace(/^\s*by[ :]+/i, "")
    .trim()
  return name === "" || /^https?:/i.test(name) || name.length > 200 ? null : name
}
