import { isOffice } from "./speaker-label.ts"

/** The one name for each label of a transcript: "President of Russia Vladimir Putin" and "Vladimir Putin" are one. */
export function speakerNames(
  labels: readonly string[],
  text: string,
  roles: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const distinct = [...new Set(labels)].toSorted()
  return new Map(distinct.map((label) => [label, speakerName(label, distinct, text, roles)]))
}

function speakerName(
  label: string,
  labels: readonly string[],
  text: string,
  roles: ReadonlyMap<string, string>,
): string {
  const role = roles.get(label.toLowerCase().replace(/^the /, ""))
  if (role !== undefined) return role
  const shorter = labels.filter(
    (other) => other !== label && endsWithWords(label, other) && isOffice(prefixOf(label, other)),
  )
  const bare =
    shorter.toSorted((a, b) => b.length - a.length)[0] ??
    nameInText(label, text) ??
    nameBesideOffice(label) ??
    label
  const fuller = labels.filter(
    (other) => other !== bare && endsWithWords(other, bare) && !isOffice(prefixOf(other, bare)),
  )
  return inNormalCase(fuller.length === 1 ? fuller[0]! : bare)
}

function endsWithWords(label: string, tail: string): boolean {
  return label.toLowerCase().endsWith(` ${tail.toLowerCase()}`)
}

function prefixOf(label: string, tail: string): string {
  return label.slice(0, label.length - tail.length).trim()
}

/** The name at the end of a long label with an office, if the text prints it elsewhere; three words and more only right after an office. */
function nameInText(label: string, text: string): string | null {
  const words = label.split(" ")
  if (words.length < 3 || !isOffice(label)) return null
  let best: string | null = null
  let most = 0
  for (let size = 2; size <= Math.min(4, words.length - 1); size++) {
    const name = words.slice(-size).join(" ")
    const count = occurrences(text, name) - occurrences(text, label)
    const bounded = size === 2 || isOffice(words.at(-size - 1) ?? "")
    if (bounded && /^\p{Lu}/u.test(name) && count > 0 && count >= most) {
      best = name
      most = count
    }
  }
  return best
}

/** The name in an office's label, by its place: before a comma, or at the end. */
function nameBesideOffice(label: string): string | null {
  if (!isOffice(label)) return null
  const [head, tail] = label.split(/, (.*)/s)
  if (tail && !isOffice(head!) && /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}$/u.test(head!))
    return head!
  const words = label.split(" ")
  const last = words.slice(-2)
  const named =
    words.length >= 4 && last.every((word) => /^\p{Lu}\p{Ll}/u.test(word) && !isOffice(word))
  return named ? last.join(" ") : null
}

function occurrences(text: string, words: string): number {
  let count = 0
  for (let i = text.indexOf(words); i !== -1; i = text.indexOf(words, i + words.length)) count++
  return count
}

/** "BILL O'REILLY" as a name is printed elsewhere; a single letter stays. */
function inNormalCase(name: string): string {
  if (/\p{Ll}/u.test(name.replace(/\bMc|\bMac/g, "")) || name.length < 2) return name
  const lower = name
    .toLowerCase()
    .replace(
      /(^|[\s.'’-]|\bmc)(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    )
  return lower.replace(/\bMc(\p{Ll})/gu, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}
