import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createOriginals } from '../originals/originals.ts'
import { checkOcfl, checkOcflRoot } from './check-root.ts'
import { put, putObject } from './object.fixture.ts'

let folder: string
let root: string
let objects: string[]
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ocfl-root-'))
  root = join(folder, 'originals')
  const originals = await createOriginals(root)
  objects = []
  for (const text of ['one', 'two']) {
    const { digest } = await originals.add({ bytes: Buffer.from(text) }, `${text}.txt`)
    objects.push(`${digest.slice(0, 2)}/${digest}`)
  }
})
afterEach(() => rm(folder, { recursive: true, force: true }))
const codes = async () => (await checkOcflRoot(root)).errors.map(({ code }) => code)

test('what we write has neither errors nor warnings, as a root and object by object', async () => {
  expect(await checkOcfl(root)).toEqual({ valid: true, errors: [], warnings: [] })
  for (const object of objects)
    expect(await checkOcfl(join(root, object))).toEqual({ valid: true, errors: [], warnings: [] })
})

const layout = (extension: string) => `{"extension": "${extension}", "description": ""}`

const damages: [code: string, damage: () => Promise<unknown>][] = [
  ['E069', () => rm(join(root, '0=ocfl_1.1'))],
  ['E070', () => writeFile(join(root, 'ocfl_layout.json'), '{}')],
  [
    'E070',
    () => writeFile(join(root, 'ocfl_layout.json'), layout('mine", "extension": "0002-flat-direct-storage-layout')),
  ],
  ['E070', () => writeFile(join(root, 'ocfl_layout.json'), `\ufeff${layout('0002-flat-direct-storage-layout')}`)],
  ['E071', () => writeFile(join(root, 'ocfl_layout.json'), layout('mine'))],
  ['E071', () => writeFile(join(root, 'ocfl_layout.json'), layout('0001-digest-algorithms'))],
  [
    'E072',
    () =>
      writeFile(join(root, 'ab.txt'), '')
        .then(() => mkdir(join(root, 'zz')))
        .then(() => writeFile(join(root, 'zz/a'), '')),
  ],
  ['E073', () => mkdir(join(root, 'zz'))],
  ['E073', () => rm(join(root, 'extensions'), { recursive: true }).then(() => mkdir(join(root, 'extensions')))],
  ['E076', () => writeFile(join(root, '0=ocfl_1.0'), 'ocfl_1.0\n')],
  ['E078', () => rename(join(root, '0=ocfl_1.1'), join(root, '1=ocfl_1.1'))],
  ['E079', () => rename(join(root, '0=ocfl_1.1'), join(root, '0=ocfl_2.0'))],
  ['E080', () => writeFile(join(root, '0=ocfl_1.1'), 'ocfl_1.1')],
  ['E081', () => rm(join(root, '0=ocfl_1.1')).then(() => writeFile(join(root, '0=ocfl_1.0'), 'ocfl_1.0\n'))],
  ['E083', () => cp(join(root, objects[0]!), join(root, 'zz/copy'), { recursive: true })],
  ['E084', () => writeFile(join(root, objects[0]!, '../stray'), '')],
  ['E085', () => mkdir(join(root, 'zz')).then(() => writeFile(join(root, 'zz/a'), ''))],
  ['E090', () => symlink('inventory.json', join(root, objects[0]!, 'link'))],
  [
    'E090',
    () =>
      mkdir(join(root, 'extensions/0005-mutable-head')).then(() =>
        symlink('a', join(root, 'extensions/0005-mutable-head/b')),
      ),
  ],
  ['E092', () => writeFile(join(root, objects[0]!, 'v1/content/one.txt'), 'uno')],
  ['E112', () => writeFile(join(root, 'extensions/a'), '')],
]
test.each(damages)('%s', async (code, damage) => {
  await damage()
  expect(await codes()).toContain(code)
})

test('a folder that is neither is no OCFL', async () => {
  expect((await checkOcfl(folder)).valid).toBe(false)
  expect((await checkOcfl(join(folder, 'absent'))).valid).toBe(false)
})

test.each(['0012-hash-and-no-prefix-id-n-tuple-storage-layout', '0002-flat-direct-storage-layout'])(
  '%s is a layout',
  async (extension) => {
    await writeFile(join(root, 'ocfl_layout.json'), layout(extension))
    expect(await codes()).toEqual([])
  },
)

test('a declaration that is a folder or a link to nothing is no declaration', async () => {
  await rm(join(root, '0=ocfl_1.1'))
  await symlink('nowhere', join(root, '0=ocfl_1.1'))
  expect(await codes()).toEqual(['E069', 'E090'])
  await rm(join(root, '0=ocfl_1.1'))
  await mkdir(join(root, '0=ocfl_1.1'))
  expect(await codes()).toEqual(['E069', 'E073'])
})

describe('a root that does not say so', () => {
  beforeEach(() => rm(join(root, 'ocfl_layout.json')))
  const judged = async () => (await checkOcfl(root)).errors.map(({ code, path }) => `${code} ${path}`)

  test('without a declaration', async () => {
    await rm(join(root, '0=ocfl_1.1'))
    await writeFile(join(root, objects[0]!, 'v1/content/one.txt'), 'uno')
    expect(await judged()).toEqual(['E069 ', `E092 ${objects[0]}/v1/content/one.txt`])
  })
  test.each([
    ['1=ocfl_1.1', 'E078'],
    ['0=OCFL_1.1', 'E079'],
    ['0=ocfl_', 'E079'],
  ])('that says %s', async (name, code) => {
    await rename(join(root, '0=ocfl_1.1'), join(root, name))
    expect(await judged()).toEqual([`${code} ${name}`])
  })
  test('that says so, with no object in it', async () => {
    await put(join(folder, 'empty/1=ocfl_1.1'), 'ocfl_1.1\n')
    expect((await checkOcfl(join(folder, 'empty'))).errors).toMatchObject([{ code: 'E078' }])
  })
  test('an object that does not say so is none', async () => {
    await rm(join(root, objects[0]!, '0=ocfl_object_1.1'))
    expect((await checkOcfl(join(root, objects[0]!))).errors).toMatchObject([{ code: 'E003' }])
  })
})

test('what OCFL 1.0 says of extensions of a root has the codes of 1.0', async () => {
  const older = join(folder, 'older')
  await put(join(older, '0=ocfl_1.0'), 'ocfl_1.0\n')
  await putObject(join(older, 'one'), { spec: '1.0' })
  await put(join(older, 'extensions/stray'), '')
  await put(join(older, 'extensions/mine/config.json'), '{}')
  expect(await checkOcflRoot(older)).toMatchObject({ errors: [{ code: 'E086' }], warnings: [{ code: 'W013' }] })
})
