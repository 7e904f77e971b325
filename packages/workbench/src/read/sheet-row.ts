/** Rows of spreadsheets and of comma-separated tables to blocks: one a row, cells apart by tabs, with their locator. */
import type { AssemblyPiece } from './assemble.ts'

/** One row; cells in order, the first in column `from` (0 is A). */
export interface SheetRow {
  readonly sheet: string | null
  /** Counted from 1. */
  readonly row: number
  readonly from: number
  readonly cells: readonly string[]
}

/** Tabs inside cells become spaces; empty cells at either end of a row are left out. */
export function rowPiece({ sheet, row, from, cells }: SheetRow): AssemblyPiece | null {
  const plain = cells.map((cell) => cell.replaceAll('\t', ' ').trim())
  const first = plain.findIndex((cell) => cell !== '')
  if (first < 0) return null
  const last = plain.findLastIndex((cell) => cell !== '')
  const start = `${columnName(from + first)}${row}`
  const end = `${columnName(from + last)}${row}`
  return {
    text: plain.slice(first, last + 1).join('\t'),
    kind: 'table',
    source: { kind: 'cell', sheet, cell: first === last ? start : `${start}:${end}` },
  }
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = ''
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}
