/** Holds the layout: which folder may import which, no cycles, no file named after nothing, no words of exclusion. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')

/** Later entries may import earlier ones, never the other way. */
const STAGES = [
  'model',
  'storage',
  'intake',
  'preserve',
  'read',
  'claims',
  'link',
  'decisions',
  'register',
  'derive',
  'publish',
  'operations',
  'server',
  'cli',
]

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/node_modules|\/dist(\/|$)/.test(entry.parentPath),
    )
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^\s*(?:import|export)\b[^'"]*?from\s+['"]([^'"]+)['"]|import\(['"]([^'"]+)['"]\)/gm)].map(
    (match) => match[1] ?? match[2] ?? '',
  )
}

/** What a file loads when it is loaded: imports at its top that are more than types. */
function loadedBy(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8')
  return [...text.matchAll(/^(?:import|export)\s+(?!type\b)[^'"]*?from\s+['"]([^'"]+)['"]/gm)].map((match) => match[1]!)
}

/** The files that a package of ours gives to others, by the path they ask for. */
function exportsOf(name: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(root, 'packages', name, 'package.json'), 'utf8')).exports
}

const all = sources('packages')
const local = new Map(
  all.map((file) => [
    file,
    importsOf(file)
      .filter((target) => target.startsWith('.'))
      .map((target) => relative(root, resolve(root, dirname(file), target))),
  ]),
)

describe('the layout', () => {
  test('libraries import nothing of the workbench, of each other or of the app', () => {
    for (const file of all) {
      const library = /^packages\/(claims|evidence|linkage|estimation)\//.exec(file)?.[1]
      if (library === undefined) continue
      for (const target of importsOf(file)) {
        expect(target.startsWith('@corroborate/'), `${file} imports ${target}`).toBe(false)
        if (target.startsWith('.'))
          expect(
            relative(join(root, 'packages', library), resolve(root, dirname(file), target)),
            `${file} imports ${target}`,
          ).not.toMatch(/^\.\./)
      }
    }
  })

  test('the claims library touches no disk, no network and no clock', () => {
    for (const file of all.filter((one) => one.startsWith('packages/claims/src/') && !one.endsWith('.test.ts'))) {
      const text = readFileSync(join(root, file), 'utf8')
      expect(text, file).not.toMatch(/from ['"]node:|\bDate\.now\(|new Date\(\)|Math\.random\(|\bfetch\(|\bprocess\./)
    }
  })

  test('the claims library holds nothing that its entry does not reach: what tests need lies outside of what is packed', () => {
    const reached = new Set<string>()
    const visit = (file: string): void => {
      if (reached.has(file)) return
      reached.add(file)
      for (const target of local.get(file) ?? []) visit(target)
    }
    visit('packages/claims/src/index.ts')
    for (const file of all.filter((one) => one.startsWith('packages/claims/src/') && !one.endsWith('.test.ts')))
      expect(reached, file).toContain(file)
  })

  test('a stage never imports a later one', () => {
    for (const [file, targets] of local) {
      const from = STAGES.indexOf(/^packages\/workbench\/src\/([^/]+)\//.exec(file)?.[1] ?? '')
      if (from === -1) continue
      for (const target of targets) {
        const to = STAGES.indexOf(/^packages\/workbench\/src\/([^/]+)\//.exec(target)?.[1] ?? '')
        expect(to, `${file} imports ${target}`).toBeLessThanOrEqual(from)
      }
    }
  })

  test('a command starts with few packages: parsers, web server and database driver are loaded where they are used', () => {
    const seen = new Set<string>()
    const packages = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const target of loadedBy(file)) {
        const [, own, part] = /^@corroborate\/(\w+)(\/.+)?$/.exec(target) ?? []
        if (own !== undefined) visit(relative(root, resolve(root, 'packages', own, exportsOf(own)[`.${part ?? ''}`]!)))
        else if (target.startsWith('.')) visit(relative(root, resolve(root, dirname(file), target)))
        else if (!target.startsWith('node:')) packages.add(target)
      }
    }
    for (const file of [
      'packages/workbench/src/cli/main.ts',
      'packages/workbench/src/operations/index.ts',
      'packages/workbench/src/server/serve.ts',
      ...all.filter((one) => /^packages\/workbench\/src\/operations\/[\w-]+\.ts$/.test(one)),
    ])
      visit(file)
    expect(seen.size).toBeGreaterThan(300)
    expect([...packages].sort()).toEqual([
      '@noble/hashes/sha2.js',
      '@noble/hashes/utils.js',
      'chardet',
      'csv-parse/sync',
      'csv-stringify/sync',
      'yauzl',
      'zod',
    ])
  })

  test('every folder of the workbench is a known stage', () => {
    const folders = readdirSync(join(root, 'packages/workbench/src'), { withFileTypes: true }).filter((entry) =>
      entry.isDirectory(),
    )
    for (const { name } of folders) expect(STAGES).toContain(name)
  })

  test('the app imports only types of the contract', () => {
    for (const file of all.filter((one) => one.startsWith('packages/web/src/'))) {
      const text = readFileSync(join(root, file), 'utf8')
      for (const line of text.split('\n').filter((one) => one.includes("'@corroborate/"))) {
        expect(line, file).toMatch(
          /import type .*'@corroborate\/workbench\/contract'|from '@corroborate\/workbench\/contract'/,
        )
      }
      expect(text, file).not.toMatch(/import (?!type)[^\n]*from '@corroborate\//)
    }
  })

  test('there is no import cycle', () => {
    const done = new Set<string>()
    const visit = (file: string, path: readonly string[]): void => {
      if (path.includes(file)) throw new Error(`import cycle: ${[...path.slice(path.indexOf(file)), file].join(' → ')}`)
      if (done.has(file)) return
      for (const target of local.get(file) ?? []) if (local.has(target)) visit(target, [...path, file])
      done.add(file)
    }
    for (const file of all) visit(file, [])
    expect(done.size).toBe(all.length)
  })

  test('no file is named after nothing', () => {
    for (const file of all) expect(file).not.toMatch(/\/(utils?|common|helpers?|misc|shared)(\.|\/)/)
  })

  test('randomness is seeded outside of ids and salts', () => {
    for (const file of all) expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(/Math\.random\(/)
  })
})
