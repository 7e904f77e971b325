/** Width and height of a picture from its first bytes, so that one that would fill the memory is never unpacked. */
import { jpegSegments } from './jpeg-segment.ts'

export interface PictureSize {
  readonly width: number
  readonly height: number
}

/** PNG, JPEG, GIF, BMP and WebP; null for anything else, or where the bytes do not say. */
export function pictureSize(given: Uint8Array): PictureSize | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const start = bytes.toString('latin1', 0, 16)
  if (start.startsWith('\x89PNG\r\n\x1a\n') && bytes.length >= 24)
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
  if (start.startsWith('GIF8') && bytes.length >= 10)
    return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) }
  if (start.startsWith('BM') && bytes.length >= 26)
    return { width: Math.abs(bytes.readInt32LE(18)), height: Math.abs(bytes.readInt32LE(22)) }
  if (start.startsWith('\xff\xd8')) return jpegSize(bytes)
  return start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP' ? webpSize(bytes) : null
}

/** The frame header among the segments (ITU T.81, annex B.2.2). */
function jpegSize(bytes: Buffer): PictureSize | null {
  for (const { marker, start, end } of jpegSegments(bytes)) {
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker) && end - start >= 5)
      return { width: bytes.readUInt16BE(start + 3), height: bytes.readUInt16BE(start + 1) }
  }
  return null
}

/** The three forms of WebP (RFC 9649, sections 2.5 to 2.7). */
function webpSize(bytes: Buffer): PictureSize | null {
  if (bytes.length < 30) return null
  const form = bytes.toString('latin1', 12, 16)
  if (form === 'VP8X') return { width: 1 + bytes.readUIntLE(24, 3), height: 1 + bytes.readUIntLE(27, 3) }
  if (form === 'VP8 ') return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff }
  if (form !== 'VP8L') return null
  const bits = bytes.readUInt32LE(21)
  return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) }
}
