/** Acts of speech by a light verb and a noun: "issued a plea for", "laid the blame on", "claimed responsibility for". */
import { wordSet } from './phrase.ts'
import type { Predicate } from './speech-act.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { isPassive, MODAL } from './speech-acts-passive.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, NEGATIONS } from './speech-acts-words.ts'
import { isMay } from './token.ts'

/** Light verbs and the nouns that make them a speech act: "issued a plea for", "reiterated a commitment to". */
const LIGHT = wordSet(
  'issue issued issues issuing make made makes renew renewed renews repeat repeated reiterate reiterated reiterates launch launched give gave given voice voiced express expressed expresses expressing lay laid put place placed claim claimed claims take took accept accepted point pointed join joined send sent raise raised raises raising voices voicing convey conveyed renewing repeating reaffirm reaffirmed reaffirms restated restate',
)
/** Verbs that put a feeling into words. */
const SAID = /^(?:rais|voic|express|convey|reiterat|repeat)/

const NOMINAL: readonly (readonly [RegExp, Act, string])[] = [
  [/^(?:call|calls|plea|pleas|appeal|appeals|demand|demands)$/, 'demand', 'call'],
  [
    /^(?:commitment|pledge|promise|vow|commitments|pledges|promises|word|assurance|assurances|guarantee|guarantees)$/,
    'commit',
    'pledge',
  ],
  [/^(?:outrage|condemnation|horror|revulsion|indignation|disgust|dismay)$/, 'condemn', 'condemn'],
  [/^(?:concern|concerns|alarm|doubt|doubts|fears?|hope|scepticism|skepticism|misgivings)$/, 'say', 'express concern'],
  [/^(?:blame|finger)$/, 'accuse', 'blame'],
  [/^responsibility$/, 'admit', 'claim responsibility'],
]

/** "issued a plea for", "laid the blame on", "has claimed responsibility for". */
export function nominal(
  text: string,
  unit: Unit,
  i: number,
  memory: Memory,
  found: readonly Predicate[],
  opening: Speaker | null,
): Predicate | null {
  const { tokens } = unit
  if (!LIGHT.has(tokens[i]!.norm) || isPassive(tokens, i)) return null
  for (let k = i + 1; k < Math.min(tokens.length, i + 7); k += 1) {
    if (unit.quoted[k] !== -1 || tokens[k]!.kind !== 'word') return null
    const row = NOMINAL.find(([pattern]) => pattern.test(tokens[k]!.norm))
    if (row === undefined) continue
    const next = tokens[k + 1]?.norm ?? ''
    if (row[1] === 'demand' && !/^(?:for|to|on)$/.test(next)) return null
    if (row[1] === 'commit' && !/^(?:to|that|of)$/.test(next)) return null
    if (
      row[1] === 'say' &&
      !(SAID.test(tokens[i]!.norm) && /^(?:about|over|at|that|for|with|regarding|to|on)$/.test(next))
    )
      return null
    if (row[1] === 'accuse' && !/^(?:on|at|for)$/.test(next)) return null
    if (
      row[1] === 'admit' &&
      (!(/^(?:for)$/.test(next) || next === '' || /^[.,;]$/.test(tokens[k + 1]?.text ?? '')) ||
        !/^(?:claim|took|take|accept)/.test(tokens[i]!.norm))
    )
      return null
    const before = tokens[i - 1]?.norm ?? ''
    if (NEGATIONS.has(before) || (MODAL.has(before) && !isMay(tokens, i - 1))) return null
    const subject = subjectOfVerb(text, unit, i)
    const speaker = subject === null ? null : speakerOf(text, unit, subject, memory)
    const joined = before === 'and' || tokens[i - 1]?.text === ','
    const governing = found.at(-1)
    // "met to discuss X and reaffirm …": an infinitive of another verb
    const bare = /^(?:issue|make|renew|repeat|reiterate|give|voice|express|raise|reaffirm|convey|join|send)$/.test(
      tokens[i]!.norm,
    )
    const own =
      speaker ?? (subject === null && joined && !bare ? (governing?.speaker ?? (i < 40 ? opening : null)) : null)
    if (own === null) return null
    return {
      act: row[1],
      lemma: row[2],
      cueFrom: i,
      cueTo: k + 1,
      speaker: own,
      from: subject?.from ?? i,
      to: k + 1,
      form: speaker === null ? 'carried' : 'subject',
      rule: `X ${text.slice(tokens[i]!.start, tokens[k]!.end)}`,
    }
  }
  return null
}
