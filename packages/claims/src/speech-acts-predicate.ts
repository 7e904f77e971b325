/** English predicates of speech: where somebody says, accuses, denies, asks or promises, and who that is. */
import { type Subject, subjectAfter, subjectBefore } from './attribution.ts'
import { isDeterminer, isTimeWord, mentionOf, phraseStartingAt, speakerKind } from './mention.ts'
import { type Memory, type Speaker, speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, LEGAL, NEGATIONS, SPEAKING_DOCUMENTS, speechCue } from './speech-acts-words.ts'
import type { Token } from './token.ts'

export interface Predicate {
  readonly act: Act
  readonly lemma: string
  /** Cue tokens. */
  readonly cueFrom: number
  readonly cueTo: number
  readonly speaker: Speaker
  /** The leftmost token of the predicate with its subject. */
  readonly from: number
  /** Behind the subject of an inverted cue ("said the ministry"), else behind the cue. */
  readonly to: number
  /** How its subject stands to it. */
  readonly form: 'subject' | 'relative' | 'inverted' | 'carried' | 'passive' | 'according'
  readonly rule: string
}

const AUXILIARY = new Set('is are was were be been being'.split(' '))
const MODAL = new Set('to will would can could may might must should shall'.split(' '))
const BASE = /(?:ed|s|ing)$/
const IRREGULAR = new Set('said told wrote found held swore undertook began begged read'.split(' '))
const ALLEGED =
  /^(?:accusation|allegation|claim|report|charge|figure|responsibilit|involvement|suggestion|criticism|finding|assertion|accus|notion|narrative|toll|denial)/

/** Light verbs and the nouns that make them a speech act: "issued a plea for", "reiterated a commitment to". */
const LIGHT =
  /^(?:issue|issued|issues|issuing|make|made|makes|renew|renewed|renews|repeat|repeated|reiterate|reiterated|reiterates|launch|launched|give|gave|given|voice|voiced|express|expressed|expresses|expressing|lay|laid|put|place|placed|claim|claimed|claims|take|took|accept|accepted|point|pointed|join|joined|send|sent)$/
const NOMINAL: readonly (readonly [RegExp, Act, string])[] = [
  [/^(?:call|calls|plea|pleas|appeal|appeals|demand|demands)$/, 'demand', 'call'],
  [/^(?:commitment|pledge|promise|vow|commitments|pledges|promises)$/, 'commit', 'pledge'],
  [/^(?:outrage|condemnation|horror|revulsion|indignation)$/, 'condemn', 'condemn'],
  [/^(?:blame|finger)$/, 'accuse', 'blame'],
  [/^responsibility$/, 'admit', 'claim responsibility'],
]

/** Every predicate of speech outside the quotations of an English unit, in order. */
export function predicates(text: string, unit: Unit, memory: Memory, opening: Speaker | null): readonly Predicate[] {
  const found: Predicate[] = []
  const { tokens } = unit
  for (let i = 0; i < tokens.length; i += 1) {
    if (unit.quoted[i] !== -1 || tokens[i]!.kind !== 'word') continue
    const predicate =
      according(text, unit, i, memory) ??
      nominal(text, unit, i, memory, found) ??
      verb(text, unit, i, memory, found, opening)
    if (predicate === null) continue
    found.push(predicate)
    memory.spoke(predicate.speaker, unit.index)
    noteDocuments(unit, predicate, memory)
    i = Math.max(i, predicate.cueTo - 1)
  }
  return found
}

/** "said in a statement", "in its report": whose statement and report the next ones are. */
function noteDocuments(unit: Unit, predicate: Predicate, memory: Memory): void {
  for (let i = Math.max(0, predicate.from - 14); i < Math.min(unit.tokens.length, predicate.cueTo + 10); i += 1) {
    if (unit.quoted[i] !== -1 || !SPEAKING_DOCUMENTS.has(unit.tokens[i]!.norm)) continue
    const before = unit.tokens.slice(Math.max(0, i - 3), i)
    if (
      before.some((token) => /^(?:a|an|its|their|his|her)$/.test(token.norm)) &&
      before.some((token) =>
        /^(?:in|via|through|issued|released|published|by|with|an?|its|their|his|her)$/.test(token.norm),
      )
    ) {
      if (unit.tokens[i + 1]?.norm !== 'by' && unit.tokens[i + 1]?.norm !== 'from')
        memory.issued(unit.tokens[i]!.norm, predicate.speaker)
    }
  }
}

