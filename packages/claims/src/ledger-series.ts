/** Tolls as they moved: figures of one origin on one thing, point by point. */
import { countInterval, type Scope } from './figure.ts'
import { dayBounds, printedOn } from './known-day.ts'
import type { LedgerPoint, Series, SeriesRuling } from './ledger-model.ts'
import { stem } from './lineage-corpus.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { ReadDocument } from './lineage-model.ts'
import { nameWords } from './names.ts'
import type { CorpusNames } from './names-corpus.ts'
import {
  claimantOf,
  commonest,
  type Drifted,
  documentIds,
  type FigureGroup,
  figureIds,
  type JoinedDocuments,
  type Printing,
} from './origins.ts'

/** Printings of one figure by one origin, on the way into a series. */
interface Part {
  readonly members: readonly Printing[]
  /** Key of the origin; null for the outlets' own voice. */
  readonly origin: string | null
  /** What must be equal in a series, place and perpetrator aside. */
  readonly fixed: string
  readonly perpetrator: string | null
  readonly place: string | null
  /** Which split set it apart; null where none did. */
  readonly split: string | null
}

/** Scopes whose figures are one toll only where they count the same people in the same words. */
const WORDED: ReadonlySet<Scope> = new Set(['subset', 'other', 'background', 'projected', 'under_review'])

/** The date a figure counts to, and where it comes from. */
export function pointDate({ lead, document }: Printing): { asOf: string | null; basis: LedgerPoint['asOfBasis'] } {
  if (lead.asOf !== null) return { asOf: lead.asOf, basis: 'stated' }
  const event = lead.eventDate ?? lead.date
  if (event !== null) return { asOf: event, basis: 'event' }
  const printed = printedOn(document)
  return printed === null ? { asOf: null, basis: null } : { asOf: printed, basis: 'published' }
}

const day = (date: string | null) => dayBounds(date)?.latest ?? '9999-99-99'

/**
 * Series of all figures; a drifted attribution stands with the origin that its source names. A figure that leaves place
 * or perpetrator unsaid joins a series that states them only where it is the one series that it can belong to, and its
 * document speaks of that place or derives from one that does. What people split off stands apart; what they joined
 * stands together where origin, effect, victims and scope are one, since cumulative, daily and subset never mix.
 */
export function seriesOf(
  groups: readonly FigureGroup[],
  drifted: Drifted,
  names: CorpusNames,
  joined: JoinedDocuments,
  rulings: readonly SeriesRuling[] = [],
): readonly Series[] {
  const { splits, joins } = settledRulings(rulings)
  const parts = groups.flatMap((group) => partsOf(group, drifted, names, splits))
  const byFixed = new Map<string, Part[]>()
  for (const part of parts) byFixed.set(part.fixed, [...(byFixed.get(part.fixed) ?? []), part])
  const gathered = [...byFixed.keys()]
    .sort(byText)
    .flatMap((key) => joinParts(byFixed.get(key)!, names, joined).map((some) => [...some]))
  for (const figures of joins) joinRuled(gathered, figures)
  const series = gathered.map((some) => asSeries(some[0]!.fixed, some, names))
  return series.sort(
    (x, y) =>
      Number(x.origin === null) - Number(y.origin === null) ||
      byText(x.origin ?? '', y.origin ?? '') ||
      byText(x.effect, y.effect) ||
      byText(x.id, y.id),
  )
}

type Splits = ReadonlyMap<string, string>

/** A later split takes its figures out of an earlier join; a later join overrules an earlier split by itself. */
function settledRulings(rulings: readonly SeriesRuling[]) {
  const splits = new Map<string, string>()
  const joins: Set<string>[] = []
  for (const { kind, figures } of rulings) {
    if (kind === 'join') {
      joins.push(new Set(figures))
      continue
    }
    const split = derivedId('split', [...figures].sort(byText))
    for (const figure of figures) {
      splits.set(figure, split)
      for (const join of joins) join.delete(figure)
    }
  }
  return { splits, joins }
}

/** Puts series that hold one of the figures into the first of those that count the same. */
function joinRuled(gathered: Part[][], figures: ReadonlySet<string>): void {
  const first = new Map<string, Part[]>()
  for (const parts of [...gathered]) {
    const members = parts.flatMap((part) => part.members)
    if (!members.some(({ figure }) => figures.has(figure.id))) continue
    const { effect, victims } = members[0]!.lead
    const key = [parts[0]!.origin, effect, victims, scopeOf(members)].join('|')
    const target = first.get(key)
    if (target === undefined) first.set(key, parts)
    else {
      target.push(...parts)
      gathered.splice(gathered.indexOf(parts), 1)
    }
  }
}

function partsOf(group: FigureGroup, drifted: Drifted, names: CorpusNames, splits: Splits): readonly Part[] {
  const byOrigin = new Map<string, { origin: string | null; split: string | null; members: Printing[] }>()
  for (const each of group) {
    const claimant = claimantOf(each, drifted)
    const origin = claimant === null ? null : names.parties.key(claimant)
    const split = splits.get(each.figure.id) ?? splits.get(each.lead.id) ?? null
    const key = JSON.stringify([origin, split])
    const found = byOrigin.get(key)
    if (found === undefined) byOrigin.set(key, { origin, split, members: [each] })
    else found.members.push(each)
  }
  const perpetrator = commonest(group, (figure) => figure.perpetrator)
  const place = commonest(group, (figure) => figure.place)
  return [...byOrigin.values()].map(({ origin, split, members }) => {
    const { effect, victims, manner, victimText } = members[0]!.lead
    const scope = scopeOf(members)
    const words = WORDED.has(scope) ? [...nameWords(victimText ?? victims)].sort().join(' ') : ''
    const fixed = [origin, effect, victims, manner, scope, words, ...(split === null ? [] : [split])].join('|')
    return { members, origin, perpetrator, place, split, fixed }
  })
}

