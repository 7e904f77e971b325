/** Compares records field by field: levels of a pair, and its weight under a model. */
import { SWAPPED } from '../block/atom.ts'
import { type Comparator, comparatorOf } from '../compare/comparator.ts'
import type { Field, Records } from '../fields/field.ts'

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
  return {
    comparisons: fields.map(({ key }, index) => ({
      key,
      levels: swaps.some(({ first }) => first === index)
        ? [...comparators[index]!.levels, 'swapped', 'one of them in the other place']
        : comparators[index]!.levels,
    })),
    read(one, other, into) {
      for (let at = 0; at < codes.length; at++) {
        const a = codes[at]![one]!
        const b = codes[at]![other]!
        into[at] = a < 0 || b < 0 ? 0 : a === b ? same[at]! : comparators[at]!.compare(a, b)
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
