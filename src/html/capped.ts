import { type Html, html } from "./escape.ts"

/** Parts in a row with commas between, at most so many, and how many more there are. */
export function capped(parts: readonly Html[], most: number): Html {
  const more = parts.length - most
  const shown = more > 0 ? parts.slice(0, most) : parts
  return html`${shown.map((part, i) => html`${i > 0 && ", "}${part}`)}${more > 0 && html` <span class="note">and ${more} more</span>`}`
}
