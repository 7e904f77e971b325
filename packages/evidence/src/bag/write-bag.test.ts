import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { stride } from '../stride.ts'
import { checkBag } from './check-bag.ts'
import { BadBagError, writeBag } from './write-bag.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bag-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const file = (path: string, text = path) => ({ path, source: { bytes: Buffer.from(text) } })

test('what we write is valid without a warning, awkward names included', async () => {
  await writeFile(join(folder, 'source'), 'from a file')
  const names = [
    'a.txt',
    'deep/er/b.txt',
    'per%cent.txt',
    'two\nlines.txt',
    'two\u2028lines.txt',
    'تقرير.txt',
    ' space at the start',
  ]
  const bag = join(folder, 'bags/one')
  const files = [...names.map((name) => file(name)), { path: 'file', source: { path: join(folder, 'source') } }]
  await writeBag(bag, files, { info: [['External-Description', 'Two\nlines']] })
  expect(await checkBag(bag)).toEqual({ valid: true, errors: [], warnings: [] })
  expect(await readFile(join(bag, 'data/two\nlines.txt'), 'utf8')).toBe('two\nlines.txt')
  expect(await readFile(join(bag, 'bag-info.txt'), 'utf8')).toMatch(
    /^External-Description: Two\n {2}lines\nPayload-Oxum: \d+\.8\n$/,
  )
  expect(await readdir(join(folder, 'bags'))).toEqual(['one'])
})

test('an empty bag is valid', async () => {
  await writeBag(join(folder, 'empty'), [])
  expect(await checkBag(join(folder, 'empty'))).toEqual({ valid: true, errors: [], warnings: [] })
})

test.each([['../out'], ['/absolute'], ['a//b'], ['./a'], ['~/home'], ['C:\\windows'], [''], ['a/../../b']])(
  '%j is refused, and nothing stays',
  async (path) => {
    await expect(writeBag(join(folder, 'bag'), [file('good'), file(path)])).rejects.toThrow(BadBagError)
    expect(await readdir(folder)).toEqual([])
  },
)

test('names that fall together, and a folder that exists, are refused', async () => {
  await expect(writeBag(join(folder, 'bag'), [file('A'), file('a')])).rejects.toThrow(BadBagError)
  await expect(writeBag(folder, [])).rejects.toThrow(BadBagError)
})

test('a sum of the payload is counted, not taken', async () => {
  const writing = writeBag(join(folder, 'bag'), [file('a')], { info: [['payload-oxum', '1.1']] })
  await expect(writing).rejects.toThrow('it is counted here')
})

test('every change to a bag is found', async () => {
  const bag = join(folder, 'bag')
  await writeBag(bag, [file('a'), file('b/c')], { info: [['Source-Organization', 'Us']] })
  const files = (await readdir(bag, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  expect(files).toHaveLength(6)
  for (const { parentPath, name } of files) {
    const path = join(parentPath, name)
    const bytes = await readFile(path)
    if (name !== 'tagmanifest-sha512.txt') {
      for (let bit = 0; bit < bytes.length * 8; bit += stride(31)) {
        const flipped = Buffer.from(bytes)
        flipped[bit >> 3]! ^= 1 << (bit & 7)
        await writeFile(path, flipped)
        expect((await checkBag(bag)).valid, `bit ${bit} of ${name}`).toBe(false)
      }
      await rm(path)
      expect((await checkBag(bag)).valid, `without ${name}`).toBe(false)
    }
    await writeFile(path, bytes)
  }
  await writeFile(join(bag, 'data/more'), '')
  expect((await checkBag(bag)).errors).toMatchObject([
    { code: 'bag-unlisted', path: 'data/more' },
    { code: 'bag-oxum', path: 'bag-info.txt' },
  ])
})
