/** How far reviewers agree on pairs: Cohen's kappa between first and second answers, with an interval. */
import { ANSWERS, type ReviewedPair } from './rulings.ts'

export interface Agreement {
  /** Pairs with two answers or more. */
  readonly pairs: number
  readonly agreed: number
  /** Null where no pair has two answers, or chance alone explains everything. */
  readonly kappa: number | null
  readonly low: number | null
  readonly high: number | null
}

/**
 * Cohen 1960 (Educational and Psychological Measurement 20, 37–46), with the large-sample standard error of Fleiss, Cohen
 * and Everitt 1969 (Psychological Bulletin 72, 323–327, equation 13) and a 95% interval cut to [−1, 1].
 */
export function agreementOf(reviews: Iterable<ReviewedPair>): Agreement {
  const counts = ANSWERS.map(() => ANSWERS.map(() => 0))
  let pairs = 0
  for (const { answers } of reviews) {
    const [first, second] = answers
    if (first === undefined || second === undefined) continue
    counts[ANSWERS.indexOf(first.answer)]![ANSWERS.indexOf(second.answer)]!++
    pairs++
  }
  return kappaOf(counts, pairs)
}

/** Kappa of a square table of counts: first answer by row, second by column. */
export function kappaOf(counts: readonly (readonly number[])[], pairs: number): Agreement {
  const agreed = counts.reduce((sum, row, at) => sum + row[at]!, 0)
  const none = { pairs, agreed, kappa: null, low: null, high: null }
  if (pairs === 0) return none
  const share = counts.map((row) => row.map((count) => count / pairs))
  const rows = share.map((row) => row.reduce((sum, one) => sum + one, 0))
  const columns = share.map((_, at) => share.reduce((sum, row) => sum + row[at]!, 0))
  const observed = agreed / pairs
  const chance = rows.reduce((sum, row, at) => sum + row * columns[at]!, 0)
  if (chance >= 1) return none
  const kappa = (observed - chance) / (1 - chance)
  let variance = 0
  for (const [i, row] of share.entries())
    for (const [j, p] of row.entries())
      variance +=
        i === j
          ? p * (1 - chance - (rows[i]! + columns[i]!) * (1 - observed)) ** 2
          : p * (1 - observed) ** 2 * (columns[i]! + rows[j]!) ** 2
  variance -= (observed * chance - 2 * chance + observed) ** 2
  const reach = 1.959963984540054 * Math.sqrt(Math.max(0, variance) / (pairs * (1 - chance) ** 4))
  return { pairs, agreed, kappa, low: Math.max(-1, kappa - reach), high: Math.min(1, kappa + reach) }
}
