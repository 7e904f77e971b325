/** Reads an overlap table from CSV: one 0/1 column a list and a column of counts. */
import { type OverlapTable, overlapTable, TableError } from './table.ts'

const COUNT_COLUMNS = ['n', 'count', 'freq', 'frequency']

/**
 * The column of counts is the last one called n, count, freq or frequency; every other column is a list. Throws
 * TableError with the line for anything else. `from` names the file in messages.
 */
export function readTableCsv(text: string, from = 'overlap table'): OverlapTable {
  const lines = recordsOf(text.replace(/^\uFEFF/, ''), from)
  const header = lines[0]
  if (header === undefined) throw new TableError(from, 'it is empty; the first line names the lists and ends with n')
  const names = header.cells.map((name) => name.trim())
  const at = names.findLastIndex((name) => COUNT_COLUMNS.includes(name.toLowerCase()))
  if (at === -1) {
    throw new TableError(
      from,
      `no column of counts among ${names.join(', ')}; call it n and give one 0/1 column a list`,
    )
  }
  const unnamed = names.indexOf('')
  if (unnamed !== -1) throw new TableError(from, `column ${unnamed + 1} has no name`)
  return overlapTable(
    names.filter((_, column) => column !== at),
    lines.slice(1).map(({ cells, line }) => {
      const where = `line ${line}`
      if (cells.length !== names.length) {
        throw new TableError(`${from}, ${where}`, `${cells.length} cells under ${names.length} columns`)
      }
      const numbers = cells.map((cell, column) => numberOf(cell, names[column]!, `${from}, ${where}`))
      return { history: numbers.filter((_, column) => column !== at), count: numbers[at]!, where }
    }),
    from,
  )
}

function numberOf(cell: string, column: string, where: string): number {
  const text = cell.trim()
  if (!/^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text)) {
    throw new TableError(where, `${JSON.stringify(column)} holds ${JSON.stringify(text)}, which is no number`)
  }
  return Number(text)
}

/** RFC 4180 records with the line each starts on; blank lines are skipped. */
function recordsOf(
  text: string,
  from: string,
): readonly { readonly cells: readonly string[]; readonly line: number }[] {
  const records: { cells: string[]; line: number }[] = []
  let cells: string[] = []
  let cell = ''
  let quoted = false
  let line = 1
  let start = 1
  const end = () => {
    cells.push(cell)
    cell = ''
    if (cells.some((one) => one.trim() !== '')) records.push({ cells, line: start })
    cells = []
  }
  for (let i = 0; i < text.length; i++) {
    const character = text[i]!
    if (character === '\n') line++
    if (quoted) {
      if (character !== '"') cell += character
      else if (text[i + 1] === '"') {
        cell += '"'
        i++
      } else quoted = false
    } else if (character === '"' && cell === '') quoted = true
    else if (character === ',') {
      cells.push(cell)
      cell = ''
    } else if (character === '\n') {
      end()
      start = line
    } else if (character !== '\r') cell += character
  }
  if (quoted) throw new TableError(`${from}, line ${start}`, 'a quotation mark is opened and never closed')
  end()
  return records
}
