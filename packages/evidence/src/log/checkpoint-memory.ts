/** The last checkpoint seen of each log, kept outside the case, so that a log put back to an earlier state is noticed. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type DiskOptions, isMissing } from '../disk/disk.ts'
import { writeDurably } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { BadCheckpointError, parseCheckpoint } from './checkpoint.ts'
import { BadNoteError } from './note.ts'
import { BadKeyError } from './verifier.ts'

export interface CheckpointMemory {
  /** The signed checkpoint last remembered, null where this log was never seen. Throws BadMemoryError. */
  last(origin: string): Promise<string | null>
  /** Durable when it resolves. */
  remember(origin: string, checkpoint: string): Promise<void>
}

export class BadMemoryError extends Error {
  constructor(path: string, why: string) {
    super(
      `${path}, where this machine remembers the log, is damaged: ${why}. Hold the log against a checkpoint kept elsewhere, then delete the file; nothing was written`,
    )
    this.name = 'BadMemoryError'
  }
}

export interface MemoryOptions extends DiskOptions {
  /** Throws for what is not remembered here: checkpoints, unless said otherwise. */
  readonly parse?: (remembered: string) => unknown
}

const DAMAGED = [BadNoteError, BadCheckpointError, BadKeyError]

/** One file a log in a folder, named after its origin. */
export function folderMemory(
  folder: string,
  { disk = nodeDisk, parse = parseCheckpoint }: MemoryOptions = {},
): CheckpointMemory {
  const pathOf = (origin: string) => join(folder, `${memoryName(origin)}.checkpoint`)
  return {
    async last(origin) {
      const path = pathOf(origin)
      try {
        const note = (await readSmall(disk, path, 'note')).toString('utf8')
        parse(note)
        return note
      } catch (error) {
        if (isMissing(error)) return null
        if (error instanceof UnreadableFileError) throw new BadMemoryError(path, error.why)
        if (DAMAGED.some((kind) => error instanceof kind)) throw new BadMemoryError(path, (error as Error).message)
        throw error
      }
    },
    remember: (origin, checkpoint) => writeDurably(pathOf(origin), Buffer.from(checkpoint), { disk }),
  }
}

function memoryName(origin: string): string {
  const readable = origin.replaceAll(/[^A-Za-z0-9.-]/g, '_').slice(0, 80)
  return `${readable}-${createHash('sha256').update(origin).digest('hex').slice(0, 16)}`
}
