/** Web captures to documents: pages with their address, dates and place; redirects, styles and damage around them. */
import { brotliCompressSync, deflateRawSync, gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type Change, waczOf, warcOf } from '../../../evidence/src/wacz/wacz.fixture.ts'
import { byteSource } from './byte-source.ts'
import type { CapturedPart, CapturedText } from './captured-part.ts'
import { capturedParts } from './captured-parts.ts'

interface Answer {
  readonly url: string
  readonly body: Uint8Array | string
  readonly status?: number
  /** null for an answer that does not say. */
  readonly type?: string | null
  readonly fields?: Readonly<Record<string, string>>
  readonly warc?: Readonly<Record<string, string>>
}

let made = 0
function response({
  url,
  body,
  status = 200,
  type = 'text/html; charset=utf-8',
  fields = {},
  warc = {},
}: Answer): Buffer {
  const lines = (all: Readonly<Record<string, string>>) =>
    Object.entries(all)
      .map(([name, value]) => `${name}: ${value}\r\n`)
      .join('')
  const head = `HTTP/1.1 ${status} Said\r\n${lines({ ...(type === null ? {} : { 'Content-Type': type }), ...fields })}\r\n`
  const block = Buffer.concat([Buffer.from(head), Buffer.from(body)])
  const header = lines({
    'WARC-Type': 'response',
    'WARC-Record-ID': `<urn:uuid:00000000-0000-4000-8000-${String(made++).padStart(12, '0')}>`,
    'WARC-Date': '2031-05-05T10:00:00Z',
    'WARC-Target-URI': url,
    'Content-Type': 'application/http; msgtype=response',
    'Content-Length': String(block.length),
    ...warc,
  })
  return Buffer.concat([Buffer.from(`WARC/1.1\r\n${header}\r\n`), block, Buffer.from('\r\n\r\n')])
}

const page = (title: string, words: string) =>
  `<!doctype html><html><head><title>${title}</title></head><body><article><h1>${title}</h1><p>${words}</p></article></body></html>`
const WORDS = 'The Tolmesh Monitor said on Sunday that fourteen civilians were killed in the village of Oster.'

async function read(bytes: Uint8Array, name = 'crawl.warc'): Promise<CapturedPart[]> {
  const parts = await capturedParts(await byteSource({ bytes }), name)
  if (parts === null) throw new Error('it was taken for one publication')
  const all: CapturedPart[] = []
  for await (const part of parts) all.push(part)
  return all
}
const textsOf = (parts: readonly CapturedPart[]) => parts.filter((part): part is CapturedText => part.kind === 'text')
const problemsOf = (parts: readonly CapturedPart[]) =>
  parts.flatMap((part) => (part.kind === 'problem' ? [part.problem] : []))

test('each page is a document with its address, dates and place; other answers are not', async () => {
  const records = [
    response({
      url: 'https://a.example/1',
      body: page('One', WORDS),
      fields: { 'Last-Modified': 'Sun, 04 May 2031 08:00:00 GMT' },
    }),
    response({ url: 'https://a.example/old', body: page('Moved', WORDS), status: 301 }),
    response({ url: 'https://a.example/none', body: page('Not found', WORDS), status: 404 }),
    response({ url: 'https://a.example/style.css', body: 'p { color: red }', type: 'text/css' }),
    response({ url: 'https://a.example/empty', body: '<html><body></body></html>' }),
    response({
      url: 'https://a.example/1',
      body: page('One', `${WORDS} It was changed.`),
      warc: { 'WARC-Date': '2031-05-06T10:00:00Z' },
    }),
  ]
  const parts = await read(Buffer.concat(records))
  expect(problemsOf(parts)).toEqual([])
  const [first, later, ...more] = textsOf(parts)
  expect(more).toEqual([])
  expect(first).toMatchObject({
    metadata: { url: 'https://a.example/1', title: 'One' },
    captured: '2031-05-05T10:00:00Z',
    modified: 'Sun, 04 May 2031 08:00:00 GMT',
    part: { kind: 'record', key: '0', start: 0, end: records[0]?.length, member: null },
  })
  expect(first?.text).toContain(WORDS)
  expect(later).toMatchObject({ metadata: { url: 'https://a.example/1' }, captured: '2031-05-06T10:00:00Z' })
  expect(later?.part.key).not.toBe(first?.part.key)
})

