/** One derivation with its kind, direction, confidence, decision and aligned passages. */
import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Citation } from '../parts/document-link.tsx'
import { ReviewBadge } from '../parts/review.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import { useSource } from '../source/queries.tsx'
import { CorrectEdge } from './edge-decisions.tsx'
import type { CaseEdge } from './groups.ts'

export function EdgeEntry({ edge }: { edge: CaseEdge }) {
  const { t, share, named } = useMessages()
  const machineKind = edge.machine?.kind
  const [first, second] = edge.documents
  const [from, to] = edge.direction === 'a-to-b' ? [second, first] : [first, second]
  return (
    <li className="edge" data-status={edge.review.status}>
      <p className="edge-head">
        <Citation id={from} />{' '}
        <span className="edge-kind">
          {t(edge.direction === 'none' ? `edge.none.${edge.kind}` : `edge.${edge.kind}`)}
        </span>{' '}
        <Citation id={to} />
      </p>
      <p className="quiet">
        <span className="tag" data-kind={edge.kind}>
          {t(`edgeKind.${edge.kind}`)}
        </span>{' '}
        {edge.direction === 'none' && `${t('direction.none')} · `}
        {t('lineage.confidence', { share: share(edge.confidence) })} <ReviewBadge review={edge.review} />
        {typeof machineKind === 'string' && machineKind !== edge.kind && (
          <>
            {' '}
            {t('review.machineFound')}: <del>{named(`edgeKind.${machineKind}`, machineKind)}</del>
          </>
        )}
      </p>
      <p className="quiet" lang="en" dir="auto">
        {edge.reason}
      </p>
      {edge.evidence.length === 0 ? (
        <p className="quiet">{t('lineage.noEvidence')}</p>
      ) : (
        <details>
          <summary>{t('lineage.evidence', { count: edge.evidence.length })}</summary>
          <ul className="alignments">
            {edge.evidence.map((pair) => (
              <li key={`${pair.a.start} ${pair.b.start} ${pair.kind}`} className="sides">
                <p className="alignment-kind quiet">
                  {t(`alignment.${pair.kind}`)}, {t('lineage.likeness', { share: share(pair.score) })}
                </p>
                <AlignedPassage document={first} words={pair.a} />
                <AlignedPassage document={second} words={pair.b} />
              </li>
            ))}
          </ul>
        </details>
      )}
      <EdgeDecisions edge={edge} />
    </li>
  )
}

function AlignedPassage({ document, words }: { document: string; words: CaseEdge['evidence'][number]['a'] }) {
  return (
    <div>
      <p className="side-head">
        <Citation id={document} words={words} />
      </p>
      <blockquote className="passage" dir="auto">
        {words.text}
      </blockquote>
    </div>
  )
}

function EdgeDecisions({ edge }: { edge: CaseEdge }) {
  const { t } = useMessages()
  const canDecide = useSource().decide !== null
  const [action, setAction] = useState<'accept' | 'reject' | 'correct' | 'undo' | null>(null)
  if (!canDecide) return null
  const onDone = () => setAction(null)
  if (action === 'correct') return <CorrectEdge edge={edge} onDone={onDone} />
  if (action !== null) {
    return (
      <DecideForm
        title={t(`decide.title.${action}`, { by: edge.review.by ?? '' })}
        asked={() => ({ action, target: action === 'undo' ? (edge.review.decision ?? '') : edge.id })}
        onDone={onDone}
      />
    )
  }
  const offered =
    edge.review.decision === null
      ? (['accept', 'reject', 'correct'] as const)
      : (['accept', 'reject', 'correct', 'undo'] as const)
  return (
    <p className="buttons">
      {offered.map((each) => (
        <button key={each} type="button" className="plain-button" onClick={() => setAction(each)}>
          {t(`decide.${each}`)}
        </button>
      ))}
    </p>
  )
}
