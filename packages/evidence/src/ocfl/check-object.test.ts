import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Disk } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { sharedSet } from '../shared-set.ts'
import { checkOcflObject } from './check-object.ts'

const fixtures = sharedSet('conformance/ocfl-fixtures')

/** In the fixtures a file `.keep` stands for an empty folder. */
const disk: Disk = {
  ...nodeDisk,
  list: async (path) => (await nodeDisk.list(path)).filter(({ name }) => name !== '.keep'),
}

const objects = (version: string, kind: string) =>
  fixtures === null
    ? []
    : readdirSync(join(fixtures, version, kind)).map((name) => ({
        version,
        name,
        path: join(fixtures, version, kind, name),
      }))
const both = (kind: string) => [...objects('1.0', kind), ...objects('1.1', kind)]
const codesOf = (name: string) => name.match(/[EW]\d{3}/g) ?? []

describe.skipIf(fixtures === null)('OCFL fixtures (skipped where conformance/ocfl-fixtures is not present)', () => {
  test('all are there', () => {
    expect([both('good-objects').length, both('bad-objects').length, both('warn-objects').length]).toEqual([
      22, 107, 27,
    ])
  })

  test.each(both('good-objects'))('$version good $name', async ({ path }) => {
    expect((await checkOcflObject(path, { disk })).errors).toEqual([])
  })

  test.each(both('bad-objects'))('$version bad $name', async ({ path, name }) => {
    const { valid, errors } = await checkOcflObject(path, { disk })
    expect(valid).toBe(false)
    expect(errors.map(({ code }) => code)).toEqual(expect.arrayContaining(codesOf(name)))
  })

  test.each(both('warn-objects'))('$version warn $name', async ({ path, name }) => {
    const { errors, warnings } = await checkOcflObject(path, { disk })
    expect(errors).toEqual([])
    expect(warnings.map(({ code }) => code)).toEqual(expect.arrayContaining(codesOf(name)))
  })
})
