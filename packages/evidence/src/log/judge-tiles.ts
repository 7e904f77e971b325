/** Judging every file below a log's `tile/` folder: the leaves decide, and each tile must say what they say. */
import { join } from 'node:path'
import { type Disk, isMissing } from '../disk/disk.ts'
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

/** Every tile a tree of `size` leaves has must be there; partial ones of it may; nothing else. */
export async function judgeTiles(disk: Disk, folder: string, size: number, ownLeaves: boolean): Promise<TilesJudged> {
  const problems: Problem[] = []
  const report = (code: string, path: string, message: string) => problems.push({ code, message, path })
  const partials = new Map<string, { path: string; width: number }[]>()
  for (const { path, tile } of await tileFiles(disk, folder)) {
    if (tile === null || !isWithin(tile, size)) {
      report('log-stray', path, STRAY)
      continue
    }
    const { full, partial } = tilesIn(size, tile.level)
    if (tile.width === (tile.index < full ? TILE_WIDTH : partial)) continue
    const name = tilePath(tile.level, tile.index, TILE_WIDTH)
    partials.set(name, [...(partials.get(name) ?? []), { path, width: tile.width }])
  }

  async function readTile(level: TileLevel, index: number, width: number): Promise<Uint8Array[] | null> {
    const path = tilePath(level, index, width)
    try {
      const bytes = await disk.read(join(folder, path))
      return level === 'entries' ? parseEntries(bytes, width, path) : parseHashTile(bytes, width, path)
    } catch (error) {
      if (isMissing(error)) report('log-tile-missing', path, `${path} is missing, and the log has ${size} leaves`)
      else if (error instanceof BadTileError) report('log-tile-wrong', path, error.message)
      else throw error
      return null
    }
  }

  /** Earlier, narrower forms of a tile must be its beginning. */
  async function judgePartials(level: TileLevel, index: number, items: readonly Uint8Array[]): Promise<void> {
    for (const { path, width } of partials.get(tilePath(level, index, TILE_WIDTH)) ?? []) {
      const begin = items.slice(0, width)
      const expected = level === 'entries' ? formatEntries(begin) : Buffer.concat(begin)
      if (!equalBytes(await disk.read(join(folder, path)), expected)) {
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

  /** Hashes of a level's full tiles, as the leaves below have them and as the tiles below say. */
  let below: { readonly told: Uint8Array[]; readonly stored: Uint8Array[] } = { told: [], stored: [] }
  const edge: Uint8Array[][] = []
  for (let level = 0; level < levelsIn(size); level++) {
    const { full, partial } = tilesIn(size, level)
    const above: { told: Uint8Array[]; stored: Uint8Array[] } = { told: [], stored: [] }
    edge.push([])
    for (let index = 0; index < full + (partial > 0 ? 1 : 0); index++) {
      const width = index < full ? TILE_WIDTH : partial
      const path = tilePath(level, index, width)
      const stored = await readTile(level, index, width)
      const first = index * TILE_WIDTH
      let told: readonly Uint8Array[] | null = below.told.slice(first, first + width)
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
      } else if (
        stored !== null &&
        !sameHashes(stored, told) &&
        !sameHashes(stored, below.stored.slice(first, first + width))
      ) {
        report('log-tile-wrong', path, `${path} has other hashes than the tiles below it`)
      }
      const best = told ?? stored ?? []
      if (best.length > 0) await judgePartials(level, index, stored ?? best)
      if (index < full) {
        above.told.push(rootOf(best))
        above.stored.push(rootOf(stored ?? best))
      } else {
        edge[level] = [...best]
      }
    }
    below = above
  }
  const told: Edge = { entries: [], hashes: edge }
  return { problems, root: edgeRoot(told) }
}

function repeatedLeaf(record: string): string {
  return `${record} is named by a leaf before it: whoever holds the key tried to put another record in its place`
}

function sameHashes(a: readonly Uint8Array[], b: readonly Uint8Array[]): boolean {
  return a.length === b.length && a.every((hash, at) => equalBytes(hash, b[at] ?? new Uint8Array()))
}
