/** Tolls as they moved: series by origin, origins behind each figure, relations between figures, and commitments. */
import type { Comparator, Effect, Scope, VictimCategory } from './figure.ts'
import type { LeftOut } from './known-day.ts'

export interface LedgerPoint {
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
  /** Bounds of the count; null means unbounded above, or that no number was given. */
  readonly low: number | null
  readonly high: number | null
  /** EDTF; null where neither the text nor its publication gives one. */
  readonly asOf: string | null
  /** Where `asOf` comes from. */
  readonly asOfBasis: 'stated' | 'event' | 'published' | null
  /** Figure ids that print this point, and the documents they stand in. */
  readonly figures: readonly string[]
  readonly documents: readonly string[]
}

export interface Series {
  readonly id: string
  /** The named origin whose toll it is; null where outlets say it in their own voice. */
  readonly origin: string | null
  readonly effect: Effect
  readonly victims: VictimCategory
  readonly perpetrator: string | null
  readonly place: string | null
  readonly scope: Scope
  /** Whether a person split it off another series. */
  readonly splitOff: boolean
  /** By `asOf`, undated last. */
  readonly points: readonly LedgerPoint[]
}

/** What a person said of figures: that they are a series of their own, or that the series they stand in are one. */
export interface SeriesRuling {
  readonly kind: 'split' | 'join'
  /** Figure ids. */
  readonly figures: readonly string[]
}

/** What can be known of origins beside each other; `none-known` where somebody looked and found no dependence. */
export const DEPENDENCES = ['none-known', 'shared-sources', 'referral', 'same-witnesses', 'same-statement'] as const
export type DependenceKind = (typeof DEPENDENCES)[number]

/** What a person recorded of two or more origins. */
export interface Dependence {
  /** Names, in any of their spellings. */
  readonly origins: readonly string[]
  readonly dependence: DependenceKind
  readonly note: string | null
}

export interface Independence {
  /** `not assessed` until a person has recorded what is known of every two of the named origins. */
  readonly independence: 'not assessed' | 'assessed'
  /** Origins that depend on each other counted once; null until assessed. */
  readonly independentGroups: number | null
  /** The records that speak of these origins. */
  readonly dependences: readonly Dependence[]
}

/** One figure wherever it is printed, and the distinct named origins behind it. */
export interface FigureOrigins extends Independence {
  readonly id: string
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
  readonly effect: Effect
  readonly victims: VictimCategory
  readonly perpetrator: string | null
  readonly place: string | null
  readonly figures: readonly string[]
  readonly documents: readonly string[]
  readonly origins: readonly {
    readonly name: string
    readonly documents: readonly string[]
    readonly figures: readonly string[]
    /**
     * The name that the documents nearer the origin print, where every document that attributes the figure to this name
     * drifted from them; null where the attribution stands.
     */
    readonly driftedFrom: string | null
  }[]
  /** Distinct named origins, drifted attributions left out. */
  readonly count: number
}

export const RELATION_KINDS = [
  'repeats',
  'revises',
  'supersedes',
  'part-of',
  'includes',
  'different-scope',
  'different-role',
  'different-period',
  'contradicts',
] as const
export type RelationKind = (typeof RELATION_KINDS)[number]

export interface FigureRelation {
  /** Figure ids. */
  readonly a: string
  readonly b: string
  readonly kind: RelationKind
  readonly reason: string
}

export interface Commitment {
  readonly id: string
  readonly who: string | null
  readonly what: string
  readonly made: string | null
  readonly due: string | null
  readonly dueText: string | null
  /** How the due date was counted, and what the words leave open. */
  readonly reading: string | null
  readonly claims: readonly string[]
  readonly documents: readonly string[]
}

/**
 * What a case does where origins differ: Every Casualty's five ways (Standards for Casualty Recording, 2016), and UCDP's
 * best, low and high. None of them averages.
 */
export const RANGE_RULES = [
  'prioritise-origin',
  'publish-the-range',
  'mark-unknown',
  'keep-pending',
  'ask-the-source',
  'best-low-high',
] as const
export type RangeRuleName = (typeof RANGE_RULES)[number]

export interface RangeRule {
  readonly rule: RangeRuleName
  /** The origin that `prioritise-origin` follows and `best-low-high` takes for the best; null for the other rules. */
  readonly origin: string | null
}

/** The count of one origin as it stands. */
export interface RangeOrigin {
  readonly origin: string
  readonly series: string
  /** Bounds of what it leaves possible: null high is unbounded, both null where no number is given. */
  readonly low: number | null
  readonly high: number | null
  /** As printed, several counts for one day in their order. */
  readonly printed: readonly Pick<LedgerPoint, 'value' | 'valueMax' | 'vagueWord' | 'comparator'>[]
  readonly asOf: string | null
  readonly asOfBasis: LedgerPoint['asOfBasis']
  readonly figures: readonly string[]
  readonly documents: readonly string[]
  /** Whether `low` and `high` of the range rest on it. */
  readonly used: boolean
}

/** Cumulative totals of one thing by all origins that count it, as the rule of the case reads them. */
export interface LedgerRange extends Independence {
  readonly id: string
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  readonly victims: VictimCategory
  readonly perpetrator: string | null
  readonly place: string | null
  readonly rule: RangeRuleName
  /** Both null where the rule gives no number; `high` alone null where a count is open upwards. */
  readonly low: number | null
  readonly high: number | null
  /** The number of the origin that the rule names; null where the rule names none or it prints no one number. */
  readonly best: number | null
  readonly from: readonly RangeOrigin[]
  readonly reason: string
}

export interface Ledger {
  /** The date the ledger is seen from; null means with everything that is in the case. */
  readonly asOf: string | null
  readonly series: readonly Series[]
  readonly origins: readonly FigureOrigins[]
  readonly relations: readonly FigureRelation[]
  /** By number of origins, most first. */
  readonly ranges: readonly LedgerRange[]
  readonly commitments: readonly Commitment[]
  /** Documents that may have been out by `asOf` and do not count, each with the reason; none where `asOf` is null. */
  readonly leftOut: readonly LeftOut[]
}
