/** Which counts of an English sentence are of people harmed, and how. */
import { cueLemma, subjectBefore } from './attribution.ts'
import type { Carry, Counted, Range } from './counted.ts'
import type { Effect, VictimCategory } from './figure.ts'
import { type HarmHit, harmsIn, NOT_VICTIMS, OTHER_VERBS, phraseCategory, victimCategory } from './lexicon-en.ts'
import { isDeterminer, isPreposition, isPronoun, isTimeWord, phraseStartingAt, speakerKind } from './mention.ts'
import type { NumberMention } from './number.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** What a count counts. `none`: nothing is printed behind it. */
type HeadKind = 'person' | 'harm' | 'unknown' | 'none' | 'rejected'

interface CountedPhrase {
  readonly number: NumberMention
  /** Index behind the phrase. */
  readonly to: number
  readonly kind: HeadKind
  /** The noun of harm that is the head ("deaths"), or the adjective before it ("dead civilians"). */
  readonly harm: HarmHit | null
  /** "of them", "of the dead": a part of something counted before. */
  readonly partitive: boolean
  readonly others: boolean
  readonly words: Range
}

interface Link {
  readonly harm: HarmHit
  readonly how: string
  readonly strong: boolean
  /** Who did it, where the link itself shows. */
  readonly perpetratorAt: Range | null
}

interface Scene {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: readonly PartyMatch[]
  readonly harms: readonly HarmHit[]
  /** Harm that begins at a token. */
  readonly harmAt: ReadonlyMap<number, HarmHit>
  /** Harm that ends before a token. */
  readonly harmEnd: ReadonlyMap<number, HarmHit>
  readonly phrases: readonly CountedPhrase[]
  /** The phrase whose number begins at a token. */
  readonly phraseAt: ReadonlyMap<number, number>
}

const BE = wordSet('is are was were be been being get got gets getting remain remains remained stay became lie lay')
const HAVE = wordSet('have has had having')
const MODAL = wordSet('will would can could may might must shall should')
const ADVERBS = wordSet(
  'so far also now already still then there reportedly allegedly officially later since yesterday today not either all both just only even again soon back ever mostly mainly apparently probably likely possibly thus currently immediately instantly deliberately each currently',
)
/** Between an auxiliary and the word of harm: "are believed to have been killed", "were found dead". */
const BRIDGES = wordSet(
  'reported confirmed believed feared found thought known presumed said listed left to have has been being be so far also either still now officially already reportedly allegedly declared counted among in the of its shot registered recorded documented verified estimated understood currently as going go gone forced among to confirmed verified had their his her made pronounced left',
)
const ADJECTIVES = wordSet(
  'suspected armed unarmed displaced unidentified uniformed retired so-called wanted alleged disarmed wounded injured elderly young old aged married pregnant disabled trained foreign-backed iran-backed government-backed accused convicted masked gathered unnamed hundred assembled committed interned starving fleeing missing surviving serving visiting grieving sleeping praying protesting working living fighting serving opposing surrendering demobilised demobilized handcuffed blindfolded bound undocumented documented confirmed verified identified estimated reported registered recorded combined remaining uninvolved reported-civilian',
)

/** Nouns that name an act with its victims behind "of". */
const ACTS: ReadonlyMap<string, readonly [Effect, 'unlawful' | null]> = new Map(
  (
    [
      ['killed', null, 'death deaths killing killings shooting slaying loss'],
      [
        'killed',
        'unlawful',
        'murder murders massacre massacres execution executions slaughter assassination assassinations beheading lynching',
      ],
      ['injured', null, 'wounding injury injuries injuring'],
      ['abducted', null, 'abduction abductions kidnapping kidnappings seizure capture'],
      ['detained', null, 'arrest arrests detention detentions imprisonment'],
      ['displaced', null, 'displacement displacing flight exodus expulsion deportation evacuation'],
      ['forcibly_disappeared', null, 'disappearance disappearances'],
      ['sexual_violence', null, 'rape rapes'],
      ['tortured', null, 'torture'],
    ] as const
  ).flatMap(([effect, manner, words]) => words.split(' ').map((word) => [word, [effect, manner] as const] as const)),
)