test('pages are unpacked as the server packed them, and decoded as it says', async () => {
  const html = page('Packed', WORDS)
  const arabic = 'قال المرصد إن أربعة عشر مدنيا قتلوا في القرية'
  const encoded = Buffer.from([...page('Arabic', '§')].map((letter) => letter.charCodeAt(0) & 0xff))
  const windows = Buffer.concat([
    encoded.subarray(0, encoded.indexOf(0xa7)),
    Buffer.from([0xde, 0xc7, 0xe1, 0x20, 0xc7, 0xe1, 0xe3, 0xd1, 0xd5, 0xcf]),
    encoded.subarray(encoded.indexOf(0xa7) + 1),
  ])
  const parts = await read(
    Buffer.concat([
      response({ url: 'https://a.example/gzip', body: gzipSync(html), fields: { 'Content-Encoding': 'gzip' } }),
      response({ url: 'https://a.example/br', body: brotliCompressSync(html), fields: { 'Content-Encoding': 'br' } }),
      response({ url: 'https://a.example/raw', body: deflateRawSync(html), fields: { 'Content-Encoding': 'deflate' } }),
      response({ url: 'https://a.example/kept', body: html, fields: { 'Content-Encoding': 'gzip' } }),
      response({ url: 'https://a.example/ar', body: page('Arabic', arabic) }),
      response({ url: 'https://a.example/1256', body: windows, type: 'text/html; charset=windows-1256' }),
    ]),
  )
  expect(problemsOf(parts)).toEqual([])
  expect(textsOf(parts).map(({ text }) => text.includes(WORDS))).toEqual([true, true, true, true, false, false])
  expect(textsOf(parts)[4]?.text).toContain(arabic)
  expect(textsOf(parts)[5]?.text).toContain('قال المرصد')
})

test('a digest that does not hold is said of the page and of the item', async () => {
  const parts = await read(
    response({
      url: 'https://a.example/1',
      body: page('One', WORDS),
      warc: { 'WARC-Payload-Digest': `sha1:${'A'.repeat(32)}` },
    }),
  )
  expect(problemsOf(parts)).toEqual([
    expect.stringMatching(/^record at byte 0 \(https:\/\/a\.example\/1\): the bytes of its payload/),
  ])
  expect(textsOf(parts)[0]?.notes).toEqual([expect.stringContaining('Its record is damaged')])
})

test('a bomb, an unknown packing and a page that ends early cost themselves only', async () => {
  const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, 0x20))
  const whole = gzipSync(page('Cut', `${WORDS} `.repeat(2000)))
  const parts = await read(
    Buffer.concat([
      response({ url: 'https://a.example/bomb', body: bomb, fields: { 'Content-Encoding': 'gzip' } }),
      response({ url: 'https://a.example/odd', body: 'x', fields: { 'Content-Encoding': 'odd' } }),
      response({
        url: 'https://a.example/cut',
        body: whole.subarray(0, whole.length - 40),
        fields: { 'Content-Encoding': 'gzip' },
      }),
      response({ url: 'https://a.example/1', body: page('One', WORDS) }),
    ]),
  )
  expect(problemsOf(parts)).toEqual([expect.stringContaining('/bomb'), expect.stringContaining('"odd"')])
  expect(textsOf(parts).map(({ metadata, notes }) => [metadata.url, notes.length])).toEqual([
    ['https://a.example/cut', 1],
    ['https://a.example/1', 0],
  ])
})

test('a page that does not say what it is, or folds the line that does, is known by how it begins', async () => {
  const html = page('One', WORDS)
  const parts = await read(
    Buffer.concat([
      response({ url: 'https://a.example/1', body: html, type: null }),
      response({ url: 'https://a.example/part', body: `<p>${WORDS}</p>`, type: null }),
      response({ url: 'https://a.example/data', body: `{"words":"${WORDS}"}`, type: null }),
      response({ url: 'https://a.example/folded', body: html, type: '\r\n text/html' }),
    ]),
  )
  expect(problemsOf(parts)).toEqual([])
  expect(textsOf(parts).map(({ metadata }) => metadata.url)).toEqual([
    'https://a.example/1',
    'https://a.example/part',
    'https://a.example/folded',
  ])
})

