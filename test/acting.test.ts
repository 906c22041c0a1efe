import { expect, test } from "vitest"
import { describeActing, findActing } from "../src/report/acting.ts"
import { findActs } from "../src/story/acts.ts"
import type { Story } from "../src/story/story.ts"
import { bridge } from "./bridge.ts"

/** What is told of the headlines of one story. */
function told(...headlines: readonly string[]): string[] {
  const story: Story = {
    ...bridge.stories[0]!,
    headlines: headlines.map((text, i) => {
      const span = { from: 0, to: text.length }
      return { article: `${i}`, span, text, quoted: [], names: [], acts: findActs(text, span) }
    }),
  }
  return findActing(story).map((one) => `${one.article} ${describeActing(one)}`)
}

test("where one headline names who acts and another does not, both are told", () => {
  expect(told("Wardens shoot man at weir", "Man shot at weir", "Man dies at weir")).toEqual([
    "0 who acts: “Wardens”",
    "1 no one named as acting: “Man shot”",
    "2 no one named as acting: “Man dies”",
  ])
})

test("headlines that name the same as acting need no word about it", () => {
  expect(told("Wardens shoot man at weir", "Man shot by two wardens")).toEqual([])
})

test("what is done to different people is not set side by side", () => {
  expect(told("Wardens shoot man at weir", "Miller arrested")).toEqual([])
})
