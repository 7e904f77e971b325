/** Where documents that should say the same differ, and where figures contradict each other, with both passages. */
import type { CaseLedger, CaseLineage } from '@corroborate/workbench/contract'
import { countText } from '../format/count.ts'
import { useMessages } from '../messages/messages.tsx'
import { Citation } from '../parts/document-link.tsx'
import { FirstOfMany } from '../parts/first-of-many.tsx'
import { Passage } from '../parts/passage.tsx'
import { ReviewBadge, StatusBadge } from '../parts/review.tsx'
import { useClaimIndex } from '../source/queries.tsx'

/** Notices of one kind drawn at first; each asks for two documents. */
const MOST = 8

type Drift = CaseLineage['drift'][number]
type Relation = CaseLedger['relations'][number]
interface Given {
  readonly drift: readonly Drift[]
  readonly relations: readonly Relation[]
  readonly review: CaseLedger['review']
}

export function Differences({ drift, relations, review }: Given) {
  const { t } = useMessages()
  const contradictions = relations.filter((relation) => relation.kind === 'contradicts')
  return (
    <section aria-labelledby="differences-title">
      <h2 id="differences-title">{t('overview.notices')}</h2>
      {drift.length + contradictions.length === 0 && <p>{t('overview.noNotices')}</p>}
      <DriftNotices drift={drift} review={review} />
      <FirstOfMany items={contradictions} first={MOST}>
        {(shown) => shown.map((each) => <ContradictionNotice key={`${each.a} ${each.b}`} relation={each} />)}
      </FirstOfMany>
    </section>
  )
}

export function DriftNotices({ drift, review }: Pick<Given, 'drift' | 'review'>) {
  return (
    <FirstOfMany items={drift} first={MOST}>
      {(shown) => shown.map((each) => <DriftNotice key={each.id} drift={each} review={review} />)}
    </FirstOfMany>
  )
}

function DriftNotice({ drift, review }: { drift: Drift; review: CaseLedger['review'] }) {
  const { t } = useMessages()
  const side = (document: string, claim: string | null, printed: string, words: Drift['printedAt']) => (
    <div className="side">
      <p className="side-head">
        <Citation id={document} words={words} {...(claim === null ? {} : { claim })} />{' '}
        {drift.nearer === document && <span className="tag">{t('drift.nearer')}</span>}{' '}
        <StatusBadge status={(claim === null ? undefined : review[claim]) ?? 'machine-read'} />
      </p>
      {printed !== words.text && (
        <p className="printed" dir="auto">
          <q>{printed}</q>
        </p>
      )}
      <Passage document={document} words={words} />
    </div>
  )
  return (
    <article className="difference">
      <h3>
        <span className="tag">{t('overview.drift')}</span> {t(`drift.${drift.field}`)}
      </h3>
      <div className="sides">
        {side(drift.document, drift.claim, drift.printed, drift.printedAt)}
        {side(drift.against, drift.againstClaim, drift.origin, drift.originAt)}
      </div>
      <p className="quiet" lang="en" dir="auto">
        {drift.reason}
      </p>
      {drift.seenIn.length > 0 && <p className="quiet">{t('drift.seenIn', { count: drift.seenIn.length })}</p>}
    </article>
  )
}

function ContradictionNotice({ relation }: { relation: Relation }) {
  const m = useMessages()
  const index = useClaimIndex()
  const side = (id: string) => {
    const found = index.get(id)
    if (found?.type !== 'figure') return null
    const { value, document } = found
    return (
      <div className="side">
        <p className="side-head">
          <Citation id={document} words={value} claim={id} /> <ReviewBadge review={value.review} />
        </p>
        <p className="printed">
          {countText(m, value)} {m.t(`effect.${value.effect}`)}
          <span className="quiet">
            {' '}
            · <bdi>{value.claimant ?? m.t('field.ownVoice')}</bdi>
          </span>
        </p>
        <Passage document={document} words={value} />
      </div>
    )
  }
  return (
    <article className="difference">
      <h3>
        <span className="tag">{m.t('overview.contradiction')}</span> {m.t('overview.twoFigures')}
      </h3>
      <div className="sides">
        {side(relation.a)}
        {side(relation.b)}
      </div>
      <p className="quiet" lang="en" dir="auto">
        {relation.reason}
      </p>
    </article>
  )
}
