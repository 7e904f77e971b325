/** DER (ITU-T X.690), as far as time-stamps and certificates need it: reading only, definite lengths only. */

export class BadDerError extends Error {
  constructor(why: string) {
    super(`not DER: ${why}`)
    this.name = 'BadDerError'
  }
}

export interface Der {
  /** The identifier octet: 0x30 sequence, 0x31 set, 0xa0 context 0 … */
  readonly tag: number
  readonly content: Buffer
  /** Tag, length and content. */
  readonly raw: Buffer
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  oid: 0x06,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The one value that the bytes are. Throws BadDerError. */
export function readDer(bytes: Uint8Array): Der {
  const { value, end } = readAt(Buffer.from(bytes), 0)
  if (end !== bytes.length) throw new BadDerError(`${bytes.length - end} bytes follow the value`)
  return value
}

/** The values inside one. */
export function childrenOf({ content }: Der): readonly Der[] {
  const children: Der[] = []
  for (let at = 0; at < content.length; ) {
    const { value, end } = readAt(content, at)
    children.push(value)
    at = end
  }
  return children
}

/** Throws BadDerError unless the value is there and has the tag. */
export function expectTag(value: Der | undefined, tag: number, what: string): Der {
  if (value?.tag !== tag) throw new BadDerError(`${what} is ${value === undefined ? 'missing' : 'of another type'}`)
  return value
}

/** The children of a value with the tag. */
export function childrenWith(value: Der | undefined, tag: number, what: string): readonly Der[] {
  return childrenOf(expectTag(value, tag, what))
}

export function oidOf(value: Der | undefined, what: string): string {
  const { content } = expectTag(value, TAG.oid, what)
  const arcs: number[] = []
  let arc = 0
  for (const [at, octet] of content.entries()) {
    arc = arc * 128 + (octet & 0x7f)
    if (octet < 0x80) {
      arcs.push(arc)
      arc = 0
    } else if (at === content.length - 1 || !Number.isSafeInteger(arc)) {
      throw new BadDerError(`${what} is no object identifier`)
    }
  }
  const [first = 0, ...rest] = arcs
  const top = Math.min(Math.floor(first / 40), 2)
  return [top, first - top * 40, ...rest].join('.')
}

/** Two's complement, of any size. */
export function integerOf(value: Der | undefined, what: string): bigint {
  const { content } = expectTag(value, TAG.integer, what)
  if (content.length === 0) throw new BadDerError(`${what} is empty`)
  return BigInt.asIntN(content.length * 8, BigInt(`0x${content.toString('hex')}`))
}

/** `YYYYMMDDHHMMSS[.f…]Z`, as RFC 3161 section 2.4.2 asks; milliseconds are kept. */
export function timeOf(value: Der | undefined, what: string): Date {
  const text = expectTag(value, TAG.generalizedTime, what).content.toString('latin1')
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d+))?Z$/.exec(text) ?? []
  const stated = `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`
  const time = new Date(stated)
  // Date takes 31 February for 3 March.
  if (Number.isNaN(time.getTime()) || time.toISOString() !== stated)
    throw new BadDerError(`${what} is ${JSON.stringify(text)}, no time`)
  return time
}

function readAt(bytes: Buffer, at: number): { value: Der; end: number } {
  const tag = bytes[at]
  const first = bytes[at + 1]
  if (tag === undefined || first === undefined) throw new BadDerError('it ends inside a value')
  if ((tag & 0x1f) === 0x1f) throw new BadDerError('it has a tag of several octets')
  let start = at + 2
  let length = first
  if (first >= 0x80) {
    const count = first & 0x7f
    if (count === 0) throw new BadDerError('it has a value of indefinite length')
    if (count > 4 || start + count > bytes.length) throw new BadDerError('it has a length that is too long')
    length = bytes.readUIntBE(start, count)
    start += count
  }
  const end = start + length
  if (end > bytes.length) throw new BadDerError('it ends inside a value')
  return { value: { tag, content: bytes.subarray(start, end), raw: bytes.subarray(at, end) }, end }
}
