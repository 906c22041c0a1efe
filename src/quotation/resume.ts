import { IS } from "./lexicon.ts"
import type { Scene } from "./scene.ts"
import type { Referent } from "./stage.ts"

/** The last quotation before: in which block it ends, and by whom it is. */
export interface Before {
  readonly block: number
  readonly person: number
}

/** Certainty of a pronoun below which the speaker before it is likelier. */
const DOUBTFUL = 0.75
/** How often "He went on" right after a quotation meant its speaker, on training articles. */
const RESUMED = 0.85

/** "He went on: …" at the head of a block, right after a block that ends with a quotation, means its speaker. */
export function resumeSpeaker(
  scene: Scene,
  mention: number,
  referent: Referent | null,
  before: Before | null,
): Referent | null {
  const { reading, mentions, people, beside } = scene
  const here = mentions[mention]!
  if (here.kind !== "pronoun" || before === null || (referent?.certainty ?? 0) >= DOUBTFUL)
    return referent
  const block = reading.block[here.first]!
  const heads = here.first === 0 || reading.block[here.first - 1] !== block
  if (!heads || beside[mention]!.place !== 1 || block - before.block !== 1) return referent
  if (!fits(reading.bits[here.first]!, people.all[before.person]!.gender)) return referent
  const by = people.all[before.person]!.mentions.find((m) => m < mention)
  return by === undefined ? referent : { person: before.person, by, certainty: RESUMED }
}

function fits(bits: number, gender: "male" | "female" | null): boolean {
  if (bits & IS.he) return gender !== "female"
  return (bits & IS.she) !== 0 && gender !== "male"
}
