/** Estimates of several linkage draws taken together, and of strata added up. */
import { normalCdf, normalQuantile, studentQuantile } from './distributions.ts'
import type { LogLinear } from './log-linear.ts'
import { logLinearModels } from './stepwise.ts'
import { type OverlapTable, usabilityOf } from './table.ts'

/** One draw's answer: everybody, with its standard error, and the people its lists hold. */
export interface DrawEstimate {
  readonly observed: number
  readonly estimate: number
  readonly se: number
}

export class PoolingError extends Error {
  constructor(what: string) {
    super(`these estimates cannot be pooled: ${what}`)
    this.name = 'PoolingError'
  }
}

export interface RubinPool {
  readonly estimate: number
  readonly se: number
  readonly low: number
  readonly high: number
  /** Mean variance within draws, and variance between them. */
  readonly within: number
  readonly between: number
  /** Share of the variance that comes from not knowing who is who. */
  readonly fromLinkage: number
}

/**
 * Rubin's rules on the log of the number missed, so that no end falls below the people counted: mean of the estimates,
 * T = W + (1 + 1/m)B, and a t interval with ν = (m − 1)(1 + W/((1 + 1/m)B))² degrees of freedom (Rubin 1987, Multiple
 * Imputation for Nonresponse in Surveys, equations 3.1.2–3.1.6). The people counted are the draws' mean.
 */
export function poolByRubin(draws: readonly DrawEstimate[], level = 0.95): RubinPool {
  const m = draws.length
  if (m < 2) throw new PoolingError(`${m} draws; Rubin's rules need two or more`)
  const observed = draws.reduce((sum, draw) => sum + draw.observed, 0) / m
  const logs = draws.map(logMissed)
  const mean = logs.reduce((sum, { value }) => sum + value, 0) / m
  const within = logs.reduce((sum, { variance }) => sum + variance, 0) / m
  const between = logs.reduce((sum, { value }) => sum + (value - mean) ** 2, 0) / (m - 1)
  const added = (1 + 1 / m) * between
  const total = within + added
  const degrees = added === 0 ? Number.POSITIVE_INFINITY : (m - 1) * (1 + within / added) ** 2
  const reach = studentQuantile((1 + level) / 2, degrees) * Math.sqrt(total)
  return {
    estimate: observed + Math.exp(mean),
    se: Math.exp(mean) * Math.sqrt(total),
    low: observed + Math.exp(mean - reach),
    high: observed + Math.exp(mean + reach),
    within,
    between,
    fromLinkage: total === 0 ? 0 : added / total,
  }
}

/** Mean and variance of the log of the number missed, by the delta method. */
function logMissed({ observed, estimate, se }: DrawEstimate): { readonly value: number; readonly variance: number } {
  const missed = estimate - observed
  if (!(missed > 0)) throw new PoolingError(`a draw estimates ${estimate} people where ${observed} are counted`)
  return { value: Math.log(missed), variance: (se / missed) ** 2 }
}

/**
 * The even mixture of the draws, each log-normal in the number missed: median and ends of the mixture (as Sadinle 2018,
 * Annals of Applied Statistics 12, 1013–1038, section 4, pools posteriors over linkages).
 */
export function poolByMixture(
  draws: readonly DrawEstimate[],
  level = 0.95,
): { readonly median: number; readonly low: number; readonly high: number } {
  if (draws.length === 0) throw new PoolingError('there is none')
  const parts = draws.map((draw) => ({ observed: draw.observed, ...logMissed(draw) }))
  const below = (size: number) =>
    parts.reduce((sum, { observed, value, variance }) => {
      if (size <= observed) return sum
      const distance = Math.log(size - observed) - value
      return sum + (variance === 0 ? (distance >= 0 ? 1 : 0) : normalCdf(distance / Math.sqrt(variance)))
    }, 0) / parts.length
  const at = (p: number): number => {
    let low = Math.min(...parts.map(({ observed }) => observed))
    let high = Math.max(
      ...parts.map(({ observed, value, variance }) => observed + Math.exp(value + 8 * Math.sqrt(variance)) + 1),
    )
    for (let i = 0; i < 200 && high - low > 1e-9 * high; i++) {
      const middle = (low + high) / 2
      if (below(middle) < p) low = middle
      else high = middle
    }
    return (low + high) / 2
  }
  return { median: at(0.5), low: at((1 - level) / 2), high: at((1 + level) / 2) }
}

export interface StratumEstimate {
  readonly stratum: string
  readonly observed: number
  /** Best BIC; null where the stratum has none, for `reason`. */
  readonly best: LogLinear | null
  readonly reason: string | null
}

export interface StrataSum {
  readonly strata: readonly StratumEstimate[]
  readonly observed: number
  /** Sum over strata; those without an estimate add only the people counted in them. */
  readonly estimate: number
  readonly se: number
  readonly low: number
  readonly high: number
  /** True where some stratum had no estimate: the sum is then a lower bound. */
  readonly bound: boolean
}

/**
 * Strata apart, then added: dependence that comes from pooling unlike places or months vanishes within them (Sekar and
 * Deming 1949, JASA 44, 101–115). Variances add, strata being different people.
 */
export function estimateStrata(strata: ReadonlyMap<string, OverlapTable>, level = 0.95): StrataSum {
  const each = [...strata].map(([stratum, table]): StratumEstimate => {
    const none = { stratum, observed: table.observed, best: null }
    if (table.observed === 0) return { ...none, reason: 'it holds nobody' }
    const { usable } = usabilityOf(table)
    if (usable.length < 3) return { ...none, reason: `only ${usable.length} of its lists can be used` }
    if (usable.length < table.names.length) return { ...none, reason: 'a list is empty or repeats another in it' }
    const best = logLinearModels(table).find(({ estimate }) => estimate !== null)
    return best === undefined ? { ...none, reason: 'no model is identified in it' } : { ...none, best, reason: null }
  })
  const observed = each.reduce((sum, one) => sum + one.observed, 0)
  const missed = each.reduce((sum, one) => sum + (one.best === null ? 0 : one.best.estimate! - one.observed), 0)
  const variance = each.reduce((sum, one) => sum + (one.best?.se ?? 0) ** 2, 0)
  const ratio =
    missed > 0 ? Math.exp(normalQuantile((1 + level) / 2) * Math.sqrt(Math.log(1 + variance / missed ** 2))) : 1
  return {
    strata: each,
    observed,
    estimate: observed + missed,
    se: Math.sqrt(variance),
    low: observed + missed / ratio,
    high: observed + missed * ratio,
    bound: each.some(({ best }) => best === null),
  }
}
