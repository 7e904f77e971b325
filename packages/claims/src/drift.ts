/** Where two documents that should say the same do not: figures compared field by field along derivation. */
import type { Span } from './document.ts'
import { wordDrift } from './drift-words.ts'
import type { Figure } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { dayBounds, isBefore } from './lineage-direction.ts'
import { byText, derivedId } from './lineage-id.ts'
import type { Drift, DriftField, Edge, ReadDocument } from './lineage-model.ts'
import { type CorpusNames, compatibleWords, corpusNames, isArabic } from './names-corpus.ts'

/** What a document prints for a field where it names nobody. */
export const OWN_VOICE = '(the outlet in its own voice)'

/** A figure and the document it stands in. */
export interface PlacedFigure {
  readonly document: ReadDocument
  readonly figure: Figure
}

interface Difference {
  readonly field: DriftField
  readonly a: PlacedFigure
  readonly b: PlacedFigure
  readonly valueA: string
  readonly valueB: string
  readonly spanA: Span
  readonly spanB: Span
  readonly edge: Edge
}

/** All drift between documents that edges join, one entry for each document, figure and field. */
export function findDrift(
  documents: readonly ReadDocument[],
  edges: readonly Edge[],
  knowledge?: Knowledge,
): readonly Drift[] {
  const byId = new Map(documents.map((document) => [document.id, document]))
  const names = corpusNames(documents, knowledge)
  const carriers = figureCarriers(documents)
  const differences: Difference[] = []
  const drift: Drift[] = []
  for (const edge of edges) {
    const a = byId.get(edge.a)!
    const b = byId.get(edge.b)!
    for (const [one, other] of matchedFigures(a, b, edge, names)) {
      differences.push(...compareFigures({ document: a, figure: one }, { document: b, figure: other }, edge, names))
    }
    drift.push(...wordDrift(a, b, edge))
  }
  drift.push(...settle(differences, carriers, names))
  const unique = new Map(drift.map((each) => [each.id, each]))
  return [...unique.values()].sort(
    (x, y) =>
      byText(x.document, y.document) ||
      x.printedAt.start - y.printedAt.start ||
      byText(x.field, y.field) ||
      byText(x.id, y.id),
  )
}

type Carriers = ReadonlyMap<string, readonly PlacedFigure[]>

const carrierKey = (figure: Figure) => `${figure.effect}|${figure.value}|${figure.valueMax}|${figure.vagueWord}`

function figureCarriers(documents: readonly ReadDocument[]): Carriers {
  const carriers = new Map<string, PlacedFigure[]>()
  for (const document of documents) {
    for (const figure of document.figures) {
      const key = carrierKey(figure)
      const list = carriers.get(key)
      if (list === undefined) carriers.set(key, [{ document, figure }])
      else list.push({ document, figure })
    }
  }
  return carriers
}

/** Pairs of figures of two joined documents that are meant to be one, best match first, each figure used once. */
export function matchedFigures(
  a: ReadDocument,
  b: ReadDocument,
  edge: Edge,
  names: CorpusNames,
): readonly (readonly [Figure, Figure])[] {
  const scored: { one: Figure; other: Figure; score: number }[] = []
  for (const one of a.figures) {
    if (one.repeatOf !== null) continue
    for (const other of b.figures) {
      if (other.repeatOf !== null || one.effect !== other.effect) continue
      const score = likenessOf(one, other, edge, names)
      if (score >= 5) scored.push({ one, other, score })
    }
  }
  scored.sort((x, y) => y.score - x.score || x.one.start - y.one.start || x.other.start - y.other.start)
  const taken = new Set<Figure>()
  const pairs: [Figure, Figure][] = []
  for (const { one, other } of scored) {
    if (taken.has(one) || taken.has(other)) continue
    taken.add(one)
    taken.add(other)
    pairs.push([one, other])
  }
  return pairs
}

function likenessOf(one: Figure, other: Figure, edge: Edge, names: CorpusNames): number {
  const aligned = edge.evidence.some(
    ({ kind, a, b }) =>
      kind === 'sentence' && one.start >= a.start && one.end <= a.end && other.start >= b.start && other.end <= b.end,
  )
  const sameNumber = one.value === other.value && one.valueMax === other.valueMax && one.vagueWord === other.vagueWord
  const sameClaimant = sameParty(one.claimant, other.claimant, names)
  if (
    !sameNumber &&
    !(aligned && sameClaimant && one.victims === other.victims && edge.kind !== 'same-primary-statement')
  ) {
    return 0
  }
  let score = (sameNumber ? 3 : 0) + (aligned ? 3 : 0)
  if (one.victims === other.victims) score += 1
  if (sameClaimant) score += 1
  if (one.perpetrator !== null && other.perpetrator !== null) {
    score += samePerpetrator(one.perpetrator, other.perpetrator, names) ? 1 : -1
  }
  if (one.place !== null && other.place !== null) score += samePlace(one, other, names) ? 0.5 : -1
  if (one.comparator === other.comparator) score += 0.5
  if (one.scope !== other.scope) score -= 1
  return score
}

