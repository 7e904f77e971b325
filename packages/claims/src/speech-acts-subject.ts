/** Who the subject of an English verb of speech is, before it or behind it. */
import { type Subject, subjectBefore } from './attribution.ts'
import {
  isDeterminer,
  isPreposition,
  isTimeWord,
  mentionOf,
  phraseEndingAt,
  phraseStartingAt,
  plainName,
  speakerKind,
} from './mention.ts'
import type { Unit } from './speech-acts-unit.ts'
import { livedAlone } from './speech-acts-witness.ts'
import { type Act, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'
import { pronounMention } from './subject.ts'
import type { Token } from './token.ts'

export const BASE = /(?:ed|s|ing)$/

export const IRREGULAR = new Set('said told wrote found held swore undertook began begged read spoke'.split(' '))

function floorOf(unit: Unit, at: number): number {
  let i = at - 1
  while (i >= 0 && at - i < 60) {
    const token = unit.tokens[i]!
    if (unit.quoted[i] !== -1 || token.text === ';' || token.text === ':') return i + 1
    i -= 1
  }
  return i + 1
}

export function subjectOfVerb(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, known } = unit
  if (tokens[at - 1]?.norm === 'each' && at > 1) return subjectOfVerb(text, unit, at - 1)
  const self = firstPerson(text, unit, at)
  if (self !== null) return self
  const document = documentBefore(unit, at)
  if (document !== null) {
    return { mention: mentionOf(text, tokens, document, known), via: [], from: document[0], to: document[1] }
  }
  const named = nominalised(unit, at)
  if (named !== null) return { mention: mentionOf(text, tokens, named, known), via: [], from: named[0], to: named[1] }
  const lived = ordinaryBefore(text, unit, at)
  if (lived !== null) return lived
  const floor = Math.max(floorOf(unit, at), behindAdjunct(unit, at))
  const plain = quotedSource(text, unit, at) ?? subjectBefore({ text, tokens, known }, at, floor)
  const found = reduced(text, unit, at, floor) ?? doing(text, unit, at) ?? aside(text, unit, at) ?? plain
  return found === null ? null : (sentTo(text, unit, found, floor) ?? found)
}

/** "We | condemn", "I have also asked": the writer himself. */
function firstPerson(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, known } = unit
  let i = at - 1
  while (
    i > 0 &&
    at - i < 6 &&
    (/^(?:have|had|has|am|are|was|were|do|did|also|again|once|therefore|now|further|today|both|all)$/.test(
      tokens[i]!.norm,
    ) ||
      /ly$/.test(tokens[i]!.norm))
  )
    i -= 1
  if (!/^(?:we|i)$/.test(tokens[i]?.norm ?? '') || unit.quoted[i] !== -1) return null
  return { mention: pronounMention({ text, tokens, known }, i), via: [], from: i, to: i + 1 }
}

/** "the UN envoy to Karsa | urged": who is sent there, not the country. */
function sentTo(text: string, unit: Unit, { mention, to }: Subject, floor: number): Subject | null {
  const { tokens, known } = unit
  if (tokens[mention.from - 1]?.norm !== 'to' || !SENT.test(tokens[mention.from - 2]?.norm ?? '')) return null
  const office = phraseEndingAt(tokens, mention.from - 2, floor)
  if (office === null) return null
  const name = plainName(text, tokens, office[0], mention.to)
  const whole = mentionOf(text, tokens, office, known)
  const { end } = tokens[mention.to - 1]!
  const sent = { ...whole, to: mention.to, end, text: text.slice(whole.start, end), person: null, party: null } as const
  return { mention: { ...sent, name, kind: whole.kind, how: 'phrase' }, via: [], from: office[0], to }
}
const SENT = /^(?:envoys?|ambassadors?|delegates?|representatives?|advis[eo]rs?|rapporteurs?|emissary|emissaries)$/

/** "A volunteer helping people who fled | said": who does it, not those to whom it is done. */
function doing(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, quoted } = unit
  for (let i = at - 1; i > 1 && at - i < 14; i -= 1) {
    if (tokens[i]!.kind !== 'word' || quoted[i] !== -1) return null
    const noun = tokens[i - 1]!
    if (!/ing$/.test(tokens[i]!.norm) || tokens[i]!.capital || noun.kind !== 'word' || noun.capital) continue
    const kind = speakerKind(noun.norm)
    if (kind !== 'witness' && kind !== 'hospital' && !livedAlone(noun.norm)) continue
    let from = i - 1
    while (
      from > 0 &&
      i - from < 9 &&
      quoted[from] === -1 &&
      !/^(?:an?|one|another|the|two|three)$/.test(tokens[from]!.norm)
    )
      from -= 1
    if (!/^(?:an?|one|another|the|two|three)$/.test(tokens[from]!.norm)) return null
    if (tokens.slice(from, i).some((token) => token.kind === 'mark' && token.text !== '-')) return null
    return { ...ordinary(text, unit, from, i), to: at }
  }
  return null
}

