import fc from "fast-check"
import { expect, test } from "vitest"
import { buildReport } from "../src/pipeline.ts"
import type { Report, ReportQuotation } from "../src/report/report.ts"
import { sourceOf } from "../src/source/source.ts"
import { covers, overlaps, type Span } from "../src/text/span.ts"

function reportOf(path: string, text: string): Report {
  return buildReport([sourceOf(path, text)])
}

/** What is said of a page's own description. */
function toldOf(description: string): string[] {
  const html = `<html lang="en"><head><title>The dam holds</title><meta name="description" content="${description}"></head>
<body><article><h1>The dam holds</h1>
<p>The dam above Mirefield was looked at again on Monday, and the village came to hear what the warden had to say.</p>
<p>“We have mended every stone of the wall since the flood,” the warden, Ode Marlow, told the village on Monday evening.</p>
<p>The herons have come back to the lower pond, and the council will meet again before the end of the month.</p></article></body></html>`
  return reportOf("dam.html", html)
    .notices.filter(({ kind }) => kind === "description")
    .map(({ text }) => text.replace(/^.*“/, "“"))
}

test("a page's description that takes a quotation from its marks or its speaker is told", () => {
  expect(toldOf("We have mended every stone of the wall since the flood")).toEqual([
    "“We have mended every stone of the wall since the f…” without quotation marks.",
  ])
  expect(toldOf("“We have mended every stone of the wall”: the dam holds")).toEqual([
    "“We have mended every stone of the wall”: the dam h…” without who said it.",
  ])
})

test.each([
  "The warden, Ode Marlow: “We have mended every stone of the wall since the flood.”",
  "“We have mended every stone of the wall,” she says.",
  "The dam above Mirefield was looked at again on Monday, and the village came to hear.",
])("a description that keeps marks and speaker, or quotes nothing, is not: %s", (description) => {
  expect(toldOf(description)).toEqual([])
})

test("a summary never takes a quotation from its marks or its speaker", () => {
  const sentence = fc.constantFrom(
    "“We have mended every stone of the wall since the flood,” said Ode Marlow, the warden of the dam.",
    "“The herons are back on the lower pond this year. They were never gone for long,” said Ivo Lind of the bird watch.",
    "“Nobody asked the village what it wanted from the dam.",
    "The wall above Mirefield was mended with stone from the old quarry before the winter came.",
    "Marlow said that the wall would hold “for as long as anybody needs it to hold” if the winter is mild.",
    "“It is a wall and it stands where it stood.” The council was content with what it had heard.",
    "She added that the pond was lower than in any year since the wall was built.",
  )
  const paragraphs = fc.array(fc.array(sentence, { minLength: 1, maxLength: 3 }), {
    minLength: 1,
    maxLength: 5,
  })
  fc.assert(
    fc.property(paragraphs, (all) => {
      const text = `The dam holds\n\n${all.map((some) => some.join(" ")).join("\n\n")}`
      const { stories, quotations } = reportOf("dam.txt", text)
      for (const { span } of stories.flatMap(({ summary }) => summary))
        expect(quotations.filter((quotation) => isCut(quotation, span))).toEqual([])
    }),
    { numRuns: 40 },
  )
})

/** Whether a stretch has a part of what was said and not all of it, or not who said it. */
function isCut({ kind, content, speaker }: ReportQuotation, span: Span): boolean {
  if (!content.some((part) => overlaps(part, span))) return false
  if (!content.every((part) => covers(span, part))) return true
  const isSpeech = kind !== "scare" && kind !== "title"
  return isSpeech && !(speaker?.mention && covers(span, speaker.mention))
}
