/** A list as rows of cells, from the bytes of its original. */
import { readListBytes } from '../link/read-list.ts'

export interface ListRows {
  readonly headers: readonly string[]
  /** As wide as the header; '' where a cell is empty. */
  readonly rows: readonly (readonly string[])[]
  readonly notes: readonly string[]
}

/** Throws ListError. Without a header the columns are called by their places, and the first row is a row. */
export async function readListRows(file: string, bytes: Uint8Array, header: boolean): Promise<ListRows> {
  const name = file.split('/').at(-1) ?? file
  const { table, notes } = await readListBytes(name, bytes, () => true)
  const rows: string[][] = []
  for (let at = 0; at < table.rows; at++)
    rows.push(table.columns.map(({ values, codes }) => (codes[at]! < 0 ? '' : values[codes[at]!]!)))
  const names = table.columns.map((column) => column.name)
  if (header) return { headers: names, rows, notes }
  return { headers: names.map((_, at) => `column ${at + 1}`), rows: [names, ...rows], notes }
}
