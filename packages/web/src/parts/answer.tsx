/** Shows a query's answer, and says plainly when there is none yet or none at all. */
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useMessages } from '../messages/messages.tsx'
import { useClaims, useDocuments } from '../source/queries.tsx'

export function Answer<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const { t } = useMessages()
  if (query.data !== undefined) return children(query.data)
  if (query.error === null) {
    return (
      <p className="waiting" role="status">
        {t('app.loading')}
      </p>
    )
  }
  return (
    <div className="notice" role="alert">
      <p>{t('app.failed')}</p>
      <p lang="en" dir="auto">
        {query.error.message}
      </p>
      <button type="button" onClick={() => query.refetch()}>
        {t('app.again')}
      </button>
    </div>
  )
}

/** As `Answer`, once documents and claims are known too: what cites them is then drawn whole, and nothing moves later. */
export function CitingAnswer<T>({ query, children }: { query: UseQueryResult<T>; children: (data: T) => ReactNode }) {
  const documents = useDocuments()
  const claims = useClaims()
  return (
    <Answer query={documents}>
      {() => <Answer query={claims}>{() => <Answer query={query}>{children}</Answer>}</Answer>}
    </Answer>
  )
}
