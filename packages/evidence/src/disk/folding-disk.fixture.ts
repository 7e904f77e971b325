/**
 * A disk as some file systems are: names that differ in case alone are one name, and names come back in another form of
 * Unicode than they were given in. For tests.
 */
import { basename, dirname, join } from 'node:path'
import { type Disk, isMissing } from './disk.ts'

export interface Folding {
  /** Two names with the same key are one. */
  key(name: string): string
  /** The form in which a new name is kept, and comes back. */
  kept(name: string): string
}

/** As HFS+ and APFS on a Mac, NTFS and FAT. */
export const FOLDINGS: Readonly<Record<string, Folding>> = {
  'case-insensitive': { key: (name) => name.toLowerCase(), kept: (name) => name },
  'Unicode-normalising': { key: (name) => name.normalize('NFD'), kept: (name) => name.normalize('NFD') },
  both: { key: (name) => name.normalize('NFD').toLowerCase(), kept: (name) => name.normalize('NFD') },
  'all capitals': { key: (name) => name.toUpperCase(), kept: (name) => name },
}

export function foldingDisk(disk: Disk, { key, kept }: Folding): Disk {
  /** The path by which the disk below knows what is asked for. */
  async function at(path: string): Promise<string> {
    const parent = dirname(path)
    if (parent === path) return path
    const folder = await at(parent)
    const wanted = key(basename(path))
    const there = await disk.list(folder).catch((error) => {
      if (isMissing(error)) return []
      throw error
    })
    return join(folder, there.find(({ name }) => key(name) === wanted)?.name ?? kept(basename(path)))
  }
  return {
    read: async (path, most) => disk.read(await at(path), most),
    async *stream(path, range) {
      yield* disk.stream(await at(path), range)
    },
    create: async (path, options) => disk.create(await at(path), options),
    syncFolder: async (path) => disk.syncFolder(await at(path)),
    rename: async (from, to) => disk.rename(await at(from), await at(to)),
    link: async (from, to) => disk.link(await at(from), await at(to)),
    overwrite: async (path, bytes) => disk.overwrite(await at(path), bytes),
    makeFolder: async (path) => disk.makeFolder(await at(path)),
    remove: async (path) => disk.remove(await at(path)),
    list: async (path) => disk.list(await at(path)),
    stat: async (path) => disk.stat(await at(path)),
  }
}
