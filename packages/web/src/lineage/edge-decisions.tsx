/** Forms by which a person records a derivation that they know of, or corrects one that was found. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Citation, outletOf } from '../parts/document-link.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import type { CaseEdge } from './groups.ts'

const KINDS: readonly CaseEdge['kind'][] = ['verbatim', 'edited', 'paraphrase', 'shared-wire', 'same-primary-statement']
const DIRECTIONS: readonly CaseEdge['direction'][] = ['a-to-b', 'b-to-a', 'none']

export function AddEdge({ documents, onDone }: { documents: readonly DocumentSummary[]; onDone: () => void }) {
  const { t, date } = useMessages()
  const [a, setA] = useState(documents[0]?.id ?? '')
  const [b, setB] = useState(documents[1]?.id ?? '')
  const [{ kind, direction }, setFields] = useState<Fields>({ kind: 'edited', direction: 'none' })
  const choice = (label: string, value: string, set: (id: string) => void) => (
    <label>
      {label}
      <select value={value} onChange={(event) => set(event.target.value)}>
        {documents.map((document) => (
          <option key={document.id} value={document.id}>
            {outletOf(document)}
            {document.published !== null && `, ${date(document.published)}`}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <DecideForm
      title={t('decide.title.add-edge')}
      asked={() => (a === b ? t('decide.sameDocument') : { action: 'add-edge', a, b, edgeKind: kind, direction })}
      onDone={onDone}
    >
      {choice(t('decide.documentA'), a, setA)}
      {choice(t('decide.documentB'), b, setB)}
      <EdgeFields value={{ kind, direction }} onChange={setFields} />
    </DecideForm>
  )
}

/** Sends only what was changed; the first and second document are those of the edge, in its order. */
export function CorrectEdge({ edge, onDone }: { edge: CaseEdge; onDone: () => void }) {
  const { t } = useMessages()
  const [fields, setFields] = useState<Fields>({ kind: edge.kind, direction: edge.direction })
  const asked = () => {
    const set = {
      ...(fields.kind === edge.kind ? {} : { kind: fields.kind }),
      ...(fields.direction === edge.direction ? {} : { direction: fields.direction }),
    }
    return Object.keys(set).length === 0
      ? t('decide.nothingChanged')
      : { action: 'correct' as const, target: edge.id, set }
  }
  const [first, second] = edge.documents
  return (
    <DecideForm title={t('decide.title.correct')} asked={asked} onDone={onDone}>
      <dl className="facts">
        <div>
          <dt>{t('decide.documentA')}</dt>
          <dd>
            <Citation id={first} />
          </dd>
        </div>
        <div>
          <dt>{t('decide.documentB')}</dt>
          <dd>
            <Citation id={second} />
          </dd>
        </div>
      </dl>
      <EdgeFields value={fields} onChange={setFields} />
    </DecideForm>
  )
}

type Fields = Pick<CaseEdge, 'kind' | 'direction'>

function EdgeFields({ value, onChange }: { value: Fields; onChange: (value: Fields) => void }) {
  const { t } = useMessages()
  return (
    <>
      <label>
        {t('decide.edgeKind')}
        <select
          value={value.kind}
          onChange={(event) => onChange({ ...value, kind: event.target.value as Fields['kind'] })}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`edgeKind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('decide.direction')}
        <select
          value={value.direction}
          onChange={(event) => onChange({ ...value, direction: event.target.value as Fields['direction'] })}
        >
          {DIRECTIONS.map((direction) => (
            <option key={direction} value={direction}>
              {t(`direction.${direction}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  )
}
