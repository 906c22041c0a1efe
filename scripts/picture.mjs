// Takes the picture in the README: one statement of the sample coverage as the report shows it.
//   node scripts/picture.mjs        (needs Chromium; writes docs/report.png)
import { execFileSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { chromium } from "playwright-core"

/** Words of the statement that is shown. */
const SHOWN = "spring survey allows it"
const WIDTH = 1120
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

const folder = mkdtempSync(join(tmpdir(), "stemma-"))
const page = join(folder, "report.html")
const sample = ["examples/harbour", "--record", "examples/harbour/record.txt"]
execFileSync(process.execPath, ["dist/cli/main.js", "compare", ...sample, "--html", page], {
  stdio: "ignore",
})

const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: FLAGS })
try {
  const tab = await browser.newPage({
    viewport: { width: WIDTH, height: 900 },
    colorScheme: "light",
    deviceScaleFactor: 1.5,
  })
  await tab.goto(pathToFileURL(page).href)
  await tab
    .locator("article.statement", { hasText: SHOWN })
    .first()
    .screenshot({ path: "docs/report.png" })
} finally {
  await browser.close()
  rmSync(folder, { recursive: true })
}
