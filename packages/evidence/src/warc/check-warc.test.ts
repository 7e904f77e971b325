import { createHash } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { stride } from '../stride.ts'
import { checkWarc } from './check-warc.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'warc-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const sha = (algorithm: string, text: string, encoding: 'hex' | 'base64' = 'hex') =>
  `${algorithm}:${createHash(algorithm).update(text).digest(encoding)}`

let made = 0
function record(type: string, block: string, fields: Readonly<Record<string, string>> = {}): string {
  const header = {
    'WARC-Type': type,
    'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(made++).padStart(12, '0')}>`,
    'WARC-Date': '2031-05-05T10:00:00Z',
    ...(type === 'warcinfo' ? {} : { 'WARC-Target-URI': 'https://a.example/1' }),
    'WARC-Block-Digest': sha('sha256', block),
    'Content-Length': String(Buffer.byteLength(block)),
    ...fields,
  }
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`)
  return `WARC/1.1\r\n${lines.join('')}\r\n${block}\r\n\r\n`
}

const HTTP = { 'Content-Type': 'application/http; msgtype=response' }
const body = 'The marsh road is shut.'
const page = `HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n${body}`
const inChunks = `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
const records = [
  record('warcinfo', 'software: none\r\n', { 'Content-Type': 'application/warc-fields' }),
  record('response', page, { ...HTTP, 'WARC-Payload-Digest': sha('sha1', body, 'base64') }),
  record('response', inChunks, { ...HTTP, 'WARC-Payload-Digest': sha('sha512', body) }),
  record('resource', body, { 'WARC-Payload-Digest': sha('md5', body) }),
]

async function judge(bytes: string | Uint8Array) {
  const path = join(folder, 'file.warc')
  await writeFile(path, bytes)
  return checkWarc(path)
}

const codes = async (bytes: string | Uint8Array) => {
  const { errors, warnings } = await judge(bytes)
  return [...errors.map(({ code }) => code), ...warnings.map(({ code }) => `note ${code}`)]
}

test('whole files are found whole, plain and gzip', async () => {
  expect(await judge(records.join(''))).toEqual({ valid: true, errors: [], warnings: [] })
  expect(await codes(Buffer.concat(records.map((one) => gzipSync(one))))).toEqual([])
  expect(new Set(await codes(gzipSync(records.join(''))))).toEqual(new Set(['note warc-gzip-member']))
})

test('a file cut anywhere but between records is found, plain and gzip', async () => {
  const whole = records.slice(0, 2).join('')
  for (let end = 1; end < whole.length; end++) {
    const { valid } = await judge(whole.slice(0, end))
    expect(valid, `${end} bytes`).toBe(end === records[0]?.length)
  }
  const members = records.slice(0, 2).map((one) => gzipSync(one))
  const zipped = Buffer.concat(members)
  for (let end = 1; end < zipped.length; end += stride(3)) {
    if (end === members[0]?.length) continue
    expect((await judge(zipped.subarray(0, end))).valid, `${end} bytes of gzip`).toBe(false)
  }
  expect(await codes('')).toEqual(['warc-empty'])
})

test('any bit of a block changed is found, plain and gzip', async () => {
  const [, one = ''] = records
  const start = one.indexOf(page)
  const bytes = Buffer.from(one)
  for (let bit = start * 8; bit < (start + page.length) * 8; bit += stride(5)) {
    const changed = Buffer.from(bytes)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    expect(await codes(changed), `bit ${bit}`).toContain('warc-block-digest')
  }
  const zipped = gzipSync(one)
  let refused = 0
  for (let bit = 10 * 8; bit < zipped.length * 8; bit += stride(13)) {
    const changed = Buffer.from(zipped)
    changed[bit >> 3]! ^= 1 << (bit & 7)
    // The bits that fill the last byte of a deflate stream mean nothing.
    if ((await judge(changed)).valid) expect(gunzipSync(changed).toString(), `bit ${bit} of gzip`).toBe(one)
    else refused++
  }
  expect(refused).toBeGreaterThanOrEqual(Math.floor(((zipped.length - 10) * 8 - 7) / stride(13)))
})

test.each([
  [
    'a wrong payload digest',
    record('response', page, { ...HTTP, 'WARC-Payload-Digest': sha('sha1', 'x') }),
    ['warc-payload-digest'],
  ],
  ['a digest that is none', record('resource', body, { 'WARC-Payload-Digest': 'sha1:1112' }), ['warc-payload-digest']],
  [
    'a digest of an unknown kind',
    record('resource', body, { 'WARC-Payload-Digest': 'xyz:1112' }),
    ['note warc-digest-unknown'],
  ],
  [
    'a digest over chunks',
    record('response', inChunks, {
      ...HTTP,
      'WARC-Payload-Digest': sha('sha1', inChunks.slice(inChunks.indexOf('\r\n\r\n') + 4)),
    }),
    ['note warc-payload-coding'],
  ],
  [
    'a length too short',
    record('resource', body, { 'Content-Length': '5', 'WARC-Block-Digest': sha('sha1', body.slice(0, 5)) }),
    ['warc-length'],
  ],
  ['a length that is no number', record('resource', body, { 'Content-Length': '-5' }), ['warc-field-value']],
  ['no date', record('resource', body).replace(/WARC-Date.*\r\n/, ''), ['warc-field-missing']],
  ['a date that never was', record('resource', body, { 'WARC-Date': '2031-02-30T10:00:00Z' }), ['warc-date']],
  [
    'a fraction of a second in 1.0',
    record('resource', body, { 'WARC-Date': '2031-02-03T10:00:00.5Z' }).replace('WARC/1.1', 'WARC/1.0'),
    ['warc-date'],
  ],
  ['a target with spaces', record('resource', body, { 'WARC-Target-URI': 'file:///a b' }), ['warc-target-uri']],
  ['a field twice', record('resource', body).replace(/(WARC-Date.*\r\n)/, '$1$1'), ['warc-field-repeated']],
  ['a line that is no field', record('resource', body).replace('WARC-Date', 'no field\r\nWARC-Date'), ['warc-field']],
  ['bare line ends', record('resource', body).replace('WARC/1.1\r\n', 'WARC/1.1\n'), ['warc-line-end']],
  [
    'a field of an extension twice',
    record('resource', body).replace(/(WARC-Date.*\r\n)/, '$1WARC-Mood: a\r\nWARC-Mood: b\r\n'),
    ['note warc-field-repeated'],
  ],
  [
    'each protocol of a response',
    record('resource', body).replace(/(WARC-Date.*\r\n)/, '$1WARC-Protocol: h2\r\nWARC-Protocol: tls/1.3\r\n'),
    [],
  ],
  [
    'a header in no UTF-8',
    Buffer.from(record('resource', body, { 'WARC-Target-URI': 'https://a.example/é' }), 'latin1'),
    ['note warc-encoding'],
  ],
  ['a header in UTF-8', record('resource', body, { 'WARC-Target-URI': 'https://a.example/أخبار' }), []],
  ['gzip members that hold nothing', gzipSync(''), ['warc-empty']],
  ['a header without end', `WARC/1.1\r\n${`X: ${'a'.repeat(1_000_000)}\r\n`.repeat(10)}`, ['warc-field']],
  [
    'chunks that break off',
    record('response', inChunks.slice(0, -12), { ...HTTP, 'WARC-Block-Digest': sha('sha1', inChunks.slice(0, -12)) }),
    ['note warc-chunks'],
  ],
  [
    'chunks taken off, the header kept',
    record('response', inChunks.slice(0, inChunks.indexOf('\r\n\r\n') + 4) + body, {
      ...HTTP,
      'WARC-Payload-Digest': sha('sha1', body),
    }),
    [],
  ],
  ['a capture cut short', record('resource', body, { 'WARC-Truncated': 'length' }), ['note warc-cut-short']],
  ['a first segment', record('resource', body, { 'WARC-Segment-Number': '1' }), ['note warc-segment']],
  ['a revisit without profile', record('revisit', body), ['warc-field-missing']],
  ['another type', record('screenshot', body), ['note warc-type']],
  ['another version', record('resource', body).replace('WARC/1.1', 'WARC/2.0'), ['warc-version']],
])('%s', async (_, bytes, expected) => {
  expect(await codes(bytes)).toEqual(expected)
})

test('goes on with the next record after a wrong length, and names records by their place', async () => {
  const wrong = record('resource', body, { 'Content-Length': '5', 'WARC-Block-Digest': sha('sha1', body.slice(0, 5)) })
  const { errors } = await judge(`${wrong}${records[3]}${records[3]}`)
  expect(errors.map(({ code }) => code)).toEqual(['warc-length', 'warc-record-id'])
  expect(errors[1]?.message).toMatch(new RegExp(`^record 3 \\(byte ${wrong.length + (records[3]?.length ?? 0)}\\)`))
})

test('a length too large costs its own record only, where each has a gzip member', async () => {
  for (const more of [1, 3, 4, 5, 300, 100_000]) {
    const wrong = record('resource', body, { 'Content-Length': String(body.length + more) })
    const { errors } = await judge(
      Buffer.concat([wrong, records[3] ?? '', records[3] ?? ''].map((one) => gzipSync(one))),
    )
    expect(errors.map(({ code, message }) => [code, /^record \d/.exec(message)?.[0]])).toEqual([
      ...(more > 4 ? [] : [['warc-block-digest', 'record 1']]),
      ['warc-length', 'record 1'],
      ['warc-record-id', 'record 3'],
    ])
  }
})

test('a length too large costs its own record only, plain too', async () => {
  for (const more of [1, 3, 4, 5, 300, 100_000]) {
    const wrong = record('resource', body, { 'Content-Length': String(body.length + more) })
    const { errors } = await judge(`${wrong}${records[3]}${records[3]}`)
    expect(errors.map(({ code, message }) => [code, /^record \d/.exec(message)?.[0]])).toEqual([
      ['warc-length', 'record 1'],
      ['warc-record-id', 'record 3'],
    ])
    expect(errors[0]?.message).toContain(
      `another record begins after ${body.length} of the ${body.length + more} bytes`,
    )
  }
})

test('a length too large by the whole of the next record is told from a block that shows one by its digest', async () => {
  const second = records[3] ?? ''
  const wrong = record('resource', body, { 'Content-Length': String(body.length + second.length) })
  expect(await judge(`${wrong}${second}`)).toMatchObject({
    errors: [
      { code: 'warc-length', message: expect.stringMatching(/^record 1 .*another record begins after 23 of the/) },
    ],
  })
  expect(await codes(record('resource', `${body}\r\n\r\n${second}`))).toEqual([])
})

test('a file that is wrong in many places is told of some and counted', async () => {
  const { errors } = await judge('WARC/1.1\r\nContent-Length: 0\r\n\r\n\r\n\r\n'.repeat(11_000))
  expect(errors).toHaveLength(10_001)
  expect(errors.at(-1)).toEqual({ code: 'warc-field-missing', message: 'and 23000 more of this kind', path: '' })
})

const warcio = sharedSet('conformance/warcio-test/test/data')
const others = sharedSet('conformance/warc')

/** What each file of the two sets is: its errors' codes, none where it is valid. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  'example.warc': [],
  'example.warc.gz': [],
  'example-resource.warc.gz': [],
  'example-iana.org-chunked.warc': [],
  'example-wget-bad-target-uri.warc.gz': [],
  'post-test.warc.gz': [],
  'example-bad.warc.gz.bad': [],
  'example-bad-non-chunked.warc.gz': ['warc-block-digest'],
  'example-digest.warc': ['warc-payload-digest', 'warc-record-id'],
  'example-space-in-target-uri.warc.gz': ['warc-target-uri'],
  'example-trunc.warc': ['warc-block-digest', 'warc-payload-digest', 'warc-length'],
  'example-wrong-chunks.warc.gz': ['warc-block-digest', 'warc-length'],
  'example.arc': ['warc-version'],
  'example.arc.gz': ['warc-version'],
}
const OTHERS: Readonly<Record<string, readonly string[]>> = {
  'jwarc/test-resources/org/netpreserve/jwarc/cc.warc.gz': [],
  'jwarc/test-resources/org/netpreserve/jwarc/gzip_extra_sl.warc.gz': [],
  'py-wacz/tests/fixtures/example-collection.warc': [],
  'py-wacz/tests/fixtures/example-collection-with-lists.warc': [],
  'py-wacz/tests/fixtures/example-resource.warc.gz': [],
  'py-wacz/tests/fixtures/example-warcinfo-metadata.warc': [],
  'py-wacz/tests/fixtures/example-iana.warc': ['warc-record-id'],
  'warciojs/test/data/example.warc': [],
  'warciojs/test/data/redirect.warc': [],
  'warciojs/test/data/post-test-more.warc': [],
  'warciojs/test/data/example-bad-length.warc': ['warc-block-digest', 'warc-payload-digest', 'warc-length'],
  'warciojs/test/data/example-url-agnostic-revisit.warc.gz': ['warc-date', 'warc-length'],
}

describe.skipIf(warcio === null)('shared/conformance/warcio-test', () => {
  test.each(Object.entries(KNOWN))('%s', async (name, expected) => {
    const { errors } = await checkWarc(join(warcio ?? '', name))
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(expected)
  })
})

describe.skipIf(others === null)('shared/conformance/warc', () => {
  test.each(Object.entries(OTHERS))('%s', async (name, expected) => {
    const { errors } = await checkWarc(join(others ?? '', name))
    expect([...new Set(errors.map(({ code }) => code))]).toEqual(expected)
  })
})
