/** The chosen figure or claim: every field, the characters behind it, and whether a person has reviewed it. */
import type { ReviewedClaim, ReviewedFigure } from '@corroborate/workbench/contract'
import { Fragment, type ReactNode } from 'react'
import { countText } from '../format/count.ts'
import type { MessageKey } from '../messages/en.ts'
import { type Messages, useMessages } from '../messages/messages.tsx'
import { DocumentLink } from '../parts/document-link.tsx'
import { ProposedBadge } from '../parts/proposed.tsx'
import { ReviewBadge } from '../parts/review.tsx'
import { useClaimIndex } from '../source/queries.tsx'
import type { DocumentClaim } from '../source/source.ts'

type Span = { readonly start: number; readonly end: number; readonly text: string }
interface Row {
  readonly name: MessageKey
  readonly value: ReactNode
  readonly spans?: readonly (Span | null | undefined)[]
  /** The fields of `machine` that this row shows. */
  readonly fields?: readonly string[]
}

export function PanelHead({ claim }: { claim: DocumentClaim }) {
  const m = useMessages()
  const { t } = m
  const { review, unsure } = claim.value
  return (
    <>
      <h2 className="panel-title">
        <span className="tag" data-type={claim.type}>
          {t(claim.type === 'figure' ? 'kind.figure' : `kind.${claim.value.kind}`)}
        </span>{' '}
        <bdi>
          {claim.type === 'figure'
            ? `${countText(m, claim.value)} ${t(`effect.${claim.value.effect}`)}`
            : (claim.value.speaker ?? t('field.ownVoice'))}
        </bdi>
      </h2>
      <p>
        <ReviewBadge review={review} /> <ProposedBadge by={claim.value.proposedBy} />
        {review.reason !== null && (
          <span className="review-reason">
            {t('review.why')}:{' '}
            <bdi>
              <q>{review.reason}</q>
            </bdi>
          </span>
        )}
      </p>
      {claim.value.proposedBy !== undefined && (
        <p className="quiet">{t('proposed.who', { ...claim.value.proposedBy })}</p>
      )}
      {unsure !== null && (
        <p className="unsure">
          <strong>{t('field.unsure')}:</strong> <bdi lang="en">{unsure}</bdi>
        </p>
      )}
    </>
  )
}

export function PanelFields({ document, claim }: { document: string; claim: DocumentClaim }) {
  const m = useMessages()
  const { t } = m
  const { value } = claim
  const rows = claim.type === 'figure' ? figureRows(m, claim.value) : claimRows(m, claim.value)
  return (
    <dl className="fields">
      {rows.map((row) => (
        <div key={row.name}>
          <dt>{t(row.name)}</dt>
          <dd>
            <div>{row.value}</div>
            <Behind document={document} claim={value.id} spans={row.spans ?? []} />
            <Machine fields={row.fields ?? []} machine={value.machine} />
          </dd>
        </div>
      ))}
      <div>
        <dt>{t('field.explanation')}</dt>
        <dd className="quiet">
          <bdi lang="en">{value.explanation}</bdi>
        </dd>
      </div>
    </dl>
  )
}

/** The characters that a field was read from, each linked to its place. */
function Behind({ document, claim, spans }: { document: string; claim: string; spans: NonNullable<Row['spans']> }) {
  const { t } = useMessages()
  const found = spans.filter((span) => span != null)
  if (found.length === 0) return null
  return (
    <div className="behind">
      {t('field.from')}{' '}
      {found.map((span) => (
        <DocumentLink key={span.start} id={document} words={span} claim={claim}>
          <bdi>
            <q>{span.text}</q>
          </bdi>
        </DocumentLink>
      ))}
    </div>
  )
}

/** What the reader had found, where a person corrected it. */
function Machine({ fields, machine }: { fields: readonly string[]; machine: ReviewedFigure['machine'] }) {
  const { t } = useMessages()
  if (machine === null) return null
  return fields
    .filter((field) => field in machine)
    .map((field) => (
      <div key={field} className="behind">
        {t('review.machineFound')}: <del>{String(machine[field] ?? t('decide.unset'))}</del>
      </div>
    ))
}

