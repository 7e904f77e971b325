/** Who is said to have done it: the subject of a verb of harm, the party behind "by", or whoever is accused of it. */

import { agentBefore, agentEndingAt, agentStartingAt, clauseStart, EVENTS, isAgent } from './agent-phrase.ts'
import type { Counted, Range } from './counted.ts'
import { cueLemma } from './cue.ts'
import type { HarmHit } from './harm.ts'
import { BE, HAVE, type Scene } from './harm-scene.ts'
import { phraseStartingAt } from './mention.ts'
import { wordSet } from './phrase.ts'
import { subjectBefore } from './subject.ts'
import type { Token } from './token.ts'

/** Who stands as subject before the verb of harm, or is accused of it, or did the deed that it is the outcome of. */
export function subjectOf(scene: Scene, verb: number): Range | null {
  const { text, tokens, known } = scene
  const accused = accusedOf(scene, verb)
  if (accused !== null) return accused
  const participle = /ing$/.test(tokens[verb]!.norm)
  const direct = participle ? mainSubject(scene, verb) : agentBefore(scene, verb)
  if (direct !== null) return direct
  const outcome = doerOfEvent(scene, verb)
  if (outcome !== null) return outcome
  const subject = subjectBefore({ text, tokens, known }, verb, Math.max(0, verb - 40))
  if (subject === null) return null
  const { mention } = subject
  if (mention.how === 'pronoun') return null
  const range: Range = [mention.from, mention.to]
  return isAgent(scene, range) ? range : null
}

/** Whether "they" or "it" is the doer: the subject of an active word of harm, across a verb joined by "and". */
export function doneByPronoun(tokens: readonly Token[], counted: Counted): boolean {
  if (counted.effectAt === null || counted.effectAt[0] > counted.number.from || !/^object of/.test(counted.rule))
    return false
  for (let i = counted.effectAt[0] - 1; i >= 0 && counted.effectAt[0] - i < 12; i--) {
    const { norm, kind } = tokens[i]!
    if (norm === 'they' || norm === 'it') return true
    if ((kind === 'mark' && tokens[i]!.text !== ',') || cueLemma(norm) !== null || norm === 'that') return false
  }
  return false
}

/** "Troops opened fire, killing 12": the subject of the clause that the participle goes on from. */
function mainSubject(scene: Scene, verb: number): Range | null {
  if (scene.tokens[verb - 1]?.text !== ',') return null
  return agentBefore(scene, verb)
}

const BLAMED = wordSet('accused accuse accuses accusing suspected guilty convicted blamed blame blames responsible')
const BLAME_LINKS = wordSet('of for')

/** "X accused Y of killing", "Y are accused of killing", "Y are responsible for the deaths of". */
function accusedOf(scene: Scene, act: number): Range | null {
  const { tokens } = scene
  let link = act - 1
  if (tokens[link]?.norm === 'the') link--
  if (!BLAME_LINKS.has(tokens[link]?.norm ?? '')) return null
  for (let i = link - 1; i >= 0 && link - i < 16; i--) {
    const token = tokens[i]!
    if (token.text === ';' || token.text === '.') return null
    if (!BLAMED.has(token.norm)) continue
    if (i < link - 1) {
      const named = agentStartingAt(scene, i + 1)
      return named !== null && named[1] <= link ? named : null
    }
    let end = i
    while (
      end > 0 &&
      (BE.has(tokens[end - 1]!.norm) || HAVE.has(tokens[end - 1]!.norm) || isBetween(tokens[end - 1]!.norm))
    )
      end--
    const range = agentEndingAt(scene, end, clauseStart(scene, end))
    return range !== null && isAgent(scene, range) ? range : null
  }
  return null
}

const isBetween = (norm: string) =>
  norm.endsWith('ly') || norm === 'also' || norm === 'as' || norm === 'widely' || norm === 'stand' || norm === 'stands'

const COMMIT = wordSet(
  'laid carried launched staged mounted conducted perpetrated committed led opened waged unleashed prompted provoked triggered',
)

