/** Metadata embedded in pictures and films: found by format, read as what the file says. Throws nothing for the file's sake. */
import { inflateSync } from 'node:zlib'
import type { EmbeddedField, EmbeddedMetadata } from '../../model/embedded.ts'
import type { ByteSource } from '../byte-source.ts'
import { jpegSegments } from '../jpeg-segment.ts'
import { mediaTypeOf } from '../media-type.ts'
import { exifOfPicture, movieFields } from './boxes.ts'
import { claimedIn } from './claimed.ts'
import { plainText } from './plain-value.ts'
import { tiffFields } from './tiff-directory.ts'
import { xmpFields } from './xmp-packet.ts'

/** A picture that is larger is not searched: 64 MiB. */
const LARGEST_PICTURE = 64 * 1024 * 1024
const LARGEST_TEXT = 64 * 1024
const XMP_IN_JPEG = 'http://ns.adobe.com/xap/1.0/\0'

interface Found {
  readonly fields: readonly EmbeddedField[]
  readonly unread: readonly string[]
}
const NOTHING: Found = { fields: [], unread: [] }

/** null where the file is no picture or film, or says nothing of itself. */
export async function embeddedMetadata(source: ByteSource): Promise<EmbeddedMetadata | null> {
  const type = mediaTypeOf(await source.slice(0, 4096), '')
  const found = await foundIn(type, source)
  if (found.fields.length + found.unread.length === 0) return null
  const claimed = claimedIn(found.fields)
  return {
    ...claimed,
    fields: found.fields.map(({ group, name, value }) => ({ group, name, value })),
    unread: [...found.unread, ...claimed.unread],
  }
}

async function foundIn(type: string, source: ByteSource): Promise<Found> {
  if (type.startsWith('video/')) return { fields: await movieFields(source), unread: [] }
  if (type === 'image/heic' || type === 'image/avif') {
    const exif = await exifOfPicture(source)
    return exif === null ? NOTHING : tiffFields(exif)
  }
  const read = { 'image/jpeg': inJpeg, 'image/png': inPng, 'image/webp': inWebp, 'image/tiff': tiffFields }[type]
  if (read === undefined || source.size > LARGEST_PICTURE) return NOTHING
  const bytes = await source.whole()
  return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length))
}

function together(parts: readonly Found[]): Found {
  return { fields: parts.flatMap(({ fields }) => fields), unread: parts.flatMap(({ unread }) => unread) }
}

function inJpeg(bytes: Buffer): Found {
  const parts: Found[] = []
  for (const { marker, start, end } of jpegSegments(bytes)) {
    const payload = bytes.subarray(start, end)
    const head = payload.toString('latin1', 0, XMP_IN_JPEG.length)
    if (marker === 0xe1 && head.startsWith('Exif\0')) parts.push(tiffFields(payload.subarray(6)))
    else if (marker === 0xe1 && head === XMP_IN_JPEG) parts.push(xmpFields(payload.subarray(XMP_IN_JPEG.length)))
    else if (marker === 0xfe) parts.push(text('jpeg', 'Comment', payload))
  }
  return together(parts)
}

/** PNG, third edition, sections 11.3.3 and 11.3.4. */
function inPng(bytes: Buffer): Found {
  const parts: Found[] = []
  for (let at = 8; at + 12 <= bytes.length && parts.length < 200; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) break
    parts.push(pngChunk(bytes.toString('latin1', at + 4, at + 8), bytes.subarray(at + 8, end)))
    at = end + 4
  }
  return together(parts)
}

function pngChunk(type: string, data: Buffer): Found {
  if (type === 'eXIf') return tiffFields(data)
  if (type === 'tIME' && data.length === 7) {
    const two = (at: number) => String(data[at]).padStart(2, '0')
    const time = `${String(data.readUInt16BE(0)).padStart(4, '0')}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}Z`
    return { fields: [{ group: 'png', name: 'tIME', value: time }], unread: [] }
  }
  if (type !== 'tEXt' && type !== 'zTXt' && type !== 'iTXt') return NOTHING
  const ended = data.indexOf(0)
  if (ended < 1) return { fields: [], unread: [`A ${type} chunk of it has no keyword.`] }
  const keyword = plainText(data.subarray(0, ended))
  const rest = data.subarray(ended + 1)
  if (type === 'tEXt') return text('png', keyword, rest)
  if (type === 'zTXt') return inflated(keyword, rest.subarray(1))
  const [compressed] = rest
  const language = rest.indexOf(0, 2)
  const translated = language === -1 ? -1 : rest.indexOf(0, language + 1)
  if (translated === -1) return { fields: [], unread: [`The text ${keyword} of it is broken.`] }
  const words = rest.subarray(translated + 1)
  if (compressed === 1) return inflated(keyword, words)
  return keyword === 'XML:com.adobe.xmp' ? xmpFields(words) : text('png', keyword, words)
}

function inflated(keyword: string, packed: Buffer): Found {
  try {
    return text('png', keyword, inflateSync(packed, { maxOutputLength: LARGEST_TEXT }))
  } catch {
    return {
      fields: [],
      unread: [`The text ${keyword} of it is broken, or unpacks to more than ${LARGEST_TEXT} bytes.`],
    }
  }
}

/** RFC 9649, sections 2.7.1.4 and 2.7.1.5. */
function inWebp(bytes: Buffer): Found {
  const parts: Found[] = []
  for (let at = 12, count = 0; at + 8 <= bytes.length && count < 1000; count++) {
    const size = bytes.readUInt32LE(at + 4)
    const data = bytes.subarray(at + 8, at + 8 + size)
    const type = bytes.toString('latin1', at, at + 4)
    if (type === 'EXIF') parts.push(tiffFields(data.toString('latin1', 0, 6) === 'Exif\0\0' ? data.subarray(6) : data))
    if (type === 'XMP ') parts.push(xmpFields(data))
    at += 8 + size + (size % 2)
  }
  return together(parts)
}

function text(group: 'png' | 'jpeg', name: string, bytes: Buffer): Found {
  const value = plainText(bytes.subarray(0, LARGEST_TEXT))
  return value === '' ? NOTHING : { fields: [{ group, name, value }], unread: [] }
}
