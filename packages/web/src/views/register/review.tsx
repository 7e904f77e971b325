/** The review queue: two entries side by side, answered by keyboard, the most telling first; second answers are blind. */
import type { ReviewQueue } from '@corroborate/workbench/contract'
import { useState } from 'react'
import { useKeys } from '../../keys.ts'
import { useMessages } from '../../messages/messages.tsx'
import { Answer } from '../../parts/answer.tsx'
import { usePreferences } from '../../preferences.tsx'
import { useRecord, useSource } from '../../source/queries.tsx'
import { useQueue, useRegister } from '../../source/register-queries.tsx'
import { EntryCells, RegisterParts, type Releases, Waterfall } from './parts.tsx'

const ROUNDS = ['first', 'second', 'third'] as const
const ANSWERS = { same: 's', different: 'd', unsure: 'u' } as const
type Said = keyof typeof ANSWERS

export function ReviewView() {
  const { t } = useMessages()
  const { deciding } = useSource().register
  const register = useRegister()
  return (
    <>
      <h1>{t('register.review')}</h1>
      <RegisterParts />
      <p className="intro">{t('register.reviewIntro')}</p>
      {deciding === null ? (
        <p>{t('register.copyReview')}</p>
      ) : (
        <Answer query={register}>{({ lists }) => <Review lists={lists} />}</Answer>
      )}
    </>
  )
}

function Review({ lists }: { lists: Releases }) {
  const { t } = useMessages()
  const { author, choose } = usePreferences()
  const [reason, setReason] = useState('')
  const [round, setRound] = useState('')
  const queue = useQueue(author, round)
  return (
    <>
      <p className="filter">
        <label className="narrow">
          {t('register.reviewer')}
          <input
            value={author}
            autoComplete="name"
            dir="auto"
            onChange={(event) => choose({ author: event.target.value })}
          />
        </label>
        <label>
          {t('register.reviewReason')}
          <input value={reason} dir="auto" onChange={(event) => setReason(event.target.value)} />
        </label>
        <label className="narrow">
          {t('register.round')}
          <select value={round} onChange={(event) => setRound(event.target.value)}>
            <option value="">{t('register.round.any')}</option>
            {ROUNDS.map((one) => (
              <option key={one} value={one}>
                {t(`register.round.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </p>
      <Answer query={queue}>
        {(data) => data !== null && <Queue queue={data} lists={lists} by={author} reason={reason} />}
      </Answer>
    </>
  )
}

interface Answering {
  readonly queue: ReviewQueue
  readonly lists: Releases
  readonly by: string
  readonly reason: string
}

function Queue({ queue, lists, by, reason }: Answering) {
  const { t, share, number } = useMessages()
  const { deciding } = useSource().register
  const record = useRecord(deciding?.mark ?? null)
  const [missing, setMissing] = useState(false)
  const [said, setSaid] = useState<Said | null>(null)
  const pair = queue.pairs[0]
  const answer = (mark: Said) => {
    if (pair === undefined || record.isPending) return
    setMissing(by.trim() === '' || reason.trim() === '')
    if (by.trim() === '' || reason.trim() === '') return
    const ids = [pair.a.id, pair.b.id]
    const blind = pair.round !== 'first'
    record.mutate({ mark, ids, blind, by: by.trim(), reason: reason.trim() }, { onSuccess: () => setSaid(mark) })
  }
  useKeys(Object.fromEntries(Object.entries(ANSWERS).map(([mark, key]) => [key, () => answer(mark as Said)])))
  const { kappa, low, high, pairs } = queue.agreement
  const rounded = (value: number | null) => number(Math.round((value ?? 0) * 100) / 100)
  return (
    <>
      <p className="quiet">
        {t('register.waiting', queue.queue)}{' '}
        {kappa === null
          ? t('register.noKappa')
          : t('register.kappa', { kappa: rounded(kappa), low: rounded(low), high: rounded(high), pairs })}
      </p>
      <p role="status" className="quiet">
        {said === null ? '' : t('register.answered', { answer: t(`register.${said}`) })}
      </p>
      {pair === undefined ? (
        <p>{t('register.nothingWaits')}</p>
      ) : (
        <section aria-label={t('register.review')} className="pair">
          <div className="sides">
            <EntryCells entry={pair.a} lists={lists} />
            <EntryCells entry={pair.b} lists={lists} />
          </div>
          {(missing || record.error !== null) && (
            <p role="alert" className="problem" dir="auto">
              {record.error === null ? t('register.needName') : t('decide.refused', { error: record.error.message })}
            </p>
          )}
          <p className="buttons">
            {(Object.keys(ANSWERS) as Said[]).map((mark) => (
              <button
                key={mark}
                type="button"
                className="button"
                aria-keyshortcuts={ANSWERS[mark]}
                disabled={record.isPending}
                onClick={() => answer(mark)}
              >
                {t(`register.${mark}`)} <kbd>{ANSWERS[mark]}</kbd>
              </button>
            ))}
          </p>
          {pair.pair === null ? (
            <p className="quiet">{t('register.blind')}</p>
          ) : (
            <details>
              <summary>
                {t('register.machine', {
                  share: share(pair.pair.probability),
                  state: t(pair.together === true ? 'register.together' : 'register.apart'),
                })}
              </summary>
              <Waterfall pair={pair.pair} caption={t('register.why')} />
            </details>
          )}
          <p className="quiet">{t('register.answerKeys')}</p>
        </section>
      )}
    </>
  )
}
