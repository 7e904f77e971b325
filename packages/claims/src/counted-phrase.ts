/** The noun phrase behind a count: what is counted, or why it is no count of people. */
import { cueLemma } from './cue.ts'
import type { HarmHit } from './harm.ts'
import { ADJECTIVES, BE, type CountedPhrase, HAVE, type HeadKind, MODAL } from './harm-scene.ts'
import { OTHER_VERBS } from './lexicon-en.ts'
import { NOT_VICTIMS, victimCategory } from './lexicon-victims.ts'
import { isMeasure } from './measure.ts'
import { isDeterminer, isPreposition, isPronoun, isTimeWord } from './mention.ts'
import type { NumberMention } from './number.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** The noun phrase behind a count. */
export function phraseOf(
  tokens: readonly Token[],
  number: NumberMention,
  harms: readonly HarmHit[],
  counts: readonly NumberMention[],
): CountedPhrase {
  const at = (i: number) => harms.find((hit) => hit.from === i)
  let i = number.to
  let partitive = false
  let others = false
  const make = (to: number, kind: HeadKind, harm: HarmHit | null = null): CountedPhrase => ({
    number,
    to,
    kind,
    harm,
    partitive,
    others,
    words: [number.to, to],
  })
  if (isMeasure(tokens, number)) return make(number.to, 'rejected')
  // "(5,599) people": a number that its list prints in brackets
  const bare = isBracketed(tokens, number) ? number.to + 1 : number.to
  i = bare
  // "close to 600" of its people
  if ((tokens[i]?.text === '"' || tokens[i]?.text === '”') && tokens[i + 1]?.norm === 'of') i++
  if (tokens[i]?.norm === 'more' || tokens[i]?.norm === 'other' || tokens[i]?.norm === 'others') {
    others = true
    if (tokens[i]!.norm === 'others') return make(i + 1, 'person')
    i++
  }
  if (tokens[i]?.norm === 'of') {
    const next = tokens[i + 1]?.norm ?? ''
    if (['them', 'whom', 'those', 'these', 'which'].includes(next) && !(next === 'those' && at(i + 2) !== undefined)) {
      partitive = true
      return make(i + 2, 'none')
    }
    // "nine of 11 bodies"
    const among = counts.find((other) => other.from === i + 1)
    if (among !== undefined) {
      const inner = phraseOf(tokens, among, harms, counts)
      if (inner.kind === 'harm') return make(inner.to, inner.kind, inner.harm)
    }
    if (number.form !== 'vague' && tokens[i + 1] !== undefined && !isDeterminer(next)) return make(number.to, 'none')
    if (isDeterminer(next)) {
      partitive = !OWNED.has(next) && (number.vagueWord === null || number.vagueWord === 'handful')
      // "two of the 19 people": what the 19 are, these are too
      const whole = counts.find((other) => other.from === i + 2)
      if (whole !== undefined) {
        const inner = phraseOf(tokens, whole, harms, counts)
        if (inner.kind !== 'rejected') return make(inner.to, inner.kind, inner.harm)
      }
    }
    i++
  }
  let head = -1
  let unknown = -1
  let adjective: HarmHit | null = null
  const first = i
  for (; i < tokens.length && i - first < 11; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (
        token.text === '"' ||
        token.text === '“' ||
        token.text === '”' ||
        token.text === "'" ||
        token.text === '’' ||
        token.text === '‘'
      ) {
        if (i - first < 6) continue
      }
      if (token.text === ',' && head < 0 && unknown >= 0 && i === unknown + 1 && victimSoon(tokens, i + 1, 2)) continue
      break
    }
    if (token.kind !== 'word') break
    const harm = at(i)
    if (harm !== undefined) {
      // "4 murders", "25 arbitrary arrests": a verb's form that is a noun behind its number
      const noun =
        harm.form === 'base' &&
        head < 0 &&
        harm.to === i + 1 &&
        token.norm.endsWith('s') &&
        number.value !== 1 &&
        !NOT_VICTIMS.has(token.norm)
      if (noun && !opensObject(tokens[harm.to])) return make(harm.to, 'harm', { ...harm, form: 'deaths' })
      if (harm.form === 'deaths' || harm.form === 'victims') {
        if (head >= 0 && head < i - 1 && harm.form === 'deaths' && token.norm !== 'casualties') break
        return make(harm.to, 'harm', harm)
      }
      // "five of the slain KGs": a name that only its capital shows
      // "16 of the wounded were admitted"
      const nobody = tokens[harm.to]
      if (
        partitive &&
        tokens[i - 1]?.norm === 'the' &&
        harm.form === 'past' &&
        nobody !== undefined &&
        BE.has(nobody.norm)
      )
        return make(harm.to, 'harm', harm)
      const named = partitive && tokens[i - 1]?.norm === 'the' && tokens[harm.to]?.capital === true
      if ((harm.form === 'dead' || harm.form === 'past') && head < 0 && (named || victimSoon(tokens, harm.to, 2))) {
        adjective = harm
        i = harm.to - 1
        continue
      }
      if (harm.form === 'died' && head < 0 && token.norm === 'fleeing' && victimSoon(tokens, harm.to, 1)) continue
      break
    }
    const category = victimCategory(token.norm)
    if (category !== null) {
      head = i
      continue
    }
    // "15 Kavu Group (KG) bandits": the acronym of the name before it
    if (NOT_VICTIMS.has(token.norm)) {
      if (victimSoon(tokens, i + 1, 1)) continue
      if (token.capital && bracketed(tokens, i + 1) && victimSoon(tokens, i + 4, 1)) {
        i += 3
        continue
      }
      if (head < 0) return make(i + 1, 'rejected')
      break
    }
    // "up from 58 the year before"
    if (isDeterminer(token.norm) && isTimeWord(tokens[i + 1]?.norm ?? '')) break
    // "four the first night and nine the second"
    if (token.norm === 'the' && i === first && ORDINALS.has(tokens[i + 1]?.norm ?? '')) break
    if (isDeterminer(token.norm) && i === first) continue
    if (
      isDeterminer(token.norm) ||
      isPreposition(token.norm) ||
      isPronoun(token.norm) ||
      BE.has(token.norm) ||
      HAVE.has(token.norm) ||
      MODAL.has(token.norm)
    )
      break
    if (token.norm === 'and' || token.norm === 'or') {
      if (head >= 0 && joinsNoun(tokens, i + 1)) continue
      if (head < 0 && unknown >= 0 && victimSoon(tokens, i + 1, 2)) continue
      break
    }
    if (token.norm === "'s") {
      // "New People's Army rebels": only the owner's name
      if (head >= 0 && !(tokens[i - 1]!.capital && victimSoon(tokens, i + 1, 2))) break
      head = -1
      continue
    }
    if (
      isTimeWord(token.norm) ||
      token.norm === 'when' ||
      token.norm === 'while' ||
      token.norm === 'as' ||
      token.norm === 'who' ||
      token.norm === 'that' ||
      token.norm === 'but'
    )
      break
    if (
      !token.capital &&
      (OTHER_VERBS.has(token.norm) || cueLemma(token.norm) !== null || /(?:ed|ing)$/.test(token.norm))
    ) {
      // "24 armoured vehicles"
      if (head < 0 && NOT_VICTIMS.has(tokens[i + 1]?.norm ?? '') && !victimSoon(tokens, i + 2, 1))
        return make(i + 2, 'rejected')
      if (!ADJECTIVES.has(token.norm) || !(victimSoon(tokens, i + 1, 3) || harmSoon(at, i + 1))) break
    }
    if (token.norm.endsWith('ly') && !token.capital && head >= 0) break
    if (head >= 0 && !token.capital && !/(?:s|men|women|people|children)$/.test(token.norm)) break
    unknown = i
  }
  if (head >= 0) return make(head + 1, 'person', adjective)
  if (adjective !== null) return make(i, 'harm', adjective)
  if (unknown >= 0) {
    const token = tokens[unknown]!
    const plural = /(?:s|ese|ish|men|women|people)$/.test(token.norm) || token.capital
    if (number.value === 1 && !token.capital) return make(unknown + 1, 'unknown')
    return plural ? make(unknown + 1, 'unknown') : make(bare, 'none')
  }
  return make(bare, 'none')
}

