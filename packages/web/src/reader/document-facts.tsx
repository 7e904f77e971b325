/** What is known of a document and its original, and what stood in the way of reading it. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'
import { Confidential } from '../parts/confidential.tsx'
import { useSource } from '../source/queries.tsx'
import { CaptureFacts, MessageFiles } from './capture-facts.tsx'
import { Derivatives, ReadBy } from './derivatives.tsx'

export function DocumentFacts({ document }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  const original = useSource().original(document.item)
  const { title, outlet, agency, published, modified, dating, languageRead, language, error, needs, files, url } =
    document
  const known = [...new Set([outlet, agency].filter((each) => each !== null))]
  return (
    <header className="document-facts">
      <h1>
        <bdi {...(language === null ? {} : { lang: language })}>
          {title ?? t('documents.untitled', { file: files[0] ?? document.id })}
        </bdi>
        {document.confidential === true && (
          <>
            {' '}
            <Confidential />
          </>
        )}
      </h1>
      <p className="document-line">
        <bdi>{known.join(' · ') || t('app.notKnown')}</bdi>
        {published !== null && ` · ${m.date(published)}`}
        {modified !== null && ` · ${t('documents.changed', { date: m.date(modified) })}`}
        {language !== null && ` · ${m.languageName(language)}`}
      </p>
      {error !== null && (
        <p className="notice" dir="auto">
          {t('reader.error', { error })}
        </p>
      )}
      {dating !== 'dated' && <p className="quiet">{t(`documents.dating.${dating}`)}</p>}
      {!languageRead && <p className="quiet">{t('documents.languageNotRead')}</p>}
      {needs !== null && <p className="notice">{t('reader.needsTranscription')}</p>}
      <ReadBy document={document} />
      {document.notes.map((note) => (
        <p key={note} className="notice" dir="auto">
          {note}
        </p>
      ))}
      {document.disagreements.map(({ field, manifest, found }) => (
        <p key={field} className="notice" dir="auto">
          {t('reader.disagrees', { field: m.named(`documents.${field}`, field), manifest, found })}
        </p>
      ))}
      <details>
        <summary>{t('reader.facts')}</summary>
        <dl className="facts">
          <div>
            <dt>{t('reader.files')}</dt>
            <dd dir="auto">{files.join(', ')}</dd>
          </div>
          {url !== null && (
            <div>
              <dt>{t('reader.address')}</dt>
              <dd dir="ltr" className="address">
                {url}
              </dd>
            </div>
          )}
          <div>
            <dt>{t('reader.digest')}</dt>
            <dd dir="ltr" className="address">
              {document.item}
            </dd>
          </div>
          <div>
            <dt>{t('reader.size')}</dt>
            <dd>
              {m.number(document.size)} B{document.mediaType !== null && ` · ${document.mediaType}`}
            </dd>
          </div>
          <CaptureFacts document={document} />
        </dl>
        <MessageFiles document={document} />
        <Derivatives document={document} />
        {original !== null && (
          <p>
            <a href={original} download>
              {t('reader.original')}
            </a>
          </p>
        )}
      </details>
    </header>
  )
}