const TOLLS = phraseTable<readonly [Effect, 'unlawful' | null]>([
  [
    'death toll|death tolls|toll|number of dead|number of deaths|number of fatalities|number killed|number of people killed|number of those killed|body count|number of victims|number of the dead|number of civilians killed|number of killed|confirmed deaths|total deaths|total number of deaths|total killed|fatalities|the dead|death count|number of martyrs|number of bodies|total dead|deaths|count of the dead|total number of dead|total number of those killed|number of civilian deaths|civilian deaths|number of lives lost|number of children killed|the killed',
    ['killed', null],
  ],
  [
    'number of injured|number of wounded|number of people injured|injury toll|number of injuries|number of those injured|the wounded|the injured|injuries',
    ['injured', null],
  ],
  ['number of missing|number of people missing|number of those missing|the missing', ['missing', null]],
  [
    'number of displaced|number of displaced people|number of people displaced|number of idps|number of refugees|number of those displaced',
    ['displaced', null],
  ],
  [
    'casualty toll|number of casualties|casualties|casualty count|casualty figures|total casualties',
    ['killed_or_injured', null],
  ],
  [
    'number of arrests|number of detainees|number of people detained|number of those arrested|number of people arrested|number of those detained',
    ['detained', null],
  ],
  ['number of hostages|number of abductees', ['abducted', null]],
])
const TOLL_LINKS = wordSet(
  'to at of is was stands stood reached reaching hit hits hitting surpassed surpasses surpassing tops topped topping exceeds exceeded exceeding passed passes past crossed crosses climbed rises rose being reaches totalled totaled numbered were are as total totals nears neared approached approaches',
)

const INCLUSIONS = phraseTable<true>([
  [
    'including|includes|include|included|among them|among whom|of whom|of them|of these|of which|with|comprising|consisting of|among those|as well as a|amongst them|both|counting|made up of',
    true,
  ],
])

/** Every count of the sentence that is one of people harmed. `blocked` are token positions of dates and ages. */
export function englishFigures(
  text: string,
  tokens: readonly Token[],
  counts: readonly NumberMention[],
  known: readonly PartyMatch[],
  carry: Carry | null,
): Counted[] {
  const harms = harmsIn(tokens)
  const phrases = counts.map((number) => phraseOf(tokens, number, harms))
  const scene: Scene = {
    text,
    tokens,
    known,
    harms,
    harmAt: new Map(harms.map((hit) => [hit.from, hit])),
    harmEnd: new Map(harms.map((hit) => [hit.to, hit])),
    phrases,
    phraseAt: new Map(phrases.map((phrase, k) => [phrase.number.from, k])),
  }
  const links: (Link | null | 'agent')[] = phrases.map(() => null)
  const right = phrases.map((_, k) => rightLink(scene, k))
  const found: Counted[] = []
  const places: (number | null)[] = phrases.map(() => null)
  for (let k = 0; k < phrases.length; k++) {
    const phrase = phrases[k]!
    if (phrase.kind === 'rejected') continue
    const counted = decide(scene, k, right, links, places, carry)
    if (counted === null) continue
    places[k] = found.length
    found.push(counted)
  }
  return found
}

