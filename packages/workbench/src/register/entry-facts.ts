/** What a row states, brought to one form: kind, count, name, sex, age, dates. Nothing is inferred from a name or a place. */
import { parseCount } from '@corroborate/claims'
import { ageOf, dateOf, dayOrderOf, entryKind, fromHijri, isArabic, sexOf } from '@corroborate/linkage'
import type { EntryField, ListColumn } from '../model/list-record.ts'
import type { EntryFacts, EntryKindName, GroupCount } from '../model/register.ts'

export interface ReadRow {
  readonly kind: EntryKindName
  readonly count: GroupCount | null
  readonly facts: EntryFacts
}

/** Reads all rows of one release, since how a column writes its dates is decided by the whole column. */
export function readRows(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
): { readonly read: readonly ReadRow[]; readonly notes: readonly string[] } {
  const at = new Map<EntryField, number[]>()
  for (const [place, { field }] of columns.entries()) at.set(field, [...(at.get(field) ?? []), place])
  const cellsOf = (cells: readonly string[], field: EntryField) =>
    (at.get(field) ?? []).map((place) => (cells[place] ?? '').trim()).filter((cell) => cell !== '')
  const first = (cells: readonly string[], field: EntryField) => cellsOf(cells, field)[0] ?? null
  const unread = { age: 0, date: 0 }
  const dates = (field: 'birth' | 'death') => {
    const order = dayOrderOf(rows.flatMap((cells) => cellsOf(cells, field)))
    return (cells: readonly string[]) => {
      const written = cellsOf(cells, field)
      if (written.length === 0) return null
      const read = written.map((cell) => edtfOf(cell, order)).find((date) => date !== null) ?? null
      if (read === null) unread.date++
      return read
    }
  }
  const birthOf = dates('birth')
  const deathOf = dates('death')
  const read = rows.map((cells): ReadRow => {
    const names = namesOf(cells, cellsOf)
    const kind = kindOf(names)
    const age = first(cells, 'age')
    const years = age === null ? '' : ageOf(age)
    if (age !== null && years === '') unread.age++
    const sex = sexOf(first(cells, 'sex') ?? '')
    return {
      kind,
      count: kind === 'group' ? groupCount(cells, names, cellsOf) : null,
      facts: {
        name: names[0] ?? '',
        names,
        father: first(cells, 'father'),
        sex: sex === 'f' ? 'female' : sex === 'm' ? 'male' : null,
        age: years === '' ? null : Number(years),
        birth: birthOf(cells),
        death: deathOf(cells),
        place: first(cells, 'place'),
        status: first(cells, 'status'),
        cause: first(cells, 'cause'),
        record: first(cells, 'record'),
      },
    }
  })
  return {
    read,
    notes: [
      ...(unread.date === 0 ? [] : [`${unread.date} dates were not understood; they stand as written`]),
      ...(unread.age === 0 ? [] : [`${unread.age} ages were not understood; they stand as written`]),
    ],
  }
}

type CellsOf = (cells: readonly string[], field: EntryField) => readonly string[]

/** Whole names first, then one put together from its parts. */
function namesOf(cells: readonly string[], cellsOf: CellsOf): readonly string[] {
  const whole = cellsOf(cells, 'name')
  const parts = (['given', 'father', 'grandfather', 'family'] as const).flatMap((field) =>
    cellsOf(cells, field).slice(0, 1),
  )
  const given = cellsOf(cells, 'given').length + cellsOf(cells, 'family').length > 0
  return whole.length > 0 ? whole : given ? [parts.join(' ')] : []
}

function kindOf(names: readonly string[]): EntryKindName {
  const kinds = names.map(entryKind)
  if (kinds.includes('group')) return 'group'
  return kinds.includes('person') ? 'person' : 'unidentified'
}

/** A group without a number is two at least. */
function groupCount(cells: readonly string[], names: readonly string[], cellsOf: CellsOf): GroupCount {
  for (const text of [...cellsOf(cells, 'count'), ...names, ...cellsOf(cells, 'remark')]) {
    const printed = parseCount(text, isArabic(text) ? 'ar' : 'en')
    if (printed?.value == null || printed.value < 1) continue
    const { value, valueMax, comparator } = printed
    switch (comparator) {
      case 'at_least':
        return { low: value, high: null, comparator }
      case 'more_than':
        return { low: value + 1, high: null, comparator }
      case 'up_to':
        return { low: Math.min(2, value), high: value, comparator }
      case 'fewer_than':
        return { low: Math.min(2, value - 1), high: value - 1, comparator }
      default:
        return { low: value, high: valueMax ?? value, comparator }
    }
  }
  return { low: 2, high: null, comparator: 'vague' }
}

/** EDTF of a written date; years of the Hijra are turned. Null where there is none or it cannot be. */
export function edtfOf(written: string, order: 'day-first' | 'month-first'): string | null {
  const digits = dateOf(written, order)
  if (digits === '') return null
  const date = digits >= '13000000' && digits < '14810000' ? fromHijri(digits) : digits
  const [year, month, day] = [date.slice(0, 4), date.slice(4, 6), date.slice(6, 8)]
  if (month === '00') return year
  // A day and a month that stand the other way round than in the rest of the column.
  if (Number(month) > 12) return Number(day) >= 1 && Number(day) <= 12 ? checked(`${year}-${day}-${month}`) : null
  return day === '00' ? `${year}-${month}` : checked(`${year}-${month}-${day}`)
}

function checked(date: string): string | null {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date) ? date : null
}