const ASIDE = /^(?:who|which|whose|speaking|himself|herself|themselves|now|then|aged|a|an|the|one|himself)$/

/** "The navigator, speaking on state television, | said": the subject that opens the sentence before what is put in. */
function aside(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, quoted, known } = unit
  if (tokens[at - 1]?.text !== ',' || quoted[at - 1] !== -1 || at > 30) return null
  const people = ordinaryAt(unit, 0, at)
  const range = people === null ? phraseStartingAt(tokens, 0) : ([0, people] as const)
  if (range === null || tokens[range[1]]?.text !== ',' || quoted[0] !== -1) return null
  const first = tokens[range[1] + 1]
  if (
    first === undefined ||
    range[1] + 1 >= at - 1 ||
    !(ASIDE.test(first.norm) || first.kind === 'number' || /^\d/.test(first.text))
  )
    return null
  if (people !== null) return { ...ordinary(text, unit, 0, people), to: at }
  const mention = mentionOf(text, tokens, range, known)
  // what mentionOf names is found by its other ways
  if (mention.party !== null || mention.person !== null || range[1] - range[0] < 2) return null
  const head = tokens[range[1] - 1]!.norm
  if (THINGS.test(head) || isTimeWord(head) || isPreposition(tokens[0]!.norm)) return null
  return { mention, via: [], from: 0, to: at }
}

/** What describes a subject without a verb of its own: "doctors linked to the uprising", "officers speaking on condition". */
const DESCRIBING =
  /^(?:linked|allied|loyal|close|based|affiliated|interviewed|reached|contacted|speaking|aligned|opposed|working|representing|monitoring|investigating|tracking|documenting|supporting|familiar|briefed|defending|treating|living)$/

/** "Doctors linked to the uprising | held": the head of the phrase, not the noun right before the verb. */
function reduced(text: string, unit: Unit, at: number, floor: number): Subject | null {
  const { tokens, quoted, known } = unit
  let from = at
  while (from > floor && at - from < 16 && tokens[from - 1]!.kind === 'word' && quoted[from - 1] === -1) from -= 1
  if (at - from < 4) return null
  const range = phraseStartingAt(tokens, from)
  if (range === null || range[1] >= at - 1 || !DESCRIBING.test(tokens[range[1]]!.norm)) return null
  const mention = mentionOf(text, tokens, range, known)
  if (mention.party === null && speakerKind(tokens[range[1] - 1]!.norm) === null) return null
  return { mention, via: [], from, to: at }
}

/** "In its statement | the ministry said": where the subject begins behind the document that opens the sentence. */
function behindAdjunct(unit: Unit, at: number): number {
  const { tokens } = unit
  if (!isPreposition(tokens[0]!.norm)) return 0
  for (let k = 1; k < Math.min(at - 1, 7); k += 1) {
    if (tokens[k]!.kind === 'mark') return 0
    const next = tokens[k + 1]!
    const document = SPEAKING_DOCUMENTS.has(tokens[k]!.norm) || isTimeWord(tokens[k]!.norm)
    // "In an online post Vance warned", "During the ceremony Vance said"
    const noun =
      k > 1 && !tokens[k]!.capital && speakerKind(tokens[k]!.norm) === null && !isPreposition(tokens[k]!.norm)
    if (noun && !isDeterminer(tokens[k]!.norm) && next.capital && k + 1 < at && k < 5) return k + 1
    if (document && (isDeterminer(next.norm) || /^(?:it|he|she|they)$/.test(next.norm))) return k + 1
  }
  return 0
}

/** Clauses that only withhold or give a name: they describe nobody. */
const NAMELESS =
  /^(?:asked|spoke|did|gave|requested|declined|identified|refused|wished|wanted|insisted|said|preferred)$/

const AMONG =
  /^(?:detained|arrested|injured|wounded|displaced|freed|released|rescued|evacuated|survivors|witnesses|passengers|villagers|residents|refugees|protesters|prisoners|detainees|women|men|mothers|relatives|victims)$/

