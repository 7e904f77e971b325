/** Counts that a toll gives: "the death toll has risen to 45". */
import type { Carry } from './counted.ts'
import { cueLemma, QUOTES } from './cue.ts'
import type { Effect } from './figure.ts'
import type { HarmHit } from './harm.ts'
import { IRREGULAR_PAST, type Link, type Scene } from './harm-scene.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const TOLLS = phraseTable<readonly [Effect | null, 'unlawful' | null]>([
  ['the figure|the number|the count|the tally|the total|their number', [null, null]],
  [
    'death toll|death tolls|toll|number of dead|number of deaths|number of fatalities|number killed|number of people killed|number of those killed|body count|number of victims|number of the dead|number of civilians killed|number of killed|confirmed deaths|total deaths|total number of deaths|total killed|fatalities|the dead|those killed|death count|number of martyrs|number of bodies|total dead|deaths|count of the dead|total number of dead|total number of those killed|number of civilian deaths|civilian deaths|number of lives lost|number of children killed|the killed',
    ['killed', null],
  ],
  [
    'number of injured|number of wounded|number of people injured|injury toll|number of injuries|number of those injured|the wounded|the injured|those injured|those wounded|injuries',
    ['injured', null],
  ],
  ['number of missing|number of people missing|number of those missing|the missing', ['missing', null]],
  [
    'number of displaced|number of displaced people|number of people displaced|displaced families|displaced people|the displaced|number of idps|number of refugees|number of those displaced',
    ['displaced', null],
  ],
  [
    'casualty toll|number of casualties|casualties|casualty count|casualty figures|total casualties',
    ['killed_or_injured', null],
  ],
  [
    'number of arrests|number of detainees|number of people detained|number of those arrested|number of people arrested|number of those detained|those arrested|those detained|the arrested|the detained',
    ['detained', null],
  ],
  ['number of hostages|number of abductees', ['abducted', null]],
])

const TOLL_LINKS = wordSet(
  'to at of is was stands stood reached reaching hit hits hitting surpassed surpasses surpassing tops topped topping exceeds exceeded exceeding passed passes past crossed crosses climbed rises rose being reaches totalled totaled numbered were are as total totals nears neared approached approaches number numbering totalling totaling hovers hovered pass surpass exceed reach top',
)

/** "the death toll has risen to 45", "puts the dead at 231". */
export function tollLink(scene: Scene, k: number, carry: Carry | null): Link | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const at = phrase.number.from
  let j = at - 1
  while (
    j >= 0 &&
    at - j < 5 &&
    (['a', 'the', 'least', 'more', 'now', 'total', 'from', 'some', 'current', 'new'].includes(tokens[j]!.norm) ||
      QUOTES.has(tokens[j]!.text) ||
      tokens[j]!.text === "'" ||
      tokens[j]!.text === '‘')
  )
    j--
  const link = tokens[j]
  if (link === undefined) return null
  const colon = link.text === ':'
  const from = link.norm === 'from' || tokens[at - 1]?.norm === 'from'
  if (!colon && !from && !TOLL_LINKS.has(link.norm)) return null
  // "put the deaths at 60 and missing at 66"
  const own = link.norm === 'at' ? scene.harmEnd.get(j) : undefined
  if (own !== undefined && (own.form === 'dead' || own.form === 'past') && tokens[own.from - 1]?.norm === 'and')
    return { harm: own, how: `toll "${tokens[own.from]!.norm}"`, strong: true, perpetratorAt: null }
  for (let i = j; i >= 0 && j - i < 26; i--) {
    if (tokens[i]!.text === ';' || tokens[i]!.text === '.') return null
    const match = longer(TOLLS.at(tokens, i), numberOf(scene, i, j))
    if (match === null || match.to > j + (colon || from ? 1 : 0) + (link.norm === 'of' ? 1 : 0)) continue
    const word = tokens[match.to - 1]!.norm
    const plainNoun = word === 'deaths' || word === 'injuries' || word === 'casualties' || word === 'fatalities'
    if (
      plainNoun &&
      !(from && tokens[phrase.to]?.norm === 'to') &&
      !NUMBERING.has(tokens[i]!.norm) &&
      ![
        'at',
        'to',
        'reached',
        'totalled',
        'totaled',
        'numbered',
        'of',
        'stood',
        'stands',
        'surpassed',
        'exceeded',
        'total',
        'passed',
      ].includes(link.norm) &&
      !colon
    )
      continue
    if (link.norm === 'of' && match.to < j - 1 && plainNoun) continue
    if (isOverVerb(tokens, match.to, j)) continue
    const [said, manner] = match.value
    if (said === null && tokens[match.to]?.norm === 'of') continue
    const effect = said ?? toldBefore(scene, k, carry)
    if (effect === null) return null
    const harm: HarmHit = { effect, manner, form: 'deaths', from: i, to: match.to }
    return {
      harm,
      how: `toll "${tokens
        .slice(i, match.to)
        .map((token) => token.norm)
        .join(' ')}"`,
      strong: true,
      perpetratorAt: null,
    }
  }
  return null
}

