/** What a picture or a film says of itself, shown as a claim of the file: field by field, with what could not be read. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'

export function Embedded({ document: { embedded } }: { document: DocumentDetail }) {
  const m = useMessages()
  const { t } = m
  if (embedded === undefined) return null
  const { times, camera, position, fields, unread, withheld } = embedded
  return (
    <section className="embedded" aria-labelledby="embedded-title">
      <h2 id="embedded-title">{t('media.embedded')}</h2>
      <p className="notice">{t('media.embedded.note')}</p>
      <dl className="facts">
        {times.map(({ of, time, fields: from }) => (
          <div key={`${of} ${from.join()}`}>
            <dt>{t(`media.time.${of}`)}</dt>
            <dd>
              <bdi dir="ltr">{time.replace('T', ' ')}</bdi>
              {/T.*(?:Z|[+-]\d\d:\d\d)$/.test(time) || !time.includes('T') ? null : (
                <span className="quiet"> {t('media.noZone')}</span>
              )}
            </dd>
          </div>
        ))}
        {camera !== null && (
          <div>
            <dt>{t('media.device')}</dt>
            <dd>
              <bdi>{camera}</bdi>
            </dd>
          </div>
        )}
        {position !== null && (
          <div>
            <dt>{t('media.position')}</dt>
            <dd>
              <bdi dir="ltr">
                {position.latitude}, {position.longitude}
              </bdi>
              {position.altitude !== null && (
                <span className="quiet"> {t('media.altitude', { metres: m.number(position.altitude) })}</span>
              )}
            </dd>
          </div>
        )}
      </dl>
      {unread.map((sentence) => (
        <p key={sentence} className="quiet" dir="auto">
          {sentence}
        </p>
      ))}
      {withheld !== undefined && <p className="quiet">{t('media.withheld', { count: withheld })}</p>}
      <details>
        <summary>{t('media.fields', { count: fields.length })}</summary>
        <table className="embedded-fields">
          <thead>
            <tr>
              <th scope="col">{t('media.field')}</th>
              <th scope="col">{t('media.value')}</th>
            </tr>
          </thead>
          <tbody>
            {fields.map(({ group, name, value }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a file may say one field twice, and the list never changes
              <tr key={`${group} ${name} ${at}`}>
                <th scope="row" dir="ltr">
                  <span className="quiet">{group}</span> {name}
                </th>
                <td>
                  <bdi>{value}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
