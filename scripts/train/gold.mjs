// What the annotators said, laid over our own tokens, marks and mentions.
import { describeCue, mayBeCue } from "../../dist/quotation/cues.js"
import { newFeatures } from "../../dist/quotation/features.js"
import { findMentions } from "../../dist/quotation/find-mentions.js"
import { readArticle } from "../../dist/quotation/reading.js"
import { describeToken, makeTagScene } from "../../dist/quotation/tag-features.js"
import { runsToTag, TAG, tokensToTag } from "../../dist/quotation/tagger.js"
import { makeArticle } from "../../eval/corpus.mjs"

const features = newFeatures()
const ids = () => features.ids.slice(0, features.size)

export function readGold(gold) {
  const article = makeArticle(gold)
  const reading = readArticle(article)
  const labels = tagsOf(gold, reading)
  return { gold, article, reading, mentions: findMentions(reading), ...labels }
}

function tagsOf(gold, reading) {
  const { count, from } = reading.words
  const tags = new Uint8Array(count)
  const cues = new Uint8Array(count)
  const discard = new Uint8Array(count)
  const each = (spans, act) => {
    for (const [start, end] of spans)
      for (let i = firstAt(from, start); i < count && from[i] < end; i++) act(i)
  }
  for (const { source } of gold.attributions) each(source, (i) => (tags[i] = TAG.source))
  for (const { cue } of gold.attributions)
    each(cue, (i) => {
      tags[i] = TAG.cue
      cues[i] = 1
    })
  for (const { content } of gold.attributions) each(content, (i) => (tags[i] = TAG.inside))
  each(gold.discard ?? [], (i) => (discard[i] = 1))
  for (let i = 0; i < count; i++) {
    const opens = i === 0 || reading.block[i] !== reading.block[i - 1] || tags[i - 1] < TAG.begin
    if (tags[i] === TAG.inside && opens) tags[i] = TAG.begin
  }
  return { tags, cues, discard }
}

export function firstAt(list, value) {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (list[middle] < value) low = middle + 1
    else high = middle
  }
  return low
}

export function cueItems({ reading, cues }) {
  const items = []
  for (let i = 0; i < reading.words.count; i++) {
    if (!mayBeCue(reading, i)) continue
    describeCue(features, reading, i)
    items.push({ ids: ids(), y: cues[i] })
  }
  return items
}

/** A sequence a run of sentences, with the features of each token as rows of the table. */
export function chainItems({ reading, mentions, tags, discard }, chances, rows) {
  const scene = makeTagScene(reading, mentions, chances)
  const items = []
  for (const [from, to] of runsToTag(reading, chances)) {
    if (discard.subarray(from, to).some(Boolean)) continue
    const column = new Int32Array(to - from)
    const tokens = column.subarray(0, tokensToTag(reading, from, to, column))
    const offsets = new Int32Array(tokens.length + 1)
    const all = []
    for (const [k, i] of tokens.entries()) {
      describeToken(features, scene, i)
      for (const id of ids()) all.push(id & (rows - 1))
      offsets[k + 1] = all.length
    }
    const wanted = Uint8Array.from(tokens, (i, k) =>
      tags[i] === TAG.inside && (k === 0 || tags[tokens[k - 1]] < TAG.begin) ? TAG.begin : tags[i],
    )
    items.push({ ids: Int32Array.from(all), offsets, tags: wanted, tokens })
  }
  return items
}

/** The annotated quotation of each marked part; null where there is none. */
export function goldOfParts({ gold, reading }) {
  return reading.parts.map(
    (part) => gold.quotations.find((one) => one.start < part.to && part.from < one.end) ?? null,
  )
}

/** The mention that is the annotated source: of several the one that holds its head. */
export function goldMention(mentions, speaker) {
  if (!speaker || speaker.insideQuote) return null
  const touches = (mention, [start, end]) => mention.from < end && start < mention.to
  const { head } = speaker
  const holder = head
    ? mentions.findIndex((mention) => touches(mention, [head.start, head.end]))
    : -1
  if (holder !== -1) return holder
  const any = mentions.findIndex((mention) => speaker.source.some((span) => touches(mention, span)))
  return any === -1 ? null : any
}

/** Whether the name behind a pronoun is known for sure. */
export function knownName(speaker) {
  if (!speaker?.representative) return null
  if (speaker.type === "person") return speaker.representative
  return speaker.type === "pronoun" && speaker.agrees === true ? speaker.representative : null
}
