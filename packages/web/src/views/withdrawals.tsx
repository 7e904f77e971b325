/** Confidential items that were shredded: who decided, why, and what stays of them. */
import type { Overview } from '@corroborate/workbench/contract'
import { countText } from '../format/count.ts'
import { useMessages } from '../messages/messages.tsx'

type Withdrawal = NonNullable<Overview['vault']>['withdrawals'][number]

export function Withdrawals({ withdrawals }: { withdrawals: readonly Withdrawal[] }) {
  const { t } = useMessages()
  if (withdrawals.length === 0) return null
  return (
    <section aria-labelledby="withdrawals-title">
      <h2 id="withdrawals-title">{t('withdrawals.title')}</h2>
      <p className="quiet">{t('withdrawals.what')}</p>
      <ul>
        {withdrawals.map((one) => (
          <li key={one.item}>
            <OneWithdrawal withdrawal={one} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneWithdrawal({ withdrawal }: { withdrawal: Withdrawal }) {
  const m = useMessages()
  const { t, date } = m
  const { at, by, reason, effects, contributions } = withdrawal
  return (
    <>
      {at === null ? t('withdrawals.by', { by }) : t('withdrawals.byOn', { by, date: date(at.slice(0, 10)) })}{' '}
      <q dir="auto">{reason}</q> {t(`withdrawals.${effects}`)}
      {contributions.length > 0 && (
        <ul>
          {contributions.map((one, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and their order never changes
            <li key={at}>
              {[
                countText(m, one),
                t(`victims.${one.victims}`),
                t(`effect.${one.effect}`),
                one.asOf === null ? null : date(one.asOf),
              ]
                .filter((part) => part !== null)
                .join(' · ')}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
