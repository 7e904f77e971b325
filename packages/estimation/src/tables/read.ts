/** Reads the tables and reference values of this folder for tests and benchmarks. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OverlapTable } from '../table.ts'
import { readTableCsv } from '../table-csv.ts'

export function publishedTable(name: string): OverlapTable {
  return readTableCsv(readFileSync(join(import.meta.dirname, `${name}.csv`), 'utf8'), `${name}.csv`)
}

/** Rows of a reference file as objects of texts. */
export function referenceRows(name: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...rows] = readFileSync(join(import.meta.dirname, `reference-${name}.csv`), 'utf8')
    .trim()
    .split('\n')
  const columns = header!.split(',')
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, index) => [columns[index]!, cell])))
}
