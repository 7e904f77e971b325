/** What is wrong with a picture that decoders pass over: they fill what is missing or damaged with grey and say nothing. */
import { crc32 } from 'node:zlib'
import { jpegSegments } from './jpeg-segment.ts'

/** Ends before its format does, or holds bytes that its own checksum denies (PNG alone has one). */
export type PictureFault = 'cut-short' | 'damaged'

/** As a sentence goes on after "the picture". */
export const PICTURE_FAULTS: Readonly<Record<PictureFault, string>> = {
  'cut-short': 'ends before its end, and what is missing is filled in',
  damaged: 'is damaged by its own checksum, and may not show what it showed',
}

/** JPEG, PNG, GIF and WebP; null for anything else. What follows the end (a second picture, a sound) is no matter. */
export function pictureFault(given: Uint8Array): PictureFault | null {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\xff\xd8')) return jpegEnds(bytes) ? null : 'cut-short'
  if (start.startsWith('\x89PNG')) return pngFault(bytes)
  if (start.startsWith('GIF8')) return gifEnds(bytes) ? null : 'cut-short'
  if (start.startsWith('RIFF') && start.endsWith('WEBP'))
    return bytes.readUInt32LE(4) + 8 > bytes.length ? 'cut-short' : null
  return null
}

/** An end marker after the last scan that begins (ITU T.81, annex B.2). One inside an embedded preview is before it. */
function jpegEnds(bytes: Buffer): boolean {
  const scan = [...jpegSegments(bytes)].find(({ marker }) => marker === 0xda)
  return scan !== undefined && bytes.indexOf(Buffer.from([0xff, 0xd9]), scan.end) !== -1
}

/** Chunks up to the one that ends it, each with its checksum (PNG, third edition, section 5.3). */
function pngFault(bytes: Buffer): PictureFault | null {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 8 + bytes.readUInt32BE(at)
    if (end + 4 > bytes.length) return 'cut-short'
    if (crc32(bytes.subarray(at + 4, end)) !== bytes.readUInt32BE(end)) return 'damaged'
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return null
    at = end + 4
  }
  return 'cut-short'
}

/** The trailer after a whole number of blocks (GIF89a, sections 15 to 27). */
function gifEnds(bytes: Buffer): boolean {
  const colours = (flags: number) => ((flags & 0x80) === 0 ? 0 : 3 << ((flags & 7) + 1))
  let at = 13 + colours(bytes[10] ?? 0)
  while (at < bytes.length) {
    const kind = bytes[at]
    if (kind === 0x3b) return true
    if (kind === 0x2c) at += 11 + colours(bytes[at + 9] ?? 0)
    else if (kind === 0x21) at += 2
    else return false
    for (let size = bytes[at]; size !== 0; size = bytes[at]) {
      if (size === undefined) return false
      at += 1 + size
    }
    at++
  }
  return false
}
