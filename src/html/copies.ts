import type { ToldNode } from "../lineage/stemma.ts"
import type { ReportStatement } from "../report/report.ts"
import { describeConfidence } from "../report/words.ts"
import { listed } from "../text/listed.ts"
import { type Catalog, nameOf } from "./catalog.ts"
import { type Html, html } from "./escape.ts"

/** Whose wording seems to come from whose, where that says more than that all have the transcript's. */
export function copyTree(statement: ReportStatement, catalog: Catalog): Html | null {
  const told = statement.copyTree.filter(
    (node) => !node.latent && node.parents.some((id) => id !== ROOT),
  )
  if (told.length === 0) return null
  const nodes = new Map(statement.copyTree.map((node) => [node.id, node]))
  const nameNode = (id: string): string => {
    if (id === ROOT) return "the transcript"
    const witness = statement.witnesses.find(({ quotation }) => quotation === id)
    return witness ? nameOf(catalog, witness.article) : "a version that is not here"
  }
  return html`<details class="copies"><summary>Whose wording comes from whose</summary>
<ul>${told.map((node) => html`<li>${tellNode(node, nodes, nameNode)}</li>`)}</ul>
<p class="note">Read from shared differences alone: who is first is known only where a date or the text says so.</p></details>
`
}

function tellNode(
  node: ToldNode,
  nodes: ReadonlyMap<string, ToldNode>,
  nameNode: (id: string) => string,
): Html {
  const parents = listed(node.parents.map(nameNode))
  const latent = node.parents.filter((id) => nodes.get(id)?.latent)
  const sharing = [...nodes.values()]
    .filter(
      ({ id, parents }) => id !== node.id && parents.some((parent) => latent.includes(parent)),
    )
    .map(({ id }) => nameNode(id))
  const shared = sharing.length > 0 ? ` that ${listed(sharing)} had too` : ""
  return html`<bdi>${nameNode(node.id)}</bdi> follows ${parents}${shared} <span class="sure" title="${percent(node.confidence)}">${describeConfidence(node.confidence)}</span>${node.told && `; ${TOLD[node.told]}`}`
}

/** What pages say themselves: a citation, a link, a copied passage. */
const TOLD = {
  supported: "the page itself points there",
  contradicted: "but the other page points here",
} as const

/** A probability as people write it. */
export function percent(probability: number): string {
  const rounded = Math.round(probability * 100)
  return rounded === 100 && probability < 1 ? "over 99 %" : `${rounded} %`
}

/** The record, as the copy tree names it. */
const ROOT = "R"
