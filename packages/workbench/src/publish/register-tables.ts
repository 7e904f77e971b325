/** The register as tables of an export: one row an entry with where it ends, and one a toll beside the names. */
import type { CaseRegister, RegisterEntryView } from './register-contract.ts'

export type Row = Readonly<Record<string, string | number | null>>

/** `csv` writes rows under columns, with the notice on each and no cell that a spreadsheet would run. */
export function registerTables(
  { summary, persons, others, numbers }: CaseRegister,
  csv: (rows: readonly Row[], columns: readonly string[]) => string,
): Record<string, string> {
  if (summary.lists.length === 0) return {}
  const releases = new Map(summary.lists.map((release) => [release.id, release]))
  const rowOf = (entry: RegisterEntryView, person: string | null): Row => {
    const { facts, count, notVictim, versions } = entry
    const latest = versions.at(-1)
    const release = releases.get(latest?.release ?? '')
    return {
      ...{ entry: entry.id, person, ending: entry.ending, probability: entry.probability },
      ...{ list: release?.name ?? entry.list, release: release?.release ?? null, row: latest?.row ?? null },
      removed: entry.removed === null ? null : 'removed by its list',
      ...{ name: facts.name, other_names: facts.names.slice(1).join(' | '), father: facts.father, sex: facts.sex },
      ...{ age: facts.age, birth: facts.birth, death: facts.death, place: facts.place, status: facts.status },
      ...{ cause: facts.cause, number: facts.record, count_low: count?.low ?? null, count_high: count?.high ?? null },
      ...{ not_a_victim_by: notVictim?.by ?? null, not_a_victim_reason: notVictim?.reason ?? null },
    }
  }
  return {
    'register.csv': csv(
      [
        ...persons.flatMap((person) => person.entryList.map((entry) => rowOf(entry, person.id))),
        ...others.map((entry) => rowOf(entry, null)),
      ],
      REGISTER_COLUMNS,
    ),
    'names-and-numbers.csv': csv(
      numbers.map((row) => ({
        ...{ origin: row.origin, victims: row.victims, place: row.place, perpetrator: row.perpetrator },
        ...{ as_of: row.point.asOf, comparator: row.point.comparator, toll: row.point.value },
        ...{ toll_low: row.point.low, toll_high: row.point.high, cautions: row.cautions.join('; ') },
        ...{ named_low: row.named.low, named_high: row.named.high },
        ...{ unnamed_low: row.unnamed.low, unnamed_high: row.unnamed.high },
        ...{ unaccounted_low: row.unaccounted.low, unaccounted_high: row.unaccounted.high },
        ...{ excess_low: row.excess.low, excess_high: row.excess.high },
      })),
      NUMBER_COLUMNS,
    ),
  }
}

const REGISTER_COLUMNS = [
  ...['entry', 'person', 'ending', 'probability', 'list', 'release', 'row', 'removed', 'name', 'other_names', 'father'],
  ...['sex', 'age', 'birth', 'death', 'place', 'status', 'cause', 'number', 'count_low', 'count_high'],
  ...['not_a_victim_by', 'not_a_victim_reason'],
]

const NUMBER_COLUMNS = [
  ...['origin', 'victims', 'place', 'perpetrator', 'as_of', 'comparator', 'toll', 'toll_low', 'toll_high'],
  ...['named_low', 'named_high', 'unnamed_low', 'unnamed_high', 'unaccounted_low', 'unaccounted_high'],
  ...['excess_low', 'excess_high', 'cautions'],
]
