/** Any hash of a tree, read from its tiles: roots of earlier sizes, inclusion and consistency proofs. */
import { join } from 'node:path'
import { type Disk, isMissing } from '../disk/disk.ts'
import { readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { emptyRoot, nodeHash, rootOf } from './merkle.ts'
import { BadTileError, parseEntries, parseHashTile, TILE_WIDTH, type TileLevel, tilePath, tilesIn } from './tile.ts'

export interface TreeReader {
  readonly size: number
  /** Root of the first `size` leaves. */
  root(size: number): Promise<Uint8Array>
  /** RFC 6962 section 2.1.1, within the first `size` leaves. */
  inclusionProof(index: number, size: number): Promise<Uint8Array[]>
  /** RFC 6962 section 2.1.2. */
  consistencyProof(size1: number, size2: number): Promise<Uint8Array[]>
  hashTile(level: number, index: number): Promise<Uint8Array[]>
  entries(index: number): Promise<Uint8Array[]>
}

export class OutOfLogError extends Error {
  constructor(what: string, size: number) {
    super(`${what} is outside the log, which has ${size} leaves`)
    this.name = 'OutOfLogError'
  }
}

const CACHED_TILES = 256

/** Reads the tiles under a log's folder as a tree of `size` leaves. Missing or misshapen tiles are a BadTileError. */
export function treeReader(disk: Disk, folder: string, size: number): TreeReader {
  const cache = new Map<string, Uint8Array[]>()

  async function tile(level: TileLevel, index: number): Promise<Uint8Array[]> {
    const { full, partial } = tilesIn(size, level)
    const width = index < full ? TILE_WIDTH : partial
    if (index > full || width === 0) throw new OutOfLogError(`tile ${index} of level ${level}`, size)
    const path = tilePath(level, index, width)
    const known = cache.get(path)
    if (known !== undefined) return known
    const hashes = await readTile(level, index, width)
    if (cache.size >= CACHED_TILES) cache.delete(cache.keys().next().value ?? '')
    cache.set(path, hashes)
    return hashes
  }

  /** C2SP tlog-tiles, "Partial tiles": where a partial tile is gone, the full one it became stands in. */
  async function readTile(level: TileLevel, index: number, width: number): Promise<Uint8Array[]> {
    const parse = level === 'entries' ? parseEntries : parseHashTile
    for (const there of width === TILE_WIDTH ? [TILE_WIDTH] : [width, TILE_WIDTH]) {
      const path = join(folder, tilePath(level, index, there))
      try {
        return parse(await readSmall(disk, path, level === 'entries' ? 'entries' : 'hashes'), there, path).slice(
          0,
          width,
        )
      } catch (error) {
        if (error instanceof UnreadableFileError) throw new BadTileError(path, `it cannot be read: ${error.why}`)
        if (!isMissing(error)) throw error
      }
    }
    throw new BadTileError(join(folder, tilePath(level, index, width)), `it is missing, and the log has ${size} leaves`)
  }

  /** Hash over leaves [start, end), where end − start is a power of two that divides start. */
  async function aligned(start: number, end: number): Promise<Uint8Array> {
    let level = 0
    let unit = 1
    while (end - start >= unit * TILE_WIDTH) {
      unit *= TILE_WIDTH
      level++
    }
    const first = start / unit
    const hashes = await tile(level, Math.floor(first / TILE_WIDTH))
    const at = first % TILE_WIDTH
    return rootOf(hashes.slice(at, at + (end - start) / unit))
  }

  async function range(start: number, end: number): Promise<Uint8Array> {
    const count = end - start
    const split = splitOf(count)
    if (count === split * 2 || count === 1) return aligned(start, end)
    return nodeHash(await aligned(start, start + split), await range(start + split, end))
  }

  async function path(index: number, start: number, end: number): Promise<Uint8Array[]> {
    if (end - start <= 1) return []
    const middle = start + splitOf(end - start)
    return index < middle
      ? [...(await path(index, start, middle)), await range(middle, end)]
      : [...(await path(index, middle, end)), await range(start, middle)]
  }

  async function subproof(m: number, start: number, end: number, whole: boolean): Promise<Uint8Array[]> {
    if (m === end) return whole ? [] : [await range(start, end)]
    const middle = start + splitOf(end - start)
    return m <= middle
      ? [...(await subproof(m, start, middle, whole)), await range(middle, end)]
      : [...(await subproof(m, middle, end, false)), await range(start, middle)]
  }

  function within(what: string, value: number, least: number, most: number): void {
    if (!Number.isInteger(value) || value < least || value > most) throw new OutOfLogError(`${what} ${value}`, size)
  }

  return {
    size,
    async root(of) {
      within('size', of, 0, size)
      return of === 0 ? emptyRoot() : range(0, of)
    },
    async inclusionProof(index, of) {
      within('size', of, 1, size)
      within('leaf', index, 0, of - 1)
      return path(index, 0, of)
    },
    async consistencyProof(size1, size2) {
      within('size', size2, 0, size)
      within('size', size1, 0, size2)
      return size1 === 0 || size1 === size2 ? [] : subproof(size1, 0, size2, true)
    },
    hashTile: tile,
    entries: (index) => tile('entries', index),
  }
}

/** The largest power of two below `count`; 1 for 1 and 2. */
function splitOf(count: number): number {
  let split = 1
  while (split * 2 < count) split *= 2
  return split
}
