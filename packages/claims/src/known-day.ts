/** From which day the text of a document can be held to have been known, and which documents a date leaves out. */
import type { SourceDocument } from './document.ts'
import { dayNumber, dayBounds as edtfBounds, isoDay } from './edtf.ts'
import { byText } from './lineage-id.ts'

export interface Days {
  /** `YYYY-MM-DD`; `0000-01-01` and `9999-12-31` where the date is open on a side. */
  readonly earliest: string
  readonly latest: string
}

/** First and last day that an EDTF date leaves open; null where it is none. A time of day is left aside. */
export function dayBounds(date: string | null): Days | null {
  if (date === null) return null
  const bounds = edtfBounds(/^\d{4}-\d{2}-\d{2}T/.test(date) ? date.slice(0, 10) : date)
  return bounds === null ? null : { earliest: bounds.earliest ?? '0000-01-01', latest: bounds.latest ?? '9999-12-31' }
}

export const DATING = ['dated', 'undated', 'vague', 'future'] as const
/**
 * How far the date of a publication places it. `vague`: it leaves more than one day open. `future`: it lies behind
 * the day on which the document was captured, so it cannot be right and is used for nothing.
 */
export type Dating = (typeof DATING)[number]

export type DatedDocument = Pick<SourceDocument, 'published' | 'modified' | 'captured'>

/** A capture is dated in UTC, a publication where it appeared: the two may lie a day apart. */
function dayAfter(day: string): string {
  const number = dayNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
  return number === null ? day : isoDay(number + 1)
}

export function datingOf({ published, captured }: DatedDocument): Dating {
  const days = dayBounds(published)
  if (days === null) return 'undated'
  const capture = dayBounds(captured ?? null)
  if (capture !== null && days.earliest > dayAfter(capture.latest)) return 'future'
  return days.earliest === days.latest ? 'dated' : 'vague'
}

/** Publication as far as it can be believed: null for a date that lies behind the capture. */
export function publicationDays(document: DatedDocument): Days | null {
  return datingOf(document) === 'future' ? null : dayBounds(document.published)
}

/** Whether the document itself says that it was changed on a day after its publication. */
export function statesEdit({ published, modified }: DatedDocument): boolean {
  const changed = dayBounds(modified ?? null)
  const first = dayBounds(published)
  return changed !== null && (first === null || changed.latest > first.latest)
}

/**
 * The days between which the text as it is held was first known, and what says so; null where nothing does.
 *
 * - A text that was not changed after its publication: its publication.
 * - A text changed later (`edited`, or by the document's own word): the day of the change, since its words may be no
 *   older.
 * - A changed text whose day of change is not stated, or lies behind its capture: the capture.
 *
 * A capture among the days that a vague date leaves open proves that the text existed by then. Alone it places nothing:
 * a text without any date stays undated however early it was captured.
 */
export function textDays(
  document: DatedDocument,
  edited = statesEdit(document),
): { readonly days: Days; readonly basis: 'published' | 'modified' | 'captured' } | null {
  const published = publicationDays(document)
  const capture = dayBounds(document.captured ?? null)
  if (!edited) return published === null ? null : { days: until(published, capture), basis: 'published' }
  const changed = statesEdit(document) ? dayBounds(document.modified ?? null) : null
  if (changed !== null && (capture === null || changed.earliest <= dayAfter(capture.latest))) {
    return { days: until(changed, capture), basis: 'modified' }
  }
  if (capture === null || (published === null && changed === null)) return null
  return { days: capture, basis: 'captured' }
}

/** Days cut short by a capture among them. */
function until(days: Days, capture: Days | null): Days {
  const cut = capture !== null && capture.latest < days.latest && capture.latest >= days.earliest
  return cut ? { ...days, latest: capture.latest } : days
}

/** Days between the first days of two texts; null where one is not known. */
export function daysApart(a: DatedDocument, b: DatedDocument): number | null {
  const [one, other] = [textDays(a), textDays(b)]
  if (one === null || other === null) return null
  return Math.abs(Date.parse(one.days.earliest) - Date.parse(other.days.earliest)) / 86_400_000
}

