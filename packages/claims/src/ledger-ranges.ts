/** Ranges across origins: what the totals of one thing come to, by the rule that the case chose. */
import type { Figure } from './figure.ts'
import { assessIndependence } from './independence.ts'
import { dayBounds } from './known-day.ts'
import type { Dependence, LedgerPoint, LedgerRange, RangeOrigin, RangeRule, Series } from './ledger-model.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { CorpusNames } from './names-corpus.ts'

export interface RangeOptions {
  /** Last day that counts, as YYYY-MM-DD; null for no limit. */
  readonly until: string | null
  /** The figures of the series' points, by id. */
  readonly figures: ReadonlyMap<string, Figure>
  readonly names: CorpusNames
  /** Null where nobody chose one: then the range is published. */
  readonly rule: RangeRule | null
  readonly dependences: readonly Dependence[]
}

type Standing = Omit<RangeOrigin, 'used'>

/**
 * One range for each effect, manner, victims, alleged perpetrator and place of which a named origin gives a cumulative
 * total. Outlets' own voices are no origin and add nothing; daily, subset and other counts never enter.
 */
export function rangesOf(series: readonly Series[], options: RangeOptions): readonly LedgerRange[] {
  const { names, figures } = options
  const groups = new Map<string, Series[]>()
  for (const one of series) {
    if (one.scope !== 'total' || one.origin === null) continue
    const key = derivedId('range', [
      one.effect,
      mannerOf(one, figures),
      one.victims,
      one.perpetrator === null ? null : names.perpetrators.key(one.perpetrator),
      one.place === null ? null : names.places.key(one.place),
      one.splitOff ? one.id : null,
    ])
    groups.set(key, [...(groups.get(key) ?? []), one])
  }
  const ranges = [...groups].flatMap(([id, members]): LedgerRange[] => {
    const standing = members
      .flatMap((one) => standingOf(one, options.until))
      .sort((x, y) => byText(x.origin, y.origin) || byText(x.series, y.series))
    if (standing.length === 0) return []
    const { effect, victims, perpetrator, place } = members[0]!
    const manner = mannerOf(members[0]!, figures)
    const origins = standing.map(({ origin }) => origin)
    return [
      {
        ...{ id, effect, manner, victims, perpetrator, place },
        ...applied(standing, options),
        ...assessIndependence(origins, options.dependences, names.parties),
      },
    ]
  })
  return ranges.sort((x, y) => y.from.length - x.from.length || byText(x.effect, y.effect) || byText(x.id, y.id))
}

const mannerOf = ({ points }: Series, figures: RangeOptions['figures']) =>
  figures.get(points[0]?.figures[0] ?? '')?.manner ?? null

const isTold = ({ asOfBasis }: LedgerPoint) => asOfBasis === 'stated' || asOfBasis === 'event'

/**
 * The count of one origin as it stands on the last day: the latest that has a number. One that carries only its date of
 * publication replaces an earlier one where it is no smaller, since an old count may be printed late. Several counts for
 * one day stand together; undated ones only where nothing is dated.
 */
function standingOf({ id, origin, points }: Series, until: string | null): readonly Standing[] {
  const numbered = points.filter(({ low }) => low !== null)
  const pool = numbered.length > 0 ? numbered : points
  let standing: LedgerPoint[] = []
  for (const point of pool) {
    const bounds = dayBounds(point.asOf)
    if (bounds === null || (until !== null && bounds.earliest > until)) continue
    const last = standing[0]
    if (last === undefined || dayBounds(last.asOf)!.latest < bounds.latest) {
      const smaller = standing.some(({ value }) => (value ?? 0) > (point.value ?? 0))
      if (last === undefined || isTold(point) || !smaller) standing = [point]
    } else standing.push(point)
  }
  if (standing.length === 0) standing = pool.filter(({ asOf }) => dayBounds(asOf) === null)
  const [first] = standing
  if (first === undefined || origin === null) return []
  return [
    {
      origin,
      series: id,
      ...hull(standing),
      printed: standing.map(({ value, valueMax, vagueWord, comparator }) => ({
        value,
        valueMax,
        vagueWord,
        comparator,
      })),
      asOf: first.asOf,
      asOfBasis: first.asOfBasis,
      figures: standing.flatMap((point) => point.figures),
      documents: [...new Set(standing.flatMap((point) => point.documents))].sort(byText),
    },
  ]
}

