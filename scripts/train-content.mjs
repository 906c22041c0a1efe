// node scripts/train-content.mjs TRAIN [DEV]
import { writeFileSync } from "node:fs"
import { makeArticle, readCorpus } from "../eval/corpus.mjs"
import { describeCue, mayBeCue } from "../dist/quotation/cues.js"
import { newFeatures } from "../dist/quotation/features.js"
import { findMentions } from "../dist/quotation/mentions.js"
import { readArticle } from "../dist/quotation/reading.js"
import { blockTokens, describeToken, makeTagScene, TAG, TAGS, tagTokens } from "../dist/quotation/tagger.js"

const CUE_SIZE = 1 << 16
const ROWS = 1 << 16
const EPOCHS = +(process.env.EPOCHS ?? 6)
const f = newFeatures()
let seed = 9
const random = () => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296 }
const shuffle = (a) => { for (let i = a.length - 1; i > 0; i--) { const j = Math.floor(random() * (i + 1)); [a[i], a[j]] = [a[j], a[i]] } return a }

function prepare(doc) {
  const reading = readArticle(makeArticle(doc))
  const mentions = findMentions(reading)
  const n = reading.words.count
  const tags = new Uint8Array(n)
  const { from } = reading.words
  const discard = new Uint8Array(n)
  const inSpans = (spans, set) => { for (const [s, e] of spans) for (let i = lowerBound(from, s); i < n && from[i] < e; i++) set(i) }
  inSpans(doc.discard ?? [], (i) => { discard[i] = 1 })
  const cueGold = new Uint8Array(n)
  for (const a of doc.attributions) { inSpans(a.source, (i) => { tags[i] = TAG.source }); }
  for (const a of doc.attributions) { inSpans(a.cue, (i) => { tags[i] = TAG.cue; cueGold[i] = 1 }) }
  for (const a of doc.attributions) for (const s of a.content) { let first = true; inSpans([s], (i) => { if (first && tags[i] !== TAG.inside && tags[i] !== TAG.begin) tags[i] = TAG.begin; else if (tags[i] !== TAG.begin) tags[i] = TAG.inside; first = false }) }
  // begin only where the token before is not content
  for (let i = n - 1; i > 0; i--) if (tags[i] === TAG.begin && (tags[i - 1] >= TAG.begin) && reading.block[i] === reading.block[i - 1]) tags[i] = TAG.inside
  for (let i = 1; i < n; i++) if (tags[i] === TAG.inside && (tags[i - 1] < TAG.begin || reading.block[i] !== reading.block[i - 1])) tags[i] = TAG.begin
  return { doc, reading, mentions, tags, cueGold, discard }
}
function lowerBound(a, x) { let l = 0, h = a.length; while (l < h) { const m = (l + h) >> 1; if (a[m] < x) l = m + 1; else h = m } return l }