/** The date on which the words of a document, as they are held, were printed, EDTF; null where none can be believed. */
export function printedOn(document: DatedDocument): string | null {
  const dated = textDays(document)
  if (dated === null) return null
  return (
    { published: document.published, modified: document.modified, captured: document.captured }[dated.basis] ?? null
  )
}

export const LEFT_OUT_REASONS = ['undated', 'vague', 'future', 'edited'] as const
/**
 * Why a document does not count on a day although it may have been out: it has no date; one too vague to fall before or
 * after the day; one behind its capture; or its text was changed later, and this is the changed one.
 */
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number]

export interface LeftOut {
  readonly document: string
  readonly reason: LeftOutReason
  /** The date that decided, EDTF; null where there is none. */
  readonly date: string | null
  /** For an edited one: the document with an earlier capture of the page, which counts in its place; null where none does. */
  readonly instead: string | null
}

type KnownDocument = Pick<SourceDocument, 'id' | 'text' | 'address'> & DatedDocument

/**
 * The documents whose text was certainly known on the last of `until`, by id, and those that are left out though they
 * may have been published by then. What is certainly later is neither.
 */
export function knownDocuments<T extends KnownDocument>(
  documents: readonly T[],
  until: string,
): { readonly known: readonly T[]; readonly leftOut: readonly LeftOut[] } {
  const ordered = [...documents].sort((x, y) => byText(x.id, y.id))
  const replaced = earlierCaptures(ordered)
  const known: T[] = []
  const leftOut: LeftOut[] = []
  const edited: (readonly [T, string | null])[] = []
  for (const document of ordered) {
    const changed = statesEdit(document) || replaced.has(document.id)
    const dated = textDays(document, changed)
    if (dated !== null && dated.days.latest <= until) {
      known.push(document)
      continue
    }
    const published = publicationDays(document)
    const out = (reason: LeftOutReason, date: string | null) =>
      leftOut.push({ document: document.id, reason, date, instead: null })
    if (changed && published !== null && published.latest <= until) {
      const day = dated === null ? null : dated.basis === 'modified' ? document.modified : document.captured
      edited.push([document, day ?? null])
    } else if (dated === null) {
      const future = datingOf(document) === 'future'
      out(future ? 'future' : 'undated', future ? document.published : null)
    } else if (dated.days.earliest <= until) {
      out('vague', dated.basis === 'published' ? document.published : (document.modified ?? document.captured ?? null))
    }
  }
  const standing = new Set(known.map(({ id }) => id))
  for (const [{ id }, date] of edited) {
    const instead = (replaced.get(id) ?? []).filter((other) => standing.has(other)).at(-1) ?? null
    leftOut.push({ document: id, reason: 'edited', date, instead })
  }
  return { known, leftOut: leftOut.sort((x, y) => byText(x.document, y.document)) }
}

/** For each document the captures of the same page with other words that were certainly made earlier, in their order. */
function earlierCaptures(documents: readonly KnownDocument[]): ReadonlyMap<string, readonly string[]> {
  const pages = Map.groupBy(
    documents.filter(({ address }) => address !== undefined && address !== null),
    ({ address, published }) => JSON.stringify([address, published]),
  )
  const found = new Map<string, readonly string[]>()
  for (const captures of pages.values()) {
    if (captures.length < 2) continue
    const ordered = captures
      .flatMap((document) => {
        const days = dayBounds(document.captured ?? null)
        return days === null ? [] : [{ document, days }]
      })
      .sort((x, y) => byText(x.days.latest, y.days.latest) || byText(x.document.id, y.document.id))
    for (const { document, days } of ordered) {
      const earlier = ordered.filter(
        (other) => other.days.latest < days.earliest && other.document.text !== document.text,
      )
      if (earlier.length > 0)
        found.set(
          document.id,
          earlier.map((other) => other.document.id),
        )
    }
  }
  return found
}
