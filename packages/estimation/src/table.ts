/** The overlap table: how many people are on exactly these lists and no others. */

/** One observed history: bit i of `lists` is set where the person is on list i. */
export interface Cell {
  readonly lists: number
  readonly count: number
}

export interface OverlapTable {
  readonly names: readonly string[]
  /** Histories with at least one list, in order of their bits; those left out have a count of zero. */
  readonly cells: readonly Cell[]
  /** People on at least one list. */
  readonly observed: number
}

/** An overlap table that cannot be one. The message names the value and what to do. */
export class TableError extends Error {
  constructor(where: string, what: string) {
    super(`${where}: ${what}`)
    this.name = 'TableError'
  }
}

/** Bits in a history are bits of an integer; a table with more lists cannot be written down here. */
export const MOST_LISTS_READ = 30
/** Above this the models have over a thousand cells, and no real table has filled them. */
export const MOST_LISTS_MODELLED = 10

/** Builds a table from rows of 0/1 and a count. Throws TableError for what is no overlap table; `from` names it. */
export function overlapTable(
  names: readonly string[],
  rows: readonly { readonly history: readonly number[]; readonly count: number; readonly where?: string }[],
  from = 'overlap table',
): OverlapTable {
  if (names.length === 0) throw new TableError(from, 'it has no list; give one 0/1 column for each list')
  if (names.length > MOST_LISTS_READ) {
    throw new TableError(
      from,
      `${names.length} lists; at most ${MOST_LISTS_READ} can be read: merge lists that belong together`,
    )
  }
  const repeated = names.find((name, index) => names.indexOf(name) !== index)
  if (repeated !== undefined)
    throw new TableError(from, `two lists are called ${JSON.stringify(repeated)}; name each once`)
  const counts = new Map<number, { count: number; where: string }>()
  rows.forEach(({ history, count, where: given }, index) => {
    const where = `${from}, ${given ?? `row ${index + 1}`}`
    if (history.length !== names.length) {
      throw new TableError(where, `${history.length} marks for ${names.length} lists`)
    }
    let lists = 0
    history.forEach((mark, list) => {
      if (mark !== 0 && mark !== 1) {
        throw new TableError(
          where,
          `${JSON.stringify(names[list])} holds ${mark}; it must be 1 (on the list) or 0 (not)`,
        )
      }
      if (mark === 1) lists |= 1 << list
    })
    if (!Number.isFinite(count) || count < 0) {
      throw new TableError(where, `a count of ${count}; counts are whole numbers from 0`)
    }
    if (!Number.isInteger(count)) {
      throw new TableError(
        where,
        `a count of ${count}; people are counted whole: give each linkage draw as its own table`,
      )
    }
    if (lists === 0) {
      if (count === 0) return
      throw new TableError(
        where,
        `${count} people on no list: that number is what is to be estimated; leave the history of zeros out`,
      )
    }
    const earlier = counts.get(lists)
    if (earlier !== undefined) {
      throw new TableError(
        where,
        `the history ${history.join('')} stands twice (first in ${earlier.where}); if these are strata, give each as its own table, else add the counts`,
      )
    }
    counts.set(lists, { count, where: given ?? `row ${index + 1}` })
  })
  return tableOf(
    names,
    [...counts].map(([lists, { count }]) => ({ lists, count })),
  )
}

/** A table from cells that are known to be valid; equal histories are added, empty ones left out. */
export function tableOf(names: readonly string[], cells: readonly Cell[]): OverlapTable {
  const counts = new Map<number, number>()
  for (const { lists, count } of cells) {
    if (lists !== 0 && count > 0) counts.set(lists, (counts.get(lists) ?? 0) + count)
  }
  const kept = [...counts].sort(([a], [b]) => a - b).map(([lists, count]) => ({ lists, count }))
  return { names, cells: kept, observed: kept.reduce((sum, { count }) => sum + count, 0) }
}

