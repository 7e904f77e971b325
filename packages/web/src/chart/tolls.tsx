/** The toll chart with its choices, its legend, the points without a date, and the same as a table. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { useCallback, useId, useMemo, useState } from 'react'
import { countText } from '../format/count.ts'
import { useMessages } from '../messages/messages.tsx'
import { Citations } from '../parts/document-link.tsx'
import { FirstOfMany } from '../parts/first-of-many.tsx'
import { ProposedAmong } from '../parts/proposed.tsx'
import { StatusSummary } from '../parts/review.tsx'
import { type ClaimIndex, useClaimIndex } from '../source/queries.tsx'
import { chartMarks, originsInOrder, type Point, type Series, type TollMark } from './marks.ts'
import { OriginSign } from './origin-sign.tsx'
import { ShapeKey } from './shape-key.tsx'
import { TollChart } from './toll-chart.tsx'

/** Choices that no value of the data can be. */
const ALL = '\u0000all'
const NO_PLACE = '\u0000none'

export function Tolls({ ledger }: { ledger: CaseLedger }) {
  const m = useMessages()
  const { t } = m
  const index = useClaimIndex()
  const effects = useMemo(() => byFrequency(ledger.series.map((series) => series.effect)), [ledger])
  const origins = useMemo(() => originsInOrder(ledger.series), [ledger])
  const [chosen, setChosen] = useState<Series['effect'] | null>(null)
  const [table, setTable] = useState(false)
  const [victims, setVictims] = useState(ALL)
  const [place, setPlace] = useState(ALL)
  const [totals, setTotals] = useState(true)
  const [logarithmic, setLogarithmic] = useState(false)
  const [hidden, setHidden] = useState<ReadonlySet<string | null>>(new Set())
  const effect = chosen ?? effects[0] ?? 'killed'
  const ofEffect = useMemo(() => ledger.series.filter((series) => series.effect === effect), [ledger, effect])
  const categories = useMemo(() => byFrequency(ofEffect.map((series) => series.victims)), [ofEffect])
  const places = useMemo(() => byFrequency(ofEffect.map((series) => series.place)), [ofEffect])
  const offered = useMemo(
    () =>
      ofEffect.filter(
        (series) =>
          (!totals || series.scope === 'total') &&
          (victims === ALL || series.victims === victims) &&
          (place === ALL || (series.place ?? NO_PLACE) === place),
      ),
    [ofEffect, totals, victims, place],
  )
  const shown = useMemo(() => offered.filter((series) => !hidden.has(series.origin)), [offered, hidden])
  const { marks, undated } = useMemo(() => chartMarks(shown), [shown])
  const hrefOf = useCallback((mark: TollMark) => wordsOf(mark.point, index)?.href ?? null, [index])
  const name = useId()
  const legend = origins.filter((origin) => offered.some((series) => series.origin === origin))

  return (
    <section className="tolls" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`}>{t('chart.title')}</h2>
      <p className="intro">{t('chart.intro')}</p>
      <div className="chart-choices">
        <Choice
          label={t('chart.effect')}
          value={effect}
          options={effects.map((each) => [each, t(`effect.${each}`)])}
          onChange={(value) => {
            setChosen(value as Series['effect'])
            setVictims(ALL)
            setPlace(ALL)
          }}
        />
        <Choice
          label={t('chart.victims')}
          value={victims}
          options={[[ALL, t('chart.all')], ...categories.map((each) => [each, t(`victims.${each}`)] as const)]}
          onChange={setVictims}
        />
        <Choice
          label={t('chart.place')}
          value={place}
          options={[
            [ALL, t('chart.all')],
            ...places.map((each) => [each ?? NO_PLACE, each ?? t('chart.noPlace')] as const),
          ]}
          onChange={setPlace}
        />
        <label>
          <input type="checkbox" checked={totals} onChange={(event) => setTotals(event.target.checked)} />{' '}
          {t('chart.scopes')}
        </label>
        <label>
          <input type="checkbox" checked={logarithmic} onChange={(event) => setLogarithmic(event.target.checked)} />{' '}
          {t('chart.log')}
        </label>
      </div>
      <TollChart marks={marks} origins={origins} logarithmic={logarithmic} hrefOf={hrefOf} />
      <fieldset className="legend">
        <legend>{t('chart.origins')}</legend>
        {legend.map((origin) => (
          <label key={origin ?? ''}>
            <input
              type="checkbox"
              checked={!hidden.has(origin)}
              onChange={(event) => setHidden(changed(hidden, origin, event.target.checked))}
            />
            <OriginSign at={origins.indexOf(origin)} />
            <bdi>{origin ?? t('chart.outletVoice')}</bdi>
          </label>
        ))}
      </fieldset>
      <ShapeKey />
      {undated.length > 0 && (
        <>
          <h3>{t('chart.undated')}</h3>
          <ul className="plain">
            {undated.map(({ series, point }) => (
              <li key={`${series.id} ${point.figures.join()}`}>
                <bdi>{series.origin ?? t('chart.outletVoice')}</bdi>: {countText(m, point)} ·{' '}
                <Citations claims={point.figures} />
              </li>
            ))}
          </ul>
        </>
      )}
      <details className="as-table" onToggle={(event) => setTable(event.currentTarget.open)}>
        <summary>{t('chart.table')}</summary>
        {table && <SeriesTable series={shown} ledger={ledger} />}
      </details>
    </section>
  )
}

interface Choosing {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, shown: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: Choosing) {
  return (
    <label>
      {label}{' '}
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([each, shown]) => (
          <option key={each} value={each}>
            {shown}
          </option>
        ))}
      </select>
    </label>
  )
}

/** Series with all their points, the chart's and the ledger's. */
export function SeriesTable({ series, ledger }: { series: readonly Series[]; ledger: CaseLedger }) {
  return (
    <FirstOfMany items={series} first={60}>
      {(shown) => <SeriesRows series={shown} ledger={ledger} />}
    </FirstOfMany>
  )
}

function SeriesRows({ series, ledger }: { series: readonly Series[]; ledger: CaseLedger }) {
  const m = useMessages()
  const { t } = m
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={t('ledger.table')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('ledger.when')}</th>
            <th scope="col">{t('ledger.toll')}</th>
            <th scope="col">{t('ledger.printedIn')}</th>
            <th scope="col">{t('ledger.state')}</th>
          </tr>
        </thead>
        {series.map((each) => (
          <tbody key={each.id}>
            <tr className="series-head">
              <th scope="rowgroup" colSpan={4}>
                <SeriesName series={each} />
              </th>
            </tr>
            {each.points.map((point) => (
              <tr key={point.figures.join()}>
                <td>
                  {point.asOf === null ? t('app.notKnown') : <span className="day">{m.date(point.asOf)}</span>}
                  {point.asOfBasis !== null && <div className="quiet">{t(`basis.${point.asOfBasis}`)}</div>}
                </td>
                <td className="toll">{countText(m, point)}</td>
                <td>
                  <Citations claims={point.figures} />
                </td>
                <td>
                  <StatusSummary statuses={point.figures.map((id) => ledger.review[id] ?? 'machine-read')} />{' '}
                  <ProposedAmong claims={point.figures} ledger={ledger} />
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </section>
  )
}

export function SeriesName({ series }: { series: Series }) {
  const { t } = useMessages()
  return (
    <>
      <bdi>{series.origin ?? t('chart.outletVoice')}</bdi>
      <span className="quiet">
        {' · '}
        {t(`effect.${series.effect}`)} · {t(`victims.${series.victims}`)} · {t(`scope.${series.scope}`)}
        {series.place !== null && (
          <>
            {' · '}
            <bdi>{series.place}</bdi>
          </>
        )}
        {series.perpetrator !== null && (
          <>
            {' · '}
            {t('field.perpetrator')}: <bdi>{series.perpetrator}</bdi>
          </>
        )}
      </span>
    </>
  )
}

function wordsOf(point: Point, index: ClaimIndex): { href: string } | null {
  for (const id of point.figures) {
    const found = index.get(id)
    if (found === undefined) continue
    const search = new URLSearchParams({ at: `${found.value.start}-${found.value.end}`, claim: id })
    return { href: `#/document/${encodeURIComponent(found.document)}?${search}` }
  }
  return null
}

function changed<T>(before: ReadonlySet<T>, value: T, shown: boolean): ReadonlySet<T> {
  const after = new Set(before)
  if (shown) after.delete(value)
  else after.add(value)
  return after
}

function byFrequency<T>(values: readonly T[]): T[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value)
}