interface Gathered {
  readonly perpetrator: string | null
  readonly place: string | null
  readonly parts: Part[]
}

/** Parts that name perpetrator and place first; then those that leave one or both unsaid. */
function joinParts(parts: readonly Part[], names: CorpusNames, joined: JoinedDocuments): readonly (readonly Part[])[] {
  const named = (part: Part) => Number(part.perpetrator !== null) + Number(part.place !== null)
  const sorted = [...parts].sort(
    (x, y) => named(y) - named(x) || byText(figureIds(x.members)[0]!, figureIds(y.members)[0]!),
  )
  const gathered: Gathered[] = []
  for (const part of sorted) {
    const fitting = gathered.filter(
      (series) =>
        fits(part.perpetrator, series.perpetrator, names.perpetrators.key) &&
        fits(part.place, series.place, names.places.key) &&
        (part.place !== null || series.place === null || speaksOf(part, series, joined)),
    )
    const exact = fitting.find(
      (series) =>
        same(part.perpetrator, series.perpetrator, names.perpetrators.key) &&
        same(part.place, series.place, names.places.key),
    )
    const target = exact ?? (fitting.length === 1 ? fitting[0] : undefined)
    if (target !== undefined) target.parts.push(part)
    else gathered.push({ perpetrator: part.perpetrator, place: part.place, parts: [part] })
  }
  return gathered.map((series) => series.parts)
}

type Key = (name: string) => string

const same = (a: string | null, b: string | null, key: Key) => (a === null || b === null ? a === b : key(a) === key(b))

const fits = (a: string | null, b: string | null, key: Key) => a === null || same(a, b, key)

/** Whether a document of the part names the place of the series, or is joined to one of its documents. */
function speaksOf(part: Part, series: Gathered, joined: JoinedDocuments): boolean {
  const place = nameWords(series.place!).map(stem)
  const inSeries = new Set(series.parts.flatMap(({ members }) => documentIds(members)))
  return part.members.some(
    ({ document }) =>
      [...inSeries].some((id) => id === document.id || joined.get(id)?.has(document.id)) || mentions(document, place),
  )
}

function mentions(document: ReadDocument, place: readonly string[]): boolean {
  const words = new Set([...document.text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(([word]) => stem(word)))
  return place.length > 0 && place.every((word) => words.has(word))
}

function asSeries(fixed: string, parts: readonly Part[], names: CorpusNames): Series {
  const all = parts.flatMap(({ members }) => members)
  const { origin } = parts[0]!
  const { effect, victims } = all[0]!.lead
  const perpetrator = commonest(all, (figure) => figure.perpetrator)
  const place = commonest(all, (figure) => figure.place)
  const points = parts.flatMap(({ members }) => pointsOf(members))
  return {
    id: derivedId('series', [
      fixed,
      perpetrator === null ? null : names.perpetrators.key(perpetrator),
      place === null ? null : names.places.key(place),
    ]),
    origin: origin === null ? null : names.parties.display(origin),
    effect,
    victims,
    perpetrator,
    place,
    scope: scopeOf(all),
    splitOff: parts.every(({ split }) => split !== null),
    points: points.sort(
      (x, y) =>
        byText(day(x.asOf), day(y.asOf)) || (x.value ?? -1) - (y.value ?? -1) || byText(x.figures[0]!, y.figures[0]!),
    ),
  }
}

/** The scope that most printings state; of equals the first in order. */
function scopeOf(members: readonly Printing[]): Scope {
  const counts = new Map<Scope, number>()
  for (const { lead } of members) counts.set(lead.scope, (counts.get(lead.scope) ?? 0) + 1)
  return [...counts].sort(([x, n], [y, m]) => m - n || byText(x, y))[0]![0]
}

/** One point for each stated date; printings without one join the latest point that they can repeat. */
function pointsOf(members: readonly Printing[]): readonly LedgerPoint[] {
  const dated = new Map<string, Printing[]>()
  const undated: Printing[] = []
  for (const each of members) {
    const { asOf, basis } = pointDate(each)
    if (asOf === null || basis === 'published') undated.push(each)
    else dated.set(asOf, [...(dated.get(asOf) ?? []), each])
  }
  const stated = [...dated.keys()].sort((x, y) => byText(day(x), day(y)) || byText(x, y))
  const loose: Printing[] = []
  for (const each of undated) {
    const printed = printedOn(each.document)
    const target = printed === null ? stated[0] : stated.filter((date) => day(date) <= day(printed)).at(-1)
    if (target === undefined) loose.push(each)
    else dated.get(target)!.push(each)
  }
  const points = stated.map((date) => point(dated.get(date)!, date, pointDate(dated.get(date)![0]!).basis))
  if (loose.length > 0) {
    const dates = loose.map(({ document }) => printedOn(document)).filter((date) => dayBounds(date) !== null)
    const first = dates.sort((x, y) => byText(day(x), day(y)) || byText(x!, y!))[0] ?? null
    points.push(point(loose, first, first === null ? null : 'published'))
  }
  return points
}

function point(members: readonly Printing[], asOf: string | null, basis: LedgerPoint['asOfBasis']): LedgerPoint {
  const { value, valueMax, vagueWord, comparator } = members[0]!.lead
  return {
    value,
    valueMax,
    vagueWord,
    comparator,
    ...countInterval(members[0]!.lead),
    asOf,
    asOfBasis: basis,
    figures: figureIds(members),
    documents: documentIds(members),
  }
}
