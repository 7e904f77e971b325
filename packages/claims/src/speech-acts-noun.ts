/** Acts of speech that stand as nouns: "The promise of X to set up …", "X's pledge to compensate …". */
import { isDeterminer, mentionOf, phraseEndingAt, phraseStartingAt } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { place, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'

const PROMISE = /^(?:promise|promises|pledge|pledges|vow|vows|commitment|commitments|undertaking|assurance|assurances)$/
/** What ends the promise and goes on about it. */
const TURNS =
  /^(?:has|have|had|is|are|was|were|came|comes|met|drew|did|does|will|would|remains|remained|left|went|fell|rang|failed|won|proved|angered|pleased|raised|sparked|brought|seemed|seems|appears|appeared|could|may|might|should|must|can)$/

/** The promises of an English unit that a noun names with whose they are. */
export function promisesOf(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): readonly Draft[] {
  const { tokens, quoted } = unit
  const drafts: Draft[] = []
  for (let i = 1; i + 3 < tokens.length; i += 1) {
    if (quoted[i] !== -1 || !PROMISE.test(tokens[i]!.norm)) continue
    if (found.some((predicate) => predicate.cueFrom <= i && i < predicate.cueTo)) continue
    const owned = owner(text, unit, i, memory)
    if (owned === null) continue
    const { speaker, to } = owned
    const next = tokens[to]?.norm ?? ''
    if (next !== 'to' && next !== 'that') continue
    let end = to + 1
    while (
      end < tokens.length &&
      end - to < 60 &&
      (quoted[end] !== -1 || (!/^[.;,]$/.test(tokens[end]!.text) && !TURNS.test(tokens[end]!.norm)))
    )
      end += 1
    // "that" brings a clause whose own verb is no turn
    if (next === 'that') {
      end = to + 1
      while (end < tokens.length && !/^[.;,]$/.test(tokens[end]!.text)) end += 1
    }
    const range = trimmed(unit, next === 'to' ? to : to + 1, end)
    if (range === null || range[1] - range[0] < 2) continue
    memory.spoke(speaker, unit.index)
    drafts.push({
      kind: 'commitment',
      speaker,
      via: null,
      addressee: null,
      target: null,
      cue: place(unit, [i, i + 1]),
      content: place(unit, range),
      rule: `the ${tokens[i]!.norm} of X to …; speaker: ${speaker.how}`,
      unsure: speaker.unsure,
    })
  }
  return drafts
}

/** Whose promise it is, before the noun ("the ministry's promise") or behind it ("the promise of the ministry"). */
function owner(text: string, unit: Unit, at: number, memory: Memory): { speaker: Speaker; to: number } | null {
  const { tokens, known } = unit
  const named = ([from, to]: Range): Speaker | null =>
    speakerOf(text, unit, { mention: mentionOf(text, tokens, [from, to], known), via: [], from, to }, memory, true)
  if (tokens[at + 1]?.norm === 'of' || tokens[at + 1]?.norm === 'by') {
    const range = phraseStartingAt(tokens, at + 2)
    const speaker = range === null ? null : named(range)
    return speaker === null || range === null ? null : { speaker, to: range[1] }
  }
  let mark = at - 1
  // "the ministry's recent promise"
  while (mark > 0 && at - mark < 3 && tokens[mark]!.norm !== "'s" && !isDeterminer(tokens[mark]!.norm)) mark -= 1
  if (tokens[mark]?.norm !== "'s") return null
  const range = phraseEndingAt(tokens, mark - 1)
  const speaker = range === null ? null : named(range)
  return speaker === null ? null : { speaker, to: at + 1 }
}
