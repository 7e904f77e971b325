/** The files below a log's `tile/` folder, and which tile each is. */
import { join } from 'node:path'
import type { Disk, EntryKind } from '../disk/disk.ts'
import { entriesUnder } from '../disk/entries-under.ts'
import { TILE_WIDTH, type TileLevel, tilePath, tilesIn } from './tile.ts'

export interface Tile {
  readonly level: TileLevel
  readonly index: number
  readonly width: number
}

export interface TileFile {
  /** Below the log's folder, with forward slashes. */
  readonly path: string
  readonly kind: EntryKind
  /** null where the name is no tile's. */
  readonly tile: Tile | null
}

/** True where a tree of `size` leaves has this tile, or had it before it grew. */
export function isWithin({ level, index, width }: Tile, size: number): boolean {
  const { full, partial } = tilesIn(size, level)
  return index < full || (index === full && width <= partial)
}

/** Everything below `tile/` that is no folder, and folders that are empty. */
export async function tileFiles(disk: Disk, folder: string): Promise<readonly TileFile[]> {
  const found = await entriesUnder(disk, join(folder, 'tile'))
  return found.map(({ path, kind }) => ({ path: `tile/${path}`, kind, tile: tileOf(`tile/${path}`) }))
}

function tileOf(path: string): TileFile['tile'] {
  const [, levelText, rest, widthText] =
    /^tile\/(entries|[0-5])\/((?:x\d{3}\/)*\d{3})(?:\.p\/([1-9]\d{0,2}))?$/.exec(path) ?? []
  if (levelText === undefined || rest === undefined) return null
  const level = levelText === 'entries' ? 'entries' : Number(levelText)
  const index = Number(rest.replaceAll(/[x/]/g, ''))
  const width = widthText === undefined ? TILE_WIDTH : Number(widthText)
  if (!Number.isSafeInteger(index) || tilePath(level, index, width) !== path) return null
  return { level, index, width }
}
