/** How many are on no list: the panel, its verdict in words, strata, what linkage adds, and the pictures. */
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useMessages } from '../../messages/messages.tsx'
import { Answer } from '../../parts/answer.tsx'
import { useSource } from '../../source/queries.tsx'
import type { RegisterEstimate } from '../../source/register-source.ts'
import { RegisterParts } from './parts.tsx'

const STRATA = ['', 'month', 'place', 'sex', 'age'] as const
const PICTURES = ['overlap', 'panel', 'dependence', 'posterior'] as const

export function EstimateView() {
  const { t } = useMessages()
  const { deciding } = useSource().register
  const [by, setBy] = useState<(typeof STRATA)[number]>('')
  const [asked, setAsked] = useState<{ readonly by: string; readonly quick: boolean } | null>(null)
  return (
    <>
      <h1>{t('register.estimateTitle')}</h1>
      <RegisterParts />
      <p className="intro">{t('register.estimateIntro')}</p>
      {deciding === null ? (
        <p>{t('register.estimateCopy')}</p>
      ) : (
        <>
          <p className="filter">
            <label className="narrow">
              {t('register.by')}
              <select value={by} onChange={(event) => setBy(event.target.value as typeof by)}>
                {STRATA.map((one) => (
                  <option key={one} value={one}>
                    {t(`register.by.${one === '' ? 'none' : one}`)}
                  </option>
                ))}
              </select>
            </label>
            <button type="button" className="button" onClick={() => setAsked({ by, quick: true })}>
              {t('register.runQuick')}
            </button>
            <button type="button" className="button" onClick={() => setAsked({ by, quick: false })}>
              {t('register.runAll')}
            </button>
          </p>
          {asked !== null && <Estimated asked={asked} />}
        </>
      )}
    </>
  )
}

function Estimated({ asked }: { asked: { readonly by: string; readonly quick: boolean } }) {
  const { deciding } = useSource().register
  const answer = useQuery({
    queryKey: ['estimate', asked],
    queryFn: () => (deciding === null ? null : deciding.estimate(asked)),
    retry: false,
  })
  return <Answer query={answer}>{(data) => data !== null && <Panel answer={data} />}</Answer>
}

function Panel({ answer }: { answer: RegisterEstimate }) {
  const { t, number, share } = useMessages()
  const whole = (value: number | null) => (value === null ? '–' : number(Math.round(value)))
  const interval = (low: number | null, high: number | null) =>
    low === null
      ? '–'
      : t('register.range', { low: whole(low), high: high === null ? t('register.noUpper') : whole(high) })
  const { linkage, leftOut, refused, strata, pictures } = answer
  return (
    <>
      {refused !== null && (
        <div className="notice" role="alert">
          <p>
            <strong>{t('register.refused')}</strong>
          </p>
          {refused.reasons.map(({ message }) => (
            <p key={message} lang="en" dir="ltr">
              {message}
            </p>
          ))}
        </div>
      )}
      {answer.verdict.summary.map((sentence) => (
        <p key={sentence} className="lede" lang="en" dir="ltr">
          {sentence}
        </p>
      ))}
      {leftOut !== undefined && <p>{t('register.leftOut', leftOut)}</p>}
      {linkage != null && (
        <p>
          {t('register.linkage', {
            draws: linkage.draws,
            low: linkage.observed[0],
            high: linkage.observed[1],
            estimated: linkage.estimated,
          })}{' '}
          {linkage.rubin !== null &&
            linkage.mixture !== null &&
            t('register.pooled', {
              rubin: pooled(linkage.rubin.estimate, linkage.rubin.low, linkage.rubin.high),
              mixture: pooled(linkage.mixture.median, linkage.mixture.low, linkage.mixture.high),
              share: share(linkage.rubin.fromLinkage),
            })}
        </p>
      )}
      {PICTURES.map(
        (name) =>
          pictures[name] !== undefined && (
            <figure key={name} className="picture">
              <figcaption>{t(`register.picture.${name}`)}</figcaption>
              <Scrolling label={t(`register.picture.${name}`)}>
                <img
                  src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(pictures[name])}`}
                  alt={t(`register.picture.${name}`)}
                />
              </Scrolling>
            </figure>
          ),
      )}
      {strata !== null && (
        <div className="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('register.stratum')}</th>
                <th scope="col">{t('register.counted')}</th>
                <th scope="col">{t('register.model')}</th>
                <th scope="col">{t('register.estimate')}</th>
              </tr>
            </thead>
            <tbody>
              {strata.strata.map((one) => (
                <tr key={one.stratum}>
                  <th scope="row">
                    <bdi>{one.stratum}</bdi>
                  </th>
                  <td>{number(one.observed)}</td>
                  <td lang="en">{one.model ?? one.reason}</td>
                  <td>{whole(one.estimate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Scrolling label={t('register.picture.panel')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('register.method')}</th>
              <th scope="col">{t('register.model')}</th>
              <th scope="col">{t('register.estimate')}</th>
              <th scope="col">95%</th>
            </tr>
          </thead>
          <tbody>
            {answer.models.map((model) => (
              <tr key={`${model.method} ${model.model}`} data-credible={model.diagnostics.credible === true}>
                <td lang="en">{model.method}</td>
                <td lang="en">{model.model}</td>
                <td>{whole(model.estimate)}</td>
                <td>{interval(model.low, model.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </>
  )

  function pooled(estimate: number, low: number, high: number): string {
    return t('register.interval', { estimate: whole(estimate), low: whole(low), high: whole(high) })
  }
}

function Scrolling({ label, children }: { label: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className="scroll" aria-label={label} tabIndex={0}>
      {children}
    </section>
  )
}
