/** Counts that hang on another: parts, lists, denominators and what is left out. */
import type { Carry } from './counted.ts'
import { cueLemma } from './cue.ts'
import type { Effect } from './figure.ts'
import type { HarmHit } from './harm.ts'
import { BE, HAVE, isOtherVerb, type Link, type Scene } from './harm-scene.ts'
import { isDeterminer } from './mention.ts'
import { phraseTable, wordSet } from './phrase.ts'

const INCLUSIONS = phraseTable<true>([
  [
    'including|includes|include|included|among them|among whom|of whom|of them|of these|of which|with|comprising|consisting of|among those|as well as a|amongst them|both|counting|made up of',
    true,
  ],
])

/** "seven of the nine soldiers", "a quarter of the 240": the second number only says of how many. */
export function isDenominator(scene: Scene, k: number): boolean {
  const { tokens, phrases } = scene
  const { from } = phrases[k]!.number
  const of = isDeterminer(tokens[from - 1]?.norm ?? '') ? from - 2 : from - 1
  if (tokens[of]?.norm !== 'of') return false
  const behind = scene.harmAt.get(phrases[k]!.to)
  const harmed =
    phrases[k]!.harm !== null || (behind !== undefined && behind.form !== 'died') || isDescribed(scene, phrases[k]!.to)
  // "a quarter of the 240 passengers perished"
  if (SHARES.has(tokens[of - 1]?.norm ?? '')) return !harmed
  if (k === 0 || phrases[k - 1]!.number.to !== of) return false
  if (tokens[phrases[k - 1]!.number.from - 1]?.norm === 'in') return !harmed
  // "she was one of twelve children killed"
  return !(harmed && phrases[k - 1]!.number.value === 1)
}
/** "journalists who have died": the relative clause tells of all of them. */
function isDescribed(scene: Scene, at: number): boolean {
  const { tokens } = scene
  if (tokens[at]?.norm !== 'who' && tokens[at]?.norm !== 'that') return false
  for (let i = at + 1; i < at + 5; i++) {
    if (scene.harmAt.has(i)) return true
    if (!BE.has(tokens[i]?.norm ?? '') && !HAVE.has(tokens[i]?.norm ?? '')) return false
  }
  return false
}

const SHARES = wordSet('quarter third half fifth most majority some many percent cent')

/** "including 12 children", "seven children among them", "(134 men": the count of this sentence it belongs to. */
export function inclusionOf(scene: Scene, k: number, places: readonly (number | null)[]): number | null {
  const { tokens, phrases } = scene
  const phrase = phrases[k]!
  let whole: number | null = null
  for (let p = k - 1; p >= 0; p--) {
    if (places[p] !== null) {
      whole = p
      break
    }
  }
  if (whole === null) return null
  const end = phrases[whole]!.to
  const start = phrase.number.from
  if (ofThose(scene, whole) && tokens[start - 1]?.text === ',' && phrase.kind === 'none') return places[whole]!
  const after = tokens[phrase.to]
  if (after?.norm === 'among' && ['them', 'those', 'the'].includes(tokens[phrase.to + 1]?.norm ?? ''))
    return places[root(scene, whole, places)]!
  if (phrase.partitive && phrase.kind === 'none') return places[whole]!
  let opened = false
  for (let i = end; i < start; i++) {
    const token = tokens[i]!
    const match = INCLUSIONS.at(tokens, i)
    if (match !== null && !(token.norm === 'with' && !inclusive(scene, i, start)) && !(token.norm === 'both'))
      opened = true
    if (token.text === '(' && start - i <= 2 && tokens[phrase.number.to]?.text !== ')') opened = true
    if (token.text === ':' && start - i === 1 && isShare(scene, k, whole)) opened = true
    if (DASHES.has(token.text) && start - i === 1 && breaksDown(scene, k, whole)) opened = true
    if (token.text === ')' && opened && tokens[start - 1]?.text !== '(') opened = false
    if (token.text === ';' || token.norm === 'while' || token.norm === 'but') opened = false
    const harm = scene.harmAt.get(i)
    if (
      opened &&
      harm !== undefined &&
      (harm.form === 'past' || harm.form === 'base' || harm.form === 'ing') &&
      i > end + 1 &&
      start - i < 4
    )
      opened = false
  }
  if (opened) return places[whole]!
  // a list that goes on inside an inclusion: "including 12 women, three children and a baby"
  const previous = phrases[k - 1]!
  if (places[k - 1] !== null && isPartPhrase(scene, k - 1, places) && onlyJoins(scene, previous.to, start))
    return places[root(scene, k - 1, places)]!
  // the list before "among them": "seven children, ten women among them"
  if (amongLater(scene, k) && k > 0) return places[whole]!
  return null
}

