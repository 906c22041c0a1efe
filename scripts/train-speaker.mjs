// Learns the weights that choose speakers, from annotated articles:  node scripts/train-speaker.mjs TRAIN.jsonl.gz [DEV.jsonl.gz]

import { findMentions } from "../dist/quotation/mentions.js"
import { gatherPeople } from "../dist/quotation/people.js"
import { readArticle } from "../dist/quotation/reading.js"
import { findCandidates, weighCandidates } from "../dist/quotation/speaker.js"
import { makeArticle, readCorpus } from "../eval/corpus.mjs"

const SIZE = 1 << 15
const docs = readCorpus(process.argv[2])
const dev = process.argv[3]?.includes(".jsonl") ? readCorpus(process.argv[3]) : []

export function sceneOf(doc) {
  const reading = readArticle(makeArticle(doc))
  const mentions = findMentions(reading)
  return { reading, mentions, people: gatherPeople(reading, mentions) }
}
function goldMention(scene, gold) {
  const sp = gold.speaker
  if (!sp || sp.insideQuote) return null
  let best = null,
    bestScore = 0
  for (const [m, x] of scene.mentions.entries()) {
    let score = 0
    if (sp.head && x.from < sp.head.end && sp.head.start < x.to) score = 2
    else if (sp.source.some(([a, b]) => x.from < b && a < x.to)) score = 1
    if (score > bestScore) {
      best = m
      bestScore = score
    }
  }
  return best
}
function items(doc) {
  const scene = sceneOf(doc)
  const { parts } = scene.reading
  const gold = doc.quotations.filter((q) => !q.ignore)
  const out = []
  let prev = null,
    nomatch = 0
  for (const [p, part] of parts.entries()) {
    const g = gold.find((q) => q.start < part.to && part.from < q.end)
    if (!g) continue
    const gm = goldMention(scene, g)
    const cands = findCandidates(scene, p, prev)
    const y = cands.findIndex((c) => c.mention === gm)
    out.push({ scene, p, g, gm, cands, y, part })
    if (gm !== null) prev = gm
  }
  return out
}
function train(sets) {
  const w = new Float32Array(SIZE),
    acc = new Float32Array(SIZE).fill(1e-3)
  const mask = SIZE - 1
  let seed = 7
  const order = sets.map((_, i) => i)
  for (let epoch = 0; epoch < 8; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      const j = seed % (i + 1)
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const k of order) {
      const { cands, y } = sets[k]
      const p = weighCandidates(w, cands)
      for (let c = 0; c < cands.length; c++) {
        const grad = (c === y ? 1 : 0) - p[c]
        if (Math.abs(grad) < 1e-4) continue
        for (const id of cands[c].ids) {
          const f = id & mask
          const g = grad - 1e-4 * w[f]
          acc[f] += g * g
          w[f] += (0.15 * g) / Math.sqrt(acc[f])
        }
      }
    }
  }
  return w
}
const trainItems = docs.map(items)
const all = trainItems.flat()
console.log(
  "items",
  all.length,
  "gold mention found",
  all.filter((x) => x.gm !== null).length,
  "among candidates",
  all.filter((x) => x.y >= 0).length,
)
function evaluate(w, sets) {
  let n = 0,
    ok = 0
  const miss = []
  for (const x of sets) {
    if (!x.g.speaker || x.g.speaker.insideQuote) continue
    n++
    const p = weighCandidates(w, x.cands)
    const best = p.indexOf(Math.max(...p))
    if (best >= 0) {
      const m = x.scene.mentions[x.cands[best].mention]
      if (x.g.speaker.source.some(([a, b]) => m.from < b && a < m.to)) ok++
      else miss.push([x, m])
    }
  }
  return { n, acc: ok / n, miss }
}
// 5 folds
const F = 5
let n = 0,
  ok = 0
const missed = []
for (let f = 0; f < F; f++) {
  const w = train(
    trainItems
      .filter((_, i) => i % F !== f)
      .flat()
      .filter((x) => x.y >= 0),
  )
  const r = evaluate(w, trainItems.filter((_, i) => i % F === f).flat())
  n += r.n
  ok += r.acc * r.n
  missed.push(...r.miss)
  if (process.argv.includes("--one")) break
}
console.log("cv mention accuracy (teacher forced)", ok / n, n)
const by = {}
for (const [x] of missed)
  by[x.g.speaker.type + (x.gm === null ? " nomention" : x.y < 0 ? " notcand" : "")] =
    (by[x.g.speaker.type + (x.gm === null ? " nomention" : x.y < 0 ? " notcand" : "")] || 0) + 1
console.log(by)
if (process.argv.includes("--show"))
  for (const [x, m] of missed.filter((_, i) => i % 12 === 0).slice(0, 40)) {
    const t = x.scene.reading.article.text
    console.log("---", x.g.speaker.text, "| GOT", t.slice(m.from, m.to), "| gm", x.gm !== null, x.y)
    console.log(
      t.slice(Math.max(0, x.part.from - 250), x.part.from).replace(/\n+/g, "¶"),
      "[[",
      t.slice(x.part.from, x.part.to).slice(0, 60),
      "...",
      "]]",
      t.slice(x.part.to, x.part.to + 150).replace(/\n+/g, "¶"),
    )
  }
