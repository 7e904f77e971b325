/** Counts whose harm another count names: "and 27 on Tuesday", "the mayor spoke of 110", "some 200 critically". */

import type { Carry } from './counted.ts'
import { cueLemma } from './cue.ts'
import type { Effect } from './figure.ts'
import { BE, HAVE, IRREGULAR_PAST, type Scene } from './harm-scene.ts'
import { isPreposition, isTimeWord } from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const closes = (token: Token | undefined) =>
  token === undefined || token.kind === 'mark' || ['and', 'while', 'but', 'in', 'from', 'since'].includes(token.norm)

/** Words that set a count beside the ones before. */
export const MORE = wordSet('another further additional')
const LATER = wordSet('later earlier elsewhere overnight there nearby')

/** "five were killed in X and another eight in Y", "died at the scene and two later in hospital", "and 27 on Tuesday". */
export function gapped(scene: Scene, k: number, previous: number): boolean {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const { from } = phrase.number
  const before = tokens[from - 1]
  const more = MORE.has(before?.norm ?? '') || phrase.others
  if (phrase.kind === 'unknown' || phrase.partitive) return false
  for (let i = scene.phrases[previous]!.to; i < from; i++) {
    const { norm, text } = tokens[i]!
    if (cueLemma(norm) !== null || IRREGULAR_PAST.has(norm)) return false
    if (text === ';' && !more) return false
  }
  const next = tokens[phrase.to]
  if (more) return next === undefined || next.kind === 'mark' || isPreposition(next.norm)
  if (phrase.kind !== 'none' || (before?.norm !== 'and' && before?.text !== ',')) return false
  if (next === undefined || next.kind !== 'word') return false
  if (LATER.has(next.norm)) return true
  if (!['in', 'at', 'on', 'near', 'during', 'outside'].includes(next.norm)) return false
  const where = tokens[phrase.to + 1]
  return (
    where !== undefined && (where.capital || where.norm === 'the' || where.kind !== 'word' || isTimeWord(where.norm))
  )
}

/** Verbs after which a bare number is a count of what was counted before. */
const GIVING = wordSet(
  'say acknowledge confirm admit report count claim estimate announce record document verify register tally cite calculate list',
)
const TOTALS = wordSet('claim figure toll estimate count tally')
const SINGLE = wordSet('gave gives give giving given')

/** "spoke of more than 800", "has acknowledged 105", "puts it at 104", "said it was 100", "gives more than 120". */
export function bareReport(scene: Scene, k: number): boolean {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  if (phrase.kind !== 'none' || phrase.partitive || !closes(tokens[phrase.to + (phrase.others ? 1 : 0)])) return false
  if (phrase.number.value !== null && phrase.number.value < 2) return false
  let j = phrase.number.from - 1
  while (j > 0 && ['a', 'the', 'now', 'only', 'just', 'total', 'instead', 'so', 'far'].includes(tokens[j]!.norm)) j--
  const word = tokens[j]?.norm ?? ''
  const behind = tokens[j - 1]?.norm ?? ''
  const lemma = cueLemma(word)
  if (lemma !== null && GIVING.has(lemma)) return !BE.has(behind)
  if (SINGLE.has(word)) return true
  if (word === 'of' && TOTALS.has(behind)) return tokens.slice(Math.max(0, j - 4), j).some(({ norm }) => norm === "'s")
  if (word === 'of')
    return cueLemma(behind) === 'speak' || behind === 'spoken' || behind === 'talks' || behind === 'talked'
  if (word === 'at') return tokens.slice(Math.max(0, j - 3), j).some(({ norm }) => cueLemma(norm) === 'put')
  return (word === 'was' || word === 'is') && behind === 'it' && cueLemma(tokens[j - 2]?.norm ?? '') !== null
}

const SEVERITY: ReadonlyMap<string, Effect> = new Map([
  ...['critically', 'seriously', 'severely', 'gravely', 'slightly', 'lightly', 'badly'].map(
    (word): [string, Effect] => [word, 'injured'],
  ),
  ['fatally', 'killed'],
])

/** "800 were hurt, some 200 critically": what the adverb alone says of the second count. */
export function severityAt(scene: Scene, k: number): Effect | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const effect = SEVERITY.get(tokens[phrase.to]?.norm ?? '')
  if (phrase.kind !== 'none' || effect === undefined) return null
  const next = tokens[phrase.to + 1]
  return next === undefined || next.kind === 'mark' || next.norm === 'and' ? effect : null
}

/** "Of these, 594 were children": a share, at the head of its sentence, of what was counted before. */
export function opensAsShare(scene: Scene, k: number, carry: Carry | null): boolean {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const [link, whole] = tokens
  if (link?.norm !== 'of' && link?.norm !== 'among') return false
  const next = tokens[phrase.to]?.norm ?? ''
  if (!BE.has(next) && !HAVE.has(next)) return false
  // "Of the 18 students, five were girls": the 18 were counted before
  const named = scene.phraseAt.get(2)
  if (k === 1 && named === 0 && whole?.norm === 'the') {
    const { kind, number, to } = scene.phrases[0]!
    const known = number.value !== null && carry?.values.includes(number.value) === true
    return known && kind !== 'rejected' && phrase.number.from - to <= 1
  }
  return k === 0 && SHARED.has(whole?.norm ?? '') && phrase.number.from <= 3
}
const SHARED = wordSet('these those them whom')

const FREED = wordSet(
  'escaped escape recaptured freed released rescued evacuated discharged survived recovered returned unharmed unhurt unscathed saved pardoned exchanged swapped repatriated',
)

/** "three of the captives have since been freed": whoever came free is no count of victims. */
export function cameFree({ tokens, harmAt }: Scene, at: number): boolean {
  for (let i = at; i < at + 6 && i < tokens.length; i++) {
    const { norm, kind } = tokens[i]!
    if (FREED.has(norm)) return !harmAt.has(i)
    if (kind !== 'word' || !(BE.has(norm) || HAVE.has(norm) || PASSING.has(norm) || norm.endsWith('ly'))) return false
  }
  return false
}
const PASSING = wordSet('managed able to since later now already so far then also still who to being')

const ARRIVING = wordSet('reached reach arrived arrive arriving walked trekked crossed poured streamed entered made')
const UPROOTED = wordSet(
  'fled flee fleeing flight displaced displacement refugees refugee escaped escape escaping exodus uprooted camp camps evacuees',
)

/** "up to 6,000 have reached the camps": people on the move, where the sentence or the count before tells of flight. */
export function onTheMove(scene: Scene, k: number, carry: Carry | null): boolean {
  const { tokens } = scene
  const { to, kind, number } = scene.phrases[k]!
  if ((kind !== 'person' && kind !== 'none') || (number.value !== null && number.value < 50)) return false
  let i = to
  // "More than 1,000 people, many of them women and children, walked …"
  if (tokens[i]?.text === ',') {
    const close = tokens.findIndex((token, at) => at > i && at - i < 12 && token.text === ',')
    if (close > 0) i = close + 1
  }
  while (HAVE.has(tokens[i]?.norm ?? '') || PASSING.has(tokens[i]?.norm ?? '')) i++
  if (!ARRIVING.has(tokens[i]?.norm ?? '')) return false
  const told = carry !== null && carry.effect === 'displaced' && carry.distance <= 4
  return told || tokens.some(({ norm }, at) => UPROOTED.has(norm) || (norm === 'from' && at > i && at - i < 9))
}
