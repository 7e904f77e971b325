/** From the rows of all lists to records with their fields. */
import type { Table, TableColumn } from '../table.ts'
import { type ColumnReading, readColumns } from './columns.ts'
import { fromHijri, isHijri } from './date.ts'
import { type Dictionary, dictionaryFor } from './dictionary.ts'
import type { Field, Records } from './field.ts'
import { addNames, commonScript } from './name-fields.ts'
import { normalised } from './normalised.ts'
import { ordered } from './ordered.ts'
import { KINDS, type Kind, type Role } from './roles.ts'

/** Prepares all rows of all lists. Throws ColumnsError where a list has no column that linkage understands. */
export function prepare(
  tables: readonly Table[],
  options: { readonly columns: Readonly<Record<string, Role>>; readonly within: boolean },
): { readonly records: Records; readonly columns: readonly ColumnReading[] } {
  const columns = readColumns(tables, options.columns)
  let count = 0
  for (const table of tables) count += table.rows
  const dictionaries = new Map<string, Dictionary>()
  const linkable = new Uint8Array(count).fill(1)
  const list = new Int32Array(count)
  const row = new Int32Array(count)
  const script = commonScript(tables, columns)
  const hijri = new Map<string, Map<number, boolean>>()
  const dictionary = (key: string, kind: Kind): Dictionary => {
    const found = dictionaries.get(key) ?? dictionaryFor(kind, count)
    dictionaries.set(key, found)
    return found
  }
  let offset = 0
  let readingAt = 0
  for (const [index, table] of tables.entries()) {
    for (let at = 0; at < table.rows; at++) {
      list[offset + at] = index
      row[offset + at] = at
    }
    const byRole = new Map<Role, TableColumn[]>()
    for (const column of table.columns) {
      const { role } = columns[readingAt++]!
      if (role !== 'ignore') byRole.set(role, [...(byRole.get(role) ?? []), column])
    }
    addNames(table, byRole, script, offset, dictionary, linkable, index)
    for (const [role, sources] of byRole) {
      if (role === 'ignore' || KINDS[role] === 'name') {
        if (role !== 'mother') continue
      }
      for (const [nth, column] of sources.entries()) {
        const target = dictionary(nth === 0 ? role : `${role}${nth + 1}`, KINDS[role as Exclude<Role, 'ignore'>])
        const normal = normalised(KINDS[role as Exclude<Role, 'ignore'>], column.values)
        if (target.kind === 'date') {
          const seen = hijri.get(role) ?? new Map<number, boolean>()
          hijri.set(role, seen.set(index, isHijri(normal.filter((date) => date !== ''))))
        }
        const codes = normal.map((value) => target.code(value))
        let any = false
        for (let at = 0; at < table.rows; at++) {
          const code = column.codes[at]!
          const known = code >= 0 ? codes[code]! : -1
          if (known >= 0) any = true
          target.codes[offset + at] = known
        }
        if (any) target.lists.add(index)
      }
    }
    offset += table.rows
  }
  convertHijri(dictionaries, hijri, list)
  alone(dictionaries, linkable)
  const fields = usable(dictionaries, options.within ? 1 : 2)
  return { records: ordered({ count, list, row, linkable, fields }), columns }
}

/** Hijri columns turn Gregorian only where another list states the same date in the Gregorian calendar. */
function convertHijri(
  dictionaries: ReadonlyMap<string, Dictionary>,
  hijri: ReadonlyMap<string, ReadonlyMap<number, boolean>>,
  list: Int32Array,
): void {
  for (const [key, byList] of hijri) {
    const verdicts = [...byList.values()]
    if (!verdicts.includes(true) || !verdicts.includes(false)) continue
    const target = dictionaries.get(key)!
    for (let at = 0; at < target.codes.length; at++) {
      const code = target.codes[at]!
      if (code >= 0 && byList.get(list[at]!) === true) target.codes[at] = target.code(fromHijri(target.values[code]!))
    }
  }
}

/** A row that names nobody and states nothing that is one person's own is linked to nothing. */
function alone(dictionaries: ReadonlyMap<string, Dictionary>, linkable: Uint8Array): void {
  const own = ['given', 'family', 'kunya', 'identifier', 'email', 'phone', 'postcode'].flatMap(
    (key) => dictionaries.get(key) ?? [],
  )
  if (own.length === 0) return
  for (let at = 0; at < linkable.length; at++) if (own.every(({ codes }) => codes[at]! < 0)) linkable[at] = 0
}

function usable(dictionaries: ReadonlyMap<string, Dictionary>, lists: number): Field[] {
  return [...dictionaries]
    .filter(([, { values, lists: stated }]) => values.length > 1 && stated.size >= lists)
    .map(([key, { kind, values, codes }]) => ({ key, kind, values, codes }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}
