/** Frequency tables from files: how common a value of a field is beyond the lists at hand. */
import { dirname, resolve } from 'node:path'
import type { ExternalFrequencies, ValueCount } from '@corroborate/linkage'
import { ListError } from './list-error.ts'
import { readList } from './read-list.ts'

/** Fields a table may be given for. */
export const FREQUENCY_FIELDS = [
  'given',
  'middle',
  'family',
  'kunya',
  'mother',
  'place',
  'street',
  'occupation',
] as const

/**
 * Reads the table of each field: two columns, `value` and `count`, in any form a list may have; paths are taken from the
 * folder of `config`. Throws ListError.
 */
export async function readFrequencies(
  files: Readonly<Record<string, string>>,
  config: string,
): Promise<ExternalFrequencies> {
  const tables: Record<string, readonly ValueCount[]> = {}
  for (const [field, file] of Object.entries(files)) {
    if (!(FREQUENCY_FIELDS as readonly string[]).includes(field)) {
      throw new ListError(config, `there is no field ${field} for frequencies (fields: ${FREQUENCY_FIELDS.join(', ')})`)
    }
    tables[field] = await readTable(resolve(dirname(config), file))
  }
  return tables
}

async function readTable(path: string): Promise<readonly ValueCount[]> {
  const { table } = await readList(path, () => true)
  const column = (name: string) => table.columns.find((one) => one.name.trim().toLowerCase() === name)
  const value = column('value')
  const count = column('count')
  if (value === undefined || count === undefined) {
    throw new ListError(path, 'a table of frequencies needs the columns value and count')
  }
  return Array.from({ length: table.rows }, (_, row): ValueCount[] => {
    const written = value.values[value.codes[row]!]
    const number = Number(count.values[count.codes[row]!] ?? '')
    if (written === undefined) return []
    if (!(number > 0) || !Number.isFinite(number)) {
      throw new ListError(path, `row ${row + 1} has no count above 0; give how often the value occurs`)
    }
    return [{ value: written, count: number }]
  }).flat()
}
