/** What an English verb of speech does by the words right behind it. */
import { isDeterminer, speakerKind } from './mention.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, LEGAL } from './speech-acts-words.ts'
import type { Token } from './token.ts'

const ALLEGED =
  /^(?:accusation|allegation|claim|report|charge|figure|responsibilit|involvement|suggestion|criticism|finding|assertion|accus|notion|narrative|toll|denial)/

/** Those whose identity is blame. */
const DOERS =
  /^(?:fighters?|gunm[ae]n|attackers?|killers?|perpetrators?|assailants?|shooters?|culprits?|raiders?|militiam[ae]n|executioners?|snipers?|abductors?|arsonists?)$/

/** "point out", "call on", "call for" take their particle along. */
export function particle(tokens: readonly Token[], i: number, lemma: string): number {
  const next = tokens[i + 1]?.norm ?? ''
  if (lemma === 'call' && /^(?:on|for|upon)$/.test(next)) return 1
  if (lemma === 'point' && next === 'out') return 1
  if (lemma === 'speak' && next === 'of') return 1
  if (lemma === 'appeal' && /^(?:for|to)$/.test(next)) return 1
  return 0
}

/** What a cue does by the words right behind it; null where it is no cue here. */
export function actHere(unit: Unit, i: number, act: Act, lemma: string): Act | null {
  const { tokens } = unit
  const next = tokens[i + 1]?.norm ?? ''
  const window = tokens.slice(i + 1, i + 14)
  const has = (pattern: RegExp, reach: number): boolean =>
    window.slice(0, reach).some((token) => pattern.test(token.norm))
  switch (lemma) {
    case 'call':
      if (/^(?:on|for|upon)$/.test(next)) return 'demand'
      if (LEGAL.test(window.map((token) => token.text).join(' '))) return 'label'
      if (has(/^(?:invention|fabrication|fiction|hoax|lies?|baseless|untrue|nonsense)$/, 10)) return 'label'
      return window.some(
        (token, k) => k < 12 && (token.text === '"' || token.text === '“' || token.text === "'" || token.text === '‘'),
      ) &&
        next !== 'in' &&
        next !== 'off' &&
        next !== 'it'
        ? 'label'
        : null
    case 'appeal':
      return /^(?:for|to|on)$/.test(next) ? 'demand' : null
    case 'speak':
      return next === 'of' ? (has(/^as$/, 10) ? 'label' : 'say') : null
    case 'ask':
    case 'request':
      if (lemma === 'ask' && !asksSomebody(unit, i)) return null
      return has(/^(?:to|for)$/, 10) &&
        !/^(?:about|whether|if|how|not)$/.test(next) &&
        !has(/^(?:whether|if|how|about)$/, 4)
        ? 'demand'
        : null
    case 'order':
    case 'summon':
    case 'instruct':
    case 'press':
      return null
    case 'urge':
    case 'exhort':
      return next === 'to' || next === 'by' ? null : act
    case 'commit':
      return next === 'to' || (/^(?:itself|himself|herself|themselves)$/.test(next) && tokens[i + 2]?.norm === 'to')
        ? 'commit'
        : null
    case 'agree':
      return next === 'to' ? 'commit' : null
    case 'accuse':
      return next === 'of' || next === '' || /^[.,;]$/.test(next) ? null : act
    case 'blame':
      return next === 'for' ? null : act
    case 'criticise':
    case 'criticize':
    case 'fault':
    case 'implicate':
      return next === 'for' || next === 'in' || next === 'as' ? null : act
    case 'attribute':
      return has(/^to$/, 12) ? act : null
    case 'hold_responsible':
      return has(/^(?:responsible|accountable)$/, 12) && !has(/^(?:be|been)$/, 3) ? 'accuse' : null
    case 'identify': {
      const as = window.findIndex((token) => token.norm === 'as')
      return as > 0 && as < 12 && window.slice(0, as).some((token) => DOERS.test(token.norm)) ? act : null
    }
    case 'complain':
      return act
    case 'reject':
    case 'dismiss':
      if (/^(?:this|that|it)$/.test(next) && window[1]?.kind !== 'word') return act
      return window.some((token) => ALLEGED.test(token.norm)) ? act : null
    case 'deny':
      // "denied them burial", "denied access": withheld, not denied
      return /^(?:them|him|her|us|me|people|access|entry|families|visas|medical|food|aid|water|civilians)$/.test(next)
        ? null
        : act
    case 'dispute':
    case 'refute':
      return act
    case 'describe':
      return has(/^as$/, 12) ? 'label' : 'say'
    case 'maintain':
      return /^(?:that|it|they|he|she|its|their|his|her|there)$/.test(next) || unit.quoted[i + 1] !== -1 || next === ''
        ? act
        : null
    case 'claim':
      return has(/^(?:lives|life|victims)$/, 4) ? null : act
    case 'slam':
      return next === 'into' ? null : act
    case 'tell':
      return next === 'of' || next === 'how' ? 'say' : act
    case 'find':
    case 'believe':
    case 'predict':
    case 'observe':
    case 'document':
    case 'comment':
    case 'post':
    case 'respond':
    case 'reply':
      return next === 'that' || /^["“:]$/.test(tokens[i + 1]?.text ?? '') ? act : null
    case 'say':
      return next === 'to' && /^(?:be|have)$/.test(tokens[i + 2]?.norm ?? '') ? null : act
    case 'suggest':
    case 'indicate':
    case 'reveal':
    case 'recall':
    case 'repeat':
    case 'signal':
    case 'lament':
      return act
    case 'read':
      return unit.quotes.length > 0 ? act : null
    case 'point':
      return next === 'out' ? act : null
    default:
      return act
  }
}

/** "asked the ministry to", "asked for": not "asked 5 million". */
function asksSomebody(unit: Unit, i: number): boolean {
  const [first, second] = [unit.tokens[i + 1], unit.tokens[i + 2]]
  if (first === undefined || first.kind !== 'word') return false
  if (first.norm === 'for' || first.capital || speakerKind(first.norm) !== null) return true
  return isDeterminer(first.norm) && second?.kind === 'word'
}
