/** In place of the disk of a machine: a page reads only what a person gives it, and writes nothing. */
import type { Disk } from '../../../evidence/src/disk/disk.ts'

function refuse(): never {
  throw new Error('a page has no file system: give it a folder')
}

export const nodeDisk: Disk = {
  read: refuse,
  stream: refuse,
  create: refuse,
  syncFolder: refuse,
  rename: refuse,
  link: refuse,
  overwrite: refuse,
  makeFolder: refuse,
  remove: refuse,
  list: refuse,
  stat: refuse,
}
