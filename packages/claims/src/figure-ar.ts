/** Which counts of an Arabic sentence are of people harmed, and how. */

import { withoutClitics } from './clitics-ar.ts'
import type { Carry, Counted } from './counted.ts'
import { FROM, phraseOf } from './counted-phrase-ar.ts'
import { arabicAgent } from './harm-agent-ar.ts'
import {
  diedOf,
  doneTo,
  eitherHarm,
  exposedTo,
  leftHome,
  nearestBefore,
  ofKin,
  RELEASABLE,
  released,
  type Scene,
  stateAfter,
  takenToHospital,
  tollAt,
  turnedInto,
} from './harm-told-ar.ts'
import { arabicHarms, type HarmFound, harmWord } from './lexicon-ar.ts'
import type { NumberMention } from './number.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import { isQuote, type Token } from './token.ts'
import { amongHarmed, exceeded, fateUnknown, nextOfList, opensList, reached, risen } from './toll-ar.ts'

const BESIDE: ReadonlySet<string> = new Set(['injured', 'missing'])
const INCLUSIONS = wordSet('بينهم بينهن بينها منهم منهن منها ضمنهم يشمل تشمل ضمنها')

export function arabicFigures(
  text: string,
  tokens: readonly Token[],
  counts: readonly NumberMention[],
  known: readonly PartyMatch[],
  carry: Carry | null,
): Counted[] {
  const harms = arabicHarms(tokens)
  const phrases = counts.map((number) => phraseOf(tokens, number))
  const found: Counted[] = []
  const places: (number | null)[] = []
  for (let k = 0; k < phrases.length; k++) {
    const phrase = phrases[k]!
    const counted =
      phrase.kind === 'rejected' ? null : decide({ text, tokens, known, harms, phrases, places, found, carry }, k)
    places.push(counted === null ? null : found.length)
    if (counted !== null) found.push(counted)
  }
  return found
}