function figureRows(m: Messages, figure: ReviewedFigure): Row[] {
  const { t } = m
  const { spans } = figure
  const { claimant } = figure
  const rows: (Row | null)[] = [
    {
      name: 'field.number',
      value: countText(m, figure),
      spans: [spans.comparator, spans.number],
      fields: ['value', 'valueMax', 'vagueWord', 'comparator'],
    },
    {
      name: 'field.effect',
      value: `${t(`effect.${figure.effect}`)}${figure.manner === null ? '' : ` (${t('field.manner.unlawful')})`}`,
      spans: [spans.effect],
      fields: ['effect', 'manner'],
    },
    {
      name: 'field.victims',
      value: (
        <>
          {t(`victims.${figure.victims}`)}
          {figure.victimText !== null && (
            <>
              {' – '}
              <bdi>
                <q>{figure.victimText}</q>
              </bdi>
            </>
          )}
        </>
      ),
      spans: [spans.victims],
      fields: ['victims', 'victimText'],
    },
    {
      name: 'field.claimant',
      value: <bdi>{claimant ?? t('field.ownVoice')}</bdi>,
      spans: [spans.claimant, spans.cue],
      fields: ['claimant'],
    },
    given('field.via', figure.via, { spans: [spans.via], fields: ['via'] }),
    figure.chain.length === 0 ? null : { name: 'field.chain', value: <Chain parties={figure.chain} /> },
    figure.perpetrator === null
      ? null
      : {
          name: 'field.perpetrator',
          value: `${figure.perpetrator} (${claimant === null ? t('field.allegedOutlet') : t('field.alleged', { claimant })})`,
          spans: [spans.perpetrator],
          fields: ['perpetrator'],
        },
    given('field.place', figure.place, { spans: [spans.place], fields: ['place', 'placeId'] }),
    given('field.eventDate', figure.eventDate && m.date(figure.eventDate), {
      spans: [spans.date],
      fields: ['eventDate'],
    }),
    given('field.asOf', figure.asOf && m.date(figure.asOf), { spans: [spans.date], fields: ['asOf'] }),
    related('field.partOf', figure.partOf),
    related('field.repeatOf', figure.repeatOf),
    { name: 'field.scope', value: t(`scope.${figure.scope}`), spans: [spans.scope], fields: ['scope'] },
  ]
  return rows.filter((row) => row !== null)
}

function claimRows(m: Messages, claim: ReviewedClaim): Row[] {
  const { t } = m
  const { spans, due } = claim
  const rows: (Row | null)[] = [
    {
      name: 'field.speaker',
      value: <bdi>{claim.speaker ?? t('field.ownVoice')}</bdi>,
      spans: [spans.speaker, claim.cue],
      fields: ['speaker'],
    },
    given('field.role', claim.role, { spans: [spans.role], fields: ['role'] }),
    given('field.via', claim.via, { spans: [spans.via], fields: ['via'] }),
    given('field.addressee', claim.addressee, { spans: [spans.addressee], fields: ['addressee'] }),
    given('field.target', claim.target, { spans: [spans.target], fields: ['target'] }),
    { name: 'field.content', value: isolated(claim.content.text), fields: ['kind', 'content'] },
    claim.quotes.length === 0
      ? null
      : {
          name: 'field.quotes',
          value: claim.quotes.map((quote) => <div key={quote.start}>{isolated(quote.text)}</div>),
        },
    given('field.date', claim.date && m.date(claim.date), { fields: ['date'] }),
    due === null
      ? null
      : {
          name: 'field.due',
          value: due.date === null ? t('commitment.noDue') : m.date(due.date),
          spans: [due],
          fields: ['due'],
        },
    due === null ? null : { name: 'field.dueReading', value: due.reading },
  ]
  return rows.filter((row) => row !== null)
}

function given(name: MessageKey, value: string | null, more: Omit<Row, 'name' | 'value'>): Row | null {
  return value === null || value === '' ? null : { name, value: <bdi>{value}</bdi>, ...more }
}

function related(name: MessageKey, id: string | null): Row | null {
  return id === null ? null : { name, value: <RelatedFigure id={id} /> }
}

/** Another figure of the document, in its own words, linked. */
function RelatedFigure({ id }: { id: string }) {
  const found = useClaimIndex().get(id)
  if (found?.type !== 'figure') return <bdi>{id}</bdi>
  return (
    <DocumentLink id={found.document} claim={id}>
      {isolated(found.value.surface)}
    </DocumentLink>
  )
}

function isolated(text: string): ReactNode {
  return (
    <bdi>
      <q>{text}</q>
    </bdi>
  )
}

/** Outlet ← agency ← … ← claimant; the arrow turns with the writing direction. */
function Chain({ parties }: { parties: readonly string[] }) {
  const { direction } = useMessages()
  const arrow = direction === 'rtl' ? ' → ' : ' ← '
  return parties.map((party, at) => (
    <Fragment key={party}>
      {at > 0 && arrow}
      <bdi>{party}</bdi>
    </Fragment>
  ))
}
