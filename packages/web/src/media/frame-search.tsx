/** Looks through footage for frames that may be of interest; a person chooses which of them are kept. */
import { useEffect, useId, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { FootageError, type Glimpse, glimpses, timeText } from './frame-grab.ts'
import { Veil } from './veil.tsx'

const WAYS = ['cuts', '1', '5', '30'] as const

export function FrameSearch({
  address,
  onChosen,
}: {
  address: string
  onChosen: (times: readonly number[]) => Promise<void>
}) {
  const m = useMessages()
  const { t } = m
  const [way, setWay] = useState<(typeof WAYS)[number]>('cuts')
  const [share, setShare] = useState<number | null>(null)
  const [found, setFound] = useState<readonly Glimpse[]>([])
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set())
  const [problem, setProblem] = useState('')
  const looking = useRef<AbortController | null>(null)
  const name = useId()
  useEffect(() => () => looking.current?.abort(), [])

  const look = async () => {
    const controller = new AbortController()
    looking.current = controller
    setFound([])
    setChosen(new Set())
    setProblem('')
    setShare(0)
    try {
      setFound(await glimpses(address, way === 'cuts' ? null : Number(way), controller.signal, setShare))
    } catch (error) {
      if (!(error instanceof FootageError)) throw error
      setProblem(t('media.footageFails', { error: error.message }))
    } finally {
      setShare(null)
    }
  }
  const toggle = (time: number) => {
    const next = new Set(chosen)
    if (!next.delete(time)) next.add(time)
    setChosen(next)
  }
  return (
    <details className="frame-search">
      <summary>{t('media.look')}</summary>
      <p className="buttons">
        <label>
          {t('media.lookFor')}{' '}
          <select value={way} onChange={(event) => setWay(event.target.value as typeof way)}>
            {WAYS.map((each) => (
              <option key={each} value={each}>
                {each === 'cuts' ? t('media.look.cuts') : t('media.look.every', { count: Number(each) })}
              </option>
            ))}
          </select>
        </label>
        {share === null ? (
          <button type="button" className="button" onClick={look}>
            {t('media.look.start')}
          </button>
        ) : (
          <button type="button" className="button" onClick={() => looking.current?.abort()}>
            {t('media.look.stop', { share: m.share(share) })}
          </button>
        )}
      </p>
      {problem !== '' && (
        <p role="alert" className="problem" dir="auto">
          {problem}
        </p>
      )}
      {found.length > 0 && (
        <fieldset>
          <legend>{t('media.look.found', { count: found.length })}</legend>
          <Veil>
            {() => (
              <ul className="glimpses">
                {found.map(({ time, surface }) => (
                  <li key={time}>
                    <label htmlFor={`${name}-${time}`}>
                      <Drawn surface={surface} />
                      <input
                        id={`${name}-${time}`}
                        type="checkbox"
                        checked={chosen.has(time)}
                        onChange={() => toggle(time)}
                      />{' '}
                      <bdi dir="ltr">{timeText(time)}</bdi>
                    </label>
                  </li>
                ))}
              </ul>
            )}
          </Veil>
          <p>
            <button
              type="button"
              className="button"
              disabled={chosen.size === 0}
              onClick={() => onChosen([...chosen].sort((a, b) => a - b))}
            >
              {t('media.keepChosen', { count: chosen.size })}
            </button>
          </p>
        </fieldset>
      )}
    </details>
  )
}

/** A canvas that was drawn already, put into the page. */
function Drawn({ surface }: { surface: HTMLCanvasElement }) {
  const place = useRef<HTMLSpanElement>(null)
  useEffect(() => place.current?.replaceChildren(surface), [surface])
  return <span ref={place} className="glimpse" aria-hidden="true" />
}