function floorOf(unit: Unit, at: number): number {
  let i = at - 1
  while (i >= 0 && at - i < 60) {
    const token = unit.tokens[i]!
    if (unit.quoted[i] !== -1 || token.text === ';' || token.text === ':') return i + 1
    i -= 1
  }
  return i + 1
}

function subjectOfVerb(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, known } = unit
  const document = documentBefore(unit, at)
  if (document !== null) {
    return { mention: mentionOf(text, tokens, document, known), via: [], from: document[0], to: document[1] }
  }
  return quotedSource(text, unit, at) ?? subjectBefore({ text, tokens, known }, at, floorOf(unit, at))
}

/** "independent sources" told …: a speaker whose name is set in quotation marks. */
function quotedSource(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, quoted, known } = unit
  const quote = quoted[at - 1]
  if (quote === undefined || quote === -1) return null
  let first = at - 1
  while (first > 0 && quoted[first - 1] === quote && at - first < 8) first -= 1
  const words: readonly [number, number] = [first + 1, at - 1]
  if (words[1] - words[0] < 1 || words[1] - words[0] > 4 || quoted[first - 1] === quote) return null
  const head = tokens[words[1] - 1]!.norm
  if (speakerKind(head) === null || !head.endsWith('s')) return null
  return { mention: mentionOf(text, tokens, words, known), via: [], from: first, to: at }
}