interface Bounds {
  readonly low: number | null
  readonly high: number | null
}

/** From the lowest to the highest of all that give a number. */
function hull(all: readonly Bounds[]): Bounds {
  const numbered = all.filter(({ low }) => low !== null)
  if (numbered.length === 0) return { low: null, high: null }
  return {
    low: Math.min(...numbered.map(({ low }) => low!)),
    high: numbered.some(({ high }) => high === null) ? null : Math.max(...numbered.map(({ high }) => high!)),
  }
}

/** Whether one number is left possible by all that give one. */
function meet(all: readonly Bounds[]): boolean {
  const numbered = all.filter(({ low }) => low !== null)
  const least = Math.max(...numbered.map(({ low }) => low!))
  return numbered.every(({ high }) => high === null || high >= least)
}

type Applied = Pick<LedgerRange, 'rule' | 'low' | 'high' | 'best' | 'from' | 'reason'>

function applied(standing: readonly Standing[], { rule: chosen, names }: RangeOptions): Applied {
  const rule = chosen?.rule ?? 'publish-the-range'
  const told = standing.map(wordsOf).join('; ')
  const from = (used: (one: Standing) => boolean) =>
    standing.map((one): RangeOrigin => ({ ...one, used: one.low !== null && used(one) }))
  const isNamed = ({ origin }: Standing) =>
    chosen !== null && chosen.origin !== null && names.parties.key(origin) === names.parties.key(chosen.origin)
  const named = standing.filter(isNamed)
  const none = standing.every(({ low }) => low === null)
  switch (rule) {
    case 'prioritise-origin': {
      const reason =
        named.length > 0
          ? `the case follows ${chosen!.origin}: ${told}`
          : `the case follows ${chosen!.origin}, who gives no total of this; nothing is put in its place: ${told}`
      return { rule, ...hull(named), best: bestOf(named), from: from(isNamed), reason }
    }
    case 'best-low-high': {
      const best = bestOf(named)
      const said =
        best === null
          ? `${chosen!.origin}, whom the case takes for the best, gives no one number of this`
          : `best is the count of ${chosen!.origin}, low and high are the lowest and highest of all`
      return { rule, ...hull(standing), best, from: from(() => true), reason: `${said}: ${told}` }
    }
    case 'publish-the-range': {
      const said = chosen === null ? 'nobody chose a rule, so the range is published' : 'the range is published'
      return { rule, ...hull(standing), best: null, from: from(() => true), reason: `${said}: ${told}` }
    }
    case 'mark-unknown':
    case 'keep-pending':
    case 'ask-the-source': {
      if (none || meet(standing)) {
        const said = none
          ? 'no number is given'
          : standing.length === 1
            ? 'one origin alone'
            : 'the counts can all hold'
        return { rule, ...hull(standing), best: null, from: from(() => true), reason: `${said}: ${told}` }
      }
      const said = {
        'mark-unknown': 'the counts cannot all hold, and the case marks it unknown',
        'keep-pending': 'the counts cannot all hold, and the case keeps it pending',
        'ask-the-source': 'the counts cannot all hold, and the case asks the sources before it gives a number',
      }[rule]
      return { rule, low: null, high: null, best: null, from: from(() => false), reason: `${said}: ${told}` }
    }
  }
}

/** The one number of a count: as printed, or the least of one open upwards; null of a range, "up to" and several counts. */
function bestOf(named: readonly Standing[]): number | null {
  const [only] = named
  if (only === undefined || named.length > 1 || only.printed.length > 1) return null
  return only.high === null || only.high === only.low ? only.low : null
}

function wordsOf({ origin, printed, asOf }: Standing): string {
  const counts = printed.map(({ value, valueMax, vagueWord, comparator }) => {
    if (value === null) return vagueWord ?? 'no number'
    const number = valueMax === null || valueMax === value ? `${value}` : `${value} to ${valueMax}`
    return comparator === 'exact' ? number : `${comparator.replace('_', ' ')} ${number}`
  })
  return `${origin} ${counts.join(' and ')} (${asOf ?? 'undated'})`
}
