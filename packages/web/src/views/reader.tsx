/** One document: its text with every figure and claim marked, and the chosen one in full beside it. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { countText } from '../format/count.ts'
import { useKeys } from '../keys.ts'
import { Embedded } from '../media/embedded.tsx'
import { Footage } from '../media/footage.tsx'
import { ItemPicture } from '../media/picture.tsx'
import { useMessages } from '../messages/messages.tsx'
import { Answer } from '../parts/answer.tsx'
import { ProposedBadge } from '../parts/proposed.tsx'
import { StatusBadge } from '../parts/review.tsx'
import { AskedOf } from '../reader/asked.tsx'
import { AddClaim, DecideOn, type Deciding } from '../reader/decisions.tsx'
import { DocumentFacts } from '../reader/document-facts.tsx'
import { DocumentText, useSelectedWords, type Words } from '../reader/document-text.tsx'
import { PanelFields, PanelHead } from '../reader/panel.tsx'
import { TranscriptionDesk } from '../reader/transcription-desk.tsx'
import { useDocument, useSource } from '../source/queries.tsx'
import type { DocumentClaim } from '../source/source.ts'

export function ReaderView({ id, at, chosen }: { id: string; at: string | null; chosen: string | null }) {
  const document = useDocument(id)
  return <Answer query={document}>{(data) => <Reader document={data} at={at} chosen={chosen} />}</Answer>
}

type Doing = { readonly kind: Deciding } | { readonly kind: 'add'; readonly words: Words | null }

function Reader({ document, at, chosen }: { document: DocumentDetail; at: string | null; chosen: string | null }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const canDecide = useSource().decide !== null
  const [filter, setFilter] = useState<'all' | 'machine' | 'unsure'>('all')
  const [doing, setDoing] = useState<Doing | null>(null)
  const [said, setSaid] = useState('')
  const place = useRef<HTMLElement>(null)
  const all = useMemo(() => claimsOf(document), [document])
  const listed = useMemo(
    () =>
      all.filter(
        ({ value }) =>
          value.id === chosen ||
          filter === 'all' ||
          (filter === 'machine' ? value.review.status === 'machine-read' : value.unsure !== null),
      ),
    [all, filter, chosen],
  )
  const words = useMemo(() => wordsAt(at, document.text.length), [at, document])
  const selected = useSelectedWords(place)
  const position = listed.findIndex(({ value }) => value.id === chosen)
  const claim = listed[position] ?? null

  const choose = (next: string) => {
    setDoing(null)
    setSaid('')
    navigate({
      to: '/document/$id',
      params: { id: document.id },
      search: { claim: next },
      replace: true,
      resetScroll: false,
    })
  }
  const step = (by: 1 | -1) => {
    const next = listed[position === -1 ? (by === 1 ? 0 : listed.length - 1) : position + by]
    if (next !== undefined) choose(next.value.id)
  }
  const decide = (kind: Deciding) => {
    if (canDecide && claim !== null && (kind !== 'undo' || claim.value.review.decision !== null)) setDoing({ kind })
  }
  const add = () => {
    if (canDecide) setDoing({ kind: 'add', words: selected })
  }
  const close = () => {
    setDoing(null)
    navigate({ to: '/document/$id', params: { id: document.id }, replace: true, resetScroll: false })
  }
  useKeys({
    Escape: close,
    j: () => step(1),
    k: () => step(-1),
    a: () => decide('accept'),
    r: () => decide('reject'),
    c: () => decide('correct'),
    u: () => decide('undo'),
    n: add,
  })
  useScrollTo(place, words === null ? chosen : `at ${at}`, words === null ? '[data-chosen]' : '[data-at]')
  useClicks(place, chosen, choose)

  const done = (recorded: boolean) => {
    setDoing(null)
    setSaid(recorded ? t('decide.done') : '')
    place.current?.closest<HTMLElement>('main')?.focus({ preventScroll: true })
  }
  return (
    <div className="reader">
      <p className="back">
        <Link to="/documents">{t('reader.back')}</Link>
      </p>
      <DocumentFacts document={document} />
      <ItemPicture key={`picture ${document.id}`} document={document} />
      <Footage key={`footage ${document.id}`} document={document} />
      <Embedded document={document} />
      <TranscriptionDesk key={document.id} document={document} />
      <AskedOf document={document} />
      <div className="reader-columns">
        <section className="reader-text" aria-label={t('reader.text')}>
          {document.text === '' ? null : (
            <DocumentText document={document} claims={all} at={words} chosen={chosen} place={place} />
          )}
        </section>
        <aside className="reader-side" aria-label={t('reader.panel')}>
          <p role="status" className="said">
            {said}
          </p>
          <div className="panel" data-empty={claim === null && doing === null}>
            {doing?.kind === 'add' ? (
              <AddClaim document={document} words={doing.words} onDone={done} />
            ) : claim === null ? (
              <p className="quiet">{all.length === 0 ? t('reader.listEmpty') : t('reader.choose')}</p>
            ) : (
              <>
                <Stepper at={position + 1} count={listed.length} step={step} close={close} />
                <PanelHead claim={claim} />
                {canDecide && doing === null && <Buttons claim={claim} decide={decide} />}
                {doing !== null && (
                  <DecideOn key={`${claim.value.id} ${doing.kind}`} claim={claim} action={doing.kind} onDone={done} />
                )}
                <PanelFields document={document.id} claim={claim} />
                <Overlaps all={all} claim={claim} choose={choose} />
              </>
            )}
          </div>
          {canDecide && doing?.kind !== 'add' && document.text !== '' && (
            <p>
              <button type="button" className="button" onClick={add} aria-keyshortcuts="n">
                {selected === null ? t('reader.add') : t('reader.addSelected')}
              </button>
            </p>
          )}
          {!canDecide && <p className="quiet">{t('decide.off')}</p>}
          <ClaimList claims={listed} chosen={chosen} choose={choose} filter={filter} setFilter={setFilter} />
        </aside>
      </div>
    </div>
  )
}

interface Stepping {
  readonly at: number
  readonly count: number
  readonly step: (by: 1 | -1) => void
  readonly close: () => void
}

function Stepper({ at, count, step, close }: Stepping) {
  const { t } = useMessages()
  return (
    <p className="stepper">
      <button type="button" className="plain-button" onClick={() => step(-1)} disabled={at <= 1} aria-keyshortcuts="k">
        {t('reader.previous')} <kbd>k</kbd>
      </button>
      <span>{t('reader.position', { at, count })}</span>
      <button
        type="button"
        className="plain-button"
        onClick={() => step(1)}
        disabled={at >= count}
        aria-keyshortcuts="j"
      >
        {t('reader.next')} <kbd>j</kbd>
      </button>
      <button type="button" className="plain-button stepper-close" onClick={close} aria-keyshortcuts="Escape">
        {t('app.close')}
      </button>
    </p>
  )
}

function Buttons({ claim, decide }: { claim: DocumentClaim; decide: (kind: Deciding) => void }) {
  const { t } = useMessages()
  const kinds: readonly Deciding[] =
    claim.value.review.decision === null ? ['accept', 'correct', 'reject'] : ['accept', 'correct', 'reject', 'undo']
  return (
    <p className="buttons">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          className="button"
          onClick={() => decide(kind)}
          aria-keyshortcuts={kind.charAt(0)}
        >
          {t(`decide.${kind}`)} <kbd>{kind.charAt(0)}</kbd>
        </button>
      ))}
    </p>
  )
}

interface Listed {
  readonly claims: readonly DocumentClaim[]
  readonly chosen: string | null
  readonly choose: (id: string) => void
  readonly filter: 'all' | 'machine' | 'unsure'
  readonly setFilter: (filter: 'all' | 'machine' | 'unsure') => void
}

function ClaimList({ claims, chosen, choose, filter, setFilter }: Listed) {
  const { t } = useMessages()
  return (
    <section className="claim-list" aria-labelledby="claim-list-title">
      <h2 id="claim-list-title">{t('reader.list')}</h2>
      <label>
        {t('reader.show')}{' '}
        <select value={filter} onChange={(event) => setFilter(event.target.value as typeof filter)}>
          {(['all', 'machine', 'unsure'] as const).map((each) => (
            <option key={each} value={each}>
              {t(`reader.show.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <ol onKeyDown={moveFocus}>
        {claims.map((claim) => (
          <li key={claim.value.id}>
            <button
              type="button"
              aria-current={claim.value.id === chosen}
              data-type={claim.type}
              onClick={() => choose(claim.value.id)}
            >
              <ClaimLine claim={claim} /> <StatusBadge status={claim.value.review.status} />{' '}
              <ProposedBadge by={claim.value.proposedBy} />
            </button>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Overlaps({
  all,
  claim,
  choose,
}: {
  all: readonly DocumentClaim[]
  claim: DocumentClaim
  choose: (id: string) => void
}) {
  const { t } = useMessages()
  const { id, start, end } = claim.value
  const others = all.filter(({ value }) => value.id !== id && value.start < end && value.end > start)
  if (others.length === 0) return null
  return (
    <div className="overlaps">
      <h3>{t('reader.overlaps')}</h3>
      <ul className="plain">
        {others.map((other) => (
          <li key={other.value.id}>
            <button type="button" className="plain-button" onClick={() => choose(other.value.id)}>
              <ClaimLine claim={other} />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function ClaimLine({ claim }: { claim: DocumentClaim }) {
  const m = useMessages()
  if (claim.type === 'figure') {
    const { value } = claim
    return (
      <bdi>
        {countText(m, value)} {m.t(`effect.${value.effect}`)}
        <span className="quiet"> · {value.claimant ?? m.t('field.ownVoice')}</span>
      </bdi>
    )
  }
  return (
    <bdi>
      {m.t(`kind.${claim.value.kind}`)}
      <span className="quiet"> · {claim.value.speaker ?? m.t('field.ownVoice')}</span>
    </bdi>
  )
}

function claimsOf(document: DocumentDetail): DocumentClaim[] {
  return [
    ...document.figureList.map((value) => ({ type: 'figure' as const, value })),
    ...document.claimList.map((value) => ({ type: 'claim' as const, value })),
  ].sort((a, b) => a.value.start - b.value.start || b.value.end - a.value.end)
}

/** `120-140` as offsets; null for anything else, or where they lie outside the text. */
function wordsAt(at: string | null, length: number): Words | null {
  const match = /^(\d{1,9})-(\d{1,9})$/.exec(at ?? '')
  if (match === null) return null
  const start = Number(match[1])
  const end = Math.min(Number(match[2]), length)
  return start < end ? { start, end } : null
}

