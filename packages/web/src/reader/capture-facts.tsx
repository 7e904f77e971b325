/** Where a part of a capture stands in its original, when it was captured, and the files its messages carry. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'
import { DocumentLink } from '../parts/document-link.tsx'
import { useDocuments } from '../source/queries.tsx'

export function CaptureFacts({ document: { part, captured, modified } }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  return (
    <>
      {part !== null && (
        <div>
          <dt>{t('capture.part')}</dt>
          <dd>
            {t(`capture.part.${part.kind}`)}
            {part.id !== null && <bdi className="address"> {part.id}</bdi>}
            {part.member !== null && <bdi className="address"> {part.member}</bdi>}
            {' · '}
            {t('capture.bytes', { start: m.number(part.start), end: m.number(part.end) })}
          </dd>
        </div>
      )}
      {captured !== null && (
        <div>
          <dt>{t('capture.captured')}</dt>
          <dd dir="ltr" className="address">
            {captured}
          </dd>
        </div>
      )}
      {modified !== null && (
        <div>
          <dt>{t('capture.modified')}</dt>
          <dd dir="ltr" className="address">
            {modified}
          </dd>
        </div>
      )}
    </>
  )
}

export function MessageFiles({ document }: { document: DocumentDetail }) {
  const { t } = useMessages()
  const documents = useDocuments().data ?? []
  const files = document.messages.flatMap(({ start, media }) =>
    media.map((one, at) => ({ ...one, key: `${start} ${at}` })),
  )
  if (files.length === 0) return null
  return (
    <section className="message-files" aria-labelledby="message-files-title">
      <h2 id="message-files-title">{t('capture.files')}</h2>
      <ul className="plain">
        {files.map(({ key, kind, file, note, item }) => {
          const shown = item === null ? undefined : documents.find((one) => one.item === item && one.part === null)
          return (
            <li key={key}>
              <bdi>{kind}</bdi>:{' '}
              {shown === undefined ? (
                <bdi>{file ?? note ?? t('app.notKnown')}</bdi>
              ) : (
                <DocumentLink id={shown.id}>{file}</DocumentLink>
              )}
              {file !== null && shown === undefined && <span className="quiet"> {t('capture.fileMissing')}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
