/**
 * How likely a Latin spelling is of an Arabic one: a stochastic edit distance (Ristad and Yianilos, "Learning
 * String-Edit Distance", IEEE PAMI 20(5), 1998) whose operations write one Arabic letter as up to three Latin ones.
 */
import { type OperationTable, ROMANISATION } from './romanisation-weights.ts'

const LONGEST = 3

/** Letters of an Arabic word as the table knows them: the first and the last are written differently from the others. */
export function arabicSymbols(word: string): readonly string[] {
  return [...word].map((letter, at) => (at === word.length - 1 ? `${letter}$` : at === 0 ? `^${letter}` : letter))
}

export interface Transducer {
  /** Log-likelihood ratio in bits: the pair as one name in two scripts, against two names that only met. */
  score(arabic: string, latin: string): number
}

/** Builds a transducer from log2 probabilities of operations ("arabic letter or nothing" → "latin letters or nothing"). */
export function transducer(table: OperationTable): Transducer {
  const floor = table.floor
  const rows = new Map<string, Map<string, number>>()
  for (const [source, targets] of Object.entries(table.operations)) rows.set(source, new Map(Object.entries(targets)))
  const written = new Map<string, number>()
  for (const [source, targets] of rows)
    written.set(source, Math.log2([...targets.values()].reduce((sum, bits) => sum + 2 ** bits, 0)))
  const inserted = rows.get('') ?? new Map<string, number>()
  const none = new Map<string, number>()
  return {
    score(arabic, latin) {
      const symbols = arabicSymbols(arabic)
      const n = symbols.length
      const m = latin.length
      let before = new Float64Array(m + 1).fill(-Infinity)
      let row = new Float64Array(m + 1)
      for (let i = 0; i <= n; i++) {
        row.fill(-Infinity)
        if (i === 0) row[0] = 0
        const targets = i > 0 ? (rows.get(symbols[i - 1]!) ?? none) : none
        for (let j = 0; j <= m; j++) {
          let best = row[j]!
          if (i > 0) {
            for (let length = 0; length <= LONGEST && length <= j; length++) {
              const from = before[j - length]!
              if (from === -Infinity) continue
              const cost = targets.get(latin.slice(j - length, j)) ?? (length <= 1 ? floor : -Infinity)
              if (from + cost > best) best = from + cost
            }
          }
          if (j > 0 && row[j - 1]! > -Infinity) {
            const cost = row[j - 1]! + (inserted.get(latin[j - 1]!) ?? floor)
            if (cost > best) best = cost
          }
          row[j] = best
        }
        const swap = before
        before = row
        row = swap
      }
      let alone = 0
      for (const symbol of symbols) alone += written.get(symbol) ?? floor
      for (const letter of latin) alone += table.latin[letter] ?? floor
      return before[m]! - alone
    },
  }
}

let shipped: Transducer | null = null

/** The transducer with the weights in the repository. */
export function romanisation(): Transducer {
  shipped ??= transducer(ROMANISATION)
  return shipped
}
