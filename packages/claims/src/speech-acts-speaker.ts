/** Who performs a speech act: persons with their office, bodies by their canonical names, pronouns by what was said before. */
import type { Subject } from './attribution.ts'
import { plainBody } from './claims-names.ts'
import { type Mention, mentionOf, phraseStartingAt, plainName, speakerKind } from './mention.ts'
import { behindOffice, bodyBeside, joined, officeWordOf, oneOfThem } from './speech-acts-belonging.ts'
import type { Memory, Place, Speaker } from './speech-acts-memory.ts'
import { bodyKind, initial, livedBeside, person, personAt, ROLE_WORDS, roleText } from './speech-acts-person.ts'
import { definiteSpeaker, documentSpeaker, headOf, pronoun } from './speech-acts-referent.ts'
import type { Unit } from './speech-acts-unit.ts'
import { lived } from './speech-acts-witness.ts'
import { MUTE, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'
import type { Token } from './token.ts'

const SPOKEN_FOR = /^(?:\p{L}+ )?spokes(?:man|woman|person) (?:for|of) (?:the )?(.+)$/iu

/** The speaker that a subject phrase names; null where it names nothing that speaks. */
export function speakerOf(text: string, unit: Unit, subject: Subject, memory: Memory, anybody = false): Speaker | null {
  const mention = wholeName(text, unit, knownAlone(unit, withoutThat(unit, counted(text, unit, subject.mention))))
  const at: Place = { start: mention.start, end: mention.end }
  if (OUTLETS_OWN.test(mention.text)) return null
  if (mention.how === 'pronoun') return pronoun(mention, unit, memory, at)
  const behind = behindOffice(text, unit, mention)
  if (behind !== null) {
    const body = speakerOf(text, unit, { mention: behind, via: [], from: behind.from, to: behind.to }, memory)
    if (body !== null && body.how !== 'as printed')
      return {
        ...body,
        role: mention.text,
        roleAt: at,
        at,
        how: `${body.how}, whose ${officeWordOf(unit, mention)} speaks`,
      }
  }
  const owner = ownerOfDocument(text, unit, mention)
  if (owner !== null) {
    const { from, to } = owner
    const found = speakerOf(text, unit, { mention: owner, via: [], from, to }, memory, anybody)
    if (found !== null) return { ...found, at, how: `${found.how}, whose document it is` }
  }
  const last = unit.tokens[mention.to - 1]!
  const first = unit.tokens[mention.from]!
  const among = oneOfThem(text, unit, mention, at)
  if (among !== null) return among
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
  const joint = mention.how === 'known' || mention.party !== null ? null : joined(text, unit, mention)
  if (joint !== null) return { ...joint, kind: mention.kind, person: false, role: null, roleAt: null, unsure: null }
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
  const printed = bodyBeside(text, unit, mention, subject.to)
  if (printed !== null) {
    const of = { role: null, roleAt: null, person: false, kind: mention.kind, unsure: null } as const
    return { ...of, ...printed, how: 'as printed' }
  }
  const name = plainBody(plainName(text, unit.tokens, mention.from, mention.to))
  // "a spokesperson for the Rapid Support Forces": the office speaks for its body
  const office = SPOKEN_FOR.exec(name)
  if (office !== null) {
    const role = { start: at.start, end: at.end }
    const of = bodyKind(unit, [mention.from, mention.to], mention)
    return {
      ...(of === null ? {} : { of }),
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
  const officer = /^the spokes/i.test(mention.text) ? definiteSpeaker(unit, mention, name, memory, at) : null
  if (officer?.person) return officer
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
  const kind = lived(headOf(unit, mention)) ? 'witness' : mention.kind
  // "said Halima, a 34-year-old farmer": one name, and who she is
  const told = last.capital && mention.to - mention.from === 1 ? livedBeside(unit, mention.to) : null
  if (told !== null) {
    const roleAt = { start: unit.tokens[told[0]]!.start, end: unit.tokens[told[1] - 1]!.end }
    const role = text.slice(roleAt.start, roleAt.end)
    return { name, kind: 'witness', person: true, role, roleAt, at, how: 'a person by name', unsure: null }
  }
  const of = kind === 'official' ? bodyKind(unit, [mention.from, mention.to], mention) : null
  const body = of === null ? {} : { of }
  return { ...body, name, kind, person: false, role: null, roleAt: null, at, how: 'as printed', unsure: null }
}

/** The newsroom's own people speak for the outlet. */
const OUTLETS_OWN =
  /^(?:our|this newspaper's|the paper's|the bbc's) (?:\w+ )?(?:correspondents?|reporters?|newsroom|staff)$/i

/** "the Board of Inquiry's report": whose document it is; null where the phrase is no such thing. */
function ownerOfDocument(text: string, unit: Unit, mention: Mention): Mention | null {
  const { tokens } = unit
  const last = tokens[mention.to - 1]!
  if (!(isDocument(last) || MUTE.has(last.norm) || SITE.test(last.norm))) return null
  if (mention.party !== null && !SITE.test(last.norm)) return null
  for (let k = mention.to - 2; k > mention.from && mention.to - k < 5; k -= 1)
    if (tokens[k]!.norm === "'s") return mentionOf(text, tokens, [mention.from, k], unit.known)
  return null
}

/** "the coalition of 40 aid groups": a number inside the phrase, where its left part was lost. */
function counted(text: string, unit: Unit, mention: Mention): Mention {
  const { tokens } = unit
  const { from } = mention
  if (tokens[from - 1]?.kind !== 'number' || tokens[from - 2]?.norm !== 'of' || tokens[from - 3]?.kind !== 'word')
    return mention
  const first = /^(?:the|a|an)$/.test(tokens[from - 4]?.norm ?? '') ? from - 4 : from - 3
  const { start } = tokens[first]!
  return { ...mention, from: first, start, text: text.slice(start, mention.end), person: null }
}

/** "that the authorities …": the conjunction is no part of the name. */
function withoutThat(unit: Unit, mention: Mention): Mention {
  const next = unit.tokens[mention.from + 1]
  if (unit.tokens[mention.from]!.norm !== 'that' || next === undefined || mention.to - mention.from < 3) return mention
  return { ...mention, from: mention.from + 1, start: next.start, text: mention.text.slice(next.start - mention.start) }
}

/** "the army's Facebook page": where it publishes. */
const SITE = /^(?:page|website|site|account|channel|feed)$/

/** A phrase that is a known name and nothing else is that party, whatever stands before it. */
function knownAlone(unit: Unit, mention: Mention): Mention {
  if (mention.party !== null || mention.how === 'pronoun') return mention
  const from = /^(?:the|a|an)$/.test(unit.tokens[mention.from]!.norm) ? mention.from + 1 : mention.from
  const match = unit.known.find((known) => known.from === from && known.to === mention.to)
  if (match === undefined) return mention
  return { ...mention, name: match.party.name, kind: match.party.kind, party: match.party, how: 'known' }
}

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

function isDocument(token: Token): boolean {
  return SPEAKING_DOCUMENTS.has(token.norm)
}

/** "the community Altès blamed": a common noun and a name that belong to two phrases. */
function runsTogether(unit: Unit, mention: Mention): boolean {
  const last = unit.tokens[mention.to - 1]!
  const before = unit.tokens[mention.to - 2]
  if (before === undefined || mention.to - mention.from < 2 || !last.capital || before.capital) return false
  // "national TV"
  if (/^\p{Lu}{2,5}$/u.test(last.text)) return false
  if (before.kind !== 'word' || before.norm === 'the' || before.norm.includes('-') || speakerKind(before.norm) !== null)
    return false
  return (
    !/^(?:of|in|from|for|to|at|with|on|and|al|el|bin|ibn|de|da|van|von|interim|former|acting|new|top|s)$/.test(
      before.norm,
    ) && before.norm !== "'s"
  )
}

/** Those who speak up in public, beside the nouns that name a party. */
const OPINING =
  /^(?:advocates?|critics?|scholars?|lawmakers?|analysts?|commentators?|supporters|opponents|observers?|historians?|journalists?|editors?|bloggers?|unions?|insiders?|veterans?|academics?|parliamentarians?|mps?|congress(?:man|woman))$/

function mayspeak(unit: Unit, mention: Mention): boolean {
  for (let i = mention.from; i < mention.to; i += 1) {
    const { norm } = unit.tokens[i]!
    if (speakerKind(norm) !== null || OPINING.test(norm)) return true
  }
  const last = unit.tokens[mention.to - 1]!
  return last.capital && mention.to - mention.from <= 6
}

/** "Asked whether it would pay, press secretary Ilse Vance pointed to …": an officer by name behind what opens the sentence. */
function personBehindClause(text: string, unit: Unit): Speaker | null {
  const { tokens, quoted, known } = unit
  if (!/(?:ed|ing)$/.test(tokens[0]!.norm)) return null
  for (let i = 1; i < Math.min(tokens.length, 40); i += 1) {
    if (quoted[i] !== -1) return null
    if (tokens[i]!.text !== ',') continue
    const range = phraseStartingAt(tokens, i + 1)
    if (range === null) continue
    const named = personAt(unit, range[0], range[1])
    if (named === null || tokens[range[1]]?.kind !== 'word') continue
    if (!tokens.slice(range[0], named[0]).some((token) => ROLE_WORDS.has(token.norm))) continue
    return person(text, unit, mentionOf(text, tokens, range, known), named, range[1])
  }
  return null
}

/** Nouns of acts of speech. */
const ACTS =
  /^(?:promises?|pledges?|vows?|commitments?|assurances?|accusations?|denials?|allegations?|claims?|demands?|calls?|appeals?)$/

/** The subject phrase that opens a unit, for pronouns of later ones: a person, a known party, or a body that can speak. */
export function openingSubject(text: string, unit: Unit, memory: Memory): Speaker | null {
  if (unit.quoted[0] !== -1) return null
  // "While the prosecutor named nobody, he said …"
  const first = /^(?:while|although|though)$/.test(unit.tokens[0]!.norm) ? 1 : 0
  const range = phraseStartingAt(unit.tokens, first)
  if (range === null) return personBehindClause(text, unit)
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
