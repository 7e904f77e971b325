/** Values that several answers show a person at a terminal: counts, reviews, what a date leaves out. */
import type { LeftOut } from '@corroborate/claims'
import type { ReviewedFigure } from '../publish/contract.ts'
import { countOf } from './table.ts'

export function countText(point: {
  value: number | null
  valueMax: number | null
  vagueWord: string | null
  comparator: string
}): string {
  if (point.value === null) return point.vagueWord ?? 'not given'
  const number =
    point.valueMax === null
      ? point.value.toLocaleString('en')
      : `${point.value.toLocaleString('en')}–${point.valueMax.toLocaleString('en')}`
  return point.comparator === 'exact' ? number : `${point.comparator.replace('_', ' ')} ${number}`
}

export function reviewText({ review, proposedBy }: Pick<ReviewedFigure, 'review' | 'proposedBy'>): string {
  const status = review.by === null ? review.status : `${review.status} by ${review.by}`
  return proposedBy === undefined ? status : `${status}, proposed by ${proposedBy.model} at ${proposedBy.host}`
}

/** Documents that a date leaves out, each with the reason; nothing where none is left out. */
export function leftOutText(leftOut: readonly LeftOut[], files: Readonly<Record<string, string>>): readonly string[] {
  if (leftOut.length === 0) return []
  const named = (id: string) => files[id] ?? id
  return [
    `\n${countOf(leftOut.length, 'document')} left out on this date:`,
    ...leftOut.map(({ document, reason, date, instead }) => {
      const why = {
        undated: 'it carries no date',
        vague: `its date, ${date}, leaves open whether it was out by then`,
        future: `its date, ${date}, lies after the day on which it was captured`,
        edited: `its text was changed later${date === null ? '' : ` (${date})`}`,
      }[reason]
      return `  ${named(document)}: ${why}${instead === null ? '' : `; the earlier capture ${named(instead)} counts`}`
    }),
  ]
}
