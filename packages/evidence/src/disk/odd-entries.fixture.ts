/** What may stand on a disk in place of a file, so that a reader that is not careful waits, fails or takes all memory. For tests. */
import { spawnSync } from 'node:child_process'
import { mkdir, rm, symlink, truncate, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'

export type OddEntry = readonly [name: string, put: (path: string) => Promise<unknown>]

/** Each takes the place of the file at a path. */
export const ODD_ENTRIES: readonly OddEntry[] = [
  ['a pipe', inPlace(async (path) => spawnSync('mkfifo', [path]))],
  ['a folder', inPlace((path) => mkdir(path))],
  ['a link to itself', inPlace((path) => symlink(basename(path), path))],
  ['a link to a device without end', inPlace((path) => symlink('/dev/zero', path))],
]

/** Larger than memory, and next to nothing on the disk. */
export const HUGE: OddEntry = [
  'a file of 40 GiB',
  inPlace(async (path) => {
    await writeFile(path, '')
    await truncate(path, 40 * 2 ** 30)
  }),
]

function inPlace(put: (path: string) => Promise<unknown>): (path: string) => Promise<unknown> {
  return async (path) => {
    await rm(path, { recursive: true, force: true })
    return put(path)
  }
}
