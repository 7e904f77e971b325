/** Figures of two documents held side by side: which are meant to be one, and in what they differ. */
import type { Span } from './document.ts'
import type { Figure } from './figure.ts'
import { dayBounds } from './known-day.ts'
import type { DriftField, Edge, ReadDocument } from './lineage-model.ts'
import { nameWords } from './names.ts'
import { type CorpusNames, compatibleWords, isArabic, tellingWords } from './names-corpus.ts'

/** What a document prints for a field where it names nobody. */
export const OWN_VOICE = '(the outlet in its own voice)'

/** A figure and the document it stands in. */
export interface PlacedFigure {
  readonly document: ReadDocument
  readonly figure: Figure
}

/** A field in which two printings differ. */
export interface Difference {
  readonly field: DriftField
  readonly a: PlacedFigure
  readonly b: PlacedFigure
  readonly valueA: string
  readonly valueB: string
  readonly spanA: Span
  readonly spanB: Span
  /** Null where the documents are not joined, and only carry one origin's figure. */
  readonly edge: Edge | null
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

export const sameParty = (a: string | null, b: string | null, names: CorpusNames) =>
  a === null || b === null ? a === b : names.parties.key(a) === names.parties.key(b)

function samePerpetrator(a: string, b: string, names: CorpusNames): boolean {
  return names.perpetrators.key(a) === names.perpetrators.key(b) || compatibleWords(a, b)
}

function samePlace(a: Figure, b: Figure, names: CorpusNames): boolean {
  if (a.placeId !== null && b.placeId !== null) return a.placeId === b.placeId
  return names.places.key(a.place!) === names.places.key(b.place!) || compatibleWords(a.place, b.place)
}

/** The fields in which two matched figures differ. */
export function compareFigures(
  a: PlacedFigure,
  b: PlacedFigure,
  edge: Edge,
  names: CorpusNames,
): readonly Difference[] {
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
    differ('role', roleText(one), roleText(other), one.spans.victims ?? whole(one), other.spans.victims ?? whole(other))
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

const roleText = ({ surface, victimText, victims, perpetrator }: Figure) =>
  `${surface} ${victimText ?? victims}${perpetrator === null ? '' : ` by ${perpetrator}`}`

export const whole = (figure: Figure): Span => ({ start: figure.start, end: figure.end, text: figure.surface })

/** Victims of the one are the perpetrators of the other. */
function rolesReversed(one: Figure, other: Figure): boolean {
  const meets = (victims: string | null, perpetrator: string | null) => {
    if (victims === null || perpetrator === null) return false
    const words = nameWords(perpetrator)
    return [...tellingWords(victims)].every((word) => words.includes(word))
  }
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

/** Whether two printings of one number can be one figure: nothing that both state sets them apart. */
export function compatibleFigures(a: Figure, b: Figure, names: CorpusNames): boolean {
  if (a.effect !== b.effect || a.victims !== b.victims) return false
  if ((a.scope === 'background') !== (b.scope === 'background')) return false
  if (rolesReversed(a, b)) return false
  if (
    a.perpetrator !== null &&
    b.perpetrator !== null &&
    !samePerpetrator(a.perpetrator, b.perpetrator, names) &&
    comparable(a.perpetrator, b.perpetrator, names.perpetrators.key)
  )
    return false
  if (a.place !== null && b.place !== null && !samePlace(a, b, names) && comparable(a.place, b.place, names.places.key))
    return false
  const timed = (figure: Figure) => figure.scope === 'daily' || figure.scope === 'period'
  if (timed(a) !== timed(b) && a.scope !== 'other' && b.scope !== 'other') return false
  const dateA = a.eventDate ?? a.date
  const dateB = b.eventDate ?? b.date
  if (timed(a) && timed(b) && dateA !== null && dateB !== null && apart(dateA, dateB)) return false
  return true
}
