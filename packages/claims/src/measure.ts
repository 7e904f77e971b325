/** Numbers that count nobody, told beside the number itself: money, shares, ages, clock times, differences. */
import { NOT_VICTIMS, victimCategory } from './lexicon-victims.ts'
import { isTimeWord } from './mention.ts'
import type { NumberMention } from './number.ts'
import { smallWord } from './number-en.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const REMAINS = wordSet('bodies corpses remains')

const PARENTS = wordSet('father mother parent parents grandfather grandmother dad mum mom')

/** "10 fewer than the commission's": a difference. */
const COMPARED = wordSet('fewer less more higher lower')

const CURRENCY = new Set(['$', '€', '£', '¥', '₦', '₹'])

const NUMBERED = wordSet(
  'no number resolution article chapter section page act protocol group channel flight highway route day phase gate room building line version aged age article sector block camp unit brigade battalion division regiment point verse radio area zone district order decree law at#',
)

/** Money, shares, ages, clock times, names with a number: whatever can be told beside the number itself. */
export function isMeasure(tokens: readonly Token[], number: NumberMention): boolean {
  const next = tokens[number.to]
  const before = tokens[number.from - 1]
  const prior = tokens[number.numberFrom - 1]
  if (next !== undefined) {
    if (next.text === '%' || next.text === '°' || CURRENCY.has(next.text)) return true
    if (
      (COMPARED.has(next.norm) && tokens[number.to + 1]?.norm === 'than' && tokens[number.to + 2]?.kind !== 'number') ||
      (next.norm === 'in' && tokens[number.to + 1]?.norm === 'need') ||
      next.norm === 'percent' ||
      next.norm === 'per' ||
      next.norm === 'a.m' ||
      next.norm === 'p.m' ||
      next.norm === 'am' ||
      next.norm === 'pm' ||
      next.norm === 'gmt'
    )
      return true
    if (next.text === '-' && NOT_VICTIMS.has(tokens[number.to + 1]?.norm ?? '')) return true
    if (
      next.text === '/' ||
      (next.text === ':' && tokens[number.to + 1]?.kind === 'number' && tokens[number.to + 1]!.start === next.end)
    )
      return true
  }
  for (const token of [before, prior]) {
    if (token === undefined) continue
    if (CURRENCY.has(token.text) || token.text === '#') return true
    if (
      token.kind === 'word' &&
      NUMBERED.has(token.norm) &&
      number.form === 'digits' &&
      (token.capital || token.norm === 'aged' || token.norm === 'age')
    )
      return true
  }
  if (
    before?.norm === 'of' &&
    (next === undefined || next.kind === 'mark' || next.norm === 'and') &&
    victimCategory(tokens[number.from - 2]?.norm ?? '') !== null &&
    number.value !== null &&
    !REMAINS.has(tokens[number.from - 2]!.norm) &&
    number.value < 110 &&
    number.comparatorAt === null
  )
    return true
  if (
    before?.norm === 'and' &&
    tokens[number.from - 2]?.kind === 'number' &&
    tokens[number.from - 3]?.norm === 'of' &&
    victimCategory(tokens[number.from - 4]?.norm ?? '') !== null
  )
    return true
  if (
    before?.norm === 'and' &&
    tokens[number.from - 2]?.kind === 'number' &&
    (tokens[number.from - 3]?.norm === 'aged' || tokens[number.from - 3]?.norm === 'ages')
  )
    return true
  if (before?.norm === 'not' && number.comparatorAt === null) return true
  // "an average of 12 deaths a day"
  if (before?.norm === 'of' && tokens[number.from - 2]?.norm === 'average') return true
  // "four in five of the refugees"
  const outOf = tokens[number.from - 2]
  if (
    before?.norm === 'in' &&
    next?.norm === 'of' &&
    (outOf?.kind === 'number' || smallWord(outOf?.norm ?? '') !== null)
  )
    return true
  // "the father of three children"
  if (before?.norm === 'of' && PARENTS.has(tokens[number.from - 2]?.norm ?? '')) return true
  // "we were 170"
  if (before?.norm === 'were' && ['we', 'they'].includes(tokens[number.from - 2]?.norm ?? '')) return true
  const bound = tokens[number.numberFrom - 1]?.norm ?? ''
  if (
    (bound === 'under' || bound === 'over' || bound === 'below' || bound === 'above') &&
    (next === undefined || next.kind === 'mark') &&
    (number.value ?? 0) <= 21
  )
    return true
  // ", 27," behind a name
  if (
    before?.text === ',' &&
    (next?.text === ',' || next?.text === ')') &&
    tokens[number.from - 2]?.capital &&
    number.value !== null &&
    number.value < 110 &&
    number.comparatorAt === null
  )
    return true
  if (
    number.value !== null &&
    number.form === 'digits' &&
    number.value >= 1900 &&
    number.value <= 2099 &&
    number.comparatorAt === null &&
    number.numberTo - number.numberFrom === 1
  ) {
    const text = tokens[number.numberFrom]!.text
    if (
      text.length === 4 &&
      (before === undefined ||
        before.norm === 'in' ||
        before.norm === 'since' ||
        before.norm === 'of' ||
        before.norm === 'from' ||
        isTimeWord(before.norm) ||
        before.text === ',')
    )
      return true
  }
  return false
}