/** "the Amnesty report", "its findings", "a statement by the ministry": a document right before its verb. */
function documentBefore(unit: Unit, at: number): readonly [number, number] | null {
  const { tokens, quoted } = unit
  let last = at - 1
  while (last > 0 && /^(?:also|has|had|have|further|then|itself)$/.test(tokens[last]!.norm)) last -= 1
  if (!SPEAKING_DOCUMENTS.has(tokens[last]?.norm ?? '')) return null
  for (let first = last - 1; first >= Math.max(0, last - 7); first -= 1) {
    if (quoted[first] !== -1 || (tokens[first]!.kind === 'mark' && !/^['’]$/.test(tokens[first]!.text))) return null
    if (isDeterminer(tokens[first]!.norm) && tokens[first]!.norm !== 'that') return [first, last + 1]
    if (tokens[first]!.norm === "'s") continue
  }
  return null
}

function verb(
  text: string,
  unit: Unit,
  i: number,
  memory: Memory,
  found: readonly Predicate[],
  opening: Speaker | null,
): Predicate | null {
  const { tokens } = unit
  const token = tokens[i]!
  const cue = speechCue(token.norm)
  if (cue === null || (token.capital && i > 0 && unit.block === 'body')) return null
  const previous = tokens[i - 1]
  const next = tokens[i + 1]
  const before = previous?.norm ?? ''
  if (
    previous !== undefined &&
    isDeterminer(before) &&
    !['all', 'both', 'that', 'many', 'some', 'several'].includes(before)
  )
    return null
  if (before === "'s" || before === 'of' || MODAL.has(before) || NEGATIONS.has(before)) return null
  if (
    tokens[i - 2] !== undefined &&
    NEGATIONS.has(tokens[i - 2]!.norm) &&
    /(?:yet|immediately|publicly|officially|independently)$/.test(before)
  )
    return null
  const act = actHere(unit, i, cue.act, cue.lemma)
  if (act === null) return null
  const made = (speaker: Speaker, form: Predicate['form'], from: number, to: number, rule: string): Predicate => ({
    act,
    lemma: cue.lemma,
    cueFrom: i,
    cueTo: i + 1 + particle(tokens, i, cue.lemma),
    speaker,
    from,
    to,
    form,
    rule,
  })
  if (isPassive(tokens, i)) {
    // "were condemned by X"
    if (next?.norm !== 'by') return null
    const range = phraseStartingAt(tokens, i + 2)
    if (range === null) return null
    const { known } = unit
    const mention = mentionOf(text, tokens, range, known)
    const speaker = speakerOf(text, unit, { mention, via: [], from: range[0], to: range[1] }, memory)
    return speaker === null ? null : made(speaker, 'passive', i, range[1], `${cue.lemma} by X`)
  }
  if (next?.norm === 'by' && token.norm.endsWith('ed')) return null
  if (token.norm.endsWith('ing')) {
    if (/^(?:of|without|from|for|stop|is|are|was|were|be|been)$/.test(before)) return null
    const rule = `…, ${token.norm} …`
    // "a new Amnesty International report urging …": the document asks
    if (SPEAKING_DOCUMENTS.has(before)) {
      const document = subjectOfVerb(text, unit, i)
      const speaker = document === null ? null : speakerOf(text, unit, document, memory)
      return speaker === null || document === null ? null : made(speaker, 'relative', document.from, i + 1, rule)
    }
    const governing = found.at(-1)
    if (governing !== undefined && i - governing.cueTo <= 90) return made(governing.speaker, 'carried', i, i + 1, rule)
    // "The ministry released its list, warning that …": the subject of the sentence
    const joins = previous?.text === ',' || before === 'while'
    return opening !== null && joins && i < 60 ? made(opening, 'carried', i, i + 1, rule) : null
  }
  const subject = subjectOfVerb(text, unit, i)
  if (subject !== null && agrees(token, subject, tokens)) {
    const speaker = speakerOf(text, unit, subject, memory)
    if (speaker !== null && quotedReading(unit, cue.lemma, subject)) {
      const relative =
        tokens.slice(subject.mention.to, i).some((word) => /^(?:which|who)$/.test(word.norm)) &&
        !tokens
          .slice(subject.mention.to, i)
          .some((word, k, all) => word.text === ',' && k > 0 && all[k - 1]!.kind === 'word' && k >= all.length - 4)
      return made(speaker, relative ? 'relative' : 'subject', subject.from, i + 1, `X ${cue.lemma}`)
    }
    if (speaker !== null) return null
  }
  const afterQuote =
    i > 0 &&
    (unit.quoted[i - 1] !== -1 ||
      (previous?.text === ',' && unit.quoted[i - 2] !== undefined && unit.quoted[i - 2] !== -1))
  const inverted =
    cue.lemma !== 'tell' &&
    next?.norm !== 'that' &&
    (afterQuote ||
      ((previous?.text === ',' || before === 'as' || previous?.text === '–' || previous?.text === '—') &&
        cue.act === 'say'))
  if (inverted) {
    const after = subjectFollowing(text, unit, i + 1)
    const speaker = after === null ? null : speakerOf(text, unit, after, memory)
    if (after !== null && speaker !== null && endsThere(unit, after.to)) {
      return made(speaker, 'inverted', i, after.to, `…, ${cue.lemma} X`)
    }
  }
  const joined =
    before === 'and' ||
    before === 'but' ||
    previous?.text === ',' ||
    ((before === 'also' || /ly$/.test(before)) && /^(?:and|but|,)$/.test(tokens[i - 2]?.text ?? ''))
  const governing = found.at(-1)
  if (joined && subject === null) {
    const finite = BASE.test(token.norm) || IRREGULAR.has(token.norm)
    const rule = `… and ${token.norm} …`
    const leads = governing !== undefined && governing.form !== 'inverted' && governing.form !== 'according'
    if (leads && i - governing.cueTo < 60) {
      const led = tokens[governing.cueFrom]!.norm
      const bare = !BASE.test(led) && !IRREGULAR.has(led)
      return finite || bare ? made(governing.speaker, 'carried', i, i + 1, rule) : null
    }
    const plural = opening?.name.endsWith('s') === true
    if (governing === undefined && opening !== null && before === 'and' && i < 40 && (finite || plural)) {
      return made(opening, 'carried', i, i + 1, rule)
    }
  }
  return null
}

/** "point out", "call on", "call for" take their particle along. */
function particle(tokens: readonly Token[], i: number, lemma: string): number {
  const next = tokens[i + 1]?.norm ?? ''
  if (lemma === 'call' && /^(?:on|for|upon)$/.test(next)) return 1
  if (lemma === 'speak' && next === 'of') return 1
  if (lemma === 'appeal' && /^(?:for|to)$/.test(next)) return 1
  return 0
}

/** What a cue does by the words right behind it; null where it is no cue here. */
function actHere(unit: Unit, i: number, act: Act, lemma: string): Act | null {
  const { tokens } = unit
  const next = tokens[i + 1]?.norm ?? ''
  const window = tokens.slice(i + 1, i + 14)
  const has = (pattern: RegExp, reach: number): boolean =>
    window.slice(0, reach).some((token) => pattern.test(token.norm))
  switch (lemma) {
    case 'call':
      if (/^(?:on|for|upon)$/.test(next)) return 'demand'
      if (LEGAL.test(window.map((token) => token.text).join(' '))) return 'label'
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
    case 'complain':
      return act
    case 'reject':
    case 'dismiss':
      return window.some((token) => ALLEGED.test(token.norm)) ? act : lemma === 'reject' ? 'say' : null
    case 'deny':
      // "denied them burial", "denied access": withheld, not denied
      return /^(?:them|him|her|us|me|people|access|entry|families|visas|medical|food|aid|water|civilians)$/.test(next)
        ? null
        : act
    case 'dispute':
    case 'refute':
      return act
    case 'describe':
      return next === 'how' || next === 'the'
        ? has(/^as$/, 12)
          ? 'label'
          : 'say'
        : has(/^as$/, 10)
          ? 'label'
          : has(/^(?:how)$/, 4)
            ? 'say'
            : null
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
    case 'point_out':
      return null
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

/** "the report read" needs a document as its subject; other verbs take anybody. */
function quotedReading(unit: Unit, lemma: string, subject: Subject): boolean {
  if (lemma !== 'read') return true
  for (let i = subject.mention.from; i < subject.mention.to; i += 1)
    if (SPEAKING_DOCUMENTS.has(unit.tokens[i]!.norm)) return true
  return false
}

/** Bare forms that are nouns as often: "the Amnesty International report". */
const NOUNS =
  /^(?:report|claim|demand|appeal|call|post|note|document|comment|blame|state|promise|pledge|vow|press|order|request|fault|dispute|tweet)$/

/** A verb in its bare form wants a subject in the plural. */
function agrees(token: Token, subject: Subject, tokens: readonly Token[]): boolean {
  if (BASE.test(token.norm) || IRREGULAR.has(token.norm)) return true
  const { mention } = subject
  if (NOUNS.test(token.norm)) {
    if (tokens.slice(mention.from, mention.to).some((word) => word.norm === 'and')) return true
    const near = tokens[mention.to - 1]!
    return !near.capital && near.norm.endsWith('s') && near.norm !== "'s"
  }
  if (mention.how === 'pronoun') return /^(?:they|we|i|you)$/i.test(mention.text)
  for (let i = mention.from; i < mention.to; i += 1) {
    const { norm } = tokens[i]!
    if (/^(?:of|in|from|for|at|with|on)$/.test(norm))
      return tokens[i - 1]!.norm.endsWith('s') || tokens[i - 1]!.norm === 'people'
    if (norm === 'and') return true
  }
  const last = tokens[mention.to - 1]!.norm
  return (last.endsWith('s') && last !== "'s") || /^(?:people|police|many|men|women)$/.test(last)
}

function isPassive(tokens: readonly Token[], i: number): boolean {
  if (!/(?:ed|told|said|found|held)$/.test(tokens[i]!.norm)) return false
  let k = i - 1
  while (
    k >= 0 &&
    i - k < 5 &&
    (/ly$/.test(tokens[k]!.norm) ||
      /^(?:also|not|since|now|even|then|later|so|very|too|more|most)$/.test(tokens[k]!.norm))
  )
    k -= 1
  return AUXILIARY.has(tokens[k]?.norm ?? '')
}

/** The subject of an inverted cue: "said the ministry", "read the Friday statement by the government". */
function subjectFollowing(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, known } = unit
  for (let i = at; i < Math.min(tokens.length, at + 7); i += 1) {
    if (unit.quoted[i] !== -1 || tokens[i]!.kind === 'mark') break
    if (SPEAKING_DOCUMENTS.has(tokens[i]!.norm)) {
      let k = i + 1
      while (k < i + 3 && /^(?:issued|released|published|made|put)$/.test(tokens[k]?.norm ?? '')) k += 1
      if (/^(?:by|from|of)$/.test(tokens[k]?.norm ?? '')) {
        const range = phraseStartingAt(tokens, k + 1)
        if (range !== null) return { mention: mentionOf(text, tokens, range, known), via: [], from: at, to: range[1] }
      }
      // "a report the UN office released"
      const next = tokens[i + 1]
      const owned = next?.kind === 'word' && (isDeterminer(next.norm) || next.capital)
      const owner = owned ? phraseStartingAt(tokens, i + 1) : null
      const verb = owner === null ? '' : (tokens[owner[1]]?.norm ?? '')
      if (owner !== null && /^(?:released|issued|published|compiled|put|made|sent|drew)$/.test(verb)) {
        return { mention: mentionOf(text, tokens, owner, known), via: [], from: at, to: owner[1] + 1 }
      }
      const mention = mentionOf(text, tokens, [at, i + 1], known)
      return { mention, via: [], from: at, to: i + 1 }
    }
  }
  return subjectAfter({ text, tokens, known }, at)
}

function endsThere(unit: Unit, at: number): boolean {
  const token = unit.tokens[at]
  if (token === undefined || unit.quoted[at] !== -1) return true
  return (
    /^[.,;:)]$/.test(token.text) ||
    isTimeWord(token.norm) ||
    /^(?:in|on|at|during|late|early|after|as|while|who|via|told|from|to|and)$/.test(token.norm)
  )
}

/** "according to X". */
function according(text: string, unit: Unit, i: number, memory: Memory): Predicate | null {
  const { tokens, known } = unit
  if (tokens[i]!.norm !== 'according' || tokens[i + 1]?.norm !== 'to') return null
  const subject = subjectFollowing(text, unit, i + 2) ?? subjectAfter({ text, tokens, known }, i + 2)
  const speaker = subject === null ? null : speakerOf(text, unit, subject, memory)
  if (subject === null || speaker === null) return null
  return {
    act: 'say',
    lemma: 'according to',
    cueFrom: i,
    cueTo: i + 2,
    speaker,
    from: i,
    to: subject.to,
    form: 'according',
    rule: 'according to X',
  }
}

/** "issued a plea for", "laid the blame on", "has claimed responsibility for". */
function nominal(text: string, unit: Unit, i: number, memory: Memory, found: readonly Predicate[]): Predicate | null {
  const { tokens } = unit
  if (!LIGHT.test(tokens[i]!.norm) || isPassive(tokens, i)) return null
  for (let k = i + 1; k < Math.min(tokens.length, i + 5); k += 1) {
    if (unit.quoted[k] !== -1 || tokens[k]!.kind !== 'word') return null
    const row = NOMINAL.find(([pattern]) => pattern.test(tokens[k]!.norm))
    if (row === undefined) continue
    const next = tokens[k + 1]?.norm ?? ''
    if (row[1] === 'demand' && !/^(?:for|to|on)$/.test(next)) return null
    if (row[1] === 'commit' && !/^(?:to|that|of)$/.test(next)) return null
    if (row[1] === 'accuse' && !/^(?:on|at|for)$/.test(next)) return null
    if (row[1] === 'admit' && (!/^(?:for)$/.test(next) || !/^(?:claim|took|take|accept)/.test(tokens[i]!.norm)))
      return null
    const before = tokens[i - 1]?.norm ?? ''
    if (NEGATIONS.has(before) || MODAL.has(before)) return null
    const subject = subjectOfVerb(text, unit, i)
    const speaker = subject === null ? null : speakerOf(text, unit, subject, memory)
    const joined = before === 'and' || tokens[i - 1]?.text === ','
    const governing = found.at(-1)
    const own = speaker ?? (subject === null && joined && governing !== undefined ? governing.speaker : null)
    if (own === null) return null
    return {
      act: row[1],
      lemma: row[2],
      cueFrom: i,
      cueTo: k + 1,
      speaker: own,
      from: subject?.from ?? i,
      to: k + 1,
      form: speaker === null ? 'carried' : 'subject',
      rule: `X ${text.slice(tokens[i]!.start, tokens[k]!.end)}`,
    }
  }
  return null
}
