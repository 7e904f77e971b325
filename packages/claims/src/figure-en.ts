/** Which counts of an English sentence are of people harmed, and how. */

import { bareReport, cameFree, gapped, MORE, onTheMove, opensAsShare, severityAt } from './bare-count.ts'
import type { Carry, Counted } from './counted.ts'
import { phraseOf, victimSoon } from './counted-phrase.ts'
import { cueLemma } from './cue.ts'
import type { Effect } from './figure.ts'
import { accepted, isCondition, threatened } from './figure-accepted.ts'
import type { HarmHit } from './harm.ts'
import { agentAround } from './harm-agent.ts'
import { leftLink } from './harm-left.ts'
import { rightLink } from './harm-right.ts'
import { ACTS, BE, type CountedPhrase, type Link, type Scene } from './harm-scene.ts'
import {
  comparedWith,
  coordinated,
  inclusionOf,
  isDenominator,
  isHarmedAtOnce,
  listedAmong,
  ofThose,
} from './inclusion.ts'
import { harmsIn } from './lexicon-en.ts'
import { victimCategory } from './lexicon-victims.ts'
import { isPreposition } from './mention.ts'
import type { NumberMention } from './number.ts'
import type { PartyMatch } from './party-index.ts'
import type { Token } from './token.ts'
import { tollBehind, tollLink } from './toll.ts'
import { victimsOf } from './victims-en.ts'

/** Every count of the sentence that is one of people harmed. `blocked` are token positions of dates and ages. */
export function englishFigures(
  text: string,
  tokens: readonly Token[],
  counts: readonly NumberMention[],
  known: readonly PartyMatch[],
  carry: Carry | null,
): Counted[] {
  const harms = harmsIn(tokens)
  const phrases = counts.map((number) => phraseOf(tokens, number, harms, counts))
  const scene: Scene = {
    text,
    tokens,
    known,
    harms,
    harmAt: new Map(harms.map((hit) => [hit.from, hit])),
    harmEnd: new Map(harms.map((hit) => [hit.to, hit])),
    phrases,
    phraseAt: new Map(phrases.map((phrase, k) => [phrase.number.from, k])),
  }
  const links: (Link | null | 'agent')[] = phrases.map(() => null)
  const right = phrases.map((_, k) => rightLink(scene, k))
  const found: Counted[] = []
  const places: (number | null)[] = phrases.map(() => null)
  for (let k = 0; k < phrases.length; k++) {
    const phrase = phrases[k]!
    if (phrase.kind === 'rejected' || isDenominator(scene, k)) continue
    const counted = decide(scene, k, right, links, places, carry)
    if (counted === null) continue
    places[k] = found.length
    found.push(counted)
  }
  return found
}

