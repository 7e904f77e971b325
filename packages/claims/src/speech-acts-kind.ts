/** What kind of claim a stretch of reported English makes, judged by its words and by who says it. */
import { subjectBefore } from './attribution.ts'
import { isDeterminer, type Mention, mentionOf, phraseEndingAt, phraseStartingAt, speakerKind } from './mention.ts'
import { blamed } from './speech-acts-blame.ts'
import { ACTOR_NOUNS, actorial, type Judged, type Range, settled, sufferer } from './speech-acts-judged.ts'
import { limited } from './speech-acts-limits.ts'
import type { Speaker } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'
import {
  CONSTITUTES,
  FIRST_PERSON,
  INVOLVEMENT,
  LEGAL,
  LOADED,
  NEGATIONS,
  PROMISED,
  PROMISED_PASSIVE,
  SET_UP,
  UNARMED,
  WRONG_NOUNS,
  WRONG_VERBS,
} from './speech-acts-words.ts'
import type { Token } from './token.ts'

const BE = new Set('is are was were be been being'.split(' '))
const OWN = new Set('it its they their he his she her we our us i my'.split(' '))
const WILL = new Set(['will', 'would', 'shall', "'ll"])
const BATTLE_TARGETS = new Set(
  'forces military army security troops soldiers positions checkpoint checkpoints base bases police sites personnel'.split(
    ' ',
  ),
)

/** The kind of what `speaker` says in the tokens of `range`, where the cue itself ("said") leaves it open. */
export function judge(text: string, unit: Unit, range: Range, speaker: Speaker, lemma: string): Judged {
  const { tokens } = unit
  const [from, to] = range
  if (from >= to) return settled('statement', 'a word of saying')
  const words = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  return (
    condemned(unit, range) ??
    limited(unit, range) ??
    demanded(text, unit, range, speaker) ??
    promised(unit, range, speaker, lemma) ??
    denied(unit, range, words, speaker) ??
    admitted(unit, range, speaker) ??
    characterised(tokens, range, words) ??
    (speaker.kind === 'witness' || isWitnessRole(speaker) ? settled('testimony', 'a witness speaks') : null) ??
    accused(text, unit, range, words) ??
    settled('statement', 'a word of saying')
  )
}

export function isWitnessRole(speaker: Speaker): boolean {
  return (
    speaker.person &&
    /\b(?:resident|survivor|witness|eyewitness|villager|refugee|nurse|relative|mother|father|widow|farmer|shopkeeper|student|detainee|displaced|marcher|protester)\b/i.test(
      speaker.role ?? '',
    )
  )
}

function condemned(unit: Unit, [from, to]: Range): Judged | null {
  for (let i = from; i < to; i += 1) {
    if (
      /^(?:condemn|condemns|deplore|deplores|denounce|denounces)$/.test(unit.tokens[i]!.norm) &&
      !isDeterminer(unit.tokens[i - 1]?.norm ?? '')
    ) {
      if (unit.tokens[i - 1]?.norm === 'to' || NEGATIONS.has(unit.tokens[i - 1]?.norm ?? '')) continue
      return settled('condemnation', 'condemns in so many words')
    }
  }
  return null
}

/** What another is told it ought to have done first, where no harm hangs on it. */
const PROCEDURE =
  /^(?:waited|asked|consulted|contacted|published|included|sent|checked|informed|coordinated|listened|spoken|heard|given|shared|sought|requested|gone)$/