function decide(scene: Scene, k: number): Counted | null {
  const { tokens, harms } = scene
  const phrase = scene.phrases[k]!
  const start = phrase.number.from
  const whole = inclusion(scene, k)
  const told = nearestBefore(scene, k)
  // a bare number far behind its word of harm belongs to it only as the height of a toll
  const outOf = told !== null && /^[وف]?بين$/.test(tokens[told.from - 1]?.norm ?? '')
  const far = told !== null && phrase.kind === 'none' && start - told.to > 6 && !outOf && !tollAt(scene, k, told)
  const near = far ? null : told
  const after = stateAfter(scene, k)
  let harm: HarmFound | null = null
  let rule = ''
  let unsure: string | null = null
  let part: Counted['part'] = null
  let carried = false
  const done =
    turnedInto(scene, k) ?? exposedTo(scene, k) ?? (phrase.harm === null ? null : doneTo(scene, k, phrase.harm))
  if (done === null && tokens[phrase.to]?.norm === 'الي' && leftHome(tokens, phrase)) {
    harm = { effect: 'displaced', manner: null, form: 'act', from: -1, to: -1 }
    rule = 'left their homes'
  } else if (done !== null) {
    harm = done
    rule = `behind "${tokens[done.from]!.norm}"`
  } else if (phrase.harm !== null && phrase.harm.form !== 'victims') {
    harm = phrase.harm
    rule = 'counted noun'
  } else if (after !== null && (whole === null || after.form !== 'act' || after.from === phrase.to)) {
    harm = after
    rule = 'state behind the count'
  } else if (near !== null && (whole === null || near.from > scene.phrases[k - 1]!.to)) {
    harm = near
    rule = `behind "${tokens[near.from]!.norm}"`
  }
  if (whole !== null) {
    part = whole
    if (harm === null) {
      const counted = scene.found[whole]!
      const dead = phrase.harm?.form === 'victims' && BESIDE.has(counted.effect)
      const effect = dead ? 'killed' : counted.effect
      harm = { effect, manner: counted.manner, form: 'noun', from: -1, to: -1 }
      rule = 'part of the count before'
    }
  }
  if (harm === null && k > 0 && scene.places[k - 1] !== null && joined(scene, k)) {
    const counted = scene.found[scene.places[k - 1]!]!
    harm = { effect: counted.effect, manner: counted.manner, form: 'noun', from: -1, to: -1 }
    rule = 'joined to the count before'
  }
  if (harm === null && k > 0 && scene.places[k - 1] !== null && nextOfList(scene, k)) {
    const counted = scene.found[scene.places[k - 1]!]!
    harm = { effect: counted.effect, manner: counted.manner, form: 'noun', from: -1, to: -1 }
    rule = 'next of a list by place'
    part = counted.part
  }
  if (harm === null && scene.carry !== null && scene.carry.distance <= 1 && opensList(scene, k)) {
    harm = { effect: scene.carry.effect, manner: scene.carry.manner, form: 'noun', from: -1, to: -1 }
    rule = 'a list by place of what the text counted before'
    carried = true
    part = 'carried'
  }
  if (harm === null) {
    harm = reached(scene, k)
    if (harm !== null) rule = `reached by "${tokens[harm.from]!.norm}"`
  }
  if (harm === null) {
    harm = amongHarmed(scene, k)
    if (harm !== null) rule = 'among those named behind the count'
  }
  if (harm === null && fateUnknown(tokens, phrase)) {
    harm = { effect: 'missing', manner: null, form: 'noun', from: -1, to: -1 }
    rule = 'their fate is not known'
  }
  if (harm === null && (phrase.kind === 'none' || phrase.kind === 'person') && risen(tokens, start)) {
    const counted = k > 0 ? scene.found.at(-1) : undefined
    const before = counted ?? (scene.carry !== null && scene.carry.distance <= 2 ? scene.carry : null)
    if (before !== null) {
      harm = { effect: before.effect, manner: before.manner, form: 'noun', from: -1, to: -1 }
      rule = 'the toll before, risen'
    }
  }
  if (harm === null && phrase.kind === 'person' && leftHome(tokens, phrase)) {
    harm = { effect: 'displaced', manner: null, form: 'act', from: -1, to: -1 }
    rule = 'left their homes'
  }
  if (harm === null && phrase.kind === 'person' && takenToHospital(tokens, phrase)) {
    harm = { effect: 'injured', manner: null, form: 'act', from: -1, to: -1 }
    rule = 'taken to hospital'
    unsure = 'only that they were taken to hospital is said'
  }
  if (
    harm === null &&
    phrase.kind === 'person' &&
    scene.carry !== null &&
    scene.carry.distance <= 1 &&
    among(scene, k)
  ) {
    harm = { effect: scene.carry.effect, manner: scene.carry.manner, form: 'noun', from: -1, to: -1 }
    rule = 'part of what the text counted before'
    carried = true
    part = 'carried'
  }
  if (
    harm === null &&
    phrase.kind === 'partitive' &&
    !ofOthers(scene, k) &&
    scene.carry !== null &&
    scene.carry.distance <= 3
  ) {
    harm = { effect: scene.carry.effect, manner: scene.carry.manner, form: 'noun', from: -1, to: -1 }
    rule = 'what the text counted before'
    carried = true
    part = 'carried'
  }
  if (harm === null && phrase.harm !== null) {
    harm = phrase.harm
    rule = 'counted victims'
  }
  if (harm === null) return null
  if ((harm.effect === 'killed' || harm.effect === 'injured') && eitherHarm(scene, harm, phrase)) {
    harm = { ...harm, effect: 'killed_or_injured' }
    rule += ', the dead and the injured in one count'
  }
  if (RELEASABLE.has(harm.effect) && released(scene, k, harm)) return null
  // "فر 20 جنديا من المعركة": they left the fight
  const armed = phrase.category === 'security_forces' || phrase.category === 'combatants'
  if (harm.effect === 'displaced' && armed) return null
  // "فقد 68 مدنيا حياتهم"
  if (harm.effect === 'missing' && /^(?:حيات|ارواح)/.test(tokens[phrase.to]?.norm ?? ''))
    harm = { ...harm, effect: 'killed' }
  if (harm.effect === 'missing' && harm.form === 'act' && ofKin(tokens, phrase.to)) {
    harm = { ...harm, effect: 'killed' }
    unsure = 'only "lost" is said of kin; it is read as killed'
  }
  if (harm.form === 'victims') {
    // beside the injured and the missing, "victims" are the dead
    // "66 ضحية بسبب التعذيب": what they died of
    const cause = (hit: HarmFound) => hit.effect === 'tortured' && diedOf(tokens, hit.from)
    const told = harms.find((hit) => hit.form !== 'victims' && !BESIDE.has(hit.effect) && !cause(hit)) ?? null
    if (told === null && harms.some(cause)) harm = { ...harm, effect: 'killed' }
    else if (told !== null) harm = { ...harm, effect: told.effect, manner: told.manner }
    else if (scene.carry !== null && !BESIDE.has(scene.carry.effect)) harm = { ...harm, effect: scene.carry.effect }
    else unsure = 'only "victims" is said; it is read as killed'
  }
  if (phrase.kind === 'unknown' && rule !== 'part of the count before' && (harm.from < 0 || start - harm.to > 1))
    return null
  if (phrase.kind === 'partitive' && part === null)
    part = k > 0 && scene.places[k - 1] !== null ? scene.places[k - 1]! : 'carried'
  if (
    phrase.number.value === 1 &&
    phrase.kind !== 'person' &&
    phrase.kind !== 'harm' &&
    !rule.includes('list by place')
  )
    return null
  return {
    number: exceeded(tokens, phrase.number),
    effect: harm.effect,
    manner: harm.manner,
    effectAt: harm.from >= 0 ? [harm.from, harm.to] : null,
    victims: phrase.category,
    victimsAt:
      phrase.kind === 'none' || phrase.kind === 'unknown' || phrase.words[1] <= phrase.words[0] ? null : phrase.words,
    perpetratorAt: arabicAgent(tokens, scene.known, harm.from >= 0 ? [harm.from, harm.to] : [-1, -1], [
      start,
      phrase.to,
    ]),
    part,
    carried,
    further: false,
    rule,
    unsure,
  }
}

