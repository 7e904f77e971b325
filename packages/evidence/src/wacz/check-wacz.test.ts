/** WACZ files made here and the shared ones: every member, digest and signature broken in turn. */
import { generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { stride } from '../stride.ts'
import { parsePem } from '../timestamp/certificate.ts'
import { checkWacz } from './check-wacz.ts'
import { type Change, type Member, PAGES, sha256, WARC, waczOf, warcOf } from './wacz.fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wacz-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function judge(bytes: Uint8Array) {
  const path = join(folder, 'file.wacz')
  await writeFile(path, bytes)
  return checkWacz(path)
}
const codes = async (change: Change) => (await judge(waczOf(change))).errors.map(({ code }) => code)

test('a whole file, signed by a key, is valid, and says that the key names nobody', async () => {
  expect(await judge(waczOf())).toEqual({
    valid: true,
    errors: [],
    warnings: [expect.objectContaining({ code: 'wacz-signature-anonymous' })],
    signature: {
      kind: 'anonymous',
      domain: null,
      created: '2031-05-05T10:00:00Z',
      software: 'a test',
      timestamp: null,
    },
  })
})

const changed = (name: string, change: (member: Member) => Member): Change => ({
  members: (all) => all.map((member) => (member.name === name ? change(member) : member)),
})
const without = (name: string): Change => ({ members: (all) => all.filter((member) => member.name !== name) })
const OTHER = gzipSync('WARC/1.1\r\n')

test.each<[string, Change, readonly string[]]>([
  [
    'another WARC file',
    changed('archive/data.warc.gz', (one) => ({ ...one, bytes: OTHER })),
    ['warc-truncated', 'wacz-resource-size', 'wacz-resource-digest'],
  ],
  ['no WARC file', without('archive/data.warc.gz'), ['wacz-resource-missing', 'wacz-archive']],
  ['no list of pages', without('pages/pages.jsonl'), ['wacz-pages', 'wacz-resource-missing']],
  ['no package', without('datapackage.json'), ['wacz-package', 'wacz-package-digest']],
  ['no digest of the package', without('datapackage-digest.json'), []],
  [
    'a package that is no JSON',
    changed('datapackage.json', (one) => ({ ...one, bytes: Buffer.from('{') })),
    ['wacz-package', 'wacz-package-digest'],
  ],
  [
    'a package in invalid UTF-8',
    changed('datapackage.json', (one) => ({ ...one, bytes: Buffer.from([0x22, 0xff]) })),
    ['wacz-package', 'wacz-package-digest'],
  ],
  ['another profile', { described: { profile: 'x' } }, ['wacz-profile']],
  ['another version', { described: { wacz_version: '2.0' } }, ['wacz-version']],
  [
    'a digest that is none',
    { described: { resources: [{ path: 'pages/pages.jsonl', hash: 'md5:00' }] } },
    ['wacz-resource-digest', 'wacz-unlisted'],
  ],
  ['a hash of another package', { digest: { hash: sha256(PAGES) } }, ['wacz-package-digest']],
  ['a signature on another hash', { signed: { hash: sha256(PAGES) } }, ['wacz-signature']],
  [
    'a signature by another key',
    {
      signed: {
        publicKey: generateKeyPairSync('ec', { namedCurve: 'P-256' })
          .publicKey.export({ format: 'der', type: 'spki' })
          .toString('base64'),
      },
    },
    ['wacz-signature'],
  ],
  ['a signature that is none', { signed: { signature: 'AAAA' } }, ['wacz-signature']],
  ['a key that is none', { signed: { publicKey: 'AAAA' } }, ['wacz-signature']],
  ['neither key nor domain', { signed: { publicKey: undefined } }, ['wacz-timestamp', 'wacz-signature']],
  [
    'a page that is no JSON',
    changed('pages/pages.jsonl', (one) => ({ ...one, bytes: Buffer.from('{"format":"x"}\n{') })),
    ['wacz-pages', 'wacz-resource-size', 'wacz-resource-digest'],
  ],
  [
    'a line of 10 MB',
    changed('pages/pages.jsonl', (one) => ({ ...one, bytes: Buffer.alloc(10_000_000, 0x61) })),
    ['wacz-pages', 'wacz-resource-size', 'wacz-resource-digest'],
  ],
  ['a name that leads out', { members: (all) => [...all, { name: '../x', bytes: PAGES }] }, ['wacz-member']],
  ['a name twice', { members: (all) => [...all, { name: 'pages/pages.jsonl', bytes: PAGES }] }, ['wacz-member']],
  ['a wrong checksum', changed('pages/pages.jsonl', (one) => ({ ...one, lie: { crc: 1 } })), ['wacz-member']],
  [
    'a size too small, as in a zip bomb',
    changed('pages/pages.jsonl', (one) => ({ ...one, lie: { size: 3 } })),
    ['wacz-member', 'wacz-resource-size'],
  ],
  [
    'a WARC file put in afterwards',
    { members: (all) => [...all, { name: 'archive/other.warc.gz', bytes: warcOf('https://a.example/2') }] },
    ['wacz-unlisted'],
  ],
  [
    'lists of pages and an index put in afterwards',
    {
      members: (all) => [
        ...all,
        { name: 'pages/extraPages.jsonl', bytes: PAGES },
        { name: 'indexes/x.cdx', bytes: PAGES },
      ],
    },
    ['wacz-unlisted'],
  ],
  [
    'a list of pages that the package does not name',
    { described: { resources: [{ path: 'archive/data.warc.gz', hash: sha256(WARC), bytes: WARC.length }] } },
    ['wacz-unlisted'],
  ],
  [
    'resources twice in the package',
    { written: (text) => text.replace('"resources"', '"resources":[],"resources"') },
    ['wacz-package'],
  ],
  [
    'a size in words that is another',
    { described: { resources: [{ path: 'pages/pages.jsonl', hash: sha256(PAGES), bytes: '3' }] } },
    ['wacz-resource-size', 'wacz-unlisted'],
  ],
  ['no index', without('indexes/index.cdxj'), ['wacz-indexes', 'wacz-resource-missing']],
  [
    'a page without a time',
    changed('pages/pages.jsonl', (one) => ({ ...one, bytes: Buffer.from('{"url": "https://a.example/1"}\n') })),
    ['wacz-pages', 'wacz-resource-size', 'wacz-resource-digest'],
  ],
  ['an encrypted member', changed('pages/pages.jsonl', (one) => ({ ...one, lie: { flags: 1 } })), ['wacz-member']],
])('%s', async (_, change, expected) => {
  expect([...new Set(await codes(change))].sort()).toEqual([...expected].sort())
})

