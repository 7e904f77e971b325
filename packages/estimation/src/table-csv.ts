/** Reads an overlap table from CSV: one 0/1 column a list and a column of counts. */
import { type OverlapTable, overlapTable, TableError, tableOf } from './table.ts'

const COUNT_COLUMNS = ['n', 'count', 'freq', 'frequency']

/**
 * The column of counts is the last one called n, count, freq or frequency; every other column is a list. Throws
 * TableError with the line for anything else. `from` names the file in messages.
 */
export function readTableCsv(text: string, from = 'overlap table'): OverlapTable {
  return readStratifiedCsv(text, [], from).whole
}

/** A table by strata, and all of them together. */
export interface StratifiedTable {
  readonly whole: OverlapTable
  /** By the values of the columns asked for, joined with ", "; in order of appearance. */
  readonly strata: ReadonlyMap<string, OverlapTable>
}

/** As `readTableCsv`, with some columns (`month`, `place` …) taken as strata: each must hold a value in every line. */
export function readStratifiedCsv(text: string, by: readonly string[], from = 'overlap table'): StratifiedTable {
  const lines = recordsOf(text.replace(/^\uFEFF/, ''), from)
  const header = lines[0]
  if (header === undefined) throw new TableError(from, 'it is empty; the first line names the lists and ends with n')
  const columns = header.cells.map((name) => name.trim())
  const at = columns.findLastIndex((name) => COUNT_COLUMNS.includes(name.toLowerCase()))
  if (at === -1) {
    throw new TableError(
      from,
      `no column of counts among ${columns.join(', ')}; call it n and give one 0/1 column a list`,
    )
  }
  const unnamed = columns.indexOf('')
  if (unnamed !== -1) throw new TableError(from, `column ${unnamed + 1} has no name`)
  const absent = by.find((name) => !columns.includes(name))
  if (absent !== undefined)
    throw new TableError(from, `no column ${JSON.stringify(absent)} among ${columns.join(', ')}`)
  const isList = columns.map((name, column) => column !== at && !by.includes(name))
  const names = columns.filter((_, column) => isList[column])
  const rows = new Map<string, { history: number[]; count: number; where: string }[]>()
  for (const { cells, line } of lines.slice(1)) {
    const where = `line ${line}`
    if (cells.length !== columns.length) {
      throw new TableError(`${from}, ${where}`, `${cells.length} cells under ${columns.length} columns`)
    }
    const empty = by.find((name) => cells[columns.indexOf(name)]!.trim() === '')
    if (empty !== undefined) throw new TableError(`${from}, ${where}`, `${JSON.stringify(empty)} is empty`)
    const stratum = by.map((name) => cells[columns.indexOf(name)]!.trim()).join(', ')
    const number = (column: number) => numberOf(cells[column]!, columns[column]!, `${from}, ${where}`)
    const history = columns.flatMap((_, column) => (isList[column] ? [number(column)] : []))
    rows.set(stratum, [...(rows.get(stratum) ?? []), { history, count: number(at), where }])
  }
  if (by.length === 0) return { whole: overlapTable(names, rows.get('') ?? [], from), strata: new Map() }
  const strata = new Map([...rows].map(([stratum, of]) => [stratum, overlapTable(names, of, `${from}, ${stratum}`)]))
  return {
    whole: tableOf(
      names,
      [...strata.values()].flatMap(({ cells }) => cells),
    ),
    strata,
  }
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
