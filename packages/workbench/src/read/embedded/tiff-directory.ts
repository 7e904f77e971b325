/** The fields of a TIFF structure (TIFF 6.0, section 2), as Exif uses it. Whatever is broken in it is named, never followed. */
import type { EmbeddedField } from '../../model/embedded.ts'
import { plainText } from './plain-value.ts'
import { EXIF_NAMES, GPS_NAMES, TIFF_NAMES } from './tag-names.ts'

export interface TiffField extends EmbeddedField {
  readonly tag: number
  /** Where it holds numbers, each; a rational with denominator 0 is NaN. */
  readonly numbers: readonly number[]
}

export interface TiffFields {
  readonly fields: readonly TiffField[]
  readonly unread: readonly string[]
}

type Group = 'tiff' | 'exif' | 'gps'
const NAMES = { tiff: TIFF_NAMES, exif: EXIF_NAMES, gps: GPS_NAMES }
const LINKS: ReadonlyMap<number, Group> = new Map([
  [0x8769, 'exif'],
  [0x8825, 'gps'],
])
/** Bytes of one value of each type, by its number. */
const SIZES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
const [ASCII, UNDEFINED] = [2, 7]
/** A directory that says it has more entries is broken. */
const MOST_ENTRIES = 512
/** Bytes of a value that are looked at; larger ones are named with their size. */
const LARGEST_VALUE = 4096
/** Numbers of a value that are written out. */
const MOST_NUMBERS = 16

/** `tiff` begins with the byte order. The second directory, that of a preview, is not read. */
export function tiffFields(tiff: Buffer): TiffFields {
  const order = tiff.toString('latin1', 0, 2)
  const little = order === 'II'
  const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const u32 = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  if (tiff.length < 8 || (order !== 'II' && order !== 'MM') || u16(2) !== 42)
    return { fields: [], unread: ['Its Exif data do not begin as TIFF does, and were not read.'] }
  const fields: TiffField[] = []
  const unread: string[] = []
  const seen = new Set<number>()
  const waiting: { group: Group; at: number }[] = [{ group: 'tiff', at: u32(4) }]

  const fieldAt = (group: Group, entry: number): TiffField | null => {
    const [tag, type, count] = [u16(entry), u16(entry + 2), u32(entry + 4)]
    const name = NAMES[group].get(tag) ?? `0x${tag.toString(16).padStart(4, '0')}`
    const size = (SIZES[type] ?? 0) * count
    if (size === 0) {
      if (SIZES[type] === undefined || type === 0) unread.push(`${name} is of the unknown type ${type}.`)
      return null
    }
    if (size > LARGEST_VALUE) {
      unread.push(`${name} has ${size} bytes and was left out.`)
      return null
    }
    const at = size <= 4 ? entry + 8 : u32(entry + 8)
    if (at + size > tiff.length) {
      unread.push(`${name} is said to lie outside the file's Exif data.`)
      return null
    }
    const bytes = tiff.subarray(at, at + size)
    if (type === ASCII) return { group, tag, name, value: plainText(bytes), numbers: [] }
    if (type === UNDEFINED) return { group, tag, name, value: undefinedValue(name, bytes), numbers: [] }
    const numbers = numbersOf(tiff, { little, type, count, at })
    const written = numbers.slice(0, MOST_NUMBERS).map((number) => (Number.isNaN(number) ? '?' : String(number)))
    return { group, tag, name, value: `${written.join(' ')}${count > MOST_NUMBERS ? ' …' : ''}`, numbers }
  }

  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { group, at } = next
    if (seen.has(at)) {
      unread.push(`Its ${group} directory leads back to one that was read already.`)
      continue
    }
    seen.add(at)
    const count = at + 2 <= tiff.length ? u16(at) : MOST_ENTRIES + 1
    if (count > MOST_ENTRIES || at + 2 + 12 * count > tiff.length) {
      unread.push(`Its ${group} directory is broken or cut short, and was not read.`)
      continue
    }
    for (let entry = at + 2; entry < at + 2 + 12 * count; entry += 12) {
      const link = LINKS.get(u16(entry))
      if (link !== undefined && group === 'tiff') {
        waiting.push({ group: link, at: u32(entry + 8) })
        continue
      }
      const field = fieldAt(group, entry)
      if (field !== null) fields.push(field)
    }
  }
  return { fields, unread }
}

interface Place {
  readonly little: boolean
  readonly type: number
  readonly count: number
  readonly at: number
}

/** Rationals are divided; signed and unsigned integers and floats are read as they are. */
function numbersOf(tiff: Buffer, { little, type, count, at }: Place): number[] {
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length)
  const size = SIZES[type] ?? 1
  return Array.from({ length: count }, (_, index) => {
    const from = at + index * size
    switch (type) {
      case 1:
        return view.getUint8(from)
      case 3:
        return view.getUint16(from, little)
      case 4:
        return view.getUint32(from, little)
      case 5:
        return rounded(view.getUint32(from, little) / view.getUint32(from + 4, little))
      case 6:
        return view.getInt8(from)
      case 8:
        return view.getInt16(from, little)
      case 9:
        return view.getInt32(from, little)
      case 10:
        return rounded(view.getInt32(from, little) / view.getInt32(from + 4, little))
      case 11:
        return view.getFloat32(from, little)
      default:
        return view.getFloat64(from, little)
    }
  })
}

/** Nine decimals; NaN where the denominator is 0. */
function rounded(value: number): number {
  return Number.isFinite(value) ? Math.round(value * 1e9) / 1e9 : Number.NaN
}

/** Bytes whose meaning only the tag tells: versions and comments are characters, the rest is counted. */
function undefinedValue(name: string, bytes: Buffer): string {
  if (name === 'ExifVersion' || name === 'FlashpixVersion') return plainText(bytes)
  if (name === 'UserComment' || name === 'GPSProcessingMethod' || name === 'GPSAreaInformation') {
    const code = bytes.toString('latin1', 0, 8).replace(/\0+$/, '')
    const text = bytes.subarray(8)
    if (code === 'UNICODE') return plainText(Buffer.from(text.toString('utf16le'), 'utf8'))
    return plainText(text)
  }
  return bytes.length <= 4 ? [...bytes].join(' ') : `(${bytes.length} bytes)`
}
