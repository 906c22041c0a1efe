import { execFileSync } from "node:child_process"
import { existsSync } from "node:fs"

/** Builds the command, and where this is Debian without a Chromium, installs the browser the page tests drive. */
export default function setup(): void {
  execFileSync(process.execPath, ["scripts/build.mjs"], { stdio: "inherit" })
  const isDebian = existsSync("/etc/debian_version")
  if (isDebian && !existsSync("/usr/bin/chromium") && process.getuid?.() === 0) installChromium()
}

function installChromium(): void {
  const options = { stdio: "ignore", timeout: 300_000 } as const
  try {
    execFileSync("apt-get", ["update", "-q"], options)
    execFileSync("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], options)
  } catch {
    console.warn("Chromium could not be installed; the browser tests will be reported as skipped.")
  }
}
