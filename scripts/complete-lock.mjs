// Adds to package-lock.json the optional packages of other systems that npm leaves out where its registry does not
// serve them: without their entries `npm ci` refuses the file everywhere. Run it after every change of dependencies.
//   node scripts/complete-lock.mjs
import { readFileSync, writeFileSync } from "node:fs"

const SYSTEMS = ["android", "darwin", "freebsd", "linux", "openharmony", "win32"]
const PROCESSORS = ["arm64", "x64", "ia32", "riscv64", "ppc64", "s390x", "loong64", "wasm32", "arm"]

const file = new URL("../package-lock.json", import.meta.url)
const lock = JSON.parse(readFileSync(file, "utf8"))

for (const [path, parent] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(parent.optionalDependencies ?? {})) {
    const isThere = [`node_modules/${name}`, `${path}/node_modules/${name}`].some(
      (key) => key in lock.packages,
    )
    if (isThere || !/^\d/.test(version)) continue
    lock.packages[`node_modules/${name}`] = entryOf(name, version, parent)
    console.log(`added ${name} ${version}`)
  }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1))
lock.packages = Object.fromEntries(sorted)
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)

/** What npm would write: the name of such a package says for which system and processor it is. */
function entryOf(name, version, parent) {
  const parts = name.split("/").at(-1).split("-")
  const os = SYSTEMS.find((system) => parts.includes(system))
  const cpu = PROCESSORS.find((processor) => parts.includes(processor))
  const libc = parts.some((part) => part.startsWith("musl"))
    ? "musl"
    : parts.some((part) => part.startsWith("gnu"))
      ? "glibc"
      : null
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(parent.dev && { dev: true }),
    ...(os === "linux" && libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}
