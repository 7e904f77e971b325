/** Holds the documentation: generated files are current, links lead somewhere, examples are commands that exist. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { generatedFiles } from '../docs/generate.ts'
import { parseArguments } from '../packages/workbench/src/cli/arguments.ts'
import { OPERATIONS } from '../packages/workbench/src/operations/index.ts'
import { PERMISSIONS } from '../packages/workbench/src/operations/operation.ts'
import { serve } from '../packages/workbench/src/server/serve.ts'

const root = resolve(import.meta.dirname, '..')
const commands = [...OPERATIONS, serve]

const pages = ['README.md', 'CONTRIBUTING.md', 'casebook/README.md']
  .concat(...['docs', 'spec'].map((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)))
  .filter((path) => path.endsWith('.md'))

/** Splits a command line as a shell does, for quotes as the examples use them. */
function words(line: string): string[] {
  return [...line.matchAll(/(?:[^\s"]+|"[^"]*")+/g)].map(([word]) => word.replaceAll('"', ''))
}

describe('the documentation', () => {
  test.each([...generatedFiles()])('%s is current (npm run docs)', (path, text) => {
    expect(readFileSync(join(root, path), 'utf8')).toBe(text)
  })

  test.each(commands.map((operation) => [operation.name, operation] as const))(
    '%s says what it does, with examples that parse',
    (_, operation) => {
      expect(operation.summary).toMatch(/^[A-Z].*[^.]$/)
      expect(operation.description).toMatch(/^[A-Z].*\.$/s)
      expect(PERMISSIONS).toContain(operation.permission)
      expect(operation.examples.length).toBeGreaterThan(0)
      for (const example of operation.examples) {
        const [name, ...rest] = words(example.replace(/ > .*$/, ''))
        expect(name).toBe(operation.name)
        expect(() => parseArguments(operation, rest)).not.toThrow()
      }
    },
  )

  test.each(pages)('links of %s lead somewhere', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    for (const [, target] of text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)) {
      expect(existsSync(resolve(root, dirname(page), target ?? '')), `${page} → ${target}`).toBe(true)
    }
  })

  test.each(pages)('commands shown in %s exist', (page) => {
    const text = readFileSync(join(root, page), 'utf8')
    for (const [, name] of text.matchAll(/^\s*(?:npx )?corroborate ([a-z]+)/gm)) {
      expect([...commands.map((operation) => operation.name), 'help', 'completion'], page).toContain(name)
    }
  })
})
