/** From what a person asks of the register to a decision record: entries are found, and what the machine showed is kept. */

import { DecisionError } from '../decisions/decision-error.ts'
import type { Decided } from '../decisions/decision-request.ts'
import type { DecisionRecord, RegisterAction } from '../model/decision.ts'
import type { EntryPair, RegisterEntry, RegisterPerson } from '../model/register.ts'
import { type Answer, pairKey, type RegisterRulings, registerRulings, reviewerOf } from './rulings.ts'

/** What a person may say of entries and persons. */
export const MARKS = ['same', 'different', 'unsure', 'merge', 'split', 'not-a-victim', 'note'] as const
export type Mark = (typeof MARKS)[number]

export interface MarkRequest {
  readonly mark: Mark
  /** Entries or persons; ids may be cut short. */
  readonly ids: readonly string[]
  readonly note: string | null
  /** Answered without having seen another's answer. */
  readonly blind: boolean
  readonly by: string
}

export interface RegisterState {
  readonly entries: readonly RegisterEntry[]
  readonly pairs: readonly EntryPair[]
  readonly persons: readonly RegisterPerson[]
  readonly decisions: readonly DecisionRecord[]
}

/** Throws DecisionError where what is asked names nothing, changes nothing, or contradicts a decision that stands. */
export function decideEntries(state: RegisterState, request: MarkRequest): Decided {
  const rulings = registerRulings(state.decisions)
  const decided = decidedOf(state, rulings, request)
  refuseContradiction(state, decided)
  return decided
}

function decidedOf(state: RegisterState, rulings: RegisterRulings, request: MarkRequest): Decided {
  const { mark } = request
  switch (mark) {
    case 'same':
    case 'different':
    case 'unsure':
      return answered(state, rulings, request, mark)
    case 'merge': {
      const entries = victims(found(state, request.ids), rulings)
      if (new Set(entries.map((entry) => personOf(state, entry))).size < 2)
        throw new DecisionError('merge takes two persons or more, and these are one already')
      if (state.entries.some(({ id, kind }) => kind === 'group' && entries.includes(id)))
        throw new DecisionError(
          'a group stands for several victims and cannot be one person; note on it whom it may include',
        )
      return about('merge-persons', state, entries, { entries })
    }
    case 'split': {
      const entries = found(state, request.ids)
      const person = state.persons.find((one) => one.entries.includes(entries[0]!))
      const from = (person?.entries ?? []).filter((entry) => !entries.includes(entry))
      if (person === undefined || entries.some((entry) => !person.entries.includes(entry)))
        throw new DecisionError('split takes entries of one person: those that are somebody else')
      if (from.length === 0)
        throw new DecisionError('these are all entries of the person: name only those that are somebody else')
      return about('split-person', state, entries, { entries, from })
    }
    case 'not-a-victim': {
      const entries = found(state, request.ids)
      const already = entries.find((entry) => rulings.notVictims.has(entry))
      if (already !== undefined) throw new DecisionError(`entry ${already} is no victim record already`)
      return about('not-a-victim', state, entries, { entries })
    }
    case 'note': {
      if (request.note === null) throw new DecisionError('give the note')
      const entries = found(state, request.ids).slice(0, 1)
      return about('note-person', state, entries, { entries, note: request.note })
    }
  }
}

