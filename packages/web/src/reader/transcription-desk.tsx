/** A scan beside a box for its words: what a person writes there becomes the document's text, signed with their name. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { type ReactNode, useState } from 'react'
import { Veil } from '../media/veil.tsx'
import { useMessages } from '../messages/messages.tsx'
import { useSource } from '../source/queries.tsx'
import { DecideForm } from './decide-form.tsx'

const LANGUAGES = ['ar', 'en'] as const

/** Shown where an item holds no text, or where its text is somebody's reading that may be done again. */
export function TranscriptionDesk({ document }: { document: DocumentDetail }) {
  const { t } = useMessages()
  const [open, setOpen] = useState(false)
  const [said, setSaid] = useState('')
  const canDecide = useSource().decide !== null
  const { part, needs, untranscribed, derivedFrom } = document
  const isRead = derivedFrom.length > 0
  if (!canDecide || part !== null || (needs === null && untranscribed.length === 0 && !isRead)) return null
  const done = (recorded: boolean) => {
    setOpen(false)
    setSaid(recorded ? t('decide.done') : '')
  }
  return (
    <section className="transcription" aria-label={t('transcribe.title')}>
      <p role="status" className="said">
        {said}
      </p>
      {open ? (
        <Desk document={document} onDone={done} />
      ) : (
        <p>
          <button type="button" className="button" onClick={() => setOpen(true)}>
            {t(isRead ? 'transcribe.again' : 'transcribe.open')}
          </button>
        </p>
      )}
    </section>
  )
}

function Desk({ document, onDone }: { document: DocumentDetail; onDone: (recorded: boolean) => void }) {
  const m = useMessages()
  const { t } = m
  const pages = pagesOf(document)
  const [page, setPage] = useState<number | null>(pages[0] ?? null)
  const [words, setWords] = useState(() => wordsBefore(document, page))
  const [language, setLanguage] = useState<string>('')
  const picture = useSource().picture(document.item, page)
  const [fails, setFails] = useState(false)
  const choose = (next: number) => {
    setPage(next)
    setWords(wordsBefore(document, next))
    setFails(false)
  }
  const asked = () => {
    if (words.trim() === '') return t('transcribe.missing')
    const set = { text: words, page, language: language === '' ? null : language }
    return { action: 'transcribe' as const, target: document.item, set }
  }
  return (
    <div className="desk">
      <div className="desk-picture">
        {picture === null || fails ? (
          <p className="quiet">{t('transcribe.noPicture')}</p>
        ) : (
          <Scan covered={page === null}>
            <img
              src={picture}
              alt={page === null ? t('transcribe.picture') : t('transcribe.picturePage', { page: m.number(page) })}
              onError={() => setFails(true)}
            />
          </Scan>
        )}
      </div>
      <DecideForm title={t('transcribe.title')} asked={asked} onDone={onDone}>
        {pages.length > 1 && (
          <label>
            {t('transcribe.page')}
            <select value={String(page)} onChange={(event) => choose(Number(event.target.value))}>
              {pages.map((each) => (
                <option key={each} value={each}>
                  {m.number(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        <label>
          {t('transcribe.words')}
          <textarea required rows={14} value={words} onChange={(event) => setWords(event.target.value)} dir="auto" />
        </label>
        <label>
          {t('transcribe.language')}
          <select value={language} onChange={(event) => setLanguage(event.target.value)}>
            <option value="">{t('transcribe.languageFound')}</option>
            {LANGUAGES.map((each) => (
              <option key={each} value={each}>
                {m.languageName(each)}
              </option>
            ))}
          </select>
        </label>
      </DecideForm>
    </div>
  )
}

/** A picture is covered until it is asked for; pages of a document are words. */
function Scan({ covered, children }: { covered: boolean; children: ReactNode }) {
  return covered ? <Veil>{() => children}</Veil> : children
}

/** Pages that nobody has read, then those whose reading may be done again; none for a picture. */
function pagesOf({ untranscribed, derivedFrom }: DocumentDetail): readonly number[] {
  return [...new Set([...untranscribed, ...derivedFrom.flatMap(({ page }) => (page === null ? [] : [page]))])]
}

/** The reading that stands, so that it can be corrected. */
function wordsBefore({ derivatives }: DocumentDetail, page: number | null): string {
  return derivatives.findLast((one) => one.inEffect && one.page === page)?.text ?? ''
}
