/** Where an export goes: a new or empty folder outside the case, which is as it was before where the export fails. */
import { readdir, realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { type DiskOptions, makeFolders, nodeDisk } from '@corroborate/evidence'

export class ExportFolderError extends Error {
  constructor(folder: string, why: string) {
    super(`${folder} ${why}: name another folder with --to, nothing was written`)
    this.name = 'ExportFolderError'
  }
}

/** Has `write` fill the folder, and removes what lies in it where that fails. Throws ExportFolderError before anything. */
export async function fillExportFolder<T>(
  to: string,
  caseRoot: string,
  { disk = nodeDisk }: DiskOptions,
  write: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = resolve(to)
  const inside = relative(await realpath(caseRoot), await realOf(folder))
  if (inside.split(sep)[0] !== '..' && !isAbsolute(inside))
    throw new ExportFolderError(folder, 'lies in the case, which would then hold what is none of it')
  let made: string | null = null
  for (let at = folder; (await disk.stat(at)) === null; at = dirname(at)) made = at
  await makeFolders(disk, folder)
  if ((await readdir(folder)).length > 0) throw new ExportFolderError(folder, 'exists and is not empty')
  try {
    return await write(folder)
  } catch (error) {
    // What else fails here, a full disk for one, is told by the error that began it.
    const written =
      made === null ? (await disk.list(folder).catch(() => [])).map(({ name }) => join(folder, name)) : [made]
    for (const path of written) await disk.remove(path).catch(() => {})
    throw error
  }
}

/** The path as it will be, links followed as far as it is there. */
async function realOf(path: string): Promise<string> {
  try {
    return await realpath(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error
    return join(await realOf(dirname(path)), basename(path))
  }
}
