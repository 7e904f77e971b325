/** How figures that a reader could confuse stand to each other, each relation with its reason. */
import { contradictions } from './contradictions.ts'
import { countApart, daysInWords, disjoint, gainsaidInWords, gainsays, WIDER } from './coverage.ts'
import { compatibleFigures } from './drift-figures.ts'
import { countInterval, type Figure, type VictimCategory } from './figure.ts'
import { dayBounds, textDays } from './known-day.ts'
import type { FigureRelation, RelationKind } from './ledger-model.ts'
import { pointDate } from './ledger-series.ts'
import { byText } from './lineage-id.ts'
import { type CorpusNames, compatibleWords } from './names-corpus.ts'
import { claimantOf, type Drifted, type FigureGroup, type Printing } from './origins.ts'
import { buckets, byPublication, eachPair, KEPT } from './printing-pairs.ts'

type Add = (a: Figure, b: Figure, kind: RelationKind, reason: string, bounded?: boolean) => void

/**
 * Relations between figures: what is said again, what is part of what, what moved, what must not be merged and what does
 * not fit. Their number grows with the number of figures.
 */
export function relationsOf(
  groups: readonly FigureGroup[],
  drifted: Drifted,
  names: CorpusNames,
): readonly FigureRelation[] {
  const relations = new Map<string, FigureRelation>()
  const counts = new Map<string, number>()
  const add: Add = (a, b, kind, reason, bounded = true) => {
    const key = `${a.id}|${b.id}`
    if (relations.has(key) || relations.has(`${b.id}|${a.id}`) || a.id === b.id) return
    if (bounded) {
      if ((counts.get(a.id) ?? 0) >= KEPT || (counts.get(b.id) ?? 0) >= KEPT) return
      counts.set(a.id, (counts.get(a.id) ?? 0) + 1)
      counts.set(b.id, (counts.get(b.id) ?? 0) + 1)
    }
    relations.set(key, { a: a.id, b: b.id, kind, reason })
  }
  repeats(groups, add)
  parts(groups.flat(), add)
  for (const { less, more, reason } of contradictions(groups, drifted, names)) add(less, more, 'contradicts', reason)
  const firsts = groups.map((group) => [...group].sort(byPublication)[0]!)
  sameNumbers(firsts, names, add)
  sameOrigin(firsts, drifted, names, add)
  return [...relations.values()].sort((x, y) => byText(x.a, y.a) || byText(x.b, y.b))
}

function repeats(groups: readonly FigureGroup[], add: Add): void {
  for (const group of groups) {
    const sorted = [...group].sort(byPublication)
    const first = sorted[0]!
    for (const { figure, lead, document } of group) {
      if (figure !== lead) add(figure, lead, 'repeats', `said again in ${document.id}`, false)
    }
    for (const { figure, lead, document } of sorted.slice(1)) {
      if (figure !== lead) continue
      const where = document.id === first.document.id ? 'again' : `what ${first.document.id} prints`
      add(figure, first.figure, 'repeats', `${document.id} prints ${where}`, false)
    }
  }
}

/** Parts as the reader marked them, held against their whole. */
function parts(placed: readonly Printing[], add: Add): void {
  const byId = new Map(placed.map((each) => [each.figure.id, each]))
  const ofWhole = new Map<string, Printing[]>()
  for (const each of placed) {
    const whole = each.figure.partOf
    if (whole !== null && byId.has(whole)) ofWhole.set(whole, [...(ofWhole.get(whole) ?? []), each])
  }
  for (const [id, members] of [...ofWhole].sort(([x], [y]) => byText(x, y))) {
    const whole = byId.get(id)!
    const { high } = countInterval(whole.figure)
    const lows = members.map(({ figure }) => countInterval(figure).low ?? 0)
    const sum = lows.reduce((total, low) => total + low, 0)
    const tooMany =
      members.length > 1 && high !== null && sum > high
        ? `; its parts come to ${sum}, more than ${high}: they overlap, or one is wrong`
        : ''
    members.forEach(({ figure }, i) => {
      const said = `${whole.document.id} gives "${figure.surface}" as part of "${whole.figure.surface}"`
      if (high !== null && lows[i]! > high && figure.effect === whole.figure.effect) {
        add(figure, whole.figure, 'contradicts', `${said}, yet it is larger`, false)
      } else {
        add(figure, whole.figure, 'part-of', said + tooMany, false)
      }
    })
  }
}