function decide(
  scene: Scene,
  k: number,
  right: readonly (Link | 'agent' | null)[],
  links: (Link | null | 'agent')[],
  places: readonly (number | null)[],
  carry: Carry | null,
): Counted | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const own = headLink(phrase)
  const left = leftLink(scene, k)
  const rightOwn = right[k]!
  const toll = left === null && own === null ? tollLink(scene, k) : null
  const inclusion = inclusionOf(scene, k, places)
  const before = k > 0 ? coordinated(scene, k, places) : null
  let link: Link | null = null
  let part: number | 'carried' | null = null
  let carried = false
  let unsure: string | null = null
  if (left !== null) link = left
  else if (rightOwn === 'agent') return null
  else if (
    rightOwn !== null &&
    (own === null || rightOwn.how !== 'subject') &&
    (inclusion === null || rightOwn.strong) &&
    !(own !== null && own.harm.form === 'deaths')
  )
    link = rightOwn
  else if (own !== null) link = own
  else if (toll !== null) link = toll
  else if (rightOwn !== null) link = rightOwn
  if (inclusion !== null) {
    part = inclusion
    if (link === null || (link.how === 'subject' && !link.strong)) {
      const whole = links[places.indexOf(inclusion)]
      if (whole !== null && whole !== undefined && whole !== 'agent')
        link = { ...whole, how: 'part of the count before' }
    }
  }
  if (link === null && before !== null) {
    const whole = links[before]
    if (whole !== null && whole !== undefined && whole !== 'agent')
      link = { ...whole, how: 'joined to the count before' }
  }
  if (link === null) {
    const listed = listedAmong(scene, k)
    if (listed !== null) {
      link = listed
      part = 'carried'
    }
  }
  if (link === null && carry !== null && carry.distance <= 3 && isCarried(scene, k)) {
    carried = true
    part = phrase.partitive || isCopula(scene, phrase) ? 'carried' : null
    const harm: HarmHit = {
      effect: carry.effect,
      manner: carry.manner,
      form: 'victims',
      from: phrase.number.from,
      to: phrase.to,
    }
    link = { harm, how: 'what the text counted before', strong: false, perpetratorAt: null }
    if (!phrase.partitive) unsure = 'the sentence itself names no harm; it is taken from the sentence before'
  }
  if (link === null) return null
  if (phrase.partitive && part === null && k > 0 && places[k - 1] !== null) part = places[k - 1]!
  if (phrase.partitive && part === null) part = 'carried'
  if (!accepted(scene, phrase, link, part !== null)) return null
  if (threatened(scene, link.harm)) return null
  links[k] = link
  const victims = victimsOf(scene, phrase, link)
  const carriedOver =
    link.how === 'what the text counted before' ||
    link.how === 'part of the count before' ||
    link.how === 'joined to the count before'
  let { effect, manner } = link.harm
  if (link.harm.form === 'victims' && !carriedOver) {
    const told = told_(scene, carry)
    if (told === null) return null
    effect = told.effect
    manner = told.manner
    unsure = unsure ?? (told.sure ? null : 'what befell the victims is taken from the text before')
  }
  const at = link.harm.from >= 0 && !carried ? ([link.harm.from, link.harm.to] as const) : null
  return {
    number: phrase.number,
    effect,
    manner: manner ?? mannerAround(tokens, link.harm),
    effectAt: at,
    victims: victims.category,
    victimsAt: victims.at,
    perpetratorAt: link.perpetratorAt ?? agentBehind(scene, link.harm),
    part,
    carried,
    rule: link.how,
    unsure,
  }
}

/** "executed without trial", "deliberately": stays with the word itself; here only "extrajudicially". */
function mannerAround(tokens: readonly Token[], harm: HarmHit): 'unlawful' | null {
  const before = tokens[harm.from - 1]?.norm
  return before === 'unlawfully' || before === 'extrajudicially' || before === 'arbitrarily' ? 'unlawful' : null
}

function told_(scene: Scene, carry: Carry | null): { effect: Effect; manner: 'unlawful' | null; sure: boolean } | null {
  const own = scene.harms.find((hit) => hit.form !== 'victims')
  if (own !== undefined) return { effect: own.effect, manner: own.manner, sure: true }
  const act = scene.tokens.find((token) => ACTS.has(token.norm))
  if (act !== undefined) {
    const [effect, manner] = ACTS.get(act.norm)!
    return { effect, manner, sure: true }
  }
  return carry === null ? null : { effect: carry.effect, manner: carry.manner, sure: false }
}

const headLink = (phrase: CountedPhrase): Link | null =>
  phrase.harm === null
    ? null
    : {
        harm: phrase.harm,
        how: phrase.harm.form === 'dead' || phrase.harm.form === 'past' ? 'adjective of the noun' : 'counted noun',
        strong: true,
        perpetratorAt: null,
      }

/** The noun phrase behind a count. */
function phraseOf(tokens: readonly Token[], number: NumberMention, harms: readonly HarmHit[]): CountedPhrase {
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
    if (number.form !== 'vague' && tokens[i + 1] !== undefined && !isDeterminer(next)) return make(number.to, 'none')
    if (isDeterminer(next)) partitive = number.vagueWord === null || number.vagueWord === 'handful'
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
      if (harm.form === 'deaths' || harm.form === 'victims') {
        if (head >= 0 && head < i - 1 && harm.form === 'deaths' && token.norm !== 'casualties') break
        return make(harm.to, 'harm', harm)
      }
      if ((harm.form === 'dead' || harm.form === 'past') && head < 0 && victimSoon(tokens, harm.to, 2)) {
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
    if (NOT_VICTIMS.has(token.norm)) {
      if (victimSoon(tokens, i + 1, 1)) continue
      if (head < 0) return make(i + 1, 'rejected')
      break
    }
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
      if (head >= 0) break
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
      if (!ADJECTIVES.has(token.norm) || !victimSoon(tokens, i + 1, 3)) break
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
    return plural ? make(unknown + 1, 'unknown') : make(number.to, 'none')
  }
  return make(number.to, 'none')
}

