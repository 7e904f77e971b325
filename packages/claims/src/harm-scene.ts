/** A sentence prepared for reading its counts: phrases, words of harm, and the words that tell verbs apart. */

import type { Range } from './counted.ts'
import { cueLemma } from './cue.ts'
import type { Effect } from './figure.ts'
import type { HarmHit } from './harm.ts'
import { OTHER_VERBS } from './lexicon-en.ts'
import type { NumberMention } from './number.ts'
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** What a count counts. `none`: nothing is printed behind it. */
export type HeadKind = 'person' | 'harm' | 'unknown' | 'none' | 'rejected'

export interface CountedPhrase {
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

export interface Link {
  readonly harm: HarmHit
  readonly how: string
  readonly strong: boolean
  /** Who did it, where the link itself shows. */
  readonly perpetratorAt: Range | null
}

export interface Scene {
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

export const BE = wordSet(
  'is are was were be been being get got gets getting remain remains remained stay became lie lay',
)

export const HAVE = wordSet('have has had having')

export const MODAL = wordSet('will would can could may might must shall should')

export const ADVERBS = wordSet(
  'so far also now already still then there reportedly allegedly officially later since yesterday today not either all both just only even again soon back ever mostly mainly apparently probably likely possibly thus currently immediately instantly deliberately each currently',
)

export const ADJECTIVES = wordSet(
  'suspected armed unarmed displaced unidentified uniformed retired so-called wanted alleged disarmed wounded injured elderly young old aged married pregnant disabled trained foreign-backed iran-backed government-backed accused convicted masked gathered unnamed hundred assembled committed interned starving fleeing missing surviving serving visiting grieving sleeping praying protesting working living fighting serving opposing surrendering demobilised demobilized handcuffed blindfolded bound undocumented documented confirmed verified identified estimated reported registered recorded combined remaining uninvolved reported-civilian dismembered decomposed decomposing mutilated charred burned burnt bullet-riddled beheaded decapitated bloodied unclaimed exhumed recovered mangled tortured',
)

/** Nouns that name an act with its victims behind "of". */
export const ACTS: ReadonlyMap<string, readonly [Effect, 'unlawful' | null]> = new Map(
  (
    [
      ['killed', null, 'death deaths killing killings shooting slaying loss remains throats bones skeletons skulls'],
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

export function isPassive(tokens: readonly Token[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i < 5 && (ADVERBS.has(tokens[i]!.norm) || tokens[i]!.norm.endsWith('ly'))) i--
  return i >= 0 && BE.has(tokens[i]!.norm)
}

export function isPerfect(tokens: readonly Token[], at: number): boolean {
  let i = at - 1
  while (i >= 0 && at - i < 4 && (ADVERBS.has(tokens[i]!.norm) || tokens[i]!.norm.endsWith('ly'))) i--
  return i >= 0 && HAVE.has(tokens[i]!.norm)
}

export const IRREGULAR_PAST = wordSet(
  'went came took gave got made saw began fell ran stood sat kept led met brought thought became broke drove rose grew threw flew chose won sent built spent hit set put cut let said says told',
)

export function isOtherVerb(tokens: readonly Token[], i: number): boolean {
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
