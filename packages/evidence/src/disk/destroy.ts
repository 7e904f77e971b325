/** Destroying a file: its bytes are overwritten before its name is removed, and both are durable. */
import { randomBytes } from 'node:crypto'
import { dirname } from 'node:path'
import type { DiskOptions } from './disk.ts'
import { nodeDisk } from './node-disk.ts'

/**
 * Overwrites a small file in place with random bytes, syncs, removes it and syncs its folder; absent is fine, and a call
 * after an interrupted one finishes it. What lies below the file system (snapshots, copies, blocks that a solid-state
 * drive or a copy-on-write file system has set aside) it cannot reach.
 */
export async function destroyDurably(path: string, { disk = nodeDisk }: DiskOptions = {}): Promise<void> {
  const facts = await disk.stat(path)
  if (facts?.kind === 'file' && facts.size > 0) await disk.overwrite(path, randomBytes(facts.size))
  if (facts !== null) await disk.remove(path)
  const folder = dirname(path)
  if ((await disk.stat(folder))?.kind === 'folder') await disk.syncFolder(folder)
}
