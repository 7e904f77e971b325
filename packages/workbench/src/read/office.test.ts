/** Office files, tables and messages: paragraphs, rows and parts, each with its place, and what cannot be opened. */
import {
  Document,
  FootnoteReferenceRun,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx'
import ExcelJS from 'exceljs'
import { describe, expect, test } from 'vitest'
import { checkParts } from './office-part.ts'
import { readBytes, UnreadableError } from './read-bytes.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const BODY = 'The monitor said on Sunday that shelling killed at least 12 people in the old quarter of the town'

async function read(bytes: Uint8Array, name: string) {
  const result = await readBytes(bytes, { name })
  if (result.kind !== 'text') throw new Error(`expected text, got ${result.kind}: ${result.reason}`)
  const blocks = result.blocks.map(({ kind, start, end, source }) => ({
    kind,
    text: result.text.slice(start, end),
    source,
  }))
  return { ...result, blocks }
}

async function docxBytes(): Promise<Uint8Array> {
  const cell = (text: string) => new TableCell({ children: [new Paragraph(text)] })
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('A note on the count.')] } },
    sections: [
      {
        children: [
          new Paragraph({ text: 'Shells fall on the old quarter', heading: HeadingLevel.TITLE }),
          new Paragraph('By AFP'),
          new Paragraph({ children: [new TextRun(BODY), new FootnoteReferenceRun(1), new TextRun('.')] }),
          new Paragraph({ text: 'What is known', heading: HeadingLevel.HEADING_1 }),
          new Paragraph(''),
          new Table({ rows: [new TableRow({ children: [cell('Port'), cell('7')] })] }),
          new Paragraph('The ministry gave no figure of its own on Monday.'),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

describe('DOCX', () => {
  test('gives paragraphs with kinds and places, without the marks of notes', async () => {
    const { blocks, mediaType, metadata } = await read(await docxBytes(), 'report.docx')
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', 'Shells fall on the old quarter'],
      ['byline', 'By AFP'],
      ['body', `${BODY}.`],
      ['heading', 'What is known'],
      ['table', 'Port\t7'],
      ['body', 'The ministry gave no figure of its own on Monday.'],
      ['body', 'A note on the count.'],
    ])
    expect(blocks.map(({ source }) => source)).toEqual(
      [0, 1, 2, 3, 5, 7, 8].map((index) => ({ kind: 'paragraph', index })),
    )
    expect(mediaType).toContain('wordprocessingml')
    expect(metadata).toMatchObject({ title: 'Shells fall on the old quarter', agency: 'AFP' })
  })

  test('is known by its content', async () => {
    expect((await read(await docxBytes(), 'report.bin')).mediaType).toContain('wordprocessingml')
  })

  test('locked with a password is refused and says so', async () => {
    const container = new Uint8Array(2048)
    container.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    container.set(Buffer.from('EncryptedPackage', 'utf16le'), 1024)
    await expect(readBytes(container, { name: 'locked.docx' })).rejects.toThrow(
      /locked\.docx is locked with a password/,
    )
    container.fill(0, 1024)
    expect(await readBytes(container, { name: 'old.doc' })).toMatchObject({ kind: 'needs-transcription' })
  })

  test('cut short is refused', async () => {
    const bytes = await docxBytes()
    await expect(readBytes(bytes.subarray(0, bytes.length / 2), { name: 'cut.docx' })).rejects.toThrow(UnreadableError)
  })

  test('that unpacks beyond the limit is refused before it is unpacked whole', async () => {
    await expect(checkParts(await docxBytes(), 'big.docx', 1000)).rejects.toThrow(/unpacks to more than 1000 bytes/)
  })
})

describe('XLSX', () => {
  test('gives rows with sheet and cells', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('Tolls')
    sheet.addRow(['Day', 'Killed'])
    sheet.addRow([new Date(Date.UTC(2025, 2, 6)), 12])
    sheet.getCell('B5').value = { formula: 'SUM(B2:B4)', result: 12 }
    sheet.getCell('D5').value = { richText: [{ text: 'at ' }, { text: 'least' }] }
    const { blocks } = await read(new Uint8Array(await workbook.xlsx.writeBuffer()), 'tolls.xlsx')
    expect(blocks).toEqual([
      { kind: 'table', text: 'Day\tKilled', source: { kind: 'cell', sheet: 'Tolls', cell: 'A1:B1' } },
      { kind: 'table', text: '2025-03-06\t12', source: { kind: 'cell', sheet: 'Tolls', cell: 'A2:B2' } },
      { kind: 'table', text: '12\t\tat least', source: { kind: 'cell', sheet: 'Tolls', cell: 'B5:D5' } },
    ])
  })
})