/** "an attack by X that killed", "X laid an ambush in which … were killed", "a response from the forces, killing …". */
function doerOfEvent(scene: Scene, verb: number): Range | null {
  const { tokens } = scene
  for (let i = verb - 1; i >= 0 && verb - i < 24; i--) {
    const token = tokens[i]!
    if (token.text === ';' || token.text === '.') return null
    if (!EVENTS.has(token.norm)) continue
    for (let j = i + 1; j < verb; j++) {
      if (tokens[j]!.norm !== 'by' && tokens[j]!.norm !== 'from') continue
      const named = agentStartingAt(scene, j + 1)
      if (named !== null && named[1] <= verb) return named
    }
    // "Rapid Support Forces shelling … has killed"
    const named = scene.known.find((match) => match.to === i && match.party.kind === 'armed_group')
    return named === undefined ? committed(scene, i) : [named.from, named.to]
  }
  return null
}

/** "X laid an ambush": who did the deed named at `event`. */
function committed(scene: Scene, event: number): Range | null {
  const { tokens } = scene
  for (let i = event - 1; i >= 0 && event - i < 6; i--) {
    if (tokens[i]!.kind !== 'word') return null
    if (COMMIT.has(tokens[i]!.norm) && !BE.has(tokens[i - 1]?.norm ?? '')) return agentBefore(scene, i)
  }
  return null
}

/** Whoever is named around a word of harm whose victims are its subject or follow it as "deaths of". */
export function agentAround(scene: Scene, harm: HarmHit, counted: number): Range | null {
  if (harm.from < 0) return null
  if (harm.effect === 'displaced' && harm.form !== 'past') return null
  const behind =
    agentBehind(scene, harm) ??
    chargedTo(scene, harm, counted) ??
    killedOnTheWay(scene, harm, counted) ??
    namedAttack(scene, harm) ??
    whomKilled(scene, harm)
  if (behind !== null) return behind
  if (harm.form === 'deaths' || harm.form === 'ing' || harm.form === 'base') return causeOf(scene, harm.from)
  return inWhich(scene, counted)
}

/** "an ambush blamed on a cartel", "attributes the killing of 2,285 to Israeli forces", "forces were responsible for 196 of the deaths". */
function chargedTo(scene: Scene, harm: HarmHit, counted: number): Range | null {
  const { tokens } = scene
  for (let i = counted; i < tokens.length && i - counted < 26; i++) {
    const { norm, text } = tokens[i]!
    if (text === ';') break
    const blamed = norm === 'on' && (tokens[i - 1]!.norm === 'blamed' || tokens[i - 1]!.norm === 'pinned')
    const attributed = norm === 'to' && (tokens[i - 1]!.norm === 'attributed' || attributes(tokens, harm.from))
    const named = blamed || attributed ? agentStartingAt(scene, i + 1) : null
    if (named !== null) return named
  }
  for (let i = counted - 1; i > 0 && counted - i < 14; i--)
    if (tokens[i]!.norm === 'on' && tokens[i - 1]!.norm === 'blamed') return agentStartingAt(scene, i + 1)
  if (tokens[counted - 1]?.norm !== 'for' || tokens[counted - 2]?.norm !== 'responsible') return null
  let end = counted - 2
  while (
    end > 0 &&
    (BE.has(tokens[end - 1]!.norm) || HAVE.has(tokens[end - 1]!.norm) || isBetween(tokens[end - 1]!.norm))
  )
    end--
  const range = agentEndingAt(scene, end, clauseStart(scene, end))
  return range !== null && isAgent(scene, range) ? range : null
}

function attributes(tokens: readonly Token[], harm: number): boolean {
  for (let i = harm - 1; i >= 0 && harm - i < 18; i--) if (cueLemma(tokens[i]!.norm) === 'attribute') return true
  return false
}

/** "87 people, allegedly killed by X, were buried": the doer of another word of harm between the count and its own. */
function killedOnTheWay(scene: Scene, harm: HarmHit, counted: number): Range | null {
  const other = scene.harms.find(({ from, to, form }) => from > counted && to < harm.from && form === 'past')
  return other === undefined || scene.tokens[other.to]?.norm !== 'by' ? null : agentStartingAt(scene, other.to + 1)
}

