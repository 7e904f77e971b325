/** Boxes of the ISO base media file format (ISO/IEC 14496-12): where HEIC pictures keep Exif, and films their facts. */
import type { EmbeddedField } from '../../model/embedded.ts'
import type { ByteSource } from '../byte-source.ts'
import { plainText } from './plain-value.ts'

interface Box {
  readonly type: string
  /** Offsets of what it holds. */
  readonly start: number
  readonly end: number
}

/** Boxes of a file that are looked at side by side. */
const MOST_BOXES = 1000
/** Of the box that tells of the rest; one that is larger is left out. */
const LARGEST_HEAD = 32 * 1024 * 1024
const LARGEST_EXIF = 1024 * 1024
/** Seconds from 1904, from which films count, to 1970. */
const TO_1970 = 2_082_844_800

/** The first box of a type at the top of a file; null where there is none, or it is too large to be read. */
async function topBox(source: ByteSource, wanted: string): Promise<Buffer | null> {
  for (let at = 0, count = 0; at + 8 <= source.size && count < MOST_BOXES; count++) {
    const head = Buffer.from(await source.slice(at, at + 16))
    const box = boxAt(head, 0, source.size - at)
    if (box === null) return null
    if (box.type === wanted) {
      const size = box.end - box.start
      return size > LARGEST_HEAD ? null : Buffer.from(await source.slice(at + box.start, at + box.end))
    }
    at += box.end
  }
  return null
}

/** null where the bytes are no box. `room`: bytes that the box can have at most. */
function boxAt(bytes: Buffer, at: number, room: number): Box | null {
  if (at + 8 > bytes.length) return null
  const short = bytes.readUInt32BE(at)
  const long = short === 1 && at + 16 <= bytes.length ? Number(bytes.readBigUInt64BE(at + 8)) : null
  const size = short === 0 ? room : (long ?? short)
  const head = long === null ? 8 : 16
  if (size < head || size > room) return null
  return { type: bytes.toString('latin1', at + 4, at + 8), start: at + head, end: at + size }
}

function* boxesIn(bytes: Buffer, start = 0, end = bytes.length): Generator<Box> {
  for (let at = start, count = 0; at < end && count < MOST_BOXES; count++) {
    const box = boxAt(bytes, at, end - at)
    if (box === null) return
    yield box
    at = box.end
  }
}

function inside(bytes: Buffer, box: Box | undefined, type: string): Box | undefined {
  return box === undefined ? undefined : [...boxesIn(bytes, box.start, box.end)].find((one) => one.type === type)
}

/** The TIFF structure of a HEIC or AVIF picture's Exif item (ISO/IEC 23008-12, annex A.2.1); null where it has none. */
export async function exifOfPicture(source: ByteSource): Promise<Buffer | null> {
  const meta = await topBox(source, 'meta')
  if (meta === null) return null
  const all = [...boxesIn(meta, 4)]
  const [info, places] = ['iinf', 'iloc'].map((type) => all.find((one) => one.type === type))
  const id = info === undefined ? null : exifItem(meta, info)
  const place = id === null || places === undefined ? null : placeOf(meta, places, id)
  if (place === null || place.length < 8 || place.length > LARGEST_EXIF) return null
  const bytes = Buffer.from(await source.slice(place.offset, place.offset + place.length))
  const skip = bytes.length < 4 ? bytes.length : 4 + bytes.readUInt32BE(0)
  return skip < bytes.length ? bytes.subarray(skip) : null
}

function exifItem(meta: Buffer, info: Box): number | null {
  const version = meta[info.start] ?? 0
  for (const { type, start, end } of boxesIn(meta, info.start + 4 + (version === 0 ? 2 : 4), info.end)) {
    const wide = meta[start] === 3
    const kind = start + (wide ? 10 : 8)
    if (type === 'infe' && kind + 4 <= end && meta.toString('latin1', kind, kind + 4) === 'Exif')
      return wide ? meta.readUInt32BE(start + 4) : meta.readUInt16BE(start + 4)
  }
  return null
}

