/** Links into documents: to the whole, or to the exact words. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useDocuments } from '../source/queries.tsx'

interface Words {
  readonly start: number
  readonly end: number
}

export function DocumentLink(given: { id: string; words?: Words; claim?: string; children: ReactNode; label?: string }) {
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

/** `Outlet, date` of a document, linked to the words. */
export function Citation({ id, words, claim }: { id: string; words?: Words; claim?: string }) {
  const { date } = useMessages()
  const { data } = useDocuments()
  const document = data?.find((each) => each.id === id)
  return (
    <span className="citation">
      <DocumentLink id={id} {...(words === undefined ? {} : { words })} {...(claim === undefined ? {} : { claim })}>
        <bdi>{document === undefined ? id.slice(0, 8) : outletOf(document)}</bdi>
      </DocumentLink>
      {document?.published != null && <span className="quiet">, {date(document.published)}</span>}
    </span>
  )
}