/** One number that is printed of different people, by different hands or for different times: never to be merged. */
function sameNumbers(firsts: readonly Printing[], names: CorpusNames, add: Add): void {
  const counted = firsts.filter(({ figure }) => figure.value !== null)
  for (const bucket of buckets(counted, ({ figure }) => `${figure.effect}|${figure.value}`)) {
    eachPair(bucket.sort(byPublication), (a, b) => {
      const apart = setsApart(a.figure, b.figure, names)
      if (apart !== null) add(a.figure, b.figure, apart[0], `one number, ${a.figure.value}, but ${apart[1]}`)
    })
  }
}

/** Figures of one origin: what moved, what counts another thing. */
function sameOrigin(firsts: readonly Printing[], drifted: Drifted, names: CorpusNames, add: Add): void {
  const named = firsts.filter((each) => claimantOf(each, drifted) !== null && each.figure.scope !== 'background')
  const key = (each: Printing) => `${names.parties.key(claimantOf(each, drifted)!)}|${each.figure.effect}`
  for (const bucket of buckets(named, key)) {
    bucket.sort((x, y) => byText(lastDay(x), lastDay(y)) || byPublication(x, y))
    eachPair(bucket, (a, b) => {
      if (!near(a, b) || !compatiblePlaces(a.figure, b.figure, names)) return
      const apart = setsApart(a.figure, b.figure, names)
      if (apart === null) return moved(a, b, names, add)
      const whole = wholeOf(a, b, names)
      if (whole === a) add(a.figure, b.figure, 'includes', includes(a, b))
      else if (whole === b) add(b.figure, a.figure, 'includes', includes(b, a))
      else if (confusable(a.figure, b.figure)) add(a.figure, b.figure, apart[0], `one origin, but ${apart[1]}`)
    })
  }
}

/** Months between two figures of one origin beyond which nobody takes one for the other. */
const APART = 3

function near(a: Printing, b: Printing): boolean {
  const months = (each: Printing) => {
    const bounds = dayBounds(pointDate(each).asOf)
    return bounds === null ? null : Number(bounds.latest.slice(0, 4)) * 12 + Number(bounds.latest.slice(5, 7))
  }
  const [one, other] = [months(a), months(b)]
  return one === null || other === null || Math.abs(one - other) <= APART
}

const compatiblePlaces = (a: Figure, b: Figure, names: CorpusNames) =>
  a.place === null ||
  b.place === null ||
  names.places.key(a.place) === names.places.key(b.place) ||
  compatibleWords(a.place, b.place)

/** Children are not taken for soldiers; people, civilians and mixed groups are taken for each other. */
function confusable(a: Figure, b: Figure): boolean {
  const broad: readonly VictimCategory[] = ['people', 'civilians', 'mixed']
  return a.victims === b.victims || (broad.includes(a.victims) && broad.includes(b.victims))
}

const lastDay = (each: Printing) => dayBounds(pointDate(each).asOf)?.latest ?? '9999-99-99'

/** The same count at two times, or counted anew for one day: larger later, smaller later, or two that cannot both hold. */
function moved(a: Printing, b: Printing, names: CorpusNames, add: Add): void {
  if (a.figure.value === null || b.figure.value === null || a.figure.scope !== 'total') return
  const { asOf: from, basis: fromBasis } = pointDate(a)
  const { asOf: to, basis: toBasis } = pointDate(b)
  if (from === null || to === null) return
  // A date of publication says when a count was printed, not when it was made: an old count may be printed late.
  const told = fromBasis !== 'published' && toBasis !== 'published'
  if (!told && a.document.id === b.document.id) return
  if (countApart(a.figure, b.figure)) {
    const pair = gainsays(a.figure, b.figure, names)
    if (pair !== null) {
      add(...pair, 'contradicts', `one origin gives ${gainsaidInWords(...pair, null)}`)
    } else {
      const days = `one counts ${daysInWords(a.figure)}, the other ${daysInWords(b.figure)}`
      add(a.figure, b.figure, 'different-period', `one origin, but ${days}`)
    }
  } else if (lastDay(a) === lastDay(b)) {
    countedAnew(a, b, told, add)
  } else if (b.figure.value >= a.figure.value) {
    add(b.figure, a.figure, 'supersedes', `the same origin's count as it stood later (${from}, then ${to})`)
  } else if (told && disjoint(a.figure, b.figure)) {
    add(b.figure, a.figure, 'revises', `the same origin counts fewer later (${from}, then ${to})`)
  }
}

