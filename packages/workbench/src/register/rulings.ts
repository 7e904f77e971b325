/** What people decided about entries, in force: who is one person, who is not, who is no victim, and what is disputed. */
import { undoneDecisions } from '../decisions/effective.ts'
import { type DecisionRecord, isRegisterAction } from '../model/decision.ts'

export const ANSWERS = ['same', 'different', 'unsure'] as const
export type Answer = (typeof ANSWERS)[number]

export interface PairAnswer {
  readonly decision: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly answer: Answer
  /** Whether the reviewer had not seen what others answered. */
  readonly blind: boolean
}

/** All answers to one pair, the oldest first, each reviewer's latest. `a` < `b`. */
export interface ReviewedPair {
  readonly a: string
  readonly b: string
  readonly answers: readonly PairAnswer[]
  /** What the answers come to; null where reviewers disagree or none is sure. */
  readonly ruling: 'same' | 'different' | null
  /** Two or more reviewers who are sure disagree, and no third has settled it. */
  readonly disputed: boolean
}

export interface EntryNote {
  readonly decision: string
  readonly by: string
  readonly at: string
  readonly reason: string
  readonly note: string
}

export interface RegisterRulings {
  /** Groups of entries that are one person; each entry in one group at most. */
  readonly same: readonly (readonly string[])[]
  readonly different: readonly (readonly [string, string])[]
  /** Decision that made an entry no victim record. */
  readonly notVictims: ReadonlyMap<string, DecisionRecord>
  readonly reviews: ReadonlyMap<string, ReviewedPair>
  /** By entry. */
  readonly notes: ReadonlyMap<string, readonly EntryNote[]>
  /** Decision that cannot stand beside an earlier one, and that earlier one. */
  readonly overruled: ReadonlyMap<string, string>
}

