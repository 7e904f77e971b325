/** The example in the README runs as it stands. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import * as evidence from './index.ts'

const readme = readFileSync(join(import.meta.dirname, '../README.md'), 'utf8')

test('the example finds no problems', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'readme-'))
  try {
    const [, example = ''] = /```ts\n([\s\S]*?)```/.exec(readme) ?? []
    const here = pathToFileURL(join(import.meta.dirname, 'index.ts')).href
    await writeFile(join(folder, 'report.pdf'), 'a report')
    await writeFile(
      join(folder, 'example.ts'),
      `${example.replace("'@corroborate/evidence'", `'${here}'`)}\nconsole.log(JSON.stringify(problems))\n`,
    )
    expect(execFileSync(process.execPath, ['example.ts'], { cwd: folder, encoding: 'utf8' })).toBe('[]\n')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test('every function it names is there', () => {
  const [, table = ''] = /\| for [\s\S]*?\n([\s\S]*?)\n\n/.exec(readme) ?? []
  const names = [...table.matchAll(/`(\w+)`/g)].map(([, name]) => name)
  expect(names.length).toBeGreaterThan(20)
  for (const name of names) expect(Object.keys(evidence)).toContain(name)
})
