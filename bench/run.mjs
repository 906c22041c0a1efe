// Runs every benchmark that needs nothing but the project itself.
await import("./startup.mjs")
await import("./collate.mjs")
await import("./stages.mjs")
await import("./verify.mjs")
