import { expect, test } from "vitest"
import { parseDateline } from "../src/article/dateline.ts"

const line = (paragraph: string): string | null => {
  const found = parseDateline(paragraph)
  return found && `${found.outlet} · ${found.published?.value ?? "no day"}`
}

test("a dateline names the wire, and the day where it has a year", () => {
  expect(line("KELDERWICK, May 14, 2025 (North Sound Wire) -- Dredging will start.")).toBe(
    "North Sound Wire · 2025-05-14",
  )
  expect(line("SKARNE POINT, Ansel, 3 June (North Sound Wire) — The council met.")).toBe(
    "North Sound Wire · no day",
  )
  expect(line("US, KELDERWICK (ANSEL NEWS) — The council met.")).toBe("ANSEL NEWS · no day")
  expect(line("(Ansel News) - The council met.")).toBe("Ansel News · no day")
})

test("a remark in brackets is no dateline", () => {
  expect(line("The harbour (North Basin) — that is to say, the old one — is full.")).toBeNull()
  expect(line("KELDERWICK (North Sound Wire) has moved its desk.")).toBeNull()
  expect(line("(laughter) — He went on.")).toBeNull()
  expect(line("Kelderwick (and this is new) - has a mayor.")).toBeNull()
})