/** "must", "should", "needs to" of somebody else. */
function demanded(text: string, unit: Unit, [from, to]: Range, speaker: Speaker): Judged | null {
  const { tokens, known } = unit
  for (let i = from; i < to; i += 1) {
    const norm = tokens[i]!.norm
    const next = tokens[i + 1]?.norm ?? ''
    const must = norm === 'must' || norm === 'should' || (norm === 'ought' && next === 'to')
    const needs = (norm === 'needs' || norm === 'need' || norm === 'has' || norm === 'have') && next === 'to'
    if (!must && !needs) continue
    const subject = i === from ? null : subjectBefore({ text, tokens, known }, i, from)
    const first = tokens[i - 1]?.norm ?? ''
    if (FIRST_PERSON.has(first)) continue
    if (next === 'have' || (next === 'not' && tokens[i + 2]?.norm === 'have')) {
      if (norm !== 'should' || subject === null) continue
      const participle = next === 'have' ? i + 2 : i + 3
      const done = tokens[tokens[participle]?.norm === 'been' ? participle + 1 : participle]?.norm ?? ''
      if (PROCEDURE.test(done)) {
        const heard = actorial(tokens, subject.mention) ? subject.mention : null
        return settled('demand', `"should have ${done}": asks another to go by a procedure`, { addressee: heard })
      }
      return settled('accusation', 'says what another should have done', { target: subject.mention })
    }
    if (needs && (subject === null || speakerKind(tokens[subject.mention.to - 1]!.norm) === null)) continue
    // A witness's "must" is mostly a guess or a fear, not a demand.
    if (speaker.kind === 'witness' && subject === null) continue
    const actor = subject !== null && actorial(tokens, subject.mention) ? subject.mention : null
    return settled('demand', `"${tokens[i]!.text}" of somebody else`, { addressee: actor })
  }
  return null
}

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

