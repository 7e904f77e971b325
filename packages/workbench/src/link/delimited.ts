/** CSV and TSV (RFC 4180, any line end, any usual delimiter) straight from bytes to columns. */
import { isUtf8 } from 'node:buffer'
import type { Table, TableColumn } from '@corroborate/linkage'
import { decodeText } from '../read/encoding.ts'
import { type CellDictionary, cellDictionary } from './dictionary.ts'
import { ListError } from './list-error.ts'
import { readMixed } from './mixed-encoding.ts'

const TAB = 0x09
const LINE = 0x0a
const RETURN = 0x0d
const SPACE = 0x20
const QUOTE = 0x22

/** Delimiters that are looked for, in order of preference. */
const DELIMITERS = [0x2c, 0x3b, TAB, 0x7c]

/** Longest cell that is kept whole: names and dates are far shorter, and nothing is compared beyond it. */
const LONGEST_CELL = 4096

export interface DelimitedList {
  readonly table: Table
  /** Cells beyond the header. */
  readonly extra: number
  /** Cells of which only the beginning is read. */
  readonly long: number
  /** Lines in another encoding than the others. */
  readonly mixed: number
}

/**
 * Reads the columns that are `needed`; the others keep their name and no values. Blank lines are no rows, cells are
 * trimmed.
 */
export function readDelimited(list: string, given: Uint8Array, needed: (header: string) => boolean): DelimitedList {
  const { bytes, mixed } = utf8Of(list, given)
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const delimiter = delimiterOf(bytes, at)
  const header: string[] = []
  const scratch: number[] = []
  let start = 0
  let end = 0
  let source = bytes
  let long = 0

  /** Reads one cell from `at` into (source, start, end); returns whether the row goes on. */
  const readCell = (): boolean => {
    while (bytes[at] === SPACE || (bytes[at] === TAB && delimiter !== TAB)) at++
    if (bytes[at] === QUOTE) {
      quoted()
    } else {
      source = bytes
      start = at
      while (at < bytes.length) {
        const byte = bytes[at]!
        if (byte === delimiter || byte === LINE || byte === RETURN) break
        at++
      }
      end = at
      while (end > start && bytes[end - 1]! <= SPACE) end--
    }
    if (end - start > LONGEST_CELL) {
      end = wholeCharacters(source, start, start + LONGEST_CELL)
      long++
    }
    if (at < bytes.length && bytes[at] === delimiter) {
      at++
      return true
    }
    if (bytes[at] === RETURN) at++
    if (bytes[at] === LINE) at++
    return false
  }

  /** A quoted cell; what follows the closing quote up to the delimiter is kept as written. */
  const quoted = (): void => {
    const opening = at
    at++
    scratch.length = 0
    for (;;) {
      if (at >= bytes.length)
        throw new ListError(
          list,
          `a quotation mark opened at byte ${opening + 1} is never closed; close it or leave it out`,
        )
      const byte = bytes[at++]!
      if (byte === QUOTE) {
        if (bytes[at] !== QUOTE) break
        at++
      }
      if (scratch.length <= LONGEST_CELL) scratch.push(byte)
    }
    while (at < bytes.length && bytes[at] !== delimiter && bytes[at] !== LINE && bytes[at] !== RETURN)
      scratch.push(bytes[at++]!)
    source = Uint8Array.from(scratch)
    start = 0
    end = source.length
    while (start < end && source[start]! <= SPACE) start++
    while (end > start && source[end - 1]! <= SPACE) end--
  }

  while (at < bytes.length && (bytes[at] === LINE || bytes[at] === RETURN)) at++
  if (at >= bytes.length) throw new ListError(list, 'it is empty; the first row must name the columns')
  for (let more = true; more; ) {
    more = readCell()
    header.push(Buffer.from(source.buffer, source.byteOffset + start, end - start).toString('utf8'))
  }
  const dictionaries: (CellDictionary | null)[] = header.map((name) => (needed(name) ? cellDictionary() : null))
  let codes = dictionaries.map((dictionary) => new Int32Array(dictionary === null ? 0 : 1024))
  let rows = 0
  let room = 1024
  let extra = 0
  while (at < bytes.length) {
    if (bytes[at] === LINE || bytes[at] === RETURN) {
      at++
      continue
    }
    if (rows === room) {
      room *= 2
      codes = codes.map((column) => (column.length === 0 ? column : grown(column)))
    }
    let column = 0
    for (let more = true; more; column++) {
      more = readCell()
      if (column >= header.length) {
        if (end > start) extra++
        continue
      }
      const dictionary = dictionaries[column]!
      if (dictionary !== null) codes[column]![rows] = end === start ? -1 : dictionary.code(source, start, end)
    }
    for (; column < header.length; column++) if (dictionaries[column] !== null) codes[column]![rows] = -1
    rows++
  }
  const columns = header.map((name, column): TableColumn => {
    const dictionary = dictionaries[column]!
    return dictionary === null
      ? { name, values: [], codes: new Int32Array(0) }
      : { name, values: dictionary.values(), codes: codes[column]!.subarray(0, rows) }
  })
  return { table: { list, rows, columns }, extra, long, mixed }
}

function utf8Of(list: string, bytes: Uint8Array): { readonly bytes: Uint8Array; readonly mixed: number } {
  if (isUtf8(bytes)) return { bytes, mixed: 0 }
  const parts = readMixed(bytes)
  if (parts !== null) return { bytes: parts.bytes, mixed: parts.lines }
  const decoded = decodeText(bytes)
  if (decoded === null) throw new ListError(list, 'it is not a text file; give CSV, TSV, XLSX, JSON or Parquet')
  return { bytes: new TextEncoder().encode(decoded.text), mixed: 0 }
}

function grown(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2)
  to.set(from)
  return to
}

/** The delimiter that stands most often in the first line, outside quotation marks. */
function delimiterOf(bytes: Uint8Array, from: number): number {
  const counts = new Map<number, number>()
  let inside = false
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte === QUOTE) inside = !inside
    if (inside) continue
    if (byte === LINE || byte === RETURN) {
      if (counts.size > 0) break
      continue
    }
    if (DELIMITERS.includes(byte)) counts.set(byte, (counts.get(byte) ?? 0) + 1)
  }
  return DELIMITERS.reduce((best, one) => ((counts.get(one) ?? 0) > (counts.get(best) ?? 0) ? one : best))
}

/** An end that does not cut through a character. */
function wholeCharacters(bytes: Uint8Array, start: number, end: number): number {
  let at = end
  while (at > start && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}
