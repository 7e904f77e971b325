import { createHash } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { checkBag } from './check-bag.ts'

const suite = sharedSet('conformance/bagit-conformance')

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const bags =
  suite === null
    ? []
    : folders(suite).flatMap((version) =>
        folders(join(suite, version)).flatMap((category) =>
          folders(join(suite, version, category)).map((name) => ({
            version,
            category,
            name,
            path: join(suite, version, category, name),
          })),
        ),
      )

describe.skipIf(suite === null)(
  'BagIt conformance (skipped where conformance/bagit-conformance is not present)',
  () => {
    test('all are there', () => expect(bags).toHaveLength(60))

    test.each(bags)('$version $category $name', async ({ category, path }) => {
      const { valid, errors, warnings } = await checkBag(path)
      if (category === 'valid' || category === 'warning') expect(errors).toEqual([])
      if (category === 'warning') expect(warnings).not.toEqual([])
      expect(valid).toBe(category === 'valid' || category === 'warning')
    })
  },
)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'check-bag-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

interface OwnBag {
  readonly version?: string
  /** Below `data/`. */
  readonly files: Readonly<Record<string, string>>
  /** Paths in the manifest, as written there, with the file's text; those of `files` where not given. */
  readonly listed?: Readonly<Record<string, string>>
  readonly manifest?: string
  readonly info?: string
  /** Before the manifest's first line. */
  readonly mark?: string
}

async function found({ version = '1.0', files, listed, manifest = 'manifest-sha512.txt', info, mark = '' }: OwnBag) {
  const sha512 = (text: string) => createHash('sha512').update(text).digest('hex')
  const lines = Object.entries(listed ?? Object.fromEntries(Object.entries(files).map(([k, v]) => [`data/${k}`, v])))
  const written: Record<string, string> = {
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    [manifest]: mark + lines.map(([path, text]) => `${sha512(text)}  ${path}\n`).join(''),
    ...(info === undefined ? {} : { 'bag-info.txt': info }),
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`data/${path}`, text])),
  }
  await mkdir(join(folder, 'data'))
  for (const [path, text] of Object.entries(written)) {
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await writeFile(join(folder, path), text)
  }
  const { errors, warnings } = await checkBag(folder)
  return {
    errors: [...new Set(errors.map(({ code }) => code))],
    warnings: [...new Set(warnings.map(({ code }) => code))],
  }
}
const nothing = { errors: [], warnings: [] }

describe('a listed file that is not there', () => {
  const without = (path: string, version = '1.0') =>
    found({ version, files: { a: 'a' }, listed: { 'data/a': 'a', [`data/${path}`]: 'a statement' } })

  test.each(['.DS_Store', 'Thumbs.db', 'desktop.ini', 'day one/._film.mov'])('%s, in 1.0', async (path) =>
    expect(await without(path)).toEqual({ errors: ['bag-missing'], warnings: [] }),
  )
  test.each(['thumbs.db', 'desktop.ini', 'day one/._film.mov'])('%s, in a draft', async (path) =>
    expect(await without(path, '0.97')).toEqual({ errors: ['bag-missing'], warnings: [] }),
  )
  test.each(['.DS_Store', 'day one/Thumbs.db'])('%s, in a draft, which bears it', async (path) =>
    expect(await without(path, '0.97')).toEqual({ errors: [], warnings: ['bag-system-file'] }),
  )
  test('one whose like in other case is there', async () => {
    const bag = { files: { Film: 'a' }, listed: { 'data/Film': 'a', 'data/film': 'a' } }
    expect((await found(bag)).errors).toEqual(['bag-missing'])
    await rm(folder, { recursive: true })
    await mkdir(folder)
    expect(await found({ ...bag, version: '0.97' })).toEqual({ errors: [], warnings: ['bag-name'] })
  })
  test('one whose like in another form of Unicode is there is borne', async () =>
    expect(
      await found({ files: { 'caf\u00e9': 'a' }, listed: { 'data/caf\u00e9': 'a', 'data/cafe\u0301': 'a' } }),
    ).toEqual({ errors: [], warnings: ['bag-name'] }))
})

describe('what BagIt 1.0 asks of tag files', () => {
  const files = { 'a.txt': 'alpha', 'b.txt': 'beta' }

  test.each([
    ['Payload-Oxum twice', { info: 'Payload-Oxum: 9.2\npayload-oxum: 9.2\n' }, 'bag-oxum'],
    ['a byte order mark in a manifest', { mark: '\ufeff' }, 'bag-encoding'],
    ['a byte order mark in bag-info.txt', { info: '\ufeffContact-Name: R. Example\n' }, 'bag-encoding'],
    ['an algorithm in capitals', { manifest: 'manifest-SHA512.txt' }, 'bag-algorithm'],
    ['an algorithm with a hyphen', { manifest: 'manifest-sha-512.txt' }, 'bag-algorithm'],
    ['no space after the colon', { info: 'Contact-Name:R. Example\n' }, 'bag-info'],
    ['a space before the colon', { info: 'Contact-Name : R. Example\n' }, 'bag-info'],
  ])('%s is an error, and is none in a draft', async (_, part, code) => {
    expect((await found({ files, ...part })).errors).toEqual([code])
    await rm(folder, { recursive: true })
    await mkdir(folder)
    expect(await found({ files, ...part, version: '0.97' })).toEqual(nothing)
  })

  test('a label without a value, and two spaces, are warned of', async () =>
    expect(await found({ files, info: 'Bag-Count:\nContact-Name:  R. Example\n' })).toEqual({
      errors: [],
      warnings: ['bag-info'],
    }))
})

describe('a percent sign in a name', () => {
  test('is written %25', async () =>
    expect(await found({ files: { '100%25': 'a' }, listed: { 'data/100%2525': 'a' } })).toEqual(nothing))
  test('%25 never stands for itself in 1.0', async () =>
    expect((await found({ files: { '100%25': 'a' }, listed: { 'data/100%25': 'a' } })).errors).toEqual([
      'bag-unlisted',
      'bag-missing',
    ]))
  test('%25 may stand for itself in a draft', async () =>
    expect(await found({ version: '0.97', files: { '100%25': 'a' } })).toEqual(nothing))
  test('one that can stand for itself alone is warned of', async () =>
    expect(await found({ files: { '100%.txt': 'a' } })).toEqual({ errors: [], warnings: ['bag-path'] }))
})

test.each(['2.0', '1.1', '0.50'])('BagIt %s, which nobody knows, is warned of', async (version) =>
  expect(await found({ version, files: { a: 'a' } })).toEqual({ errors: [], warnings: ['bag-declaration'] }),
)

test('what JavaScript takes for the end of a line is none in a manifest', async () =>
  expect(await found({ files: { 'a\u2028b': 'a', 'c\u2029d': 'c', 'e\u0085f': 'e' } })).toEqual(nothing))
