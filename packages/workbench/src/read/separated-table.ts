/** CSV and TSV to blocks of kind table, one a row. */
import { parse } from 'csv-parse/sync'
import { assemble } from './assemble.ts'
import type { PlainReading } from './plain-text.ts'
import { NO_METADATA, UnreadableError } from './read-result.ts'
import { rowPiece } from './sheet-row.ts'

const SEPARATORS = [',', ';', '\t', '|']

export function readSeparated(text: string, name: string, stated: string | null): PlainReading {
  const rows = recordsOf(text, name, stated ?? separatorOf(text))
  const pieces = rows.flatMap((cells, at) => rowPiece({ sheet: null, row: at + 1, from: 0, cells }) ?? [])
  return { ...assemble(pieces), metadata: NO_METADATA }
}

function recordsOf(text: string, name: string, delimiter: string): string[][] {
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    })
  } catch (error) {
    throw new UnreadableError(
      `${name} is no table we can read (${(error as Error).message}); open it in a spreadsheet program and save it as CSV`,
    )
  }
}

/** The mark that stands most evenly in the first lines. */
function separatorOf(text: string): string {
  const lines = text.split(/\r\n|[\r\n]/, 20).filter((line) => line !== '')
  const least = SEPARATORS.map((mark) => Math.min(...lines.map((line) => line.split(mark).length - 1)))
  const first = SEPARATORS.map((mark) => (lines[0] ?? '').split(mark).length - 1)
  const best = SEPARATORS.map((_, at) => least[at]! * 1000 + first[at]!)
  return SEPARATORS[best.indexOf(Math.max(...best))]!
}
