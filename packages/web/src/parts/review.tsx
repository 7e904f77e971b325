/** Says of a claim whether a person has reviewed it. */
import type { Review } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'

export function ReviewBadge({ review }: { review: Review }) {
  const { t, moment } = useMessages()
  const by = review.by ?? ''
  return (
    <span className="review" data-status={review.status}>
      <span>
        {t(`review.${review.status}`, { by })}
        {review.at !== null && ` · ${moment(review.at)}`}
      </span>
    </span>
  )
}

/** The short form, where only the status is known. */
export function StatusBadge({ status }: { status: Review['status'] }) {
  const { t } = useMessages()
  return (
    <span className="review" data-status={status}>
      {status === 'machine-read' ? t('review.machine-read') : t(`review.short.${status}`)}
    </span>
  )
}

/** One badge for several claims: the status where they agree, else how many are reviewed. */
export function StatusSummary({ statuses }: { statuses: readonly Review['status'][] }) {
  const { t } = useMessages()
  const [first] = statuses
  if (first === undefined) return <StatusBadge status="machine-read" />
  if (statuses.every((status) => status === first)) return <StatusBadge status={first} />
  const reviewed = statuses.filter((status) => status !== 'machine-read').length
  return (
    <span className="review" data-status="mixed">
      {t('review.mixed', { reviewed, count: statuses.length })}
    </span>
  )
}
