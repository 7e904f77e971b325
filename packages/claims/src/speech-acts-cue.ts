/** What an English verb of speech does by the words right behind it. */
import { isDeterminer, speakerKind } from './mention.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, CONDEMNING, LEGAL, PROMISED, REPROACH } from './speech-acts-words.ts'
import type { Token } from './token.ts'

const ALLEGED =
  /^(?:accusation|allegation|claim|report|charge|figure|responsibilit|involvement|suggestion|criticism|finding|assertion|accus|notion|narrative|toll|denial|explanation|account|version|story|idea)/

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
    case 'brand':
    case 'label':
    case 'term':
    case 'dub':
    case 'deem':
      return judges(unit, i) ? act : null
    case 'characterise':
    case 'characterize':
    case 'portray':
    case 'regard':
    case 'view':
      return has(/^as$/, 12) && judges(unit, i) ? act : null
    case 'charge':
      return next === 'that' ? act : null
    case 'welcome':
    case 'regret':
    case 'hail':
    case 'push':
    case 'encourage':
    case 'submit':
    case 'rule':
    case 'judge':
    case 'assess':
    case 'counter':
    case 'relate':
    case 'hint':
    case 'cry':
    case 'shout':
    case 'joke':
    case 'whisper':
    case 'shrug':
    case 'refuse':
    case 'want':
    case 'propose':
    case 'recommend':
    case 'assure':
    case 'intend':
    case 'plead':
      return otherwise(unit, i, lemma)
    case 'insist':
      return next === 'on' && !/^(?:its|their|his|her|the)$/.test(window[1]?.norm ?? '') ? 'demand' : act
    case 'brush':
    case 'wave':
      return has(/^(?:aside|off|away)$/, 8) && (has(ALLEGED, 10) || has(/^as$/, 10)) ? act : null
    case 'write':
      return next === 'to' && !has(/^that$/, 12) && unit.quotes.length === 0 ? null : act
    case 'scoff':
      return next === 'at' ? act : null
    case 'consider':
    case 'accept':
      return next === 'that' ? act : null
    case 'underline':
    case 'underscore':
    case 'highlight':
      // "it underscores the need": a thing does
      if (tokens[i - 1]?.norm === 'it' || tokens[i - 2]?.norm === 'it') return null
      return needs(unit, i) ? 'demand' : act
    case 'call':
      if (/^(?:on|for|upon)$/.test(next)) return 'demand'
      if (LEGAL.test(window.map((token) => token.text).join(' '))) return 'label'
      if (
        CONDEMNING.test(
          window
            .map((token) => token.text)
            .join(' ')
            .split(/[.;]/)[0]!,
        )
      )
        return 'label'
      if (
        REPROACH.test(
          window
            .slice(0, 7)
            .map((token) => token.text)
            .join(' '),
        )
      )
        return 'label'
      if (next === 'it' && !opensQuote(unit, i + 2)) return null
      if (has(/^(?:invention|fabrication|fiction|hoax|lies?|baseless|untrue|nonsense)$/, 10)) return 'label'
      return window.some(
        (token, k) => k < 12 && (token.text === '"' || token.text === '“' || token.text === "'" || token.text === '‘'),
      ) &&
        next !== 'in' &&
        next !== 'off'
        ? 'label'
        : null
    case 'appeal':
      return /^(?:for|to|on)$/.test(next) ? 'demand' : null
    case 'speak':
      return next === 'of' ? (has(/^as$/, 10) ? 'label' : 'say') : null
    case 'ask':
    case 'request':
      if (lemma === 'ask' && !asksSomebody(unit, i)) return null
      if (tokens[i]!.norm === 'requesting' && has(/^from$/, 8)) return 'demand'
      return has(/^(?:to|for)$/, 10) &&
        !/^(?:about|whether|if|how|not)$/.test(next) &&
        !has(/^(?:whether|if|how|about)$/, 4)
        ? 'demand'
        : null
    case 'order':
      return next !== 'to' && has(/^to$/, 10) ? act : null
    case 'stress':
    case 'emphasise':
    case 'emphasize':
    case 'reiterate':
      return needs(unit, i) ? 'demand' : act
    case 'press':
      if (next === 'for') return 'demand'
      return /^(?:the|all|both|for)$/.test(next) && has(/^(?:to|for)$/, 8) ? act : null
    case 'summon':
    case 'instruct':
      return null
    case 'urge':
    case 'exhort':
      return next === 'to' || next === 'by' ? null : act
    case 'admit':
    case 'acknowledge':
    case 'concede':
    case 'promise':
    case 'pledge':
    case 'vow':
      return /^(?:nothing|no|little)$/.test(next) ? null : act
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
      if (/^(?:this|that|it|them)$/.test(next) && (window[1]?.kind !== 'word' || window[1].norm === 'as')) return act
      // "the finding was rejected by X"
      if (next === 'by')
        return tokens.slice(Math.max(0, i - 8), i).some((token) => ALLEGED.test(token.norm)) ? act : null
      return window.some((token) => ALLEGED.test(token.norm)) ? act : null
    case 'deny':
      // "denied them burial", "denied access": withheld, not denied
      return /^(?:them|him|her|us|me|people|access|entry|families|visas|medical|food|aid|water|civilians)$/.test(next)
        ? null
        : act
    case 'rebut':
    case 'repudiate':
    case 'contest':
      return has(ALLEGED, 10) ? act : null
    case 'dispute':
    case 'refute':
      return act
    case 'describe':
      return has(/^as$/, 12) ? 'label' : 'say'
    case 'maintain':
      return /^(?:that|it|they|he|she|there)$/.test(next) || unit.quoted[i + 1] !== -1 || /^[.,;]?$/.test(next)
        ? act
        : null
    case 'claim':
      return has(/^(?:lives|life|victims)$/, 4) ? null : act
    case 'slam':
      return next === 'into' ? null : act
    case 'tell':
      return next === 'of' || next === 'how' ? 'say' : act
    case 'detail':
    case 'outline':
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

