/**
 * How likely a Latin spelling is of an Arabic one: a stochastic edit distance (Ristad and Yianilos, "Learning
 * String-Edit Distance", IEEE PAMI 20(5), 1998) whose operations write one Arabic letter as up to three Latin ones.
 */
import { type OperationTable, ROMANISATION } from './romanisation-weights.ts'

/** Letters of an Arabic word as the table knows them: the first and the last are written differently from the others. */
export function arabicSymbols(word: string): readonly string[] {
  return [...word].map((letter, at) => (at === word.length - 1 ? `${letter}$` : at === 0 ? `^${letter}` : letter))
}

export interface Transducer {
  /** Log-likelihood ratio in bits: the pair as one name in two scripts, against two names that only met. */
  score(arabic: string, latin: string): number
}

/** a–z and digits as 0–35, anything else 36. */
const ALPHABET = 37

function letterCode(unit: number): number {
  if (unit >= 97 && unit <= 122) return unit - 97
  return unit >= 48 && unit <= 57 ? unit - 22 : 36
}

/** What one Arabic symbol may be written as, in bits by the codes of the Latin letters. */
interface Writings {
  readonly none: number
  readonly one: Float64Array
  readonly two: Float64Array
  readonly three: ReadonlyMap<number, number>
  /** log2 probability of the symbol by itself. */
  readonly alone: number
}

/** Builds a transducer from log2 probabilities of operations (Arabic symbol or nothing → Latin letters or nothing). */
export function transducer(table: OperationTable): Transducer {
  const { floor } = table
  const compiled = new Map(
    Object.entries(table.operations).map(([symbol, targets]) => [symbol, writings(targets, floor)]),
  )
  const unknown = writings({}, floor)
  const inserted = (compiled.get('') ?? unknown).one
  const latinAlone = new Float64Array(ALPHABET).fill(floor)
  for (const [letter, bits] of Object.entries(table.latin)) latinAlone[letterCode(letter.charCodeAt(0))] = bits
  return {
    score(arabic, latin) {
      const symbols = arabicSymbols(arabic)
      const m = latin.length
      const codes = new Uint8Array(m)
      let alone = 0
      for (let at = 0; at < m; at++) {
        codes[at] = letterCode(latin.charCodeAt(at))
        alone += latinAlone[codes[at]!]!
      }
      let before = new Float64Array(m + 1)
      for (let j = 1; j <= m; j++) before[j] = before[j - 1]! + inserted[codes[j - 1]!]!
      let row = new Float64Array(m + 1)
      for (const symbol of symbols) {
        const { none, one, two, three, alone: bits } = compiled.get(symbol) ?? unknown
        alone += bits
        for (let j = 0; j <= m; j++) {
          let best = before[j]! + none
          if (j > 0) {
            const last = codes[j - 1]!
            best = Math.max(best, before[j - 1]! + one[last]!, row[j - 1]! + inserted[last]!)
            if (j > 1) {
              const pair = codes[j - 2]! * ALPHABET + last
              best = Math.max(best, before[j - 2]! + two[pair]!)
              if (j > 2 && three.size > 0) {
                const cost = three.get(codes[j - 3]! * ALPHABET * ALPHABET + pair)
                if (cost !== undefined) best = Math.max(best, before[j - 3]! + cost)
              }
            }
          }
          row[j] = best
        }
        const swap = before
        before = row
        row = swap
      }
      return before[m]! - alone
    },
  }
}

function writings(targets: Readonly<Record<string, number>>, floor: number): Writings {
  const one = new Float64Array(ALPHABET).fill(floor)
  const two = new Float64Array(ALPHABET * ALPHABET).fill(-Infinity)
  const three = new Map<number, number>()
  let none = floor
  let total = 0
  for (const [letters, bits] of Object.entries(targets)) {
    total += 2 ** bits
    const code = [...letters].reduce((sum, letter) => sum * ALPHABET + letterCode(letter.charCodeAt(0)), 0)
    if (letters.length === 0) none = bits
    else if (letters.length === 1) one[code] = bits
    else if (letters.length === 2) two[code] = bits
    else three.set(code, bits)
  }
  return { none, one, two, three, alone: total === 0 ? floor : Math.log2(total) }
}

let shipped: Transducer | null = null

/** The transducer with the weights in the repository. */
export function romanisation(): Transducer {
  shipped ??= transducer(ROMANISATION)
  return shipped
}
