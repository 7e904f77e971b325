/** Lists pasted together from two programs: lines of UTF-8 beside lines of an older encoding, each read as what it is. */
import { isUtf8 } from 'node:buffer'
import { decodeText } from '../read/encoding.ts'

export interface MixedText {
  /** The whole as UTF-8. */
  readonly bytes: Uint8Array
  /** Lines that were not UTF-8. */
  readonly lines: number
}

const LINE = 0x0a

/** Null where no line is certainly UTF-8: then the whole is of one encoding, or no text. */
export function readMixed(bytes: Uint8Array): MixedText | null {
  if (bytes.includes(0)) return null
  const lines = linesOf(bytes)
  const valid = lines.map((line) => isUtf8(line) || isBroken(line))
  const certain = lines.filter((line, at) => valid[at] && line.some((byte) => byte >= 0x80))
  const other = lines.filter((_, at) => !valid[at])
  if (certain.length === 0 || other.length === 0) return null
  const arabic = /\p{Script=Arabic}/u.test(Buffer.concat(certain).toString('utf8'))
  const decode = decoderOf(Buffer.concat(other), arabic)
  const parts = lines.map((line, at) => (valid[at] ? line : Buffer.from(decode(line), 'utf8')))
  return { bytes: Buffer.concat(parts), lines: other.length }
}

/** UTF-8 of which some bytes are lost: most of what is not ASCII still reads as characters. */
function isBroken(line: Uint8Array): boolean {
  const text = Buffer.from(line).toString('utf8')
  const lost = text.match(/\uFFFD/g)?.length ?? 0
  return (text.match(/[^\0-\x7f]/g)?.length ?? 0) - lost > lost
}

/** Each with its line end. */
function linesOf(bytes: Uint8Array): readonly Uint8Array[] {
  const lines: Uint8Array[] = []
  for (let from = 0; from < bytes.length; ) {
    const end = bytes.indexOf(LINE, from)
    const to = end === -1 ? bytes.length : end + 1
    lines.push(bytes.subarray(from, to))
    from = to
  }
  return lines
}

/** The encoding the odd lines have together; too short to tell, the usual one of the script that the others are in. */
function decoderOf(odd: Uint8Array, arabic: boolean): (line: Uint8Array) => string {
  const found = arabic ? null : (decodeText(odd)?.encoding ?? null)
  const decoder = new TextDecoder(found ?? (arabic ? 'windows-1256' : 'windows-1252'))
  return (line) => decoder.decode(line)
}