function useScrollTo(place: { readonly current: HTMLElement | null }, what: string | null, selector: string): void {
  useEffect(() => {
    if (what === null) return
    const smooth = !matchMedia('(prefers-reduced-motion: reduce)').matches
    const found = place.current?.querySelector(selector)
    found?.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'auto' })
  }, [place, what, selector])
}

/** A click on marked words chooses the innermost claim; another click there goes outwards. */
function useClicks(
  place: { readonly current: HTMLElement | null },
  chosen: string | null,
  choose: (id: string) => void,
) {
  const latest = useRef({ chosen, choose })
  useEffect(() => {
    latest.current = { chosen, choose }
  })
  useEffect(() => {
    const article = place.current
    if (article === null) return
    const clicked = (event: MouseEvent) => {
      if (!(event.target instanceof Element) || getSelection()?.isCollapsed === false) return
      const ids = event.target.closest<HTMLElement>('[data-marks]')?.dataset.marks?.split(' ') ?? []
      const next = ids[(ids.indexOf(latest.current.chosen ?? '') + 1) % Math.max(1, ids.length)]
      if (next !== undefined && next !== '') latest.current.choose(next)
    }
    article.addEventListener('click', clicked)
    return () => article.removeEventListener('click', clicked)
  }, [place])
}

function moveFocus(event: KeyboardEvent<HTMLElement>) {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (by === 0) return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons[buttons.indexOf(document.activeElement as HTMLButtonElement) + by]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
