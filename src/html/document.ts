import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { type Html, html, trusted } from "./escape.ts"

export interface Document {
  readonly title: string
  /** Of the report. */
  readonly version: string
  readonly body: Html
}

/** A whole HTML file that needs nothing else: its style and its script stand in it, and nothing but these may run. */
export function formatDocument({ title, version, body }: Document): string {
  const { style, script, policy } = assetsOnce()
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="generator" content="Stemma ${version}">
<title>${title}</title>
<style>${style}</style>
</head>
<body>
${body}
<script type="module">${script}</script>
</body>
</html>
`
  return page.markup
}

/** Whether a file, or its beginning, was written here. */
export function isOurs(markup: string): boolean {
  return markup.includes('<meta name="generator" content="Stemma ')
}

interface Assets {
  readonly style: Html
  readonly script: Html
  readonly policy: Html
}

/** Read once: a report may have thousands of pages. */
let assets: Assets | null = null

function assetsOnce(): Assets {
  assets = assets ?? readAssets()
  return assets
}

function readAssets(): Assets {
  const style = readFileSync(new URL("style.css", import.meta.url), "utf8")
  const script = readScript()
  const policy = html`default-src 'none'; style-src '${digest(style)}'; script-src '${digest(script)}'; base-uri 'none'; form-action 'none'`
  return { style: trusted(style), script: trusted(script), policy }
}

/** Compiled from `web/`; seen from `dist/html` and from `src/html` alike, once it is built. */
function readScript(): string {
  const isBuilt = import.meta.url.endsWith(".js")
  const path = isBuilt ? "../web/report.js" : "../../dist/web/report.js"
  return readFileSync(new URL(path, import.meta.url), "utf8")
}

function digest(source: string): string {
  return `sha256-${createHash("sha256").update(source).digest("base64")}`
}
