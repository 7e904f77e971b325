/** Takes an item of the case into the register as a list, or as a new release of one: the record, and what it will say. */

import { ListError } from '../link/list-error.ts'
import type { Capture } from '../model/capture.ts'
import { newEntryId, newRecordId } from '../model/ids.ts'
import type { ListColumn, ListRecord } from '../model/list-record.ts'
import type { RegisterEntry, RegisterList } from '../model/register.ts'
import { readListColumns } from './columns.ts'
import { readRows } from './entry-facts.ts'
import { readListRows } from './list-rows.ts'
import { matchReleases } from './match-release.ts'

export interface ListRequest {
  /** Name under which the item was added, its last part, or the beginning of its digest. */
  readonly item: string
  readonly name: string | null
  readonly release: string | null
  readonly header: boolean
  /** Field to column, as a person names them. */
  readonly columns: Readonly<Record<string, string>>
  readonly duplicates: boolean
}

export interface ColumnPreview extends ListColumn {
  readonly filled: number
  readonly distinct: number
  /** The first different cells, cut short. */
  readonly examples: readonly string[]
}

export interface ListPreview {
  readonly item: string
  readonly file: string
  readonly rows: number
  readonly columns: readonly ColumnPreview[]
  readonly kinds: { readonly person: number; readonly group: number; readonly unidentified: number }
  readonly notes: readonly string[]
  /** Name of the list of which the item is already a release. */
  readonly takenAs: string | null
}

const EXAMPLES = 3
const EXAMPLE_LENGTH = 60

/** The item that a person names. Throws ListError where none or several fit. */
export function findItem(
  captures: readonly Capture[],
  asked: string,
): { readonly item: string; readonly file: string } {
  const items = new Map<string, string>()
  for (const { item, name, archive } of captures) {
    const fits = name === asked || name.split('/').at(-1) === asked || (asked.length >= 8 && item.startsWith(asked))
    if (!archive && fits && !items.has(item)) items.set(item, name)
  }
  const [only, ...others] = items
  if (only === undefined)
    throw new ListError(
      asked,
      'the case holds no item of this name: add the file first, with `corroborate add CASE FILE`',
    )
  if (others.length > 0)
    throw new ListError(
      asked,
      `several items have this name: give the beginning of the digest (${[...items.keys()].map((item) => item.slice(0, 12)).join(', ')})`,
    )
  return { item: only[0], file: only[1] }
}

/** What an item would be read as, with examples of its cells, for a person to confirm or put right. */
export async function previewList(
  request: Pick<ListRequest, 'item' | 'header' | 'columns'>,
  captures: readonly Capture[],
  lists: readonly RegisterList[],
  bytesOf: (item: string) => Promise<Uint8Array>,
): Promise<ListPreview> {
  const { item, file } = findItem(captures, request.item)
  const { headers, rows, notes } = await readListRows(file, await bytesOf(item), request.header)
  const columns = readListColumns(file, headers, request.columns)
  const { read, notes: unread } = readRows(columns, rows)
  return {
    item,
    file,
    rows: rows.length,
    columns: columns.map((column, place) => {
      const values = new Set<string>()
      let filled = 0
      for (const cells of rows) {
        const cell = cells[place] ?? ''
        if (cell === '') continue
        filled++
        values.add(cell)
      }
      const examples = [...values].slice(0, EXAMPLES).map((value) => value.slice(0, EXAMPLE_LENGTH))
      return { ...column, filled, distinct: values.size, examples }
    }),
    kinds: {
      person: read.filter(({ kind }) => kind === 'person').length,
      group: read.filter(({ kind }) => kind === 'group').length,
      unidentified: read.filter(({ kind }) => kind === 'unidentified').length,
    },
    notes: [...notes, ...unread],
    takenAs: lists.findLast((release) => release.item === item)?.name ?? null,
  }
}

/**
 * The record of a list as it is taken. A name that a list of the register has makes it that list's next release, whose
 * rows go on from the entries before. Throws ListError.
 */
export async function takeList(
  request: ListRequest,
  who: { readonly by: string; readonly reason: string; readonly at: string },
  held: {
    readonly captures: readonly Capture[]
    readonly lists: readonly RegisterList[]
    readonly entries: readonly RegisterEntry[]
  },
  bytesOf: (item: string) => Promise<Uint8Array>,
): Promise<ListRecord> {
  const { item, file } = findItem(held.captures, request.item)
  const { headers, rows } = await readListRows(file, await bytesOf(item), request.header)
  if (rows.length === 0) throw new ListError(file, 'it has no rows under its header; there is nothing to register')
  const columns = readListColumns(file, headers, request.columns)
  const name = request.name ?? nameOf(file)
  const previous = held.lists.findLast((release) => sameName(release.name, name)) ?? null
  refuseTwice(file, { item, name, columns, request }, previous, held.lists)
  const id = newRecordId()
  return {
    kind: 'list',
    id,
    ...who,
    sequence: (held.lists.at(-1)?.sequence ?? -1) + 1,
    list: previous?.list ?? id,
    name: previous?.name ?? name,
    release: request.release,
    previous: previous?.id ?? null,
    item,
    file,
    header: request.header,
    columns: [...columns],
    duplicates: request.duplicates,
    entries: previous === null ? rows.map(() => newEntryId()) : continued(columns, rows, item, previous, held.entries),
  }
}

function nameOf(file: string): string {
  return (file.split('/').at(-1) ?? file).replace(/\.[a-z0-9]{1,8}$/i, '')
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFKC').toLowerCase().trim() === other.normalize('NFKC').toLowerCase().trim()
}

/** The same bytes twice would count every row twice. Read with other columns they are a new reading of the same list. */
function refuseTwice(
  file: string,
  taken: {
    readonly item: string
    readonly name: string
    readonly columns: readonly ListColumn[]
    readonly request: ListRequest
  },
  previous: RegisterList | null,
  lists: readonly RegisterList[],
): void {
  const before = lists.findLast((release) => release.item === taken.item)
  if (before === undefined) return
  const current = lists.findLast((release) => release.list === before.list)
  if (current?.id !== previous?.id || current === undefined)
    throw new ListError(
      file,
      `the same bytes are in the register as ${before.name}: a list counts once. To read its columns otherwise, give that name`,
    )
  if (
    current.item === taken.item &&
    current.duplicates === taken.request.duplicates &&
    current.release === taken.request.release &&
    JSON.stringify(current.columns) === JSON.stringify(taken.columns)
  )
    throw new ListError(file, `it is in the register as ${current.name}, read the same way; nothing was changed`)
}

/** Entries that go on where a row does; new ones for the others. */
function continued(
  columns: readonly ListColumn[],
  rows: readonly (readonly string[])[],
  item: string,
  previous: RegisterList,
  entries: readonly RegisterEntry[],
): string[] {
  const before = entries
    .flatMap(({ id, versions }) =>
      versions.flatMap((version) => (version.release === previous.id ? [{ id, ...version }] : [])),
    )
    .sort((a, b) => a.row - b.row)
  if (previous.item === item && before.length === rows.length) return before.map(({ id }) => id)
  const cells = before.map((one) => one.cells)
  const match = matchReleases(
    { columns: previous.columns, rows: cells, read: readRows(previous.columns, cells).read },
    { columns, rows, read: readRows(columns, rows).read },
  )
  return rows.map((_, row) => (match[row]! < 0 ? newEntryId() : before[match[row]!]!.id))
}
