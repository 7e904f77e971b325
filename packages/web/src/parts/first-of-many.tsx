/** Draws the first entries of a long list, and the rest when asked. */
import { type ReactNode, useState } from 'react'
import { useMessages } from '../messages/messages.tsx'

interface Given<T> {
  readonly items: readonly T[]
  readonly first: number
  readonly children: (items: readonly T[]) => ReactNode
}

export function FirstOfMany<T>({ items, first, children }: Given<T>) {
  const { t } = useMessages()
  const [all, setAll] = useState(false)
  if (all || items.length <= first) return children(items)
  return (
    <>
      {children(items.slice(0, first))}
      <p>
        <button type="button" className="button" onClick={() => setAll(true)}>
          {t('app.showAll', { count: items.length })}
        </button>
      </p>
    </>
  )
}
