/** Who promised what by when, with the days left or past, counted from today where the reader sits. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { daysLeft, localDay } from '../format/edtf.ts'
import { useMessages } from '../messages/messages.tsx'
import { Citations } from '../parts/document-link.tsx'
import { ProposedAmong } from '../parts/proposed.tsx'
import { StatusSummary } from '../parts/review.tsx'

export function Commitments({ ledger }: { ledger: Pick<CaseLedger, 'commitments' | 'review' | 'proposed'> }) {
  const { commitments, review } = ledger
  const { t, date } = useMessages()
  const today = localDay(new Date())
  return (
    <section aria-labelledby="commitments-title">
      <h2 id="commitments-title">{t('overview.commitments')}</h2>
      {commitments.length === 0 && <p>{t('overview.noCommitments')}</p>}
      {commitments.length > 0 && <p className="intro">{t('commitment.note', { date: date(today) })}</p>}
      <ul className="commitments">
        {commitments.map((each) => (
          <li key={each.id}>
            <p className="commitment-state">
              <DaysLeft due={each.due} today={today} />
            </p>
            <div>
              <p>
                <strong>
                  <bdi>{each.who ?? t('app.notKnown')}</bdi>
                </strong>
                {': '}
                <bdi>
                  <q>{each.what}</q>
                </bdi>
              </p>
              <p className="quiet">
                {t('commitment.made')}: {each.made === null ? t('app.notKnown') : date(each.made)}
                {' · '}
                {t('commitment.due')}: {each.due === null ? t('commitment.noDue') : date(each.due)}
                {each.dueText !== null && (
                  <>
                    {' '}
                    (
                    <bdi>
                      <q>{each.dueText}</q>
                    </bdi>
                    )
                  </>
                )}
              </p>
              {each.reading !== null && (
                <details>
                  <summary>{t('commitment.reading')}</summary>
                  <p lang="en" dir="auto">
                    {each.reading}
                  </p>
                </details>
              )}
              <p className="quiet">
                <StatusSummary statuses={each.claims.map((id) => review[id] ?? 'machine-read')} />{' '}
                <ProposedAmong claims={each.claims} ledger={ledger} />
              </p>
              <Citations claims={each.claims} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

function DaysLeft({ due, today }: { due: string | null; today: string }) {
  const { t } = useMessages()
  const days = daysLeft(due, today)
  if (days === null) return <span data-time="open">{t('commitment.noDue')}</span>
  if (days === 0) return <span data-time="due">{t('commitment.today')}</span>
  return days > 0 ? (
    <span data-time="left">{t('commitment.left', { count: days })}</span>
  ) : (
    <span data-time="past">{t('commitment.overdue', { count: -days })}</span>
  )
}
