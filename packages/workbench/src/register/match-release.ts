/** Which rows of a new release go on from which entries of the release before. */
import { link, type Role, type Table } from '@corroborate/linkage'
import type { ListColumn } from '../model/list-record.ts'
import type { ReadRow } from './entry-facts.ts'
import { linkageTable } from './linkage-table.ts'

export interface ReleaseRows {
  readonly columns: readonly ListColumn[]
  readonly rows: readonly (readonly string[])[]
  readonly read: readonly ReadRow[]
}

/** Share of equal numbers that must also have equal names before a list's own numbers are trusted. */
const TRUSTED = 0.5

/**
 * For each row of `now` the row of `before` that it continues, or -1: by the list's own numbers where they keep their
 * names, then by equal cells, by mostly equal ones, and by linkage. No row is continued twice.
 */
export function matchReleases(before: ReleaseRows, now: ReleaseRows): Int32Array {
  const match = new Int32Array(now.rows.length).fill(-1)
  const taken = new Uint8Array(before.rows.length)
  const take = (row: number, from: number) => {
    match[row] = from
    taken[from] = 1
  }
  for (const [row, from] of byNumber(before, now)) take(row, from)
  const stated = (columns: readonly ListColumn[]) => {
    const places = columns.flatMap(({ field }, place) => (field === 'record' ? [] : [place]))
    return (cells: readonly string[]) =>
      JSON.stringify(places.map((place) => [columns[place]!.header, cells[place] ?? '']))
  }
  const statedBefore = stated(before.columns)
  const waiting = new Map<string, number[]>()
  for (const [from, cells] of before.rows.entries())
    if (taken[from] === 0) waiting.set(statedBefore(cells), [...(waiting.get(statedBefore(cells)) ?? []), from])
  const statedNow = stated(now.columns)
  for (const [row, cells] of now.rows.entries()) {
    if (match[row] !== -1) continue
    const from = waiting.get(statedNow(cells))?.shift()
    if (from !== undefined) take(row, from)
  }
  for (const [row, from] of byMostCells(before, now, match, taken)) take(row, from)
  for (const [row, from] of byLinkage(before, now, match, taken)) take(row, from)
  return match
}

/** Pairs of rows with one number of the list's own, where numbers are unique and mostly keep their names. */
function byNumber(before: ReleaseRows, now: ReleaseRows): readonly (readonly [number, number])[] {
  const numbered = ({ read }: ReleaseRows): ReadonlyMap<string, number> | null => {
    const rows = new Map<string, number>()
    for (const [row, { facts }] of read.entries()) {
      if (facts.record === null) continue
      if (rows.has(facts.record)) return null
      rows.set(facts.record, row)
    }
    return rows
  }
  const old = numbered(before)
  const fresh = numbered(now)
  if (old === null || fresh === null) return []
  const pairs = [...fresh].flatMap(([number, row]) => {
    const from = old.get(number)
    return from === undefined ? [] : [[row, from] as const]
  })
  const named = pairs.filter(([row, from]) => now.read[row]!.facts.name === before.read[from]!.facts.name)
  return named.length >= pairs.length * TRUSTED ? pairs : []
}

/** Share of stated cells that must be equal for a row to go on with a few of them corrected. */
const MOSTLY = 0.5
/** Rows that share a value with more others than this are not found by it. */
const COMMON = 200

/** Rows that agree in more than half of what either states, the best first. A list is corrected a cell at a time. */
function byMostCells(
  before: ReleaseRows,
  now: ReleaseRows,
  match: Int32Array,
  taken: Uint8Array,
): readonly (readonly [number, number])[] {
  const shared = now.columns.flatMap(({ header, field }, place) => {
    const old = before.columns.findIndex((column) => column.header === header)
    return field === 'record' || old === -1 ? [] : [{ place, old }]
  })
  const rowsBy = new Map<string, number[]>()
  for (const [from, cells] of before.rows.entries()) {
    if (taken[from] === 1) continue
    for (const { place, old } of shared) {
      const cell = cells[old] ?? ''
      if (cell !== '') rowsBy.set(`${place} ${cell}`, [...(rowsBy.get(`${place} ${cell}`) ?? []), from])
    }
  }
  const found: { readonly row: number; readonly from: number; readonly score: number }[] = []
  for (const [row, cells] of now.rows.entries()) {
    if (match[row] !== -1) continue
    const equal = new Map<number, number>()
    for (const { place } of shared) {
      const rows = rowsBy.get(`${place} ${cells[place] ?? ''}`) ?? []
      if (rows.length <= COMMON) for (const from of rows) equal.set(from, (equal.get(from) ?? 0) + 1)
    }
    for (const from of equal.keys()) {
      const pairs = shared.map(({ place, old }) => [cells[place] ?? '', before.rows[from]![old] ?? ''] as const)
      const stated = pairs.filter(([is, was]) => is !== '' || was !== '').length
      const score = pairs.filter(([is, was]) => is !== '' && is === was).length / stated
      if (score > MOSTLY) found.push({ row, from, score })
    }
  }
  const rows = new Set<number>()
  const froms = new Set<number>()
  return found
    .sort((a, b) => b.score - a.score || a.row - b.row || a.from - b.from)
    .flatMap(({ row, from }) => {
      if (rows.has(row) || froms.has(from)) return []
      rows.add(row)
      froms.add(from)
      return [[row, from] as const]
    })
}

function byLinkage(
  before: ReleaseRows,
  now: ReleaseRows,
  match: Int32Array,
  taken: Uint8Array,
): readonly (readonly [number, number])[] {
  const old = [...taken.keys()].filter((from) => taken[from] === 0 && before.read[from]!.kind === 'person')
  const fresh = [...match.keys()].filter((row) => match[row] === -1 && now.read[row]!.kind === 'person')
  if (old.length === 0 || fresh.length === 0) return []
  const roles: Record<string, Role> = {}
  const tables: readonly Table[] = [linkageTable('before', before, old, roles), linkageTable('now', now, fresh, roles)]
  const { persons } = link(tables, { columns: roles })
  const byPerson = new Map([...persons[0]!].map((person, at) => [person, old[at]!]))
  return fresh.flatMap((row, at) => {
    const from = byPerson.get(persons[1]![at]!)
    return from === undefined ? [] : [[row, from] as const]
  })
}