/**
 * Whether the texts can be told apart at all: names in two scripts only where both are known, since a name that is
 * translated rather than transcribed looks like another.
 */
function comparable(a: string | null, b: string | null, key: (name: string) => string): boolean {
  if (a === null || b === null || isArabic(a) === isArabic(b)) return true
  return key(a).startsWith('=') && key(b).startsWith('=')
}

const sameParty = (a: string | null, b: string | null, names: CorpusNames) =>
  a === null || b === null ? a === b : names.parties.key(a) === names.parties.key(b)

function samePerpetrator(a: string, b: string, names: CorpusNames): boolean {
  return names.perpetrators.key(a) === names.perpetrators.key(b) || compatibleWords(a, b)
}

function samePlace(a: Figure, b: Figure, names: CorpusNames): boolean {
  if (a.placeId !== null && b.placeId !== null) return a.placeId === b.placeId
  return names.places.key(a.place!) === names.places.key(b.place!) || compatibleWords(a.place, b.place)
}

function compareFigures(a: PlacedFigure, b: PlacedFigure, edge: Edge, names: CorpusNames): readonly Difference[] {
  const one = a.figure
  const other = b.figure
  const found: Difference[] = []
  const differ = (field: DriftField, valueA: string, valueB: string, spanA = whole(one), spanB = whole(other)) =>
    found.push({ field, a, b, valueA, valueB, spanA, spanB, edge })
  const derived = edge.kind !== 'same-primary-statement'

  if (one.value !== other.value || one.valueMax !== other.valueMax || one.vagueWord !== other.vagueWord) {
    differ('value', one.surface, other.surface)
  } else if (one.comparator !== other.comparator) {
    differ('comparator', one.surface, other.surface)
  }
  if (
    !sameParty(one.claimant, other.claimant, names) &&
    comparable(one.claimant, other.claimant, names.parties.key) &&
    (derived || (one.claimant !== null && other.claimant !== null))
  ) {
    differ(
      'claimant',
      one.claimant ?? OWN_VOICE,
      other.claimant ?? OWN_VOICE,
      one.spans.claimant ?? whole(one),
      other.spans.claimant ?? whole(other),
    )
  }
  if (rolesReversed(one, other)) {
    differ(
      'role',
      `${one.victimText ?? one.victims}, by ${one.perpetrator ?? 'no one named'}`,
      `${other.victimText ?? other.victims}, by ${other.perpetrator ?? 'no one named'}`,
      one.spans.victims ?? whole(one),
      other.spans.victims ?? whole(other),
    )
  } else if (one.victims !== other.victims) {
    differ(
      'category',
      one.victimText ?? one.victims,
      other.victimText ?? other.victims,
      one.spans.victims ?? whole(one),
      other.spans.victims ?? whole(other),
    )
  } else if (
    derived &&
    one.perpetrator !== null &&
    other.perpetrator !== null &&
    !samePerpetrator(one.perpetrator, other.perpetrator, names) &&
    comparable(one.perpetrator, other.perpetrator, names.perpetrators.key)
  ) {
    differ(
      'role',
      `by ${one.perpetrator}`,
      `by ${other.perpetrator}`,
      one.spans.perpetrator ?? whole(one),
      other.spans.perpetrator ?? whole(other),
    )
  }
  if (
    one.place !== null &&
    other.place !== null &&
    !samePlace(one, other, names) &&
    comparable(one.place, other.place, names.places.key)
  ) {
    differ('place', one.place, other.place, one.spans.place ?? whole(one), other.spans.place ?? whole(other))
  }
  const dateA = one.asOf ?? one.eventDate ?? one.date
  const dateB = other.asOf ?? other.eventDate ?? other.date
  if (dateA !== null && dateB !== null && apart(dateA, dateB)) {
    differ('date', dateA, dateB, one.spans.date ?? whole(one), other.spans.date ?? whole(other))
  }
  return found
}

const whole = (figure: Figure): Span => ({ start: figure.start, end: figure.end, text: figure.surface })

/** Victims of the one are the perpetrators of the other. */
function rolesReversed(one: Figure, other: Figure): boolean {
  const meets = (victims: string | null, perpetrator: string | null) =>
    victims !== null && perpetrator !== null && compatibleWords(victims, perpetrator)
  return (
    (meets(one.victimText, other.perpetrator) && !meets(one.victimText, one.perpetrator)) ||
    (meets(other.victimText, one.perpetrator) && !meets(other.victimText, other.perpetrator))
  )
}

function apart(a: string, b: string): boolean {
  const one = dayBounds(a)
  const other = dayBounds(b)
  return one !== null && other !== null && (one.latest < other.earliest || other.latest < one.earliest)
}

