/** Judging every file below a log's `tile/` folder: the leaves decide, and each tile must say what they say. */
import { join } from 'node:path'
import { type Disk, isMissing } from '../disk/disk.ts'
import { readSmall, UnreadableFileError } from '../disk/small-file.ts'
import { BadLeafError, parseLeaf } from '../leaf.ts'
import type { Problem } from '../problem.ts'
import { type Edge, edgeRoot } from './edge.ts'
import { equalBytes, leafHash, rootOf } from './merkle.ts'
import {
  BadTileError,
  formatEntries,
  levelsIn,
  parseEntries,
  parseHashTile,
  TILE_WIDTH,
  type TileLevel,
  tilePath,
  tilesIn,
} from './tile.ts'
import { isWithin, tileFiles } from './tile-files.ts'

export interface TilesJudged {
  readonly problems: readonly Problem[]
  /** Root that the leaves have; where leaves are missing, that of the hash tiles in their place. */
  readonly root: Uint8Array
}

/** What a file is that is no part of the log. */
export const STRAY =
  'no part of this log: left by an append cut short (opening the log for writing clears it), or added'

/**
 * Every tile a tree of `size` leaves has must be there; partial ones of it may; nothing else. Takes as long as what is there,
 * whatever the size.
 */
export async function judgeTiles(disk: Disk, folder: string, size: number, ownLeaves: boolean): Promise<TilesJudged> {
  const problems: Problem[] = []
  const report = (code: string, path: string, message: string) => problems.push({ code, message, path })
  const partials = new Map<string, { path: string; width: number }[]>()
  /** By level, where something has the name of a tile: a checkpoint may claim any size, and no more is looked for. */
  const there = new Map<number, Set<number>>()
  for (const { path, kind, tile } of await tileFiles(disk, folder)) {
    const within = tile !== null && isWithin(tile, size)
    if (within) {
      const level = tile.level === 'entries' ? 0 : tile.level
      there.set(level, (there.get(level) ?? new Set()).add(tile.index))
    }
    if (kind === 'folder') continue
    if (!within || kind !== 'file') {
      report('log-stray', path, STRAY)
      continue
    }
    const { full, partial } = tilesIn(size, tile.level)
    if (tile.width === (tile.index < full ? TILE_WIDTH : partial)) continue
    const name = tilePath(tile.level, tile.index, TILE_WIDTH)
    partials.set(name, [...(partials.get(name) ?? []), { path, width: tile.width }])
  }

  /** Gives null for a file that cannot be read, which is told. */
  async function readFile(level: TileLevel, path: string): Promise<Uint8Array | null> {
    try {
      return await readSmall(disk, join(folder, path), level === 'entries' ? 'entries' : 'hashes')
    } catch (error) {
      if (isMissing(error)) report('log-tile-missing', path, `${path} is missing, and the log has ${size} leaves`)
      else if (error instanceof UnreadableFileError)
        report('log-tile-wrong', path, `${path} cannot be read: ${error.why}. Restore the file from a copy of the log`)
      else throw error
      return null
    }
  }

  async function readTile(level: TileLevel, index: number, width: number): Promise<Uint8Array[] | null> {
    const path = tilePath(level, index, width)
    const bytes = await readFile(level, path)
    try {
      if (bytes === null) return null
      return level === 'entries' ? parseEntries(bytes, width, path) : parseHashTile(bytes, width, path)
    } catch (error) {
      if (!(error instanceof BadTileError)) throw error
      report('log-tile-wrong', path, error.message)
      return null
    }
  }

  /** Tells of tiles, first to last, of which nothing is there, nor of what stands above them: one finding for all. */
  function reportGap(first: number, last: number): void {
    const { full, partial } = tilesIn(size, 'entries')
    const path = tilePath('entries', first, first < full ? TILE_WIDTH : partial)
    const leaves = `leaves ${first * TILE_WIDTH} to ${Math.min(size, (last + 1) * TILE_WIDTH) - 1}`
    report('log-tile-missing', path, `${path} is missing, and with it the entries and hashes of ${leaves}`)
  }

  /** Earlier, narrower forms of a tile must be its beginning. */
  async function judgePartials(level: TileLevel, index: number, items: readonly Uint8Array[]): Promise<void> {
    for (const { path, width } of partials.get(tilePath(level, index, TILE_WIDTH)) ?? []) {
      const begin = items.slice(0, width)
      const expected = level === 'entries' ? formatEntries(begin) : Buffer.concat(begin)
      const bytes = await readFile(level, path)
      if (bytes !== null && !equalBytes(bytes, expected)) {
        report('log-tile-wrong', path, `${path} is not the beginning of the tile it became`)
      }
    }
  }

  /** Where the entries that they became cannot be read, by the hashes of these. */
  async function judgePartialEntries(index: number, hashes: readonly Uint8Array[]): Promise<void> {
    for (const { path, width } of partials.get(tilePath('entries', index, TILE_WIDTH)) ?? []) {
      const leaves = await readTile('entries', index, width)
      if (leaves !== null && !sameHashes(leaves.map(leafHash), hashes.slice(0, width)))
        report('log-tile-wrong', path, `${path} is not the beginning of the tile it became`)
    }
  }

  const named = new Set<string>()
  function judgeLeaves(leaves: readonly Uint8Array[], first: number, path: string): void {
    for (const [at, leaf] of leaves.entries()) {
      try {
        const { record } = parseLeaf(leaf)
        if (named.has(record)) report('log-leaf-repeated', path, `leaf ${first + at}: ${repeatedLeaf(record)}`)
        named.add(record)
      } catch (error) {
        if (!(error instanceof BadLeafError)) throw error
        report('log-leaf', path, `leaf ${first + at}: ${error.message}`)
      }
    }
  }

  /** Hashes of a level's full tiles by their index, as the leaves below have them and as the tiles below say. */
  let below: Known = { told: new Map(), stored: new Map() }
  const edge: Uint8Array[][] = []
  for (let level = 0; level < levelsIn(size); level++) {
    const { full, partial } = tilesIn(size, level)
    const above: Known = { told: new Map(), stored: new Map() }
    edge.push([])
    const parents = [...below.told.keys()].map((index) => Math.floor(index / TILE_WIDTH))
    const known = new Set([...(there.get(level) ?? []), ...parents])
    let next = 0
    for (const index of [...known].sort((a, b) => a - b)) {
      if (level === 0 && index > next) reportGap(next, index - 1)
      next = index + 1
      const width = index < full ? TILE_WIDTH : partial
      const path = tilePath(level, index, width)
      const stored = await readTile(level, index, width)
      const first = index * TILE_WIDTH
      let told: readonly Uint8Array[] | null = null
      if (level === 0) {
        const leaves = await readTile('entries', index, width)
        const entries = tilePath('entries', index, width)
        told = leaves?.map(leafHash) ?? null
        if (leaves !== null) {
          if (ownLeaves) judgeLeaves(leaves, first, entries)
          await judgePartials('entries', index, leaves)
        } else if (stored !== null) await judgePartialEntries(index, stored)
        if (stored !== null && told !== null && !sameHashes(stored, told)) {
          report(
            'log-tile-wrong',
            entries,
            `its entries have other hashes than ${path}: one of the two files was changed`,
          )
          report(
            'log-tile-wrong',
            path,
            `it has other hashes than the entries in ${entries}: one of the two files was changed`,
          )
        }
      } else {
        told = allOf(below.told, first, width)
        if (stored !== null && !isBorneOut(stored, below.told, first) && !isBorneOut(stored, below.stored, first))
          report('log-tile-wrong', path, `${path} has other hashes than the tiles below it`)
      }
      const best = told ?? stored ?? []
      if (best.length === 0) continue
      await judgePartials(level, index, stored ?? best)
      if (index < full) {
        above.told.set(index, rootOf(best))
        above.stored.set(index, rootOf(stored ?? best))
      } else {
        edge[level] = [...best]
      }
    }
    const tiles = full + (partial > 0 ? 1 : 0)
    if (level === 0 && next < tiles) reportGap(next, tiles - 1)
    below = above
  }
  const told: Edge = { entries: [], hashes: edge }
  return { problems, root: edgeRoot(told) }
}

function repeatedLeaf(record: string): string {
  return `${record} is named by a leaf before it: whoever holds the key tried to put another record in its place`
}

interface Known {
  readonly told: Map<number, Uint8Array>
  readonly stored: Map<number, Uint8Array>
}

/** `width` hashes from `first` on; null where one of them is not known. */
function allOf(known: ReadonlyMap<number, Uint8Array>, first: number, width: number): Uint8Array[] | null {
  const hashes = Array.from({ length: width }, (_, at) => known.get(first + at)).filter((hash) => hash !== undefined)
  return hashes.length === width ? hashes : null
}

/** Whether the hashes, the first of them at `first`, are those that are known. */
function isBorneOut(hashes: readonly Uint8Array[], known: ReadonlyMap<number, Uint8Array>, first: number): boolean {
  return hashes.every((hash, at) => equalBytes(hash, known.get(first + at) ?? hash))
}

function sameHashes(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((hash, at) => equalBytes(hash, b[at] ?? new Uint8Array()))
}
