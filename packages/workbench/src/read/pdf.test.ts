/** PDFs made here byte by byte: text with pages and boxes, joined lines, furniture, and what cannot be read. */
import { describe, expect, test } from 'vitest'
import { readBytes, UnreadableError } from './read-bytes.ts'

interface Line {
  readonly text: string
  readonly x: number
  /** From the lower edge, as PDF counts. */
  readonly y: number
  readonly size?: number
}

/** A PDF 1.4 with Helvetica, one content stream a page. */
function pdfOf(pages: readonly (readonly Line[])[], trailer = ''): Uint8Array {
  const escaped = (text: string) => text.replace(/[\\()]/g, '\\$&')
  const bodies = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    ...pages.flatMap((lines, at) => {
      const content = lines
        .map(({ text, x, y, size = 11 }) => `BT /F1 ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`)
        .join('\n')
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
        `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
      ]
    }),
  ]
  let file = '%PDF-1.4\n'
  const offsets = bodies.map((body, at) => {
    const offset = file.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length
  file += `xref\n0 ${bodies.length + 1}\n0000000000 65535 f \n`
  file += offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  file += `trailer\n<< /Size ${bodies.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Uint8Array.from(file, (character) => character.charCodeAt(0))
}

const paragraph = (y: number): Line[] => [
  { text: 'The monitor said on Sunday that shelling killed at least 12 people in the old quarter', x: 70, y },
  { text: 'of the town, and that the count may rise since two of the streets had not been reached', x: 70, y: y - 14 },
  { text: 'by nightfall.', x: 70, y: y - 28 },
]

async function read(bytes: Uint8Array) {
  const result = await readBytes(bytes, { name: 'report.pdf' })
  if (result.kind !== 'text') throw new Error(`expected text, got ${result.kind}: ${result.reason}`)
  return result.blocks.map(({ kind, start, end, source }) => ({ kind, text: result.text.slice(start, end), source }))
}

describe('a PDF', () => {
  test('gives a title by size and paragraphs joined over lines, with page and box', async () => {
    const found = await read(
      pdfOf([
        [{ text: 'Shells fall on the old quarter', x: 70, y: 780, size: 20 }, ...paragraph(740), ...paragraph(680)],
      ]),
    )
    expect(found.map(({ kind }) => kind)).toEqual(['title', 'body', 'body'])
    expect(found[1]!.text).toMatch(/^The monitor said .* quarter of the town.* reached by nightfall\.$/)
    expect(found[1]!.source).toMatchObject({ kind: 'page', page: 1 })
    const { source } = found[1]!
    const box = source.kind === 'page' ? source.box : []
    expect(box[0]).toBe(70)
    expect(box[1]).toBeGreaterThan(85)
    expect(box[3]).toBeLessThan(140)
  })

  test('marks running lines and page numbers', async () => {
    const page = (number: number): Line[] => [
      { text: 'The Commission - report 7', x: 70, y: 810, size: 9 },
      ...paragraph(740),
      { text: `Page ${number} of 3`, x: 280, y: 30, size: 9 },
    ]
    const found = await read(pdfOf([page(1), page(2), page(3)]))
    expect(found.map(({ kind }) => kind)).toEqual(Array(3).fill(['boilerplate', 'body', 'boilerplate']).flat())
  })

  test('carries a sentence over to the next page', async () => {
    const found = await read(
      pdfOf([paragraph(740).slice(0, 2), [{ text: 'by nightfall on that day.', x: 70, y: 780 }]]),
    )
    expect(found).toHaveLength(1)
    expect(found[0]!.text).toMatch(/reached by nightfall on that day\.$/)
  })

  test('keeps rows of a table apart', async () => {
    const row = (y: number, cells: readonly string[]) => cells.map((text, at) => ({ text, x: 70 + at * 150, y }))
    const found = await read(
      pdfOf([
        [
          ...paragraph(740),
          ...row(600, ['Place', 'Killed', 'Hurt']),
          ...row(584, ['Port', '7', '9']),
          ...row(568, ['Hill', '5', '2']),
        ],
      ]),
    )
    expect(found.slice(1).map(({ kind, text }) => [kind, text])).toEqual([
      ['table', 'Place\tKilled\tHurt'],
      ['table', 'Port\t7\t9'],
      ['table', 'Hill\t5\t2'],
    ])
  })

  test('joins a word broken at the end of a line, not a compound', async () => {
    const lines = ['the ministry accused a number of pro-', 'government gunmen of summary exe-', 'cutions on that day']
    const found = await read(pdfOf([lines.map((text, at) => ({ text, x: 70, y: 700 - at * 14 }))]))
    expect(found[0]!.text).toBe(
      'the ministry accused a number of pro-government gunmen of summary executions on that day',
    )
  })

  test('without text needs a transcription', async () => {
    expect(await readBytes(pdfOf([[]]), { name: 'scan.pdf' })).toMatchObject({
      kind: 'needs-transcription',
      mediaType: 'application/pdf',
    })
  })

  test('that is cut or locked is refused with a sentence', async () => {
    const whole = pdfOf([paragraph(740)])
    await expect(readBytes(whole.subarray(0, 60), { name: 'cut.pdf' })).rejects.toThrow(/cut\.pdf is a broken PDF/)
    const locked = pdfOf(
      [paragraph(740)],
      `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'00'.repeat(32)}> /U <${'11'.repeat(32)}> /P -4 >>`,
    )
    const reading = readBytes(locked, { name: 'locked.pdf' })
    await expect(reading).rejects.toThrow(UnreadableError)
    await expect(reading).rejects.toThrow(/password/)
  })
})
