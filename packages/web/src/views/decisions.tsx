/** Every decision that people took, the latest first. */
import { useState } from 'react'
import { timeText } from '../media/frame-grab.ts'
import { useMessages } from '../messages/messages.tsx'
import { Answer } from '../parts/answer.tsx'
import { DocumentLink } from '../parts/document-link.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import { useDecisions, useDocuments, useSource } from '../source/queries.tsx'
import type { KeptDecision } from '../source/source.ts'

export function DecisionsView() {
  const { t } = useMessages()
  const decisions = useDecisions()
  return (
    <>
      <h1>{t('decisions.title')}</h1>
      <p className="intro">{t('decisions.intro')}</p>
      <Answer query={decisions}>
        {(data) =>
          data.length === 0 ? (
            <p>{t('decisions.none')}</p>
          ) : (
            <ol className="decisions">
              {data.toReversed().map((decision) => (
                <DecisionEntry key={decision.id} decision={decision} />
              ))}
            </ol>
          )
        }
      </Answer>
    </>
  )
}

function DecisionEntry({ decision }: { decision: KeptDecision }) {
  const { t, moment } = useMessages()
  const canDecide = useSource().decide !== null
  const [undoing, setUndoing] = useState(false)
  const { target, set, by, at, action, reason, undone, orphan } = decision
  return (
    <li data-undone={undone}>
      <p>
        <strong>
          <bdi>{by}</bdi>
        </strong>{' '}
        {t(`decisions.action.${action}`)} {target !== null && t(`decisions.target.${target.kind}`)}
        {undone && <span className="tag">{t('decisions.undone')}</span>}
        {orphan && <span className="tag">{t('decisions.orphan')}</span>}
        {at !== null && <span className="quiet"> · {moment(at)}</span>}
      </p>
      {target?.quote != null && (
        <blockquote className="passage" dir="auto">
          <span className="quiet">{target.before}</span>
          {target.document !== null && target.position !== null ? (
            <DocumentLink
              id={target.document}
              words={target.position}
              {...(target.kind === 'figure' || target.kind === 'claim' ? { claim: target.id } : {})}
            >
              {target.quote}
            </DocumentLink>
          ) : (
            target.quote
          )}
          <span className="quiet">{target.after}</span>
        </blockquote>
      )}
      {set !== null && (action === 'correct' || action === 'range-rule') && <Changes set={set} target={target} />}
      {set !== null && RECORDED.has(action) && <Recorded set={set} />}
      {action === 'keep-frame' && <KeptFrame item={target?.id ?? ''} set={set ?? {}} />}
      {action === 'transcribe' && <Transcribed item={target?.id ?? ''} set={set ?? {}} />}
      <p>
        {t('decisions.reason')}:{' '}
        <bdi>
          <q>{reason}</q>
        </bdi>
      </p>
      {canDecide && !undone && !undoing && (
        <p>
          <button type="button" className="plain-button" onClick={() => setUndoing(true)}>
            {t('decide.undo')}
          </button>
        </p>
      )}
      {undoing && (
        <DecideForm
          title={t('decide.title.undo', { by })}
          asked={() => ({ action: 'undo', target: decision.id })}
          onDone={() => setUndoing(false)}
        />
      )}
    </li>
  )
}

const RECORDED: ReadonlySet<KeptDecision['action']> = new Set([
  'independence',
  'split-series',
  'join-series',
  'merge-names',
  'split-names',
])

/** Where in which footage a kept frame stands. */
function KeptFrame({ item, set }: { item: string; set: Readonly<Record<string, unknown>> }) {
  const document = useDocuments().data?.find((one) => one.item === item)
  return (
    <p>
      {document === undefined ? item.slice(0, 16) : <DocumentLink id={document.id}>{document.files[0]}</DocumentLink>}
      {', '}
      <bdi dir="ltr">{timeText(Number(set.time))}</bdi>
    </p>
  )
}

/** The words of a transcription, under the document whose text they became. */
function Transcribed({ item, set }: { item: string; set: Readonly<Record<string, unknown>> }) {
  const { t } = useMessages()
  const document = useDocuments().data?.find((one) => one.item === item)
  return (
    <details>
      <summary>{t('derived.words')}</summary>
      {document !== undefined && <DocumentLink id={document.id}>{document.title ?? document.files[0]}</DocumentLink>}
      <p className="derived-words" dir="auto">
        {String(set.text)}
      </p>
    </details>
  )
}

/** What was recorded, where nothing stood before. */
function Recorded({ set }: { set: Readonly<Record<string, unknown>> }) {
  const { named } = useMessages()
  const written = (name: string, value: unknown) =>
    name === 'dependence' ? named(`dependence.${value}`, String(value)) : String(value)
  return (
    <dl className="facts">
      {Object.entries(set).map(
        ([name, value]) =>
          value !== null &&
          name !== 'of' && (
            <div key={name}>
              <dt>{named(`field.${name}`, name)}</dt>
              <dd dir="auto">
                {Array.isArray(value) ? value.map((one) => one?.quote ?? one).join(' · ') : written(name, value)}
              </dd>
            </div>
          ),
      )}
    </dl>
  )
}

/** Fields whose values have names in the messages, and under what; `kind` is another for a derivation than for a claim. */
const NAMED: Readonly<Record<string, string>> = {
  rule: 'rangeRule',
  direction: 'direction',
  comparator: 'comparator',
  effect: 'effect',
  victims: 'victims',
  scope: 'scope',
}

interface Changed {
  readonly set: Readonly<Record<string, unknown>>
  readonly target: KeptDecision['target']
}

function Changes({ set, target }: Changed) {
  const { t, named } = useMessages()
  const saw = target?.saw ?? {}
  const written = (name: string, value: unknown) => {
    if (value === null || value === undefined) return t('decide.unset')
    const label = name === 'kind' ? (target?.kind === 'edge' ? 'edgeKind' : 'kind') : NAMED[name]
    return label === undefined ? String(value) : named(`${label}.${value}`, String(value))
  }
  return (
    <dl className="facts">
      {Object.entries(set).map(([name, value]) => (
        <div key={name}>
          <dt>{named(`field.${name}`, name)}</dt>
          <dd dir="auto">
            <del>{written(name, saw[name])}</del> <ins>{written(name, value)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  )
}
