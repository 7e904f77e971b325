/** What a careful reader must see in the lists of a case: who is one person, who is not, and who is neither. */
import type { CaseRegister, RegisterEntryView } from '@corroborate/workbench/contract'

/** Rows count from 1 with the header as row 1. */
interface ExpectedRow {
  readonly list: string
  readonly row: number
}

export interface ExpectedLists {
  readonly persons: readonly { readonly rows: readonly ExpectedRow[] }[]
  readonly differentPersons: readonly { readonly rows: readonly ExpectedRow[]; readonly why: string }[]
  readonly unidentified: readonly ExpectedRow[]
  readonly groups: readonly { readonly row: ExpectedRow; readonly persons: number }[]
}

type Pair = readonly [ExpectedRow, ExpectedRow]

/** Every kind of expectation of the lists, each with its test against a register. */
export function listOutcomes(expected: ExpectedLists, register: CaseRegister) {
  const file = new Map(register.summary.lists.map((release) => [release.id, release.file.split('/').at(-1)]))
  const at = new Map<string, { readonly entry: RegisterEntryView; readonly person: string | null }>()
  const place = (entry: RegisterEntryView, person: string | null) => {
    for (const { release, row } of entry.versions) at.set(`${file.get(release)} ${row + 1}`, { entry, person })
  }
  for (const person of register.persons) for (const entry of person.entryList) place(entry, person.id)
  for (const entry of register.others) place(entry, null)
  const found = ({ list, row }: ExpectedRow) => at.get(`${list} ${row}`)
  const together = ([a, b]: Pair) => found(a)?.person != null && found(a)?.person === found(b)?.person
  const say = (pair: Pair) => pair.map(({ list, row }) => `${list} ${row}`).join(' and ')
  const pairs = (groups: readonly { readonly rows: readonly ExpectedRow[] }[]): readonly Pair[] =>
    groups.flatMap(({ rows }) => rows.flatMap((a, nth) => rows.slice(nth + 1).map((b): Pair => [a, b])))
  const one = pairs(expected.persons)
  const two = pairs(expected.differentPersons)
  return {
    one: { what: 'pairs of rows that are one person', values: one, met: together, say },
    two: { what: 'pairs of rows that are two persons', values: two, met: (pair: Pair) => !together(pair), say },
    bodies: {
      what: 'bodies nobody named',
      values: expected.unidentified,
      met: (row: ExpectedRow) => found(row)?.entry.ending === 'unidentified',
      say: ({ list, row }: ExpectedRow) => `${list} ${row}`,
    },
    groups: {
      what: 'groups with their count',
      values: expected.groups,
      met: ({ row, persons }: ExpectedLists['groups'][number]) => {
        const entry = found(row)?.entry
        return entry?.ending === 'group' && entry.count?.low === persons && entry.count.high === persons
      },
      say: ({ row, persons }: ExpectedLists['groups'][number]) => `${row.list} ${row.row}: ${persons}`,
    },
  }
}
