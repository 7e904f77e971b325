/** The value of digits with separators, and what a grammar of numbers gives back. */
import type { Comparator } from './figure.ts'
import { digitValue, isInvisible, type Token } from './token.ts'

/** What a grammar reads at a token: a value or a vague word, and the index behind it. */
export interface Parsed {
  readonly value: number | null
  readonly vagueWord: string | null
  readonly to: number
  readonly form: 'digits' | 'words' | 'vague' | 'dual'
  /** Round by nature ("a dozen"). */
  readonly loose: boolean
}

/** How one language prints a count and what bounds it. */
export interface Grammar {
  readonly parse: (tokens: readonly Token[], at: number) => Parsed | null
  readonly before: (tokens: readonly Token[], at: number) => { to: number; value: Comparator } | null
  /** What bounds the number that ends at `at`; `from` where what is counted stands between them. */
  readonly after: (tokens: readonly Token[], at: number) => { from?: number; to: number; value: Comparator } | null
  /** The scale that a word names: "hundred" is 100. */
  readonly scales: ReadonlyMap<string, number>
}

/**
 * The value of digits with separators: "1,383", "1.383", "15 000", "٤٧١", "2.5"; null where they are no count. A group of
 * three behind a separator is thousands; anything else behind the last one is a decimal part.
 */
export function parseDigits(text: string): number | null {
  const groups: string[] = ['']
  const separators: string[] = []
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (isInvisible(code)) continue
    const digit = digitValue(code)
    if (digit >= 0) groups[groups.length - 1] += String(digit)
    else {
      separators.push(text[i]!)
      groups.push('')
    }
  }
  const first = groups[0]!
  if (first.length > 12 || groups.length > 5) return null
  if (groups.length === 1) return Number(first)
  const tail = groups.slice(1)
  const last = separators[separators.length - 1]!
  const thousands = first.length <= 3 && first !== '0' && tail.every((group) => group.length === 3)
  if (thousands && last !== '٫') return Number(groups.join(''))
  if (groups.length === 2 && (last === '.' || last === '٫' || last === ',')) return Number(`${first}.${tail[0]}`)
  const mixed = tail.slice(0, -1).every((group) => group.length === 3) && last !== separators[0]
  if (mixed) return Number(`${groups.slice(0, -1).join('')}.${tail[tail.length - 1]}`)
  return null
}
