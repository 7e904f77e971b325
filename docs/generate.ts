/** Writes what is generated: the command reference and the published JSON Schemas. A test checks that they are current. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { helpFor } from '../packages/workbench/src/cli/help.ts'
import { OPERATIONS } from '../packages/workbench/src/operations/index.ts'
import { jsonSchemas } from '../packages/workbench/src/publish/json-schemas.ts'
import { serve } from '../packages/workbench/src/server/serve.ts'

/** Paths from the root of the repository, and their texts. */
export function generatedFiles(): ReadonlyMap<string, string> {
  const files = new Map<string, string>([['docs/commands.md', commandReference()]])
  for (const [name, schema] of Object.entries(jsonSchemas())) {
    files.set(`spec/schema/${name}.json`, `${JSON.stringify(schema, null, 2)}\n`)
  }
  return files
}

function commandReference(): string {
  const operations = [...OPERATIONS, serve]
  const sections = operations.map((operation) => {
    const facts = [
      `Permission: ${operation.permission}.`,
      `Offered on: ${operation.surfaces.join(', ')}.`,
      operation.answers === 'many' ? 'With `--json`, one JSON object a line.' : 'With `--json`, one JSON value.',
    ]
    return `## corroborate ${operation.name}\n\n${facts.join(' ')}\n\n\`\`\`text\n${helpFor(operation)}\n\`\`\`\n`
  })
  return `# Commands

Generated from the operations by \`npm run docs\`; do not edit by hand.

Exit codes: 0 done, 1 a check failed, 2 wrong usage or refused, 3 some inputs could not be read (they are listed),
130 interrupted.

\`corroborate completion bash|zsh|fish\` prints a completion script for the shell.

${sections.join('\n')}`
}

if (import.meta.main) {
  for (const [path, text] of generatedFiles()) {
    const target = join(import.meta.dirname, '..', path)
    await mkdir(dirname(target), { recursive: true })
    await writeFile(target, text)
  }
}
