/** Rows of a list as linkage takes them: one column a field that it compares, dates in one calendar. */
import { type Role, type Table, tableOf } from '@corroborate/linkage'
import { KEPT_FIELDS, type ListColumn } from '../model/list-record.ts'
import type { ReadRow } from './entry-facts.ts'

const KEPT: ReadonlySet<string> = new Set(KEPT_FIELDS)

/** Adds the role of every column to `roles`, by a name that no other list has. */
export function linkageTable(
  list: string,
  of: {
    readonly columns: readonly ListColumn[]
    readonly rows: readonly (readonly string[])[]
    readonly read: readonly ReadRow[]
  },
  chosen: readonly number[],
  roles: Record<string, Role>,
): Table {
  const compared = of.columns.flatMap(({ field }, place) => (KEPT.has(field) ? [] : [{ field, place }]))
  const header = compared.map(({ field, place }) => {
    const name = `${list}\u0000${place}`
    roles[name] = field as Role
    return name
  })
  return tableOf(
    list,
    header,
    chosen.map((row) =>
      compared.map(({ field, place }) => {
        const cell = of.rows[row]![place] ?? ''
        if (cell === '') return ''
        const { facts } = of.read[row]!
        if (field === 'death') return facts.death ?? cell
        if (field === 'birth') return facts.birth ?? cell
        return cell
      }),
    ),
  )
}
