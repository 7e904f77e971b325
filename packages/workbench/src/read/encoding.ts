/** Which characters the bytes of a text file stand for, and which byte each character came from. */
import { analyse } from 'chardet'

export interface DecodedText {
  /** The file's characters with only a byte-order mark dropped. */
  readonly text: string
  /** WHATWG name. */
  readonly encoding: string
  /** Length of the byte-order mark in bytes. */
  readonly mark: number
}

/**
 * Decodes bytes as text, or gives null where they are not text. In this order: a byte-order mark, UTF-16 by its zero
 * (or Arabic page) bytes, valid UTF-8, UTF-8 with a few broken sequences, Windows-1256 by its letter statistics,
 * Windows-1252, and last whatever chardet is sure of.
 */
export function decodeText(bytes: Uint8Array): DecodedText | null {
  if (starts(bytes, [0xef, 0xbb, 0xbf])) return decoded(bytes, 'utf-8', 3)
  if (starts(bytes, [0xff, 0xfe, 0, 0]) || starts(bytes, [0, 0, 0xfe, 0xff])) return null
  if (starts(bytes, [0xff, 0xfe])) return decoded(bytes, 'utf-16le', 2)
  if (starts(bytes, [0xfe, 0xff])) return decoded(bytes, 'utf-16be', 2)
  const wide = unmarkedUtf16(bytes)
  if (wide !== null) return decoded(bytes, wide, 0)
  if (looksBinary(bytes)) return null
  const { good, bad } = utf8Sequences(bytes)
  if (bad === 0 || (good >= 4 && bad * 10 <= good) || (good > 1 && bad === 1)) return decoded(bytes, 'utf-8', 0)
  if (controls(bytes) * 200 > bytes.length) return null
  const single = singleByteEncoding(bytes)
  return single === null ? null : decoded(bytes, single, 0)
}

function decoded(bytes: Uint8Array, encoding: string, mark: number): DecodedText | null {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(mark))
  return mark > 0 && noise(text) ? null : { text, encoding, mark }
}

/** A byte-order mark before noise: more than one character in ten is a replacement or an unassigned one. */
function noise(text: string): boolean {
  const sample = text.slice(0, 65_536)
  const odd = sample.match(/[\uFFFD\0\p{Cn}\p{Co}\p{Cs}]/gu)?.length ?? 0
  return odd * 10 > sample.length && odd > 1
}

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return bytes.length >= mark.length && mark.every((byte, at) => bytes[at] === byte)
}

/** UTF-16 without a mark: nearly every unit's high byte is 00 (Latin) or 06 (Arabic), and hardly any low byte is. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null
  const end = Math.min(bytes.length, 65_536)
  const page = [0, 0]
  for (let at = 0; at < end; at++) if (bytes[at] === 0 || bytes[at] === 6) page[at % 2]!++
  const units = end / 2
  const [even, odd] = page as [number, number]
  if (even > units * 0.7 && odd < units * 0.1) return 'utf-16be'
  if (odd > units * 0.7 && even < units * 0.1) return 'utf-16le'
  return null
}

function looksBinary(bytes: Uint8Array): boolean {
  let zeros = 0
  for (const byte of bytes) if (byte === 0) zeros++
  return zeros * 1000 > bytes.length
}

/** C0 controls that text files do not hold: all but tab, line ends, form feed, escape and backspace-like terminal codes. */
function controls(bytes: Uint8Array): number {
  let count = 0
  for (const byte of bytes)
    if (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) count++
  return count
}

function utf8Sequences(bytes: Uint8Array): { good: number; bad: number } {
  let good = 0
  let bad = 0
  for (let at = 0; at < bytes.length; ) {
    const { length, valid } = utf8SequenceAt(bytes, at)
    if (!valid) bad++
    else if (length > 1) good++
    at += length
  }
  return { good, bad }
}

/**
 * The UTF-8 sequence at a byte, or where it is ill-formed its maximal subpart, which decoders replace by one U+FFFD
 * (Unicode 16.0, section 3.9, table 3-7 and "U+FFFD substitution of maximal subparts").
 */
function utf8SequenceAt(bytes: Uint8Array, at: number): { length: number; valid: boolean } {
  const lead = bytes[at]!
  if (lead < 0x80) return { length: 1, valid: true }
  const needs = lead >= 0xf0 && lead <= 0xf4 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0
  if (needs === 0) return { length: 1, valid: false }
  for (let step = 1; step <= needs; step++) {
    const low = step > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
    const high = step > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
    const byte = bytes[at + step]
    if (byte === undefined || byte < low || byte > high) return { length: step, valid: false }
  }
  return { length: needs + 1, valid: true }
}

/**
 * Tells Arabic from Western single-byte text. In Arabic whole words are high bytes, in Western text high bytes stand
 * among ASCII letters; alef is C7 in both Arabic pages, lam E1 in Windows-1256 and E4 in ISO 8859-6.
 */
function singleByteEncoding(bytes: Uint8Array): string | null {
  let high = 0
  let inRuns = 0
  let run = 0
  let latin = 0
  const counts = new Uint32Array(256)
  for (const byte of bytes) {
    counts[byte]!++
    if (byte >= 0xc0) {
      high++
      run++
      if (run === 3) inRuns += 3
      else if (run > 3) inRuns++
    } else {
      run = 0
      if ((byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7a) latin++
    }
  }
  if (high === 0 || inRuns * 2 < high) return high <= latin ? 'windows-1252' : guessed(bytes)
  const alef = counts[0xc7]!
  const lam1256 = counts[0xe1]!
  const lam8859 = counts[0xe4]!
  if (alef * 14 > high && Math.max(lam1256, lam8859) * 20 > high) {
    return lam1256 >= lam8859 ? 'windows-1256' : 'iso-8859-6'
  }
  return guessed(bytes)
}

/** chardet's first guess, where it is at least a quarter sure and twice as sure as of the next. */
function guessed(bytes: Uint8Array): string | null {
  const [first, second] = analyse(bytes.subarray(0, 65_536)).filter(({ name }) => !name.startsWith('UTF'))
  if (first === undefined || first.confidence < 25 || first.confidence < 2 * (second?.confidence ?? 0)) return null
  try {
    return new TextDecoder(first.name).encoding
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return null
  }
}

/** Byte offsets in the file of ascending character offsets of its decoded text. */
export function byteOffsets(bytes: Uint8Array, decoded: DecodedText, positions: readonly number[]): number[] {
  const { text, encoding, mark } = decoded
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    return positions.map((at) => Math.min(mark + at * 2, bytes.length))
  }
  if (encoding !== 'utf-8') return singleOrEncoded(bytes, decoded, positions)
  const offsets: number[] = []
  let at = 0
  let byte = mark
  for (const position of positions) {
    while (at < position) {
      const length = utf8SequenceAt(bytes, byte).length
      at += text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00 ? 2 : 1
      byte += length
    }
    offsets.push(byte)
  }
  return offsets
}

/** One byte a character in single-byte pages; in others (East Asian) the bytes are decoded step by step. */
function singleOrEncoded(bytes: Uint8Array, decoded: DecodedText, positions: readonly number[]): number[] {
  if (decoded.text.length === bytes.length) return [...positions]
  const decoder = new TextDecoder(decoded.encoding)
  const offsets: number[] = []
  let characters = 0
  let byte = 0
  for (const position of positions) {
    while (characters < position && byte < bytes.length) {
      characters += decoder.decode(bytes.subarray(byte, byte + 1), { stream: true }).length
      byte++
    }
    offsets.push(byte)
  }
  return offsets
}
