/** The word of harm that stands before its count: "killing 12", "the deaths of 12". */
import { cueLemma } from './cue.ts'
import type { Effect } from './figure.ts'
import type { HarmHit } from './harm.ts'
import { subjectOf } from './harm-agent.ts'
import { ACTS, BE, type CountedPhrase, HAVE, isOtherVerb, isPassive, type Link, type Scene } from './harm-scene.ts'
import { isDeterminer, isPreposition, isTimeWord } from './mention.ts'
import { type PhraseTable, phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

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
        GATHERED.has(tokens[j - 1]?.norm ?? '') ||
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
  const joined = joinedVerb(scene, j)
  if (joined !== null) return joined
  const { norm: verb } = tokens[j]!
  const hurt = /^treat/.test(verb) && phrase.harm?.effect === 'injured'
  if (RELEASES.has(verb) && !hurt && !(HOSTS.has(verb) && isUprooted(phrase))) return treatedFor(scene, k, j) ?? 'agent'
  if (tokens[j]!.norm === 'for' && ['exchange', 'return', 'swap'].includes(tokens[j - 1]?.norm ?? '')) return 'agent'
  const direct = scene.harmEnd.get(j + 1)
  // "the morgue held 74 bodies"
  const ofTheDead = phrase.harm?.form === 'deaths' && phrase.harm.effect === 'killed'
  if (ofTheDead && (direct?.effect === 'detained' || direct?.effect === 'abducted')) return null
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
  // "Dead: 9. Injured: 31."
  const heading = tokens[j]!.text === ':' ? scene.harmEnd.get(j) : undefined
  if (
    heading !== undefined &&
    heading.from === 0 &&
    !scene.harmAt.has(phrase.to) &&
    heading.form !== 'base' &&
    heading.form !== 'ing'
  )
    return { harm: heading, how: `"${tokens[0]!.norm}:"`, strong: true, perpetratorAt: null }
  const later = laterOf(scene, j)
  if (later !== null) return later
  const sought = soughtFor(scene, phrase, j)
  if (sought !== null) return sought
  const spread = alongWith(scene, j) ?? spreadVerb(scene, k, j) ?? lossOf(scene, k, j) ?? mournedAt(tokens, j)
  if (spread !== null) return spread
  const shared = tokens[j]!.norm === 'and' || tokens[j]!.norm === 'with' ? objectBefore(scene, j, phrase) : null
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

const ALONG: PhraseTable<true> = phraseTable([['along with|together with|as well as|alongside', true]])

/** "was shot dead, along with three guards": what befell the one befell those with him. */
function alongWith(scene: Scene, j: number): Link | null {
  const { tokens } = scene
  let at = -1
  for (let i = j; i >= 0 && j - i < 6 && at < 0; i--) {
    if (ALONG.at(tokens, i) !== null) at = i
    if (tokens[i]!.kind !== 'word') break
  }
  if (at < 1) return null
  let end = tokens[at - 1]!.text === ',' ? at - 1 : at
  // "was shot in the market along with four porters"
  for (let i = end - 1; i > 0 && end - i < 5 && !scene.harmEnd.has(end); i--)
    if (scene.harmEnd.has(i) && ['in', 'at', 'on', 'near'].includes(tokens[i]!.norm)) end = i
  const harm = scene.harmEnd.get(end)
  if (harm === undefined || (harm.form !== 'past' && harm.form !== 'died' && harm.form !== 'dead')) return null
  return { harm, how: 'together with another', strong: true, perpetratorAt: null }
}

const SPREAD: ReadonlyMap<string, Effect> = new Map(
  (
    [
      [
        'killed',
        'hacked beat beaten burned burnt stabbed clubbed bludgeoned stoned starved crushed tortured trampled hacking beating burning stabbing',
      ],
      ['displaced', 'driven drove drives forced forces forcing sent pushed driving'],
      ['abducted', 'hold holds held holding take takes took taking'],
    ] as const
  ).flatMap(([effect, words]) => words.split(' ').map((word): [string, Effect] => [word, effect])),
)

/** "hacked some 180 people to death", "burned 40 alive": the verb's other half stands behind its object. */
function spreadVerb(scene: Scene, k: number, j: number): Link | null {
  const { tokens } = scene
  const verb = tokens[j]!.norm
  const effect = SPREAD.get(verb)
  if (effect === undefined || isPassive(tokens, j)) return null
  const { to } = scene.phrases[k]!
  for (let i = to; i < tokens.length && i - to < 8; i++) {
    const { norm, kind, text } = tokens[i]!
    if (completes(tokens, i, effect)) {
      const harm: HarmHit = { effect, manner: null, form: 'past', from: j, to: j + 1 }
      return { harm, how: `object of "${verb} … ${norm}"`, strong: true, perpetratorAt: subjectOf(scene, j) }
    }
    if (kind === 'mark' && !(effect === 'abducted' && text === ',')) return null
  }
  return null
}

/** The other half of such a verb: "to death", "alive", "hostage", "across the border". */
function completes(tokens: readonly Token[], i: number, effect: Effect): boolean {
  const { norm } = tokens[i]!
  if (effect === 'abducted') return CAPTIVE.has(norm)
  if (effect === 'displaced') return AWAY.has(norm)
  return norm === 'alive' || (norm === 'death' && tokens[i - 1]!.norm === 'to')
}

const WOUNDS = wordSet('wounds wound injuries injury burns trauma fractures')

/** "treated at least 60 people for pellet wounds". */
function treatedFor(scene: Scene, k: number, j: number): Link | null {
  const { tokens } = scene
  if (!/^treat/.test(tokens[j]!.norm)) return null
  const { to } = scene.phrases[k]!
  for (let i = to; i < tokens.length && i - to < 8; i++) {
    if (tokens[i]!.kind === 'mark') return null
    if (!WOUNDS.has(tokens[i]!.norm)) continue
    const harm: HarmHit = { effect: 'injured', manner: null, form: 'dead', from: i, to: i + 1 }
    return { harm, how: `object of "treated" for ${tokens[i]!.norm}`, strong: true, perpetratorAt: null }
  }
  return null
}

const AWAY = wordSet('border exile flee')

const CAPTIVE = wordSet('hostage captive prisoner')

const LOSES = wordSet('lost losing loses lose')

/** "the army lost seven men", "the family lost four of its members": no one else is named as the doer. */
function lossOf(scene: Scene, k: number, j: number): Link | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  let verb = j
  // "lost her husband and two sons"
  if (tokens[j]!.norm === 'and')
    while (verb > 0 && j - verb < 6 && tokens[verb]!.kind === 'word' && !LOSES.has(tokens[verb]!.norm)) verb--
  if (!LOSES.has(tokens[verb]!.norm) || isPassive(tokens, verb) || phrase.kind !== 'person') return null
  const head = tokens[phrase.to - 1]!.norm
  if (NOT_LOST.has(head) && tokens[phrase.number.to]!.norm !== 'of') return null
  const harm: HarmHit = { effect: 'killed', manner: null, form: 'past', from: verb, to: verb + 1 }
  return { harm, how: `object of "${tokens[verb]!.norm}"`, strong: true, perpetratorAt: null }
}
/** Those whom one loses without their death. */
const NOT_LOST = wordSet('supporters voters members employees staff students customers lawmakers fans parents patients')

