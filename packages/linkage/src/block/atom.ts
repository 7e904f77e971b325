/** Atoms of blocking: what two records must have equal — a value, its skeleton, its beginning, a part of a date. */
import type { Field, Records } from '../fields/field.ts'
import { skeleton } from '../names/skeleton.ts'
import { hashText, mix } from '../seeded.ts'

export interface Atom {
  /** Shown to people: `family skeleton`. */
  readonly name: string
  /** Fields it is made of; a conjunction joins atoms of different fields. */
  readonly fields: readonly string[]
  /** Equal numbers where records agree; -1 where nothing is stated. */
  readonly keys: Int32Array
}

type Part = readonly [name: string, key: (value: string) => string]

const PARTS: Readonly<Record<string, readonly Part[]>> = {
  name: [
    ['', (value) => value],
    [' skeleton', (value) => skeleton(value.replace(/ /g, ''))],
    [' beginning', (value) => value.slice(0, 3)],
    [' skeleton beginning', (value) => skeleton(value.replace(/ /g, '')).slice(0, 2)],
    [' last skeleton', (value) => (value.includes(' ') ? skeleton(value.slice(value.lastIndexOf(' ') + 1)) : '')],
  ],
  date: [
    ['', (value) => value],
    [' year', (value) => value.slice(0, 4)],
    [' month and day', (value) => (value.endsWith('0000') ? '' : value.slice(4))],
  ],
  age: [['', (value) => value]],
  sex: [],
  code: [
    ['', (value) => value],
    [' beginning', (value) => (value.length >= 5 ? value.slice(0, 3) : '')],
  ],
  text: [
    ['', (value) => value.replace(/ /g, '')],
    [' skeleton', (value) => skeleton(value.replace(/ /g, '')).slice(0, 4)],
  ],
  email: [
    ['', (value) => value],
    [' before the @', (value) => value.split('@')[0]!],
  ],
}

export function atomsOf(records: Records): readonly Atom[] {
  const atoms: Atom[] = []
  for (const field of records.fields) {
    let before: string[] = []
    for (const [name, key] of PARTS[field.kind]!) {
      const keys = field.values.map(key)
      if (keys.every((value) => value === '') || keys.every((value, at) => value === before[at])) continue
      if (name === '') before = keys
      atoms.push({ name: field.key + name, fields: [field.key], keys: atomKeys(field, keys) })
    }
  }
  for (const [one, other] of SWAPPED) {
    const first = records.fields.find(({ key }) => key === one)
    const second = records.fields.find(({ key }) => key === other)
    if (first === undefined || second === undefined) continue
    atoms.push({ name: `${one} and ${other} in any order`, fields: [one, other], keys: bothOrders(first, second) })
  }
  return atoms
}

/** Fields that lists swap. */
export const SWAPPED = [
  ['given', 'family'],
  ['street', 'street2'],
] as const

function atomKeys({ codes }: Field, keys: readonly string[]): Int32Array {
  const numbers = new Map<string, number>([['', -1]])
  const byValue = Int32Array.from(keys, (key) => {
    const found = numbers.get(key) ?? numbers.size - 1
    numbers.set(key, found)
    return found
  })
  const out = new Int32Array(codes.length)
  for (let at = 0; at < out.length; at++) out[at] = codes[at]! < 0 ? -1 : byValue[codes[at]!]!
  return out
}

function bothOrders(one: Field, other: Field): Int32Array {
  const first = Uint32Array.from(one.values, (value) => hashText(skeleton(value) || value, 1))
  const second = Uint32Array.from(other.values, (value) => hashText(skeleton(value) || value, 1))
  return one.codes.map((code, at) => {
    const partner = other.codes[at]!
    if (code < 0 || partner < 0) return -1
    const low = Math.min(first[code]!, second[partner]!)
    const high = Math.max(first[code]!, second[partner]!)
    return mix(low ^ Math.imul(high, 0x9e3779b1)) >>> 1
  })
}
