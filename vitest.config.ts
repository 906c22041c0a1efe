import { defineConfig, type ViteUserConfig } from "vitest/config"

const config: ViteUserConfig = defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    globalSetup: ["test/setup.ts"],
    reporters: ["default", "./test/reporter.ts"],
    // Nothing is mocked, and what a module keeps changes no answer: loaded once, it serves all files of a worker.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 120_000,
  },
})

export default config
