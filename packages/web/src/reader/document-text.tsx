/** A document's text in its blocks, with figures, claims and the linked words marked where they stand. */
import type { DocumentDetail } from '@corroborate/workbench/contract'
import { memo, type RefObject, useEffect, useState } from 'react'
import { directionIn, directionOf } from '../format/direction.ts'
import { useMessages } from '../messages/messages.tsx'
import type { DocumentClaim } from '../source/source.ts'
import { type Mark, type Segment, segments } from './segments.ts'

export interface Words {
  readonly start: number
  readonly end: number
}

interface TextMark extends Mark {
  /** A name stands apart from the direction of the words around it. */
  readonly type: 'figure' | 'claim' | 'at' | 'name'
  readonly status: string
}

interface Given {
  readonly document: DocumentDetail
  readonly claims: readonly DocumentClaim[]
  readonly at: Words | null
  readonly chosen: string | null
  readonly place: RefObject<HTMLElement | null>
}

export const DocumentText = memo(function DocumentText({ document, claims, at, chosen, place }: Given) {
  const { t } = useMessages()
  const { text, language } = document
  const blocks = document.blocks.length > 0 ? document.blocks : [{ kind: 'body' as const, start: 0, end: text.length }]
  const heads = new Set(document.messages.map(({ start }) => start))
  const isChat = heads.size > 0
  const marks: TextMark[] = claims.map(({ type, value }) => ({
    id: value.id,
    start: value.start,
    end: value.end,
    type,
    status: value.review.status,
  }))
  if (at !== null) marks.push({ id: 'at', ...at, type: 'at', status: '' })
  for (const { authorAt, forwardedAt } of document.messages) {
    for (const name of [authorAt, forwardedAt])
      if (name !== null) marks.push({ id: `name ${name.start}`, ...name, type: 'name', status: '' })
  }
  return (
    <article
      ref={place}
      className="text"
      {...(language === null ? { dir: 'auto' } : { lang: language, dir: directionOf(language) })}
    >
      {blocks.map((block) => (
        <div
          key={block.start}
          className="block"
          dir={isChat ? undefined : (directionIn(text.slice(block.start, block.end)) ?? undefined)}
          data-kind={block.kind}
          data-message={heads.has(block.start) || undefined}
        >
          {block.kind !== 'body' && !isChat && <span className="block-kind">{t(`block.${block.kind}`)}</span>}
          <p data-start={block.start} {...(isChat ? { dir: 'auto' } : {})}>
            {segments(block.start, block.end, marks).map((segment) => (
              <Piece key={segment.start} text={text} segment={segment} chosen={chosen} />
            ))}
          </p>
        </div>
      ))}
    </article>
  )
})

function Piece({ text, segment, chosen }: { text: string; segment: Segment<TextMark>; chosen: string | null }) {
  const words = text.slice(segment.start, segment.end)
  if (segment.marks.length === 0) return words
  if (segment.marks.every((mark) => mark.type === 'name')) return <bdi>{words}</bdi>
  const claims = segment.marks.filter((mark) => mark.type !== 'at' && mark.type !== 'name')
  const types = new Set(segment.marks.map((mark) => mark.type))
  return (
    <mark
      data-marks={claims.map((mark) => mark.id).join(' ')}
      data-figure={types.has('figure') || undefined}
      data-claim={types.has('claim') || undefined}
      data-at={types.has('at') || undefined}
      data-chosen={claims.some((mark) => mark.id === chosen) || undefined}
      data-status={claims[0]?.status}
      data-depth={Math.min(3, claims.length)}
    >
      {words}
    </mark>
  )
}

/** The words that are selected inside `place`, as offsets of the document's text; null where none are. */
export function useSelectedWords(place: RefObject<HTMLElement | null>): Words | null {
  const [words, setWords] = useState<Words | null>(null)
  useEffect(() => {
    const changed = () => setWords((before) => same(before, selectedIn(place.current)))
    document.addEventListener('selectionchange', changed)
    return () => document.removeEventListener('selectionchange', changed)
  }, [place])
  return words
}

function same(before: Words | null, now: Words | null): Words | null {
  return before?.start === now?.start && before?.end === now?.end ? before : now
}

function selectedIn(place: HTMLElement | null): Words | null {
  const selection = getSelection()
  if (place === null || selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = offsetIn(place, range.startContainer, range.startOffset)
  const end = offsetIn(place, range.endContainer, range.endOffset)
  return start === null || end === null || start >= end ? null : { start, end }
}

function offsetIn(place: HTMLElement, node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest<HTMLElement>('[data-start]')
  if (block == null || !place.contains(block)) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  return Number(block.dataset.start) + before.toString().length
}