const w = train(all.filter((x) => x.y >= 0))
if (dev.length) console.log("dev", evaluate(w, dev.flatMap(items)).acc)

import { writeFileSync } from "node:fs"

const scale = 127 / Math.max(...w.map(Math.abs))
const bytes = Buffer.from(Int8Array.from(w, (x) => Math.round(x * scale)).buffer).toString("base64")
writeFileSync(
  new URL("../src/quotation/weights.ts", import.meta.url),
  `// Learned by scripts/train-speaker.mjs; figures only.\nexport const SPEAKER_SCALE: number = ${1 / scale}\nexport const SPEAKER_WEIGHTS: string =\n  "${bytes}"\n`,
)

// ---- kind
import { describePart } from "../dist/quotation/kind.js"

function voiceOf(x, mention, weight) {
  const { reading } = x.scene
  const { words, sentence } = reading
  if (mention === null) return { weight: 0, near: false, cue: 0 }
  const said = x.scene.mentions[mention]
  const s = sentence[tokenAt(words, x.part.outer.from)],
    e = sentence[Math.max(0, tokenAt(words, x.part.outer.to) - 1)],
    at = sentence[said.first]
  return { weight, near: at >= s && at <= e, cue: cueBeside(reading, said).place }
}

import { tokenAt } from "../dist/quotation/reading.js"
import { cueBeside } from "../dist/quotation/speaker.js"

function kindItems(doc, w) {
  const scene = sceneOf(doc)
  const out = []
  let prev = null
  for (const [p, part] of scene.reading.parts.entries()) {
    const g = doc.quotations.find((q) => q.start < part.to && part.from < q.end)
    const cands = findCandidates(scene, p, prev)
    const pr = weighCandidates(w, cands)
    let best = pr.indexOf(Math.max(...pr))
    if (best < 0) best = null
    const n = doc.text.slice(part.from, part.to).split(/\s+/).length
    const inContent = doc.attributions.some(
      (a) => a.speech && a.content.some(([s, e]) => s <= part.from && part.to <= e),
    )
    const y = g ? (g.ignore ? null : 1) : n < 3 && inContent ? 1 : 0
    const voice = voiceOf(
      { scene, part },
      best === null ? null : cands[best].mention,
      best === null ? 0 : pr[best],
    )
    const f = describePart(scene.reading, p, voice)
    if (y === 1 && best !== null) prev = cands[best].mention
    out.push({ ids: f.ids.slice(0, f.size), y, n, part, doc })
  }
  return out
}
const KSIZE = 1 << 14
function trainKind(sets) {
  const w = new Float32Array(KSIZE),
    acc = new Float32Array(KSIZE).fill(1e-2),
    mask = KSIZE - 1
  let seed = 5
  const order = sets.map((_, i) => i)
  for (let e = 0; e < 10; e++) {
    for (let i = order.length - 1; i > 0; i--) {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
      const j = seed % (i + 1)
      ;[order[i], order[j]] = [order[j], order[i]]
    }
    for (const k of order) {
      const { ids, y } = sets[k]
      let s = 0
      for (const id of ids) s += w[id & mask]
      const grad = y - 1 / (1 + Math.exp(-s))
      for (const id of ids) {
        const f = id & mask
        const g = grad - 1e-3 * w[f]
        acc[f] += g * g
        w[f] += (0.1 * g) / Math.sqrt(acc[f])
      }
    }
  }
  return w
}
const K = docs.map((d) => kindItems(d, w))
{
  const test = K.filter((_, i) => i % 5 === 0)
      .flat()
      .filter((x) => x.y !== null),
    wk = trainKind(
      K.filter((_, i) => i % 5)
        .flat()
        .filter((x) => x.y !== null),
    )
  let tp = 0,
    fp = 0,
    fn = 0,
    ok = 0
  const sm = KSIZE - 1
  for (const x of test) {
    let s = 0
    for (const id of x.ids) s += wk[id & sm]
    const p = s > 0 ? 1 : 0
    if (p === x.y) ok++
    if (x.n >= 3) {
      if (p && x.y) tp++
      else if (p) fp++
      else if (x.y) fn++
    }
  }
  console.log("kind accuracy", ok / test.length, "F1 of >=3 words", (2 * tp) / (2 * tp + fp + fn), {
    tp,
    fp,
    fn,
  })
}
const wk = trainKind(K.flat().filter((x) => x.y !== null))
const kscale = 127 / Math.max(...wk.map(Math.abs))
writeFileSync(
  new URL("../src/quotation/weights.ts", import.meta.url),
  `// Learned by scripts/train-speaker.mjs; figures only.\nexport const SPEAKER_SCALE: number = ${1 / scale}\nexport const SPEAKER_WEIGHTS: string =\n  "${bytes}"\nexport const KIND_SCALE: number = ${1 / kscale}\nexport const KIND_WEIGHTS: string =\n  "${Buffer.from(Int8Array.from(wk, (x) => Math.round(x * kscale)).buffer).toString("base64")}"\n`,
)
