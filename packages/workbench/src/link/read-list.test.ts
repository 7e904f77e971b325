import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Table } from '@corroborate/linkage'
import { parse } from 'csv-parse/sync'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readDelimited } from './delimited.ts'
import { ListError } from './list-error.ts'
import { readList } from './read-list.ts'

const shared = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const folder = mkdtempSync(join(tmpdir(), 'corroborate-lists-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const all = () => true

/** The set's answer to this file is of another row than the file. */
const OTHER_ROW = 'location_coordinates.json'

function cells({ rows, columns }: Table): string[][] {
  return Array.from({ length: rows }, (_, row) =>
    columns.map(({ codes, values }) => (codes[row]! < 0 ? '' : values[codes[row]!]!)),
  )
}

function readText(text: string | Uint8Array) {
  return readDelimited('list.csv', typeof text === 'string' ? new TextEncoder().encode(text) : text, all)
}

async function readFrom(name: string, content: string | Uint8Array) {
  writeFileSync(join(folder, name), content)
  return readList(join(folder, name), all)
}

describe('delimited lists', () => {
  test('read as csv-parse reads them', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'م', ' ', '"', ',', '\n', '\r\n', '1', '=', '😀'),
      maxLength: 8,
    })
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(table, (rows) => {
        const quoted = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(','))
        const text = `a,b,c\n${quoted.join('\n')}\n`
        const expected = (parse(text, { from_line: 1 }) as string[][]).slice(1)
        expect(cells(readText(text).table)).toEqual(
          expected.map((row) => row.map((one) => one.replace(/^[\0- ]+|[\0- ]+$/g, ''))),
        )
      }),
      { seed: 6, numRuns: 300 },
    )
  })

  const spectrum = join(shared, 'conformance/csv-spectrum')
  const answered = existsSync(spectrum) ? readdirSync(join(spectrum, 'json')).filter((file) => file !== OTHER_ROW) : []
  test.skipIf(answered.length === 0)('csv-spectrum (skipped: csv-spectrum not present)', () => {
    for (const file of answered) {
      const answer = JSON.parse(readFileSync(join(spectrum, 'json', file), 'utf8'))
      const expected = [answer].flat() as Record<string, string>[]
      const { table } = readText(readFileSync(join(spectrum, 'csvs', file.replace('.json', '.csv'))))
      const header = table.columns.map(({ name }) => name)
      const read = cells(table).map((row) => row.map((one) => one.replaceAll('\r\n', '\n')))
      expect(read, file).toEqual(
        expected.map((row) => header.map((name) => (row[name] ?? '').replaceAll('\r\n', '\n').trim())),
      )
    }
  })

  test.each([
    [';', 'name;age\nA;1\n'],
    ['tab', 'name\tage\nA\t1\n'],
    ['|', 'name|age\nA|1'],
    ['old line ends', 'name,age\rA,1\r'],
    ['a mark', '\ufeffname,age\r\nA,1\r\n'],
  ])('delimiter %s', (_, text) => {
    const { table } = readText(text)
    expect(table.columns.map(({ name }) => name)).toEqual(['name', 'age'])
    expect(cells(table)).toEqual([['A', '1']])
  })

  test('Windows-1256 and UTF-16 are decoded', () => {
    const arabic = 'الاسم,العمر\nمحمود درّاقي,34\nيسرى فلسامي,27\n'
    const wide = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(arabic, (one) => one.charCodeAt(0)).buffer),
    ])
    expect(cells(readText(wide).table)[0]).toEqual(['محمود درّاقي', '34'])
    const page = [...arabic.replaceAll('ّ', '')].map((letter) => WINDOWS_1256.get(letter) ?? letter.charCodeAt(0))
    expect(cells(readText(Uint8Array.from(page)).table)[1]).toEqual(['يسرى فلسامي', '27'])
  })

  test('blank lines are no rows, missing cells are empty, cells beyond the header are counted', () => {
    const { table, extra } = readText('a,b\n\n1\n2,3,4,5\n')
    expect(cells(table)).toEqual([
      ['1', ''],
      ['2', '3'],
    ])
    expect(extra).toBe(2)
  })

  test('a formula is text, and a cell of ten million letters is cut', () => {
    const { table } = readText(`name,age\n=HYPERLINK("http://x"),1\n"${'x'.repeat(1e7)}",2\n`)
    expect(cells(table)[0]![0]).toMatch(/^=HYPERLINK/)
    expect(cells(table)[1]![0]!.length).toBe(4096)
  })

  test('an open quotation mark is refused with its place', () => {
    expect(() => readText('a,b\n1,"2\n')).toThrow(/byte 7 is never closed/)
  })
})

const WINDOWS_1256 = new Map(
  Array.from({ length: 128 }, (_, at) => [new TextDecoder('windows-1256').decode(Uint8Array.of(at + 128)), at + 128]),
)

describe('lists from files', () => {
  test('XLSX', async () => {
    const workbook = new ExcelJS.Workbook()
    const sheet = workbook.addWorksheet('one')
    sheet.addRow(['name', 'date of death'])
    sheet.addRow(['A', new Date(Date.UTC(2024, 4, 14))])
    const { table } = await readFrom('list.xlsx', new Uint8Array(await workbook.xlsx.writeBuffer()))
    expect(cells(table)).toEqual([['A', '2024-05-14']])
  })

  test.each([
    ['list.json', '[{"name":"A","age":1},{"name":"B","sex":"f"}]'],
    ['list.jsonl', '{"name":"A","age":1}\n{"name":"B","sex":"f"}\n'],
  ])('%s', async (name, text) => {
    const { table } = await readFrom(name, text)
    expect(table.columns.map((column) => column.name)).toEqual(['name', 'age', 'sex'])
    expect(cells(table)).toEqual([
      ['A', '1', ''],
      ['B', '', 'f'],
    ])
  })

  test.each([
    ['empty.csv', '', /it is empty/],
    ['blank.csv', '\n\n', /it is empty/],
    ['bad.json', '{"a":', /not valid JSON/],
    ['number.json', '[1]', /not an array of objects/],
    ['broken.parquet', 'PAR1xxxxxxxxxxxxPAR1', /not a Parquet file/],
    ['broken.xlsx', 'PK\x03\x04xxxx', /./],
  ])('%s is refused', async (name, content, message) => {
    await expect(readFrom(name, content)).rejects.toThrow(message)
  })

  test('a file that is not there is refused', async () => {
    await expect(readList(join(folder, 'nowhere.csv'), all)).rejects.toThrow(ListError)
  })

  const historical = join(shared, 'linkage/splink/historical_figures_with_errors_50k.parquet')
  test.skipIf(!existsSync(historical))('Parquet (skipped: historical_50k not present)', async () => {
    const { table } = await readList(historical, (header) => header === 'gender')
    expect(table.list).toBe(basename(historical))
    expect(table.rows).toBe(50_578)
    expect(table.columns.find(({ name }) => name === 'gender')!.values).toContain('female')
    expect(table.columns.find(({ name }) => name === 'full_name')!.values).toEqual([])
  })
})