test('a file cut anywhere, or none at all, is found', async () => {
  const whole = waczOf()
  for (let end = 0; end < whole.length; end += stride(17)) {
    const { valid, errors } = await judge(whole.subarray(0, end))
    expect(valid, `${end} bytes`).toBe(false)
    expect(
      errors.map(({ code }) => code),
      `${end} bytes`,
    ).toEqual(['wacz-zip'])
  }
})

test('a bit changed in a member that a digest holds is found', async () => {
  const whole = waczOf()
  const start = whole.indexOf(WARC)
  for (let at = start; at < start + WARC.length; at += stride(3)) {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1
    expect((await judge(bytes)).valid, `byte ${at - start} of the WARC file`).toBe(false)
  }
})

const shared = sharedSet('conformance/warc/py-wacz/tests/fixtures')
const file = (name: string) => join(shared ?? '', name)

describe.skipIf(shared === null)('shared/conformance/warc/py-wacz', () => {
  test.each(['valid_example_1.wacz', 'valid_example_2.wacz', 'valid_signed_example_1.wacz'])('%s', async (name) => {
    expect((await checkWacz(file(name))).errors).toEqual([])
  })

  test('a file with a missing resource is not valid', async () => {
    const { errors } = await checkWacz(file('invalid_example_1.wacz'))
    expect(errors.map(({ code }) => code)).toContain('wacz-resource-missing')
  })

  test('a signature of a domain holds together, and is trusted with its root alone', async () => {
    const { signature, warnings } = await checkWacz(file('valid_signed_example_1.wacz'))
    expect(signature).toMatchObject({ kind: 'domain', domain: 'btrix-sign-test.webrecorder.net', timestamp: null })
    expect(warnings.map(({ code }) => code)).toEqual(['wacz-timestamp-untrusted', 'wacz-signature-untrusted'])
    const signed = await signedDataOf('valid_signed_example_1.wacz')
    const roots = [...parsePem(signed.domainCert ?? '').slice(-1), ...parsePem(signed.timestampCert ?? '').slice(-1)]
    const trusted = await checkWacz(file('valid_signed_example_1.wacz'), { trusted: roots })
    expect(trusted).toMatchObject({ valid: true, warnings: [], signature: { timestamp: '2022-01-18T19:00:12.000Z' } })
    const staged = await checkWacz(file('invalid_signed_example_1.wacz'), { trusted: roots })
    expect(staged.errors.map(({ code }) => code)).toEqual(['wacz-signature'])
    expect(staged.signature).toBeNull()
  })
})

/** `datapackage-digest.json` is the last member of the file, and packed. */
async function signedDataOf(name: string): Promise<Record<string, string>> {
  const { openZip } = await import('../zip/zip-file.ts')
  const bytes = readFileSync(file(name))
  const zip = await openZip({
    size: bytes.length,
    async *stream(start, end) {
      yield bytes.subarray(start, end)
    },
  })
  const member = zip.members.find((one) => one.name === 'datapackage-digest.json')
  if (member === undefined) throw new Error(`${name} holds no digest`)
  const parts: Uint8Array[] = []
  for await (const part of zip.stream(member)) parts.push(part)
  return JSON.parse(Buffer.concat(parts).toString()).signedData
}