describe('CSV and TSV', () => {
  test.each([
    ['a.csv', 'Place,Killed\r\n"Port, old",12\r\n'],
    ['a.csv', 'Place;Killed\n"Port, old";12'],
    ['a.tsv', 'Place\tKilled\nPort, old\t12\n'],
  ])('%s %j', async (name, text) => {
    const { blocks } = await read(utf8(text), name)
    expect(blocks).toEqual([
      { kind: 'table', text: 'Place\tKilled', source: { kind: 'cell', sheet: null, cell: 'A1:B1' } },
      { kind: 'table', text: 'Port, old\t12', source: { kind: 'cell', sheet: null, cell: 'A2:B2' } },
    ])
  })
})

describe('messages', () => {
  const HEAD =
    'From: A Writer <a@example.org>\r\nTo: b@example.org\r\nSubject: 12 killed in the port\r\nDate: Thu, 3 Apr 2025 23:30:00 +0300\r\nMIME-Version: 1.0\r\n'

  test('give subject, sender, date and body', async () => {
    const { blocks, metadata } = await read(
      utf8(`${HEAD}Content-Type: text/plain; charset=utf-8\r\n\r\n${BODY}.\r\n`),
      'm.eml',
    )
    expect(blocks.map(({ kind, text }) => [kind, text])).toEqual([
      ['title', '12 killed in the port'],
      ['byline', 'A Writer'],
      ['dateline', 'Thu, 3 Apr 2025 23:30:00 +0300'],
      ['body', `${BODY}.`],
    ])
    expect(blocks.at(-1)?.source).toEqual({ kind: 'part', part: 'text/plain' })
    expect(metadata).toMatchObject({ title: '12 killed in the port', published: '2025-04-03', byline: 'A Writer' })
  })

  test('in HTML alone are read as a page; what is attached is named', async () => {
    const mail = `${HEAD}Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>${BODY}.</p>\r\n--x\r\nContent-Type: application/pdf; name=list.pdf\r\nContent-Disposition: attachment; filename=list.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n--x--\r\n`
    const { blocks } = await read(utf8(mail), 'm.eml')
    expect(blocks.slice(3).map(({ kind, text, source }) => [kind, text, source])).toEqual([
      ['body', `${BODY}.`, { kind: 'part', part: 'text/html /html/p' }],
      ['boilerplate', 'Attached: list.pdf (application/pdf)', { kind: 'part', part: 'list.pdf' }],
    ])
  })

  test('that are encrypted are refused', async () => {
    const mail = `${HEAD}Content-Type: multipart/encrypted; boundary=x\r\n\r\n--x--\r\n`
    await expect(readBytes(utf8(mail), { name: 'm.eml' })).rejects.toThrow(/encrypted message/)
  })
})

describe('what holds no text', () => {
  test.each([
    ['blank.txt', utf8(' \r\n\t')],
    ['photo.txt', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3)],
    ['data.json', utf8('{"killed": 12}')],
    ['clip.mp4', Uint8Array.of(0, 0, 0, 24, ...utf8('ftypisom'))],
    ['empty.html', utf8('<!doctype html><title></title>')],
  ])('%s needs a transcription', async (name, bytes) => {
    expect(await readBytes(bytes, { name })).toMatchObject({
      kind: 'needs-transcription',
      reason: expect.stringMatching(/\.$/),
    })
  })

  test('an empty file is refused: there is nothing to transcribe', async () => {
    await expect(readBytes(new Uint8Array(0), { name: 'empty.txt' })).rejects.toThrow(/is empty \(0 bytes\)/)
  })

  test('a picture that was cut short says so, and can still be transcribed', async () => {
    const torn = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 3)
    expect(await readBytes(torn, { name: 'torn.jpg' })).toMatchObject({
      kind: 'needs-transcription',
      damage: expect.stringContaining('ends before its end'),
    })
  })

  test('binary noise called .txt is refused, never shown', async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, at) => (at * 197 + ((at * at) % 89)) % 256)
    await expect(readBytes(noise, { name: 'noise.txt' })).rejects.toThrow(UnreadableError)
  })

  test('a file beyond the limit is refused and kept', async () => {
    await expect(readBytes(new Uint8Array(64 * 1024 * 1024 + 1), { name: 'huge.txt' })).rejects.toThrow(
      /the original is kept/,
    )
  })
})
