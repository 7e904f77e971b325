/** From the records of lists and their originals to the entries of the register. */
import type { ListRecord } from '../model/list-record.ts'
import type { RegisterEntry, RegisterList } from '../model/register.ts'
import { readRows } from './entry-facts.ts'
import { readListRows } from './list-rows.ts'

/** A list no longer reads as it did when it was taken, so that its rows cannot be told apart from one another. */
export class ListChangedError extends Error {
  constructor(record: ListRecord, rows: number) {
    super(
      `${record.file}: it reads as ${rows} rows, but was taken with ${record.entries.length}: run the version of the program that took it (list record ${record.id}), or take it again as a new release`,
    )
    this.name = 'ListChangedError'
  }
}

/** Reads every release, the oldest first. `bytesOf` gives the original of an item. */
export async function readEntries(
  records: readonly ListRecord[],
  bytesOf: (item: string) => Promise<Uint8Array>,
): Promise<{ readonly lists: readonly RegisterList[]; readonly entries: readonly RegisterEntry[] }> {
  const lists: RegisterList[] = []
  const entries = new Map<string, RegisterEntry>()
  const held = new Map<string, ReadonlySet<string>>()
  for (const record of records) {
    const { rows, notes } = await readListRows(record.file, await bytesOf(record.item), record.header)
    if (rows.length !== record.entries.length) throw new ListChangedError(record, rows.length)
    const { read, notes: unread } = readRows(record.columns, rows)
    for (const [at, id] of record.entries.entries()) {
      const before = entries.get(id)
      const version = { release: record.id, row: at + 1, cells: rows[at]! }
      entries.set(id, {
        id,
        list: record.list,
        versions: [...(before?.versions ?? []), version],
        removed: null,
        ...read[at]!,
      })
    }
    const now = new Set(record.entries)
    for (const id of held.get(record.list) ?? [])
      if (!now.has(id)) entries.set(id, { ...entries.get(id)!, removed: record.id })
    held.set(record.list, now)
    const { kind: _kind, entries: _entries, ...about } = record
    lists.push({ ...about, rows: rows.length, notes: [...notes, ...unread] })
  }
  return { lists, entries: [...entries.values()] }
}
