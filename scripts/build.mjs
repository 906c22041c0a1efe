// Builds dist/: the library and the command, the small browser scripts, and the files that are data.
import { execFileSync } from "node:child_process"
import { chmodSync, cpSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const root = join(dirname(fileURLToPath(import.meta.url)), "..")
const require = createRequire(import.meta.url)
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc")
const compile = (project) =>
  execFileSync(process.execPath, [tsc, "-p", join(root, project)], { stdio: "inherit", cwd: root })

rmSync(join(root, "dist"), { recursive: true, force: true })
compile("tsconfig.build.json")
compile("src/web/tsconfig.json")
/** Files that are not code and travel with it: schemas, style sheets, learned weights, word lists. */
const isData = (path) => !/\.ts$|tsconfig\.json$/.test(path)
cpSync(join(root, "src"), join(root, "dist"), { recursive: true, filter: isData })
chmodSync(join(root, "dist/cli/main.js"), 0o755)