// ---- cues
function cueItems(p) {
  const out = []
  for (let i = 0; i < p.reading.words.count; i++) if (mayBeCue(p.reading, i)) { describeCue(f, p.reading, i); out.push({ i, ids: f.ids.slice(0, f.size), y: p.cueGold[i] }) }
  return out
}
function trainCues(sets) {
  const w = new Float32Array(CUE_SIZE), acc = new Float32Array(CUE_SIZE).fill(1e-2), mask = CUE_SIZE - 1
  const all = sets.flat()
  for (let e = 0; e < 4; e++) for (const { ids, y } of shuffle(all)) {
    let s = 0; for (const id of ids) s += w[id & mask]
    const g0 = y - 1 / (1 + Math.exp(-s)); if (Math.abs(g0) < 1e-3) continue
    for (const id of ids) { const k = id & mask, g = g0 - 1e-4 * w[k]; acc[k] += g * g; w[k] += 0.2 * g / Math.sqrt(acc[k]) }
  }
  return w
}
function cueChances(w, p) {
  const c = new Float32Array(p.reading.words.count), mask = CUE_SIZE - 1
  for (const { i, ids } of p.cueItems) { let s = 0; for (const id of ids) s += w[id & mask]; c[i] = 1 / (1 + Math.exp(-s)) }
  return c
}
// ---- chain
function sequences(p) {
  const scene = makeTagScene(p.reading, p.mentions, p.chances)
  const out = []
  for (const [b, block] of p.reading.blocks.entries()) {
    if (block.kind === "heading" && process.env.NOHEAD) continue
    const [from, to] = blockTokens(p.reading, b)
    if (to === from) continue
    let n = 0; const offs = new Int32Array(to - from + 1); const buf = []
    for (let i = from; i < to; i++) { describeToken(f, scene, i); for (let k = 0; k < f.size; k++) buf.push(f.ids[k] & (ROWS - 1)); n += f.size; offs[i - from + 1] = n }
    out.push({ ids: Int32Array.from(buf), offs, tags: p.tags.subarray(from, to), skip: p.discard.subarray(from, to), from, to })
  }
  return out
}
function logSum(a, n) { let m = -Infinity; for (let i = 0; i < n; i++) if (a[i] > m) m = a[i]; let s = 0; for (let i = 0; i < n; i++) s += Math.exp(a[i] - m); return m + Math.log(s) }
function trainChain(seqs) {
  const rows = new Float32Array(ROWS * TAGS), steps = new Float32Array(TAGS * TAGS)
  const ar = new Float32Array(ROWS * TAGS).fill(1e-2), as = new Float32Array(TAGS * TAGS).fill(1e-2)
  const L2 = +(process.env.L2 ?? 2e-5)
  // inside after none/source/cue is impossible; begin after content too
  const banned = (a, b) => (b === TAG.inside && a < TAG.begin) || (b === TAG.begin && a >= TAG.begin)
  for (let a = 0; a < TAGS; a++) for (let b = 0; b < TAGS; b++) if (banned(a, b)) steps[a * TAGS + b] = -50
  const tmp = new Float64Array(TAGS)
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const rate = +(process.env.RATE ?? 0.12) / (1 + 0.3 * epoch)
    for (const seq of shuffle(seqs)) {
      const n = seq.tags.length
      if (seq.skip.some((x) => x)) continue
      const sc = new Float64Array(n * TAGS)
      for (let k = 0; k < n; k++) for (let x = seq.offs[k]; x < seq.offs[k + 1]; x++) { const r = seq.ids[x] * TAGS; for (let t = 0; t < TAGS; t++) sc[k * TAGS + t] += rows[r + t] }
      const al = new Float64Array(n * TAGS), be = new Float64Array(n * TAGS)
      for (let t = 0; t < TAGS; t++) al[t] = sc[t] + steps[TAG.none * TAGS + t]
      for (let k = 1; k < n; k++) for (let t = 0; t < TAGS; t++) { for (let s = 0; s < TAGS; s++) tmp[s] = al[(k - 1) * TAGS + s] + steps[s * TAGS + t]; al[k * TAGS + t] = logSum(tmp, TAGS) + sc[k * TAGS + t] }
      for (let k = n - 2; k >= 0; k--) for (let s = 0; s < TAGS; s++) { for (let t = 0; t < TAGS; t++) tmp[t] = be[(k + 1) * TAGS + t] + sc[(k + 1) * TAGS + t] + steps[s * TAGS + t]; be[k * TAGS + s] = logSum(tmp, TAGS) }
      for (let t = 0; t < TAGS; t++) tmp[t] = al[(n - 1) * TAGS + t]
      const Z = logSum(tmp, TAGS)
      const gs = new Float64Array(TAGS * TAGS)
      for (let k = 0; k < n; k++) {
        const y = seq.tags[k]
        if (k > 0) { gs[seq.tags[k - 1] * TAGS + y] += 1; for (let s = 0; s < TAGS; s++) for (let t = 0; t < TAGS; t++) gs[s * TAGS + t] -= Math.exp(al[(k - 1) * TAGS + s] + steps[s * TAGS + t] + sc[k * TAGS + t] + be[k * TAGS + t] - Z) }
        for (let t = 0; t < TAGS; t++) {
          const g0 = (t === y ? 1 : 0) - Math.exp(al[k * TAGS + t] + be[k * TAGS + t] - Z)
          if (Math.abs(g0) < 1e-3) continue
          for (let x = seq.offs[k]; x < seq.offs[k + 1]; x++) { const r = seq.ids[x] * TAGS + t, g = g0 - L2 * rows[r]; ar[r] += g * g; rows[r] += rate * g / Math.sqrt(ar[r]) }
        }
      }
      for (let a = 0; a < TAGS; a++) for (let b = 0; b < TAGS; b++) { if (banned(a, b)) continue; const r = a * TAGS + b, g = gs[r]; as[r] += g * g; steps[r] += rate * g / Math.sqrt(as[r]) }
    }
  }
  return { rows, steps }
}
// ---- score over words
function evaluate(w, ps, lean) {
  const T = { tp: 0, p: 0, g: 0, stp: 0, sp: 0, sg: 0 }; let exact = 0, gn = 0, pn = 0
  for (const p of ps) {
    const scene = makeTagScene(p.reading, p.mentions, p.chances)
    const speech = new Uint8Array(p.tags.length), neutral = new Uint8Array(p.tags.length)
    const { from } = p.reading.words
    for (const a of p.doc.attributions) if (a.speech) for (const [s, e] of a.content) for (let i = lowerBound(from, s); i < from.length && from[i] < e; i++) speech[i] = 1
    for (const q of p.doc.quotations) for (let i = lowerBound(from, q.start); i < from.length && from[i] < q.end; i++) neutral[i] = 1
    for (const [b] of p.reading.blocks.entries()) {
      const [f0, t0] = blockTokens(p.reading, b); if (f0 === t0) continue
      const tags = tagTokens(w, scene, f0, t0, lean)
      for (let i = f0; i < t0; i++) {
        if (p.reading.words.shape[i] === 5) continue
        let pr = tags[i - f0] >= TAG.begin ? 1 : 0; const g = p.tags[i] >= TAG.begin ? 1 : 0
        if ((p.discard[i] || neutral[i]) && !g) continue
        if (p.reading.part[i] !== -1 && neutral[i]) pr = 1
        T.g += g; T.p += pr; T.tp += g & pr
        if (!(g && !speech[i])) { T.sg += speech[i]; T.sp += pr; T.stp += speech[i] & pr }
      }
    }
  }
  const F = (tp, p, g) => ({ P: +(100 * tp / p).toFixed(1), R: +(100 * tp / g).toFixed(1), F: +(200 * tp / (p + g)).toFixed(2) })
  return { all: F(T.tp, T.p, T.g), speech: F(T.stp, T.sp, T.sg) }
}
const time = (l, fn) => { const t = performance.now(); const r = fn(); console.error(l, ((performance.now() - t) / 1000).toFixed(1) + "s"); return r }
const train = time("prepare", () => readCorpus(process.argv[2]).map(prepare))
for (const p of train) p.cueItems = cueItems(p)
const FOLDS = 4
time("cues", () => { for (let k = 0; k < FOLDS; k++) { const w = trainCues(train.filter((_, i) => i % FOLDS !== k).map((p) => p.cueItems)); for (const [i, p] of train.entries()) if (i % FOLDS === k) p.chances = cueChances(w, p) } })
{ let tp = 0, pn = 0, gn = 0; for (const p of train) for (const { i, y } of p.cueItems) { const c = p.chances[i] > 0.35; pn += c; gn += y; tp += c && y } console.log("cue words P", (tp / pn).toFixed(3), "R", (tp / gn).toFixed(3)) }
for (const p of train) p.seqs = sequences(p)
if (!process.argv.includes("--full")) {
  const w = time("chain", () => trainChain(train.filter((_, i) => i % 5).flatMap((p) => p.seqs)))
  const test = train.filter((_, i) => i % 5 === 0)
  for (const lean of [0, 0.1, 0.2, 0.3, 0.5]) console.log("held out, lean", lean, JSON.stringify(evaluate(w, test, lean)))
} else {
  const wc = trainCues(train.map((p) => p.cueItems))
  const w = time("chain", () => trainChain(train.flatMap((p) => p.seqs)))
  const pack = (a) => { const m = Math.max(...Array.from(a, Math.abs)); let max = 0; for (const x of a) max = Math.max(max, Math.abs(x)); const s = 127 / max; return { scale: 1 / s, data: Buffer.from(Int8Array.from(a, (x) => Math.round(x * s)).buffer).toString("base64") } }
  const c = pack(wc), r = (() => { let max = 0; for (const x of w.rows) max = Math.max(max, Math.abs(x)); const s = 127 / max; return { scale: 1 / s, data: Buffer.from(Int8Array.from(w.rows, (x) => Math.round(x * s)).buffer).toString("base64") } })()
  writeFileSync(new URL("../src/quotation/content-weights.ts", import.meta.url), `// Learned by scripts/train-content.mjs; figures only.\nexport const CUE_SCALE: number = ${c.scale}\nexport const CUE_WEIGHTS: string =\n  "${c.data}"\nexport const ROW_SCALE: number = ${r.scale}\nexport const ROW_WEIGHTS: string =\n  "${r.data}"\nexport const STEP_WEIGHTS: readonly number[] = ${JSON.stringify([...w.steps].map((x) => +x.toFixed(4)))}\n`)
}
