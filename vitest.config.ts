import { defineConfig, type ViteUserConfig } from "vitest/config"

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup.ts"],
    reporters: ["default", "./test/reporter.ts"],
    // Nothing is mocked, and what a module keeps changes no answer: loaded once, it serves all files of a worker.
    isolate: false,
    // Many tests wait for a command or a browser: a core kept free would be idle.
    maxWorkers: "100%",
    // The longest take seconds; on a machine that others share, ten times as long.
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
})

export default config
