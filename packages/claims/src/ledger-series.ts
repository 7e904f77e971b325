/** Tolls as they moved: figures of one origin on one thing, point by point. */
import type { PlacedFigure } from './drift.ts'
import { countInterval } from './figure.ts'
import type { LedgerPoint, Series } from './ledger-model.ts'
import { dayBounds } from './lineage-direction.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { CorpusNames } from './names-corpus.ts'
import { commonest, type FigureGroup, figureIds, ids } from './origins.ts'

interface Keyed {
  readonly members: readonly PlacedFigure[]
  readonly origin: string | null
  readonly perpetrator: string | null
  readonly place: string | null
  readonly sorting: string
}

/** The date a figure counts to, and where it comes from. */
export function pointDate({ figure, document }: PlacedFigure): {
  asOf: string | null
  basis: LedgerPoint['asOfBasis']
} {
  if (figure.asOf !== null) return { asOf: figure.asOf, basis: 'stated' }
  if (figure.eventDate !== null) return { asOf: figure.eventDate, basis: 'event' }
  if (figure.date !== null) return { asOf: figure.date, basis: 'stated' }
  return document.published === null ? { asOf: null, basis: null } : { asOf: document.published, basis: 'published' }
}

const day = (date: string | null) => dayBounds(date)?.latest ?? '9999-99-99'

/** Series of all figures; a drifted attribution stands with the origin that its source names. */
export function seriesOf(
  groups: readonly FigureGroup[],
  drifted: ReadonlyMap<string, string | null>,
  names: CorpusNames,
): readonly Series[] {
  const keyed: Keyed[] = []
  for (const { members } of groups) {
    const perpetrator = commonest(members, ({ perpetrator }) => perpetrator)
    const place = commonest(members, ({ place }) => place)
    const byOrigin = new Map<string, PlacedFigure[]>()
    for (const each of members) {
      const from = drifted.get(each.figure.id)
      const claimant = from === undefined ? each.figure.claimant : from
      const key = claimant === null ? '' : names.parties.key(claimant)
      const scoped = `${key}|${each.figure.scope === 'background' ? 'background' : ''}`
      byOrigin.set(scoped, [...(byOrigin.get(scoped) ?? []), each])
    }
    for (const [scoped, some] of byOrigin) {
      const origin = scoped.slice(0, scoped.lastIndexOf('|'))
      const { effect, victims } = some[0]!.figure
      const scope = scopeOf(some)
      const perpetratorKey = perpetrator === null ? '' : names.perpetrators.key(perpetrator)
      const placeKey = place === null ? '' : names.places.key(place)
      keyed.push({
        members: some,
        origin: origin === '' ? null : origin,
        perpetrator,
        place,
        sorting: [origin, effect, victims, perpetratorKey, placeKey, scope].join('|'),
      })
    }
  }
  const bySeries = new Map<string, Keyed[]>()
  for (const each of keyed) bySeries.set(each.sorting, [...(bySeries.get(each.sorting) ?? []), each])
  const series = [...bySeries].map(([key, parts]): Series => {
    const all = parts.flatMap(({ members }) => members)
    const { origin } = parts[0]!
    return {
      id: derivedId('series', [key]),
      origin: origin === null ? null : names.parties.display(origin),
      effect: all[0]!.figure.effect,
      victims: all[0]!.figure.victims,
      perpetrator: commonest(all, ({ perpetrator }) => perpetrator),
      place: commonest(all, ({ place }) => place),
      scope: scopeOf(all),
      points: parts
        .flatMap(({ members }) => pointsOf(members))
        .sort(
          (x, y) =>
            byText(day(x.asOf), day(y.asOf)) ||
            (x.value ?? -1) - (y.value ?? -1) ||
            byText(x.figures[0]!, y.figures[0]!),
        ),
    }
  })
  return series.sort(
    (x, y) =>
      Number(x.origin === null) - Number(y.origin === null) ||
      byText(x.origin ?? '', y.origin ?? '') ||
      byText(x.effect, y.effect) ||
      byText(x.id, y.id),
  )
}

/** The scope that the printings state; a headline's is that of the figure it repeats. */
function scopeOf(members: readonly PlacedFigure[]): Series['scope'] {
  const first = members.filter(({ figure }) => figure.repeatOf === null)
  const counts = new Map<Series['scope'], number>()
  for (const { figure } of first.length > 0 ? first : members)
    counts.set(figure.scope, (counts.get(figure.scope) ?? 0) + 1)
  return [...counts].sort(([x, n], [y, m]) => m - n || byText(x, y))[0]![0]
}

/** One point for each stated date; printings without one join the latest point that they can repeat. */
function pointsOf(members: readonly PlacedFigure[]): readonly LedgerPoint[] {
  const dated = new Map<string, PlacedFigure[]>()
  const undated: PlacedFigure[] = []
  for (const each of members) {
    const { asOf, basis } = pointDate(each)
    if (asOf === null || basis === 'published') undated.push(each)
    else dated.set(asOf, [...(dated.get(asOf) ?? []), each])
  }
  const stated = [...dated.keys()].sort((x, y) => byText(day(x), day(y)) || byText(x, y))
  const loose: PlacedFigure[] = []
  for (const each of undated) {
    const upTo = day(each.document.published)
    const target =
      stated.filter((date) => day(date) <= upTo).at(-1) ?? (each.document.published === null ? stated[0] : undefined)
    if (target === undefined) loose.push(each)
    else dated.get(target)!.push(each)
  }
  const points = stated.map((date) => point(dated.get(date)!, date, pointDate(dated.get(date)![0]!).basis))
  if (loose.length > 0) {
    const dates = loose.map(({ document }) => document.published).filter((date) => date !== null)
    const first = dates.sort((x, y) => byText(day(x), day(y)) || byText(x, y))[0] ?? null
    points.push(point(loose, first, first === null ? null : 'published'))
  }
  return points
}

function point(members: readonly PlacedFigure[], asOf: string | null, basis: LedgerPoint['asOfBasis']): LedgerPoint {
  const { figure } = members[0]!
  return {
    value: figure.value,
    valueMax: figure.valueMax,
    vagueWord: figure.vagueWord,
    comparator: figure.comparator,
    ...countInterval(figure),
    asOf,
    asOfBasis: basis,
    figures: figureIds(members),
    documents: ids(members),
  }
}
