import { type Html, html } from "./escape.ts"

/** Rows under named columns, which scroll sideways where they must and stand one under another on a narrow screen. */
export function plainTable(
  label: string,
  columns: readonly string[],
  bodies: Html | readonly Html[],
): Html {
  return html`<div class="scroll" role="group" tabindex="0" aria-label="${label}"><table class="plain-table"><thead><tr>${columns.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
${bodies}</table></div>`
}
