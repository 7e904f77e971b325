/** Finds words in the documents and leads to each place. */
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { Answer } from '../parts/answer.tsx'
import { Citation, DocumentLink } from '../parts/document-link.tsx'
import { findWords } from '../source/find-words.ts'
import { useSearch } from '../source/queries.tsx'
import type { SearchHit } from '../source/source.ts'

export function SearchView({ words }: { words: string }) {
  const { t } = useMessages()
  const navigate = useNavigate()
  const [typed, setTyped] = useState(words)
  const found = useSearch(words)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    field.current?.focus()
  }, [])
  const go = (event: FormEvent) => {
    event.preventDefault()
    navigate({ to: '/search', search: typed.trim() === '' ? {} : { q: typed.trim() } })
  }
  return (
    <>
      <h1>{t('search.title')}</h1>
      <search>
        <form className="search" onSubmit={go}>
          <label>
            {t('search.words')}
            <input
              ref={field}
              type="search"
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
              dir="auto"
            />
          </label>
          <button type="submit" className="button">
            {t('search.go')}
          </button>
        </form>
      </search>
      {words === '' ? (
        <p className="quiet">{t('search.start')}</p>
      ) : (
        <Answer query={found}>{(hits) => <Hits hits={hits} words={words} />}</Answer>
      )}
    </>
  )
}

function Hits({ hits, words }: { hits: readonly SearchHit[]; words: string }) {
  const { t } = useMessages()
  if (hits.length === 0) return <p role="status">{t('search.none')}</p>
  return (
    <>
      <p role="status">{t('search.hits', { count: hits.length })}</p>
      <ol className="hits">
        {hits.map((hit) => (
          <li key={`${hit.document} ${hit.start}`}>
            <p dir="auto">
              <DocumentLink id={hit.document} words={hit}>
                <Snippet text={hit.snippet} words={words} />
              </DocumentLink>
            </p>
            <p className="quiet">
              {hit.title !== null && <bdi>{hit.title} · </bdi>}
              <Citation id={hit.document} words={hit} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}

function Snippet({ text, words }: { text: string; words: string }) {
  const [first] = findWords(text, words)
  if (first === undefined) return text
  return (
    <>
      {text.slice(0, first.start)}
      <mark>{text.slice(first.start, first.end)}</mark>
      {text.slice(first.end)}
    </>
  )
}
