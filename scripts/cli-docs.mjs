// Writes docs/cli.md from what the commands say of themselves.  node scripts/cli-docs.mjs > docs/cli.md
import { program } from "../dist/cli/main.js"

/** The help pages of the whole command line as one Markdown document. */
export function cliDocs() {
  const root = program()
  const pages = [root, ...root.commands].map((command) => {
    const name = command === root ? "stemma" : `stemma ${command.name()}`
    let help = ""
    command.configureOutput({
      writeOut: (text) => {
        help += text
      },
      getOutHelpWidth: () => 100,
    })
    command.outputHelp()
    return `## ${name}\n\n\`\`\`text\n${help.trimEnd()}\n\`\`\``
  })
  return `# Command line\n\nMade from \`--help\` by \`node scripts/cli-docs.mjs\`; a test keeps it so.\n\n${pages.join("\n\n")}\n`
}

if (process.argv[1]?.endsWith("cli-docs.mjs")) process.stdout.write(cliDocs())
