/** Who performs a speech act: persons with their office, bodies by their canonical names, pronouns by what was said before. */
import type { Subject } from './attribution.ts'
import { personName, plainBody, surname } from './claims-names.ts'
import type { PartyKind } from './knowledge.ts'
import { type Mention, mentionOf, phraseStartingAt, plainName, speakerKind } from './mention.ts'
import type { Unit } from './speech-acts-unit.ts'
import { MUTE, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'
import { normalise, type Token } from './token.ts'

export interface Place {
  readonly start: number
  readonly end: number
}

export interface Speaker {
  readonly name: string
  readonly kind: PartyKind
  readonly person: boolean
  /** The office as printed. */
  readonly role: string | null
  readonly roleAt: Place | null
  readonly at: Place
  /** How it was found, for people. */
  readonly how: string
  readonly unsure: string | null
}

const ROLE_WORDS = new Set(
  'president leader ruler minister premier chief director head secretary secretary-general spokesman spokesperson spokeswoman envoy commissioner governor mayor commander general ambassador chairman chairwoman prosecutor official coordinator rapporteur judge chancellor king emir'.split(
    ' ',
  ),
)
const SPOKEN_FOR = /^(?:\p{L}+ )?spokes(?:man|woman|person) (?:for|of) (?:the )?(.+)$/iu
/** Those who tell what they lived through. */
const LIVED =
  /^(?:survivors?|witness(?:es)?|residents?|villagers?|relatives?|prisoners?|detainees?|widows?|neighbou?rs?|orphans?|escapees?|worshippers|passengers?|patients|victims?|fisherm[ae]n|herders?|traders?|shopkeepers?|parents|grandmother|uncle|aunt|cousin|schoolteacher|refugees?|pupils?)$/

const TITLES = new Set('mr mrs ms dr president general minister prof professor sheikh king queen'.split(' '))
const NAME_PARTICLE = /^(?:al|el|bin|ibn|de|da|van|von|abu|ould|la|den|der)(?:-|$)/

/** "Syrian President Ahmad Al Shara": the name, where a person is named at the end of a phrase or in its apposition. */
function personAt(unit: Unit, from: number, to: number): readonly [number, number] | null {
  const { tokens, known } = unit
  let best: readonly [number, number] | null = null
  let i = from
  while (i < to) {
    const start = i
    while (
      i < to &&
      (namePart(tokens[i]!, start === i) ||
        (i > start && tokens[i]!.text === '.' && tokens[i - 1]!.text.length === 1)) &&
      !known.some((match) => match.from <= i && i < match.to)
    )
      i += 1
    if (i - start >= 2 && i - start <= 6 && personStands(tokens, start, i, from, to)) best = best ?? [start, i]
    if (i === start) i += 1
  }
  return best
}

function personStands(tokens: readonly Token[], start: number, end: number, from: number, to: number): boolean {
  const after = end < to ? tokens[end]! : undefined
  if (after !== undefined && after.kind === 'word') return false
  const before = start > from ? tokens[start - 1]! : undefined
  if (before === undefined) return true
  return !/^(?:of|in|from|at|near|for|the|a|an|to|with)$/.test(before.norm)
}

const NO_NAME = new Set(
  'human rights health ministry minister president prime interim transitional foreign defence defense secretary state general united nations national international army police forces observatory network hospital medical college office department high commissioner council committee interior doctors group organization organisation security deputy vice acting former special resident humanitarian'.split(
    ' ',
  ),
)

function namePart(token: Token, first: boolean): boolean {
  if (token.kind !== 'word' || token.norm === "'s") return false
  if (NO_NAME.has(token.norm) || speakerKind(token.norm) !== null || TITLES.has(token.norm)) return false
  return token.capital || (!first && NAME_PARTICLE.test(token.norm))
}

/** How many speakers back are looked at; a page of news has a dozen. */
const REMEMBERED = 48

/** What may be meant by "it", "she", "the government", "the report" at a point of the text. */
export class Memory {
  readonly #spoke: { readonly speaker: Speaker; readonly unit: number }[] = []
  readonly #persons = new Map<string, Speaker>()
  readonly #documents = new Map<string, Speaker>()

  spoke(speaker: Speaker, unit: number): void {
    const last = this.#spoke.at(-1)
    if (last?.unit !== unit || last.speaker.name !== speaker.name) this.#spoke.push({ speaker, unit })
    if (speaker.person && !this.#persons.has(surname(speaker.name))) this.#persons.set(surname(speaker.name), speaker)
  }

  issued(noun: string, speaker: Speaker): void {
    this.#documents.set(singular(noun), speaker)
  }

  issuer(noun: string): Speaker | null {
    return this.#documents.get(singular(noun)) ?? null
  }

  personCalled(name: string): Speaker | null {
    return this.#persons.get(surname(name)) ?? null
  }

  /** The latest that fits, at most so many units back. */
  latest(fits: (speaker: Speaker) => boolean, at: number, reach: number): Speaker | null {
    for (let i = this.#spoke.length - 1; i >= Math.max(0, this.#spoke.length - REMEMBERED); i -= 1) {
      const { speaker, unit } = this.#spoke[i]!
      if (at - unit > reach) return null
      if (fits(speaker)) return speaker
    }
    return null
  }
}

const singular = (noun: string): string =>
  noun.endsWith('s') && noun !== 'findings' && noun !== 'comments' && noun !== 'remarks' && noun !== 'address'
    ? noun.slice(0, -1)
    : noun

/** The speaker that a subject phrase names; null where it names nothing that speaks. */
export function speakerOf(text: string, unit: Unit, subject: Subject, memory: Memory, anybody = false): Speaker | null {
  const mention = wholeName(text, unit, knownAlone(unit, withoutThat(unit, subject.mention)))
  const at: Place = { start: mention.start, end: mention.end }
  if (mention.how === 'pronoun') return pronoun(mention, unit, memory, at)
  const last = unit.tokens[mention.to - 1]!
  const first = unit.tokens[mention.from]!
  if (mention.person === null && headIsMute(unit, mention)) return null
  // a person: in the phrase itself, or in the apposition between the phrase and its verb
  const inside = personAt(unit, mention.from, mention.to)
  const beside = inside ?? (subject.to > mention.to ? personAt(unit, mention.to, subject.to) : null)
  if (beside !== null) return person(text, unit, mention, beside, subject.to)
  // A later mention by surname: "Callamard", "Mr Al Shara".
  if (last.capital && mention.party === null) {
    const called = memory.personCalled(mention.text)
    const words = mention.to - mention.from
    if (called !== null && words <= 3)
      return { ...called, at, how: `${mention.text} is ${called.name} of earlier text` }
  }
  if (mention.party === null || isDocument(last)) {
    const document = documentSpeaker(unit, mention, memory, at)
    if (document !== undefined) return document
  }
  if (mention.party !== null || mention.how === 'known') {
    const role = roleText(text, unit, mention)
    return {
      name: mention.name,
      kind: mention.kind,
      person: false,
      role: role?.text ?? null,
      roleAt: role?.at ?? null,
      at,
      how: 'a known party',
      unsure: null,
    }
  }
  const name = plainBody(plainName(text, unit.tokens, mention.from, mention.to))
  // "a spokesperson for the Rapid Support Forces": the office speaks for its body
  const office = SPOKEN_FOR.exec(name)
  if (office !== null) {
    const role = { start: at.start, end: at.end }
    return {
      name: plainBody(office[1]!),
      kind: 'other',
      person: false,
      role: mention.text,
      roleAt: role,
      at,
      how: 'whose spokesperson it is',
      unsure: null,
    }
  }
  // "its spokesman, Tavrin Oskal": a person that the index knows
  const known = unit.known.find(
    (match) => match.from >= mention.to && match.to <= subject.to && match.party.kind === 'official',
  )
  if (known !== undefined && ROLE_WORDS.has(last.norm)) {
    const named = { start: unit.tokens[known.from]!.start, end: unit.tokens[known.to - 1]!.end }
    const base = { name: known.party.name, kind: known.party.kind, person: true, role: mention.text, roleAt: at }
    return { ...base, at: named, how: 'a person by name', unsure: null }
  }
  // "a spokesman told reporters": he speaks for the body that spoke last
  if (/^(?:(?:a|its|the|their) )?spokes(?:man|woman|person)$/i.test(mention.text)) {
    const body = memory.latest((speaker) => !speaker.person && speaker.kind !== 'witness', unit.index, 4)
    if (body !== null) return { ...body, role: mention.text, roleAt: at, at, how: `${mention.text} of ${body.name}` }
  }
  const definite = /^(?:the|its|their|this|that)$/.test(first.norm)
  if (definite) {
    const found = definiteSpeaker(unit, mention, name, memory, at)
    if (found !== null) return found
  }
  if (/^(?:his|her) office$/i.test(name) || (mention.to - mention.from === 1 && initial(last))) return null
  if (!(anybody || mayspeak(unit, mention)) || runsTogether(unit, mention)) return null
  const kind = LIVED.test(headOf(unit, mention)) ? 'witness' : mention.kind
  return { name, kind, person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
}

/** "that the authorities …": the conjunction is no part of the name. */
function withoutThat(unit: Unit, mention: Mention): Mention {
  const next = unit.tokens[mention.from + 1]
  if (unit.tokens[mention.from]!.norm !== 'that' || next === undefined || mention.to - mention.from < 3) return mention
  return { ...mention, from: mention.from + 1, start: next.start, text: mention.text.slice(next.start - mention.start) }
}

/** A phrase that is a known name and nothing else is that party, whatever stands before it. */
function knownAlone(unit: Unit, mention: Mention): Mention {
  if (mention.party !== null || mention.how === 'pronoun') return mention
  const from = /^(?:the|a|an)$/.test(unit.tokens[mention.from]!.norm) ? mention.from + 1 : mention.from
  const match = unit.known.find((known) => known.from === from && known.to === mention.to)
  if (match === undefined) return mention
  return { ...mention, name: match.party.name, kind: match.party.kind, party: match.party, how: 'known' }
}

const initial = (token: Token): boolean =>
  token.capital &&
  (token.text.length === 1 ||
    /^(?:spc|col|lt|gen|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|dr|mr|mrs|ms|prof|rev|fr|hon|cpl|pvt|st)$/.test(
      token.norm,
    ))

/** "Doctors Without Borders", "Germany, France and Britain": what a phrase lost to its left. */
function wholeName(text: string, unit: Unit, mention: Mention): Mention {
  const { tokens, quoted } = unit
  if (mention.party !== null || mention.how === 'pronoun' || !tokens[mention.from]!.capital) return mention
  let from = mention.from
  // "Col. John L. Dorrian": full stops behind an initial or a rank
  while (from >= 2 && tokens[from - 1]!.text === '.' && quoted[from - 2] === -1 && initial(tokens[from - 2]!)) {
    from -= 2
    while (from > 0 && tokens[from - 1]!.capital && tokens[from - 1]!.kind === 'word' && quoted[from - 1] === -1)
      from -= 1
  }
  const link = tokens[from - 1]
  if (link?.capital && /^(?:without|against|for|of|in)$/.test(link.norm) && tokens[from - 2]?.capital) {
    from -= 2
    while (from > 0 && tokens[from - 1]!.capital && tokens[from - 1]!.kind === 'word' && quoted[from - 1] === -1)
      from -= 1
  }
  const joined = tokens.slice(mention.from, mention.to).some((token) => token.norm === 'and')
  while (joined && from >= 2 && tokens[from - 1]!.text === ',' && tokens[from - 2]!.capital && quoted[from - 2] === -1)
    from -= 2
  if (from === mention.from) return mention
  const start = tokens[from]!.start
  return { ...mention, from, start, text: text.slice(start, mention.end), person: null }
}

function headIsMute(unit: Unit, mention: Mention): boolean {
  const head = headOf(unit, mention)
  return MUTE.has(head) && !SPEAKING_DOCUMENTS.has(head)
}

/** The noun that governs the phrase: the last one before its first "of", "in", "from". */
function headOf(unit: Unit, mention: Mention): string {
  for (let i = mention.from + 1; i < mention.to; i += 1) {
    if (/^(?:of|in|from|for|at|with|on)$/.test(unit.tokens[i]!.norm)) return unit.tokens[i - 1]!.norm
  }
  return unit.tokens[mention.to - 1]!.norm
}

function isDocument(token: Token): boolean {
  return SPEAKING_DOCUMENTS.has(token.norm)
}

/** "the community Altès blamed": a common noun and a name that belong to two phrases. */
function runsTogether(unit: Unit, mention: Mention): boolean {
  const last = unit.tokens[mention.to - 1]!
  const before = unit.tokens[mention.to - 2]
  if (before === undefined || mention.to - mention.from < 2 || !last.capital || before.capital) return false
  if (before.kind !== 'word' || before.norm === 'the' || before.norm.includes('-') || speakerKind(before.norm) !== null)
    return false
  return (
    !/^(?:of|in|from|for|at|with|on|and|al|el|bin|ibn|de|da|van|von|interim|former|acting|new|top|s)$/.test(
      before.norm,
    ) && before.norm !== "'s"
  )
}

function mayspeak(unit: Unit, mention: Mention): boolean {
  for (let i = mention.from; i < mention.to; i += 1) if (speakerKind(unit.tokens[i]!.norm) !== null) return true
  const last = unit.tokens[mention.to - 1]!
  return last.capital && mention.to - mention.from <= 6
}

function person(text: string, unit: Unit, mention: Mention, range: readonly [number, number], to: number): Speaker {
  const { tokens } = unit
  // "Adam Abdelmoula and Ramesh Rajasingham"
  let first = range[0]
  if (tokens[first - 1]?.norm === 'and') {
    let k = first - 2
    while (k >= mention.from && namePart(tokens[k]!, false)) k -= 1
    if (first - 2 - k >= 2) first = k + 1
  }
  const start = tokens[first]!.start
  const end = tokens[range[1] - 1]!.end
  const name = personName(text.slice(start, end))
  // the office: the rest of the phrase before the name, else the apposition behind it
  let from = mention.from
  while (from < range[0] && /^(?:the|a|an)$/.test(tokens[from]!.norm)) from += 1
  let office: readonly [number, number] | null = first > from ? [from, first] : null
  if (office === null && to > range[1] + 1 && tokens[range[1]]?.text === ',') office = [range[1] + 1, to]
  if (office === null) {
    // "Secretary of State Marco Rubio": the phrase was cut at the name
    let left = first
    while (left > 0 && first - left < 9 && unit.quoted[left - 1] === -1 && officeWord(tokens[left - 1]!)) left -= 1
    if (tokens.slice(left, first).some((token) => ROLE_WORDS.has(token.norm))) office = [left, first]
  }
  let role: string | null = null
  let roleAt: Place | null = null
  if (office !== null) {
    let [a, b] = office
    while (b > a && tokens[b - 1]!.kind === 'mark') b -= 1
    while (a < b && /^(?:the|a|an|,)$/.test(tokens[a]!.norm)) a += 1
    if (tokens[b - 1]?.norm === "'s") b -= 1
    const spoken = tokens.slice(a, b).some((token) => token.kind === 'word')
    if (b > a && spoken && b - a <= 16 && !/^(?:who|whose|which)$/.test(tokens[a]!.norm)) {
      roleAt = { start: tokens[a]!.start, end: tokens[b - 1]!.end }
      role = text.slice(roleAt.start, roleAt.end)
    }
  }
  const kind = mention.kind === 'witness' ? 'witness' : 'official'
  return { name, kind, person: true, role, roleAt, at: { start, end }, how: 'a person by name', unsure: null }
}

const officeWord = (token: Token): boolean =>
  token.kind === 'word' && (token.capital || ROLE_WORDS.has(token.norm) || /^(?:of|for|the|and|'s)$/.test(token.norm))

function roleText(text: string, unit: Unit, mention: Mention): { text: string; at: Place } | null {
  for (let i = mention.from; i < mention.to; i += 1) {
    if (!ROLE_WORDS.has(unit.tokens[i]!.norm) || unit.known.some((match) => match.from <= i && i < match.to)) continue
    const at = { start: mention.start, end: mention.end }
    return { text: text.slice(at.start, at.end), at }
  }
  return null
}

/** "the report", "a statement by the ministry", "the Amnesty report". Undefined where the phrase is no document. */
function documentSpeaker(unit: Unit, mention: Mention, memory: Memory, at: Place): Speaker | null | undefined {
  const noun = headOf(unit, mention)
  if (!SPEAKING_DOCUMENTS.has(noun)) return undefined
  const named = unit.known.find((match) => match.from >= mention.from && match.to <= mention.to)
  if (named !== undefined) {
    const { name, kind } = named.party
    return { name, kind, person: false, role: null, roleAt: null, at, how: `whose ${noun} it is`, unsure: null }
  }
  const issuer = memory.issuer(noun)
  if (issuer !== null) return { ...issuer, at, how: `who issued the ${noun}` }
  const latest = memory.latest((speaker) => speaker.kind !== 'witness', unit.index, 3)
  if (latest === null) return null
  return {
    ...latest,
    at,
    how: `the latest to speak before "the ${noun}"`,
    unsure: `whose ${noun} it is, is not said here`,
  }
}

/** What "it" may be: a body, named in the singular. */
const single = (speaker: Speaker): boolean =>
  !speaker.person &&
  speaker.kind !== 'witness' &&
  speaker.kind !== 'official' &&
  !(
    speaker.how === 'as printed' &&
    /(?:sources|officials|activists|groups|forces|residents|militants|authorities)$/i.test(speaker.name)
  )

function pronoun(mention: Mention, unit: Unit, memory: Memory, at: Place): Speaker | null {
  const word = normalise(mention.text)
  const found =
    word === 'he' || word === 'she'
      ? memory.latest(
          (speaker) =>
            speaker.person || speaker.role !== null || speaker.kind === 'official' || speaker.kind === 'witness',
          unit.index,
          14,
        )
      : word === 'it'
        ? memory.latest(single, unit.index, 6)
        : word === 'they'
          ? memory.latest((speaker) => !speaker.person, unit.index, 4)
          : null
  if (found === null) return null
  return { ...found, at, how: `"${mention.text}" is ${found.name} of earlier text` }
}

const REFERENTS: ReadonlyMap<string, ReadonlySet<PartyKind>> = new Map(
  (
    [
      ['monitor watchdog', ['monitor', 'aid_organisation']],
      [
        'group organisation organization ngo charity',
        ['monitor', 'aid_organisation', 'un_body', 'other', 'armed_group', 'political_group'],
      ],
      ['agency', ['agency', 'un_body', 'government']],
      ['office body mission', ['un_body', 'government', 'court']],
      ['government authorities', ['government']],
    ] as const
  ).flatMap(([words, kinds]) => words.split(' ').map((word) => [word, new Set<PartyKind>(kinds)] as const)),
)

function definiteSpeaker(unit: Unit, mention: Mention, name: string, memory: Memory, at: Place): Speaker | null {
  const head = headOf(unit, mention)
  const words = normalise(name).split(/\s+/)
  const take = (speaker: Speaker): Speaker => ({
    ...speaker,
    at,
    how: `"${mention.text}" is ${speaker.name} of earlier text`,
  })
  if (ROLE_WORDS.has(head)) {
    const same = memory.latest(
      (speaker) => speaker.person && speaker.role !== null && sameOffice(head, normalise(speaker.role)),
      unit.index,
      30,
    )
    if (same !== null) return take(same)
  }
  // "the government" after "the Syrian government"; "the commission" after its full name
  if (words.length <= 3) {
    const named = memory.latest(
      (speaker) =>
        !speaker.person &&
        normalise(speaker.name)
          .split(/[\s-]+/)
          .includes(head),
      unit.index,
      40,
    )
    if (named !== null && words.length === 1) return take(named)
    const kinds = REFERENTS.get(head)
    if (kinds !== undefined && (words.length === 1 || DESCRIBES.test(words[0]!))) {
      const spoken = memory.latest((speaker) => !speaker.person && kinds.has(speaker.kind), unit.index, 12)
      if (spoken !== null) return take(spoken)
    }
  }
  return null
}

/** What is said of a body before its kind: "the Britain-based monitor", "the medical group". */
const DESCRIBES = /^(?:rights|human|war|aid|advocacy|watchdog|medical|non-profit|independent|local|\p{L}+-based)$/u

/** A leader is a president, too. */
function sameOffice(head: string, role: string): boolean {
  if (new RegExp(`\\b${head}\\b`).test(role)) return true
  return (head === 'leader' || head === 'ruler') && /\b(?:president|premier|prime minister|leader|king)\b/.test(role)
}

/** Nouns of acts of speech. */
const ACTS =
  /^(?:promises?|pledges?|vows?|commitments?|assurances?|accusations?|denials?|allegations?|claims?|demands?|calls?|appeals?)$/

/** The subject phrase that opens a unit, for pronouns of later ones: a person, a known party, or a body that can speak. */
export function openingSubject(text: string, unit: Unit, memory: Memory): Speaker | null {
  const range = phraseStartingAt(unit.tokens, 0)
  if (range === null || unit.quoted[0] !== -1) return null
  const mention = mentionOf(text, unit.tokens, range, unit.known)
  let to = range[1]
  if (unit.tokens[to]?.text === ',') {
    let close = to + 1
    while (close < unit.tokens.length && close - to < 28 && unit.tokens[close]!.text !== ',') close += 1
    if (unit.tokens[close]?.text === ',') to = close
  }
  const speaker = speakerOf(text, unit, { mention, via: [], from: range[0], to }, memory)
  // "The promise of the ministry to …": a promise is nobody
  if (speaker?.how === 'as printed' && ACTS.test(headOf(unit, mention))) return null
  // a phrase that ran on over a verb is no name
  if (speaker?.how === 'as printed' && speaker.name.split(' ').length > 6) return null
  // a capital at the head of a sentence makes no name
  if (
    speaker?.how === 'as printed' &&
    !unit.tokens.slice(range[0], range[1]).some((token) => speakerKind(token.norm) !== null)
  )
    return null
  return speaker
}
