/** What each column of a list is taken for. */
import type { Table } from '../table.ts'
import { type Role, roleOfHeader } from './roles.ts'

/** What became of each column of a list. */
export interface ColumnReading {
  readonly list: string
  readonly column: string
  readonly role: Role
}

/** No column of a list could be recognised. */
export class ColumnsError extends Error {
  constructor(list: string, headers: readonly string[]) {
    const shown = headers.slice(0, 12).map((header) => JSON.stringify(header.slice(0, 40)))
    super(
      `${list}: no column is recognised as a name, date or other field (columns: ${shown.join(', ')}${headers.length > 12 ? ', …' : ''}); the first row must be the header, or name the columns in a configuration: {"columns": {"HEADER": "name"}}`,
    )
    this.name = 'ColumnsError'
  }
}

/** Role of every column: by the given names first, then by its header. */
export function readColumns(tables: readonly Table[], given: Readonly<Record<string, Role>>): readonly ColumnReading[] {
  return tables.flatMap((table) => {
    const readings = table.columns.map(({ name }) => ({
      list: table.list,
      column: name,
      role: given[name] ?? roleOfHeader(name) ?? ('ignore' as const),
    }))
    if (readings.every(({ role }) => role === 'ignore') && table.rows > 0)
      throw new ColumnsError(
        table.list,
        table.columns.map(({ name }) => name),
      )
    return readings
  })
}
