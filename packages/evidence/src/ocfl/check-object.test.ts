import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Disk } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { sharedSet } from '../shared-set.ts'
import { checkOcflObject } from './check-object.ts'
import { type ObjectFixture, put, putObject, sha512 } from './object.fixture.ts'

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

describe.each(['1.0', '1.1'] as const)('an object of OCFL %s', (spec) => {
  let folder: string
  let root: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'ocfl-object-'))
    root = join(folder, 'object')
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  const two = { versions: [{ 'a.txt': 'alpha' }, { 'a.txt': 'alpha', 'b.txt': 'beta' }] }
  const write = (fixture: Omit<ObjectFixture, 'spec'> = two) => putObject(root, { spec, ...fixture })
  /** Codes, and the path of each. */
  const found = async () => {
    const { errors, warnings } = await checkOcflObject(root)
    return [...errors, ...warnings].map(({ code, path }) => `${code} ${path}`)
  }

  test('as the fixture writes it has nothing wrong', async () => {
    await write()
    expect(await found()).toEqual([])
  })

  test('a manifest that names no file for a digest lets its content vanish', async () => {
    const gone = sha512('gone')
    await write({
      ...two,
      edit(inventory) {
        inventory.manifest[gone] = []
        for (const { state } of Object.values(inventory.versions)) state[gone] = ['testimony.pdf']
      },
    })
    expect(await found()).toEqual(['E092 inventory.json', 'E092 v1/inventory.json'])
  })

  test('a prior version alone may lose content so', async () => {
    const edit: NonNullable<ObjectFixture['edit']> = (inventory, version) => {
      if (version === 1) inventory.manifest[sha512('alpha')] = []
    }
    await write({ ...two, edit })
    expect(await found()).toContain('E092 v1/inventory.json')
  })

  test('fixity may name no file for a digest', async () => {
    await write({ edit: (inventory) => Object.assign(inventory, { fixity: { md5: { ['ab'.repeat(16)]: [] } } }) })
    expect(await found()).toEqual([])
  })

  describe('what is no file where a file must be', () => {
    test.each(['', 'v1/', 'v2/'])('the sidecar in %j is a folder', async (prefix) => {
      await write()
      const path = `${prefix}inventory.json.sha512`
      await rm(join(root, path))
      await mkdir(join(root, path))
      expect(await found()).toContain(`E058 ${path}`)
    })
    test.each(['', 'v1/', 'v2/'])('the sidecar in %j is a link to nothing', async (prefix) => {
      await write()
      const path = `${prefix}inventory.json.sha512`
      await rm(join(root, path))
      await symlink('nowhere', join(root, path))
      expect(await found()).toEqual(expect.arrayContaining([`E058 ${path}`, `E090 ${path}`]))
    })
    test.each(['v1/', 'v2/'])('the inventory in %j is a folder', async (prefix) => {
      await write()
      await rm(join(root, `${prefix}inventory.json`))
      await mkdir(join(root, `${prefix}inventory.json`))
      expect(await found()).toContain(`E034 ${prefix}inventory.json`)
    })
  })

  test.each(['v1', '../elsewhere'])('nothing is read through a version that is a link, to %s', async (to) => {
    await write()
    await rename(join(root, 'v1'), join(folder, 'elsewhere'))
    await symlink(to, join(root, 'v1'))
    expect(await found()).toEqual(expect.arrayContaining(['E090 v1', 'E092 v1/content/a.txt']))
  })

  describe('sidecars in a version', () => {
    test.each(['v1', 'v2'])('one of another algorithm does not belong in %s', async (version) => {
      await write()
      await put(join(root, version, 'inventory.json.sha256'), 'whatever')
      expect(await found()).toEqual([`E015 ${version}/inventory.json.sha256`])
    })
    test.each(['v1', 'v2'])('one without an inventory does not belong in %s', async (version) => {
      await write()
      await rm(join(root, version, 'inventory.json'))
      expect(await found()).toEqual([`E015 ${version}/inventory.json.sha512`, `W010 ${version}`])
    })
  })

  describe('contentDirectory', () => {
    const named = (...versions: number[]): NonNullable<ObjectFixture['edit']> => {
      return (inventory, version) => {
        if (versions.includes(version)) inventory.contentDirectory = 'content'
      }
    }
    const three = { versions: [...two.versions, { 'b.txt': 'beta' }] }

    test.each(['\0', 'x'.repeat(5000), '..', 'a/b'])(
      'set to what no folder can be called',
      async (contentDirectory) => {
        await write({ edit: (inventory) => Object.assign(inventory, { contentDirectory }) })
        expect(await found()).toEqual(expect.arrayContaining(['E042 inventory.json', 'E092 v1/content/a.txt']))
      },
    )
    test('set in every version', async () => {
      await write({ ...three, edit: named(1, 2, 3) })
      expect(await found()).toEqual([])
    })
    test('not set in the first version, though set to what it is unset', async () => {
      await write({ ...three, edit: named(3) })
      expect(await found()).toEqual(['E019 inventory.json'])
    })
    test('set in one between', async () => {
      await write({ ...three, edit: named(2) })
      expect(await found()).toEqual(['E019 v2/inventory.json'])
    })
  })

  test.each(['logs', 'extensions/0005-mutable-head'])('a link in %s', async (folder) => {
    await write()
    await put(join(root, folder, 'day/one.log'), 'a line')
    expect(await found()).toEqual([])
    await symlink('one.log', join(root, folder, 'day/two.log'))
    expect(await found()).toEqual([`E090 ${folder}/day/two.log`])
  })

  test('a file under another Unicode form of its name is found, with a warning', async () => {
    await write({ versions: [{ 'caf\u00e9.txt': 'alpha' }] })
    await rename(join(root, 'v1/content/caf\u00e9.txt'), join(root, 'v1/content/cafe\u0301.txt'))
    expect(await found()).toEqual(['unicode-form v1/content/caf\u00e9.txt'])
  })

  test.each(['blake2b-160', 'blake2b-256', 'blake2b-384'])('%s is not computed, and that is said', async (name) => {
    await write({
      edit: (inventory) => Object.assign(inventory, { fixity: { [name]: { '00ff': ['v1/content/a.txt'] } } }),
    })
    expect(await found()).toEqual(['fixity-unchecked inventory.json'])
  })
})
