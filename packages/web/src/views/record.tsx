/** The record behind the case: digits that fix every event up to now, and who else says when it stood so. */
import type { CheckpointView } from '@corroborate/workbench/contract'
import { useMessages } from '../messages/messages.tsx'
import { Answer } from '../parts/answer.tsx'
import { useDates } from '../source/queries.tsx'

export function Record() {
  const dates = useDates()
  return (
    <Answer query={dates}>{(checkpoint) => (checkpoint === null ? null : <RecordOf checkpoint={checkpoint} />)}</Answer>
  )
}

function RecordOf({ checkpoint }: { checkpoint: CheckpointView }) {
  const { t, moment } = useMessages()
  const { size, digits, stamps, cosignatures, dated, undated } = checkpoint
  const good = stamps.filter(({ state }) => state === 'dated')
  const waiting = stamps.filter(({ state }) => state === 'queued')
  return (
    <section aria-labelledby="record-title">
      <h2 id="record-title">{t('record.title')}</h2>
      <p>{t('record.intro', { size: size })}</p>
      <p>
        <code dir="ltr">
          {size} {digits.join(' ')}
        </code>
      </p>
      <ul>
        {good.map(({ request, time, authority, size: first, anchored }) => (
          <li key={request}>
            {t('record.dated', { size: first })} {time !== null && moment(time)} · <bdi>{authority}</bdi>
            {!anchored && <span className="quiet"> · {t('record.unanchored')}</span>}
          </li>
        ))}
        {cosignatures.map(({ witness, time, size: first }) => (
          <li key={`${witness} ${time}`}>
            {t('record.cosigned', { size: first })} {moment(time)} · <bdi>{witness}</bdi>
          </li>
        ))}
        {waiting.length > 0 && <li>{t('record.waiting', { size: waiting.length })}</li>}
        {dated === 0 && <li>{t('record.undated')}</li>}
        {dated > 0 && undated > 0 && <li>{t('record.undatedRest', { size: undated })}</li>}
      </ul>
    </section>
  )
}
