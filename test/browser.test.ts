import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import axe from "axe-core"
import {
  type Browser,
  type BrowserContext,
  chromium,
  type Page,
  type Request,
  type Route,
} from "playwright-core"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { renderReport } from "../src/html/render.ts"
import { renderSite } from "../src/html/site.ts"
import { bridge, bridgeWithoutRecord, nothing, silent } from "./bridge.ts"

const CHROMIUM = "/usr/bin/chromium"
const ARGUMENTS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const OPEN_ALL = "for (const part of document.querySelectorAll('details')) part.open = true"

/** Elements that reach beyond the window and stand in no part that scrolls by itself. */
const STICKING_OUT = `[...document.querySelectorAll("main *")]
  .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
  .filter((part) => !part.closest(".scroll, .wording, svg, .hidden"))
  .map((part) => part.outerHTML.slice(0, 120))`

const REPORTS = { bridge, bridgeWithoutRecord, silent, nothing }
/** A report in several pages: the list of them. */
const SITE = "site/index"
type Name = keyof typeof REPORTS | typeof SITE

describe.skipIf(!existsSync(CHROMIUM))("the page in a browser", () => {
  let browser: Browser
  let scripted: BrowserContext
  let unscripted: BrowserContext
  let folder: string
  let asked: string[] = []

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "stemma-page-"))
    for (const [name, report] of Object.entries(REPORTS)) {
      writeFileSync(join(folder, `${name}.html`), renderReport(report))
    }
    mkdirSync(join(folder, "site"))
    for (const { file, markup } of renderSite(bridge)) {
      writeFileSync(join(folder, "site", file), markup)
    }
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS })
    scripted = await browser.newContext({ reducedMotion: "reduce" })
    unscripted = await browser.newContext({ javaScriptEnabled: false })
    for (const context of [scripted, unscripted]) await context.route("**/*", refuseAllButReports)
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** Notes and refuses every request but that of a report itself. */
  function refuseAllButReports(route: Route, request: Request): Promise<void> {
    const isReport = request.isNavigationRequest() && request.url().startsWith("file:///")
    if (isReport) return route.continue()
    asked.push(`asked for ${request.url()}`)
    return route.abort()
  }

  interface Visit {
    readonly width?: number
    readonly dark?: boolean
    readonly withoutScript?: boolean
  }

  /** Opens a report from disk and closes it when the work is done. */
  async function visit(
    name: Name,
    { width = 1600, dark = false, withoutScript = false }: Visit,
    work: (page: Page, faults: string[]) => Promise<void>,
  ): Promise<void> {
    const page = await (withoutScript ? unscripted : scripted).newPage()
    asked = []
    page.on("console", (message) => asked.push(`console: ${message.text()}`))
    page.on("pageerror", (error) => asked.push(`error: ${error.message}`))
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: dark ? "dark" : "light" })
    await page.goto(pathToFileURL(join(folder, `${name}.html`)).href)
    try {
      await work(page, asked)
    } finally {
      await page.close()
    }
  }

  const focused = (page: Page): Promise<string> =>
    page.evaluate<string>("document.activeElement?.id || document.activeElement?.className || ''")

  test.each([...(Object.keys(REPORTS) as Name[]), SITE] as const)(
    "%s opens from disk, asks for nothing and complains of nothing",
    async (name) => {
      await visit(name, {}, async (page, faults) => {
        await page.mouse.wheel(0, 5000)
        await page.waitForTimeout(50)
        expect(await page.title()).not.toBe("")
        expect(faults).toEqual([])
      })
    },
  )

  test.each([
    ["bridge", "light", 1600],
    ["bridge", "dark", 1600],
    ["bridge", "light", 320],
    ["bridge", "dark", 320],
    ["bridgeWithoutRecord", "light", 1600],
    ["silent", "light", 320],
    ["nothing", "dark", 1600],
    [SITE, "light", 320],
    [SITE, "dark", 1600],
  ] as const)("axe finds nothing on %s, %s, %i px", async (name, scheme, width) => {
    await visit(name, { width, dark: scheme === "dark" }, async (page) => {
      await page.evaluate(OPEN_ALL)
      await page.evaluate(axe.source)
      const found = await page.evaluate<string[]>(
        "axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html)))",
      )
      expect(found).toEqual([])
    })
  })

  test("every mark leads to its evidence and back, by mouse", async () => {
    await visit("bridge", {}, async (page) => {
      const marks = await page.locator(".quotation a.mark[id]").all()
      expect(marks.length).toBeGreaterThan(8)
      for (const mark of marks) {
        const id = await mark.getAttribute("id")
        const evidence = (await mark.getAttribute("href"))?.slice(1)
        await mark.click()
        const row = page.locator(`[id="${evidence}"]`)
        await expect.poll(() => row.isVisible()).toBe(true)
        expect(await focused(page)).toBe(evidence)
        await row.locator("a.back").click()
        await expect.poll(() => focused(page)).toBe(id)
      }
    })
  })

  test("every mark leads to its evidence and back, by keyboard", async () => {
    await visit("bridge", {}, async (page) => {
      for (const mark of await page.locator(".quotation a.mark[id]").all()) {
        const id = await mark.getAttribute("id")
        await mark.focus()
        await page.keyboard.press("Enter")
        await expect.poll(() => focused(page)).toBe((await mark.getAttribute("href"))?.slice(1))
        await page.keyboard.press("Escape")
        await expect.poll(() => focused(page)).toBe(id)
      }
    })
  })

  test("every mark in the wordings side by side leads to its evidence", async () => {
    await visit("bridge", {}, async (page) => {
      const marks = await page.locator(".wording a.mark").all()
      expect(marks.length).toBeGreaterThan(8)
      for (const mark of marks) {
        await mark.click()
        await expect.poll(() => focused(page)).toBe((await mark.getAttribute("href"))?.slice(1))
      }
    })
  })

  test("keys walk the findings, go to the evidence and come back", async () => {
    await visit("bridge", {}, async (page) => {
      const at = (): Promise<number> =>
        page.evaluate<number>(
          "[...document.querySelectorAll('a.finding')].indexOf(document.activeElement)",
        )
      await page.keyboard.press("j")
      expect(await at()).toBe(0)
      await page.keyboard.press("j")
      await page.keyboard.press("ArrowDown")
      await page.keyboard.press("k")
      expect(await at()).toBe(1)
      await page.keyboard.press("Enter")
      await expect.poll(at).toBe(-1)
      await page.keyboard.press("Escape")
      await expect.poll(at).toBe(1)
      await page.locator(".keys input").uncheck()
      await page.locator("a.finding").first().focus()
      await page.keyboard.press("j")
      expect(await at()).toBe(0)
    })
  })

  test("the first key press reaches the link that skips to the findings", async () => {
    await visit("bridge", {}, async (page) => {
      await page.keyboard.press("Tab")
      expect(await focused(page)).toBe("skip")
      expect(await page.locator(".skip").isVisible()).toBe(true)
      await page.keyboard.press("Enter")
      await expect.poll(() => focused(page)).toBe("findings")
    })
  })

  test("the filter leaves the findings of one outlet, and says how many", async () => {
    await visit("bridge", {}, async (page) => {
      const shown = page.locator(".findings > li:visible")
      await page.getByLabel("Outlet").selectOption("Morning Ledger")
      const texts = await shown.allTextContents()
      expect(texts.length).toBeGreaterThan(2)
      expect(texts.filter((text) => !text.includes("Morning Ledger"))).toEqual([])
      expect(await page.locator(".tools output").textContent()).toContain(`${texts.length} of `)
      await page.getByLabel("What was done").selectOption("cut")
      expect(await shown.count()).toBe(1)
      await page.getByRole("searchbox").fill("no such words")
      expect(await shown.count()).toBe(0)
    })
  })

  test("pointing at a difference lights up its other places", async () => {
    await visit("bridge", {}, async (page) => {
      await page.locator(".wording a.mark").first().hover()
      expect(await page.locator(".lit").count()).toBeGreaterThan(0)
      await page.mouse.move(0, 0)
      expect(await page.locator(".lit").count()).toBe(0)
    })
  })

  test("the list of stories finds the one in which all words stand", async () => {
    await visit(SITE, {}, async (page) => {
      const shown = page.locator(".contents > li:visible")
      expect(await shown.count()).toBe(2)
      await page.getByRole("searchbox").fill("TOLL vell")
      expect(await shown.allTextContents()).toHaveLength(1)
      expect(await page.locator(".tools output").textContent()).toBe("1 of 2 shown")
      await page.getByRole("searchbox").fill("")
      expect(await shown.count()).toBe(2)
    })
  })

  test("without scripts the list is whole and leads to each story and back", async () => {
    await visit(SITE, { withoutScript: true }, async (page) => {
      expect(await page.locator(".contents > li:visible").count()).toBe(2)
      expect(await page.locator(".tools").count()).toBe(0)
      await page.getByRole("link", { name: "Vell rules out higher toll" }).click()
      expect(page.url()).toContain("/site/bridge.html")
      await page.getByRole("link", { name: "All stories" }).click()
      expect(page.url()).toContain("/site/index.html")
    })
  })

  test.each(["bridge", "nothing", SITE] as const)(
    "%s never scrolls sideways, from 320 to 1600 px",
    async (name) => {
      await visit(name, { width: 320 }, async (page) => {
        await page.evaluate(OPEN_ALL)
        for (const width of [320, 480, 768, 1024, 1280, 1600]) {
          await page.setViewportSize({ width, height: 800 })
          expect(await page.evaluate("document.documentElement.scrollWidth")).toBe(width)
          expect(await page.evaluate(STICKING_OUT)).toEqual([])
        }
      })
    },
  )

  test("at 320 px the wordings are lines that need no scrolling and still show what was cut", async () => {
    await visit("bridge", { width: 320 }, async (page) => {
      const excess = await page.evaluate(
        "Math.max(...[...document.querySelectorAll('.wording')].map((part) => part.scrollWidth - part.clientWidth))",
      )
      expect(excess).toBeLessThanOrEqual(1)
      expect(await page.locator(".wording del:visible").first().textContent()).toBe(
        "seven sentences",
      )
    })
  })

  test("without its script the page is whole", async () => {
    await visit("bridge", { withoutScript: true }, async (page) => {
      expect(await page.locator(".findings > li:visible").count()).toBe(8)
      expect(await page.locator(".tools").count()).toBe(0)
      await page.locator(".quotation a.mark.quiet").first().click()
      const target = page.locator(`[id="${new URL(page.url()).hash.slice(1)}"]`)
      expect(await target.isVisible()).toBe(true)
    })
  })

  test("on paper everything is open, even without the script", async () => {
    await visit("bridge", { withoutScript: true }, async (page) => {
      await page.emulateMedia({ media: "print" })
      expect(await page.locator("details.small li").first().isVisible()).toBe(true)
      expect(await page.locator("nav").isVisible()).toBe(false)
      const paper = await page.pdf({ format: "A4" })
      expect(paper.subarray(0, 5).toString()).toBe("%PDF-")
    })
  })

  test("who asked for less motion gets none", async () => {
    await visit("bridge", {}, async (page) => {
      expect(await page.evaluate("getComputedStyle(document.documentElement).scrollBehavior")).toBe(
        "auto",
      )
    })
  })
})
