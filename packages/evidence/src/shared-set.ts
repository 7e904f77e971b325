/** Where test sets lie that are not part of the project: beside the repository, or where CORROBORATE_SHARED says. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The folder of a set, null where it is absent. */
export function sharedSet(path: string): string | null {
  const shared = process.env.CORROBORATE_SHARED ?? join(import.meta.dirname, '../../../../shared')
  const folder = join(shared, path)
  return existsSync(folder) ? folder : null
}
