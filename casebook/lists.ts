/** The lists of a case of the casebook, and how its register takes them. */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

export interface CasebookList {
  readonly file: string
  /** What is before the date of its release in the file's name. */
  readonly list: string
  readonly release: string
  readonly duplicates: boolean
}

export const TAKEN = { by: 'Casebook', reason: 'a list of the invented case' } as const

/** Lists that hold a person twice. */
const REPEATING = new Set(['documentation-circle-2024-05-16.csv'])

/** By name; none where the case has no lists. */
export async function casebookLists(source: string): Promise<readonly CasebookList[]> {
  const folder = join(source, 'lists')
  if (!existsSync(folder)) return []
  return (await readdir(folder)).sort().map((file) => {
    const [, list, release] = /^(.+)-(\d{4}-\d{2}-\d{2})\./.exec(file) ?? []
    if (list === undefined || release === undefined)
      throw new Error(`${file} is not named after a list and its day: NAME-YYYY-MM-DD.csv`)
    return { file, list, release, duplicates: REPEATING.has(file) }
  })
}
