/** What a folder holds, with everything in the folders below it. */
import { join } from 'node:path'
import { type Disk, type EntryKind, errorCode, isMissing } from './disk.ts'

export interface FoundEntry {
  /** Below the folder, with slashes. */
  readonly path: string
  /** `folder` only where it is empty; `other` too for one that cannot be listed. */
  readonly kind: EntryKind
}

/** Sorted by path in code-unit order; empty where there is no such folder. Links below it are not followed. */
export async function entriesUnder(disk: Disk, folder: string): Promise<readonly FoundEntry[]> {
  const found: FoundEntry[] = []
  const walk = async (below: string) => {
    const entries = await disk.list(join(folder, below)).catch((error: unknown) => {
      if (below === '' ? !isMissing(error) : errorCode(error) === null) throw error
      return null
    })
    if (below !== '' && !entries?.length) found.push({ path: below, kind: entries === null ? 'other' : 'folder' })
    for (const { name, kind } of entries ?? []) {
      const path = below === '' ? name : `${below}/${name}`
      if (kind === 'folder') await walk(path)
      else found.push({ path, kind })
    }
  }
  await walk('')
  return found.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** Paths of the plain files below a folder, sorted; none where there is no such folder. */
export async function filesUnder(disk: Disk, folder: string): Promise<readonly string[]> {
  return (await entriesUnder(disk, folder)).filter(({ kind }) => kind === 'file').map(({ path }) => path)
}
