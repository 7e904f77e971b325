/** Footage that an item is: played from this machine, muted and covered at first, with the frames that people kept of it. */
import type { DocumentDetail, Frame } from '@corroborate/workbench/contract'
import { useRef, useState } from 'react'
import { isolated, useMessages } from '../messages/messages.tsx'
import { DecideForm, RecordForm } from '../reader/decide-form.tsx'
import { useSource } from '../source/queries.tsx'
import { FootageError, type GrabbedFrame, grabFrame, seekTo, timeText } from './frame-grab.ts'
import { FrameSearch } from './frame-search.tsx'
import { PicturesSetting, Veil } from './veil.tsx'

export function Footage({ document }: { document: DocumentDetail }) {
  const { t } = useMessages()
  const address = useSource().footage(document.item)
  const kind = /^(video|audio)\//.exec(document.mediaType ?? '')?.[1]
  if (kind === undefined || document.part !== null) return null
  if (address === null) return <FrameStrip document={document} goTo={null} />
  if (kind === 'video') return <Player document={document} address={address} />
  return (
    <section className="footage" aria-labelledby="footage-title">
      <h2 id="footage-title">{t('media.recording')}</h2>
      {/* biome-ignore lint/a11y/useMediaCaption: what is said in it is transcribed below, or not known yet */}
      <audio controls preload="metadata" src={address} />
    </section>
  )
}

function Player({ document, address }: { document: DocumentDetail; address: string }) {
  const { t } = useMessages()
  const video = useRef<HTMLVideoElement>(null)
  const [keeping, setKeeping] = useState<readonly GrabbedFrame[] | null>(null)
  const [said, setSaid] = useState('')
  const [fails, setFails] = useState(false)
  const { keepFrame } = useSource()
  const attempt = async (work: (player: HTMLVideoElement) => Promise<void>) => {
    setSaid('')
    if (video.current === null) return
    try {
      await work(video.current)
    } catch (error) {
      if (!(error instanceof FootageError)) throw error
      setSaid(t('media.footageFails', { error: error.message }))
    }
  }
  const keepShown = () =>
    attempt(async (player) => {
      player.pause()
      setKeeping([await grabFrame(player)])
    })
  const keepAt = (times: readonly number[]) =>
    attempt(async (player) => {
      player.pause()
      const grabbed: GrabbedFrame[] = []
      for (const time of times) {
        await seekTo(player, time)
        grabbed.push(await grabFrame(player))
      }
      setKeeping(grabbed)
    })
  return (
    <section className="footage" aria-labelledby="footage-title">
      <h2 id="footage-title">{t('media.footage')}</h2>
      <PicturesSetting />
      <Veil>
        {() => <video ref={video} controls muted preload="metadata" src={address} onError={() => setFails(true)} />}
      </Veil>
      {fails && <p className="notice">{t('media.notPlayed')}</p>}
      <p role="status" className="said" dir="auto">
        {said}
      </p>
      {keepFrame !== null && !fails && keeping === null && (
        <>
          <p>
            <button type="button" className="button" onClick={keepShown}>
              {t('media.keep')}
            </button>
          </p>
          <FrameSearch key={document.id} address={address} onChosen={keepAt} />
        </>
      )}
      {keeping !== null && (
        <KeepForm
          item={document.item}
          frames={keeping}
          onDone={(recorded) => {
            setKeeping(null)
            setSaid(recorded ? t('decide.done') : '')
          }}
        />
      )}
      <FrameStrip document={document} goTo={(time) => attempt((player) => seekTo(player, time))} />
    </section>
  )
}

interface Keeping {
  readonly item: string
  readonly frames: readonly GrabbedFrame[]
  readonly onDone: (recorded: boolean) => void
}

function KeepForm({ item, frames, onDone }: Keeping) {
  const m = useMessages()
  const { keepFrame } = useSource()
  const record =
    keepFrame === null
      ? null
      : async ({ by, reason }: { by: string; reason: string }) => {
          for (const frame of frames) await keepFrame({ ...frame, item, by, reason })
        }
  const times = frames.map(({ time }) => timeText(time)).join(', ')
  return (
    <RecordForm
      title={m.t('media.keepTitle', { count: frames.length })}
      asked={() => ({})}
      record={record}
      onDone={onDone}
    >
      <p>
        <bdi dir="ltr">{times}</bdi>
      </p>
    </RecordForm>
  )
}

/** Frames that were kept, in the order of the footage. */
function FrameStrip({ document, goTo }: { document: DocumentDetail; goTo: ((time: number) => void) | null }) {
  const { t } = useMessages()
  const { frames = [], files, item } = document
  if (frames.length === 0) return null
  return (
    <section className="frame-strip" aria-labelledby="frame-strip-title">
      <h3 id="frame-strip-title">{t('media.frames')}</h3>
      <p className="quiet">{t('media.framesNote')}</p>
      <ol>
        {frames.map((frame) => (
          <li key={frame.id}>
            <KeptFrame frame={frame} file={files[0] ?? item} goTo={goTo} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function KeptFrame({ frame, file, goTo }: { frame: Frame; file: string; goTo: ((time: number) => void) | null }) {
  const m = useMessages()
  const { t } = m
  const source = useSource()
  const [undoing, setUndoing] = useState(false)
  const { id, time, by, reason, maker, undone, picture } = frame
  const address = undone ? null : source.frame(frame.frame)
  const width = m.number(picture.width)
  const height = m.number(picture.height)
  return (
    <figure>
      {address !== null && (
        <Veil>
          {() => <img src={address} alt={t('media.frameOf', { file, time: timeText(time) })} loading="lazy" />}
        </Veil>
      )}
      <figcaption>
        <p>
          {goTo === null || undone ? (
            <bdi dir="ltr">{timeText(time)}</bdi>
          ) : (
            <button type="button" className="plain-button" onClick={() => goTo(time)}>
              <bdi dir="ltr">{timeText(time)}</bdi> <span className="unseen">{t('media.goTo')}</span>
            </button>
          )}{' '}
          {undone && <span className="quiet">{t('derived.undone')}</span>}
        </p>
        <p dir="auto">{reason}</p>
        <details>
          <summary>{t('media.keptBy', { by })}</summary>
          <p className="quiet">{t('media.frameBy', { width, height, maker: isolated(maker) })}</p>
          {source.decide !== null && !undone && !undoing && (
            <button type="button" className="plain-button" onClick={() => setUndoing(true)}>
              {t('decide.undo')}
            </button>
          )}
        </details>
        {undoing && (
          <DecideForm
            title={t('decide.title.undo', { by })}
            asked={() => ({ action: 'undo', target: id })}
            onDone={() => setUndoing(false)}
          />
        )}
      </figcaption>
    </figure>
  )
}
