import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, nodeDisk } from '@corroborate/evidence'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'

let on: FixtureCase
beforeAll(async () => {
  on = await openFixtureCase()
  await on.run('add', { paths: [on.file('a.txt', 'The Marrow Coast Monitor said 12 civilians were killed in Dell.')] })
})
afterAll(() => on.remove())

/** A disk on which the file of that name cannot be made. */
const fullAt = (name: string): Disk => ({
  ...nodeDisk,
  async create(path, options) {
    if (path.includes(`${name}`)) throw Object.assign(new Error('ENOSPC: no space left'), { code: 'ENOSPC' })
    return nodeDisk.create(path, options)
  },
})

test('an export that fails leaves nothing behind, and the folder as it was', async () => {
  const out = (name: string) => join(on.folder, name)
  mkdirSync(out('empty'))
  for (const name of ['dossier.json', 'VERIFY.md', 'files.sha512']) {
    const context = { ...on.context, disk: fullAt(name) }
    for (const to of ['fresh/deep', 'empty'])
      await expect(on.run('export', { to: out(to) }, context), name).rejects.toThrow(/no space/)
    expect(existsSync(out('fresh')), name).toBe(false)
    expect(readdirSync(out('empty')), name).toEqual([])
  }
  await on.run('export', { to: out('empty') })
  expect(readdirSync(out('empty'))).toContain('VERIFY.md')
})

test('an export into the case is refused, by whatever name', async () => {
  symlinkSync(on.case, join(on.folder, 'other-name'))
  for (const to of [join(on.case, 'inside'), join(on.case, 'log/../deep/inside'), join(on.folder, 'other-name/inside')])
    await expect(on.run('export', { to })).rejects.toThrow(/lies in the case.*nothing was written/)
  expect(existsSync(join(on.case, 'inside'))).toBe(false)
  await on.run('export', { to: `${on.case}-export` })
})
