/** Acts of speech that stand as nouns: "The promise of X to set up …", "X's denial that …", "a call by X for …". */
import type { ClaimKind } from './claim.ts'
import { isDeterminer, mentionOf, phraseEndingAt, phraseStartingAt } from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Predicate } from './speech-act.ts'
import { place, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import type { Range } from './speech-acts-judged.ts'
import { judge } from './speech-acts-kind.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { named } from './speech-acts-named.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'
import { NEGATIONS } from './speech-acts-words.ts'

interface Act {
  readonly noun: RegExp
  /** What must stand behind the noun and its owner. */
  readonly link: RegExp
  /** Null where what is said settles it. */
  readonly kind: ClaimKind | null
}

const ACTS: readonly Act[] = [
  {
    noun: /^(?:promise|promises|pledge|pledges|vow|vows|commitment|commitments|undertaking|assurance|assurances)$/,
    link: /^(?:to|that)$/,
    kind: 'commitment',
  },
  { noun: /^(?:denial|denials)$/, link: /^(?:that|of)$/, kind: 'denial' },
  { noun: /^(?:calls?|appeals?|demands?|pleas?)$/, link: /^(?:for|that|to)$/, kind: 'demand' },
  { noun: /^(?:admission|acknowledg(?:e)?ment|concession|confession)$/, link: /^that$/, kind: 'admission' },
  { noun: /^condemnation$/, link: /^of$/, kind: 'condemnation' },
  { noun: /^(?:accusations?|allegations?)$/, link: /^that$/, kind: 'accusation' },
  { noun: /^(?:claims?|assertions?|statements?|warnings?|insistence|contention)$/, link: /^that$/, kind: null },
]
/** Any noun of the table, to pass by every other word. */
const NOUN = wordSet(
  'promise promises pledge pledges vow vows commitment commitments undertaking assurance assurances denial denials call calls appeal appeals demand demands plea pleas admission acknowledgement acknowledgment concession confession condemnation accusation accusations allegation allegations claim claims assertion assertions statement statements warning warnings insistence contention',
)
/** What ends what is promised or said and goes on about it. */
const TURNS =
  /^(?:has|have|had|is|are|was|were|came|comes|met|drew|did|does|will|would|remains|remained|left|went|fell|rang|failed|won|proved|angered|pleased|raised|sparked|brought|seemed|seems|appears|appeared|could|may|might|should|must|can)$/

/** The acts of an English unit that a noun names with whose they are. */
export function nounActsOf(text: string, unit: Unit, memory: Memory, found: readonly Predicate[]): readonly Draft[] {
  const { tokens, quoted } = unit
  const drafts: Draft[] = []
  for (let i = 1; i + 3 < tokens.length; i += 1) {
    if (!NOUN.has(tokens[i]!.norm) || quoted[i] !== -1) continue
    const act = ACTS.find(({ noun }) => noun.test(tokens[i]!.norm))
    if (act === undefined) continue
    if (found.some((predicate) => predicate.cueFrom <= i && i < predicate.cueTo)) continue
    const owned = owner(text, unit, i, memory, act)
    if (owned === null) continue
    const { speaker, to } = owned
    const next = tokens[to]?.norm ?? ''
    if (!act.link.test(next) || gainsaid(unit, i, found)) continue
    const range = contentBehind(unit, to, next)
    if (range === null || range[1] - range[0] < 2) continue
    const judged = act.kind === null ? judge(text, unit, range, speaker, 'claim') : null
    memory.spoke(speaker, unit.index)
    drafts.push({
      kind: act.kind ?? judged?.kind ?? 'statement',
      speaker,
      via: null,
      addressee: null,
      target: named(text, unit, judged?.target ?? null),
      cue: place(unit, [i, i + 1]),
      content: place(unit, range),
      rule: `the ${tokens[i]!.norm} of X ${next} …${judged === null ? '' : `; ${judged.rule}`}; speaker: ${speaker.how}`,
      unsure: speaker.unsure,
    })
  }
  return drafts
}

function contentBehind(unit: Unit, to: number, link: string): Range | null {
  const { tokens, quoted } = unit
  let end = to + 1
  // "that" brings a clause whose own verb is no turn
  const clause = link === 'that'
  while (
    end < tokens.length &&
    end - to < 60 &&
    (quoted[end] !== -1 || !(/^[.;,]$/.test(tokens[end]!.text) || (!clause && TURNS.test(tokens[end]!.norm))))
  )
    end += 1
  return trimmed(unit, link === 'to' ? to : to + 1, end)
}

/** "rejected the ministry's claim that …": another predicate speaks of the act, and its claim is the nearer one. */
function gainsaid({ tokens }: Unit, at: number, found: readonly Predicate[]): boolean {
  const governing = found.findLast((predicate) => predicate.cueFrom < at && at - predicate.cueTo < 9)
  if (governing !== undefined && governing.act !== 'say' && governing.act !== 'commit') return true
  return tokens.slice(Math.max(0, at - 6), at).some((token) => NEGATIONS.has(token.norm))
}

/** Whose act it is, before the noun ("the ministry's promise") or behind it ("the promise of the ministry"). */
function owner(
  text: string,
  unit: Unit,
  at: number,
  memory: Memory,
  { kind }: Act,
): { speaker: Speaker; to: number } | null {
  const { tokens, known } = unit
  const speaking = ([from, to]: Range): Speaker | null =>
    speakerOf(text, unit, { mention: mentionOf(text, tokens, [from, to], known), via: [], from, to }, memory, true)
  const link = tokens[at + 1]?.norm ?? ''
  // "a denial of …" and "condemnation of …" name what is denied, not who denies
  if (/^(?:by|from)$/.test(link) || (link === 'of' && kind !== 'denial' && kind !== 'condemnation')) {
    const range = phraseStartingAt(tokens, at + 2)
    const speaker = range === null ? null : speaking(range)
    return speaker === null || range === null ? null : { speaker, to: range[1] }
  }
  let mark = at - 1
  // "the ministry's recent promise"
  while (mark > 0 && at - mark < 3 && tokens[mark]!.norm !== "'s" && !isDeterminer(tokens[mark]!.norm)) mark -= 1
  if (tokens[mark]?.norm !== "'s") return null
  const range = phraseEndingAt(tokens, mark - 1)
  const speaker = range === null ? null : speaking(range)
  return speaker === null ? null : { speaker, to: at + 1 }
}
