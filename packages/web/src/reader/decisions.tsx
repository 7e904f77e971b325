/** The decisions a person can take on a figure or claim, each as a short form. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import type { DocumentClaim } from '../source/source.ts'
import { DecideForm } from './decide-form.tsx'
import type { Words } from './document-text.tsx'
import { FieldEditors, startValues } from './field-editors.tsx'
import { CLAIM_FORM, CLAIM_KINDS, changes, type EditedField, FIGURE_FORM, NEW_CLAIM, NEW_FIGURE } from './fields.ts'
import { occurrenceAt } from './segments.ts'

export type Deciding = 'accept' | 'reject' | 'correct' | 'undo'

export function DecideOn({
  claim,
  action,
  onDone,
}: {
  claim: DocumentClaim
  action: Deciding
  onDone: (recorded: boolean) => void
}) {
  const { t } = useMessages()
  const form: readonly EditedField[] = claim.type === 'figure' ? FIGURE_FORM : CLAIM_FORM
  const before = claim.value as Readonly<Record<string, unknown>>
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => startValues(form, before))
  const { id, review } = claim.value
  const asked = () => {
    if (action === 'undo') return { action, target: review.decision ?? '' }
    if (action !== 'correct') return { action, target: id }
    const set = changes(form, before, values)
    if (Object.keys(set).length === 0) return t('decide.nothingChanged')
    return Object.values(set).some(Number.isNaN) ? t('field.value') : { action, target: id, set }
  }
  return (
    <DecideForm title={t(`decide.title.${action}`, { by: review.by ?? '' })} asked={asked} onDone={onDone}>
      {action === 'correct' && <FieldEditors form={form} values={values} onChange={setValues} />}
    </DecideForm>
  )
}

interface Adding {
  readonly document: DocumentDetail
  readonly words: Words | null
  readonly onDone: (recorded: boolean) => void
}

/** The quote comes from the selection, or is typed and then looked for in the text. */
export function AddClaim({ document, words, onDone }: Adding) {
  const { t } = useMessages()
  const { id, text } = document
  const [quote, setQuote] = useState(words === null ? '' : text.slice(words.start, words.end))
  const [kind, setKind] = useState<'figure' | (typeof CLAIM_KINDS)[number]>('figure')
  const form: readonly EditedField[] =
    kind === 'figure' ? FIGURE_FORM : CLAIM_FORM.filter(({ name }) => name !== 'kind')
  const fresh = kind === 'figure' ? NEW_FIGURE : NEW_CLAIM
  const [values, setValues] = useState<Readonly<Record<string, string>>>(() => startValues(FIGURE_FORM, NEW_FIGURE))
  const selected = words !== null && text.slice(words.start, words.end) === quote
  const start = selected ? words.start : text.indexOf(quote)
  const asked = () => {
    if (quote.trim() === '' || start === -1) return t('decide.quoteMissing')
    const set = { ...fresh, ...changes(form, fresh, values) }
    if (Object.values(set).some(Number.isNaN)) return t('field.value')
    return {
      action: 'add' as const,
      document: id,
      claimKind: kind,
      quote,
      occurrence: occurrenceAt(text, quote, start) + 1,
      set,
    }
  }
  return (
    <DecideForm title={t('decide.title.add')} asked={asked} onDone={onDone}>
      <label>
        {t('decide.quote')}
        <textarea rows={2} value={quote} onChange={(event) => setQuote(event.target.value)} dir="auto" />
      </label>
      {quote !== '' && start === -1 && <p className="problem">{t('decide.quoteMissing')}</p>}
      <label>
        {t('decide.kind')}
        <select
          value={kind}
          onChange={(event) => {
            const chosen = event.target.value as typeof kind
            setKind(chosen)
            setValues(
              startValues(chosen === 'figure' ? FIGURE_FORM : CLAIM_FORM, chosen === 'figure' ? NEW_FIGURE : NEW_CLAIM),
            )
          }}
        >
          {(['figure', ...CLAIM_KINDS] as const).map((each) => (
            <option key={each} value={each}>
              {t(`kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <FieldEditors form={form} values={values} onChange={setValues} />
    </DecideForm>
  )
}
