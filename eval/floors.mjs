// What was reached on a corpus, which a later run must not fall below: eval/floors.json, by what is measured and a hash
// of the corpus. Figures are shares, kept in tenths of a percent.
import { createHash } from "node:crypto"
import { readFileSync, writeFileSync } from "node:fs"

const FLOORS = new URL("floors.json", import.meta.url)

/** A short name for the very corpus. */
export function hashOf(text) {
  return createHash("sha256").update(text).digest("hex").slice(0, 16)
}

/**
 * Says which figures are below what was reached before, or were not measured though they were before, and makes the run
 * fail; with `raise`, keeps what is better. `less` names the figures of which less is better.
 */
export function checkFloors(what, { hash, corpus, figures, raise = false, less = new Set() }) {
  const floors = JSON.parse(readFileSync(FLOORS, "utf8"))
  const held = floors[what]?.[hash]?.figures ?? {}
  const faults = Object.entries(held).flatMap(([name, floor]) => {
    const figure = figures[name]
    if (!Number.isFinite(figure)) return `NOT MEASURED: ${name} has a floor of ${floor}`
    const isBelow = less.has(name) ? figure > floor : figure < floor
    return isBelow ? `BELOW THE FLOOR: ${name} is ${figure.toFixed(4)}, was ${floor}` : []
  })
  for (const fault of faults) console.log(fault)
  if (Object.keys(held).length === 0) console.log(`no floors for this corpus (${hash})`)
  if (faults.length > 0) process.exitCode = 1
  if (!raise) return
  const raised = Object.entries(figures).map(([name, value]) => {
    const [round, better] = less.has(name) ? [Math.ceil, Math.min] : [Math.floor, Math.max]
    const rounded = round(value * 1000) / 1000
    return [name, better(rounded, held[name] ?? rounded)]
  })
  const kept = { ...held, ...Object.fromEntries(raised) }
  floors[what] = { ...floors[what], [hash]: { corpus, figures: kept } }
  writeFileSync(FLOORS, `${JSON.stringify(floors, null, 2)}\n`)
}
