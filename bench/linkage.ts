/**
 * Measures linkage: quality on public sets beside Splink's figures, on invented lists in two scripts, and speed on
 * generated rows. `node bench/linkage.ts [--rows N]`; 100,000 rows unless told (1000000 for the million).
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Linkage, link, roleOfHeader, type Table, tableOf } from '@corroborate/linkage'
import { readList } from '../packages/workbench/src/link/read-list.ts'
import { inventLists, TWO_SCRIPTS } from './linkage-lists.ts'
import { sharedFolder, writePeople } from './linkage-people.ts'

interface PublicSet {
  readonly name: string
  readonly files: readonly string[]
  /** Column that holds the truth; it is taken out before linking. */
  readonly truth: string
  readonly personOf: (value: string) => string
  /** Splink 5 as measured on two cores: F1, and how it was counted. */
  readonly splink: string
}

const whole = (value: string) => value
const febrlPerson = (value: string) => value.split('-')[1] ?? value

export const PUBLIC_SETS: readonly PublicSet[] = [
  {
    name: 'febrl3',
    files: ['febrl/dataset3.csv'],
    truth: 'rec_id',
    personOf: febrlPerson,
    splink: 'best pairs 0.9958',
  },
  {
    name: 'febrl4',
    files: ['febrl/dataset4a.csv', 'febrl/dataset4b.csv'],
    truth: 'rec_id',
    personOf: febrlPerson,
    splink: 'best pairs 0.9996',
  },
  {
    name: 'historical_50k',
    files: ['splink/historical_figures_with_errors_50k.parquet'],
    truth: 'cluster',
    personOf: whole,
    splink: 'clusters 0.8283, best pairs 0.7666',
  },
  {
    name: 'fake_1000',
    files: ['splink/fake_1000.csv'],
    truth: 'cluster',
    personOf: whole,
    splink: 'best pairs 0.8610',
  },
]

/** Columns that would give the truth away. */
const GIVEAWAYS = new Set(['rec_id', 'unique_id', 'cluster'])

export interface Quality {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  /** Best F1 of scored pairs by threshold, picked with the truth in hand. */
  readonly bestPairs: number
}

/** Pairwise quality of the persons at the default threshold, and of scored pairs at the best one. */
export function quality(linkage: Linkage, truth: readonly (readonly string[])[]): Quality {
  const cross = truth.length > 1
  const counts = (key: (list: number, row: number) => string): number => {
    const groups = new Map<string, { all: number; lists: Map<number, number> }>()
    for (const [list, rows] of truth.entries())
      for (let row = 0; row < rows.length; row++) {
        const name = key(list, row)
        const group = groups.get(name) ?? { all: 0, lists: new Map() }
        groups.set(name, group)
        group.all++
        group.lists.set(list, (group.lists.get(list) ?? 0) + 1)
      }
    let pairs = 0
    for (const { all, lists } of groups.values()) {
      pairs += (all * (all - 1)) / 2
      if (cross) for (const count of lists.values()) pairs -= (count * (count - 1)) / 2
    }
    return pairs
  }
  const found = counts((list, row) => String(linkage.persons[list]![row]))
  const wanted = counts((list, row) => truth[list]![row]!)
  const right = counts((list, row) => `${linkage.persons[list]![row]}|${truth[list]![row]}`)
  let kept = 0
  let hits = 0
  let bestPairs = 0
  for (const { a, b } of linkage.pairs()) {
    kept++
    if (truth[a.list]![a.row] === truth[b.list]![b.row]) hits++
    bestPairs = Math.max(bestPairs, (2 * hits) / (kept + wanted))
  }
  return { precision: right / found, recall: right / wanted, f1: (2 * right) / (found + wanted), bestPairs }
}

/** The lists of a set without what gives the truth away, and the truth. */
export async function loadSet({ files, truth, personOf }: PublicSet) {
  const tables: Table[] = []
  const persons: string[][] = []
  for (const file of files) {
    const { table } = await readList(join(sharedFolder, 'linkage', file), () => true)
    const column = table.columns.find(({ name }) => name === truth)!
    persons.push(Array.from(column.codes, (code) => personOf(column.values[code]!)))
    tables.push({ ...table, columns: table.columns.filter(({ name }) => !GIVEAWAYS.has(name)) })
  }
  return { tables, persons }
}

function seconds(from: number): string {
  return `${((performance.now() - from) / 1000).toFixed(1)} s`
}

function shown({ precision, recall, f1, bestPairs }: Quality): string {
  const [p, r, f, best] = [precision, recall, f1, bestPairs].map((value) => value.toFixed(4))
  return `clusters F1 ${f} (precision ${p}, recall ${r}), best pairs ${best}`
}

async function publicSets(): Promise<void> {
  for (const set of PUBLIC_SETS) {
    if (!existsSync(join(sharedFolder, 'linkage', set.files[0]!))) {
      console.log(`${set.name}: skipped, not present`)
      continue
    }
    const start = performance.now()
    const { tables, persons } = await loadSet(set)
    const read = seconds(start)
    const linked = performance.now()
    const linkage = link(tables)
    const time = seconds(linked)
    console.log(
      `${set.name}: ${shown(quality(linkage, persons))}; read ${read}, linked ${time} | Splink: ${set.splink}`,
    )
  }
}

function twoScripts(): void {
  for (const people of [2000, 10_000]) {
    const lists = inventLists(people, TWO_SCRIPTS, 1)
    const start = performance.now()
    const linkage = link(lists.map(({ list, header, rows }) => tableOf(list, header, rows)))
    const truth = lists.map((list) => list.truth.map(String))
    console.log(`Arabic and Latin, ${people} people: ${shown(quality(linkage, truth))}; ${seconds(start)}`)
  }
}

async function speed(rows: number): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-linkage-'))
  try {
    const file = join(folder, 'people.csv')
    await writePeople(rows, file)
    const start = performance.now()
    const { table } = await readList(file, (header) => roleOfHeader(header) !== null)
    const read = seconds(start)
    const linked = performance.now()
    const linkage = link([table])
    const time = seconds(linked)
    const memory = process.resourceUsage().maxRSS / 1e6
    const { table: answers } = await readList(file, (header) => header === 'cluster')
    const column = answers.columns.find(({ name }) => name === 'cluster')!
    const truth = [Array.from(column.codes, (code) => column.values[code]!)]
    console.log(
      `${rows} generated rows: ${shown(quality(linkage, truth))}; read ${read}, linked ${time}, ${linkage.compared} pairs compared, ${memory.toFixed(2)} GB`,
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
  await publicSets()
  twoScripts()
  if (existsSync(join(sharedFolder, 'linkage/splink'))) await speed(Number(values.rows))
  else console.log('generated rows: skipped, historical_50k not present')
}