const RITES = wordSet('funeral funerals burial burials memorial vigil prayers mass requiem')
const MOURNED = wordSet('mourn mourns mourned mourning')

/** "a funeral was held for seven members of one family", "mourned nine colleagues". */
function mournedAt(tokens: readonly Token[], j: number): Link | null {
  let at = MOURNED.has(tokens[j]!.norm) ? j : -1
  if (tokens[j]!.norm === 'for' || tokens[j]!.norm === 'of')
    for (let i = j - 1; i >= 0 && j - i < 6 && at < 0; i--) if (RITES.has(tokens[i]!.norm)) at = i
  if (at < 0) return null
  const harm: HarmHit = { effect: 'killed', manner: null, form: 'deaths', from: at, to: at + 1 }
  return { harm, how: `"${tokens[at]!.norm}"`, strong: true, perpetratorAt: null }
}

/** "killed a commander and at least six …": the verb whose first object carries no count. */
function objectBefore(scene: Scene, and: number, { harm: own }: CountedPhrase): HarmHit | null {
  const { tokens } = scene
  let verb = false
  for (let i = and - 1; i >= 0 && and - i < 12; i--) {
    const harm = scene.harmEnd.get(i + 1)
    if (harm !== undefined) {
      const active =
        harm.form === 'base' || harm.form === 'ing' || (harm.form === 'past' && !isPassive(tokens, harm.from))
      // "two rapes took place and 12 people": a noun that only looks like a verb has a verb of its own
      return active && i < and - 1 && !(verb && harm.form === 'base') ? harm : null
    }
    const token = tokens[i]!
    verb ||= isOtherVerb(tokens, i) || cueLemma(token.norm) !== null
    // "killed a teacher, his wife and their three children"
    if (token.text === ',' && !verb && own === null) continue
    if (token.kind !== 'word' || scene.phraseAt.has(i) || BE.has(token.norm) || HAVE.has(token.norm)) return null
    // "the head identified as Alo Maren"
    const named = token.norm === 'as' && /(?:ed|known)$/.test(tokens[i - 1]?.norm ?? '')
    if (isPreposition(token.norm) && token.norm !== 'of' && token.norm !== 'from' && !named) return null
  }
  return null
}

