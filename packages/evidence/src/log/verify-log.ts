/** Verifying a whole log: signature, every leaf and tile against the root, nothing missing, nothing more. Reading only. */
import { type DiskOptions, nodeDisk } from '../disk/disk.ts'
import type { Problem } from '../problem.ts'
import { BadCheckpointError, type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { judgeTiles, STRAY } from './judge-tiles.ts'
import { readCheckpoint } from './log-reader.ts'
import { equalBytes } from './merkle.ts'
import { BadNoteError, BadSignatureError, type NoteVerifier, openNote } from './note.ts'
import { assertExtends, LogForkedError, LogRolledBackError } from './remembered.ts'
import { treeReader } from './tree-reader.ts'

export interface VerifyLogOptions extends DiskOptions {
  /** null leaves the signature unjudged, for a log of somebody whose key is not at hand. */
  readonly verifier: NoteVerifier | null
  /** The signed checkpoint kept outside the case, null where none is. */
  readonly remembered: string | null
  /** Whether leaves are ours (canonical JSON, see `Leaf`); true unless said otherwise. */
  readonly ownLeaves?: boolean
}

/**
 * Codes: log-missing, log-checkpoint, log-signature, log-rolled-back, log-forked, log-tile-missing, log-tile-wrong,
 * log-root, log-leaf, log-stray. An empty list means that the log is whole.
 */
export async function verifyLog(folder: string, options: VerifyLogOptions): Promise<readonly Problem[]> {
  const { disk = nodeDisk, verifier, remembered, ownLeaves = true } = options
  const problems: Problem[] = []
  const report = (code: string, path: string, message: string) => problems.push({ code, message, path })

  const note = await readCheckpoint(folder, { disk })
  if (note === null) {
    report('log-missing', 'checkpoint', `${folder} has no checkpoint: it is no log, or its checkpoint was deleted`)
    return problems
  }
  let checkpoint: Checkpoint
  try {
    checkpoint = parseCheckpoint(note)
  } catch (error) {
    if (!(error instanceof BadNoteError || error instanceof BadCheckpointError)) throw error
    report('log-checkpoint', 'checkpoint', error.message)
    return problems
  }
  if (verifier !== null) {
    try {
      openNote(note, [verifier])
    } catch (error) {
      if (!(error instanceof BadSignatureError)) throw error
      report('log-signature', 'checkpoint', error.message)
    }
  }

  const { size, root } = checkpoint
  const tiles = await judgeTiles(disk, folder, size, ownLeaves)
  problems.push(...tiles.problems)
  for (const { name } of await disk.list(folder)) {
    if (name !== 'checkpoint' && name !== 'tile') report('log-stray', name, STRAY)
  }
  if (!equalBytes(tiles.root, root)) {
    report(
      'log-root',
      'checkpoint',
      `the ${size} leaves have another root than the checkpoint says: they, or it, were changed`,
    )
  }
  if (problems.some(({ code }) => code === 'log-tile-missing' || code === 'log-tile-wrong')) return problems
  try {
    await assertExtends(folder, checkpoint, remembered, treeReader(disk, folder, size))
  } catch (error) {
    if (error instanceof LogRolledBackError) report('log-rolled-back', 'checkpoint', error.message)
    else if (error instanceof LogForkedError) report('log-forked', 'checkpoint', error.message)
    else throw error
  }
  return problems
}
