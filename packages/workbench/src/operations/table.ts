/** Plain-text tables for a terminal. */
import { visible } from './terminal-text.ts'

/** Columns padded to their widest cell, controls of a cell made visible; a long last column is left as it is. Empty where there are no rows. */
export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const shown = rows.map((row) => row.map((cell) => visible(cell.replace(/[\t\n]/g, ' '))))
  const widths = header.map((title, column) =>
    Math.max(...[title, ...shown.map((row) => row[column] ?? '')].map(width)),
  )
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === cells.length - 1 ? cell : cell + ' '.repeat((widths[column] ?? 0) - width(cell)),
      )
      .join('  ')
      .trimEnd()
  return [
    line(header),
    line(widths.map((w, column) => '─'.repeat(column === widths.length - 1 ? width(header.at(-1) ?? '') : w))),
    ...shown.map(line),
  ].join('\n')
}

/** Characters, not counting marks that take no room of their own. */
function width(text: string): number {
  return [...text.replace(/\p{M}/gu, '')].length
}

/** Text on one line, cut to `limit` characters. */
export function cut(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= limit ? line : `${line.slice(0, limit - 1)}…`
}

/** "1 document", "2 documents". */
export function countOf(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`
}
