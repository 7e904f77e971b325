/** What the schema of a list's record cannot say: rules between its members, and between it and the release before. */
import type { ListRecord } from '../model/list-record.ts'

/** Why a record is none; empty where it is one. `before` are the records of all releases taken earlier. */
export function listFaults(record: ListRecord, before: readonly ListRecord[]): readonly string[] {
  const { id, list, previous, entries, columns, sequence } = record
  const faults: string[] = []
  const rows = new Map<string, number>()
  for (const [at, entry] of entries.entries()) {
    const first = rows.get(entry)
    if (first !== undefined) faults.push(`rows ${first + 1} and ${at + 1} are one entry`)
    rows.set(entry, at)
  }
  if (columns.length === 0) faults.push('it has no column')
  const last = before.findLast((one) => one.list === list)
  if (last === undefined) {
    if (previous !== null) faults.push('it follows a release that is not there')
    if (list !== id) faults.push('the first release of a list has the id of the list')
  } else if (previous !== last.id) faults.push('it does not follow the latest release of its list')
  if (before.some((one) => one.sequence >= sequence)) faults.push('its sequence is not after those before')
  const elsewhere = new Set(before.flatMap((one) => (one.list === list ? [] : one.entries)))
  const strange = entries.findIndex((entry) => elsewhere.has(entry))
  if (strange !== -1) faults.push(`row ${strange + 1} is an entry of another list`)
  return faults
}