/** Where a phrase for one of the people it happened to ends: "a man of 44 from Oddrin", "a woman who sells bread". */
export function ordinaryAt(unit: Unit, from: number, limit: number): number | null {
  const { tokens, quoted } = unit
  // "one of those detained", "several of the injured"
  const some = /^(?:one|two|some|several|many)$/.test(tokens[from]?.norm ?? '') && tokens[from + 1]?.norm === 'of'
  if (some && /^(?:those|the)$/.test(tokens[from + 2]?.norm ?? '') && AMONG.test(tokens[from + 3]?.norm ?? ''))
    return from + 4
  if (!/^(?:a|an|one|another)$/.test(tokens[from]?.norm ?? '')) return null
  let noun = from + 1
  while (noun < Math.min(limit, from + 5) && !livedAlone(tokens[noun]!.norm)) noun += 1
  if (noun >= limit || !livedAlone(tokens[noun]?.norm ?? '')) return null
  const link = tokens[noun + 1]?.norm ?? ''
  if (!/^(?:of|from|in|who|whose|with)$/.test(link) || noun + 1 >= limit) return noun + 1
  if (link === 'who' && NAMELESS.test(tokens[noun + 2]?.norm ?? '')) return noun + 1
  let to = noun + 1
  while (to < Math.min(limit, from + 18) && tokens[to]!.kind !== 'mark' && quoted[to] === -1) to += 1
  return to
}

export function ordinary(text: string, unit: Unit, from: number, to: number): Subject {
  const { start } = unit.tokens[from]!
  const { end } = unit.tokens[to - 1]!
  const words = text.slice(start, end)
  const name = words.slice(unit.tokens[from + 1]!.start - start)
  const mention = {
    from,
    to,
    start,
    end,
    text: words,
    name,
    kind: 'witness',
    party: null,
    person: null,
    role: null,
  } as const
  return { mention: { ...mention, how: 'phrase' }, via: [], from, to }
}

/** "…", a man of 44 from Oddrin told: behind a quotation or at the head of the sentence. */
function ordinaryBefore(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, quoted } = unit
  let from = at
  while (from > 0 && at - from < 18 && tokens[from - 1]!.kind !== 'mark' && quoted[from - 1] === -1) from -= 1
  if (at - from < 4 || (from > 0 && tokens[from - 1]!.kind !== 'mark' && quoted[from - 1] === -1)) return null
  const to = ordinaryAt(unit, from, at)
  if (to === null) return null
  // "A nurse who asked not to be named said"
  const nameless = tokens[to]?.norm === 'who' && NAMELESS.test(tokens[to + 1]?.norm ?? '')
  if (nameless && at - to < 9) return { ...ordinary(text, unit, from, to), to: at }
  return to === at ? ordinary(text, unit, from, to) : null
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

/** "relatives of the missing", "the wounded": an adjective that stands for people. */
function nominalised(unit: Unit, at: number): readonly [number, number] | null {
  const { tokens } = unit
  if (
    !/^(?:missing|wounded|injured|displaced|dead|accused|detained|bereaved|disappeared)$/.test(
      tokens[at - 1]?.norm ?? '',
    )
  )
    return null
  if (tokens[at - 2]?.norm !== 'the') return null
  if (!/^(?:of|for|to)$/.test(tokens[at - 3]?.norm ?? '') || tokens[at - 4]?.kind !== 'word') return [at - 2, at]
  let from = at - 4
  while (
    from > 0 &&
    at - from < 8 &&
    (tokens[from - 1]!.norm === 'the' || /^(?:some|many|several|two|three)$/.test(tokens[from - 1]!.norm))
  )
    from -= 1
  return [from, at]
}

