/** What a person recorded of the dependence between origins, and the form that records it. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import { useSource } from '../source/queries.tsx'

type Assessed = Pick<CaseLedger['origins'][number], 'independence' | 'independentGroups' | 'dependences'>
type Dependence = Assessed['dependences'][number]['dependence']

export function IndependenceState({ of }: { of: Assessed }) {
  const { t } = useMessages()
  return (
    <>
      <em>{t(`ledger.independence.${of.independence}`)}</em>
      {of.independentGroups !== null && ` · ${t('ledger.independentGroups', { count: of.independentGroups })}`}
      {of.dependences.map(({ origins, dependence, note }) => (
        <span key={`${dependence} ${origins.join()}`} className="quiet">
          {' · '}
          <bdi>{origins.join(' · ')}</bdi>: {t(`dependence.${dependence}`)}
          {note !== null && (
            <>
              {' '}
              (<bdi>{note}</bdi>)
            </>
          )}
        </span>
      ))}
    </>
  )
}

const DEPENDENCES: readonly Dependence[] = [
  'none-known',
  'shared-sources',
  'referral',
  'same-witnesses',
  'same-statement',
]

/** Nothing where fewer than two origins are named: there is nothing to depend on. */
export function RecordIndependence({ origins }: { origins: readonly string[] }) {
  const { t } = useMessages()
  const canDecide = useSource().decide !== null
  const [recording, setRecording] = useState(false)
  if (!canDecide || origins.length < 2) return null
  if (recording) return <DependenceForm origins={origins} onDone={() => setRecording(false)} />
  return (
    <p>
      <button type="button" className="plain-button" onClick={() => setRecording(true)}>
        {t('decide.independence')}
      </button>
    </p>
  )
}

function DependenceForm({ origins, onDone }: { origins: readonly string[]; onDone: () => void }) {
  const { t } = useMessages()
  const [chosen, setChosen] = useState<readonly string[]>(origins)
  const [dependence, setDependence] = useState<Dependence>('none-known')
  const [note, setNote] = useState('')
  const asked = () => {
    if (chosen.length < 2) return t('decide.twoOrigins')
    const written = note.trim()
    const set = { origins: chosen, dependence, ...(written === '' ? {} : { note: written }) }
    return { action: 'independence' as const, set }
  }
  return (
    <DecideForm title={t('decide.title.independence')} asked={asked} onDone={onDone}>
      <fieldset>
        <legend>{t('field.origins')}</legend>
        {origins.map((origin) => (
          <label key={origin}>
            <input
              type="checkbox"
              checked={chosen.includes(origin)}
              onChange={(event) =>
                setChosen(origins.filter((one) => (one === origin ? event.target.checked : chosen.includes(one))))
              }
            />{' '}
            <bdi>{origin}</bdi>
          </label>
        ))}
      </fieldset>
      <label>
        {t('field.dependence')}
        <select value={dependence} onChange={(event) => setDependence(event.target.value as Dependence)}>
          {DEPENDENCES.map((each) => (
            <option key={each} value={each}>
              {t(`dependence.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('field.note')}
        <input value={note} onChange={(event) => setNote(event.target.value)} dir="auto" />
      </label>
    </DecideForm>
  )
}