function decide(
  scene: Scene,
  k: number,
  right: readonly (Link | 'agent' | null)[],
  links: (Link | null | 'agent')[],
  places: readonly (number | null)[],
  carry: Carry | null,
): Counted | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const own = headLink(phrase)
  if (ofThose(scene, k) && own === null && !isHarmedAtOnce(scene, k)) return null
  const rightOwn = ownedRight(scene, k, right[k]!)
  const taking = leftLink(scene, k)
  // "casualties of 4 guards killed on the road": what befell them is said behind
  const left = isCasualties(taking) && isToldOf(scene, k, rightOwn) ? null : taking
  const behind = left === null && own === null ? tollBehind(scene, k) : null
  const toll = behind ?? (left === null && own === null ? tollLink(scene, k, carry) : null)
  const inclusion = inclusionOf(scene, k, places)
  const before = k > 0 ? coordinated(scene, k, places) : null
  let link: Link | null = null
  let part: number | 'carried' | null = null
  let carried = false
  let unsure: string | null = null
  if (left === 'agent') return null
  if (left === null && own?.harm.effect !== 'killed' && cameFree(scene, phrase.to)) return null
  // "27 detainees died": the noun only says who they were
  const countsDeaths = own !== null && own.harm.form === 'deaths' && !isCondition(own.harm, rightOwn)
  if (left !== null) link = left
  else if (behind !== null) link = behind
  else if (toll !== null && rightOwn !== 'agent' && isLater(scene, k, rightOwn)) link = toll
  else if (rightOwn === 'agent') {
    if (!countsDeaths && toll === null) return null
    link = countsDeaths ? own : toll
  } else if (
    rightOwn !== null &&
    (own === null || rightOwn.how !== 'subject' || isCondition(own.harm, rightOwn)) &&
    (inclusion === null || rightOwn.strong) &&
    !countsDeaths
  )
    link = rightOwn
  else if (own !== null) link = own
  else if (toll !== null) link = toll
  else if (rightOwn !== null) link = rightOwn
  if (link === null && phrase.partitive) link = ofThoseNamed(scene, phrase)
  const wholeOf = inclusion === null ? null : (links[places.indexOf(inclusion)] ?? null)
  const otherHarm =
    link?.strong === true &&
    link.harm.effect !== 'tortured' &&
    wholeOf !== null &&
    wholeOf !== 'agent' &&
    wholeOf.harm.effect !== link.harm.effect
  if (inclusion !== null && (phrase.partitive || !otherHarm)) {
    part = inclusion
    // "129 civilians were killed, including 10 victims of torture"
    if (link === null || (link.how === 'subject' && !link.strong) || link.harm.effect === 'tortured') {
      if (wholeOf !== null && wholeOf !== 'agent') link = { ...wholeOf, how: 'part of the count before' }
    }
  }
  const severity = link === null && k > 0 && places[k - 1] !== null ? severityAt(scene, k) : null
  if (severity !== null) {
    const whole = links[k - 1]
    if (whole !== null && whole !== undefined && whole !== 'agent') {
      link = { ...whole, harm: { ...whole.harm, effect: severity }, how: 'part of the count before' }
      part = places[k - 1]!
    }
  }
  const previous = countedBefore(scene, k, places)
  if (link === null && before === null && previous !== null && gapped(scene, k, previous)) {
    const whole = links[previous]
    if (whole !== null && whole !== undefined && whole !== 'agent')
      link = { ...whole, how: 'joined to the count before' }
  }
  if (link === null && before !== null) {
    const whole = links[before]
    if (whole !== null && whole !== undefined && whole !== 'agent')
      link = { ...whole, how: 'joined to the count before' }
  }
  const compared = link === null ? comparedWith(scene, k, places) : null
  const risen = compared === null ? null : links[compared]
  if (risen !== null && risen !== undefined && risen !== 'agent') link = { ...risen, how: 'what the toll rose from' }
  if (part === null) {
    const listed = listedAmong(scene, k, carry)
    if (listed !== null && (link === null || link.how === 'subject')) {
      link = link ?? listed
      part = 'carried'
    }
  }
  const told = link === null && bareReport(scene, k) ? lastLink(links, k) : null
  if (told !== null) link = { ...told, how: 'joined to the count before', perpetratorAt: null }
  const share = link === null && opensAsShare(scene, k, carry)
  if (
    link === null &&
    carry !== null &&
    carry.distance <= 3 &&
    (share || isCarried(scene, k) || (carry.distance <= 2 && bareReport(scene, k)))
  ) {
    carried = true
    part = share || phrase.partitive || isCopula(scene, phrase) ? 'carried' : null
    const harm: HarmHit = {
      effect: carry.effect,
      manner: carry.manner,
      form: 'victims',
      from: phrase.number.from,
      to: phrase.to,
    }
    link = { harm, how: 'what the text counted before', strong: false, perpetratorAt: null }
    if (!phrase.partitive && !share) unsure = 'the sentence itself names no harm; it is taken from the sentence before'
  }
  if (link === null && onTheMove(scene, k, carry)) {
    const { from, to } = phrase.number
    const harm: HarmHit = { effect: 'displaced', manner: null, form: 'died', from, to }
    link = { harm, how: 'toll of people on the move', strong: true, perpetratorAt: null }
    unsure = 'that they were displaced is taken from the words around'
  }
  if (link === null) return null
  if (phrase.partitive && part === null && k > 0 && places[k - 1] !== null) part = places[k - 1]!
  if (phrase.partitive && part === null) part = 'carried'
  if (!accepted(scene, phrase, link, part !== null)) return null
  if (threatened(scene, link.harm)) return null
  links[k] = link
  const victims = victimsOf(scene, phrase, link)
  const carriedOver =
    link.how === 'what the text counted before' ||
    link.how === 'part of the count before' ||
    link.how === 'joined to the count before' ||
    link.how === 'what the toll rose from'
  let { effect, manner } = link.harm
  if (link.harm.form === 'victims' && !carriedOver) {
    const told = harmTold(scene, carry)
    if (told === null) return null
    effect = told.effect
    manner = told.manner
    unsure = unsure ?? (told.sure ? null : 'what befell the victims is taken from the text before')
  }
  const at = link.harm.from >= 0 && !carried ? ([link.harm.from, link.harm.to] as const) : null
  return {
    number: phrase.number,
    effect,
    manner: manner ?? mannerAround(tokens, link.harm),
    effectAt: at,
    victims: victims.category,
    victimsAt: victims.at,
    perpetratorAt: link.perpetratorAt ?? agentAround(scene, link.harm, phrase.number.from),
    part,
    carried,
    further:
      phrase.others ||
      MORE.has(tokens[phrase.number.from]!.norm) ||
      MORE.has(tokens[phrase.number.from - 1]?.norm ?? ''),
    rule: link.how,
    unsure,
  }
}

/**
 * "the injured reached 159, 61 deaths and 12 missing": a word of harm that is the next count's; "the toll reached 32 with
 * children still missing", "the deaths at 60 and missing at 66": one behind what parts it from a bare number.
 */
function isLater({ phrases, tokens }: Scene, k: number, right: Link | null): boolean {
  const next = phrases[k + 1]
  if (right === null) return false
  const { kind, to } = phrases[k]!
  const parted =
    tokens[to]?.norm === 'and' ? kind === 'none' || right.harm.from === to + 1 : tokens[to]?.norm === 'with'
  return parted || (next !== undefined && right.harm.from >= next.number.from)
}