/** "it would investigate", "a committee would be established", "will be held accountable" by one who can see to it. */
function promised(unit: Unit, [from, to]: Range, speaker: Speaker, lemma: string): Judged | null {
  if (!MAY_PROMISE.has(lemma)) return null
  const { tokens } = unit
  if (!['government', 'official', 'armed_group', 'un_body', 'court', 'political_group', 'other'].includes(speaker.kind))
    return null
  for (let i = from; i < to; i += 1) {
    if (!WILL.has(tokens[i]!.norm)) continue
    let k = i + 1
    while (k < to && (/ly$/.test(tokens[k]!.norm) || /^(?:also|now|soon|not|never|continue|to)$/.test(tokens[k]!.norm)))
      k += 1
    const verb = tokens[k]?.norm ?? ''
    const before = tokens[i - 1]?.norm ?? ''
    const own =
      OWN.has(before) ||
      ACTOR_NOUNS.has(before) ||
      /^(?:commission|committee|ministry|council|court|army)$/.test(before)
    if (own && PROMISED.has(verb)) return settled('commitment', `"${tokens[i]!.text} ${verb}" of its own doing`)
    if (
      verb === 'be' &&
      PROMISED_PASSIVE.has(tokens[k + 1]?.norm ?? '') &&
      (speaker.kind === 'government' || speaker.kind === 'official' || speaker.kind === 'armed_group')
    ) {
      return settled('commitment', `"${tokens[i]!.text} be ${tokens[k + 1]!.text}" by one who can see to it`)
    }
  }
  if (lemma === 'announce') {
    for (let i = from; i < Math.min(to, from + 8); i += 1) {
      if (
        unit.quoted[i] === -1 &&
        SET_UP.has(tokens[i]!.norm) &&
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

/** "its forces did not target civilians", "it had no part in". */
function denied(unit: Unit, [from, to]: Range, words: string, speaker: Speaker): Judged | null {
  const { tokens } = unit
  if (speaker.kind !== 'witness' && UNTRUE.test(words)) return settled('denial', 'calls what is said of it untrue')
  if (answers(speaker)) {
    const gainsaid = nothingSuch(unit, [from, to])
    if (gainsaid !== null) return gainsaid
  }
  for (let i = from; i < to; i += 1) {
    if (!FALSE.has(tokens[i]!.norm)) continue
    const near = tokens.slice(Math.max(from, i - 10), Math.min(to, i + 4))
    if (
      near.some((token) =>
        /^(?:accusation|allegation|claim|report|figure|charge|rumou?r|story|account)s?$/.test(token.norm),
      )
    ) {
      return settled('denial', 'calls what is said of it untrue')
    }
  }
  for (let i = from; i < to; i += 1) {
    const norm = tokens[i]!.norm
    const negated = NEGATIONS.has(norm) || /n't$/.test(norm) || norm === 'nothing'
    if (!negated) continue
    const near = tokens.slice(Math.max(from, i - 5), i)
    const own = near.some((token) => OWN.has(token.norm))
    const after = tokens.slice(i + 1, Math.min(to, i + 9))
    const wrong = after.some(
      (token) => WRONG_VERBS.has(token.norm) || WRONG_NOUNS.has(token.norm) || INVOLVEMENT.has(token.norm),
    )
    const apart = after.some((token) => /^(?:role|part|knowledge|link|links|connection)$/.test(token.norm))
    const modal = near.some((token) => /^(?:will|would|shall|must|should|can|could|may)$/.test(token.norm))
    if (own && !modal && (wrong || apart || norm === 'nothing')) return settled('denial', 'says it did no such thing')
    if (
      norm === 'no' &&
      i <= from + 2 &&
      after
        .slice(0, 4)
        .some((token) => token.norm === 'one' || UNARMED.has(token.norm) || WRONG_NOUNS.has(token.norm)) &&
      after.some((token) => BE.has(token.norm) || /^(?:occurred|happened|took)$/.test(token.norm))
    ) {
      return settled('denial', 'says that no such thing happened')
    }
  }
  return null
}

const UNTRUE =
  /\b(?:(?:not|n[o']t|never) (?:at all )?true|untrue|no truth (?:in|to)|no (?:factual )?(?:basis|foundation)|without (?:any )?(?:foundation|basis|substance)|never happened|never took place|did not (?:happen|take place)|pure (?:fiction|invention))\b/i
/** "There was no …" of these is a plight or an opinion, not a denial. */
const PLIGHT =
  /^(?:doubt|choice|alternative|way|need|time|place|plan|plans|electricity|water|food|medicine|bread|fuel|power|hope|peace|question|solution|sign|signs|room|justification|excuse|reason|news|word|information|contact|access|internet|network|one|ceasefire|agreement|date|going|turning|military|political|winner|winners|safe|shelter|money|aid|tolerance|impunity|record|comment|immediate|official|independent|reports?|indications?)$/

const OBSERVER =
  /\b(?:UN|United Nations|rights|commissioner|rapporteur|Amnesty|network|observatory|doctors?|Red Cross|monitor|resident|survivor)\b/i

/** Whether a speaker, whatever its kind, watches, treats or suffers by its own name or role, and so answers for nothing. */
function isObserver({ role, name }: Speaker): boolean {
  return OBSERVER.test(`${role ?? ''} ${name}`)
}

/** Whether a speaker answers for what was done: governments, armed and political groups, their officials. */
function answers(speaker: Speaker): boolean {
  if (!['government', 'armed_group', 'official', 'political_group', 'other'].includes(speaker.kind)) return false
  return !isObserver(speaker)
}

/** "There was no roadblock", "nobody was beaten in our cells", "not a single civilian was touched". */
function nothingSuch(unit: Unit, [from, to]: Range): Judged | null {
  const { tokens } = unit
  for (let i = from; i + 2 < to; i += 1) {
    const { norm } = tokens[i]!
    if (norm === 'there' && /^(?:was|were|is|are|had)$/.test(tokens[i + 1]!.norm)) {
      const no = tokens[i + 1]!.norm === 'had' && tokens[i + 2]!.norm === 'been' ? i + 3 : i + 2
      if (tokens[no]?.norm !== 'no' || no + 1 >= to || no > from + 6) continue
      const noun = tokens.slice(no + 1, Math.min(to, no + 4))
      if (noun.some((token) => PLIGHT.test(token.norm))) continue
      return settled('denial', 'says that there was no such thing')
    }
    if (i > from + 3) continue
    const single = norm === 'not' && tokens[i + 1]!.norm === 'a' && tokens[i + 2]!.norm === 'single'
    if (!single && !/^(?:nobody|none|nothing|no)$/.test(norm)) continue
    const be = tokens.slice(i + 1, Math.min(to, i + 7)).findIndex((token) => BE.has(token.norm))
    if (be < 0) continue
    const at = i + 1 + be
    const done = tokens.slice(at + 1, Math.min(to, at + 4))
    if (
      done.some(
        (token) =>
          WRONG_VERBS.has(token.norm) ||
          /^(?:touched|harmed|hurt|injured|mistreated|hidden|fired|shot|forced|taken|used|ordered|crossed)$/.test(
            token.norm,
          ),
      )
    )
      return settled('denial', 'says that nothing of the kind was done')
  }
  return null
}

/** What makes another's word out to be untrue. */
export const FALSE = new Set(
  'false baseless untrue fabricated unfounded lies lie propaganda groundless invented disinformation slander invention fabrication fiction hoax nonsense'.split(
    ' ',
  ),
)

const LAPSES = new Set(
  'violations abuses mistakes errors excesses crimes acts killings transgressions misconduct wrongdoing deaths incidents retaliation reprisals failures shortcomings'.split(
    ' ',
  ),
)

/** "violations occurred", "mistakes were made", "our forces struck" by the side that answers for it. */
function admitted(unit: Unit, [from, to]: Range, speaker: Speaker): Judged | null {
  if (!['government', 'armed_group', 'official', 'political_group'].includes(speaker.kind)) return null
  if (isObserver(speaker)) return null
  const { tokens } = unit
  for (let i = from; i < to; i += 1) {
    if (!LAPSES.has(tokens[i]!.norm)) continue
    const window = tokens.slice(i + 1, Math.min(to, i + 7))
    const at = window.findIndex((token) => /^(?:occurred|happened|committed|made|place)$/.test(token.norm))
    if (at < 0) continue
    const verb = window[at]!.norm
    const passive = verb === 'committed' || verb === 'made'
    if (passive && !window.slice(0, at).some((token) => BE.has(token.norm))) continue
    const agent = tokens.slice(i + 1 + at, Math.min(to, i + at + 5)).some((token) => token.norm === 'by')
    const negated = tokens.slice(Math.max(from, i - 3), i + 1 + at).some((token) => NEGATIONS.has(token.norm))
    if (!agent && !negated) return settled('admission', 'says that wrongs took place, and names no other hand')
  }
  for (let i = from; i + 1 < to; i += 1) {
    const self = tokens[i]!.norm
    const own =
      self === 'we' ||
      self === 'it' ||
      ((self === 'our' || self === 'its' || self === 'their') &&
        /^(?:forces|troops|soldiers|fighters|men|army|police|aircraft|jets|members|personnel)$/.test(
          tokens[i + 1]!.norm,
        ))
    if (!own) continue
    let k = self === 'we' || self === 'it' ? i + 1 : i + 2
    while (k < to && /^(?:had|have|has|mistakenly|wrongly|accidentally|did|also)$/.test(tokens[k]!.norm)) k += 1
    if (/^(?:killed|struck|hit|shot|bombed|shelled|fired|detained|executed|targeted)$/.test(tokens[k]?.norm ?? '')) {
      const harmed = tokens.slice(k + 1, Math.min(to, k + 9)).some((token) => UNARMED.has(token.norm))
      const by = tokens.slice(k - 3, k).some((token) => /^(?:mistakenly|wrongly|accidentally)$/.test(token.norm))
      if (harmed || by) return settled('admission', 'says that its own hand did it')
    }
  }
  return null
}

function characterised(tokens: readonly Token[], [from, to]: Range, words: string): Judged | null {
  const match = LEGAL.exec(words)
  if (match === null) return null
  const base = tokens[from]!.start
  const at = tokens.findIndex((token, index) => index >= from && token.start - base >= match.index)
  const window = words.slice(Math.max(0, match.index - 48), match.index)
  const agent = tokens
    .slice(Math.max(from, at - 6), at)
    .some((token) => /^(?:committed|commit|commits|committing|perpetrated)$/.test(token.norm))
  if (agent) return null
  const loose = /\b(?:potential|possible|apparent|alleged|likely)\s+$/i.test(window)
  if (!loose && !CONSTITUTES.test(window)) return null
  if (to - from < 2) return null
  return settled('characterisation', `what happened is named in law's words: ${match[0]}`)
}

/** Somebody else named with a wrong done. */
export function accused(text: string, unit: Unit, [from, to]: Range, words: string): Judged | null {
  const { tokens, known } = unit
  const loaded = tokens.slice(from, to).some((token) => LOADED.has(token.norm))
  const unarmed = tokens.slice(from, to).some((token) => UNARMED.has(token.norm))
  for (let i = from; i < to; i += 1) {
    const token = tokens[i]!
    const norm = token.norm
    if (INVOLVEMENT.has(norm)) {
      const judged = involved(text, unit, i, [from, to])
      if (judged !== null) return judged
    }
    // "a "premeditated assault" by …": a quotation mark may stand between
    const link = tokens[i + 1]?.kind === 'mark' && tokens[i + 1]!.text !== ',' ? i + 2 : i + 1
    const by = tokens[link]?.norm === 'by'
    if (by && (WRONG_NOUNS.has(norm) || WRONG_VERBS.has(norm))) {
      const phrase =
        phraseStartingAt(tokens, tokens[link + 1]?.kind === 'mark' ? link + 2 : link + 1) ??
        phraseStartingAt(tokens, link + 3)
      if (phrase !== null && phrase[1] <= to + 1) {
        const mention = mentionOf(text, tokens, phrase, known)
        if (actorial(tokens, mention) && (loaded || unarmed || !battle(tokens, from, to))) {
          return settled('accusation', `"${norm} by" one who is named`, { target: mention })
        }
      }
    }
    const uses =
      /^(?:used|using|deployed|deploying)$/.test(norm) &&
      FORBIDDEN.test(
        tokens
          .slice(i + 1, Math.min(to, i + 7))
          .map((found) => found.norm)
          .join(' '),
      )
    const causes =
      /^caus(?:ed|es)$/.test(norm) &&
      tokens
        .slice(i + 1, Math.min(to, i + 5))
        .some((found) => /^(?:deaths?|killing|suffering|casualties)$/.test(found.norm))
    if (
      !(uses || causes || WRONG_VERBS.has(norm)) ||
      norm === 'plan' ||
      norm === 'arm' ||
      norm === 'abuse' ||
      norm === 'force' ||
      norm === 'forces'
    )
      continue
    const before = tokens[i - 1]?.norm ?? ''
    if (
      isDeterminer(before) ||
      BE.has(before) ||
      (/ly$/.test(before) && BE.has(tokens[i - 2]?.norm ?? '')) ||
      before === 'to' ||
      before === "'s" ||
      before === 'of'
    )
      continue
    if (token.norm.endsWith('ing') && !/^(?:is|are|was|were)$/.test(before)) {
      // "…, killing over 1,700 civilians": the subject is further left
      const actor = actorBefore(text, unit, i, from)
      if (actor !== null && unarmed) return settled('accusation', `"${norm}" of one who is named`, { target: actor })
      continue
    }
    // the authorities first "massacred" protesters: a mark may stand before the verb
    const at = tokens[i - 1]?.kind === 'mark' && unit.quoted[i - 1] !== -1 && i - 1 > from ? i - 1 : i
    const subject = subjectBefore({ text, tokens, known }, at, from)
    if (causes && (subject === null || subject.mention.how === 'pronoun')) {
      // "security forces and groups allied with them caused the deaths of …"
      const actor = actorBefore(text, unit, i, from)
      if (actor !== null) return settled('accusation', `"${norm}" deaths, of one who is named`, { target: actor })
    }
    if (subject === null && before === 'and') {
      // "militias poisoned the wells and killed people"
      const actor = actorBefore(text, unit, i, from)
      const hurt = tokens.slice(i + 1, Math.min(to, i + 8)).some((found) => UNARMED.has(found.norm))
      if (actor !== null && hurt && !sufferer(tokens, actor))
        return settled('accusation', `"${norm}" of one who is named`, { target: actor })
    }
    if (subject === null || subject.mention.how === 'pronoun') continue
    const negated = tokens.slice(Math.max(from, i - 2), i).some((found) => NEGATIONS.has(found.norm))
    if (negated || !actorial(tokens, subject.mention) || sufferer(tokens, subject.mention)) continue
    const lapse = /^(?:fail|refus|ignor|overlook|downplay|obstruct|conceal|hid)/.test(norm)
    const after = tokens.slice(i + 1, Math.min(to, i + 14))
    const harms = after.some((found) => UNARMED.has(found.norm) || WRONG_NOUNS.has(found.norm)) || loaded
    const fights = battle(tokens, i, Math.min(to, i + 14)) && !after.some((found) => UNARMED.has(found.norm))
    if (lapse || uses || causes || (harms && (!fights || loaded))) {
      return settled('accusation', `"${norm}" of one who is named`, { target: subject.mention })
    }
  }
  const blame = blamed(text, unit, [from, to])
  if (blame !== null) return blame
  const report = /\b(?:failed|fails|neglected|omitted) to\b/i.exec(words)
  if (report !== null) return settled('accusation', 'says that another failed to')
  return null
}

const FORBIDDEN =
  /\b(?:chemical|nerve|sarin|chlorine|cluster|phosphorus|barrel|shields?|starvation|excessive|lethal force|disproportionate|child soldiers|torture)\b/

function battle(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => BATTLE_TARGETS.has(token.norm))
}

function actorBefore(text: string, unit: Unit, at: number, floor: number): Mention | null {
  for (let i = at - 1; i >= Math.max(floor, at - 20); i -= 1) {
    if (!ACTOR_NOUNS.has(unit.tokens[i]!.norm)) continue
    const phrase = phraseEndingAt(unit.tokens, i, floor)
    return phrase === null ? null : mentionOf(text, unit.tokens, phrase, unit.known)
  }
  return null
}

/** "Russian involvement in the attacks", "the army is responsible for". */
function involved(text: string, unit: Unit, at: number, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  const negated = tokens.slice(Math.max(from, at - 4), at).some((token) => NEGATIONS.has(token.norm))
  if (negated) return null
  const link = tokens[at + 1]?.norm ?? ''
  const { norm } = tokens[at]!
  if (
    norm === 'responsible' ||
    norm === 'behind' ||
    norm === 'complicit' ||
    norm === 'involved' ||
    norm === 'culpable'
  ) {
    if (!(norm === 'behind' ? isDeterminer(link) : link === 'for' || link === 'in')) return null
    let k = at - 1
    while (k > from && (BE.has(tokens[k]!.norm) || /ly$/.test(tokens[k]!.norm))) k -= 1
    if (k === at - 1) return null
    const subject = subjectBefore({ text, tokens, known }, k + 1, from)
    if (subject === null || !actorial(tokens, subject.mention)) return null
    return settled('accusation', `"${norm}" of one who is named`, { target: subject.mention })
  }
  if (link !== 'in' && link !== 'for' && link !== 'with' && link !== 'between') return null
  const before = tokens[at - 1]
  if (before === undefined || at - 1 < from) return null
  if (!before.capital && before.norm !== "'s" && !ACTOR_NOUNS.has(before.norm)) return null
  let first = at - 1
  while (first - 1 >= from && (tokens[first - 1]!.capital || tokens[first - 1]!.norm === 'and')) first -= 1
  if (to <= at) return null
  return settled('accusation', `"${norm} ${link}" of one who is named`, {
    target: mentionOf(text, tokens, [first, at], known),
  })
}
