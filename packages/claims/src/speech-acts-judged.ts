/** What a judgement of a stretch of English is, and who in it can be blamed for a wrong. */
import type { ClaimKind } from './claim.ts'
import { isCountry, isNational } from './claims-names.ts'
import { type Mention, speakerKind } from './mention.ts'
import { UNARMED } from './speech-acts-words.ts'
import type { Token } from './token.ts'

/** Token range of a unit. */
export type Range = readonly [number, number]

export interface Judged {
  readonly kind: ClaimKind
  /** The rule, for people. */
  readonly rule: string
  readonly target: Mention | null
  readonly addressee: Mention | null
  readonly unsure: string | null
}

/** A kind and its rule, with who is blamed or addressed where that is known. */
export const settled = (kind: ClaimKind, rule: string, more: Partial<Judged> = {}): Judged => ({
  kind,
  rule,
  target: null,
  addressee: null,
  unsure: null,
  ...more,
})

/** Those who do wrongs and answer for them, beside the bodies that speak. */
export const ACTOR_NOUNS = new Set(
  'enemy foe adversary occupiers backers force forces troops soldiers fighters gunmen militants militiamen militia militias rebels insurgents loyalists supporters settlers attackers assailants perpetrators remnants gangs gang gangsters army police regime government authorities paramilitaries mercenaries brigade brigades battalion battalions regiment regiments division unit units squad squads group groups factions terrorists extremists jihadists separatists secessionists nationalists islamists salafists royalists supremacists pirates bandits mob mobs armed_men men warplanes drones jets aircraft artillery tribesmen herders vigilantes guards officers agents commanders state side parties party leaders officials'.split(
    ' ',
  ),
)

const STRIKES =
  /^(?:shelling|strikes?|airstrikes?|air-strikes?|attacks?|bombs?|bombing|bombardment|missiles?|rockets?|drones?|fire|raids?|artillery|shells?)$/

/** Whether a phrase names somebody who can act: a party, a person, a body or a group. */
export function actorial(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.party !== null || mention.person !== null) return true
  if (mention.to - mention.from === 1 && isCountry(tokens[mention.from]!.text)) return true
  // "Malian shelling": a country's deed stands for the country
  if (
    STRIKES.test(tokens[mention.to - 1]!.norm) &&
    tokens.slice(mention.from, mention.to).some(({ text }) => isNational(text))
  )
    return true
  for (let i = mention.from; i < mention.to; i += 1) {
    const { norm } = tokens[i]!
    if (i > mention.from && /^(?:for|against|over|about|into)$/.test(norm)) return false
    if (speakerKind(norm) !== null || ACTOR_NOUNS.has(norm)) return true
  }
  return false
}

/** Witnesses, families and the like are not what an accusation is about. */
export function sufferer(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.party !== null || mention.person !== null) return false
  const last = tokens[mention.to - 1]!.norm
  const kind = speakerKind(last)
  return UNARMED.has(last) || kind === 'witness' || kind === 'hospital' || kind === 'community'
}

export const BE = new Set('is are was were be been being'.split(' '))
/** Words by which a speaker speaks of itself and its own. */
export const OWN = new Set('it its they their he his she her we our us i my'.split(' '))

/** The words without their quotation marks, which may stand inside a phrase: a "provocation". */
export const unmarked = (words: string): string => words.replace(/["“”‘’«»]/g, '')
