/** The last checkpoint seen of each log, kept outside the case, so that a log put back to an earlier state is noticed. */
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type DiskOptions, isMissing } from '../disk/disk.ts'
import { writeDurably } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'

export interface CheckpointMemory {
  /** The signed checkpoint last remembered, null where this log was never seen. */
  last(origin: string): Promise<string | null>
  /** Durable when it resolves. */
  remember(origin: string, checkpoint: string): Promise<void>
}

/** One file a log in a folder, named after its origin. */
export function folderMemory(folder: string, { disk = nodeDisk }: DiskOptions = {}): CheckpointMemory {
  const pathOf = (origin: string) => join(folder, `${memoryName(origin)}.checkpoint`)
  return {
    async last(origin) {
      try {
        return Buffer.from(await disk.read(pathOf(origin))).toString('utf8')
      } catch (error) {
        if (isMissing(error)) return null
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
