/** Whether a log is the continuation of the checkpoint remembered of it. */
import type { Checkpoint } from './checkpoint.ts'
import { parseCheckpoint } from './checkpoint.ts'
import { equalBytes } from './merkle.ts'
import type { TreeReader } from './tree-reader.ts'

export class LogRolledBackError extends Error {
  constructor(folder: string, size: number, remembered: number) {
    super(
      `${folder} has ${size} leaves, and ${remembered} were remembered: it was put back to an earlier state. Restore the newer copy; nothing was written`,
    )
    this.name = 'LogRolledBackError'
  }
}

export class LogForkedError extends Error {
  constructor(folder: string, size: number) {
    super(
      `${folder} differs from the log remembered in its first ${size} leaves: its past was changed, or it is another log of the same name. Restore the right copy; nothing was written`,
    )
    this.name = 'LogForkedError'
  }
}

/** Throws LogRolledBackError or LogForkedError. `remembered` is a signed checkpoint, or null for a log never seen. */
export async function assertExtends(
  folder: string,
  { origin, size, root }: Checkpoint,
  remembered: string | null,
  tree: TreeReader,
): Promise<void> {
  if (remembered === null) return
  const past = parseCheckpoint(remembered)
  if (past.origin !== origin) throw new LogForkedError(folder, past.size)
  if (past.size > size) throw new LogRolledBackError(folder, size, past.size)
  const then = past.size === size ? root : await tree.root(past.size)
  if (!equalBytes(then, past.root)) throw new LogForkedError(folder, past.size)
}
