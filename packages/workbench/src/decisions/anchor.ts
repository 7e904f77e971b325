/** How a figure or claim is found again after a rebuild: by its id, else by its words nearest to where they stood. */
import type { Claim, Figure } from '@corroborate/claims'

export interface Anchor {
  readonly id: string
  readonly position: { readonly start: number; readonly end: number } | null
  readonly quote: string | null
}

/** Where in the list the value now stands; -1 where it is gone. */
export function placeOf(values: readonly (Figure | Claim)[], { id, position, quote }: Anchor): number {
  const byId = values.findIndex((value) => value.id === id)
  if (byId !== -1 || quote === null || position === null) return byId
  let best = -1
  let distance = Number.POSITIVE_INFINITY
  values.forEach((value, at) => {
    if (quoteOf(value) !== quote) return
    const away = Math.abs(value.start - position.start)
    if (away < distance) [best, distance] = [at, away]
  })
  return best
}

/** The words by which a figure or claim is found again. */
export function quoteOf(value: Figure | Claim): string {
  return 'surface' in value ? value.surface : value.content.text
}
