/** Distinguished names (X.501) compared as RFC 5280 section 7.1 asks: whatever string type, case and spaces they are written in. */
import { childrenOf, type Der, readDer, TAG } from './der.ts'

/** How the bytes of each string type are read. Others are compared as they stand. */
const STRINGS: ReadonlyMap<number, (content: Buffer) => string> = new Map([
  [0x0c, (content) => content.toString('utf8')],
  [0x13, (content) => content.toString('latin1')],
  [0x14, (content) => content.toString('latin1')],
  [0x16, (content) => content.toString('latin1')],
  [0x1a, (content) => content.toString('latin1')],
  [
    0x1e,
    (content) =>
      Buffer.from(content.subarray(0, content.length & ~1))
        .swap16()
        .toString('utf16le'),
  ],
])

/** Both in DER. Throws BadDerError. */
export function isSameName(one: Buffer, other: Buffer): boolean {
  return one.equals(other) || JSON.stringify(partsOf(one)) === JSON.stringify(partsOf(other))
}

function partsOf(name: Buffer): readonly (readonly string[])[] {
  return childrenOf(readDer(name)).map((part) => childrenOf(part).map(textOf).sort())
}

/** One attribute: its type, and what it says. */
function textOf(attribute: Der): string {
  const [type, value] = childrenOf(attribute)
  const read = STRINGS.get(value?.tag ?? TAG.octets)
  const said = value && read ? `=${folded(read(value.content))}` : `#${value?.raw.toString('hex')}`
  return `${type?.raw.toString('hex')}${said}`
}

function folded(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}
