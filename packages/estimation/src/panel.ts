/** What an estimation answers with: every model side by side, what they bear together, and what was refused. */
import type { Existence } from './log-linear.ts'
import type { TableNote } from './table.ts'

/** A model whose deviance is less likely than this is taken to contradict the table. */
export const LEAST_FIT = 0.01

export const METHODS = ['log-linear', 'sparse', 'decomposable', 'latent-class', 'heterogeneity', 'chapman'] as const
export type Method = (typeof METHODS)[number]

export interface PanelModel {
  readonly method: Method
  readonly model: string
  /** Everybody, on a list or not; null where the model gives no number. */
  readonly estimate: number | null
  readonly se: number | null
  /** Ends of the 95% interval; Infinity is written null with `unbounded` in the diagnostics. */
  readonly low: number | null
  readonly high: number | null
  readonly aic: number | null
  readonly bic: number | null
  readonly diagnostics: Diagnostics
}

export interface Diagnostics {
  /** What the model says in the names of the lists. */
  readonly words: string
  /** How the interval was made. */
  readonly interval: 'profile likelihood' | 'log-normal' | 'BCa bootstrap' | 'posterior' | 'none'
  readonly unbounded: boolean
  /** Whether its estimate is one that the panel's range counts. */
  readonly credible: boolean
  /** Why not, or what would make it wrong. */
  readonly cautions: readonly string[]
  readonly existence?: Existence
  /** Observed histories that the model says cannot occur. */
  readonly dropped?: number
  readonly deviance?: number
  readonly df?: number
  /** p-value of the deviance; null where the model has as many parameters as cells. */
  readonly fitP?: number | null
  /** The lower bound only. */
  readonly bound?: boolean
  readonly prior?: string
  readonly rHat?: number
  readonly ess?: number
  readonly tailEss?: number
  /** The delta method's standard error where `se` is another program's. */
  readonly deltaSe?: number
  readonly replicates?: number
  /** Posterior probability that the model with no independence at all is right: then the prior speaks, not the data. */
  readonly saturated?: number
}

export const REFUSALS = [
  'no_people',
  'too_many_lists',
  'fewer_than_three_lists',
  'no_overlap',
  'not_identified',
  'chains_disagree',
] as const
export type RefusalCode = (typeof REFUSALS)[number]

export interface Refusal {
  readonly code: RefusalCode
  /** The whole estimation, or one method. */
  readonly scope: 'all' | Method
  readonly message: string
}

/** What stands whatever the models say. */
export interface Bound {
  /** People counted. */
  readonly counted: number
  /** Chao's lower bound, from three lists on; null where it cannot be had. */
  readonly chao: {
    readonly model: string
    readonly estimate: number
    readonly low: number
    readonly high: number
  } | null
  /** Chapman's number of the two lists with the largest overlap; right only under its assumptions. */
  readonly chapman: {
    readonly lists: readonly [string, string]
    readonly estimate: number
    readonly low: number
    readonly high: number
    readonly assumptions: readonly string[]
  } | null
}

export interface Refused {
  readonly reasons: readonly Refusal[]
  readonly bound: Bound
}

export interface Verdict {
  /** `range`: the credible models bear one; `refused`: no number is given. */
  readonly kind: 'range' | 'refused'
  /** Smallest and largest estimate of the credible models. */
  readonly estimates: readonly [number, number] | null
  /** From the lowest to the highest end of their intervals; the upper end is null where one is unbounded. */
  readonly range: readonly [number, number | null] | null
  readonly credible: number
  readonly flags: readonly Flag[]
  readonly bound: Bound
  readonly summary: readonly string[]
}

export const FLAGS = [
  'no_model_fits',
  'fit_untested',
  'models_conflict',
  'prior_driven',
  'people_differ',
  'list_matters',
  'sparse_overlap',
  'boundary',
] as const
export type FlagCode = (typeof FLAGS)[number]
export interface Flag {
  readonly code: FlagCode
  readonly message: string
}

/** The best model without one list. */
export interface WithoutList {
  readonly list: string
  readonly observed: number
  readonly method: Method | null
  readonly model: string | null
  readonly estimate: number | null
  readonly low: number | null
  readonly high: number | null
}

export interface Estimation {
  readonly observed: number
  readonly lists: readonly string[]
  /** Lists that the models use. */
  readonly used: readonly string[]
  readonly notes: readonly TableNote[]
  readonly models: readonly PanelModel[]
  readonly sensitivity: readonly WithoutList[]
  readonly verdict: Verdict
  readonly refused: Refused | null
  readonly seed: number
}
