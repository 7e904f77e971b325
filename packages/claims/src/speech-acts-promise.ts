/** Reported English that promises: what a speaker will do or see to. */

import { answersFor } from './speech-acts-answerable.ts'
import { ACTOR_NOUNS, type Judged, OWN, type Range, settled } from './speech-acts-judged.ts'
import type { Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import { PROMISED, PROMISED_OWN, PROMISED_PASSIVE, SET_UP } from './speech-acts-words.ts'
import type { Token } from './token.ts'

const WILL = new Set(['will', 'would', 'shall', "'ll"])

const MAY_PROMISE = new Set([
  'say',
  'announce',
  'tell',
  'add',
  'state',
  'declare',
  'confirm',
  'stress',
  'emphasise',
  'emphasize',
  'insist',
  'write',
  'reply',
  'respond',
  'explain',
  '',
])

const OFFICE =
  /^(?:members|association|government|office|ministry|party|team|staff|organi[sz]ation|movement|council|union|group)$/

/** Whether those to whom something is owed are named. */
const owed = (words: readonly Token[]): boolean =>
  words.some((token) =>
    /^(?:families|relatives|victims|survivors|wounded|injured|widows|orphans|displaced)$/.test(token.norm),
  )

/** "it would investigate", "a committee would be established", "will be held accountable" by one who can see to it. */
export function promised(unit: Unit, [from, to]: Range, speaker: Speaker, lemma: string): Judged | null {
  if (!MAY_PROMISE.has(lemma)) return null
  const { tokens } = unit
  if (!['government', 'official', 'armed_group', 'un_body', 'court', 'political_group', 'other'].includes(speaker.kind))
    return null
  for (let i = from; i < to; i += 1) {
    if (!WILL.has(tokens[i]!.norm)) continue
    let k = i + 1
    const self = /^(?:we|i)$/.test(tokens[i - 1]?.norm ?? '') && /^(?:will|shall|'ll)$/.test(tokens[i]!.norm)
    while (k < to && (/ly$/.test(tokens[k]!.norm) || /^(?:also|now|soon|not|never|continue|to)$/.test(tokens[k]!.norm)))
      k += 1
    const verb = tokens[k]?.norm ?? ''
    const before = tokens[i - 1]?.norm ?? ''
    const own =
      OWN.has(before) ||
      ACTOR_NOUNS.has(before) ||
      /^(?:commission|committee|ministry|council|court|army)$/.test(before) ||
      (OFFICE.test(before) &&
        tokens.slice(Math.max(from, i - 5), i).some((token) => /^(?:its|his|her|their|our)$/.test(token.norm))) ||
      // "it regretted the deaths and would pay": the subject of the verb before
      (before === 'and' && i === from + 1)
    const suffers = /^(?:be|have)$/.test(verb)
    const goesOn = tokens.slice(i + 1, k).some((token) => token.norm === 'continue') && !suffers
    if (own && (PROMISED.has(verb) || goesOn || (self && PROMISED_OWN.has(verb))))
      return settled('commitment', `"${tokens[i]!.text} ${verb}" of its own doing`)
    if (
      verb === 'be' &&
      PROMISED_PASSIVE.has(tokens[k + 1]?.norm ?? '') &&
      (speaker.kind === 'government' || speaker.kind === 'official' || speaker.kind === 'armed_group')
    ) {
      return settled('commitment', `"${tokens[i]!.text} be ${tokens[k + 1]!.text}" by one who can see to it`)
    }
    // "the families of the dead will receive a pension"
    if (/^(?:receive|get)$/.test(verb) && answersFor(speaker) && owed(tokens.slice(Math.max(from, i - 14), i)))
      return settled('commitment', `"${tokens[i]!.text} ${verb}": what those harmed are to be given`)
  }
  if (lemma === 'announce') {
    for (let i = from; i < Math.min(to, from + 8); i += 1) {
      if (
        unit.quoted[i] === -1 &&
        SET_UP.has(tokens[i]!.norm) &&
        !tokens.slice(from, i).some((token) => /^(?:had|has|have)$/.test(token.norm)) &&
        tokens
          .slice(from, i)
          .some((token) => /^(?:a|an|formation|creation|establishment|launch|opening|setting)$/.test(token.norm))
      ) {
        return settled('commitment', `announces ${tokens[i]!.text} to come`)
      }
    }
  }
  return null
}
