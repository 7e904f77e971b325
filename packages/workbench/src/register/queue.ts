/** Which pairs people should look at, in the order of what each answer teaches. */
import type { EntryPair, RegisterPerson } from '../model/register.ts'
import { pairKey, type RegisterRulings, type ReviewedPair, reviewerOf } from './rulings.ts'

/** `first` has no answer yet, `second` one, `third` two that disagree. */
export const ROUNDS = ['first', 'second', 'third'] as const
export type Round = (typeof ROUNDS)[number]

export interface QueuedPair {
  readonly round: Round
  readonly a: string
  readonly b: string
  /**
   * What a first answer is expected to change: pairs of entries that would move into or out of one person, times the
   * probability that it is against what stands. Null in later rounds.
   */
  readonly teaches: number | null
  /** Whether both are now one person; null in later rounds, where it would show what others answered. */
  readonly together: boolean | null
  readonly pair: EntryPair | null
}

/** An answer of less is not worth a person's time: one in a hundred to move one pair. */
const LEAST = 0.01

/** Pairs of all rounds, the most telling first; for `reviewer`, who sees a pair once, or for anybody. */
export function reviewQueue(
  persons: readonly RegisterPerson[],
  pairs: readonly EntryPair[],
  rulings: RegisterRulings,
  reviewer: string | null,
): readonly QueuedPair[] {
  const mine = (review: ReviewedPair) =>
    reviewer !== null && review.answers.some(({ by }) => reviewerOf(by) === reviewerOf(reviewer))
  const reviewed = [...rulings.reviews.values()].filter((review) => !mine(review))
  const later = (round: 'second' | 'third', some: readonly ReviewedPair[]): readonly QueuedPair[] =>
    some
      .map(({ a, b }) => ({ round, a, b, teaches: null, together: null, pair: null }))
      .sort((p, q) => (pairKey(p.a, p.b) < pairKey(q.a, q.b) ? -1 : 1))
  return [
    ...later(
      'third',
      reviewed.filter(({ disputed, answers }) => disputed && answers.length >= 2),
    ),
    ...firstRound(persons, pairs, rulings),
    ...later(
      'second',
      reviewed.filter(({ answers }) => answers.length === 1),
    ),
  ]
}

function firstRound(
  persons: readonly RegisterPerson[],
  pairs: readonly EntryPair[],
  rulings: RegisterRulings,
): readonly QueuedPair[] {
  const person = new Map(persons.flatMap((one) => one.entries.map((entry) => [entry, one] as const)))
  const group = new Map(rulings.same.flatMap((members, number) => members.map((entry) => [entry, number] as const)))
  const apart = new Set(rulings.different.map(([a, b]) => pairKey(a, b)))
  const best = new Map<string, QueuedPair & { readonly teaches: number }>()
  for (const pair of pairs) {
    const { a, b, probability } = pair
    const [one, other] = [person.get(a), person.get(b)]
    if (one === undefined || other === undefined || rulings.reviews.has(pairKey(a, b)) || apart.has(pairKey(a, b)))
      continue
    const held = group.get(a)
    if (held !== undefined && held === group.get(b)) continue
    const together = one === other
    const moved = together ? one.entries.length - 1 : one.entries.length * other.entries.length
    const teaches = moved * (together ? 1 - probability : probability)
    if (teaches < LEAST) continue
    // One question for two persons, and one for each that may be two: the most telling pair stands for the others.
    const key = pairKey(one.id, other.id)
    const before = best.get(key)
    if (before === undefined || teaches > before.teaches)
      best.set(key, { round: 'first', a, b, teaches, together, pair })
  }
  return [...best.values()].sort((p, q) => q.teaches - p.teaches || (pairKey(p.a, p.b) < pairKey(q.a, q.b) ? -1 : 1))
}
