import { bitsOf, IS, lexiconOf } from "../quotation/lexicon.ts"
import { readName } from "../statement/speaker.ts"
import type { Story } from "../story/story.ts"
import { compareText } from "../text/compare-text.ts"
import { groupBy } from "../text/group-by.ts"
import { hashWord } from "../text/words.ts"

/** A name as a story's pages give it, and how much it speaks. */
interface Given {
  readonly name: string
  readonly words: readonly string[]
  readonly weight: number
}

/**
 * The name under which each name of a story's speakers is told: a page that says “Finch” throughout means the Ada Finch
 * of the others, where they let no other Finch speak, and her more than the page does: else she may be a relative of
 * somebody so well known that nobody gives a first name. A name that is told as it is has no entry.
 */
export function foldSpeakers({ wording }: Pick<Story, "wording">): ReadonlyMap<string, string> {
  const given = weighNames(wording)
  const families = groupBy(given, ({ words }) => words.at(-1)!)
  const told = [...families.values()].flatMap((family) => {
    const people = groupBy(
      family.filter(({ words }) => words.length > 1),
      ({ words }) => words[0]!,
    )
    const short = family.filter(({ words }) => words.length === 1)
    const [one, ...others] = people.values()
    const isSame = one !== undefined && others.length === 0 && weightOf(one) >= weightOf(short)
    return isSame ? tellAs([...one, ...short]) : [...people.values()].flatMap(tellAs)
  })
  return new Map(told)
}

function weightOf(names: readonly Given[]): number {
  return names.reduce((sum, { weight }) => sum + weight, 0)
}

/** One person's names, each with the one that is used most of those with a first name. */
function tellAs(names: readonly Given[]): [string, string][] {
  const [best] = names
    .filter(({ words }) => words.length > 1)
    .toSorted((a, b) => b.weight - a.weight || compareText(a.name, b.name))
  return names
    .filter(({ name }) => name !== best!.name)
    .map(({ name }): [string, string] => [name, best!.name])
}

/** The names of people: houses share their last words, and fathers and sons all of them. */
function weighNames(wording: Story["wording"]): Given[] {
  const weights = new Map<string, number>()
  const weigh = (name: string | null, weight: number): void => {
    if (name !== null) weights.set(name, (weights.get(name) ?? 0) + weight)
  }
  for (const { verbs, quoted } of wording) {
    for (const { speaker, spans } of verbs) weigh(speaker, spans.length)
    for (const { speaker, words } of quoted) weigh(speaker, words)
  }
  return [...weights]
    .map(([name, weight]) => ({ name, weight, words: readName(name).words }))
    .filter(({ name, words }) => words.length > 0 && !NO_PERSON.test(name) && !isHouse(words))
}

const NO_PERSON = /\b(?:jr|sr|ii|iii|iv)\b/i

function isHouse(words: readonly string[]): boolean {
  const bits = bitsOf(lexiconOf("en"), hashWord(words.at(-1)!))
  return (bits & (IS.organisation | IS.place | IS.nationality | IS.role)) !== 0
}