export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** Reviewers are told apart by name, whatever its case and spaces. */
export function reviewerOf(by: string): string {
  return by.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

interface Ruling {
  readonly sequence: number
  readonly decision: string
  readonly same: readonly string[]
  readonly apart: readonly [readonly string[], readonly string[]] | null
}

/** Rulings in the order of their decisions. One that contradicts an earlier one that stands is overruled, never dropped. */
export function registerRulings(decisions: readonly DecisionRecord[]): RegisterRulings {
  const undone = undoneDecisions(decisions)
  const standing = decisions.filter(({ id, action }) => isRegisterAction(action) && !undone.has(id))
  const rulings: Ruling[] = []
  const notVictims = new Map<string, DecisionRecord>()
  const notes = new Map<string, EntryNote[]>()
  const answers = new Map<string, { sequence: number; answer: PairAnswer }[]>()
  for (const decision of standing) {
    const { id, sequence, action, set, by, at, reason } = decision
    const entries = (set?.entries ?? []) as readonly string[]
    switch (action) {
      case 'merge-persons':
        rulings.push({ sequence, decision: id, same: entries, apart: null })
        break
      case 'split-person':
        rulings.push({ sequence, decision: id, same: [], apart: [entries, set?.from as readonly string[]] })
        break
      case 'not-a-victim':
        for (const entry of entries) notVictims.set(entry, decision)
        break
      case 'note-person':
        for (const entry of entries)
          notes.set(entry, [...(notes.get(entry) ?? []), { decision: id, by, at, reason, note: String(set?.note) }])
        break
      case 'answer-pair': {
        const key = pairKey(entries[0]!, entries[1]!)
        const answer = { decision: id, by, at, reason, answer: set?.answer as Answer, blind: set?.blind === true }
        const others = (answers.get(key) ?? []).filter((one) => reviewerOf(one.answer.by) !== reviewerOf(by))
        answers.set(key, [...others, { sequence, answer }])
      }
    }
  }
  const reviews = new Map<string, ReviewedPair>()
  for (const [key, given] of answers) {
    const [a, b] = key.split(' ') as [string, string]
    const same = given.filter(({ answer }) => answer.answer === 'same')
    const different = given.filter(({ answer }) => answer.answer === 'different')
    const ruling = same.length > different.length ? 'same' : same.length < different.length ? 'different' : null
    reviews.set(key, {
      a,
      b,
      answers: given.map(({ answer }) => answer),
      ruling,
      disputed: ruling === null && same.length > 0,
    })
    const last = (ruling === 'same' ? same : different).at(-1)
    if (ruling === null || last === undefined) continue
    const { sequence, answer } = last
    rulings.push({
      sequence,
      decision: answer.decision,
      same: ruling === 'same' ? [a, b] : [],
      apart: ruling === 'different' ? [[a], [b]] : null,
    })
  }
  return { ...settled(rulings.sort((p, q) => p.sequence - q.sequence)), notVictims, reviews, notes }
}

/** Lays rulings one after the other; what would put into one person whom an earlier one keeps apart is overruled. */
function settled(rulings: readonly Ruling[]): Pick<RegisterRulings, 'same' | 'different' | 'overruled'> {
  const groups = new Map<string, { members: string[]; by: Map<string, string> }>()
  const groupOf = (entry: string) => {
    const found = groups.get(entry) ?? { members: [entry], by: new Map<string, string>() }
    groups.set(entry, found)
    return found
  }
  const apart = new Map<string, { pair: readonly [string, string]; decision: string }>()
  const overruled = new Map<string, string>()
  for (const { decision, same, apart: sides } of rulings) {
    const against =
      sides === null
        ? keptApart(
            same.map((entry) => groupOf(entry).members),
            apart,
          )
        : held(sides, groupOf)
    if (against !== null) {
      overruled.set(decision, against)
      continue
    }
    if (sides !== null) {
      for (const a of sides[0]) for (const b of sides[1]) apart.set(pairKey(a, b), { pair: [a, b], decision })
      continue
    }
    const joined = { members: [] as string[], by: new Map<string, string>() }
    for (const entry of same)
      for (const member of groupOf(entry).members) {
        if (groups.get(member) === joined) continue
        for (const [key, made] of groups.get(member)?.by ?? []) joined.by.set(key, made)
        joined.members.push(member)
      }
    for (const entry of same) joined.by.set(entry, decision)
    for (const member of joined.members) groups.set(member, joined)
  }
  return {
    same: [...new Set(groups.values())].map(({ members }) => members).filter(({ length }) => length > 1),
    different: expanded(
      [...apart.values()].map(({ pair }) => pair),
      groupOf,
    ),
    overruled,
  }
}

type GroupOf = (entry: string) => { readonly members: readonly string[]; readonly by: ReadonlyMap<string, string> }

/** The decision that keeps two members of the groups apart; null where none does. */
function keptApart(
  groups: readonly (readonly string[])[],
  apart: ReadonlyMap<string, { readonly decision: string }>,
): string | null {
  if (apart.size === 0) return null
  const members = [...new Set(groups.flat())]
  for (const [at, one] of members.entries())
    for (const other of members.slice(at + 1)) {
      const found = apart.get(pairKey(one, other))
      if (found !== undefined) return found.decision
    }
  return null
}

/** The decision that holds members of both sides in one group; null where none does. */
function held(sides: readonly [readonly string[], readonly string[]], groupOf: GroupOf): string | null {
  const right = new Set(sides[1].map(groupOf))
  for (const entry of sides[0]) {
    const group = groupOf(entry)
    if (right.has(group)) return group.by.get(entry) ?? [...group.by.values()].at(-1) ?? ''
  }
  return null
}

/** Pairs that are apart, with everybody whom people put to either side. */
function expanded(
  pairs: readonly (readonly [string, string])[],
  groupOf: GroupOf,
): readonly (readonly [string, string])[] {
  const all = new Map<string, readonly [string, string]>()
  for (const [one, other] of pairs)
    for (const a of groupOf(one).members)
      for (const b of groupOf(other).members) if (a !== b) all.set(pairKey(a, b), [a, b])
  return [...all.values()]
}
