/** Words planted where nobody may read them, and the search for them in every form in which bytes can hold words. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { constants, inflateRawSync, inflateSync } from 'node:zlib'

/** Characters of base64 below which a needle would be found by chance. */
const LEAST_BASE64 = 6
/** How often what was unpacked is itself searched for what is packed. */
const DEPTH = 3

/**
 * A text as it was, in small and in large letters; each in UTF-8, UTF-16, hexadecimal, base64 at every offset, and as
 * JSON, HTML and URLs escape it.
 */
export function formsOf(text: string): readonly Buffer[] {
  return [...new Set([text, text.toLowerCase(), text.toUpperCase()])].flatMap((one) => {
    const units = [...Array(one.length).keys()].map((at) => one.charCodeAt(at))
    const escaped = units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('')
    const entities = [...one].map((letter) => `&#${letter.codePointAt(0)};`).join('')
    return [
      ...bytesForms(Buffer.from(one)),
      Buffer.from(one, 'utf16le'),
      Buffer.from(one, 'utf16le').swap16(),
      Buffer.from(escaped),
      Buffer.from(escaped.toUpperCase().replaceAll('\\U', '\\u')),
      Buffer.from(entities),
      Buffer.from(encodeURIComponent(one)),
    ]
  })
}

/** Digests by which one could tell the bytes. */
export function digestForms(bytes: Uint8Array | string): readonly Buffer[] {
  return ['sha512', 'sha256', 'sha1', 'md5'].flatMap((name) => bytesForms(createHash(name).update(bytes).digest()))
}

/** Paths below a folder, of the files that hold a needle, or are named by one; packed or not. */
export async function filesThatHold(folder: string, needles: readonly Buffer[]): Promise<readonly string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (holds(Buffer.from(path.slice(folder.length)), needles)) found.push(path.slice(folder.length + 1))
    else if (entry.isFile() && holds(await readFile(path), needles)) found.push(path.slice(folder.length + 1))
  }
  return found.sort()
}

export function holds(bytes: Buffer, needles: readonly Buffer[], depth = DEPTH): boolean {
  if (needles.some((needle) => bytes.includes(needle))) return true
  if (depth === 0) return false
  for (const inner of packedIn(bytes)) if (holds(inner, needles, depth - 1)) return true
  return false
}

/** Of bytes as they are: raw, hexadecimal, base64 wherever they begin in what was encoded. */
function bytesForms(bytes: Buffer): readonly Buffer[] {
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64')
    return text.slice(Math.ceil((before * 8) / 6), Math.floor(((before + bytes.length) * 8) / 6))
  })
  const url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  const long = [...new Set([...base64, ...url])].filter(({ length }) => length >= LEAST_BASE64)
  return [bytes, ...[hex, hex.toUpperCase(), ...long].map((text) => Buffer.from(text))]
}

/** What gzip, zlib, the members of zips, and long stretches of base64 hold. */
function* packedIn(bytes: Buffer): Iterable<Buffer> {
  for (
    let at = bytes.indexOf('\x1f\x8b\x08', 0, 'latin1');
    at >= 0;
    at = bytes.indexOf('\x1f\x8b\x08', at + 1, 'latin1')
  )
    yield* unpacked(inflateRawSync, bytes.subarray(endOfGzipHeader(bytes, at)))
  for (let at = bytes.indexOf('PK\x03\x04'); at >= 0; at = bytes.indexOf('PK\x03\x04', at + 1)) {
    if (at + 30 > bytes.length) break
    yield* unpacked(inflateRawSync, bytes.subarray(at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)))
  }
  for (let at = bytes.indexOf(0x78); at >= 0; at = bytes.indexOf(0x78, at + 1)) {
    // RFC 1950: the first two bytes are a multiple of 31.
    if (at + 2 <= bytes.length && bytes.readUInt16BE(at) % 31 === 0) yield* unpacked(inflateSync, bytes.subarray(at))
  }
  for (const [text] of bytes.toString('latin1').matchAll(/[A-Za-z0-9+/_-]{64,}={0,2}/g))
    yield Buffer.from(text, 'base64')
}

/** RFC 1952, section 2.3: after ten bytes, an extra field, a name and a comment where the flags say so, and a checksum. */
function endOfGzipHeader(bytes: Buffer, at: number): number {
  const flags = bytes[at + 3] ?? 0
  let end = at + 10
  if ((flags & 4) !== 0 && end + 2 <= bytes.length) end += 2 + bytes.readUInt16LE(end)
  for (const flag of [8, 16]) if ((flags & flag) !== 0) end = bytes.indexOf(0, end) + 1
  return (flags & 2) === 0 ? end : end + 2
}

function* unpacked(unpack: (bytes: Buffer, options: object) => Buffer, bytes: Buffer): Iterable<Buffer> {
  try {
    yield unpack(bytes, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 26 })
  } catch {
    // It only looked like the beginning of something packed.
  }
}
