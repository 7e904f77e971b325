/** WACZ files made here and the shared ones: every member, digest and signature broken in turn. */
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { stride } from '../stride.ts'
import { parsePem } from '../timestamp/certificate.ts'
import { checkWacz } from './check-wacz.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wacz-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

interface Member {
  readonly name: string
  readonly bytes: Uint8Array
  readonly packed?: boolean
  readonly lie?: { readonly size?: number; readonly crc?: number; readonly flags?: number }
}

/** A zip file as writers make them: local headers, then a directory. */
function zipOf(members: readonly Member[]): Buffer {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, bytes, packed = false, lie = {} } of members) {
    const data = packed ? deflateRawSync(bytes) : Buffer.from(bytes)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(lie.flags ?? 0x800, 2)
    fields.writeUInt16LE(packed ? 8 : 0, 4)
    fields.writeUInt32LE(lie.crc ?? crc32(bytes), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(lie.size ?? bytes.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), data)
    directory.push(Buffer.from('PK\x01\x02\x14\0', 'latin1'), fields, place, Buffer.from(name))
    at += 30 + Buffer.byteLength(name) + data.length
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(size, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...parts, ...directory, end])
}

const sha256 = (bytes: Uint8Array) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`
const BODY = 'The marsh road is shut.'
const BLOCK = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${BODY}`
const WARC = gzipSync(
  `WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000001>\r\nWARC-Date: 2031-05-05T10:00:00Z\r\nWARC-Target-URI: https://a.example/1\r\nContent-Type: application/http; msgtype=response\r\nWARC-Block-Digest: ${sha256(Buffer.from(BLOCK))}\r\nContent-Length: ${BLOCK.length}\r\n\r\n${BLOCK}\r\n\r\n`,
)
const PAGES = Buffer.from(
  '{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n{"url": "https://a.example/1", "ts": "2031-05-05T10:00:00Z", "title": "One"}\n',
)
const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })

interface Change {
  readonly described?: Readonly<Record<string, unknown>>
  readonly signed?: Readonly<Record<string, unknown>> | null
  readonly digest?: Readonly<Record<string, unknown>>
  readonly members?: (members: readonly Member[]) => readonly Member[]
}

function waczOf({ described = {}, signed, digest = {}, members = (all) => all }: Change = {}): Buffer {
  const held: Member[] = [
    { name: 'archive/data.warc.gz', bytes: WARC },
    { name: 'pages/pages.jsonl', bytes: PAGES, packed: true },
  ]
  const resources = held.map(({ name, bytes }) => ({ name, path: name, hash: sha256(bytes), bytes: bytes.length }))
  const text = Buffer.from(JSON.stringify({ profile: 'data-package', wacz_version: '1.1.1', resources, ...described }))
  const hash = sha256(text)
  const signature = {
    hash,
    created: '2031-05-05T10:00:00Z',
    software: 'a test',
    version: '0.1.0',
    signature: sign('sha256', Buffer.from(hash), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64'),
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    ...signed,
  }
  const about = { path: 'datapackage.json', hash, ...(signed === null ? {} : { signedData: signature }), ...digest }
  return zipOf(
    members([
      ...held,
      { name: 'datapackage.json', bytes: text, packed: true },
      { name: 'datapackage-digest.json', bytes: Buffer.from(JSON.stringify(about)), packed: true },
    ]),
  )
}

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
    ['wacz-resource-digest'],
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
