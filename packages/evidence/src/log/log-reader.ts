/** Reading a log: its leaves in order, and proofs about them. It writes nothing and judges no signature. */
import { join } from 'node:path'
import { type DiskOptions, isMissing } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { readSmall } from '../disk/small-file.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { TILE_WIDTH } from './tile.ts'
import { OutOfLogError, treeReader } from './tree-reader.ts'

export interface LoggedLeaf {
  readonly index: number
  readonly bytes: Uint8Array
}

export interface LogReader {
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
  /** The signed checkpoint as it lies in the folder. */
  readonly checkpoint: string
  /** Leaves `from` (0) up to, without, `to` (size). */
  leaves(from?: number, to?: number): AsyncIterable<LoggedLeaf>
  /** Root of the first `size` leaves. */
  rootAt(size: number): Promise<Uint8Array>
  /** That leaf `index` is in the log; check it with `checkInclusion`. */
  inclusionProof(index: number): Promise<readonly Uint8Array[]>
  /** That the first m leaves are the beginning of the first n; check it with `checkConsistency`. */
  consistencyProof(m: number, n: number): Promise<readonly Uint8Array[]>
}

export class NotALogError extends Error {
  constructor(folder: string, why: string) {
    super(`${folder} is not a log: ${why}`)
    this.name = 'NotALogError'
  }
}

/** Throws NotALogError where there is none, BadNoteError or BadCheckpointError where its checkpoint is broken. */
export async function openLogReader(folder: string, { disk = nodeDisk }: DiskOptions = {}): Promise<LogReader> {
  const checkpoint = await readCheckpoint(folder, { disk })
  if (checkpoint === null) throw new NotALogError(folder, 'it has no file "checkpoint"')
  const { origin, size, root } = parseCheckpoint(checkpoint)
  const tree = treeReader(disk, folder, size)
  return {
    origin,
    size,
    root,
    checkpoint,
    async *leaves(from = 0, to = size) {
      if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to > size || from > to) {
        throw new OutOfLogError(`leaves ${from} to ${to}`, size)
      }
      for (let index = from; index < to; ) {
        const tile = Math.floor(index / TILE_WIDTH)
        const entries = await tree.entries(tile)
        for (const bytes of entries.slice(index - tile * TILE_WIDTH, to - tile * TILE_WIDTH))
          yield { index: index++, bytes }
      }
    },
    rootAt: (of) => tree.root(of),
    inclusionProof: (index) => tree.inclusionProof(index, size),
    consistencyProof: (m, n) => tree.consistencyProof(m, n),
  }
}

/** The signed checkpoint of a log's folder, null where none is there. Throws UnreadableFileError. */
export async function readCheckpoint(folder: string, { disk = nodeDisk }: DiskOptions = {}): Promise<string | null> {
  try {
    return (await readSmall(disk, join(folder, 'checkpoint'), 'note')).toString('utf8')
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}
