/** What the totals of one thing come to across origins, by the case's rule, and the form that changes the rule. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { countText } from '../format/count.ts'
import { type Messages, useMessages } from '../messages/messages.tsx'
import { Citations } from '../parts/document-link.tsx'
import { FirstOfMany } from '../parts/first-of-many.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import { useSource } from '../source/queries.tsx'
import { IndependenceState, RecordIndependence } from './independence.tsx'

type Range = CaseLedger['ranges'][number]

export function Ranges({ ledger }: { ledger: CaseLedger }) {
  const m = useMessages()
  const { t } = m
  const canDecide = useSource().decide !== null
  const [choosing, setChoosing] = useState(false)
  return (
    <section aria-labelledby="ranges-title">
      <h2 id="ranges-title">{t('ledger.ranges')}</h2>
      <p className="intro">{t('ledger.rangesIntro')}</p>
      {ledger.ranges.length === 0 && <p>{t('ledger.noRanges')}</p>}
      {canDecide && !choosing && (
        <p>
          <button type="button" className="button" onClick={() => setChoosing(true)}>
            {t('decide.range-rule')}
          </button>
        </p>
      )}
      {choosing && <ChooseRule ledger={ledger} onDone={() => setChoosing(false)} />}
      <FirstOfMany items={ledger.ranges} first={30}>
        {(shown) => (
          <ul className="origins">
            {shown.map((range) => (
              <li key={range.id}>
                <RangeEntry range={range} m={m} />
              </li>
            ))}
          </ul>
        )}
      </FirstOfMany>
    </section>
  )
}

function RangeEntry({ range, m }: { range: Range; m: Messages }) {
  const { t } = m
  return (
    <>
      <h3>
        {rangeText(m, range)} {t(`effect.${range.effect}`)}
        <span className="quiet">
          {' · '}
          {t(`victims.${range.victims}`)}
          {range.manner !== null && ` · ${t(`field.manner.${range.manner}`)}`}
          {range.place !== null && (
            <>
              {' · '}
              <bdi>{range.place}</bdi>
            </>
          )}
          {range.perpetrator !== null && (
            <>
              {' · '}
              {t('field.perpetrator')}: <bdi>{range.perpetrator}</bdi>
            </>
          )}
        </span>
      </h3>
      <p>
        <strong>{t(`rangeRule.${range.rule}`)}</strong>
        {range.from.length > 1 && (
          <>
            {' · '}
            <IndependenceState of={range} />
          </>
        )}
        {range.best !== null && ` · ${t('range.best', { number: m.number(range.best) })}`}
      </p>
      <p className="quiet" lang="en" dir="auto">
        {range.reason}
      </p>
      <ul>
        {range.from.map((one) => (
          <li key={one.series}>
            <bdi>{one.origin}</bdi>: {one.printed.map((count) => countText(m, count)).join(' · ')}
            {one.asOf !== null && <span className="quiet"> · {m.date(one.asOf)}</span>}
            {!one.used && <span className="tag">{t('range.notUsed')}</span>} <Citations claims={one.figures} />
          </li>
        ))}
      </ul>
      <RecordIndependence origins={[...new Set(range.from.map(({ origin }) => origin))]} />
    </>
  )
}

function rangeText(m: Messages, { low, high }: Range): string {
  if (low === null) return m.t('count.none')
  if (high === null) return m.t('count.at_least', { number: m.number(low) })
  return low === high ? m.number(low) : m.t('count.range', { low: m.number(low), high: m.number(high) })
}

const RULES: readonly Range['rule'][] = [
  'publish-the-range',
  'prioritise-origin',
  'best-low-high',
  'mark-unknown',
  'keep-pending',
  'ask-the-source',
]

function ChooseRule({ ledger, onDone }: { ledger: CaseLedger; onDone: () => void }) {
  const { t } = useMessages()
  const origins = [...new Set(ledger.ranges.flatMap(({ from }) => from.map(({ origin }) => origin)))].sort()
  const [rule, setRule] = useState<Range['rule']>(ledger.ranges[0]?.rule ?? 'publish-the-range')
  const [origin, setOrigin] = useState(origins[0] ?? '')
  const goesByOne = rule === 'prioritise-origin' || rule === 'best-low-high'
  return (
    <DecideForm
      title={t('decide.title.range-rule')}
      asked={() => ({ action: 'range-rule', set: { rule, ...(goesByOne ? { origin } : {}) } })}
      onDone={onDone}
    >
      <label>
        {t('field.rule')}
        <select value={rule} onChange={(event) => setRule(event.target.value as Range['rule'])}>
          {RULES.map((each) => (
            <option key={each} value={each}>
              {t(`rangeRule.${each}`)}
            </option>
          ))}
        </select>
      </label>
      {goesByOne && (
        <label>
          {t('field.origin')}
          <select value={origin} onChange={(event) => setOrigin(event.target.value)}>
            {origins.map((each) => (
              <option key={each} value={each}>
                {each}
              </option>
            ))}
          </select>
        </label>
      )}
    </DecideForm>
  )
}