test('a page of which a part is missing says so', async () => {
  const html = page('One', WORDS)
  const inChunks = `${html.length.toString(16)}\r\n${html}\r\n20\r\nbroken off`
  const parts = await read(
    Buffer.concat([
      response({ url: 'https://a.example/cut', body: html, warc: { 'WARC-Truncated': 'time' } }),
      response({ url: 'https://a.example/segment', body: html, warc: { 'WARC-Segment-Number': '1' } }),
      response({ url: 'https://a.example/chunks', body: inChunks, fields: { 'Transfer-Encoding': 'chunked' } }),
      response({ url: 'https://a.example/bare', body: html, fields: { 'Transfer-Encoding': 'chunked' } }),
    ]),
  )
  expect(problemsOf(parts)).toEqual([])
  const notes = Object.fromEntries(textsOf(parts).map(({ metadata, notes }) => [metadata.url, notes]))
  expect(notes).toEqual({
    'https://a.example/cut': [expect.stringMatching(/may not be whole.*WARC-Truncated/)],
    'https://a.example/segment': [expect.stringMatching(/may not be whole.*segment/)],
    'https://a.example/chunks': [expect.stringMatching(/may not be whole.*chunks/)],
    'https://a.example/bare': [],
  })
})

test('a capture cut anywhere gives the pages before the cut, and says that it is cut', async () => {
  const one = response({ url: 'https://a.example/1', body: page('One', WORDS) })
  const two = response({ url: 'https://a.example/2', body: page('Two', WORDS) })
  const zipped = Buffer.concat([gzipSync(one), gzipSync(two)])
  const first = gzipSync(one).length
  for (const end of [first + 1, first + 9, first + 60, zipped.length - 9, zipped.length - 1]) {
    const parts = await read(zipped.subarray(0, end), 'crawl.warc.gz')
    expect(textsOf(parts)[0]?.metadata.url, `${end} bytes`).toBe('https://a.example/1')
    expect(problemsOf(parts).length, `${end} bytes`).toBeGreaterThan(0)
  }
})

test('what only begins like a capture is read as something else, or named', async () => {
  expect(await capturedParts(await byteSource({ bytes: gzipSync('only text') }), 'a.gz')).toBeNull()
  expect(await capturedParts(await byteSource({ bytes: Buffer.from([0x1f, 0x8b]) }), 'a.gz')).toBeNull()
  expect(await capturedParts(await byteSource({ bytes: Buffer.from('PK\x03\x04') }), 'a.docx')).toBeNull()
  expect(await capturedParts(await byteSource({ bytes: Buffer.from('PK\x03\x04') }), 'a.bin')).toBeNull()
  await expect(read(Buffer.from('PK\x03\x04 cut off'), 'a.wacz')).rejects.toThrow(/a\.wacz is a broken WACZ file/)
})

async function notesOf(change: Change) {
  const parts = await read(waczOf(change), 'crawl.wacz')
  return {
    problems: problemsOf(parts),
    notes: Object.fromEntries(textsOf(parts).map(({ metadata, notes }) => [metadata.url, notes])),
  }
}

test('pages of a signed capture say who signed it, and none of a file put in afterwards does', async () => {
  const whole = await notesOf({})
  expect(whole).toEqual({
    problems: [],
    notes: { 'https://a.example/1': [expect.stringContaining('signed by a key')] },
  })
  const other = { name: 'archive/other.warc.gz', bytes: warcOf('https://a.example/2') }
  const { problems, notes } = await notesOf({ members: (all) => [...all, other] })
  expect(problems).toEqual([expect.stringContaining('archive/other.warc.gz: datapackage.json does not name it')])
  expect(notes['https://a.example/2']).toContainEqual(expect.stringContaining('no digest or signature holds it'))
  expect(JSON.stringify(notes)).not.toContain('signed by')
})

test('pages of a file whose bytes are others than the capture lists say so', async () => {
  const { problems, notes } = await notesOf({
    members: (all) =>
      all.map((one) => (one.name.startsWith('archive/') ? { ...one, bytes: warcOf('https://a.example/3') } : one)),
  })
  expect(problems).toContainEqual(expect.stringContaining('archive/data.warc.gz: its bytes are not those of'))
  expect(notes['https://a.example/3']).toContainEqual(expect.stringContaining('are not those that'))
})
