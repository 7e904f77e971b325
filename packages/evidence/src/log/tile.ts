/** Tiles (C2SP tlog-tiles): where a log's hashes and entries lie, and how they are written. */
import { HASH_BYTES } from './merkle.ts'

/** Hashes in a full tile. */
export const TILE_WIDTH = 256

export class BadTileError extends Error {
  constructor(path: string, why: string) {
    super(`${path}: ${why}. Restore the file from a copy of the log`)
    this.name = 'BadTileError'
  }
}

/** `level` is 0 to 5 for hashes (a hash of level L stands for 256^L leaves), 'entries' for the leaves themselves. */
export type TileLevel = number | 'entries'

/** Path below the log's folder, as `tile/0/x001/234` or, with a width under 256, `tile/0/x001/234.p/17`. */
export function tilePath(level: TileLevel, index: number, width: number): string {
  const digits = String(index)
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0')
  const groups = padded.match(/\d{3}/g) ?? []
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${name}${width === TILE_WIDTH ? '' : `.p/${width}`}`
}

/** Tiles of a level in a tree of `size` leaves: the full ones, and the width of the one after them (0 where none). */
export function tilesIn(size: number, level: TileLevel): { full: number; partial: number } {
  const hashes = Math.floor(size / TILE_WIDTH ** (level === 'entries' ? 0 : level))
  return { full: Math.floor(hashes / TILE_WIDTH), partial: hashes % TILE_WIDTH }
}

/** Levels that a tree of `size` leaves has hash tiles of. */
export function levelsIn(size: number): number {
  let levels = 0
  for (let hashes = size; hashes > 0; hashes = Math.floor(hashes / TILE_WIDTH)) levels++
  return levels
}

/** The hashes of a tile file. Throws BadTileError unless there are exactly `width`. */
export function parseHashTile(bytes: Uint8Array, width: number, path: string): Uint8Array[] {
  if (bytes.length !== width * HASH_BYTES) {
    throw new BadTileError(path, `it has ${bytes.length} bytes; ${width} hashes have ${width * HASH_BYTES}`)
  }
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES))
}

/** Entries, each behind its length as a big-endian uint16 (C2SP tlog-tiles, "Log entries"). */
export function formatEntries(entries: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2)
      length.writeUInt16BE(entry.length)
      return [length, entry]
    }),
  )
}

/** The entries of a bundle. Throws BadTileError unless there are exactly `width`. */
export function parseEntries(bytes: Uint8Array, width: number, path: string): Uint8Array[] {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const entries: Uint8Array[] = []
  let at = 0
  while (at < view.length) {
    if (at + 2 > view.length) throw new BadTileError(path, 'it ends inside the length of an entry')
    const end = at + 2 + view.readUInt16BE(at)
    if (end > view.length) throw new BadTileError(path, `it ends inside entry ${entries.length}`)
    entries.push(view.subarray(at + 2, end))
    at = end
  }
  if (entries.length !== width) throw new BadTileError(path, `it has ${entries.length} entries, ${width} belong there`)
  return entries
}
