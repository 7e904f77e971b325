/** XLSX to blocks of kind table, one a row, each with its sheet and cells. Formulas give the value last stored. */
import type { CellValue } from 'exceljs'
import { type AssemblyPiece, assemble } from './assemble.ts'
import { brokenOffice, checkParts } from './office-part.ts'
import type { PlainReading } from './plain-text.ts'
import { NO_METADATA } from './read-result.ts'
import { rowPiece } from './sheet-row.ts'

export async function readWorkbook(bytes: Uint8Array, name: string): Promise<PlainReading> {
  await checkParts(bytes, name)
  const { default: ExcelJS } = await import('exceljs')
  const workbook = new ExcelJS.Workbook()
  const pieces: AssemblyPiece[] = []
  try {
    const copy = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)
    await workbook.xlsx.load(copy as ArrayBuffer, {
      ignoreNodes: ['dataValidations', 'conditionalFormatting', 'drawing'],
    })
    workbook.eachSheet((sheet) => {
      sheet.eachRow((row) => {
        const cells: string[] = []
        row.eachCell((cell, column) => {
          while (cells.length < column - 1) cells.push('')
          cells.push(cell.isMerged && cell.master !== cell ? '' : cellText(cell.value))
        })
        const piece = rowPiece({ sheet: sheet.name, row: row.number, from: 0, cells })
        if (piece !== null) pieces.push(piece)
      })
    })
  } catch (error) {
    throw brokenOffice(name, error as Error)
  }
  return { ...assemble(pieces), metadata: NO_METADATA }
}

export function cellText(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return dateText(value)
  if (typeof value !== 'object') return String(value)
  if ('richText' in value) return value.richText.map(({ text }) => text).join('')
  if ('error' in value) return value.error
  if ('text' in value) return cellText(value.text as CellValue)
  return 'result' in value ? cellText(value.result) : ''
}

/** Spreadsheets know no time zone: the day as written, with the time where it is not midnight. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return ''
  const [day, time] = date.toISOString().split(/[T.]/) as [string, string]
  return time === '00:00:00' ? day : `${day} ${time}`
}
