/** Whether a count and its word of harm together are a figure: weak nouns need strong links, and plans harm nobody. */

import type { HarmHit } from './harm.ts'
import type { CountedPhrase, Link, Scene } from './harm-scene.ts'
import { wordSet } from './phrase.ts'

/** Weak heads need strong links. */
export function accepted(scene: Scene, phrase: CountedPhrase, link: Link, part: boolean): boolean {
  const { number } = phrase
  // "found ten survivors": those who came through, unless something else befell them
  if (SPARED.has(scene.tokens[phrase.to - 1]?.norm ?? '') && !(link.strong && link.how === 'subject')) return false
  const immediate =
    link.strong ||
    link.how.startsWith('object') ||
    link.how.startsWith('toll') ||
    link.how.startsWith('joined') ||
    link.how.startsWith('part') ||
    link.how.startsWith('what')
  if (number.value === 0) return false
  if (number.value === 1 && number.valueMax === null) {
    if (phrase.partitive) return false
    if (phrase.kind === 'harm') return number.form === 'words' || number.form === 'digits'
    const national = phrase.kind === 'unknown' && scene.tokens[phrase.to - 1]!.capital && immediate
    // "three were killed in Kavu and one in Doma"
    const joined = phrase.kind === 'none' && link.how.startsWith('joined')
    if (phrase.kind !== 'person' && !national && !joined && !(phrase.kind === 'none' && link.harm.from === phrase.to))
      return false
    if (scene.tokens[number.numberFrom]?.norm === 'one' && phrase.partitive && phrase.kind !== 'none')
      return link.strong
  }
  if (phrase.kind === 'person' || phrase.kind === 'harm')
    return link.how !== 'subject' || link.strong || isClose(phrase, link)
  if (phrase.kind === 'unknown') {
    const token = scene.tokens[phrase.to - 1]!
    if (PROPERTY_TOO.has(scene.tokens[link.harm.from]?.norm ?? '') && !token.capital && !link.how.includes('…'))
      return false
    if (
      link.harm.effect !== 'killed' &&
      link.harm.effect !== 'injured' &&
      !token.capital &&
      !['detained', 'abducted', 'displaced'].includes(link.harm.effect)
    )
      return false
    return immediate
  }
  if (part || link.how === 'what the toll rose from') return true
  // "Twenty-three, including children, appear to have been shot"
  const inserted = scene.tokens[phrase.to]?.text === ',' && scene.tokens[number.from - 1]?.text !== ','
  const reach = inserted ? 14 : 4
  if (link.how === 'subject') return link.harm.from - phrase.to <= reach && link.strong
  return immediate
}

const SPARED = wordSet('survivors survivor')

const isClose = (phrase: CountedPhrase, link: Link) => link.harm.from - phrase.to <= 40

/** What is done to things as well: of a noun that names no people it says nothing. */
const PROPERTY_TOO = wordSet('seized captured held taken seizing capturing carried burned burnt')

/** Whether a noun such as "detainees" or "hostages" names people of whom something else is told. */
export const isCondition = (harm: HarmHit, right: Link | 'agent' | null) =>
  ['detained', 'abducted', 'displaced', 'injured'].includes(harm.effect) &&
  right !== null &&
  right !== 'agent' &&
  right.strong &&
  right.harm.effect !== harm.effect

const PLANS = wordSet(
  'plot plan plans planned plotted threatened threatening vowed vows plotting intended wanted tried trying attempted attempting order ordered orders conspired conspiring threat sought',
)

const ASKED = wordSet('requested requests requesting demanded demands demanding prevented prevent preventing avoided')

/** "vowed to kill 12": nobody was harmed. */
export function threatened(scene: Scene, harm: HarmHit): boolean {
  const { tokens } = scene
  // "requested the arrest of two leaders"
  if (harm.form === 'deaths' && tokens[harm.to]?.norm === 'of') {
    const verb = tokens[harm.from - (tokens[harm.from - 1]?.norm === 'the' ? 2 : 1)]?.norm ?? ''
    return harm.effect === 'detained' && (ASKED.has(verb) || PLANS.has(verb))
  }
  if (harm.form !== 'base' || tokens[harm.from - 1]?.norm !== 'to') return false
  for (let i = harm.from - 2; i >= 0 && harm.from - i < 5; i--) if (PLANS.has(tokens[i]!.norm)) return true
  return false
}