/**
 * Two counts of one origin for one day. What was printed on a later day is the origin's word as it stands then, and
 * revises the earlier, up or down; what was printed on one day, or on days that nobody knows, contradicts itself.
 */
function countedAnew(a: Printing, b: Printing, told: boolean, add: Add): void {
  if (!disjoint(a.figure, b.figure)) return
  // One text that gives two counts and leaves a place unsaid speaks of two things.
  if (a.document.id === b.document.id && (a.figure.place === null || b.figure.place === null)) return
  const day = pointDate(b).asOf
  const order = told ? inPrintedOrder(a, b) : null
  if (order === null) {
    const both = `one origin gives "${a.figure.surface}" and "${b.figure.surface}"`
    add(a.figure, b.figure, 'contradicts', told ? `${both} for ${day}` : `${both}, both printed on ${day}`)
    return
  }
  const [before, after] = order
  const [first, then] = order.map(({ figure, document }) => `"${figure.surface}" in ${document.id}`)
  add(
    after.figure,
    before.figure,
    'revises',
    `the same origin counts ${day} anew: first ${first}, on a later day ${then}`,
  )
}

/** Two printings, the earlier first; null where their days may be one. */
function inPrintedOrder(a: Printing, b: Printing): readonly [Printing, Printing] | null {
  const [one, other] = [textDays(a.document)?.days, textDays(b.document)?.days]
  if (one === undefined || other === undefined) return null
  if (one.latest < other.earliest) return [a, b]
  return other.latest < one.earliest ? [b, a] : null
}

/** The one of two figures that takes the other in: wider category, no fewer, one day, one place, one perpetrator. */
function wholeOf(a: Printing, b: Printing, names: CorpusNames): Printing | null {
  if (lastDay(a) !== lastDay(b) || a.figure.value === null || b.figure.value === null) return null
  for (const [whole, part] of [
    [a, b],
    [b, a],
  ] as const) {
    if (whole.figure.scope !== 'total' || part.figure.scope === 'daily' || part.figure.scope === 'period') continue
    if (!WIDER[whole.figure.victims].includes(part.figure.victims) || whole.figure.value! < part.figure.value!) continue
    if (compatibleFigures({ ...whole.figure, victims: part.figure.victims }, part.figure, names)) return whole
  }
  return null
}

const includes = (whole: Printing, part: Printing) =>
  `one origin and day: ${whole.figure.victimText ?? whole.figure.victims} take in ${part.figure.victimText ?? part.figure.victims}`

/** What keeps two figures apart that both documents state; null where nothing does. */
function setsApart(a: Figure, b: Figure, names: CorpusNames): readonly [RelationKind, string] | null {
  if (a.victims !== b.victims) {
    return ['different-role', `one counts ${a.victimText ?? a.victims}, the other ${b.victimText ?? b.victims}`]
  }
  const bare = (figure: Figure): Figure => ({
    ...figure,
    place: null,
    placeId: null,
    scope: 'total',
    date: null,
    eventDate: null,
  })
  if (!compatibleFigures(bare(a), bare(b), names)) {
    return [
      'different-role',
      `one is laid to ${a.perpetrator ?? 'nobody named'}, the other to ${b.perpetrator ?? 'nobody named'}`,
    ]
  }
  if (a.scope !== b.scope) {
    const timed = [a.scope, b.scope].some((scope) => scope === 'daily' || scope === 'period')
    return [timed ? 'different-period' : 'different-scope', `one is ${worded(a)}, the other ${worded(b)}`]
  }
  if (!compatibleFigures({ ...a, date: null, eventDate: null }, { ...b, date: null, eventDate: null }, names)) {
    return ['different-scope', `one is of ${a.place ?? 'no place named'}, the other of ${b.place ?? 'no place named'}`]
  }
  if (!compatibleFigures(a, b, names)) {
    return ['different-period', `one is of ${a.eventDate ?? a.date}, the other of ${b.eventDate ?? b.date}`]
  }
  return null
}

const worded = (figure: Figure) =>
  figure.scope === 'daily'
    ? `one day's count (${figure.date ?? 'day not stated'})`
    : `a ${figure.scope.replaceAll('_', ' ')} count`
