/** Compares records field by field: levels of a pair, and its weight under a model. */
import { SWAPPED } from '../block/atom.ts'
import { bitCount } from '../compare/bit-count.ts'
import { type Comparator, comparatorOf } from '../compare/comparator.ts'
import type { Field, Records } from '../fields/field.ts'
import { consonantClasses, skeleton } from '../names/skeleton.ts'

export interface Comparison {
  readonly key: string
  readonly levels: readonly string[]
}

/** Levels of pairs of records. */
export interface Levels {
  readonly comparisons: readonly Comparison[]
  /** Writes the level of each comparison into `into`. */
  read(one: number, other: number, into: Uint8Array): void
}

interface Swap {
  readonly first: number
  readonly second: number
  readonly level: number
  /** Code in the second field of each value of the first, or -1; and the other way round. */
  readonly toSecond: Int32Array
  readonly toFirst: Int32Array
}

/** Fields that say nothing new where another is stated on both sides: counted twice, they teach the model to match by age. */
const IMPLIED = [['age', 'birth']] as const

/** A family name that the other record has among the names between: one list ends where the other goes on. */
interface Shifted {
  readonly family: number
  readonly middle: number
  readonly level: number
  /** Whether a family name, by its code, stands among the names of a middle, by its code. */
  holds(family: number, middle: number): boolean
}

/** Level from which two names count as one name spelt twice. */
const NEARLY = 5

function shiftedOf(fields: readonly Field[], levels: readonly number[]): Shifted | null {
  const family = fields.findIndex(({ key }) => key === 'family')
  const middle = fields.findIndex(({ key }) => key === 'middle')
  if (family < 0 || middle < 0) return null
  const values = [...fields[family]!.values]
  const codes = new Map(values.map((value, code) => [value, code]))
  const tokens = fields[middle]!.values.map((value) =>
    value.split(' ').map((token) => {
      const code = codes.get(token) ?? values.length
      if (code === values.length) {
        codes.set(token, code)
        values.push(token)
      }
      return code
    }),
  )
  const { compare } = comparatorOf({ key: 'family', kind: 'name', values, codes: fields[family]!.codes })
  const classes = Int32Array.from(values, (value) => consonantClasses(skeleton(value)))
  const between = Int32Array.from(tokens, (own) => own.reduce((all, token) => all | classes[token]!, 0))
  return {
    family,
    middle,
    level: levels[family]!,
    holds(one, other) {
      if (bitCount(classes[one]! & between[other]!) * 2 < bitCount(classes[one]!)) return false
      for (const token of tokens[other]!) if (token === one || compare(one, token) >= NEARLY) return true
      return false
    },
  }
}

export function levelsOf(records: Records): Levels {
  const { fields } = records
  const comparators: Comparator[] = fields.map(comparatorOf)
  const codes = fields.map((field) => field.codes)
  const same = Uint8Array.from(comparators, ({ levels }) => levels.length - 1)
  const implied = IMPLIED.flatMap(([one, by]) => {
    const field = fields.findIndex(({ key }) => key === one)
    const source = fields.findIndex(({ key }) => key === by)
    return field < 0 || source < 0 ? [] : [{ field, source }]
  })
  const swaps: Swap[] = SWAPPED.flatMap(([one, other]) => {
    const first = fields.findIndex(({ key }) => key === one)
    const second = fields.findIndex(({ key }) => key === other)
    if (first < 0 || second < 0) return []
    return { first, second, level: same[first]! + 1, ...translated(fields[first]!, fields[second]!) }
  })
  const shifted = shiftedOf(
    fields,
    comparators.map(({ levels }) => levels.length),
  )
  return {
    comparisons: fields.map(({ key }, index) => ({
      key,
      levels: swaps.some(({ first }) => first === index)
        ? [...comparators[index]!.levels, 'swapped', 'one of them in the other place']
        : index === shifted?.family
          ? [...comparators[index]!.levels, 'among the names between']
          : comparators[index]!.levels,
    })),
    read(one, other, into) {
      for (let at = 0; at < codes.length; at++) {
        const a = codes[at]![one]!
        const b = codes[at]![other]!
        into[at] = a < 0 || b < 0 ? 0 : a === b ? same[at]! : comparators[at]!.compare(a, b)
      }
      if (shifted !== null && into[shifted.family]! > 0 && into[shifted.family]! < 4) {
        const families = codes[shifted.family]!
        const middles = codes[shifted.middle]!
        if (
          (middles[other]! >= 0 && shifted.holds(families[one]!, middles[other]!)) ||
          (middles[one]! >= 0 && shifted.holds(families[other]!, middles[one]!))
        )
          into[shifted.family] = shifted.level
      }
      for (const { field, source } of implied) if (into[source]! > 0) into[field] = 0
      for (const { first, second, level, toSecond, toFirst } of swaps) {
        if (into[first]! >= 3 || into[second]! >= 3) continue
        const firstOne = codes[first]![one]!
        const firstOther = codes[first]![other]!
        const secondOne = codes[second]![one]!
        const secondOther = codes[second]![other]!
        const cross =
          firstOne >= 0 && secondOther >= 0 ? place(toSecond[firstOne]!, secondOther, comparators[second]!) : 0
        const back = firstOther >= 0 && secondOne >= 0 ? place(toFirst[secondOne]!, firstOther, comparators[first]!) : 0
        if (cross + back >= 2 && cross > 0 && back > 0) {
          into[first] = level
          into[second] = 0
        } else if (cross === 2 || back === 2) {
          into[first] = level + 1
          into[second] = 0
        }
      }
    },
  }
}

/** 2 where the value stands in the other place as it is, 1 where nearly, 0 where not. */
function place(translation: number, code: number, comparator: Comparator): number {
  if (translation < 0) return 0
  if (translation === code) return 2
  return comparator.compare(translation, code) >= 5 ? 1 : 0
}

function translated(first: Field, second: Field): { toSecond: Int32Array; toFirst: Int32Array } {
  const inSecond = new Map(second.values.map((value, code) => [value, code]))
  const inFirst = new Map(first.values.map((value, code) => [value, code]))
  return {
    toSecond: Int32Array.from(first.values, (value) => inSecond.get(value) ?? -1),
    toFirst: Int32Array.from(second.values, (value) => inFirst.get(value) ?? -1),
  }
}
