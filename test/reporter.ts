import type { Reporter, TestModule } from "vitest/node"

/** Prints the one closing line that every tool can read: `N passed, N failed, N skipped`. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0, pending: 0 }
    let broken = 0
    for (const module of modules) {
      if (module.errors().length > 0) broken++
      for (const test of module.children.allTests()) count[test.result().state]++
    }
    const failed = count.failed + broken
    const skipped = count.skipped + count.pending
    process.on("exit", () => {
      console.log(`${count.passed} passed, ${failed} failed, ${skipped} skipped`)
    })
  }
}
