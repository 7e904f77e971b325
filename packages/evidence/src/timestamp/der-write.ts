/** Writing DER (ITU-T X.690), as far as a request for a time-stamp needs it. */
import { BadDerError, TAG } from './der.ts'

/** Tag, length and contents, one after another. */
export function derOf(tag: number, ...contents: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(contents)
  return Buffer.concat([Buffer.of(tag), lengthOf(content.length), content])
}

/** Section 8.3: two's complement in the fewest octets. */
export function derInteger(value: bigint): Buffer {
  let octets = 1
  while (BigInt.asIntN(octets * 8, value) !== value) octets++
  const hex = BigInt.asUintN(octets * 8, value)
    .toString(16)
    .padStart(octets * 2, '0')
  return derOf(TAG.integer, Buffer.from(hex, 'hex'))
}

/** Section 8.19, from dotted digits. Throws BadDerError. */
export function derOid(dotted: string): Buffer {
  const [top = 0, second = 0, ...rest] = dotted.split('.').map(Number)
  const arcs = [top * 40 + second, ...rest]
  if (!arcs.every((arc) => Number.isSafeInteger(arc) && arc >= 0)) throw new BadDerError(`${dotted} is no identifier`)
  return derOf(TAG.oid, ...arcs.map(base128))
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.of(length)
  const hex = length.toString(16)
  const octets = Buffer.from(hex.padStart(hex.length + (hex.length % 2), '0'), 'hex')
  return Buffer.concat([Buffer.of(0x80 | octets.length), octets])
}

function base128(arc: number): Buffer {
  const octets = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128))
  return Buffer.from(octets)
}