/** For each difference the document it stands in: the derived one, else the one that fewer documents agree with. */
function settle(differences: readonly Difference[], carriers: Carriers, names: CorpusNames): readonly Drift[] {
  const groups = new Map<
    string,
    { difference: Difference; flipped: boolean; nearer: string | null; support: readonly string[] }[]
  >()
  for (const difference of differences) {
    const { a, b, edge } = difference
    const forA = agreeing(difference, 'a', carriers, names)
    const forB = agreeing(difference, 'b', carriers, names)
    const derivedB = edge.direction === 'a-to-b'
    const derivedA = edge.direction === 'b-to-a'
    let driftIn: 'a' | 'b' = 'b'
    let nearer: string | null = null
    if (derivedA || derivedB) {
      driftIn = derivedA ? 'a' : 'b'
      nearer = derivedA ? b.document.id : a.document.id
    } else if (forA.length !== forB.length) {
      driftIn = forA.length < forB.length ? 'a' : 'b'
      nearer = driftIn === 'a' ? b.document.id : a.document.id
    } else if (isBefore(b.document, a.document)) {
      driftIn = 'a'
    }
    const drifted = driftIn === 'a' ? a : b
    const key = `${drifted.document.id}|${drifted.figure.id}|${difference.field}`
    const entry = { difference, flipped: driftIn === 'a', nearer, support: driftIn === 'a' ? forB : forA }
    groups.set(key, [...(groups.get(key) ?? []), entry])
  }
  const drift: Drift[] = []
  for (const entries of groups.values()) {
    entries.sort(
      (x, y) =>
        Number(y.difference.edge.direction !== 'none') - Number(x.difference.edge.direction !== 'none') ||
        y.support.length - x.support.length ||
        y.difference.edge.confidence - x.difference.edge.confidence ||
        byText(x.difference.edge.id, y.difference.edge.id),
    )
    const { difference, flipped, nearer, support } = entries[0]!
    const [drifted, source] = flipped ? [difference.a, difference.b] : [difference.b, difference.a]
    const [printed, origin] = flipped ? [difference.valueA, difference.valueB] : [difference.valueB, difference.valueA]
    const [printedAt, originAt] = flipped ? [difference.spanA, difference.spanB] : [difference.spanB, difference.spanA]
    drift.push({
      id: derivedId('drift', [drifted.document.id, source.document.id, difference.field, drifted.figure.id]),
      document: drifted.document.id,
      against: source.document.id,
      field: difference.field,
      printed,
      printedAt,
      origin,
      originAt,
      claim: drifted.figure.id,
      againstClaim: source.figure.id,
      seenIn: support,
      nearer,
      reason: reasonOf(difference, nearer, support),
    })
  }
  return drift
}

function reasonOf({ field, edge, a, b }: Difference, nearer: string | null, support: readonly string[]): string {
  const joined = `the two are joined as ${edge.kind}`
  const who =
    nearer === null
      ? 'nothing tells which is nearer the origin'
      : edge.direction === 'none'
        ? `${support.length} document${support.length === 1 ? '' : 's'} agree with ${nearer}`
        : `${nearer} is nearer the origin`
  const update =
    field === 'value' && a.document.published !== b.document.published
      ? '; published on different days, it may be an update'
      : ''
  return `${joined}; ${who}${update}`
}

/** Documents that print the figure as one side of a difference does, sorted. */
function agreeing(difference: Difference, side: 'a' | 'b', carriers: Carriers, names: CorpusNames): readonly string[] {
  const { figure, document } = difference[side]
  const ids = new Set([document.id])
  for (const other of carriers.get(carrierKey(figure)) ?? []) {
    const same = other.figure
    if (!compatibleFigures(figure, same, names)) continue
    const agrees =
      difference.field === 'claimant'
        ? same.claimant !== null && sameParty(same.claimant, figure.claimant, names)
        : difference.field === 'comparator'
          ? same.comparator === figure.comparator
          : difference.field === 'category'
            ? same.victims === figure.victims
            : sameParty(same.claimant, figure.claimant, names)
    if (agrees) ids.add(other.document.id)
  }
  const opposite = difference[side === 'a' ? 'b' : 'a'].document.id
  ids.delete(opposite)
  return [...ids].sort()
}

/** Whether two printings of one number can be one figure: nothing that both state sets them apart. */
export function compatibleFigures(a: Figure, b: Figure, names: CorpusNames): boolean {
  if (a.effect !== b.effect || a.victims !== b.victims) return false
  if ((a.scope === 'background') !== (b.scope === 'background')) return false
  if (rolesReversed(a, b)) return false
  if (a.perpetrator !== null && b.perpetrator !== null && !samePerpetrator(a.perpetrator, b.perpetrator, names))
    return false
  if (a.place !== null && b.place !== null && !samePlace(a, b, names)) return false
  const timed = (figure: Figure) => figure.scope === 'daily' || figure.scope === 'period'
  if (timed(a) !== timed(b) && a.scope !== 'other' && b.scope !== 'other') return false
  const dateA = a.eventDate ?? a.date
  const dateB = b.eventDate ?? b.date
  if (timed(a) && timed(b) && dateA !== null && dateB !== null && apart(dateA, dateB)) return false
  return true
}
