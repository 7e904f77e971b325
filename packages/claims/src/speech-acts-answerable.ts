/** Whether a speaker answers for what was done, or only watches, treats or suffers it. */
import type { PartyKind } from './knowledge.ts'
import type { Speaker } from './speech-acts-memory.ts'

/** Parties that watch, judge, treat, tell or suffer. */
const WATCH: ReadonlySet<PartyKind> = new Set([
  'monitor',
  'aid_organisation',
  'un_body',
  'court',
  'hospital',
  'witness',
  'outlet',
  'agency',
  'community',
])
const ANSWER: ReadonlySet<PartyKind> = new Set(['government', 'armed_group', 'official', 'political_group', 'other'])

/** Governments, armed and political groups, and their officials: those that deny, admit and promise for a body. */
export function answers({ kind, of }: Speaker): boolean {
  return ANSWER.has(kind) && (of === undefined || !WATCH.has(of))
}

/** The same without those of whom nothing is known. */
export const answersFor = (speaker: Speaker): boolean => speaker.kind !== 'other' && answers(speaker)
