import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createOriginals } from '../originals/originals.ts'
import { checkOcfl, checkOcflRoot } from './check-root.ts'

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

const damages: [code: string, damage: () => Promise<unknown>][] = [
  ['E069', () => rm(join(root, '0=ocfl_1.1'))],
  ['E070', () => writeFile(join(root, 'ocfl_layout.json'), '{}')],
  ['E071', () => writeFile(join(root, 'ocfl_layout.json'), '{"extension": "mine", "description": ""}')],
  [
    'E072',
    () =>
      writeFile(join(root, 'ab.txt'), '')
        .then(() => mkdir(join(root, 'zz')))
        .then(() => writeFile(join(root, 'zz/a'), '')),
  ],
  ['E073', () => mkdir(join(root, 'zz'))],
  ['E076', () => writeFile(join(root, '0=ocfl_1.0'), 'ocfl_1.0\n')],
  ['E078', () => rename(join(root, '0=ocfl_1.1'), join(root, '1=ocfl_1.1'))],
  ['E079', () => rename(join(root, '0=ocfl_1.1'), join(root, '0=ocfl_2.0'))],
  ['E080', () => writeFile(join(root, '0=ocfl_1.1'), 'ocfl_1.1')],
  ['E081', () => rm(join(root, '0=ocfl_1.1')).then(() => writeFile(join(root, '0=ocfl_1.0'), 'ocfl_1.0\n'))],
  ['E083', () => cp(join(root, objects[0]!), join(root, 'zz/copy'), { recursive: true })],
  ['E084', () => writeFile(join(root, objects[0]!, '../stray'), '')],
  ['E085', () => mkdir(join(root, 'zz')).then(() => writeFile(join(root, 'zz/a'), ''))],
  ['E090', () => symlink('inventory.json', join(root, objects[0]!, 'link'))],
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
