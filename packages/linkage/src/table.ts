/** A list as columns: each column its distinct values once, and for each row which of them. */

export interface TableColumn {
  readonly name: string
  /** Distinct values as written. */
  readonly values: readonly string[]
  /** Index into `values` of each row; -1 where the cell is empty. */
  readonly codes: Int32Array
}

export interface Table {
  /** Name of the list, usually its file's name. */
  readonly list: string
  readonly rows: number
  readonly columns: readonly TableColumn[]
}

/** A table from rows of cells; cells beyond the header are dropped, missing ones are empty. */
export function tableOf(
  list: string,
  header: readonly string[],
  rows: readonly (readonly (string | null | undefined)[])[],
): Table {
  const columns = header.map((name, column) => {
    const values: string[] = []
    const seen = new Map<string, number>()
    const codes = new Int32Array(rows.length)
    for (const [row, cells] of rows.entries()) {
      const cell = cells[column] ?? ''
      if (cell === '') {
        codes[row] = -1
        continue
      }
      let code = seen.get(cell)
      if (code === undefined) {
        code = values.length
        seen.set(cell, code)
        values.push(cell)
      }
      codes[row] = code
    }
    return { name, values, codes }
  })
  return { list, rows: rows.length, columns }
}
