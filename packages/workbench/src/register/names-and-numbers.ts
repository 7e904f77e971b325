/** Each toll of the ledger beside the registered victims of the same scope: named, unnamed, unaccounted for, in excess. */
import type { Ledger, LedgerPoint, Series } from '@corroborate/claims'
import type { RegisterEntry, RegisterPerson } from '../model/register.ts'
import { type Ending, endingsOf } from './account.ts'
import { personFacts } from './person-facts.ts'
import type { PlaceNames } from './places.ts'
import type { RegisterRulings } from './rulings.ts'

/** From as few to as many; `high` null where nothing bounds it. */
export interface Range {
  readonly low: number
  readonly high: number | null
}

export interface TollBesideNames {
  readonly series: string
  readonly origin: string | null
  readonly victims: Series['victims']
  readonly place: string | null
  readonly perpetrator: string | null
  readonly scope: Series['scope']
  readonly point: LedgerPoint
  /** Registered persons of the scope; beyond `low` are those whose entries do not say when or where. */
  readonly named: Range
  /** Bodies nobody named, and members of groups. Some may be named elsewhere: that is why they are a range from 0. */
  readonly unnamed: Range
  /** Victims in the toll whom neither names nor groups account for. */
  readonly unaccounted: Range
  /** Registered victims beyond what the toll counts. */
  readonly excess: Range
  /** What makes the comparison loose, as codes. */
  readonly cautions: readonly ('status-not-stated' | 'perpetrator-not-stated' | 'region' | 'undated' | 'loose')[]
}

export interface NameNumbersInput {
  readonly ledger: Pick<Ledger, 'series'>
  readonly entries: readonly RegisterEntry[]
  readonly persons: readonly RegisterPerson[]
  readonly rulings: RegisterRulings
  readonly places: PlaceNames
}

interface Victim {
  readonly death: string | null
  readonly place: string | null
  readonly age: number | null
}

/** Tolls of people killed, at their latest point, in the order of the ledger. Withdrawn persons are not counted. */
export function namesAndNumbers(input: NameNumbersInput): readonly TollBesideNames[] {
  const { ledger, entries, persons, rulings, places } = input
  const byId = new Map(entries.map((entry) => [entry.id, entry]))
  const placeKey = (written: string) => places.of(written)?.key ?? written
  const named = persons.flatMap(({ entries: own }): Victim[] => {
    const held = own.map((id) => byId.get(id)!).filter(({ removed }) => removed === null)
    return held.length === 0 ? [] : [personFacts(held, placeKey)]
  })
  const endings = endingsOf(entries, persons, rulings)
  const unnamed = entries.filter(({ id, removed }) => removed === null && isUnnamed(endings.get(id)!))
  return ledger.series
    .filter(
      ({ effect, scope, points }) =>
        effect === 'killed' && scope !== 'projected' && scope !== 'background' && points.length > 0,
    )
    .map((series) => beside(series, named, unnamed, places))
}

function isUnnamed(ending: Ending): boolean {
  return ending.in === 'group' || ending.in === 'unidentified'
}

function beside(
  series: Series,
  named: readonly Victim[],
  unnamed: readonly RegisterEntry[],
  places: PlaceNames,
): TollBesideNames {
  const point = series.points.findLast(({ asOf }) => asOf !== null) ?? series.points.at(-1)!
  const scope = scopeOf(series, point, places)
  const belongs = named.map(scope)
  const certain = belongs.filter((one) => one === 'certain').length
  const possible = belongs.filter((one) => one === 'possible').length
  let most = 0
  let open = false
  for (const { facts, count } of unnamed) {
    if (scope(facts) === null) continue
    most += count === null ? 1 : (count.high ?? count.low)
    open ||= count !== null && count.high === null
  }
  const names: Range = { low: certain, high: certain + possible }
  const rest: Range = { low: 0, high: open ? null : most }
  const high = names.high! + most
  const { low: least, high: tollHigh } = point
  return {
    series: series.id,
    origin: series.origin,
    victims: series.victims,
    place: series.place,
    perpetrator: series.perpetrator,
    scope: series.scope,
    point,
    named: names,
    unnamed: rest,
    unaccounted: {
      low: least === null || open ? 0 : Math.max(0, least - high),
      high: tollHigh === null ? null : Math.max(0, tollHigh - names.low),
    },
    excess: {
      low: tollHigh === null ? 0 : Math.max(0, names.low - tollHigh),
      high: open ? null : Math.max(0, high - (least ?? 0)),
    },
    cautions: [
      ...(series.victims === 'people' || series.victims === 'children' ? [] : ['status-not-stated' as const]),
      ...(series.perpetrator === null ? [] : ['perpetrator-not-stated' as const]),
      ...(series.place !== null && places.of(series.place)?.place?.kind === 'region' ? ['region' as const] : []),
      ...(point.asOf === null ? ['undated' as const] : []),
      ...(point.comparator === 'exact' ? [] : ['loose' as const]),
    ],
  }
}

type Scope = (victim: Victim) => 'certain' | 'possible' | null

/**
 * Whether a victim belongs to what a toll counts: died no later than it counts up to (on its very day, for a day's toll),
 * at its place, and a child where it counts children. What an entry does not state leaves it possible. A place that is a
 * region or a country takes in every place of the case. Lists are not read for who was a civilian or who killed: beside a
 * toll of civilians, or of one perpetrator's victims, everybody is only possible.
 */
function scopeOf(series: Series, point: LedgerPoint, places: PlaceNames): Scope {
  const place = places.of(series.place)
  const wide = place === null || place.place?.kind === 'region' || place.place?.kind === 'country'
  const told = (series.victims === 'people' || series.victims === 'children') && series.perpetrator === null
  return (victim) => {
    let certain = told
    if (point.asOf !== null) {
      if (victim.death === null) certain = false
      else {
        const cut = Math.min(victim.death.length, point.asOf.length)
        const [died, upTo] = [victim.death.slice(0, cut), point.asOf.slice(0, cut)]
        if (died > upTo || (series.scope === 'daily' && died !== upTo)) return null
        if (victim.death.length < point.asOf.length && died === upTo) certain = false
      }
    }
    if (!wide) {
      const where = places.of(victim.place)
      if (where === null) certain = false
      else if (where.key !== place.key) return null
    }
    if (series.victims === 'children') {
      if (victim.age === null) certain = false
      else if (victim.age >= 18) return null
    }
    return certain ? 'certain' : 'possible'
  }
}