/** The one extent of an item that lies in the file itself. */
function placeOf(meta: Buffer, box: Box, wanted: number): { readonly offset: number; readonly length: number } | null {
  const bytes = meta.subarray(box.start, box.end)
  if (bytes.length < 8) return null
  const version = bytes[0] ?? 0
  const [offsetSize, lengthSize] = [(bytes[4] ?? 0) >> 4, (bytes[4] ?? 0) & 15]
  const [baseSize, indexSize] = [(bytes[5] ?? 0) >> 4, version === 0 ? 0 : (bytes[5] ?? 0) & 15]
  let at = 6
  const next = (size: number) => {
    if (at + size > bytes.length) return null
    at += size
    return size === 0
      ? 0
      : size === 8
        ? Number(bytes.readBigUInt64BE(at - 8))
        : size === 4 || size === 2
          ? bytes.readUIntBE(at - size, size)
          : null
  }
  const count = next(version < 2 ? 2 : 4) ?? 0
  for (let item = 0; item < count; item++) {
    const id = next(version < 2 ? 2 : 4)
    const method = version === 0 ? 0 : (next(2) ?? 0) & 15
    next(2)
    const base = next(baseSize)
    const extents = next(2)
    if (id === null || base === null || extents === null) return null
    for (let extent = 0; extent < extents; extent++) {
      next(indexSize)
      const [offset, length] = [next(offsetSize), next(lengthSize)]
      if (offset === null || length === null) return null
      if (id === wanted) return method === 0 && extents === 1 ? { offset: base + offset, length } : null
    }
  }
  return null
}

/** What the head of a film says: times, length, place, device. */
export async function movieFields(source: ByteSource): Promise<readonly EmbeddedField[]> {
  const moov = await topBox(source, 'moov')
  if (moov === null) return []
  const all = [...boxesIn(moov)]
  const named = (type: string) => all.find((one) => one.type === type)
  return [...headerFields(moov, named('mvhd')), ...userFields(moov, named('udta')), ...keyedFields(moov, named('meta'))]
}

/** ISO/IEC 14496-12, section 8.2.2: times are in UTC, 0 where they are not known. */
function headerFields(moov: Buffer, box: Box | undefined): EmbeddedField[] {
  if (box === undefined || box.end - box.start < 32) return []
  const wide = moov[box.start] === 1
  const number = (at: number, long: boolean) =>
    long ? Number(moov.readBigUInt64BE(box.start + at)) : moov.readUInt32BE(box.start + at)
  const [made, changed] = [number(4, wide), number(wide ? 12 : 8, wide)]
  const [scale, length] = [number(wide ? 20 : 12, false), number(wide ? 24 : 16, wide)]
  const moment = (name: string, seconds: number): EmbeddedField[] => {
    if (seconds === 0 || seconds - TO_1970 > 253_402_300_799) return []
    const value = `${new Date((seconds - TO_1970) * 1000).toISOString().slice(0, 19)}Z`
    return [{ group: 'movie', name, value }]
  }
  const duration =
    scale > 0
      ? [{ group: 'movie' as const, name: 'duration', value: `${Math.round((length / scale) * 1000) / 1000} s` }]
      : []
  return [...moment('creation_time', made), ...moment('modification_time', changed), ...duration]
}

/** International text of QuickTime: two bytes of length, two of language, then the words. */
function userFields(moov: Buffer, box: Box | undefined): EmbeddedField[] {
  if (box === undefined) return []
  return [...boxesIn(moov, box.start, box.end)].flatMap(({ type, start, end }): EmbeddedField[] => {
    if (!type.startsWith('\xa9') || end - start < 4) return []
    const words = moov.subarray(start + 4, Math.min(end, start + 4 + moov.readUInt16BE(start)))
    return [{ group: 'movie', name: type, value: plainText(words) }]
  })
}

/** Metadata by key (QuickTime File Format, "Metadata"): keys in one box, values in order in another. */
function keyedFields(moov: Buffer, box: Box | undefined): EmbeddedField[] {
  const [keys, list] = [inside(moov, box, 'keys'), inside(moov, box, 'ilst')]
  if (keys === undefined || list === undefined) return []
  const names = [...boxesIn(moov, keys.start + 8, keys.end)].map(({ start, end }) => moov.toString('utf8', start, end))
  return [...boxesIn(moov, list.start, list.end)].flatMap((item): EmbeddedField[] => {
    const name = names[moov.readUInt32BE(item.start - 4) - 1]
    const data = inside(moov, item, 'data')
    if (name === undefined || data === undefined || data.end - data.start < 8) return []
    const isText = moov.readUInt32BE(data.start) === 1
    const value = isText ? plainText(moov.subarray(data.start + 8, data.end)) : `(${data.end - data.start - 8} bytes)`
    return [{ group: 'movie', name: plainText(Buffer.from(name)), value }]
  })
}
