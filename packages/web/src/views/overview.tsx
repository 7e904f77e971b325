/** The episode at a glance: tolls by origin, differences to look at, commitments, and what could not be read. */
import type { Overview } from '@corroborate/workbench/contract'
import { Tolls } from '../chart/tolls.tsx'
import { useMessages } from '../messages/messages.tsx'
import { CitingAnswer } from '../parts/answer.tsx'
import { DocumentLink, outletOf } from '../parts/document-link.tsx'
import { useDocuments, useOverview } from '../source/queries.tsx'
import { Commitments } from './commitments.tsx'
import { Differences } from './differences.tsx'
import { Record } from './record.tsx'
import { Withdrawals } from './withdrawals.tsx'

export function OverviewView() {
  const overview = useOverview()
  return <CitingAnswer query={overview}>{(data) => <OverviewOf overview={data} />}</CitingAnswer>
}

function OverviewOf({ overview }: { overview: Overview }) {
  return (
    <div className="overview">
      <Episode overview={overview} />
      <Tolls ledger={overview.ledger} />
      <Differences drift={overview.drift} relations={overview.ledger.relations} review={overview.ledger.review} />
      <Commitments ledger={overview.ledger} />
      <Problems overview={overview} />
      <Record />
      {overview.vault !== undefined && <Withdrawals withdrawals={overview.vault.withdrawals} />}
    </div>
  )
}

function Episode({ overview }: { overview: Overview }) {
  const { t, date } = useMessages()
  const { case: header, counts } = overview
  return (
    <section className="episode" aria-labelledby="episode-title">
      <h1 id="episode-title">
        <bdi>{header.title}</bdi>
      </h1>
      {header.description !== null && (
        <p className="lede" dir="auto">
          {header.description}
        </p>
      )}
      <dl className="facts">
        {header.period !== null && (
          <div>
            <dt>{t('overview.period')}</dt>
            <dd>{date(header.period)}</dd>
          </div>
        )}
        {header.places.length > 0 && (
          <div>
            <dt>{t('overview.places')}</dt>
            <dd>
              <bdi>{header.places.join(' · ')}</bdi>
            </dd>
          </div>
        )}
        {header.standard !== null && (
          <div>
            <dt>{t('overview.standard')}</dt>
            <dd>
              <bdi>{header.standard}</bdi>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('nav.documents')}</dt>
          <dd>
            {t('overview.documents', { count: counts.documents })} {t('overview.items', { count: counts.items })}
          </dd>
        </div>
        <div>
          <dt>{t('reader.list')}</dt>
          <dd>
            {t('overview.figures', { count: counts.figures })} · {t('overview.claims', { count: counts.claims })}
            <br />
            <span className="review" data-status="machine-read">
              {t('overview.machineRead', { count: counts.machineRead })}
            </span>{' '}
            <span className="review" data-status="accepted">
              {t('overview.reviewed', { count: counts.reviewed })}
            </span>{' '}
            {counts.rejected > 0 && (
              <span className="review" data-status="rejected">
                {t('overview.rejected', { count: counts.rejected })}
              </span>
            )}
          </dd>
        </div>
      </dl>
    </section>
  )
}

function Problems({ overview: { counts, unfinished } }: { overview: Overview }) {
  const { t } = useMessages()
  const { data } = useDocuments()
  const failed = data?.filter((document) => document.error !== null || document.needs !== null) ?? []
  return (
    <section aria-labelledby="problems-title">
      <h2 id="problems-title">{t('overview.problems')}</h2>
      {unfinished !== undefined && <p>{t('overview.unfinished', { count: unfinished.captures })}</p>}
      {counts.needTranscription + counts.unreadable === 0 && unfinished === undefined && <p>{t('overview.allRead')}</p>}
      {counts.needTranscription > 0 && <p>{t('overview.needTranscription', { count: counts.needTranscription })}</p>}
      {counts.unreadable > 0 && <p>{t('overview.unreadable', { count: counts.unreadable })}</p>}
      <ul>
        {failed.map((document) => (
          <li key={document.id}>
            <DocumentLink id={document.id}>
              <bdi>{document.title ?? document.files[0] ?? outletOf(document)}</bdi>
            </DocumentLink>{' '}
            <bdi className="quiet">{document.error ?? t('documents.needsTranscription')}</bdi>
          </li>
        ))}
      </ul>
    </section>
  )
}
