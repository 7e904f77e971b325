/** Takes a person's decision: its reason, their name, and the fields where there are any. */
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { usePreferences } from '../preferences.tsx'
import { useRecord, useSource } from '../source/queries.tsx'
import type { DecisionRequest } from '../source/source.ts'

type Asked = Omit<DecisionRequest, 'by' | 'reason'>
interface Signed {
  readonly by: string
  readonly reason: string
}

interface Given {
  readonly title: string
  /** The decision, or a sentence on what is still missing. */
  readonly asked: () => Asked | string
  /** True once the decision is recorded, false where it was given up. */
  readonly onDone: (recorded: boolean) => void
  readonly children?: ReactNode
}

export function DecideForm(given: Given) {
  const { decide } = useSource()
  return <RecordForm {...given} record={decide as ((request: Asked & Signed) => Promise<unknown>) | null} />
}

interface Recording<Request> extends Omit<Given, 'asked'> {
  readonly asked: () => Request | string
  /** Where it goes; null where nothing can be recorded. */
  readonly record: ((request: Request & Signed) => Promise<unknown>) | null
}

/** The same for anything that is recorded with an author and a reason. */
export function RecordForm<Request extends object>({ title, asked, onDone, children, record }: Recording<Request>) {
  const { t } = useMessages()
  const { author, choose } = usePreferences()
  const [by, setBy] = useState(author)
  const [named, setNamed] = useState(author !== '')
  const [reason, setReason] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const decide = useRecord(record)
  const name = useId()
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus()
  }, [])

  const send = (event: FormEvent) => {
    event.preventDefault()
    const decision = asked()
    if (typeof decision === 'string') {
      setMissing(decision)
      return
    }
    setMissing(null)
    choose({ author: by.trim() })
    decide.mutate({ ...decision, by: by.trim(), reason: reason.trim() }, { onSuccess: () => onDone(true) })
  }
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone(false)
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.current?.requestSubmit()
  }
  const problem = missing ?? (decide.error === null ? null : t('decide.refused', { error: decide.error.message }))
  return (
    <form ref={form} className="decide" onSubmit={send} onKeyDown={pressed} aria-labelledby={`${name}-title`}>
      <h3 id={`${name}-title`}>{title}</h3>
      {children}
      <label>
        {t('decide.reason')}
        <textarea required rows={2} value={reason} onChange={(event) => setReason(event.target.value)} dir="auto" />
      </label>
      {named ? (
        <p className="quiet">
          {t('decide.as', { by })}{' '}
          <button type="button" className="plain-button" onClick={() => setNamed(false)}>
            {t('decide.changeName')}
          </button>
        </p>
      ) : (
        <label>
          {t('decide.by')}
          <input required value={by} onChange={(event) => setBy(event.target.value)} autoComplete="name" dir="auto" />
        </label>
      )}
      {problem !== null && (
        <p role="alert" className="problem" dir="auto">
          {problem}
        </p>
      )}
      <p className="buttons">
        <button type="submit" className="button" disabled={decide.isPending}>
          {decide.isPending ? t('decide.saving') : t('decide.save')}
        </button>
        <button type="button" className="plain-button" onClick={() => onDone(false)}>
          {t('app.cancel')}
        </button>
      </p>
    </form>
  )
}
