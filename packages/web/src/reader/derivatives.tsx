/** Whose reading a document's words are, and everything that was derived from its item. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'

/** Says above the text who transcribed it, or that a machine read it, and which pages nobody has read. */
export function ReadBy({ document }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  const { derivedFrom, untranscribed, needs } = document
  return (
    <>
      {derivedFrom.map(({ record, kind, page, maker }) => (
        <p key={record} className="notice" data-made-by={kind}>
          {page === null ? t(`derived.${kind}`, { maker }) : t(`derived.${kind}.page`, { maker, page: m.number(page) })}
        </p>
      ))}
      {needs === null && untranscribed.length > 0 && (
        <p className="notice">
          {t('derived.pages', {
            count: untranscribed.length,
            pages: untranscribed.map((page) => m.number(page)).join(', '),
          })}
        </p>
      )}
    </>
  )
}

export function Derivatives({ document }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  if (document.derivatives.length === 0) return null
  return (
    <section className="derivatives" aria-labelledby="derivatives-title">
      <h2 id="derivatives-title">{t('derived.title')}</h2>
      <p className="quiet">{t('derived.parent')}</p>
      <ol>
        {document.derivatives.map(({ id, kind, page, maker, reason, inEffect, undone, text }) => (
          <li key={id}>
            <p>
              {page === null
                ? t(`derived.${kind}`, { maker })
                : t(`derived.${kind}.page`, { maker, page: m.number(page) })}{' '}
              <span className="quiet">
                {inEffect ? t('derived.inEffect') : undone ? t('derived.undone') : t('derived.followed')}
              </span>
            </p>
            {reason !== null && <p dir="auto">{reason}</p>}
            {!inEffect && (
              <details>
                <summary>{t('derived.words')}</summary>
                <p className="derived-words" dir="auto">
                  {text}
                </p>
              </details>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}