/** "وأضاف أن بينهم 4 أطفال": parts of a count in the sentence before. */
function among({ tokens, phrases }: Scene, k: number): boolean {
  const start = phrases[k]!.number.from
  const floor = k > 0 ? phrases[k - 1]!.to : 0
  return tokens
    .slice(Math.max(floor, start - 3), start)
    .some(({ norm }) => withoutClitics(norm).some((form) => INCLUSIONS.has(form)))
}

/** "بينهم 5 أطفال", "28 منها حرجة": the count that this is a part of. */
function inclusion(scene: Scene, k: number): number | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  let p = k - 1
  while (p >= 0 && scene.places[p] === null) p--
  if (p < 0) return null
  const whole = scene.places[p]!
  // "102 حادثة، 85 منها": parts of what was no count of people
  if (phrase.kind === 'partitive') return ofOthers(scene, k) ? null : whole
  for (let i = phrase.number.from - 1; i >= scene.phrases[p]!.to && phrase.number.from - i < 9; i--) {
    const token = tokens[i]!
    if (token.text === '؛' || token.text === '.') return null
    if (harmWord(token.norm) !== null && i > scene.phrases[p]!.to && harmWord(token.norm)!.form === 'act') return null
    if (token.kind === 'word' && withoutClitics(token.norm).some((form) => INCLUSIONS.has(form))) return whole
    // "وإصابة (33)": a number that its own word of harm prints in brackets
    if (token.text === '(' && phrase.number.from - i <= 2 && harmWord(tokens[i - 1]?.norm ?? '') === null) return whole
  }
  // a list inside an inclusion goes on: "بينهم 5 أطفال و3 نساء"
  const previous = scene.found[whole]!
  if (previous.part !== null && joined(scene, k)) return typeof previous.part === 'number' ? previous.part : null
  return null
}

/** "102 حادثة، 85 منها", "28 مهاجرا، نجا 12 منهم": parts of a count in the sentence that is of nobody harmed. */
function ofOthers({ phrases, places }: Scene, k: number): boolean {
  for (let n = k - 1; n >= 0; n--) if (phrases[n]!.kind !== 'partitive') return places[n] === null
  return false
}

/** Only "و", a comma or "إضافة إلى" stands between this count and the one before, or what that one is counted from. */
function joined(scene: Scene, k: number): boolean {
  const { tokens } = scene
  const from = scene.phrases[k - 1]?.to
  if (from === undefined) return false
  const to = scene.phrases[k]!.number.from
  const added = isQuote(tokens[to - 1]!) ? to - 2 : to - 1
  if (/^و?يضاف$/.test(tokens[added - 1]?.norm ?? '') && /^الي(?:هم|ها|ه)$/.test(tokens[added]!.norm)) return true
  let i = from
  // "262 مدنيا من الدروز، إضافة إلى 312": whom the count before was of
  if (tokens[i]?.norm === FROM) {
    let end = i + 1
    while (end < to && end - i < 8 && tokens[end]!.kind === 'word' && harmWord(tokens[end]!.norm) === null) end++
    if (/^[،,]$/.test(tokens[end]?.text ?? '')) i = end
    else if (end === to && tokens[to - 1]!.norm === 'و') i = to
  }
  // "16687 مقاتلا معارضا، و16729 عنصرا": adjectives of whom the count before was of
  while (i < to && i - from < 3 && /(?:ا|ين|ون|ات|يه)$/.test(tokens[i]!.norm) && !/^[وفبل]/.test(tokens[i]!.norm)) i++
  for (; i < to; i++) {
    const token = tokens[i]!
    if (token.text === ',' || token.text === '،' || token.norm === 'و' || token.norm === 'ايضا') continue
    const more = MORE.at(tokens, i)
    if (more === null || more.to > to) return false
    i = more.to - 1
  }
  return true
}

const MORE = phraseTable<true>([
  ['إضافة إلى|بالإضافة إلى|وإضافة إلى|فضلا عن|علاوة على|إلى جانب|كذلك|وكذلك|إضافة ل', true],
])
