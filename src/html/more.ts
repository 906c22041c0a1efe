import { type Html, html } from "./escape.ts"

/** The first so many of some things, and behind them the others, folded under a line that says how many they are. */
export function firstAndMore<Thing>(
  things: readonly Thing[],
  most: number,
  view: (some: readonly Thing[]) => Html,
  label: (count: number) => string = (count) => `${count} more`,
): Html {
  const rest = things.slice(most)
  return html`${view(things.slice(0, most))}
${rest.length > 0 && html`<details class="more"><summary>${label(rest.length)}</summary>${view(rest)}</details>`}`
}
