import type { Edit, EditKind, Verdict } from "../apparatus/apparatus.ts"
import { editSign } from "../report/words.ts"
import { type Html, html } from "./escape.ts"

/** What a difference looks like: few looks, so that a reader learns them; the sign says the rest. */
export type Look = "cut" | "added" | "changed" | "joined" | "quiet"

export function lookOf(edit: Pick<Edit, "kind" | "touches" | "permitted">): Look {
  if (edit.permitted) return "quiet"
  if (edit.kind === "truncation" && edit.touches.length > 0) return "cut"
  return LOOKS[edit.kind]
}

export function lookOfVerdict(verdict: Verdict): Look {
  return VERDICT_LOOKS[verdict]
}

/** The sign of a kind of difference, for the eye only: words beside it say the same. */
export function signOf(kind: EditKind): Html {
  return html`<span class="sign" aria-hidden="true">${editSign(kind)}</span>`
}

/** The sign before marked words; none where the words show it themselves, as brackets and dots do. */
export function inlineSign({ kind }: Pick<Edit, "kind">, text: string): Html | null {
  const isOwnSign = (kind === "bracket" || kind === "ellipsis") && /[[(…<]|\.\s?\./.test(text)
  return isOwnSign ? null : signOf(kind)
}

const LOOKS: Readonly<Record<EditKind, Look>> = {
  splice: "joined",
  omission: "cut",
  insertion: "added",
  substitution: "changed",
  transposition: "changed",
  emphasis: "changed",
  ellipsis: "quiet",
  bracket: "quiet",
  truncation: "quiet",
  typographic: "quiet",
}

const VERDICT_LOOKS: Readonly<Record<Verdict, Look>> = {
  notFound: "cut",
  elsewhere: "cut",
  spliced: "joined",
  joined: "joined",
  altered: "changed",
  differs: "changed",
  unclear: "quiet",
  translation: "quiet",
  abridged: "quiet",
  clean: "quiet",
  verbatim: "quiet",
  agrees: "quiet",
}