/** Counts of all 2^t histories by their bits; the first, of the unlisted, is 0. */
export function denseCounts(table: OverlapTable): Float64Array {
  const counts = new Float64Array(2 ** table.names.length)
  for (const { lists, count } of table.cells) counts[lists] = count
  return counts
}

export function tableFromDense(names: readonly string[], counts: ArrayLike<number>): OverlapTable {
  return tableOf(
    names,
    Array.from(counts, (count, lists) => ({ lists, count })),
  )
}

/** How many people are on all of these lists (and perhaps on others). */
export function overlapOf(table: OverlapTable, lists: number): number {
  return table.cells.reduce((sum, cell) => ((cell.lists & lists) === lists ? sum + cell.count : sum), 0)
}

/** How many lists a history names. */
export function sizeOf(lists: number): number {
  let size = 0
  for (let left = lists; left !== 0; left &= left - 1) size++
  return size
}

/** Numbers of the lists in a history, from 0. */
export function membersOf(lists: number): readonly number[] {
  const members: number[] = []
  for (let list = 0; lists >>> list !== 0; list++) if ((lists >>> list) & 1) members.push(list)
  return members
}

/** The same people seen through some of the lists only: who was only on the others is no longer observed. */
export function keepLists(table: OverlapTable, kept: readonly number[]): OverlapTable {
  return tableOf(
    kept.map((list) => table.names[list]!),
    table.cells.map(({ lists, count }) => ({
      lists: kept.reduce((bits, list, index) => bits | (((lists >>> list) & 1) << index), 0),
      count,
    })),
  )
}

/** What stands in the way of a table being used whole, in words; the lists that can be used. */
export interface Usability {
  readonly usable: readonly number[]
  readonly notes: readonly TableNote[]
}

export interface TableNote {
  readonly kind: 'empty_list' | 'equal_lists' | 'contained_list' | 'no_overlap' | 'lone_list'
  readonly lists: readonly string[]
  readonly message: string
}

/**
 * A list is left out where it holds nobody, where everyone on it is on another list too (it then says nothing about who
 * is missed by both), or where it repeats another. Pairs of lists without anybody in common are named.
 */
export function usabilityOf(table: OverlapTable): Usability {
  const { names } = table
  const notes: TableNote[] = []
  const total = names.map((_, list) => overlapOf(table, 1 << list))
  const both = (a: number, b: number) => overlapOf(table, (1 << a) | (1 << b))
  let usable = names.map((_, list) => list)
  usable = usable.filter((list) => {
    if (total[list]! > 0) return true
    notes.push({ kind: 'empty_list', lists: [names[list]!], message: `${names[list]} holds nobody and is left out.` })
    return false
  })
  for (const list of [...usable]) {
    const other = usable.find(
      (one) => one !== list && both(list, one) === total[list] && (total[one]! > total[list]! || one < list),
    )
    if (other === undefined) continue
    usable = usable.filter((one) => one !== list)
    const equal = total[other] === total[list]
    notes.push({
      kind: equal ? 'equal_lists' : 'contained_list',
      lists: [names[list]!, names[other]!],
      message: equal
        ? `${names[list]} and ${names[other]} hold the same people: they count as one list, and ${names[list]} is left out.`
        : `Everyone on ${names[list]} is on ${names[other]} too, as if one were copied from the other: ${names[list]} is left out.`,
    })
  }
  for (const a of usable) {
    const others = usable.filter((one) => one !== a)
    if (others.length > 0 && others.every((one) => both(a, one) === 0)) {
      notes.push({
        kind: 'lone_list',
        lists: [names[a]!],
        message: `Nobody on ${names[a]} is on any other list: how many both missed cannot be told from it.`,
      })
    }
    for (const b of usable) {
      if (b <= a || both(a, b) > 0) continue
      notes.push({
        kind: 'no_overlap',
        lists: [names[a]!, names[b]!],
        message: `No one is on both ${names[a]} and ${names[b]}.`,
      })
    }
  }
  return { usable, notes }
}