const longer = <One extends { readonly to: number }>(a: One | null, b: One | null): One | null =>
  a === null || (b !== null && b.to > a.to) ? b : a

const NUMBERING = wordSet('number numbers count tally total toll')

/** "the number of inmates killed in the riots was 79", "the number of killings alone": what is numbered, before token `end`. */
function numberOf(
  scene: Scene,
  at: number,
  end: number,
): { readonly to: number; readonly value: readonly [Effect, 'unlawful' | null] } | null {
  const { tokens, harmAt } = scene
  if (!NUMBERING.has(tokens[at]!.norm) || tokens[at + 1]?.norm !== 'of') return null
  for (let i = at + 2; i < Math.min(end, at + 8); i++) {
    const { kind, norm } = tokens[i]!
    const harm = harmAt.get(i)
    if (harm !== undefined && harm.form !== 'victims' && harm.form !== 'base')
      return { to: harm.to, value: [harm.effect, harm.manner] }
    if (kind !== 'word' || norm === 'in' || norm === 'who' || cueLemma(norm) !== null) return null
  }
  return null
}

/** "brought to three the number of people killed": the number stands before its toll. */
export function tollBehind(scene: Scene, k: number): Link | null {
  const { tokens } = scene
  const { number } = scene.phrases[k]!
  const { to } = number
  if (tokens[number.from - 1]?.norm !== 'to' || !RAISING.has(tokens[number.from - 2]?.norm ?? '')) return null
  if (tokens[to]?.norm !== 'the' || tokens[to + 1]?.norm !== 'number') return null
  for (let i = to + 2; i < tokens.length && i - to < 14; i++) {
    const harm = scene.harmAt.get(i)
    if (harm !== undefined) return { harm, how: 'toll "the number of"', strong: true, perpetratorAt: null }
    if (tokens[i]!.kind === 'mark') return null
  }
  return null
}
const RAISING = wordSet(
  'brings bring brought bringing raises raised raising takes took taking rose risen rises climbed jumped increased pushes pushed pushing',
)

/** What "the figure" counts: the harm told last before it. */
function toldBefore(scene: Scene, k: number, carry: Carry | null): Effect | null {
  const at = scene.phrases[k]!.number.from
  const harm = scene.harms.findLast((hit) => hit.to <= at)
  return harm?.effect ?? (carry !== null && carry.distance <= 2 ? carry.effect : null)
}

/** A verb between toll and number that is none of a toll's own. */
function isOverVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { norm } = tokens[i]!
    if (norm === 'when' || norm === 'after' || norm === 'while') return true
    if (
      IRREGULAR_PAST.has(norm) &&
      !['rose', 'grew', 'stood', 'hit', 'put', 'set', 'said', 'says', 'fell', 'came'].includes(norm)
    )
      return true
  }
  return false
}
