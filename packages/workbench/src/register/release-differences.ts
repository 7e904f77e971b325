/** What changed from one release of a list to the next, row by row and field by field. */
import type { RegisterEntry, RegisterList } from '../model/register.ts'

export interface ChangedField {
  /** Header in the later release, or in the earlier where the later has none of its name. */
  readonly header: string
  readonly before: string
  readonly after: string
}

export interface ReleaseDifferences {
  readonly release: string
  readonly previous: string
  readonly added: readonly { readonly entry: string; readonly row: number }[]
  readonly removed: readonly { readonly entry: string; readonly row: number }[]
  readonly changed: readonly {
    readonly entry: string
    readonly row: number
    readonly rowBefore: number
    readonly fields: readonly ChangedField[]
  }[]
  readonly unchanged: number
}

/** Null for the first release of a list. */
export function releaseDifferences(
  release: RegisterList,
  lists: readonly RegisterList[],
  entries: readonly RegisterEntry[],
): ReleaseDifferences | null {
  const previous = lists.find(({ id }) => id === release.previous)
  if (previous === undefined) return null
  const added: { entry: string; row: number }[] = []
  const removed: { entry: string; row: number }[] = []
  const changed: ReleaseDifferences['changed'][number][] = []
  let unchanged = 0
  for (const { id, list, versions } of entries) {
    if (list !== release.list) continue
    const before = versions.find((version) => version.release === previous.id)
    const after = versions.find((version) => version.release === release.id)
    if (before === undefined && after !== undefined) added.push({ entry: id, row: after.row })
    else if (before !== undefined && after === undefined) removed.push({ entry: id, row: before.row })
    else if (before !== undefined && after !== undefined) {
      const fields = changedFields(previous, before.cells, release, after.cells)
      if (fields.length === 0) unchanged++
      else changed.push({ entry: id, row: after.row, rowBefore: before.row, fields })
    }
  }
  const byRow = (a: { row: number }, b: { row: number }) => a.row - b.row
  return {
    release: release.id,
    previous: previous.id,
    added: added.sort(byRow),
    removed: removed.sort(byRow),
    changed: changed.sort(byRow),
    unchanged,
  }
}

/** Columns are paired by header and, among equal headers, by their order. */
function changedFields(
  previous: RegisterList,
  before: readonly string[],
  release: RegisterList,
  after: readonly string[],
): readonly ChangedField[] {
  const old = byHeader(previous, before)
  const now = byHeader(release, after)
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key) => {
    const was = old.get(key)?.cell ?? ''
    const is = now.get(key)?.cell ?? ''
    return was === is ? [] : [{ header: (now.get(key) ?? old.get(key))!.header, before: was, after: is }]
  })
}

function byHeader({ columns }: RegisterList, cells: readonly string[]) {
  const seen = new Map<string, number>()
  return new Map(
    columns.map(({ header }, place) => {
      const nth = seen.get(header) ?? 0
      seen.set(header, nth + 1)
      return [`${nth} ${header}`, { header, cell: cells[place] ?? '' }] as const
    }),
  )
}
