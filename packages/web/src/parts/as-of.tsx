/** The day from which a view is seen, and the documents that it leaves out. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useSource } from '../source/queries.tsx'
import { Citation } from './document-link.tsx'

export function AsOf({ asOf, view }: { asOf: string | null; view: '/ledger' | '/lineage' }) {
  const { t, date } = useMessages()
  const source = useSource()
  const navigate = useNavigate()
  const [day, setDay] = useState(asOf ?? '')
  if (source.kind === 'copy') return <p className="quiet">{t('asOf.copy')}</p>
  const go = (event: FormEvent) => {
    event.preventDefault()
    navigate({ to: view, search: day === '' ? {} : { asOf: day } })
  }
  return (
    <form className="as-of" onSubmit={go}>
      <label>
        {t('ledger.asOf')}{' '}
        <input type="date" value={day} onChange={(event) => setDay(event.target.value)} aria-describedby="as-of-help" />
      </label>{' '}
      <button type="submit" className="button">
        {t('ledger.show')}
      </button>{' '}
      <button
        type="button"
        className="plain-button"
        disabled={asOf === null}
        onClick={() => navigate({ to: view, search: {} })}
      >
        {t('ledger.everything')}
      </button>
      <p id="as-of-help" className="quiet">
        {t('ledger.asOfHelp')}
      </p>
      <p role="status">
        <strong>{asOf === null ? t('ledger.everything') : t('ledger.seenFrom', { date: date(asOf) })}</strong>
      </p>
    </form>
  )
}

/** Documents that may have been out by then and do not count, each with the reason. */
export function LeftOutList({ leftOut }: { leftOut: CaseLedger['leftOut'] }) {
  const { t, date } = useMessages()
  if (leftOut.length === 0) return null
  return (
    <details className="left-out" open={leftOut.length <= 8}>
      <summary>{t('asOf.leftOut', { count: leftOut.length })}</summary>
      <ul>
        {leftOut.map(({ document, reason, date: stated, instead }) => (
          <li key={document}>
            <Citation id={document} /> {t(`leftOut.${reason}`)}
            {stated !== null && <span className="quiet"> ({date(stated)})</span>}
            {instead !== null && (
              <>
                {' · '}
                {t('leftOut.instead')} <Citation id={instead} />
              </>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}
