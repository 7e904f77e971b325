/** The right edge of a tree: all that appending to it needs. */
import { emptyRoot, leafHash, nodeHash, rootOf } from './merkle.ts'
import { formatEntries, TILE_WIDTH, type TileLevel, tilesIn } from './tile.ts'

/** What the last, partial tiles of a tree hold. */
export interface Edge {
  readonly entries: readonly Uint8Array[]
  /** By level: the hashes after the last full tile. */
  readonly hashes: readonly (readonly Uint8Array[])[]
}

export interface NewTile {
  readonly level: TileLevel
  readonly index: number
  readonly width: number
  readonly bytes: Uint8Array
}

/** The edge after appending to a tree of `size` leaves, and the tiles that are new. */
export function grow(
  edge: Edge,
  size: number,
  leaves: readonly Uint8Array[],
): { edge: Edge; tiles: readonly NewTile[] } {
  const tiles: NewTile[] = []
  const entries = fill('entries', size, edge.entries, leaves, formatEntries, tiles).rest
  const hashes: Uint8Array[][] = []
  let added = leaves.map(leafHash)
  for (let level = 0; added.length > 0 || level < edge.hashes.length; level++) {
    const filled = fill(level, size, edge.hashes[level] ?? [], added, Buffer.concat, tiles)
    hashes.push(filled.rest)
    added = filled.full.map(rootOf)
  }
  return { edge: { entries, hashes }, tiles }
}

function fill(
  level: TileLevel,
  size: number,
  held: readonly Uint8Array[],
  added: readonly Uint8Array[],
  format: (items: readonly Uint8Array[]) => Uint8Array,
  tiles: NewTile[],
): { full: Uint8Array[][]; rest: Uint8Array[] } {
  const all = [...held, ...added]
  const full: Uint8Array[][] = []
  let index = tilesIn(size, level).full
  let at = 0
  for (; at + TILE_WIDTH <= all.length; at += TILE_WIDTH) {
    const items = all.slice(at, at + TILE_WIDTH)
    tiles.push({ level, index: index++, width: TILE_WIDTH, bytes: format(items) })
    full.push(items)
  }
  const rest = all.slice(at)
  if (rest.length > 0 && added.length > 0) tiles.push({ level, index, width: rest.length, bytes: format(rest) })
  return { full, rest }
}

/** The partial tiles of a tree of `size` leaves. */
export function edgeTiles({ entries, hashes }: Edge, size: number): readonly NewTile[] {
  const tileOf = (level: TileLevel, width: number, bytes: Uint8Array) => ({
    level,
    index: tilesIn(size, level).full,
    width,
    bytes,
  })
  return [
    tileOf('entries', entries.length, formatEntries(entries)),
    ...hashes.map((level, at) => tileOf(at, level.length, Buffer.concat(level))),
  ].filter(({ width }) => width > 0)
}

/** Root from the edge: from the right, each level's hashes stand for larger subtrees than the one before. */
export function edgeRoot({ hashes }: Edge): Uint8Array {
  let right: Uint8Array | null = null
  for (const level of hashes) {
    for (let end = level.length; end > 0; ) {
      const width = end & -end
      const subtree = rootOf(level.slice(end - width, end))
      right = right === null ? subtree : nodeHash(subtree, right)
      end -= width
    }
  }
  return right ?? emptyRoot()
}
