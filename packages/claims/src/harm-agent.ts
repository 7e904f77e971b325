/** Who is said to have done it: the subject of a verb of harm, or the party behind "by". */

import type { Range } from './counted.ts'
import { cueLemma } from './cue.ts'
import type { Scene } from './harm-scene.ts'
import { type HarmHit, NOT_VICTIMS, victimCategory } from './lexicon-en.ts'
import { phraseStartingAt, speakerKind } from './mention.ts'
import { wordSet } from './phrase.ts'
import { subjectBefore } from './subject.ts'

const EVENTS = wordSet(
  'clashes clash violence fighting attack attacks strike strikes airstrike airstrikes raid raids explosion explosions blast blasts bombing bombings shelling war conflict earthquake flood floods fire operation offensive ambush crackdown unrest protests incident shooting shootings assault bombardment missile missiles drone drones rocket rockets bomb bombs gunfire disaster storm cyclone collapse stampede massacre siege it they that which this he she toll number campaign famine outbreak disease accident crash mine mines landmine landmines shell shells grenade barrage bombardments hostilities bloodshed',
)

/** Who stands as subject before the verb of harm. */
export function subjectOf(scene: Scene, verb: number): Range | null {
  const { text, tokens, known } = scene
  const subject = subjectBefore({ text, tokens, known }, verb, Math.max(0, verb - 40))
  if (subject === null) return null
  const { mention } = subject
  if (mention.how === 'pronoun') return null
  const range: Range = [mention.from, mention.to]
  return isAgent(scene, range) ? range : null
}

function isAgent(scene: Scene, [from, to]: Range): boolean {
  const { tokens } = scene
  if (to <= from || EVENTS.has(tokens[to - 1]!.norm) || NOT_VICTIMS.has(tokens[to - 1]!.norm)) return false
  for (let i = from; i < to; i++) {
    const token = tokens[i]!
    if (token.norm === 'between' || EVENTS.has(token.norm)) return false
    const category = victimCategory(token.norm)
    if (
      category === 'security_forces' ||
      category === 'combatants' ||
      token.norm === 'men' ||
      token.norm === 'loyalists'
    )
      return true
    const kind = speakerKind(token.norm)
    if (kind === 'government' || kind === 'armed_group') return true
    if (
      scene.known.some(
        (match) =>
          match.from <= i && i < match.to && (match.party.kind === 'armed_group' || match.party.kind === 'government'),
      )
    )
      return true
  }
  return (
    tokens[to - 1]!.capital ||
    tokens[to - 1]!.norm === 'allies' ||
    tokens[to - 1]!.norm === 'groups' ||
    tokens[to - 1]!.norm === 'tribes'
  )
}

/** "killed … by X", "at the hands of X", "in an attack by X". */
export function agentBehind(scene: Scene, harm: HarmHit): Range | null {
  const { tokens } = scene
  for (let i = harm.to; i < tokens.length && i - harm.to < 22; i++) {
    const token = tokens[i]!
    if (token.text === ';' || cueLemma(token.norm) !== null || token.norm === 'according' || token.norm === 'while')
      return null
    const by = token.norm === 'by'
    const hands = token.norm === 'hands' && tokens[i + 1]?.norm === 'of'
    if (!by && !hands) continue
    if (by && (cueLemma(tokens[i - 1]?.norm ?? '') !== null || tokens[i + 1]?.kind === 'number')) return null
    const range = phraseStartingAt(tokens, by ? i + 1 : i + 2)
    if (range === null) continue
    if (isAgent(scene, range)) return joinedAgents(scene, range)
    return null
  }
  return null
}

function joinedAgents(scene: Scene, range: Range): Range {
  const { tokens } = scene
  if (tokens[range[1]]?.norm !== 'and') return range
  const next = phraseStartingAt(tokens, range[1] + 1)
  return next !== null && isAgent(scene, next) ? [range[0], next[1]] : range
}