/** "91 are dead: 40 in one town, …": a bare, smaller count with its own place. */
function isShare(scene: Scene, k: number, whole: number): boolean {
  const phrase = scene.phrases[k]!
  const [value, all] = [phrase.number.value, scene.phrases[whole]!.number.value]
  const next = scene.tokens[phrase.to]?.norm
  return phrase.kind === 'none' && value !== null && all !== null && value < all && (next === 'in' || next === 'at')
}

const DASHES = new Set(['-', '–', '—'])

/** "killing six people - three policemen and three pedestrians": a smaller count of named people right behind a dash. */
function breaksDown(scene: Scene, k: number, whole: number): boolean {
  const phrase = scene.phrases[k]!
  const [value, all] = [phrase.number.value, scene.phrases[whole]!.number.value]
  return phrase.kind === 'person' && whole === k - 1 && value !== null && all !== null && value < all
}

/** "Of the 200 people killed": the count itself is of people harmed. */
export const isHarmedAtOnce = (scene: Scene, k: number) => scene.harmAt.has(scene.phrases[k]!.to)

/** "Of the 410 bodies found, …" */
export function ofThose(scene: Scene, k: number): boolean {
  const at = scene.phrases[k]!.number.from
  const before = scene.tokens[at - 1]?.norm
  if (before === 'of') return at === 1
  return (
    (before === 'the' || before === 'those' || before === 'these') && scene.tokens[at - 2]?.norm === 'of' && at === 2
  )
}

function inclusive(scene: Scene, at: number, start: number): boolean {
  for (let i = at + 1; i < start; i++) if (scene.harmAt.has(i)) return false
  return start - at <= 4
}

function amongLater(scene: Scene, k: number): boolean {
  const { tokens, phrases } = scene
  for (let n = k + 1; n < phrases.length; n++) {
    const later = phrases[n]!
    if (!onlyJoins(scene, phrases[n - 1]!.to, later.number.from)) return false
    for (let i = later.to; i < Math.min(tokens.length, later.to + 8); i++) {
      if (tokens[i]!.norm === 'among' && tokens[i + 1]?.norm === 'them') return true
      if (isOtherVerb(tokens, i) || scene.harmAt.has(i)) break
    }
  }
  const last = phrases[k]!
  for (let i = last.to; i < Math.min(tokens.length, last.to + 9); i++) {
    if (tokens[i]!.norm === 'among' && tokens[i + 1]?.norm === 'them') return true
    if (isOtherVerb(tokens, i) || scene.harmAt.has(i)) return false
  }
  return false
}

const partOfMemo = new WeakMap<Scene, Map<number, boolean>>()

function isPartPhrase(scene: Scene, k: number, places: readonly (number | null)[]): boolean {
  let memo = partOfMemo.get(scene)
  if (memo === undefined) {
    memo = new Map()
    partOfMemo.set(scene, memo)
  }
  const known = memo.get(k)
  if (known !== undefined) return known
  const value = k > 0 && inclusionOf(scene, k, places) !== null
  memo.set(k, value)
  return value
}

/** The count that a chain of parts hangs on. */
function root(scene: Scene, k: number, places: readonly (number | null)[]): number {
  let r = k
  while (r > 0 && isPartPhrase(scene, r, places)) {
    r--
    while (r > 0 && places[r] === null) r--
  }
  return r
}

/** Only commas, "and" and short phrases without a verb stand between two counts. */
function onlyJoins(scene: Scene, from: number, to: number): boolean {
  const { tokens } = scene
  if (to - from > 14 || to < from) return false
  let joined = false
  for (let i = tokens[from]?.text === ')' ? from + 1 : from; i < to; i++) {
    const token = tokens[i]!
    if (
      token.text === ',' ||
      token.norm === 'and' ||
      token.norm === 'or' ||
      token.norm === 'plus' ||
      token.norm === 'well' ||
      token.norm === 'along'
    )
      joined = true
    if (token.text === ';' || token.text === ':' || token.text === ')' || BE.has(token.norm) || HAVE.has(token.norm))
      return false
    if (scene.harmAt.has(i) || cueLemma(token.norm) !== null || (!token.capital && isOtherVerb(tokens, i))) return false
    if (
      ['while', 'but', 'when', 'after', 'as', 'before', 'because', 'since'].includes(token.norm) &&
      !(token.norm === 'as' && (tokens[i + 1]?.norm === 'well' || tokens[i - 1]?.norm === 'well'))
    )
      return false
  }
  return joined
}