const bracketed = (tokens: readonly Token[], at: number) =>
  tokens[at]?.text === '(' && tokens[at + 2]?.text === ')' && tokens[at + 1]!.capital

const isBracketed = (tokens: readonly Token[], { from, to }: NumberMention) =>
  tokens[from - 1]?.text === '(' && tokens[to]?.text === ')' && tokens[to + 1]?.kind === 'word'

const opensObject = (token: Token | undefined) =>
  token !== undefined && (isDeterminer(token.norm) || token.kind === 'number' || token.capital)

const ORDINALS = wordSet('first second third fourth next following same previous last')

const OWNED = wordSet('its his her my our')

/** A noun of harm stands there, or behind one word: "reported fatalities", "verified civilian deaths". */
function harmSoon(at: (i: number) => HarmHit | undefined, from: number): boolean {
  for (let i = from; i < from + 2; i++) {
    const harm = at(i)
    if (harm !== undefined) return harm.form === 'deaths' || harm.form === 'victims'
  }
  return false
}

export function victimSoon(tokens: readonly Token[], from: number, reach: number): boolean {
  for (let i = from; i <= from + reach && i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word' || isPreposition(token.norm) || BE.has(token.norm) || HAVE.has(token.norm)) return false
    if (victimCategory(token.norm) !== null) return true
  }
  return false
}

/** "soldiers and civilians": a noun of people follows, with no count of its own. */
function joinsNoun(tokens: readonly Token[], from: number): boolean {
  const next = tokens[from]
  if (next === undefined || next.kind !== 'word' || isDeterminer(next.norm)) return false
  return victimSoon(tokens, from, 2) && cueLemma(next.norm) === null && !OTHER_VERBS.has(next.norm)
}
