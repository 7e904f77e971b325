/** The word of harm that stands before its count: "killing 12", "the deaths of 12". */
import { subjectOf } from './harm-agent.ts'
import { ACTS, BE, HAVE, isPassive, type Link, type Scene } from './harm-scene.ts'
import type { HarmHit } from './lexicon-en.ts'
import { isDeterminer, isPreposition } from './mention.ts'
import { wordSet } from './phrase.ts'

/** The word of harm that precedes the count and takes it as its object: "killing 12", "the deaths of 12". */
export function leftLink(scene: Scene, k: number): Link | 'agent' | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  let j = phrase.number.from - 1
  for (let guard = 0; guard < 5 && j >= 0; guard++) {
    const norm = tokens[j]!.norm
    if (
      [
        'another',
        'a',
        'an',
        'the',
        'further',
        'additional',
        'total',
        'also',
        'up',
        'least',
        'these',
        'some',
        'his',
        'her',
        'their',
        'its',
        'and',
        'other',
        'all',
        'reportedly',
        'allegedly',
        'instantly',
        'combined',
        'between',
        'to',
        'dead',
      ].includes(norm)
    ) {
      if (norm === 'and' || norm === 'dead') break
      if (norm === 'to' && tokens[j - 1]?.norm !== 'up') break
      j--
      continue
    }
    if (['"', '“', "'", '‘'].includes(tokens[j]!.text)) {
      j--
      continue
    }
    if (
      norm === 'of' &&
      (tokens[j - 1]?.norm === 'total' ||
        tokens[j - 1]?.norm === 'group' ||
        tokens[j - 1]?.norm === 'list' ||
        tokens[j - 1]?.norm === 'number')
    ) {
      if (tokens[j - 1]!.norm === 'list' || tokens[j - 1]!.norm === 'number') break
      j -= 2
      continue
    }
    break
  }
  if (j < 0) return null
  if (RELEASES.has(tokens[j]!.norm)) return 'agent'
  if (tokens[j]!.norm === 'for' && ['exchange', 'return', 'swap'].includes(tokens[j - 1]?.norm ?? '')) return 'agent'
  const direct = scene.harmEnd.get(j + 1)
  if (direct !== undefined) {
    const noun = direct.form === 'base' && isDeterminer(tokens[direct.from - 1]?.norm ?? '')
    if ((direct.form === 'base' && !noun) || direct.form === 'ing')
      return {
        harm: direct,
        how: `object of "${tokens[direct.from]!.norm}"`,
        strong: true,
        perpetratorAt: subjectOf(scene, direct.from),
      }
    if (direct.form === 'past' && !isPassive(tokens, direct.from)) {
      return {
        harm: direct,
        how: `object of "${tokens[direct.from]!.norm}"`,
        strong: true,
        perpetratorAt: subjectOf(scene, direct.from),
      }
    }
    if (direct.form === 'deaths' && tokens[j]!.norm === 'lives') return null
  }
  const shared = tokens[j]!.norm === 'and' || tokens[j]!.norm === 'with' ? objectBefore(scene, j) : null
  if (shared !== null)
    return {
      harm: shared,
      how: `object of "${tokens[shared.from]!.norm}" after another`,
      strong: true,
      perpetratorAt: subjectOf(scene, shared.from),
    }
  if (
    tokens[j]!.norm === 'of' ||
    tokens[j]!.norm === 'to' ||
    tokens[j]!.norm === 'for' ||
    tokens[j]!.norm === 'among'
  ) {
    const noun = scene.harmEnd.get(j)
    if (
      noun !== undefined &&
      tokens[j]!.norm !== 'for' &&
      (noun.form === 'deaths' || noun.form === 'ing' || noun.form === 'base')
    ) {
      return { harm: noun, how: `"${tokens[noun.from]!.norm} of"`, strong: true, perpetratorAt: null }
    }
    const act = tokens[j - 1] === undefined ? undefined : ACTS.get(tokens[j - 1]!.norm)
    if (act !== undefined && tokens[j]!.norm === 'of') {
      const harm: HarmHit = { effect: act[0], manner: act[1], form: 'deaths', from: j - 1, to: j }
      if (tokens[j - 1]!.norm === 'loss' && !(phrase.harm?.form === 'deaths')) return null
      return { harm, how: `"${tokens[j - 1]!.norm} of"`, strong: true, perpetratorAt: null }
    }
  }
  return null
}

/** "killed a commander and at least six …": the verb whose first object carries no count. */
function objectBefore(scene: Scene, and: number): HarmHit | null {
  const { tokens } = scene
  for (let i = and - 1; i >= 0 && and - i < 8; i--) {
    const harm = scene.harmEnd.get(i + 1)
    if (harm !== undefined) {
      const active =
        harm.form === 'base' || harm.form === 'ing' || (harm.form === 'past' && !isPassive(tokens, harm.from))
      return active && i < and - 1 ? harm : null
    }
    const token = tokens[i]!
    if (token.kind !== 'word' || scene.phraseAt.has(i) || BE.has(token.norm) || HAVE.has(token.norm)) return null
    if (isPreposition(token.norm) && token.norm !== 'of') return null
  }
  return null
}

export const hasLeft = (scene: Scene, k: number) => leftLink(scene, k) !== null

/** Those who were saved are no victims of what their noun names ("released 12 of the hostages"). */
const RELEASES = wordSet(
  'released releasing release freed freeing rescued rescuing rescue saved saving treated treating evacuated evacuating sheltering hosting hosts pardoned interviewed deployed recruited trained questioned resettled repatriated vaccinated fed feeding helped helping assist assisted',
)
