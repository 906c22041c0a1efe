import { matchAny } from "./speaker.ts"
import type { Location } from "./statement.ts"

/** Whether the record gives the words to somebody else than the page does. Unsure of either, it is not. */
export function isSpokenByAnother(location: Location, speaker: string | null): boolean {
  return matchAny(speaker, location.speakers) === "other"
}
