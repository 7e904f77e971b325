/** The segments of a JPEG up to its first scan (ITU T.81, annex B.1.1): markers with their payloads. */

export interface JpegSegment {
  /** The second byte of the marker: 0xe1 for APP1. */
  readonly marker: number
  /** Offsets of the payload, without the marker and its length. */
  readonly start: number
  readonly end: number
}

/** Ends with the segment that begins the first scan, or where the bytes are no segments any more. */
export function* jpegSegments(bytes: Buffer): Generator<JpegSegment> {
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    if (end < at + 4 || end > bytes.length) return
    yield { marker, start: at + 4, end }
    if (marker === 0xda) return
    at = end
  }
}
