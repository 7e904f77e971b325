/** Counts of different origins that cannot both hold: the one takes the other in, and yet comes to less. */
import { countedDays, gainsaidInWords, gainsays } from './coverage.ts'
import type { Figure } from './figure.ts'
import { byText } from './lineage-id.ts'
import type { CorpusNames } from './names-corpus.ts'
import { claimantOf, type Drifted, type FigureGroup, type Printing } from './origins.ts'
import { buckets, byPublication, eachPair } from './printing-pairs.ts'

/** `less` takes `more` in. */
export interface Contradiction {
  readonly less: Figure
  readonly more: Figure
  readonly reason: string
}

/** A count with the name of its origin and the last day that it counts. */
interface Held {
  readonly printing: Printing
  readonly origin: string
  readonly to: string
}

/**
 * Each count is held against those of other origins for one place, by what one of its printings says of place and days.
 * Of an origin that gainsays it time and again, the last count does, since that is the one it stands by.
 */
export function contradictions(
  groups: readonly FigureGroup[],
  drifted: Drifted,
  names: CorpusNames,
): readonly Contradiction[] {
  const found: { readonly less: Held; readonly more: Held }[] = []
  const held = new Map(groups.flatMap((group) => heldOf(group, drifted, names)).map((one) => [one.printing, one]))
  const place = ({ figure }: Printing) => `${figure.effect}|${names.places.key(figure.place!)}`
  for (const bucket of buckets([...held.keys()], place)) {
    bucket.sort((x, y) => byText(held.get(x)!.to, held.get(y)!.to) || byPublication(x, y))
    eachPair(bucket, (a, b) => {
      const [one, other] = [held.get(a)!, held.get(b)!]
      if (one.origin === other.origin) return
      const pair = gainsays(a.figure, b.figure, names)
      if (pair !== null) found.push(pair[0] === a.figure ? { less: one, more: other } : { less: other, more: one })
    })
  }
  const last = new Map<string, string>()
  const against = (one: Held, other: Held) => `${one.printing.figure.id}|${other.origin}`
  for (const { less, more } of found)
    for (const [one, other] of [[less, more] as const, [more, less] as const]) {
      const key = against(one, other)
      if (other.to > (last.get(key) ?? '')) last.set(key, other.to)
    }
  const stands = (one: Held, other: Held) => last.get(against(one, other)) === other.to
  return found
    .filter(({ less, more }) => stands(less, more) && stands(more, less))
    .map(({ less, more }) => {
      const [one, other] = [less.printing, more.printing].map((each) => claimantOf(each, drifted)!)
      const pair = [less.printing.figure, more.printing.figure] as const
      return { less: pair[0], more: pair[1], reason: `${one} gives ${gainsaidInWords(...pair, other!)}` }
    })
}

/** For each origin behind a figure the first printing that says where and when it counts. */
function heldOf(group: FigureGroup, drifted: Drifted, names: CorpusNames): readonly Held[] {
  const telling = [...group].sort(byPublication).flatMap((printing): Held[] => {
    const { figure, lead } = printing
    const claimant = claimantOf(printing, drifted)
    const days = countedDays(figure)
    if (figure !== lead || figure.place === null || claimant === null || days === null) return []
    return [{ printing, origin: names.parties.key(claimant), to: days.to }]
  })
  return [...Map.groupBy(telling, ({ origin }) => origin).values()].map((those) => those[0]!)
}
