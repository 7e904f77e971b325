/** How figures that a reader could confuse stand to each other, each relation with its reason. */
import { compatibleFigures, type PlacedFigure } from './drift.ts'
import { countInterval, type Figure } from './figure.ts'
import type { FigureRelation, RelationKind } from './ledger-model.ts'
import { pointDate } from './ledger-series.ts'
import { dayBounds } from './lineage-direction.ts'
import { byText } from './lineage-id.ts'
import type { CorpusNames } from './names-corpus.ts'
import type { FigureGroup } from './origins.ts'

/** Relations kept for one figure, so that a large case stays readable. */
const KEPT = 12

export function relationsOf(groups: readonly FigureGroup[], names: CorpusNames): readonly FigureRelation[] {
  const relations = new Map<string, FigureRelation>()
  const counts = new Map<string, number>()
  const add = (a: Figure, b: Figure, kind: RelationKind, reason: string, bounded = true) => {
    const key = `${a.id}|${b.id}`
    if (relations.has(key) || relations.has(`${b.id}|${a.id}`) || a.id === b.id) return
    if (bounded && ((counts.get(a.id) ?? 0) >= KEPT || (counts.get(b.id) ?? 0) >= KEPT)) return
    counts.set(a.id, (counts.get(a.id) ?? 0) + 1)
    counts.set(b.id, (counts.get(b.id) ?? 0) + 1)
    relations.set(key, { a: a.id, b: b.id, kind, reason })
  }
  const placed = groups.flatMap(({ members }) => members)
  withinDocuments(placed, add)
  for (const { members } of groups) {
    const [first, ...rest] = [...members].sort(byPublication)
    for (const other of rest) {
      add(
        other.figure,
        first!.figure,
        'repeats',
        `${other.document.id} prints the figure that ${first!.document.id} prints`,
        false,
      )
    }
  }
  sameNumbers(groups, names, add)
  sameOrigins(groups, names, add)
  return [...relations.values()].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b))
}

type Add = (a: Figure, b: Figure, kind: RelationKind, reason: string, bounded?: boolean) => void

function byPublication(x: PlacedFigure, y: PlacedFigure): number {
  return (
    byText(dayBounds(x.document.published)?.earliest ?? '9999', dayBounds(y.document.published)?.earliest ?? '9999') ||
    byText(x.document.id, y.document.id) ||
    Number(x.figure.repeatOf !== null) - Number(y.figure.repeatOf !== null) ||
    x.figure.start - y.figure.start
  )
}

/** Repeats and parts as the reader marked them, and whether the parts fit into their whole. */
function withinDocuments(placed: readonly PlacedFigure[], add: Add): void {
  const byId = new Map(placed.map((each) => [each.figure.id, each]))
  const parts = new Map<string, PlacedFigure[]>()
  for (const each of placed) {
    const { figure, document } = each
    const original = figure.repeatOf === null ? undefined : byId.get(figure.repeatOf)
    if (original !== undefined) add(figure, original.figure, 'repeats', `said again in ${document.id}`, false)
    const whole = figure.partOf === null ? undefined : byId.get(figure.partOf)
    if (whole !== undefined) parts.set(whole.figure.id, [...(parts.get(whole.figure.id) ?? []), each])
  }
  for (const [wholeId, members] of [...parts].sort(([x], [y]) => byText(x, y))) {
    const whole = byId.get(wholeId)!
    const top = countInterval(whole.figure).high
    for (const { figure } of members) {
      const low = countInterval(figure).low
      if (top !== null && low !== null && low > top && figure.effect === whole.figure.effect) {
        add(figure, whole.figure, 'contradicts', `given as part of "${whole.figure.surface}", yet it is larger`, false)
      } else {
        add(
          figure,
          whole.figure,
          'part-of',
          `${whole.document.id} gives it as part of "${whole.figure.surface}"`,
          false,
        )
      }
    }
  }
}

