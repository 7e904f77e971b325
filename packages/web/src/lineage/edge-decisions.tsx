/** Records a derivation that a person knows of. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { outletOf } from '../parts/document-link.tsx'
import { DecideForm } from '../reader/decide-form.tsx'
import type { CaseEdge } from './groups.ts'

const KINDS: readonly CaseEdge['kind'][] = ['verbatim', 'edited', 'paraphrase', 'shared-wire', 'same-primary-statement']
const DIRECTIONS: readonly CaseEdge['direction'][] = ['a-to-b', 'b-to-a', 'none']

export function AddEdge({ documents, onDone }: { documents: readonly DocumentSummary[]; onDone: () => void }) {
  const { t, date } = useMessages()
  const [a, setA] = useState(documents[0]?.id ?? '')
  const [b, setB] = useState(documents[1]?.id ?? '')
  const [edgeKind, setKind] = useState<CaseEdge['kind']>('edited')
  const [direction, setDirection] = useState<CaseEdge['direction']>('none')
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
      asked={() => (a === b ? t('decide.sameDocument') : { action: 'add-edge', a, b, edgeKind, direction })}
      onDone={onDone}
    >
      {choice(t('decide.documentA'), a, setA)}
      {choice(t('decide.documentB'), b, setB)}
      <label>
        {t('decide.edgeKind')}
        <select value={edgeKind} onChange={(event) => setKind(event.target.value as typeof edgeKind)}>
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(`edgeKind.${kind}`)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t('decide.direction')}
        <select value={direction} onChange={(event) => setDirection(event.target.value as typeof direction)}>
          {DIRECTIONS.map((each) => (
            <option key={each} value={each}>
              {t(`direction.${each}`)}
            </option>
          ))}
        </select>
      </label>
    </DecideForm>
  )
}
