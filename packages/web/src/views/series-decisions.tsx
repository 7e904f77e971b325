/** Forms by which a person splits a series, joins two, or says whether two written names are one. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { useId, useState } from 'react'
import { countText } from '../format/count.ts'
import { useMessages } from '../messages/messages.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import { useSource } from '../source/queries.tsx'

type Series = CaseLedger['series'][number]
const ACTIONS = ['split-series', 'join-series', 'merge-names', 'split-names'] as const
type Action = (typeof ACTIONS)[number]

export function SeriesDecisions({ series }: { series: readonly Series[] }) {
  const { t } = useMessages()
  const canDecide = useSource().decide !== null
  const [action, setAction] = useState<Action | null>(null)
  if (!canDecide) return null
  const onDone = () => setAction(null)
  if (action === 'split-series') return <SplitForm series={series} onDone={onDone} />
  if (action === 'join-series') return <JoinForm series={series} onDone={onDone} />
  if (action !== null) return <NamesForm action={action} series={series} onDone={onDone} />
  return (
    <p className="buttons">
      {ACTIONS.map((each) => (
        <button key={each} type="button" className="plain-button" onClick={() => setAction(each)}>
          {t(`decide.${each}`)}
        </button>
      ))}
    </p>
  )
}

interface Given {
  readonly series: readonly Series[]
  readonly onDone: () => void
}

function SplitForm({ series, onDone }: Given) {
  const m = useMessages()
  const { t } = m
  const splittable = series.filter(({ points }) => points.length > 1)
  const [id, setId] = useState(splittable[0]?.id ?? '')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const points = series.find((each) => each.id === id)?.points ?? []
  const asked = () =>
    chosen.size === 0
      ? t('decide.noFigures')
      : { action: 'split-series' as const, set: { figures: [...chosen].flatMap((key) => key.split(' ')) } }
  return (
    <DecideForm title={t('decide.split-series')} asked={asked} onDone={onDone}>
      <SeriesChoice
        label={t('decide.series')}
        series={splittable}
        value={id}
        onChange={(value) => {
          setId(value)
          setChosen(new Set())
        }}
      />
      <fieldset>
        <legend>{t('field.figures')}</legend>
        {points.map((point) => {
          const key = point.figures.join(' ')
          return (
            <label key={key}>
              <input
                type="checkbox"
                checked={chosen.has(key)}
                onChange={(event) => {
                  const after = new Set(chosen)
                  if (event.target.checked) after.add(key)
                  else after.delete(key)
                  setChosen(after)
                }}
              />{' '}
              {countText(m, point)} · {point.asOf === null ? t('app.notKnown') : m.date(point.asOf)}
            </label>
          )
        })}
      </fieldset>
    </DecideForm>
  )
}

function JoinForm({ series, onDone }: Given) {
  const { t } = useMessages()
  const [a, setA] = useState(series[0]?.id ?? '')
  const [b, setB] = useState(series[1]?.id ?? '')
  const asked = () => (a === b ? t('decide.sameSeries') : { action: 'join-series' as const, set: { series: [a, b] } })
  return (
    <DecideForm title={t('decide.join-series')} asked={asked} onDone={onDone}>
      <SeriesChoice label={t('decide.seriesA')} series={series} value={a} onChange={setA} />
      <SeriesChoice label={t('decide.seriesB')} series={series} value={b} onChange={setB} />
    </DecideForm>
  )
}

interface Choosing {
  readonly label: string
  readonly series: readonly Series[]
  readonly value: string
  readonly onChange: (id: string) => void
}

function SeriesChoice({ label, series, value, onChange }: Choosing) {
  const { t } = useMessages()
  return (
    <label>
      {label}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {series.map(({ id, origin, effect, victims, scope, place, perpetrator }) => (
          <option key={id} value={id}>
            {[
              origin ?? t('chart.outletVoice'),
              t(`effect.${effect}`),
              t(`victims.${victims}`),
              t(`scope.${scope}`),
              place,
              perpetrator,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          </option>
        ))}
      </select>
    </label>
  )
}

function NamesForm({ action, series, onDone }: Given & { readonly action: 'merge-names' | 'split-names' }) {
  const { t } = useMessages()
  const list = useId()
  const [a, setA] = useState('')
  const [b, setB] = useState('')
  const [of, setOf] = useState<'party' | 'place'>('party')
  const names = new Set(
    series.flatMap(({ origin, perpetrator, place }) => (of === 'place' ? [place] : [origin, perpetrator])),
  )
  const written = (label: string, value: string, set: (name: string) => void) => (
    <label>
      {label}
      <input required list={list} value={value} onChange={(event) => set(event.target.value)} dir="auto" />
    </label>
  )
  return (
    <DecideForm
      title={t(`decide.${action}`)}
      asked={() => ({ action, set: { names: [a.trim(), b.trim()], of } })}
      onDone={onDone}
    >
      <label>
        {t('decide.kind')}
        <select value={of} onChange={(event) => setOf(event.target.value as typeof of)}>
          <option value="party">{t('decide.party')}</option>
          <option value="place">{t('field.place')}</option>
        </select>
      </label>
      {written(t('decide.nameA'), a, setA)}
      {written(t('decide.nameB'), b, setB)}
      <datalist id={list}>{[...names].map((name) => name !== null && <option key={name} value={name} />)}</datalist>
    </DecideForm>
  )
}