/** "people killed in the Hamas attacks": a party that gives its name to what they died of. */
function namedAttack(scene: Scene, harm: HarmHit): Range | null {
  const { tokens, known } = scene
  if (tokens[harm.to]?.norm !== 'in') return null
  for (let i = harm.to + 1; i < tokens.length && i - harm.to < 6; i++) {
    if (tokens[i]!.kind !== 'word') return null
    if (!EVENTS.has(tokens[i]!.norm)) continue
    const party = known.find((match) => match.to === i && match.party.kind === 'armed_group')
    return party === undefined ? null : [party.from, party.to]
  }
  return null
}

/** "four members whom rioters are said to have killed". */
function whomKilled(scene: Scene, harm: HarmHit): Range | null {
  const { tokens } = scene
  for (let i = harm.from - 1; i >= 0 && harm.from - i < 12; i--) {
    if (tokens[i]!.kind === 'mark' && tokens[i]!.text !== '"' && tokens[i]!.text !== '“' && tokens[i]!.text !== '”')
      return null
    if (tokens[i]!.norm === 'whom') return agentStartingAt(scene, tokens[i + 1]?.kind === 'mark' ? i + 2 : i + 1)
  }
  return null
}

/** "X caused the deaths of 12". */
function causeOf(scene: Scene, act: number): Range | null {
  const { tokens } = scene
  const accused = accusedOf(scene, act)
  if (accused !== null) return accused
  const verb = tokens[act - 1]?.norm === 'the' ? act - 2 : act - 1
  return ['caused', 'ordered', 'committed'].includes(tokens[verb]?.norm ?? '') ? agentBefore(scene, verb) : null
}

/** "X laid an ambush in which 16 were killed". */
function inWhich(scene: Scene, counted: number): Range | null {
  const { tokens } = scene
  let i = counted - 1
  while (i >= 0 && counted - i < 4 && ['at', 'least', 'more', 'than', 'some', 'about'].includes(tokens[i]!.norm)) i--
  if (tokens[i]?.norm !== 'which' || tokens[i - 1]?.norm !== 'in') return null
  for (let event = i - 2; event >= 0 && i - event < 10; event--) {
    if (!EVENTS.has(tokens[event]!.norm)) continue
    for (let j = event + 1; j < i; j++) {
      const named = tokens[j]!.norm === 'by' ? agentStartingAt(scene, j + 1) : null
      if (named !== null) return named
    }
    return committed(scene, event)
  }
  return null
}

/** "killed … by X", "at the hands of X", "in an attack by X". */
function agentBehind(scene: Scene, harm: HarmHit): Range | null {
  const { tokens } = scene
  for (let i = harm.to; i < tokens.length && i - harm.to < 22; i++) {
    const token = tokens[i]!
    if (token.text === ';' || cueLemma(token.norm) !== null || token.norm === 'according' || token.norm === 'while')
      return null
    const by = token.norm === 'by'
    const hands = token.norm === 'hands' && tokens[i + 1]?.norm === 'of'
    if (!by && !hands) continue
    if (by && (cueLemma(tokens[i - 1]?.norm ?? '') !== null || tokens[i + 1]?.kind === 'number')) return null
    const at = by ? i + 1 : i + 2
    const range = agentStartingAt(scene, at)
    if (range !== null) return apposed(scene, range)
    if (phraseStartingAt(tokens, at) !== null) return null
  }
  return null
}

/** "by irregular units, the river brigades." */
function apposed(scene: Scene, range: Range): Range {
  const { tokens } = scene
  if (tokens[range[1]]?.text !== ',' || tokens[range[1] + 1]?.norm !== 'the') return range
  const next = agentStartingAt(scene, range[1] + 1)
  const end = next === null ? undefined : tokens[next[1]]
  return next !== null && (end === undefined || end.kind === 'mark') ? [range[0], next[1]] : range
}
