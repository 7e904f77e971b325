/** Verifying a whole log: signature, every leaf and tile against the root, nothing missing, nothing more. Reading only. */
import type { Disk, DiskOptions } from '../disk/disk.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { UnreadableFileError } from '../disk/small-file.ts'
import type { Problem } from '../problem.ts'
import { BadCheckpointError, type Checkpoint, parseCheckpoint } from './checkpoint.ts'
import { judgeTiles, STRAY } from './judge-tiles.ts'
import { readCheckpoint } from './log-reader.ts'
import { equalBytes } from './merkle.ts'
import { BadNoteError, BadSignatureError, type NoteVerifier, openNote } from './note.ts'
import { assertExtends, LogForkedError, LogRolledBackError } from './remembered.ts'
import { TILE_WIDTH } from './tile.ts'
import { tileFiles } from './tile-files.ts'
import { treeReader } from './tree-reader.ts'
import { judgeWritten, type WrittenCheckpoint, type WrittenFinding } from './written-checkpoint.ts'

export interface VerifyLogOptions extends DiskOptions {
  /** null leaves the signature unjudged, for a log of somebody whose key is not at hand. */
  readonly verifier: NoteVerifier | null
  /** The signed checkpoint kept outside the case, null where none is. */
  readonly remembered: string | null
  /** A checkpoint that somebody wrote down or printed. */
  readonly written?: WrittenCheckpoint
  /** Whether leaves are ours (canonical JSON, see `Leaf`); true unless said otherwise. */
  readonly ownLeaves?: boolean
}

const BROKEN = [UnreadableFileError, BadNoteError, BadCheckpointError]

/**
 * Codes: log-missing, log-checkpoint, log-signature, log-rolled-back, log-forked, log-tile-missing, log-tile-wrong,
 * log-root, log-leaf, log-stray. An empty list means that the log is whole.
 */
export async function verifyLog(folder: string, options: VerifyLogOptions): Promise<readonly Problem[]> {
  const { disk = nodeDisk, verifier, remembered, written, ownLeaves = true } = options
  const problems: Problem[] = []
  const report = (code: string, path: string, message: string) => problems.push({ code, message, path })

  let note: string | null
  let checkpoint: Checkpoint
  try {
    note = await readCheckpoint(folder, { disk })
    if (note === null) {
      report('log-missing', 'checkpoint', `${folder} has no checkpoint: it is no log, or its checkpoint was deleted`)
      return [...problems, ...(await judgeAlone(disk, folder, ownLeaves))]
    }
    checkpoint = parseCheckpoint(note)
  } catch (error) {
    if (!BROKEN.some((kind) => error instanceof kind)) throw error
    report('log-checkpoint', 'checkpoint', (error as Error).message)
    return [...problems, ...(await judgeAlone(disk, folder, ownLeaves))]
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
  const tree = treeReader(disk, folder, size)
  const found = written === undefined ? null : await judgeWritten(written, checkpoint, tree.root, verifier)
  if (found !== null && written !== undefined) {
    const { code, message } = WRITTEN[found]
    report(code, 'checkpoint', `the checkpoint given, of ${written.size} leaves, ${message}`)
  }
  try {
    await assertExtends(folder, checkpoint, remembered, tree)
  } catch (error) {
    if (error instanceof LogRolledBackError) report('log-rolled-back', 'checkpoint', error.message)
    else if (error instanceof LogForkedError) report('log-forked', 'checkpoint', error.message)
    else throw error
  }
  return problems
}

/** Where no checkpoint says how long the log is, its tiles are held against one another as far as they reach. */
async function judgeAlone(disk: Disk, folder: string, ownLeaves: boolean): Promise<readonly Problem[]> {
  const widths = new Map<number, number>()
  for (const { kind, tile } of await tileFiles(disk, folder)) {
    if (kind !== 'file' || tile === null || (tile.level !== 0 && tile.level !== 'entries')) continue
    widths.set(tile.index, Math.max(tile.width, widths.get(tile.index) ?? 0))
  }
  let full = 0
  while (widths.get(full) === TILE_WIDTH) full++
  const { problems } = await judgeTiles(disk, folder, full * TILE_WIDTH + (widths.get(full) ?? 0), ownLeaves)
  return problems.filter(({ code }) => code !== 'log-tile-missing')
}

const WRITTEN: Readonly<Record<WrittenFinding, { readonly code: string; readonly message: string }>> = {
  'rolled-back': {
    code: 'log-rolled-back',
    message: 'has more leaves than this log: it was put back to an earlier state',
  },
  forked: { code: 'log-forked', message: 'is of another past than this log has: one of the two was changed' },
  'other-log': { code: 'log-forked', message: 'is of another log' },
  'other-key': { code: 'log-signature', message: 'is signed with another key than this log' },
}