/** One number that is printed of different people, by different hands or for different times: never to be merged. */
function sameNumbers(groups: readonly FigureGroup[], names: CorpusNames, add: Add): void {
  const buckets = new Map<string, PlacedFigure[]>()
  for (const { members } of groups) {
    const { figure } = members[0]!
    if (figure.value === null) continue
    const key = `${figure.effect}|${figure.value}`
    buckets.set(key, [...(buckets.get(key) ?? []), members[0]!])
  }
  for (const key of [...buckets.keys()].sort(byText)) {
    const bucket = buckets.get(key)!.sort(byPublication)
    for (let i = 0; i < bucket.length && i < KEPT; i++) {
      for (let j = i + 1; j < bucket.length && j < KEPT; j++) {
        const a = bucket[i]!.figure
        const b = bucket[j]!.figure
        const apart = setsApart(a, b, names)
        if (apart !== null) add(a, b, apart[0], `one number, ${a.value}, but ${apart[1]}`)
      }
    }
  }
}

/** Figures of one origin: what moved, what counts another thing. */
function sameOrigins(groups: readonly FigureGroup[], names: CorpusNames, add: Add): void {
  const buckets = new Map<string, PlacedFigure[]>()
  for (const { members } of groups) {
    const first = [...members].sort(byPublication)[0]!
    const { claimant, effect, scope } = first.figure
    if (claimant === null || scope === 'background') continue
    const key = `${names.parties.key(claimant)}|${effect}`
    buckets.set(key, [...(buckets.get(key) ?? []), first])
  }
  for (const key of [...buckets.keys()].sort(byText)) {
    const bucket = buckets.get(key)!
    const dated = (each: PlacedFigure) => dayBounds(pointDate(each).asOf)?.latest ?? '9999'
    bucket.sort((x, y) => byText(dated(x), dated(y)) || byPublication(x, y))
    for (let i = 0; i < bucket.length; i++) {
      for (let j = i + 1; j < bucket.length && j <= i + KEPT; j++) {
        const a = bucket[i]!
        const b = bucket[j]!
        const apart = setsApart(a.figure, b.figure, names)
        if (apart !== null) {
          add(a.figure, b.figure, apart[0], `one origin, but ${apart[1]}`)
          continue
        }
        if (a.figure.value === null || b.figure.value === null) continue
        const later = dated(a) < dated(b)
        if (a.figure.scope === 'total' && b.figure.scope === 'total' && later) {
          const kind = b.figure.value >= a.figure.value ? 'supersedes' : 'revises'
          add(
            b.figure,
            a.figure,
            kind,
            `the same origin's count ${kind === 'supersedes' ? 'as it stood later' : 'revised downwards'} (${dated(a)} to ${dated(b)})`,
          )
        }
      }
    }
  }
}

/** What keeps two figures apart that both documents state; null where nothing does. */
function setsApart(a: Figure, b: Figure, names: CorpusNames): readonly [RelationKind, string] | null {
  if (a.victims !== b.victims) {
    return ['different-role', `one counts ${a.victimText ?? a.victims}, the other ${b.victimText ?? b.victims}`]
  }
  if (a.perpetrator !== null && b.perpetrator !== null) {
    const bare = { ...a, place: null, scope: b.scope, date: null, eventDate: null }
    if (!compatibleFigures(bare, { ...b, place: null, date: null, eventDate: null }, names)) {
      return ['different-role', `one is laid to ${a.perpetrator}, the other to ${b.perpetrator}`]
    }
  }
  if (a.scope !== b.scope) {
    const period = [a.scope, b.scope].some((scope) => scope === 'daily' || scope === 'period')
    return [period ? 'different-period' : 'different-scope', `one is ${wordFor(a)}, the other ${wordFor(b)}`]
  }
  if (!compatibleFigures({ ...a, perpetrator: null }, { ...b, perpetrator: null }, names)) {
    return a.place !== null && b.place !== null && names.places.key(a.place) !== names.places.key(b.place)
      ? ['different-scope', `one is of ${a.place}, the other of ${b.place}`]
      : ['different-period', `one is of ${a.date ?? 'no stated date'}, the other of ${b.date ?? 'no stated date'}`]
  }
  return null
}

const wordFor = (figure: Figure) =>
  figure.scope === 'daily'
    ? `one day's count (${figure.date ?? 'day not stated'})`
    : `a ${figure.scope.replaceAll('_', ' ')} count`
