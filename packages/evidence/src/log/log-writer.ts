/**
 * Appending to a log: tiles → checkpoint → remembered checkpoint → acknowledged, each durable before the next. An append
 * cut short leaves the old checkpoint standing; opening the log for writing clears what lies beyond it.
 */
import { dirname, join } from 'node:path'
import type { Disk, DiskOptions } from '../disk/disk.ts'
import { allEnded, isTemporary, makeFolders, temporaryPath, writeDurably, writeSynced } from '../disk/durable.ts'
import { nodeDisk } from '../disk/node-disk.ts'
import { MAX_LEAF_BYTES } from '../leaf.ts'
import { type Checkpoint, checkpointText, parseCheckpoint, parseCheckpointText } from './checkpoint.ts'
import type { CheckpointMemory } from './checkpoint-memory.ts'
import { type Edge, edgeRoot, edgeTiles, grow, type NewTile } from './edge.ts'
import type { Signer } from './keys.ts'
import { NotALogError, readCheckpoint } from './log-reader.ts'
import { emptyRoot, equalBytes } from './merkle.ts'
import { openNote, signNote } from './note.ts'
import { assertExtends, LogRolledBackError } from './remembered.ts'
import { BadTileError, levelsIn, TILE_WIDTH, tilePath, tilesIn } from './tile.ts'
import { isWithin, tileFiles } from './tile-files.ts'
import { treeReader } from './tree-reader.ts'

export interface LogWriter {
  readonly origin: string
  readonly size: number
  /** The signed checkpoint of the log as it stands. */
  readonly checkpoint: string
  /**
   * Appends leaves in order; durable when it resolves. Calls queue: they take effect one after another. After a failed
   * append the writer refuses further ones with FailedLogError: open the log again.
   */
  append(leaves: readonly Uint8Array[]): Promise<Appended>
}

export interface Appended {
  /** Index of the first leaf appended. */
  readonly first: number
  readonly size: number
  readonly checkpoint: string
}

export interface LogWriterOptions extends DiskOptions {
  readonly signer: Signer
  readonly remember: CheckpointMemory
}

export class LeafTooLongError extends Error {
  constructor(at: number, bytes: number) {
    super(`leaf ${at} of the batch has ${bytes} bytes; at most ${MAX_LEAF_BYTES} fit in a log. Nothing was appended`)
    this.name = 'LeafTooLongError'
  }
}

export class FailedLogError extends Error {
  constructor(folder: string, cause: unknown) {
    super(`an earlier append to ${folder} failed, so nothing more is appended: open the log again`, { cause })
    this.name = 'FailedLogError'
  }
}

export class LogExistsError extends Error {
  constructor(folder: string) {
    super(`${folder} is a log already: open it, or name another folder`)
    this.name = 'LogExistsError'
  }
}

/** Tiles written at the same time. */
const AT_ONCE = 16

/** Makes a log without leaves. Throws LogRolledBackError where leaves of this origin are remembered. */
export async function createLog(
  folder: string,
  options: LogWriterOptions & { readonly origin: string },
): Promise<LogWriter> {
  const { disk = nodeDisk, origin, signer, remember } = options
  if ((await readCheckpoint(folder, { disk })) !== null) throw new LogExistsError(folder)
  const remembered = await remember.last(origin)
  if (remembered !== null && parseCheckpoint(remembered).size > 0) {
    throw new LogRolledBackError(folder, 0, parseCheckpoint(remembered).size)
  }
  const checkpoint = signNote(checkpointText({ origin, size: 0, root: emptyRoot() }), [signer])
  await writeDurably(join(folder, 'checkpoint'), Buffer.from(checkpoint), { disk })
  return openLogWriter(folder, options)
}

/**
 * Opens a log for appending, as its only writer. Throws BadSignatureError where the checkpoint is not this signer's,
 * LogRolledBackError or LogForkedError where it does not extend the remembered one, BadTileError where tiles are damaged.
 */