/** "the Amnesty report", "its findings", "a statement by the ministry": a document right before its verb. */
function documentBefore(unit: Unit, at: number): readonly [number, number] | null {
  const { tokens, quoted } = unit
  let last = at - 1
  while (last > 0 && /^(?:also|has|had|have|further|then|itself)$/.test(tokens[last]!.norm)) last -= 1
  // "the statement from the Libyan National Army read"
  for (let k = last; k > Math.max(0, last - 9); k -= 1) {
    if (quoted[k] !== -1 || tokens[k]!.kind !== 'word') break
    if (/^(?:by|from|of)$/.test(tokens[k]!.norm) && SPEAKING_DOCUMENTS.has(tokens[k - 1]!.norm))
      return [k + 1, last + 1]
  }
  if (!SPEAKING_DOCUMENTS.has(tokens[last]?.norm ?? '')) return null
  for (let first = last - 1; first >= Math.max(0, last - 7); first -= 1) {
    if (quoted[first] !== -1 || (tokens[first]!.kind === 'mark' && !/^['’]$/.test(tokens[first]!.text))) return null
    if (isDeterminer(tokens[first]!.norm) && tokens[first]!.norm !== 'that') return [first, last + 1]
    if (tokens[first]!.norm === "'s") continue
  }
  return null
}

/** Things that are said to say: "the law demands", "the situation calls for". */
const THINGS =
  /^(?:law|situation|attack|attacks|shelling|violence|fighting|war|crisis|case|experience|history|event|events|development|developments|move|decision|blast|explosion|conflict|truce|ceasefire|agreement|deal|operation|pattern|result|results|analysis|sign|paper|headline|poster|banner|graffiti|book|film|song|system|plan|rule|rules|constitution|treaty|charter|convention|bill|clause|article|section|figure|scene|sound|silence|smoke|fire|one|thing|fact|issue|question|problem|matter|reason|day|night|agenda|reform|reforms|programme|program|project|budget|killing|killings|massacre|incident|protest|protests|clashes|name|names|who|what|this|that|which)$/

const BODIES =
  /^(?:opposition|coalition|delegation|administration|federation|organi[sz]ation|corporation|association|parliament|government|regiment|community|authority|municipality|king)$/

/** Accusing, denying, promising and plain saying take a person or a body for their subject, whatever its noun. */
export function takesAnybody(unit: Unit, act: Act, lemma: string, subject: Subject): boolean {
  const { tokens } = unit
  const head = subject.mention.from
  const known =
    tokens[head]!.capital || isDeterminer(tokens[head]!.norm) || tokens[subject.mention.to - 1]!.norm.endsWith('s')
  let noun = subject.mention.to - 1
  for (let i = head + 1; i < subject.mention.to; i += 1) {
    if (/^(?:of|in|from|for|at|with|on)$/.test(tokens[i]!.norm)) {
      noun = i - 1
      break
    }
  }
  if (
    isTimeWord(tokens[subject.mention.to - 1]!.norm) ||
    /^(?:days|weeks|months|years|hours)$/.test(tokens[subject.mention.to - 1]!.norm)
  )
    return false
  if (
    !known ||
    THINGS.test(tokens[noun]!.norm) ||
    (/(?:tion|ment|ness|ing|ism|ity)$/.test(tokens[noun]!.norm) && !BODIES.test(tokens[noun]!.norm))
  )
    return false
  if (act !== 'say') return act === 'label' || (lemma !== 'demand' && lemma !== 'call')
  return /^(?:say|tell|insist|recall|recount|warn|argue|testify|add|describe|speak)$/.test(lemma)
}

/** "the report read" needs a document as its subject; other verbs take anybody. */
export function quotedReading(unit: Unit, lemma: string, subject: Subject): boolean {
  if (lemma !== 'read') return true
  for (let i = Math.max(0, subject.mention.from - 3); i < subject.mention.to; i += 1)
    if (SPEAKING_DOCUMENTS.has(unit.tokens[i]!.norm)) return true
  return false
}

/** Bare forms that are nouns as often: "the Amnesty International report". */
const NOUNS =
  /^(?:report|claim|demand|appeal|call|post|note|document|comment|blame|state|promise|pledge|vow|press|order|request|fault|dispute|tweet|state|states|guarantee)$/

/** Whether a word in Title Case is as likely a noun: "Loan Guarantee", "United States". */
export const isNoun = ({ norm }: Token): boolean => NOUNS.test(norm)

/** A verb in its bare form wants a subject in the plural. */
export function agrees(token: Token, subject: Subject, tokens: readonly Token[]): boolean {
  if (BASE.test(token.norm) || IRREGULAR.has(token.norm)) return true
  const { mention } = subject
  if (mention.how === 'pronoun') return /^(?:they|we|i|you)$/i.test(mention.text)
  if (NOUNS.test(token.norm)) {
    if (tokens.slice(mention.from, mention.to).some((word) => word.norm === 'and')) return true
    const near = tokens[mention.to - 1]!
    return !near.capital && near.norm.endsWith('s') && near.norm !== "'s"
  }
  for (let i = mention.from; i < mention.to; i += 1) {
    const { norm } = tokens[i]!
    if (/^(?:of|in|from|for|at|with|on)$/.test(norm))
      return tokens[i - 1]!.norm.endsWith('s') || tokens[i - 1]!.norm === 'people'
    if (norm === 'and') return true
  }
  const last = tokens[mention.to - 1]!.norm
  return (
    (last.endsWith('s') && last !== "'s") ||
    /^(?:people|police|many|men|women|family|staff|crew|government|military|team|union|council|club|party|opposition)$/.test(
      last,
    )
  )
}
