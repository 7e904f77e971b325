/** Says of a claim that a second reader proposed it, and who that was. */
import type { CaseLedger, ReviewedFigure } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'

/** Nothing where the reader found it itself. */
export function ProposedBadge({ by }: { by: ReviewedFigure['proposedBy'] }) {
  const { t } = useMessages()
  if (by === undefined) return null
  return (
    <span className="proposed" title={t('proposed.who', { model: by.model, host: by.host })}>
      {t('proposed.badge')}
    </span>
  )
}

/** One badge for several claims: how many of them a second reader proposed; nothing where none. */
export function ProposedAmong({ claims, ledger }: { claims: readonly string[]; ledger: Pick<CaseLedger, 'proposed'> }) {
  const { t } = useMessages()
  const count = claims.filter((id) => ledger.proposed?.[id] !== undefined).length
  if (count === 0) return null
  return (
    <span className="proposed">
      {count === claims.length ? t('proposed.badge') : t('proposed.among', { proposed: count, count: claims.length })}
    </span>
  )
}
