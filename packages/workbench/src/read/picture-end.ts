/** Whether a picture reaches the end that its format asks for: decoders fill what is missing with grey and say nothing. */
import { jpegSegments } from './jpeg-segment.ts'

/** JPEG, PNG, GIF and WebP; false for anything else. What follows the end (a second picture, a sound) is no matter. */
export function isCutShort(given: Uint8Array): boolean {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.length)
  const start = bytes.toString('latin1', 0, 12)
  if (start.startsWith('\xff\xd8')) return !jpegEnds(bytes)
  if (start.startsWith('\x89PNG')) return !pngEnds(bytes)
  if (start.startsWith('GIF8')) return !gifEnds(bytes)
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return bytes.readUInt32LE(4) + 8 > bytes.length
  return false
}

/** An end marker after the last scan that begins (ITU T.81, annex B.2). One inside an embedded preview is before it. */
function jpegEnds(bytes: Buffer): boolean {
  const scan = [...jpegSegments(bytes)].find(({ marker }) => marker === 0xda)
  return scan !== undefined && bytes.indexOf(Buffer.from([0xff, 0xd9]), scan.end) !== -1
}

/** The chunk that ends it, with its checksum (PNG, third edition, section 5.6). */
function pngEnds(bytes: Buffer): boolean {
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at))
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND') return true
  return false
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