export async function openLogWriter(folder: string, options: LogWriterOptions): Promise<LogWriter> {
  const { disk = nodeDisk, signer, remember } = options
  const found = await readCheckpoint(folder, { disk })
  if (found === null) throw new NotALogError(folder, 'it has no file "checkpoint"')
  const standing = parseCheckpointText(openNote(found, [signer]).text)
  const remembered = await remember.last(standing.origin)
  await assertExtends(folder, standing, remembered, treeReader(disk, folder, standing.size))
  const edge = await readEdge(disk, folder, standing)
  await settleTiles(disk, folder, standing.size, edge)
  // The checkpoint may be that of an append stopped before its name was durable.
  await makeFolders(disk, folder)
  await disk.syncFolder(folder)
  if (remembered !== found) await remember.remember(standing.origin, found)

  let state: { size: number; checkpoint: string; edge: Edge } = { size: standing.size, checkpoint: found, edge }
  let failure: unknown = null
  let queue: Promise<unknown> = Promise.resolve()

  async function append(leaves: readonly Uint8Array[]): Promise<Appended> {
    if (failure !== null) throw new FailedLogError(folder, failure)
    const long = leaves.findIndex((leaf) => leaf.length > MAX_LEAF_BYTES)
    if (long >= 0) throw new LeafTooLongError(long, leaves[long]?.length ?? 0)
    const first = state.size
    if (leaves.length === 0) return { first, size: first, checkpoint: state.checkpoint }
    try {
      const grown = grow(state.edge, first, leaves)
      await writeTiles(disk, folder, grown.tiles)
      const size = first + leaves.length
      const checkpoint = signNote(checkpointText({ origin: standing.origin, size, root: edgeRoot(grown.edge) }), [
        signer,
      ])
      await writeDurably(join(folder, 'checkpoint'), Buffer.from(checkpoint), { disk })
      await remember.remember(standing.origin, checkpoint)
      state = { size, checkpoint, edge: grown.edge }
      // What cannot be dropped now is merely superfluous.
      await dropPartials(disk, folder, first, size).catch(() => {})
      return { first, size, checkpoint }
    } catch (error) {
      failure = error
      throw error
    }
  }

  return {
    origin: standing.origin,
    get size() {
      return state.size
    },
    get checkpoint() {
      return state.checkpoint
    },
    append(leaves) {
      const appended = queue.then(() => append(leaves))
      queue = appended.catch(() => {})
      return appended
    },
  }
}

async function readEdge(disk: Disk, folder: string, { size, root }: Checkpoint): Promise<Edge> {
  const tree = treeReader(disk, folder, size)
  const { full, partial } = tilesIn(size, 'entries')
  const entries = partial === 0 ? [] : await tree.entries(full)
  const hashes: Uint8Array[][] = []
  for (let level = 0; level < levelsIn(size); level++) {
    const tiles = tilesIn(size, level)
    hashes.push(tiles.partial === 0 ? [] : await tree.hashTile(level, tiles.full))
  }
  const edge = { entries, hashes }
  if (!equalBytes(edgeRoot(edge), root)) {
    throw new BadTileError(
      join(folder, 'tile'),
      `its last tiles do not lead to the root of the checkpoint (${size} leaves)`,
    )
  }
  return edge
}

async function writeTiles(disk: Disk, folder: string, tiles: readonly NewTile[]): Promise<void> {
  const placed = tiles.map((tile) => ({ ...tile, path: join(folder, tilePath(tile.level, tile.index, tile.width)) }))
  const folders = new Set(placed.map(({ path }) => dirname(path)))
  for (const path of folders) await makeFolders(disk, path)
  for (let at = 0; at < placed.length; at += AT_ONCE) {
    await allEnded(placed.slice(at, at + AT_ONCE).map(({ path, bytes }) => writeTile(disk, path, bytes)))
  }
  await allEnded([...folders].map((path) => disk.syncFolder(path)))
}

/** Its name is durable once its folder is synced. */
async function writeTile(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const temporary = temporaryPath(path)
  await writeSynced(disk, temporary, bytes)
  await disk.rename(temporary, path)
}

/** C2SP tlog-tiles, "Partial tiles": once a tile is full, its partial ones may go. */
async function dropPartials(disk: Disk, folder: string, before: number, after: number): Promise<void> {
  for (const level of ['entries' as const, ...Array(levelsIn(before)).keys()]) {
    const { full, partial } = tilesIn(before, level)
    if (partial === 0 || tilesIn(after, level).full <= full) continue
    await disk.remove(join(folder, `${tilePath(level, full, TILE_WIDTH)}.p`))
  }
}

/** Puts back partial tiles whose full form lies beyond the checkpoint, then removes what lies beyond it. */
async function settleTiles(disk: Disk, folder: string, size: number, edge: Edge): Promise<void> {
  const missing: NewTile[] = []
  for (const tile of edgeTiles(edge, size)) {
    if ((await disk.stat(join(folder, tilePath(tile.level, tile.index, tile.width)))) === null) missing.push(tile)
  }
  await writeTiles(disk, folder, missing)
  for (const { name } of await disk.list(folder)) {
    if (isTemporary(name)) await disk.remove(join(folder, name))
  }
  for (const { path, kind, tile } of await tileFiles(disk, folder)) {
    if (kind === 'folder' || (kind === 'file' && tile !== null && isWithin(tile, size))) continue
    if ((kind !== 'file' || tile === null) && !isTemporary(path.split('/').at(-1) ?? '')) continue
    await disk.remove(join(folder, path))
  }
}