/** The last count before, past what only says where: "37 in two prisons and 8 in a third". */
function countedBefore({ tokens, phrases }: Scene, k: number, places: readonly (number | null)[]): number | null {
  let p = k - 1
  while (p > 0 && places[p] === null && isPreposition(tokens[phrases[p]!.number.from - 1]?.norm ?? '')) p--
  return p < 0 || places[p] === null ? null : p
}

/** "among them nine officers, and 1,200 hurt": a part does not share the word of harm of the next count. */
function ownedRight(scene: Scene, k: number, right: Link | 'agent' | null): Link | 'agent' | null {
  const next = scene.phrases[k + 1]
  if (right === null || right === 'agent' || next === undefined || right.harm.from < next.number.from) return right
  const before = scene.tokens[scene.phrases[k]!.number.from - 1]?.norm ?? ''
  return before === 'them' || before === 'including' || before === 'whom' ? null : right
}

function lastLink(links: readonly (Link | 'agent' | null)[], k: number): Link | null {
  for (let p = k - 1; p >= 0; p--) {
    const link = links[p]
    if (link !== null && link !== undefined && link !== 'agent') return link
  }
  return null
}

/** "executed without trial", "deliberately": stays with the word itself; here only "extrajudicially". */
function mannerAround(tokens: readonly Token[], harm: HarmHit): 'unlawful' | null {
  const before = tokens[harm.from - 1]?.norm
  return before === 'unlawfully' || before === 'extrajudicially' || before === 'arbitrarily' ? 'unlawful' : null
}

function harmTold(
  scene: Scene,
  carry: Carry | null,
): { effect: Effect; manner: 'unlawful' | null; sure: boolean } | null {
  const own = scene.harms.find((hit) => hit.form !== 'victims')
  if (own !== undefined) return { effect: own.effect, manner: own.manner, sure: true }
  const act = scene.tokens.find((token) => ACTS.has(token.norm))
  if (act !== undefined) {
    const [effect, manner] = ACTS.get(act.norm)!
    return { effect, manner, sure: true }
  }
  return carry === null ? null : { effect: carry.effect, manner: carry.manner, sure: false }
}

/** "seized hostages, 14 of whom remain": the noun before the comma says what befell them. */
function ofThoseNamed({ tokens, harmEnd }: Scene, { number }: CountedPhrase): Link | null {
  const harm = tokens[number.from - 1]?.text === ',' ? harmEnd.get(number.from - 1) : undefined
  if (harm?.form !== 'deaths') return null
  return { harm, how: `of "${tokens[harm.from]!.norm}"`, strong: false, perpetratorAt: null }
}

const isCasualties = (link: Link | 'agent' | null) =>
  link !== null && link !== 'agent' && link.harm.effect === 'killed_or_injured' && link.harm.form === 'deaths'

const isToldOf = ({ phrases }: Scene, k: number, right: Link | 'agent' | null) =>
  right !== null && right !== 'agent' && right.harm.from === phrases[k]!.to

const headLink = (phrase: CountedPhrase): Link | null =>
  phrase.harm === null
    ? null
    : {
        harm: phrase.harm,
        how: phrase.harm.form === 'dead' || phrase.harm.form === 'past' ? 'adjective of the noun' : 'counted noun',
        strong: true,
        perpetratorAt: null,
      }

function isCopula(scene: Scene, phrase: CountedPhrase): boolean {
  const next = scene.tokens[phrase.to]?.norm
  return next === 'were' || next === 'are' || next === 'was' || next === 'is'
}

/** Whether a count without a word of harm speaks of those counted before: "of them", "it counts 440 residents". */
function isCarried(scene: Scene, k: number): boolean {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  if (phrase.partitive && phrase.kind === 'none') {
    const next = tokens[phrase.to]
    if (next === undefined || next.kind === 'mark') return true
    return BE.has(next.norm) || victimSoon(tokens, phrase.to, 3)
  }
  // "Eleven of the children were girls"
  if (phrase.partitive && phrase.kind === 'person' && BE.has(tokens[phrase.to]?.norm ?? ''))
    return victimCategory(tokens[phrase.to + 1]?.norm ?? '') !== null
  const before = tokens[phrase.number.from - 1]?.norm ?? ''
  const lemma = cueLemma(before)
  // "the register had counted 47": whose dead it counts was told before
  if (phrase.kind === 'none' && lemma === 'count') {
    const next = tokens[phrase.to]
    return next === undefined || next.kind === 'mark'
  }
  if (phrase.kind !== 'person') return false
  return (
    lemma === 'count' ||
    lemma === 'document' ||
    lemma === 'record' ||
    lemma === 'identify' ||
    lemma === 'list' ||
    lemma === 'tally' ||
    namesOf(tokens, phrase.number.from)
  )
}

/** "the names of 238 people", "a list of 240 victims". */
function namesOf(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.norm === 'of' && ['names', 'name', 'identities', 'identity'].includes(tokens[at - 2]?.norm ?? '')
  )
}
