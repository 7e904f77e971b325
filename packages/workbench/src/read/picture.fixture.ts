/** Pictures drawn for tests and demonstrations: an invented square at dusk, with whatever metadata a test wants in it. */
import { createCanvas } from '@napi-rs/canvas'

export type PictureType = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/gif'

/** Sky above, ground below, a house on the left: what is up and what is left can be told by colour. */
export function sceneOf(width: number, height: number, type: PictureType = 'image/jpeg'): Buffer {
  const surface = createCanvas(width, height)
  const context = surface.getContext('2d')
  const box = (colour: string, x: number, y: number, w: number, h: number) => {
    context.fillStyle = colour
    context.fillRect(x * width, y * height, w * width, h * height)
  }
  box('#4a6fa5', 0, 0, 1, 0.6)
  box('#8a7a5c', 0, 0.6, 1, 0.4)
  box('#c9b79c', 0.08, 0.25, 0.3, 0.45)
  box('#5b4636', 0.2, 0.5, 0.08, 0.2)
  box('#2f3e46', 0.7, 0.35, 0.02, 0.35)
  box('#b23a48', 0.72, 0.35, 0.12, 0.08)
  if (type === 'image/png') return surface.toBuffer('image/png')
  if (type === 'image/gif') return surface.toBuffer('image/gif')
  return type === 'image/jpeg' ? surface.toBuffer('image/jpeg', 85) : surface.toBuffer('image/webp', 85)
}

/** A TIFF field: tag, type (TIFF 6.0, section 2) and its value as it stands in the file. */
export interface FixtureField {
  readonly tag: number
  readonly type: number
  readonly count: number
  readonly bytes: Buffer
}

export const ascii = (tag: number, text: string): FixtureField => {
  const bytes = Buffer.from(`${text}\0`, 'utf8')
  return { tag, type: 2, count: bytes.length, bytes }
}
export const short = (tag: number, value: number): FixtureField => {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return { tag, type: 3, count: 1, bytes }
}
export const long = (tag: number, value: number): FixtureField => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return { tag, type: 4, count: 1, bytes }
}
export const rationals = (tag: number, pairs: readonly (readonly [number, number])[]): FixtureField => {
  const bytes = Buffer.alloc(8 * pairs.length)
  for (const [at, [numerator, denominator]] of pairs.entries()) {
    bytes.writeUInt32BE(numerator, 8 * at)
    bytes.writeUInt32BE(denominator, 8 * at + 4)
  }
  return { tag, type: 5, count: pairs.length, bytes }
}

/** Big-endian TIFF with a first directory and, where given, those of Exif and GPS. */
export function tiffOf(
  first: readonly FixtureField[],
  exif: readonly FixtureField[] = [],
  gps: readonly FixtureField[] = [],
): Buffer {
  const sizeOf = (fields: readonly FixtureField[]) =>
    2 + 12 * fields.length + 4 + fields.reduce((sum, { bytes }) => sum + (bytes.length > 4 ? bytes.length : 0), 0)
  const links = Number(exif.length > 0) + Number(gps.length > 0)
  const exifAt = 8 + sizeOf(first) + 12 * links
  const gpsAt = exifAt + (exif.length > 0 ? sizeOf(exif) : 0)
  const all = [
    ...first,
    ...(exif.length > 0 ? [long(0x8769, exifAt)] : []),
    ...(gps.length > 0 ? [long(0x8825, gpsAt)] : []),
  ]
  const header = Buffer.from('MM\0*\0\0\0\x08', 'latin1')
  return Buffer.concat([
    header,
    directoryOf(all, 8),
    ...(exif.length > 0 ? [directoryOf(exif, exifAt)] : []),
    ...(gps.length > 0 ? [directoryOf(gps, gpsAt)] : []),
  ])
}

function directoryOf(fields: readonly FixtureField[], at: number): Buffer {
  const table = Buffer.alloc(2 + 12 * fields.length + 4)
  const values: Buffer[] = []
  let next = at + table.length
  table.writeUInt16BE(fields.length)
  for (const [index, { tag, type, count, bytes }] of fields.entries()) {
    const entry = 2 + 12 * index
    table.writeUInt16BE(tag, entry)
    table.writeUInt16BE(type, entry + 2)
    table.writeUInt32BE(count, entry + 4)
    if (bytes.length <= 4) bytes.copy(table, entry + 8)
    else {
      table.writeUInt32BE(next, entry + 8)
      values.push(bytes)
      next += bytes.length
    }
  }
  return Buffer.concat([table, ...values])
}

/** A JPEG with a segment after its first marker, as cameras write Exif and XMP there. */
export function withSegment(jpeg: Buffer, marker: number, payload: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, (payload.length + 2) >> 8, (payload.length + 2) & 0xff])
  return Buffer.concat([jpeg.subarray(0, 2), head, payload, jpeg.subarray(2)])
}

export function withExif(jpeg: Buffer, tiff: Buffer): Buffer {
  return withSegment(jpeg, 0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]))
}