function answered(
  state: RegisterState,
  rulings: RegisterRulings,
  { ids, blind, by }: MarkRequest,
  answer: Answer,
): Decided {
  if (ids.length !== 2) throw new DecisionError(`${answer} is said of two entries: give both ids`)
  const [a, b] = victims(
    ids.map((id) => entryOf(state, id)),
    rulings,
  ) as [string, string]
  if (a === b) throw new DecisionError('these are one entry, not two')
  refuseGroups(state, [a, b])
  const review = rulings.reviews.get(pairKey(a, b))
  const own = review?.answers.find((one) => reviewerOf(one.by) === reviewerOf(by))
  if (own !== undefined && own.answer === answer) throw new DecisionError(`${by} has answered ${answer} already`)
  if (blind && (review === undefined || own !== undefined))
    throw new DecisionError('a blind review is the first answer of a second or third reviewer')
  const pair = state.pairs.find((one) => pairKey(one.a, one.b) === pairKey(a, b))
  const decided = about('answer-pair', state, [a, b], { entries: [a, b], answer, blind })
  const target = decided.target!
  return {
    ...decided,
    target: { ...target, saw: { ...target.saw, weight: pair?.weight ?? null, probability: pair?.probability ?? null } },
  }
}

/** What a decision showed is kept by ids and never by name: records outlive what a list or a court withdraws. */
function about(
  action: RegisterAction,
  state: RegisterState,
  entries: readonly string[],
  set: Readonly<Record<string, unknown>>,
): Decided {
  const persons = entries.map((entry) => personOf(state, entry))
  return {
    action,
    target: {
      ...{ kind: 'entries', id: entries[0]!, document: null, position: null },
      ...{ quote: null, before: null, after: null },
      saw: { persons },
    },
    set: { ...set },
  }
}

function personOf({ persons }: RegisterState, entry: string): string | null {
  return persons.find(({ entries }) => entries.includes(entry))?.id ?? null
}

function refuseGroups({ entries }: RegisterState, chosen: readonly string[]): void {
  if (entries.some(({ id, kind }) => kind === 'group' && chosen.includes(id)))
    throw new DecisionError(
      'a group stands for several victims and cannot be one person; note on it whom it may include',
    )
}

function victims(entries: readonly string[], { notVictims }: RegisterRulings): readonly string[] {
  const not = entries.find((entry) => notVictims.has(entry))
  if (not !== undefined)
    throw new DecisionError(`entry ${not} is no victim record by decision ${notVictims.get(not)!.id}: undo that first`)
  return entries
}

function entryOf({ entries }: RegisterState, id: string): string {
  const fits = id === '' ? [] : entries.filter((entry) => entry.id.startsWith(id))
  if (fits.length !== 1)
    throw new DecisionError(
      fits.length > 1
        ? `several entries begin with ${id}: give more of the id`
        : `the register holds no entry ${JSON.stringify(id)}`,
    )
  return fits[0]!.id
}

/** Entries by their own ids or by those of their persons. */
function found(state: RegisterState, ids: readonly string[]): readonly string[] {
  const entries = ids.flatMap((id) => {
    const persons = id === '' ? [] : state.persons.filter((person) => person.id.startsWith(id))
    const [person] = persons
    if (person === undefined) return [entryOf(state, id)]
    if (persons.length > 1) throw new DecisionError(`several persons begin with ${id}: give more of the id`)
    return person.entries
  })
  if (entries.length === 0)
    throw new DecisionError('name entries or persons by their ids (see `corroborate register CASE persons`)')
  return [...new Set(entries)]
}

/** Two decisions that cannot both hold are not left for whoever looks next. */
function refuseContradiction({ decisions }: RegisterState, decided: Decided): void {
  const draft: DecisionRecord = {
    ...{ kind: 'decision', id: 'asked', at: '', by: 'asked', reason: 'asked' },
    ...decided,
    sequence: (decisions.at(-1)?.sequence ?? -1) + 1,
  }
  // A blind answer is kept whatever it says: refusing it would show the reviewer what others decided.
  if (decided.set?.blind === true) return
  const before = registerRulings([...decisions, draft]).overruled.get('asked')
  if (before === undefined) return
  const earlier = decisions.find(({ id }) => id === before)
  throw new DecisionError(
    `${earlier?.by ?? 'somebody'} decided otherwise (decision ${before}${earlier === undefined ? '' : `: ${JSON.stringify(earlier.reason)}`}): undo that first`,
  )
}
