/** A reader that remembers: a part of the store that was not written since is not read again. */
import { type CaseReader, PARTS, type Part } from './case-store.ts'

/** The reader, remembering over all readers of one store that this memory is laid over. What it gives is shared. */
export type Recall = <T extends CaseReader>(reader: T) => T

/** Holds every part that was read, so as much memory as the case; for a server, which shows a case again and again. */
export function createRecall(): Recall {
  const kept = new Map<Part, { readonly stamp: string; readonly value: Promise<unknown> }>()
  const remembered = async (reader: CaseReader, part: Part): Promise<unknown> => {
    const stamp = (await reader.stamps()).get(part)
    if (stamp === undefined) return reader[part]()
    const before = kept.get(part)
    if (before?.stamp === stamp) return before.value
    const value = reader[part]()
    kept.set(part, { stamp, value })
    value.catch(() => kept.delete(part))
    return value
  }
  return (reader) => ({
    ...reader,
    ...Object.fromEntries(PARTS.map((part) => [part, () => remembered(reader, part)])),
  })
}
