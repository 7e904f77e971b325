/** Records read in place: every record lies where it is said to lie, however the bytes arrive, and damage costs itself only. */
import { createReadStream, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { checkWarcStream } from './check-warc.ts'
import { readWarc, type WarcRecord } from './read-warc.ts'

const page = (at: number) => `<p>Page ${at}: ${'marsh '.repeat(at * 7)}</p>`
const pageBlock = (at: number) =>
  `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nLast-Modified: Mon, 05 May 2031 09:00:00 GMT\r\n\r\n${page(at)}`
const record = (at: number, fields: Readonly<Record<string, string>> = {}) => recordOf(at, pageBlock(at), fields)

function recordOf(at: number, block: string, fields: Readonly<Record<string, string>> = {}): string {
  const header = {
    'WARC-Type': 'response',
    'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(at).padStart(12, '0')}>`,
    'WARC-Date': '2031-05-05T10:00:00Z',
    'WARC-Target-URI': `https://a.example/${at}`,
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(block.length),
    ...fields,
  }
  const lines = Object.entries(header).map(([name, value]) => `${name}: ${value}\r\n`)
  return `WARC/1.1\r\n${lines.join('')}\r\n${block}\r\n\r\n`
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all(stream: AsyncIterable<Uint8Array>, largest = 1 << 20) {
  const read = []
  for await (const one of readWarc(stream, { wants: ({ http }) => http?.status === 200, largest })) read.push(one)
  return read
}
const recordsOf = (read: Awaited<ReturnType<typeof all>>) =>
  read.filter((one): one is WarcRecord => one.kind === 'record')

const COUNT = 40
const texts = Array.from({ length: COUNT }, (_, at) => record(at))
const plain = Buffer.from(texts.join(''))
const zipped = Buffer.concat(texts.map((text) => gzipSync(text)))

test.each([1, 2, 3, 7, 50, 333, 4096, 1 << 20])(
  'in pieces of %i bytes, plain and gzip, every record is where it is said to be',
  async (size) => {
    for (const [bytes, unpack] of [
      [plain, (part: Buffer) => part],
      [zipped, (part: Buffer) => gunzipSync(part)],
    ] as const) {
      const read = recordsOf(await all(inPieces(bytes, size)))
      expect(read).toHaveLength(COUNT)
      for (const [at, { start, end, payload, target, http, problems }] of read.entries()) {
        expect(unpack(bytes.subarray(start, end)).toString()).toBe(texts[at])
        expect(Buffer.from(payload ?? []).toString()).toBe(page(at))
        expect(target).toBe(`https://a.example/${at}`)
        expect(http?.fields.get('last-modified')).toBe('Mon, 05 May 2031 09:00:00 GMT')
        expect(problems).toEqual([])
      }
      expect((await checkWarcStream(inPieces(bytes, size))).errors).toEqual([])
    }
  },
)

test('a damaged member ends the file, and what came before it is read', async () => {
  const place = zipped.indexOf(gzipSync(texts[20] ?? '')) + 40
  const damaged = Buffer.from(zipped)
  damaged[place]! ^= 0xff
  const read = await all(inPieces(damaged, 1000))
  expect(recordsOf(read).length).toBeGreaterThanOrEqual(19)
  expect(read.at(-1)).toMatchObject({ kind: 'break', problem: { code: expect.stringMatching(/^warc-/) } })
})

test('a record whose length lies is named, and the next one is read', async () => {
  const lying = record(1, { 'Content-Length': '5' })
  const read = recordsOf(await all(inPieces(Buffer.from(`${lying}${texts[2]}`), 4096)))
  expect(read.map(({ target, problems }) => [target, problems.map(({ code }) => code)])).toEqual([
    ['https://a.example/1', ['warc-length']],
    ['https://a.example/2', []],
  ])
  const endless = await all(inPieces(Buffer.from(record(1, { 'Content-Length': '999999999999' })), 4096))
  expect(recordsOf(endless)[0]?.problems.map(({ code }) => code)).toEqual(['warc-truncated'])
})

test('a record that says it is longer than its gzip member gives the next one free', async () => {
  const length = String(Number(/Content-Length: (\d+)/.exec(texts[1] ?? '')?.[1]) + 500)
  const lying = gzipSync(record(1, { 'Content-Length': length }))
  for (const size of [1, 7, 4096]) {
    const read = recordsOf(await all(inPieces(Buffer.concat([lying, gzipSync(texts[2] ?? '')]), size)))
    expect(read.map(({ target, start, problems }) => [target, start, problems.map(({ code }) => code)])).toEqual([
      ['https://a.example/1', 0, ['warc-length']],
      ['https://a.example/2', lying.length, []],
    ])
  }
})

test('a record that says it is longer than it is keeps its own words, and the next ones are read, plain and in one member', async () => {
  const told = Number(/Content-Length: (\d+)/.exec(texts[1] ?? '')?.[1])
  const next = (texts[2] ?? '').length
  // One that is longer by the whole of the next record is closed as it should be: only its digest could tell.
  const few = [1, 2, 3, 4, 5, 9, 13, 14, 15, 40]
  const many = [-1, 1, 3, 4, 5, 20, 3_000].map((beyond) => next + beyond)
  for (const more of [...few, ...many]) {
    const lying = record(1, { 'Content-Length': String(told + more) })
    const bytes = Buffer.from([texts[0], lying, texts[2], texts[3]].join(''))
    for (const [whole, size] of [
      [bytes, 1],
      [bytes, 7],
      [bytes, 4096],
      [gzipSync(bytes), 4096],
    ] as const) {
      const read = recordsOf(await all(inPieces(whole, size)))
      const found = read.map(({ target, payload, problems }) => [
        target,
        Buffer.from(payload ?? []).toString(),
        problems.map(({ code }) => code),
      ])
      expect(found, `${more} more, in pieces of ${size}`).toEqual([
        ['https://a.example/0', page(0), []],
        ['https://a.example/1', page(1), ['warc-length']],
        ['https://a.example/2', page(2), []],
        ['https://a.example/3', page(3), []],
      ])
    }
  }
})

test('a page that shows a record and says it is longer than its gzip member is still one page', async () => {
  const block = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<pre>\r\n\r\n${texts[5]}</pre>`
  const lying = recordOf(1, block, { 'Content-Length': String(block.length + 500) })
  const read = recordsOf(
    await all(inPieces(Buffer.concat([lying, texts[2] ?? ''].map((text) => gzipSync(text))), 4096)),
  )
  expect(read.map(({ target, problems }) => [target, problems.map(({ code }) => code)])).toEqual([
    ['https://a.example/1', ['warc-length']],
    ['https://a.example/2', []],
  ])
})

test('a page that shows a whole record is one page', async () => {
  const shown = `<pre>\r\n\r\n${texts[5]}</pre>${'\r\n\r\nWARC/1.0\r\n'.repeat(5)}`
  const bytes = Buffer.from(`${recordOf(1, `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n${shown}`)}${texts[2]}`)
  for (const size of [1, 4096]) {
    const read = recordsOf(await all(inPieces(bytes, size)))
    expect(read.map(({ target, problems }) => [target, problems])).toEqual([
      ['https://a.example/1', []],
      ['https://a.example/2', []],
    ])
    expect(Buffer.from(read[0]?.payload ?? []).toString()).toBe(shown)
  }
  const archive = `WARC/1.0\r\n\r\n${'x'.repeat(20 << 20)}`
  const large = `HTTP/1.1 200 OK\r\n\r\n\r\n\r\n${archive}`
  const [first, second] = recordsOf(await all(inPieces(Buffer.from(`${recordOf(1, large)}${texts[2]}`), 1 << 16)))
  expect([first?.problems, second?.target]).toEqual([[], 'https://a.example/2'])
})

test('a block spread over gzip members of a byte each is one block', async () => {
  const text = texts[3] ?? ''
  const start = text.indexOf('HTTP/1.1')
  const bytes = [text.slice(0, start), ...text.slice(start)].map((part) => gzipSync(part))
  const [read, ...more] = recordsOf(await all(inPieces(Buffer.concat([...bytes, gzipSync(texts[4] ?? '')]), 4096)))
  expect(Buffer.from(read?.payload ?? []).toString()).toBe(page(3))
  expect(read?.problems).toEqual([])
  expect(more.map(({ target }) => target)).toEqual(['https://a.example/4'])
})

const blockOf = (head: string, body: string) => `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n${head}\r\n${body}`
const answered = (block: string, fields: Readonly<Record<string, string>> = {}) =>
  record(0, { 'Content-Length': String(block.length), ...fields }).replace(/HTTP\/1\.1[\s\S]*$/, `${block}\r\n\r\n`)
const CHUNKED = 'Transfer-Encoding: chunked\r\n'

test.each([
  ['whole chunks', blockOf(CHUNKED, '5\r\nmarsh\r\n0\r\n\r\n'), 'marsh', []],
  ['chunks taken off', blockOf(CHUNKED, '<p>marsh</p>\nroad'), '<p>marsh</p>\nroad', []],
  ['chunks taken off, no line end', blockOf(CHUNKED, '<p>marsh</p>'), '<p>marsh</p>', []],
  ['chunks taken off a long line', blockOf(CHUNKED, 'marsh '.repeat(3000)), 'marsh '.repeat(3000), []],
  [
    'chunks said on a folded line',
    blockOf('Transfer-Encoding:\r\n chunked\r\n', '5\r\nmarsh\r\n0\r\n\r\n'),
    'marsh',
    [],
  ],
  ['chunks that break off', blockOf(CHUNKED, '5\r\nmarsh\r\n9\r\nro'), 'marshro', ['warc-chunks']],
  ['chunks that break off in a size', blockOf(CHUNKED, '5\r\nmarsh\r\n1'), 'marsh', ['warc-chunks']],
])('%s', async (_, block, payload, gaps) => {
  for (const size of [1, 4096]) {
    const [read] = recordsOf(await all(inPieces(Buffer.from(answered(block)), size)))
    expect(Buffer.from(read?.payload ?? []).toString()).toBe(payload)
    expect(read?.gaps.map(({ code }) => code)).toEqual(gaps)
  }
})

test('what a record says is missing from it is passed on, and its address is read as UTF-8', async () => {
  const fields = { 'WARC-Truncated': 'length', 'WARC-Target-URI': 'https://a.example/أخبار' }
  const [read] = recordsOf(await all(inPieces(Buffer.from(record(1, fields)), 4096)))
  expect(read?.gaps.map(({ code }) => code)).toEqual(['warc-cut-short'])
  expect(read?.target).toBe('https://a.example/أخبار')
})

test('no more of a payload is kept than was asked for', async () => {
  const [read] = recordsOf(await all(inPieces(gzipSync(record(0).replace('Page 0: ', 'x'.repeat(1))), 64), 4))
  expect(read).toMatchObject({ cut: true })
  expect(read?.payload).toHaveLength(4)
})

test('gzip members that hold nothing end with a break', async () => {
  expect(await all(inPieces(gzipSync(''), 4096))).toMatchObject([{ kind: 'break', problem: { code: 'warc-empty' } }])
})

test.each(['', 'x', 'WARC/1.1\r\n', 'WARC/9.9\r\n\r\n', '\x1f\x8b', '\0'.repeat(5000), 'a'.repeat(3_000_000)])(
  'what is no WARC file ends with a break (%#)',
  async (text) => {
    const read = await all(inPieces(Buffer.from(text, 'latin1'), 4096))
    expect(read.at(-1)).toMatchObject({ kind: 'break' })
  },
)

const shared = sharedSet('conformance/warc')
describe.skipIf(shared === null)('shared/conformance/warc', () => {
  test.each([16_384, 262_144])('a file of 800 kB in pieces of %i', async (highWaterMark) => {
    const path = join(shared ?? '', 'py-wacz/tests/fixtures/example-iana.warc')
    const read = recordsOf(await all(createReadStream(path, { highWaterMark })))
    expect(read).toHaveLength(118)
    const bytes = readFileSync(path)
    for (const { start, end } of read)
      expect(gunzipSync(bytes.subarray(start, end)).toString('latin1', 0, 5)).toBe('WARC/')
  })
})