/** The count before, where this one only continues its list. */
export function coordinated(scene: Scene, k: number, places: readonly (number | null)[]): number | null {
  for (let p = k - 1; p >= 0; p--) {
    if (!onlyJoins(scene, scene.phrases[p]!.to, scene.phrases[k]!.number.from)) return null
    if (places[p] !== null) return p
    if (scene.phrases[p]!.kind !== 'rejected') return null
  }
  return null
}

const COLLECTIVE = new Map<string, readonly [Effect, 'unlawful' | null]>([
  ['dead', ['killed', null]],
  ['victims', ['killed', null]],
  ['killed', ['killed', null]],
  ['deaths', ['killed', null]],
  ['fatalities', ['killed', null]],
  ['casualties', ['killed_or_injured', null]],
  ['wounded', ['injured', null]],
  ['injured', ['injured', null]],
  ['missing', ['missing', null]],
  ['detained', ['detained', null]],
  ['detainees', ['detained', null]],
  ['arrested', ['detained', null]],
  ['displaced', ['displaced', null]],
  ['hostages', ['abducted', null]],
  ['abducted', ['abducted', null]],
  ['executed', ['killed', 'unlawful']],
  ['martyrs', ['killed', null]],
  ['slain', ['killed', null]],
])

/** What names a number without its harm: "the total comprises 427 fighters". */
const TOTALS = wordSet('total toll figure count number tally')

/** "the dead include 12 children", "among the victims were two nurses", "those killed were three brothers". */
export function listedAmong(scene: Scene, k: number, carry: Carry | null): Link | null {
  const { tokens } = scene
  const start = scene.phrases[k]!.number.from
  const opening = collectiveAt(scene, k)
  if (opening !== null) return opening
  // "They include at least nine boys"
  if (tokens[0]?.norm === 'they' && /^includ/.test(tokens[1]?.norm ?? '') && start === 2 && carry?.distance === 1) {
    const harm: HarmHit = { effect: carry.effect, manner: carry.manner, form: 'deaths', from: 0, to: 1 }
    return { harm, how: 'listed among "they"', strong: true, perpetratorAt: null }
  }
  let verb = -1
  for (let i = start - 1; i >= 0 && start - i < 16; i--) {
    const { norm, text } = tokens[i]!
    if (text === ';' || text === ':' || norm === 'after' || norm === 'when' || norm === 'while') return null
    if (
      [
        'include',
        'includes',
        'included',
        'including',
        'were',
        'was',
        'are',
        'comprised',
        'comprises',
        'comprise',
        'is',
      ].includes(norm) &&
      verb < 0
    )
      verb = i
    const collective =
      COLLECTIVE.get(norm) ?? (TOTALS.has(norm) && carry !== null ? ([carry.effect, carry.manner] as const) : undefined)
    if (collective !== undefined && verb > i) {
      // "the number of militants involved was 50"
      if (TOTALS.has(norm) && tokens[i + 1]?.norm === 'of') return null
      const before = tokens[i - 1]?.norm
      if (
        before !== 'the' &&
        before !== 'those' &&
        before !== 'of' &&
        before !== 'all' &&
        before !== 'its' &&
        before !== 'were'
      )
        return null
      const harm: HarmHit = { effect: collective[0], manner: collective[1], form: 'deaths', from: i, to: i + 1 }
      return { harm, how: `listed among "the ${norm}"`, strong: true, perpetratorAt: null }
    }
  }
  return null
}

/** "Of the dead, 71 are identified by name": a share of those named at the head of the sentence. */
function collectiveAt(scene: Scene, k: number): Link | null {
  const { tokens } = scene
  const { from, to } = scene.phrases[k]!.number
  const [of, the, noun] = tokens
  if (of?.norm !== 'of' || (the?.norm !== 'the' && the?.norm !== 'those') || noun === undefined) return null
  const collective = COLLECTIVE.get(noun.norm)
  if (collective === undefined || from > 12 || tokens[from - 1]?.kind !== 'mark') return null
  if (!BE.has(tokens[to]?.norm ?? '') && !HAVE.has(tokens[to]?.norm ?? '')) return null
  const harm: HarmHit = { effect: collective[0], manner: collective[1], form: 'deaths', from: 2, to: 3 }
  return { harm, how: `listed among "the ${noun.norm}"`, strong: true, perpetratorAt: null }
}

/** "62, up from 47 on Sunday": the earlier count of the same toll. */
export function comparedWith(scene: Scene, k: number, places: readonly (number | null)[]): number | null {
  const { tokens, phrases } = scene
  const phrase = phrases[k]!
  const { from } = phrase.number
  if (
    phrase.kind !== 'none' ||
    !['up', 'down'].includes(tokens[from - 2]?.norm ?? '') ||
    tokens[from - 1]!.norm !== 'from'
  )
    return null
  for (let p = k - 1; p >= 0; p--) if (places[p] !== null) return p
  return null
}
