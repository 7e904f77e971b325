/** Wounds that a verb and its noun tell with words between: "sustained minor injuries", "treated for gunshot wounds". */
import type { HarmHit } from './harm.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const SUFFERING = phraseTable<'died' | 'dead'>([
  [
    'sustained|sustain|sustains|sustaining|suffered|suffer|suffers|suffering|suffering from|endured|incurred|received|receives|receiving|receive|have|has|had|having|escaped with|escape with|got away with|nursing|nursed|came away with',
    'died',
  ],
  [
    'treated for|treatment for|operated on for|hospitalised with|hospitalized with|hospitalised for|hospitalized for|taken to hospital with|rushed to hospital with|admitted with|left with',
    'dead',
  ],
])
const WOUNDS = wordSet(
  'injury injuries wound wounds burn burns fracture fractures trauma concussion concussions laceration lacerations amputations',
)
const STRUCK = phraseTable<true>([['hit by|struck by|hit with', true]])
const MISSILES = wordSet('bullet bullets pellet pellets ammunition rounds gunfire shrapnel canister canisters gas')
/** How many words describe the wound: "serious gunshot", "varying degrees of". */
const BETWEEN = 4

/** The word of harm that begins at token `at`, where a verb of suffering has a wound for its object. */
export function woundedAt(tokens: readonly Token[], at: number): HarmHit | null {
  const struck = STRUCK.at(tokens, at)
  // "hit by rubber bullets", "struck by live ammunition"
  for (let i = struck?.to ?? tokens.length; i < tokens.length && i - at <= BETWEEN && tokens[i]!.kind === 'word'; i++)
    if (MISSILES.has(tokens[i]!.norm)) return { effect: 'injured', manner: null, form: 'past', from: at, to: i + 1 }
  const verb = SUFFERING.at(tokens, at)
  if (verb === null) return null
  // "have no injuries"
  if (/^(?:no|not|never|any|few|fewer)$/.test(tokens[verb.to]?.norm ?? '')) return null
  for (let i = verb.to; i < tokens.length && i - verb.to <= BETWEEN; i++) {
    if (WOUNDS.has(tokens[i]!.norm)) return { effect: 'injured', manner: null, form: verb.value, from: at, to: i + 1 }
    if (tokens[i]!.kind !== 'word') return null
  }
  return null
}
