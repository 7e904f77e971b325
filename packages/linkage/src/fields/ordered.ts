/** Records in an order that the rows of the lists do not decide. */
import { hashText, mix } from '../seeded.ts'
import type { Records } from './field.ts'

/** Records in the order of a hash of what they state, so that nothing that follows depends on the rows' order. */
export function ordered({ count, list, row, linkable, fields }: Records): Records {
  const high = new Uint32Array(count)
  const low = new Uint32Array(count)
  for (let at = 0; at < count; at++) high[at] = mix(list[at]! + 1)
  for (const [index, { values, codes }] of fields.entries()) {
    const first = new Uint32Array(values.length)
    const second = new Uint32Array(values.length)
    for (const [code, value] of values.entries()) {
      first[code] = hashText(value, index)
      second[code] = hashText(value, index + 7919)
    }
    for (let at = 0; at < count; at++) {
      const code = codes[at]!
      high[at] = Math.imul(high[at]! ^ (code < 0 ? index : first[code]!), 0x9e3779b1) >>> 0
      high[at] = ((high[at]! << 13) | (high[at]! >>> 19)) >>> 0
      low[at] = (Math.imul(low[at]!, 31) + (code < 0 ? 1 : second[code]!)) >>> 0
    }
  }
  const order = sortedBy(high, low)
  const gather = (source: Int32Array) => Int32Array.from(order, (at) => source[at]!)
  return {
    count,
    list: gather(list),
    row: gather(row),
    linkable: Uint8Array.from(order, (at) => linkable[at]!),
    fields: fields.map(({ key, kind, values, codes }) => {
      const renumbered = new Int32Array(values.length).fill(-1)
      const kept: string[] = []
      const out = new Int32Array(count)
      for (let at = 0; at < count; at++) {
        const code = codes[order[at]!]!
        if (code >= 0 && renumbered[code] === -1) {
          renumbered[code] = kept.length
          kept.push(values[code]!)
        }
        out[at] = code < 0 ? -1 : renumbered[code]!
      }
      return { key, kind, values: kept, codes: out }
    }),
  }
}

/** Indices by ascending (high, low): stable radix sort in digits of 16 bits. */
function sortedBy(high: Uint32Array, low: Uint32Array): Uint32Array {
  let order = Uint32Array.from(high, (_, at) => at)
  let target = new Uint32Array(order.length)
  for (const [source, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    const counts = new Uint32Array(65537)
    for (const value of source) counts[((value >>> shift) & 0xffff) + 1]!++
    for (let at = 0; at < 65536; at++) counts[at + 1]! += counts[at]!
    for (const index of order) {
      const bucket = (source[index]! >>> shift) & 0xffff
      target[counts[bucket]!++] = index
    }
    const swap = order
    order = target
    target = swap
  }
  return order
}