/** "stressed the urgent need for", "the necessity of". */
const needs = ({ tokens }: Unit, i: number): boolean =>
  tokens[i + 1]?.norm === 'the' &&
  tokens.slice(i + 2, i + 5).some((token, k) => {
    const link = tokens[i + 3 + k]?.norm ?? ''
    return /^(?:need|necessity|urgency)$/.test(token.norm) && /^(?:for|to|of)$/.test(link)
  })

const opensQuote = (unit: Unit, at: number): boolean => (unit.quoted[at] ?? -1) !== -1

/** Whether what something is called is law's word, a condemnation, an untruth or a quotation. */
function judges(unit: Unit, i: number): boolean {
  const window = unit.tokens.slice(i + 1, i + 14)
  const words = window.map((token) => token.text).join(' ')
  if (LEGAL.test(words) || CONDEMNING.test(words) || REPROACH.test(words)) return true
  return window.some((token, k) => UNTRUE_WORDS.test(token.norm) || opensQuote(unit, i + 1 + k))
}

const UNTRUE_WORDS =
  /^(?:invention|fabrication|fabricated|fiction|hoax|lies?|baseless|untrue|nonsense|false|propaganda|unfounded)$/

const WANTED =
  /^(?:inquiry|enquiry|investigation|probe|accounting|justice|release|ceasefire|truce|answers|reparations|compensation|withdrawal|apology|resignation|trial|access|halt|end|opened|released|freed|prosecuted|investigated|punished|tried|published|returned|stopped|held)$/

const GUESTS =
  /^(?:delegations?|guests?|visitors?|refugees|fighters|troops|soldiers|prisoners|hostages|crowds?|president|minister|leader|envoy|families|taxi|cab)$/

/** Verbs that are cues only with what stands behind them here. */
function otherwise(unit: Unit, i: number, lemma: string): Act | null {
  const { tokens } = unit
  const next = tokens[i + 1]?.norm ?? ''
  const then = tokens[i + 2]?.norm ?? ''
  const told = next === 'that' || tokens[i + 1]?.text === ':' || opensQuote(unit, i + 1)
  const soon = (pattern: RegExp, reach: number): boolean =>
    tokens.slice(i + 1, i + 1 + reach).some((token) => pattern.test(token.norm))
  switch (lemma) {
    case 'refuse':
      return next === 'to' && /^(?:accept|believe|acknowledge|recognise|recognize|credit)$/.test(then) ? 'deny' : null
    case 'want':
      return next !== 'to' && soon(WANTED, 9) && !soon(/^(?:for|poster|list)$/, 1) ? 'demand' : null
    case 'push':
      return next === 'for' ? 'demand' : null
    case 'encourage':
      return soon(/^to$/, 14) && !/^(?:to|by)$/.test(next) ? 'demand' : null
    case 'welcome':
    case 'regret':
    case 'hail':
      // a deed or an agreement, not guests
      return told || (isDeterminer(next) && !soon(GUESTS, 4)) ? 'say' : null
    case 'propose':
    case 'recommend':
      return next === 'to' ? null : 'demand'
    case 'assure':
      return soon(/^that$/, 8) && soon(/^(?:will|would)$/, 22) ? 'commit' : null
    case 'intend':
      return next === 'to' && PROMISED.has(then) ? 'commit' : null
    case 'plead':
      if (next === 'not' && then === 'guilty') return 'deny'
      if (next === 'guilty') return 'admit'
      return next === 'for' || next === 'with' || told ? 'demand' : null
    default:
      return told || (unit.quoted[i - 1] ?? -1) !== -1 || (unit.quoted[i - 2] ?? -1) !== -1 ? 'say' : null
  }
}

/** "asked the ministry to", "asked for": not "asked 5 million". */
function asksSomebody(unit: Unit, i: number): boolean {
  const [first, second] = [unit.tokens[i + 1], unit.tokens[i + 2]]
  if (first === undefined || first.kind !== 'word') return false
  if (first.norm === 'for' || first.capital || speakerKind(first.norm) !== null) return true
  return isDeterminer(first.norm) && second?.kind === 'word'
}