function victimSoon(tokens: readonly Token[], from: number, reach: number): boolean {
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

const CURRENCY = new Set(['$', '€', '£', '¥', '₦', '₹'])
const NUMBERED = wordSet(
  'no number resolution article chapter section page act protocol group channel flight highway route day phase gate room building line version aged age article sector block camp unit brigade battalion division regiment point verse radio area zone district order decree law at#',
)

/** Money, shares, ages, clock times, names with a number: whatever can be told beside the number itself. */
function isMeasure(tokens: readonly Token[], number: NumberMention): boolean {
  const next = tokens[number.to]
  const before = tokens[number.from - 1]
  const prior = tokens[number.numberFrom - 1]
  if (next !== undefined) {
    if (next.text === '%' || next.text === '°' || CURRENCY.has(next.text)) return true
    if (
      next.norm === 'percent' ||
      next.norm === 'per' ||
      next.norm === 'a.m' ||
      next.norm === 'p.m' ||
      next.norm === 'am' ||
      next.norm === 'pm' ||
      next.norm === 'gmt'
    )
      return true
    if (next.text === '/' || (next.text === ':' && tokens[number.to + 1]?.kind === 'number')) return true
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

/** The word of harm that precedes the count and takes it as its object: "killing 12", "the deaths of 12". */
function leftLink(scene: Scene, k: number): Link | null {
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
  // "killed, it said, 12": skipped on purpose
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

function isPassive(tokens: readonly Token[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i < 5 && (ADVERBS.has(tokens[i]!.norm) || tokens[i]!.norm.endsWith('ly'))) i--
  return i >= 0 && BE.has(tokens[i]!.norm)
}

function isPerfect(tokens: readonly Token[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i < 4 && (ADVERBS.has(tokens[i]!.norm) || tokens[i]!.norm.endsWith('ly'))) i--
  return i >= 0 && HAVE.has(tokens[i]!.norm)
}

const EVENTS = wordSet(
  'clashes clash violence fighting attack attacks strike strikes airstrike airstrikes raid raids explosion explosions blast blasts bombing bombings shelling war conflict earthquake flood floods fire operation offensive ambush crackdown unrest protests incident shooting shootings assault bombardment missile missiles drone drones rocket rockets bomb bombs gunfire disaster storm cyclone collapse stampede massacre siege it they that which this he she toll number campaign famine outbreak disease accident crash mine mines landmine landmines shell shells grenade barrage bombardments hostilities bloodshed',
)

/** Who stands as subject before the verb of harm. */
function subjectOf(scene: Scene, verb: number): Range | null {
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
function agentBehind(scene: Scene, harm: HarmHit): Range | null {
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

/** The word of harm that follows the count: "12 people … were killed", "12 dead", "12 wounded". */
function rightLink(scene: Scene, k: number, depth = 0): Link | 'agent' | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  if (phrase.kind === 'rejected' || depth > 6) return null
  let fallback: Link | null = null
  let reduced = false
  let crossed = false
  const start = phrase.to
  let i = start
  for (let guard = 0; i < tokens.length && guard < 60; guard++) {
    const token = tokens[i]!
    const harm = scene.harmAt.get(i)
    if (harm !== undefined) {
      const near = i - start <= 1
      switch (harm.form) {
        case 'past': {
          if (isPerfect(tokens, i)) return 'agent'
          const passive = isPassive(tokens, i)
          if (!passive && objectFollows(scene, harm.to)) return k === 0 || near ? 'agent' : fallback
          if (reduced && !passive) return fallback
          if (crossed && !passive) return fallback
          return { harm, how: 'subject', strong: near || passive, perpetratorAt: null }
        }
        case 'died': {
          const participle = /ing$/.test(tokens[harm.from]!.norm)
          if (participle && harm.effect === 'displaced') {
            fallback = fallback ?? { harm, how: 'subject', strong: near, perpetratorAt: null }
            i = harm.to
            reduced = true
            continue
          }
          if (reduced && fallback === null && !HAVE.has(tokens[i - 1]?.norm ?? '')) return null
          return { harm, how: 'subject', strong: true, perpetratorAt: null }
        }
        case 'dead':
          return reduced && fallback !== null
            ? fallback
            : { harm, how: 'subject', strong: near || isPassive(tokens, i), perpetratorAt: null }
        case 'base':
        case 'ing':
          return harm.form === 'ing' && !near ? fallback : 'agent'
        default:
          i = harm.to
          continue
      }
    }
    if (BE.has(token.norm) || HAVE.has(token.norm) || MODAL.has(token.norm)) {
      const predicate = predicateAfter(scene, i + 1)
      if (predicate === 'agent') return 'agent'
      return predicate ?? fallback
    }
    if (token.kind === 'mark') {
      const next = afterMark(scene, i)
      if (next === null) return fallback
      i = next
      continue
    }
    if (token.norm === 'who' || token.norm === 'that' || token.norm === 'whom') {
      i++
      continue
    }
    if (
      [
        'but',
        'while',
        'when',
        'as',
        'after',
        'before',
        'because',
        'since',
        'until',
        'if',
        'where',
        'so',
        'although',
        'though',
        'than',
        'whereas',
        'which',
      ].includes(token.norm)
    )
      return fallback
    if (token.norm === 'and' || token.norm === 'or') {
      const next = numberSoon(scene, i + 1)
      if (next !== null) {
        const shared = rightLink(scene, next, depth + 1)
        return shared !== null && shared !== 'agent' && shared.strong && !hasLeft(scene, next) ? shared : fallback
      }
      crossed = true
      i++
      continue
    }
    const other = scene.phraseAt.get(i)
    if (other !== undefined && other !== k) {
      if (isPreposition(tokens[i - 1]?.norm ?? '')) {
        i = scene.phrases[other]!.to
        continue
      }
      return fallback
    }
    if (!token.capital && i > start - 1 && isOtherVerb(tokens, i)) {
      if (i - start <= 1 && !reduced) {
        reduced = true
        i++
        continue
      }
      if (!reduced) return fallback
      i++
      continue
    }
    i++
  }
  return fallback
}

const IRREGULAR_PAST = wordSet(
  'went came took gave got made saw began fell ran stood sat kept led met brought thought became broke drove rose grew threw flew chose won sent built spent hit set put cut let said says told',
)
function isOtherVerb(tokens: readonly Token[], i: number): boolean {
  const { norm } = tokens[i]!
  if (IRREGULAR_PAST.has(norm) || OTHER_VERBS.has(norm) || (cueLemma(norm) !== null && norm !== 'put')) return true
  return (
    /(?:[^e]ed|ing)$/.test(norm) &&
    !ADJECTIVES.has(norm) &&
    norm !== 'during' &&
    norm !== 'including' &&
    norm !== 'following' &&
    norm !== 'morning' &&
    norm !== 'evening' &&
    norm !== 'fighting' &&
    norm !== 'building' &&
    norm !== 'shelling' &&
    norm !== 'bombing'
  )
}

/** The predicate behind an auxiliary. */
function predicateAfter(scene: Scene, from: number): Link | 'agent' | null {
  const { tokens } = scene
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const harm = scene.harmAt.get(i)
    if (harm !== undefined) {
      if (harm.form === 'base' || harm.form === 'ing') return 'agent'
      if (harm.form === 'past' && !isPassive(tokens, i) && isPerfect(tokens, i))
        return objectFollows(scene, harm.to) || tokens[harm.to]?.kind === 'word' ? 'agent' : null
      if (harm.form === 'past' && BE.has(tokens[i - 1]?.norm ?? '') && tokens[i - 1]!.norm === 'being')
        return { harm, how: 'subject', strong: true, perpetratorAt: null }
      return { harm, how: 'subject', strong: true, perpetratorAt: null }
    }
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (token.text === ',') {
        const close = closing(tokens, i, ',', 12)
        if (close !== null) {
          i = close
          continue
        }
      }
      if (token.text === '"' || token.text === '“' || token.text === "'" || token.text === '‘') continue
      return null
    }
    if (
      BE.has(token.norm) ||
      HAVE.has(token.norm) ||
      MODAL.has(token.norm) ||
      ADVERBS.has(token.norm) ||
      BRIDGES.has(token.norm) ||
      token.norm.endsWith('ly') ||
      isTimeWord(token.norm)
    )
      continue
    if (token.norm === 'members' || token.norm === 'on') continue
    return null
  }
  return null
}

/** Whether a verb's object follows, which makes the verb active. */
function objectFollows(scene: Scene, at: number): boolean {
  const { tokens } = scene
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark') return false
  if (scene.phraseAt.has(at)) {
    const phrase = scene.phrases[scene.phraseAt.get(at)!]!
    return phrase.kind !== 'rejected' && phrase.kind !== 'none'
  }
  if (isDeterminer(next.norm)) return !isTimeWord(tokens[at + 1]?.norm ?? '')
  return victimCategory(next.norm) !== null || ((next.norm === 'dozens' || next.norm === 'hundreds') && true)
}

/** Where to go on behind a comma, bracket or dash; null where the clause ends. */
function afterMark(scene: Scene, i: number): number | null {
  const { tokens } = scene
  const { text } = tokens[i]!
  if (text === '(' || text === '[') {
    const close = closing(tokens, i, text === '(' ? ')' : ']', 40)
    return close === null ? null : close + 1
  }
  if (text === '"' || text === '“' || text === '”' || text === "'" || text === '’' || text === '‘') return i + 1
  if (text !== ',' && text !== '–' && text !== '—' && text !== '-') return null
  const next = tokens[i + 1]
  if (next === undefined) return null
  if (next.norm === 'who') return i + 1
  if (text === ',') {
    const verb = behindList(scene, i + 1)
    if (verb !== null) return verb
  }
  for (let j = i + 1; j < tokens.length && j - i < 34; j++) {
    const token = tokens[j]!
    if (token.text === ';' || token.text === ':') return null
    if (token.text !== text) continue
    let m = j + 1
    while (m < tokens.length && (ADVERBS.has(tokens[m]!.norm) || tokens[m]!.norm.endsWith('ly'))) m++
    const after = tokens[m]
    if (after === undefined) return null
    if (BE.has(after.norm) || HAVE.has(after.norm) || MODAL.has(after.norm)) return m
    const harm = scene.harmAt.get(m)
    if (harm !== undefined && (harm.form === 'died' || harm.form === 'past' || harm.form === 'dead')) return m
    if (text !== ',') return null
  }
  return null
}

/** "protesters and journalists, rights defenders and students were …": the auxiliary behind a list of nouns. */
function behindList(scene: Scene, from: number): number | null {
  const { tokens } = scene
  let nouns = 0
  for (let i = from; i < tokens.length && i - from < 12; i++) {
    const token = tokens[i]!
    if (BE.has(token.norm) || HAVE.has(token.norm)) return nouns > 0 ? i : null
    if (token.text === ',' || token.norm === 'and') continue
    if (
      token.kind !== 'word' ||
      isPreposition(token.norm) ||
      isPronoun(token.norm) ||
      scene.harmAt.has(i) ||
      scene.phraseAt.has(i) ||
      isDeterminer(token.norm) ||
      isOtherVerb(tokens, i)
    )
      return null
    if (victimCategory(token.norm) !== null) nouns++
  }
  return null
}

function closing(tokens: readonly Token[], from: number, mark: string, limit: number): number | null {
  for (let j = from + 1; j < tokens.length && j - from < limit; j++) if (tokens[j]!.text === mark) return j
  return null
}

function numberSoon(scene: Scene, from: number): number | null {
  for (let i = from; i < from + 3; i++) {
    const k = scene.phraseAt.get(i)
    if (k !== undefined) return k
    const norm = scene.tokens[i]?.norm
    if (norm === undefined || !['a', 'an', 'another', 'the', 'further', 'additional', 'also', 'some'].includes(norm))
      return null
  }
  return null
}

const hasLeft = (scene: Scene, k: number) => leftLink(scene, k) !== null

/** "the death toll has risen to 45", "puts the dead at 231". */
function tollLink(scene: Scene, k: number): Link | null {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  const at = phrase.number.from
  let j = at - 1
  while (
    j >= 0 &&
    at - j < 5 &&
    ['a', 'the', 'least', 'more', 'now', 'total', 'of', 'from', 'some', 'current', 'new'].includes(tokens[j]!.norm) &&
    tokens[j]!.norm !== 'of'
  )
    j--
  const link = tokens[j]
  if (link === undefined) return null
  const colon = link.text === ':'
  const from = link.norm === 'from' || tokens[at - 1]?.norm === 'from'
  if (!colon && !from && !TOLL_LINKS.has(link.norm)) return null
  for (let i = j; i >= 0 && j - i < 26; i--) {
    if (tokens[i]!.text === ';' || tokens[i]!.text === '.') return null
    const match = TOLLS.at(tokens, i)
    if (match === null || match.to > j + (colon ? 1 : 0) + (link.norm === 'of' ? 1 : 0)) continue
    const word = tokens[match.to - 1]!.norm
    const plainNoun = word === 'deaths' || word === 'injuries' || word === 'casualties' || word === 'fatalities'
    if (
      plainNoun &&
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
    const [effect, manner] = match.value
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

/** A verb between toll and number that is none of a toll's own. */
function isOverVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const { norm } = tokens[i]!
    if (norm === 'when' || norm === 'after' || norm === 'while') return true
    if (
      IRREGULAR_PAST.has(norm) &&
      !['rose', 'grew', 'hit', 'put', 'set', 'said', 'says', 'fell', 'came'].includes(norm)
    )
      return true
  }
  return false
}

/** "including 12 children", "seven children among them", "(134 men": the count of this sentence it belongs to. */
function inclusionOf(scene: Scene, k: number, places: readonly (number | null)[]): number | null {
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
    if (token.text === '(' && start - i <= 2) opened = true
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

/** "Of the 410 bodies found, …" */
function ofThose(scene: Scene, k: number): boolean {
  const at = scene.phrases[k]!.number.from
  const before = scene.tokens[at - 1]?.norm
  return (
    (before === 'the' || before === 'those' || before === 'of') &&
    (scene.tokens[at - 2]?.norm === 'of' || before === 'of') &&
    at <= 4
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
function coordinated(scene: Scene, k: number, places: readonly (number | null)[]): number | null {
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
])

/** "the dead include 12 children", "among the victims were two nurses", "those killed were three brothers". */
function listedAmong(scene: Scene, k: number): Link | null {
  const { tokens } = scene
  const start = scene.phrases[k]!.number.from
  let verb = -1
  for (let i = start - 1; i >= 0 && start - i < 16; i--) {
    const { norm, text } = tokens[i]!
    if (text === ';' || text === ':') return null
    if (
      ['include', 'includes', 'included', 'including', 'were', 'was', 'are', 'comprised', 'is'].includes(norm) &&
      verb < 0
    )
      verb = i
    const collective = COLLECTIVE.get(norm)
    if (collective !== undefined && verb > i) {
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

function isCopula(scene: Scene, phrase: CountedPhrase): boolean {
  const next = scene.tokens[phrase.to]?.norm
  return next === 'were' || next === 'are' || next === 'was' || next === 'is'
}

/** Whether a count without a word of harm speaks of those counted before: "of them", "it counts 440 residents". */
function isCarried(scene: Scene, k: number): boolean {
  const { tokens } = scene
  const phrase = scene.phrases[k]!
  if (phrase.partitive && phrase.kind === 'none') {
    const next = tokens[phrase.to]
    if (next === undefined || next.kind === 'mark') return true
    return BE.has(next.norm) || victimSoon(tokens, phrase.to, 3)
  }
  if (phrase.kind !== 'person') return false
  const before = tokens[phrase.number.from - 1]?.norm ?? ''
  const lemma = cueLemma(before)
  return (
    lemma === 'count' ||
    lemma === 'document' ||
    lemma === 'record' ||
    lemma === 'identify' ||
    lemma === 'list' ||
    lemma === 'tally' ||
    namesOf(tokens, phrase.number.from)
  )
}

/** "the names of 238 people", "a list of 240 victims". */
function namesOf(tokens: readonly Token[], at: number): boolean {
  return (
    tokens[at - 1]?.norm === 'of' && ['names', 'name', 'identities', 'identity'].includes(tokens[at - 2]?.norm ?? '')
  )
}

/** Weak heads need strong links. */
function accepted(scene: Scene, phrase: CountedPhrase, link: Link, part: boolean): boolean {
  const { number } = phrase
  const immediate =
    link.strong ||
    link.how.startsWith('object') ||
    link.how.startsWith('toll') ||
    link.how.startsWith('joined') ||
    link.how.startsWith('part') ||
    link.how.startsWith('what')
  if (number.value === 0) return false
  if (number.value === 1 && number.valueMax === null) {
    if (phrase.kind === 'harm') return number.form === 'words' || number.form === 'digits'
    if (phrase.kind !== 'person' && !(phrase.kind === 'none' && link.harm.from === phrase.to)) return false
    if (scene.tokens[number.numberFrom]?.norm === 'one' && phrase.partitive && phrase.kind !== 'none')
      return link.strong
  }
  if (phrase.kind === 'person' || phrase.kind === 'harm')
    return link.how !== 'subject' || link.strong || isClose(phrase, link)
  if (phrase.kind === 'unknown') {
    const token = scene.tokens[phrase.to - 1]!
    if (
      link.harm.effect !== 'killed' &&
      link.harm.effect !== 'injured' &&
      !token.capital &&
      !['detained', 'abducted', 'displaced'].includes(link.harm.effect)
    )
      return false
    return immediate
  }
  if (part) return true
  if (link.how === 'subject') return link.harm.from - phrase.to <= 4 && link.strong
  return immediate
}

const isClose = (phrase: CountedPhrase, link: Link) => link.harm.from - phrase.to <= 40

const PLANS = wordSet(
  'plot plan plans planned plotted threatened threatening vowed vows plotting intended wanted tried trying attempted attempting order ordered orders conspired conspiring threat sought',
)
/** "vowed to kill 12": nobody was harmed. */
function threatened(scene: Scene, harm: HarmHit): boolean {
  const { tokens } = scene
  if (harm.form !== 'base' || tokens[harm.from - 1]?.norm !== 'to') return false
  for (let i = harm.from - 2; i >= 0 && harm.from - i < 5; i--) if (PLANS.has(tokens[i]!.norm)) return true
  return false
}

/** The victims' words, and the category they state. */
function victimsOf(scene: Scene, phrase: CountedPhrase, link: Link): { category: VictimCategory; at: Range | null } {
  const { tokens } = scene
  let [from, to] = phrase.words
  if (phrase.kind === 'none') {
    // "12 of them civilians", "745 of them were civilians", "the dead among security personnel at 231"
    if (phrase.partitive) {
      let i = phrase.to
      while (i < tokens.length && (BE.has(tokens[i]!.norm) || ADVERBS.has(tokens[i]!.norm))) i++
      const start = i
      while (
        i < tokens.length &&
        i - start < 4 &&
        tokens[i]!.kind === 'word' &&
        !isPreposition(tokens[i]!.norm) &&
        !scene.harmAt.has(i)
      )
        i++
      const words = tokens.slice(start, i).map((token) => token.norm)
      if (words.some((word) => victimCategory(word) !== null))
        return { category: phraseCategory(words), at: [start, i] }
    }
    if (link.how.startsWith('toll')) {
      const between = tokens.slice(link.harm.from, phrase.number.from).map((token) => token.norm)
      if (
        between.some(
          (word) => victimCategory(word) !== null && word !== 'dead' && word !== 'injured' && word !== 'wounded',
        )
      )
        return { category: phraseCategory(between), at: null }
    }
    return { category: 'people', at: null }
  }
  const words = tokens.slice(from, to).map((token) => token.norm)
  // "members of the security forces"
  let extended = to
  if (
    tokens[to]?.norm === 'of' &&
    ['members', 'member', 'personnel', 'officers', 'soldiers'].includes(tokens[to - 1]?.norm ?? '')
  ) {
    const inner = phraseStartingAt(tokens, to + 1)
    if (inner !== null) extended = inner[1]
  }
  const category = phraseCategory(tokens.slice(from, extended).map((token) => token.norm))
  while (from < to - 1 && (words[from - phrase.words[0]] === 'of' || words[from - phrase.words[0]] === 'the')) from++
  to = extended
  // ", mostly Alawites"
  if (
    tokens[to]?.text === ',' &&
    ['mostly', 'mainly', 'nearly', 'primarily', 'largely', 'most', 'many', 'all', 'predominantly', 'almost'].includes(
      tokens[to + 1]?.norm ?? '',
    )
  ) {
    let i = to + 1
    while (
      i < tokens.length &&
      i - to < 9 &&
      tokens[i]!.kind === 'word' &&
      !BE.has(tokens[i]!.norm) &&
      !HAVE.has(tokens[i]!.norm)
    )
      i++
    return { category, at: [from, i] }
  }
  return { category, at: from < to ? [from, to] : null }
}
