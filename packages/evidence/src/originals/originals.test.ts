import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { NotAFileError } from '../disk/disk.ts'
import { stride } from '../stride.ts'
import {
  createOriginals,
  DamagedOriginalError,
  NoSuchOriginalError,
  NotOriginalsError,
  openOriginals,
} from './originals.ts'
import { BadDigestError } from './storage-root.ts'
import { verifyOriginals } from './verify-originals.ts'

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = []
  for await (const item of items) list.push(item)
  return list
}

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'originals-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const sha512 = (bytes: Uint8Array | string) => createHash('sha512').update(bytes).digest('hex')

test('keeps bytes and files, once each, and gives them back', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  const text = Buffer.from('Ten people were killed.\n')
  const source = join(folder, 'report.txt')
  await writeFile(source, text)
  const digest = sha512(text)

  expect(await originals.add({ path: source }, 'report.txt')).toEqual({ digest, size: text.length, added: true })
  expect(await originals.add({ bytes: text }, 'other.txt')).toEqual({ digest, size: text.length, added: false })
  expect(await originals.add({ path: source }, 'again.txt')).toEqual({ digest, size: text.length, added: false })
  expect(await originals.has(digest)).toBe(true)
  expect(await originals.has(sha512('else'))).toBe(false)
  expect(await originals.read(digest)).toEqual(text)
  expect(await originals.path(digest)).toBe(
    join(folder, 'originals', digest.slice(0, 2), digest, 'v1/content/report.txt'),
  )
  expect(await readFile(await originals.path(digest))).toEqual(text)

  const reopened = await openOriginals(join(folder, 'originals'))
  expect(await all(reopened.list())).toEqual([{ digest, size: text.length }])
  expect(await verifyOriginals(originals.root)).toEqual([])
})

test('takes many at once, equal ones among them', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  const results = await Promise.all(
    Array.from({ length: 200 }, (_, at) => originals.add({ bytes: Buffer.from(`item ${at % 150}`) }, `item ${at}.txt`)),
  )
  expect(results.filter(({ added }) => added)).toHaveLength(150)
  const listed = await all(originals.list())
  expect(new Set(listed.map(({ digest }) => digest)).size).toBe(150)
  expect(await verifyOriginals(originals.root)).toEqual([])
  expect(await readdir(join(folder, '.originals.incoming'))).toEqual([])
})

test('a source that cannot be read leaves nothing behind', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  await expect(originals.add({ path: join(folder, 'absent') }, 'absent')).rejects.toThrow('ENOENT')
  await expect(originals.add({ path: folder }, 'folder')).rejects.toThrow(NotAFileError)
  for (const special of ['/dev/zero', join(folder, 'pipe')]) {
    if (special.endsWith('pipe') && spawnSync('mkfifo', [special]).status !== 0) continue
    if (process.platform !== 'win32')
      await expect(originals.add({ path: special }, 'special')).rejects.toThrow(NotAFileError)
  }
  expect(await all(originals.list())).toEqual([])
  expect(await readdir(join(folder, '.originals.incoming'))).toEqual([])
  expect(await verifyOriginals(originals.root)).toEqual([])
})

test('keeps an empty file and awkward names', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  await originals.add({ bytes: new Uint8Array() }, '')
  for (const name of ['../../etc/passwd', 'a\u202etxt.exe', 'تقرير.pdf', 'con.txt', '..', `${'ن'.repeat(300)}.docx`]) {
    await originals.add({ bytes: Buffer.from(name) }, name)
  }
  expect(await verifyOriginals(originals.root)).toEqual([])
})

test('says what is not there or not a digest', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  await expect(originals.path(sha512('x'))).rejects.toThrow(NoSuchOriginalError)
  await expect(originals.path('../x')).rejects.toThrow(BadDigestError)
  await expect(originals.has('ABC')).rejects.toThrow(BadDigestError)
  await expect(openOriginals(folder)).rejects.toThrow(NotOriginalsError)
})

test('a damaged original is neither given out nor taken as there', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  const bytes = Buffer.from('as it was')
  const { digest } = await originals.add({ bytes }, 'a.txt')
  const path = await originals.path(digest)
  await writeFile(path, 'as it wa')
  await expect(originals.read(digest)).rejects.toThrow(DamagedOriginalError)
  await expect(originals.add({ bytes }, 'a.txt')).rejects.toThrow(DamagedOriginalError)
  await rm(path)
  await expect(originals.path(digest)).rejects.toThrow(DamagedOriginalError)
})

test('verification names every file changed, deleted, added or swapped', async () => {
  const originals = await createOriginals(join(folder, 'originals'))
  const { digest } = await originals.add({ bytes: Buffer.from('one') }, 'one.txt')
  await originals.add({ bytes: Buffer.from('two') }, 'two.txt')
  const files = (await readdir(originals.root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  expect(files).toHaveLength(3 + 2 * 6)
  for (const file of files) {
    const name = file.slice(originals.root.length + 1).replaceAll('\\', '/')
    const bytes = await readFile(file)
    for (let bit = 0; bit < bytes.length * 8; bit += stride(509)) {
      const flipped = Buffer.from(bytes)
      flipped[bit >> 3]! ^= 1 << (bit & 7)
      await writeFile(file, flipped)
      expect(
        (await verifyOriginals(originals.root)).map(({ path }) => path),
        `bit ${bit} of ${name}`,
      ).toContain(name)
    }
    await rm(file)
    expect(
      (await verifyOriginals(originals.root)).map(({ path }) => path),
      `without ${name}`,
    ).toContain(name)
    await writeFile(file, bytes)
    await writeFile(`${file}.copy`, bytes)
    expect(
      (await verifyOriginals(originals.root)).map(({ path }) => path),
      `copy of ${name}`,
    ).toEqual([`${name}.copy`])
    await rm(`${file}.copy`)
  }
  await rm(join(originals.root, digest.slice(0, 2), digest), { recursive: true })
  expect(await verifyOriginals(originals.root)).toEqual([
    { code: 'originals-stray', path: digest.slice(0, 2), message: expect.stringContaining('empty folder') },
  ])
})
