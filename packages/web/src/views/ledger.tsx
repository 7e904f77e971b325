/** The ledger as of a date: series by origin, the origins behind each figure, and how figures relate. */
import type { CaseLedger } from '@corroborate/workbench/contract'
import { SeriesTable } from '../chart/tolls.tsx'
import { countText } from '../format/count.ts'
import { dayRange } from '../format/edtf.ts'
import { type Messages, useMessages } from '../messages/messages.tsx'
import { CitingAnswer } from '../parts/answer.tsx'
import { AsOf, LeftOutList } from '../parts/as-of.tsx'
import { Citation, Citations } from '../parts/document-link.tsx'
import { FirstOfMany } from '../parts/first-of-many.tsx'
import { ProposedAmong, ProposedBadge } from '../parts/proposed.tsx'
import { StatusBadge, StatusSummary } from '../parts/review.tsx'
import { type ClaimIndex, useClaimIndex, useLedger } from '../source/queries.tsx'
import { Commitments } from './commitments.tsx'
import { IndependenceState, RecordIndependence } from './independence.tsx'
import { Ranges } from './ranges.tsx'
import { SeriesDecisions } from './series-decisions.tsx'

export function LedgerView({ asOf }: { asOf: string | null }) {
  const { t } = useMessages()
  const ledger = useLedger(asOf)
  return (
    <>
      <h1>{t('ledger.title')}</h1>
      <p className="intro">{t('ledger.intro')}</p>
      <AsOf key={asOf} asOf={asOf} view="/ledger" />
      <CitingAnswer query={ledger}>{(data) => <LedgerOf ledger={data} />}</CitingAnswer>
    </>
  )
}

function LedgerOf({ ledger }: { ledger: CaseLedger }) {
  const { t } = useMessages()
  const index = useClaimIndex()
  return (
    <>
      <section aria-labelledby="series-title">
        <h2 id="series-title">{t('ledger.series')}</h2>
        {ledger.series.length === 0 ? (
          <p>{t('ledger.none')}</p>
        ) : (
          <SeriesTable series={byOrigin(ledger.series)} ledger={ledger} />
        )}
        <SeriesDecisions series={ledger.series} />
        <LeftOutList leftOut={ledger.leftOut} />
      </section>
      <Ranges ledger={ledger} />
      <Origins ledger={ledger} />
      <Relations ledger={ledger} index={index} />
      <Commitments ledger={ledger} />
    </>
  )
}

/** Series of one origin stand together; origins keep the order in which they first come, outlets' own voice last. */
function byOrigin(series: CaseLedger['series']): CaseLedger['series'] {
  const groups = Map.groupBy(series, (each) => each.origin)
  const first = (group: CaseLedger['series']) =>
    Math.min(...group.flatMap((each) => each.points.map((point) => dayRange(point.asOf)?.first ?? Number.MAX_VALUE)))
  const ownVoice = (group: CaseLedger['series']) => Number(group[0]?.origin === null)
  return [...groups.values()].sort((a, b) => ownVoice(a) - ownVoice(b) || first(a) - first(b)).flat()
}

function Origins({ ledger }: { ledger: CaseLedger }) {
  const m = useMessages()
  const { t } = m
  return (
    <section aria-labelledby="origins-title">
      <h2 id="origins-title">{t('ledger.origins')}</h2>
      <p className="intro">{t('ledger.originsIntro')}</p>
      <FirstOfMany items={ledger.origins} first={60}>
        {(shown) => (
          <ul className="origins">
            {shown.map((figure) => (
              <li key={figure.id}>
                <h3>
                  {countText(m, figure)} {t(`effect.${figure.effect}`)}
                  <span className="quiet">
                    {' · '}
                    {t(`victims.${figure.victims}`)}
                    {figure.place !== null && (
                      <>
                        {' · '}
                        <bdi>{figure.place}</bdi>
                      </>
                    )}
                    {figure.perpetrator !== null && (
                      <>
                        {' · '}
                        {t('field.perpetrator')}: <bdi>{figure.perpetrator}</bdi>
                      </>
                    )}
                  </span>
                </h3>
                <p>
                  <strong>{t('ledger.originCount', { count: figure.count })}</strong>
                  {' · '}
                  {t('ledger.republishedIn', { count: figure.documents.length })}
                  {' · '}
                  <IndependenceState of={figure} />{' '}
                  <StatusSummary statuses={figure.figures.map((id) => ledger.review[id] ?? 'machine-read')} />{' '}
                  <ProposedAmong claims={figure.figures} ledger={ledger} />
                </p>
                <ul>
                  {figure.origins.map((origin) => (
                    <li key={origin.name}>
                      {origin.driftedFrom === null ? (
                        <bdi>{origin.name}</bdi>
                      ) : (
                        <span className="drifted">
                          {t('ledger.drifted', { name: origin.name, from: origin.driftedFrom })}
                        </span>
                      )}
                      {': '}
                      <Citations claims={origin.figures} />
                    </li>
                  ))}
                </ul>
                <RecordIndependence
                  origins={figure.origins.filter(({ driftedFrom }) => driftedFrom === null).map(({ name }) => name)}
                />
              </li>
            ))}
          </ul>
        )}
      </FirstOfMany>
    </section>
  )
}

function Relations({ ledger, index }: { ledger: CaseLedger; index: ClaimIndex }) {
  const m = useMessages()
  const { t } = m
  const groups = [...Map.groupBy(ledger.relations, (relation) => relation.kind)]
  return (
    <section aria-labelledby="relations-title">
      <h2 id="relations-title">{t('ledger.relations')}</h2>
      {groups.length === 0 && <p>{t('ledger.noRelations')}</p>}
      {groups.map(([kind, relations]) => (
        <details key={kind} open={kind === 'contradicts' || relations.length <= 5}>
          <summary>
            {t(`relation.${kind}`)} ({m.number(relations.length)})
          </summary>
          <FirstOfMany items={relations} first={60}>
            {(shown) => (
              <ul className="relations">
                {shown.map((relation) => (
                  <li key={`${relation.a} ${relation.b}`}>
                    <FigureLine m={m} id={relation.a} index={index} ledger={ledger} />
                    <span className="relation-kind">{t(`relation.${kind}`)}</span>
                    <FigureLine m={m} id={relation.b} index={index} ledger={ledger} />
                    <p className="quiet" lang="en" dir="auto">
                      {relation.reason}
                    </p>
                  </li>
                ))}
              </ul>
            )}
          </FirstOfMany>
        </details>
      ))}
    </section>
  )
}

function FigureLine({ m, id, index, ledger }: { m: Messages; id: string; index: ClaimIndex; ledger: CaseLedger }) {
  const found = index.get(id)
  if (found?.type !== 'figure') return <span className="quiet">{id}</span>
  const { value, document } = found
  return (
    <span>
      {countText(m, value)} {m.t(`effect.${value.effect}`)} · <bdi>{value.claimant ?? m.t('field.ownVoice')}</bdi>{' '}
      <Citation id={document} words={value} claim={id} />{' '}
      <StatusBadge status={ledger.review[id] ?? value.review.status} /> <ProposedBadge by={value.proposedBy} />
    </span>
  )
}
