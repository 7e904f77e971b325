/** Lists from files: CSV, TSV, XLSX, JSON, JSON lines and Parquet, by content before by name. */
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib'
import { type Table, tableOf } from '@corroborate/linkage'
import { reasonOf } from '../intake/walk.ts'
import { decodeText } from '../read/encoding.ts'
import { checkParts } from '../read/office-part.ts'
import { cellText } from '../read/workbook.ts'
import { readDelimited } from './delimited.ts'
import { ListError } from './list-error.ts'

export interface ReadList {
  readonly table: Table
  /** What the person should know: sentences without any value of a cell. */
  readonly notes: readonly string[]
}

/** Reads a list. `needed` says by its header whether a column's values are wanted. Throws ListError. */
export async function readList(path: string, needed: (header: string) => boolean): Promise<ReadList> {
  let bytes: Uint8Array
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new ListError(path, reasonOf(error as NodeJS.ErrnoException))
  }
  return readListBytes(basename(path), bytes, needed)
}

/** As `readList`, from bytes that are at hand; `list` is the file's name. */
export async function readListBytes(
  list: string,
  bytes: Uint8Array,
  needed: (header: string) => boolean,
): Promise<ReadList> {
  if (bytes.length === 0) throw new ListError(list, 'it is empty; the first row must name the columns')
  if (startsWith(bytes, 'PAR1')) return readParquet(list, bytes, needed)
  if (startsWith(bytes, 'PK\x03\x04')) return readWorkbook(list, bytes, needed)
  if (/\.(json|jsonl|ndjson)$/i.test(list)) return readJson(list, bytes, needed)
  const { table, extra, long, mixed } = readDelimited(list, bytes, needed)
  return {
    table,
    notes: [
      ...(extra === 0
        ? []
        : [`${list}: ${extra} cells stand beyond the last column of the header and are not compared`]),
      ...(mixed === 0 ? [] : [`${list}: ${mixed} lines are in another encoding than the others; look at them`]),
      ...(long === 0 ? [] : [`${list}: ${long} cells are very long; only the beginning of each is read and compared`]),
    ],
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return [...mark].every((letter, at) => bytes[at] === letter.charCodeAt(0))
}

async function readParquet(list: string, bytes: Uint8Array, needed: (header: string) => boolean): Promise<ReadList> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer
  const { parquetMetadataAsync, parquetReadObjects } = await import('hyparquet')
  try {
    const metadata = await parquetMetadataAsync(file)
    const names = metadata.schema.filter((one) => one.num_children === undefined).map(({ name }) => name)
    const wanted = names.filter(needed)
    const compressors = {
      GZIP: (input: Uint8Array) => new Uint8Array(gunzipSync(input)),
      ZSTD: (input: Uint8Array) => new Uint8Array(zstdDecompressSync(input)),
      BROTLI: (input: Uint8Array) => new Uint8Array(brotliDecompressSync(input)),
    }
    const objects =
      wanted.length === 0 ? [] : await parquetReadObjects({ file, metadata, columns: wanted, compressors })
    const rows = Number(metadata.num_rows)
    const read = tableOf(
      list,
      wanted,
      objects.map((row) => wanted.map((name) => textOf(row[name]))),
    )
    const columns = names.map(
      (name) => read.columns.find((one) => one.name === name) ?? { name, values: [], codes: new Int32Array(0) },
    )
    return { table: { list, rows, columns }, notes: [] }
  } catch (error) {
    throw new ListError(list, `it is not a Parquet file that can be read (${(error as Error).message})`)
  }
}

async function readWorkbook(list: string, bytes: Uint8Array, needed: (header: string) => boolean): Promise<ReadList> {
  await checkParts(bytes, list)
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  try {
    await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  } catch (error) {
    throw new ListError(list, `it is not a workbook that can be read (${(error as Error).message})`)
  }
  const [sheet, ...others] = workbook.worksheets.filter(({ actualRowCount }) => actualRowCount > 0)
  if (sheet === undefined) throw new ListError(list, 'it is empty; the first row must name the columns')
  const rows: string[][] = []
  sheet.eachRow((row) => {
    const cells: string[] = []
    row.eachCell((cell, column) => {
      while (cells.length < column - 1) cells.push('')
      cells.push(cellText(cell.value).trim())
    })
    if (cells.some((cell) => cell !== '')) rows.push(cells)
  })
  const header = rows.shift() ?? []
  const extra = rows.reduce((sum, cells) => sum + cells.slice(header.length).filter((cell) => cell !== '').length, 0)
  return {
    table: onlyNeeded(tableOf(list, header, rows), needed),
    notes: [
      ...(others.length === 0
        ? []
        : [`${list}: only its first sheet with rows is linked; ${others.length} more are not`]),
      ...(extra === 0
        ? []
        : [`${list}: ${extra} cells stand beyond the last column of the header and are not compared`]),
    ],
  }
}

function readJson(list: string, bytes: Uint8Array, needed: (header: string) => boolean): ReadList {
  const text = decodeText(bytes)?.text
  if (text === undefined) throw new ListError(list, 'it is not a text file')
  const objects = objectsOf(list, text)
  const header = [...new Set(objects.flatMap((object) => Object.keys(object)))]
  const rows = objects.map((object) => header.map((name) => textOf(object[name])))
  return { table: onlyNeeded(tableOf(list, header, rows), needed), notes: [] }
}

function objectsOf(list: string, text: string): Record<string, unknown>[] {
  let values: unknown
  try {
    values = text.trimStart().startsWith('[')
      ? JSON.parse(text)
      : text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => JSON.parse(line))
  } catch {
    throw new ListError(list, 'it is not valid JSON; give an array of objects, or one object a line')
  }
  if (
    !Array.isArray(values) ||
    values.some((value) => typeof value !== 'object' || value === null || Array.isArray(value))
  )
    throw new ListError(list, 'it is not an array of objects, or one object a line')
  return values as Record<string, unknown>[]
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return value.toISOString().replace(/T00:00:00\.000Z$/, '')
  return typeof value === 'object' ? JSON.stringify(value) : String(value).trim()
}

function onlyNeeded(table: Table, needed: (header: string) => boolean): Table {
  return {
    ...table,
    columns: table.columns.map((column) =>
      needed(column.name) ? column : { ...column, values: [], codes: new Int32Array(0) },
    ),
  }
}
