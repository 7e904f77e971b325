/** What is set against a speaker: by the outlet in its own voice, by evidence that gainsays, by another who finds otherwise. */
import { mentionOf } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { place, trimmed } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import { actorial, type Range } from './speech-acts-judged.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { subjectOfVerb } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import { MUTE, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'

/** What somebody said, as a thing that can be gainsaid. */
const ACCOUNT =
  /^(?:claims?|version|account|accounts|statements?|denials?|narrative|assertions?|story|explanation|insistence|contention|position|line|assurances?|findings?|conclusions?|testimony|allegations?)$/
const GAINSAYS =
  /^(?:contradicts?|contradicted|contradicting|disproves?|disproved|disproving|belies?|belied|belying|undermines?|undermined|undermining|undercut|undercuts|undercutting|refutes?|refuted|refuting|debunks?|debunked|discredits?|discredited)$/
/** "at odds with", "hard to square with", "casts doubt on", "gives the lie to". */
const AGAINST =
  /\b(?:at odds with|inconsistent with|incompatible with|(?:hard|difficult|impossible) to (?:square|reconcile) with|casts? doubts? (?:on|over|upon)|calls? into question|called into question|gives? the lie to|does not (?:match|square|tally|fit)|do not (?:match|square|tally|fit)|did not (?:match|square|tally|fit)|runs? counter to|flies in the face of)\b/i
/** "found otherwise", "tell a different story". */
const OTHERWISE =
  /\b(?:found|finds|find|suggests?|shows?|showed|shown|indicates?|indicated|says?|said|concluded|proves?|proved) (?:quite )?(?:otherwise|the opposite|the contrary)\b|\btells? (?:quite )?a (?:very )?different story\b/i
/** "nothing in the logs supports", "there is no evidence for the claim". */
const UNSUPPORTED =
  /\b(?:nothing|no evidence|none of the evidence|little|no record)\b[^.;]{0,60}\b(?:supports?|backs?|bears out|confirms?|points to|of)\b/i

/** "Logs contradict the ministry's claim", "despite what the spokesman claimed", "A panel found otherwise". */
export function gainsaidIn(text: string, unit: Unit, memory: Memory): readonly Draft[] {
  const { tokens } = unit
  const at = gainsaying(text, unit)
  if (at === null) return []
  const [cue, rule] = at
  let from = cue[0]
  while (from > 0 && !/^[.;:]$/.test(tokens[from - 1]!.text)) from -= 1
  let to = cue[1]
  while (to < tokens.length && !/^[.;]$/.test(tokens[to]!.text)) to += 1
  const content = trimmed(unit, from, to)
  if (content === null) return []
  const speaker = gainsayer(text, unit, cue[0], memory)
  return [
    {
      kind: 'contradiction',
      speaker,
      via: null,
      addressee: null,
      target: null,
      cue: place(unit, cue),
      content: place(unit, content),
      rule,
      unsure: speaker?.unsure ?? null,
    },
  ]
}

