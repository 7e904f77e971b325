/** Links into documents: to the whole, or to the exact words. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useClaimIndex, useSummary } from '../source/queries.tsx'
import { Confidential } from './confidential.tsx'

interface Words {
  readonly start: number
  readonly end: number
}

export function DocumentLink(given: {
  id: string
  words?: Words
  claim?: string
  children: ReactNode
  label?: string
}) {
  const { id, words, claim, children, label } = given
  const search = {
    ...(words === undefined ? {} : { at: `${words.start}-${words.end}` }),
    ...(claim === undefined ? {} : { claim }),
  }
  return (
    <Link to="/document/$id" params={{ id }} search={search} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </Link>
  )
}

/** Where a document was published, else how it is named. */
export function outletOf(document: Pick<DocumentSummary, 'outlet' | 'title' | 'files' | 'id'>): string {
  return document.outlet ?? document.title ?? document.files[0] ?? document.id
}

/** Outlet and date of a document, linked to the words. */
export function Citation({ id, words, claim }: { id: string; words?: Words; claim?: string }) {
  const { date } = useMessages()
  const document = useSummary(id)
  return (
    <span className="citation">
      <DocumentLink id={id} {...(words === undefined ? {} : { words })} {...(claim === undefined ? {} : { claim })}>
        <bdi>{document === null ? id.slice(0, 8) : outletOf(document)}</bdi>
      </DocumentLink>
      {document?.confidential === true && (
        <>
          {' '}
          <Confidential />
        </>
      )}
      {document?.published != null && <span className="quiet"> {date(document.published)}</span>}
    </span>
  )
}

/** Where figures or claims stand: each document once, with a numbered link for every further place in it. */
export function Citations({ claims }: { claims: readonly string[] }) {
  const { t, number } = useMessages()
  const index = useClaimIndex()
  const found = claims.flatMap((id) => {
    const claim = index.get(id)
    return claim === undefined ? [] : [claim]
  })
  return (
    <ul className="citations">
      {[...Map.groupBy(found, ({ document }) => document)].map(([document, [first, ...others]]) => (
        <li key={document}>
          {first !== undefined && <Citation id={document} words={first.value} claim={first.value.id} />}
          {others.map(({ value }, at) => (
            <sup key={value.id}>
              {' '}
              <DocumentLink id={document} words={value} claim={value.id} label={t('ledger.place', { at: at + 2 })}>
                {number(at + 2)}
              </DocumentLink>
            </sup>
          ))}
        </li>
      ))}
    </ul>
  )
}