/** "arrested and questioned dozens of teachers": the object of two verbs. */
function joinedVerb(scene: Scene, j: number): Link | null {
  const { tokens } = scene
  if (tokens[j - 1]?.norm !== 'and' || !/(?:ed|t)$/.test(tokens[j]!.norm) || cueLemma(tokens[j]!.norm) !== null)
    return null
  const harm = scene.harmEnd.get(j - 1)
  if (harm === undefined || (harm.form !== 'past' && harm.form !== 'base') || isPassive(tokens, harm.from)) return null
  return {
    harm,
    how: `object of "${tokens[harm.from]!.norm}" and another`,
    strong: true,
    perpetratorAt: subjectOf(scene, harm.from),
  }
}

/** "the killing on Friday of six porters": the day between the noun and those it is of. */
function laterOf(scene: Scene, j: number): Link | null {
  const { tokens } = scene
  if (tokens[j]!.norm !== 'of' || !isTimeWord(tokens[j - 1]?.norm ?? '')) return null
  const on = tokens[j - 2]?.norm === 'on' ? j - 2 : tokens[j - 3]?.norm === 'on' ? j - 3 : j - 1
  const noun = scene.harmEnd.get(on)
  const act = noun === undefined ? ACTS.get(tokens[on - 1]?.norm ?? '') : undefined
  const harm: HarmHit | undefined =
    noun ?? (act && { effect: act[0], manner: act[1], form: 'deaths', from: on - 1, to: on })
  if (harm === undefined || harm.form === 'past') return null
  return { harm, how: `"${tokens[harm.from]!.norm} of"`, strong: true, perpetratorAt: null }
}

/** "a family of six", "a group of 40". */
const GATHERED = wordSet('group family crew team convoy delegation busload')

const SEARCHING = wordSet('searching search searched looking looked hunting')
/** "searching for another six" are missing; whoever else is sought came to no harm. */
function soughtFor(scene: Scene, phrase: CountedPhrase, j: number): Link | 'agent' | null {
  const { tokens } = scene
  if (tokens[j]!.norm !== 'for' || !SEARCHING.has(tokens[j - 1]?.norm ?? '') || phrase.harm !== null) return null
  const { from, numberFrom } = phrase.number
  const more = phrase.others || tokens.slice(from - 1, numberFrom).some(({ norm }) => norm === 'another')
  if (!more) return 'agent'
  const harm: HarmHit = { effect: 'missing', manner: null, form: 'deaths', from: j - 1, to: j }
  return { harm, how: '"searching for another"', strong: true, perpetratorAt: null }
}

export const hasLeft = (scene: Scene, k: number) => leftLink(scene, k) !== null

/** "the province hosts 1.7 million displaced people". */
const HOSTS = wordSet('sheltering hosting hosts host shelters')
const isUprooted = ({ harm }: CountedPhrase) => harm?.effect === 'displaced'

/** Those who were saved are no victims of what their noun names ("released 12 of the hostages"). */
const RELEASES = wordSet(
  'released releasing release freed freeing rescued rescuing rescue saved saving treated treating evacuated evacuating sheltering hosting hosts pardoned interviewed deployed recruited trained questioned resettled repatriated vaccinated fed feeding helped helping assist assisted',
)