function gainsaying(text: string, unit: Unit): readonly [Range, string] | null {
  const { tokens, quoted } = unit
  const account = (from: number, to: number): boolean =>
    tokens.slice(Math.max(0, from), to).some((token) => ACCOUNT.test(token.norm))
  for (let i = 1; i < tokens.length; i += 1) {
    const { norm } = tokens[i]!
    if (quoted[i] !== -1) continue
    if (GAINSAYS.test(norm)) {
      if (/^(?:not|to|n't|never)$/.test(tokens[i - 1]!.norm)) continue
      const person = /^(?:him|her|them)$/.test(tokens[i + 1]?.norm ?? '')
      if (account(i + 1, i + 9) || person || (tokens[i + 1]?.norm === 'by' && account(i - 9, i)))
        return [[i, i + 1], 'what is seen or said is set against what was said']
    }
    if (/^(?:despite|contrary)$/.test(norm)) {
      const words = tokens.slice(i + 1, i + 10).map((token) => token.norm)
      const what = words.indexOf('what')
      const said = words.some((word) =>
        /^(?:said|claimed|claims|says|insisted|maintained|asserted|stated|told)$/.test(word),
      )
      if ((what === 0 || (what === 1 && words[0] === 'to')) && said)
        return [[i, i + 1], `the outlet sets "${tokens[i]!.text} …" against what was said`]
      if (norm === 'contrary' && words[0] === 'to' && words.slice(1, 8).some((word) => ACCOUNT.test(word)))
        return [[i, i + 1], 'the outlet sets it against what was said']
    }
  }
  // phrases of several words, where no quotation stands and something said or found is named
  if (
    !tokens.some((token) => ACCOUNT.test(token.norm) || /^(?:otherwise|opposite|contrary|different)$/.test(token.norm))
  )
    return null
  if (quoted.some((index) => index !== -1)) return null
  const words = text.slice(unit.start, unit.end)
  for (const [pattern, wanted] of [
    [AGAINST, true],
    [OTHERWISE, false],
    [UNSUPPORTED, true],
  ] as const) {
    const match = pattern.exec(words)
    if (match === null) continue
    const first = tokens.findIndex((token) => token.start >= unit.start + match.index)
    const last = tokens.findLastIndex((token) => token.end <= unit.start + match.index + match[0].length)
    if (first < 0 || last < first) continue
    if (wanted && !account(first - 12, last + 10)) continue
    return [[first, last + 1], 'what is seen or found is set against what was said']
  }
  return null
}

/** A body or people that gainsay; null where evidence does, in the outlet's own voice. */
function gainsayer(text: string, unit: Unit, verb: number, memory: Memory): Speaker | null {
  const { tokens } = unit
  if (/^(?:despite|contrary)$/.test(tokens[verb]!.norm)) return null
  const subject = subjectOfVerb(text, unit, verb)
  if (subject === null || subject.mention.how === 'pronoun') return null
  const { mention } = subject
  const evidence = tokens.slice(mention.from, mention.to).some((token) => MUTE.has(token.norm) || SEEN.test(token.norm))
  if (evidence || !actorial(tokens, mention)) return null
  return speakerOf(text, unit, subject, memory)
}

const SEEN =
  /^(?:footage|imagery|photographs?|logs?|documents?|recordings?|forensic|analysis|autops(?:y|ies)|claims?|accounts?|versions?|wounds|craters?|fragments|debris|books?|files?|admission)$/

const REPORTED =
  /^(?:includ|mention|not|report|publish|acknowledg|admit|document|show|say|said|record|cover|address|describ|stat)/

/** The outlet against a speaker: "…, although the report says so on its first page". */
export function contradictionsOf(unit: Unit, found: readonly Predicate[]): readonly Draft[] {
  const { tokens, quoted } = unit
  if (found.length === 0) return []
  for (let i = 1; i < tokens.length; i += 1) {
    const norm = tokens[i]!.norm
    if (quoted[i] !== -1) continue
    const opens =
      norm === 'despite' ||
      norm === 'although' ||
      norm === 'though' ||
      (norm === 'contrary' && tokens[i + 1]?.norm === 'to')
    const without =
      norm === 'without' &&
      /^(?:providing|offering|giving|presenting|citing|producing)$/.test(tokens[i + 1]?.norm ?? '')
    if (!opens && !without) continue
    const before = found.findLast((predicate) => predicate.cueFrom < i)
    if (before === undefined) continue
    let to = i + 1
    while (to < tokens.length && !/^[.;]$/.test(tokens[to]!.text)) to += 1
    const window = tokens.slice(i + 1, Math.min(to, i + 16))
    const range = trimmed(unit, i, to)
    if (range === null) continue
    const draft = {
      speaker: null,
      via: null,
      addressee: null,
      target: { name: before.speaker.name, at: before.speaker.at },
      cue: place(unit, [i, i + 1]),
      content: place(unit, range),
    }
    if (without) {
      if (!window.slice(0, 5).some((token) => /^(?:evidence|proof|details)$/.test(token.norm))) continue
      return [{ ...draft, kind: 'caveat', rule: 'the outlet notes that no evidence was given', unsure: null }]
    }
    const known = unit.known.some((match) => match.from > i && match.from < i + 6)
    const document = window.some((token) => SPEAKING_DOCUMENTS.has(token.norm))
    const reports = window.some((token) => REPORTED.test(token.norm) && /(?:ed|ing|said|shown)$/.test(token.norm))
    if (!reports || !(known || document)) continue
    // Behind a closing quotation mark it is the outlet; else it may be the speaker's own words.
    const closed =
      quoted[i - 1] !== -1 || (tokens[i - 1]!.text === ',' && quoted[i - 2] !== undefined && quoted[i - 2] !== -1)
    return [
      {
        ...draft,
        kind: 'contradiction',
        rule: `the outlet sets "${tokens[i]!.text} …" against what was said`,
        unsure: closed ? null : 'these may be words of the speaker rather than of the outlet',
      },
    ]
  }
  return []
}

/** What an account does where the outlet holds it against somebody's word. */
const CONTAINS =
  /^(?:mentions?|describes?|includes?|lists?|covers?|notes?|documents?|acknowledges?|records?|reports?|devotes?|details?|names?|addresses|address|contains?|cites?|condemns?|deals|dwells|speaks?)$/

/** "X's report, however, does mention that attack": the outlet sets a document against the speaker before it. */
export function rebuttalOf(text: string, unit: Unit, memory: Memory, previous: Speaker | null): readonly Draft[] {
  const { tokens, quoted } = unit
  if (previous === null || unit.quotes.length > 0) return []
  const limit = Math.min(tokens.length, 22)
  let noun = -1
  for (let i = 0; i < Math.min(limit, 9) && noun < 0; i += 1)
    if (SPEAKING_DOCUMENTS.has(tokens[i]!.norm) || /^(?:article|dossier|account|piece|book)$/.test(tokens[i]!.norm))
      noun = i
  if (noun < 1 || quoted[noun] !== -1) return []
  if (tokens.slice(0, noun).some((token) => token.kind === 'mark' && !/^['’]$/.test(token.text))) return []
  let verb = -1
  let against = /^(?:but|however|yet)$/.test(tokens[0]!.norm)
  for (let i = noun + 1; i < limit; i += 1) {
    const { norm } = tokens[i]!
    if (/^(?:however|though|nevertheless|nonetheless|does|did)$/.test(norm)) against = true
    if (norm === 'fact' && tokens[i - 1]!.norm === 'in') against = true
    if (/^(?:not|never|no)$/.test(norm) || norm.endsWith("n't")) return []
    if (CONTAINS.test(norm)) {
      verb = i
      break
    }
  }
  if (verb < 0 || !against) return []
  let to = verb + 1
  while (to < tokens.length && !/^[.;]$/.test(tokens[to]!.text)) to += 1
  const content = trimmed(unit, 0, to)
  if (content === null) return []
  // the speaker's own document gainsays nobody
  const mention = mentionOf(text, tokens, [0, noun + 1], unit.known)
  const owner = speakerOf(text, unit, { mention, via: [], from: 0, to: noun + 1 }, memory)
  if (owner !== null && owner.name === previous.name) return []
  return [
    {
      kind: 'contradiction',
      speaker: null,
      via: null,
      addressee: null,
      target: { name: previous.name, at: previous.at },
      cue: place(unit, [verb, verb + 1]),
      content: place(unit, content),
      rule: 'the outlet sets what a document contains against what was said before',
      unsure: owner === null ? 'whose document it is, is not said here' : null,
    },
  ]
}
