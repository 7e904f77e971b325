/** Who a verb of saying has for its subject, before it or behind it. */
import { ADVERBS, AUXILIARIES, TIME_LINKS } from './cue.ts'
import { issuerWithin, withKind } from './issuer.ts'
import type { PartyKind } from './knowledge.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
  type Mention,
  mentionOf,
  phraseEndingAt,
  phraseStartingAt,
  speakerKind,
} from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Source, Subject } from './subject-phrase.ts'
import { isMay, type Token } from './token.ts'

/** "at first", "in turn", "for its part": adverbs of two words or three, by their last. */
const SET_ADVERBS: ReadonlyMap<string, readonly string[]> = new Map([
  ['first', ['at']],
  ['turn', ['in']],
  ['part', ['its', 'their', 'his', 'her']],
  ['contrast', ['by']],
])

function skipBack(tokens: readonly Token[], at: number, floor: number): number {
  let i = at
  for (let guard = 0; guard < 24 && i >= floor; guard++) {
    const token = tokens[i]!
    const set = SET_ADVERBS.get(token.norm)
    if (set?.includes(tokens[i - 1]?.norm ?? '')) {
      i -= token.norm === 'part' ? 3 : 2
      continue
    }
    if (
      ADVERBS.has(token.norm) ||
      (AUXILIARIES.has(token.norm) && !isMay(tokens, i)) ||
      (token.norm.endsWith('ly') && !token.capital && token.norm !== 'family')
    ) {
      i--
      continue
    }
    if (
      isTimeWord(token.norm) ||
      (token.kind !== 'word' && token.kind !== 'mark' && isTimeWord(tokens[i - 1]?.norm ?? ''))
    ) {
      let j = i - 1
      while (
        j >= floor &&
        (TIME_LINKS.has(tokens[j]!.norm) || isTimeWord(tokens[j]!.norm) || tokens[j]!.kind === 'number') &&
        i - j < 7
      )
        j--
      i = j
      continue
    }
    // "issued by the board on that day"
    const day = /^(?:day|night|morning|evening|afternoon)$/.test(token.norm)
    if (day && ['that', 'same', 'next'].includes(tokens[i - 1]?.norm ?? '')) {
      i -= TIME_LINKS.has(tokens[i - 2]?.norm ?? '') ? 3 : 2
      continue
    }
    const adjunct = adjunctStart(tokens, i, floor)
    if (adjunct !== null) {
      i = adjunct - 1
      continue
    }
    break
  }
  return i
}

const ADJUNCT_LINKS = wordSet('for in on via through during at to after by from')

const BASED = wordSet('based drawn compiled drawing relying')

const ARTICLES = wordSet('a an its the their his her this that one two another new')

/** The start of an adjunct that ends at `at`: "in a report", "in an interview with AFP", "on social media", "on X". */
function adjunctStart(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let k = at; k >= floor && at - k < 9; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.text !== '’') return null
    if (!ADJUNCT_LINKS.has(token.norm) || k === at) continue
    const next = tokens[k + 1]!
    if (token.norm === 'for' && next.norm !== 'this') continue
    if (ARTICLES.has(next.norm)) {
      for (let m = k + 2; m <= at; m++) if (DOCUMENT_NOUNS.has(tokens[m]!.norm)) return ends(tokens, m, at) ? k : null
    } else if (
      k === at - 1 &&
      (DOCUMENT_NOUNS.has(next.norm) ||
        ['x', 'twitter', 'facebook', 'telegram', 'reporters', 'journalists', 'television', 'tv', 'radio'].includes(
          next.norm,
        ))
    ) {
      return k
    } else if (next.norm === 'social' && k === at - 2) return k
    else if (BASED.has(tokens[k - 1]?.norm ?? '') && DOCUMENT_NOUNS.has(tokens[at]!.norm)) return k - 1
  }
  return null
}

/** Behind the document of an adjunct stands nothing, or who or what it is with: the next noun phrase is the subject. */
function ends(tokens: readonly Token[], noun: number, at: number): boolean {
  const next = tokens[noun + 1]
  return noun === at || DOCUMENT_NOUNS.has(next!.norm) || isPreposition(next!.norm) || ISSUING.has(next!.norm)
}
const ISSUING = wordSet('released published issued posted seen obtained carried quoted given')

export function pronounMention(source: Source, at: number): Mention {
  const token = source.tokens[at]!
  const kind: PartyKind = ['he', 'she', 'him', 'her'].includes(token.norm) ? 'official' : 'other'
  return {
    from: at,
    to: at + 1,
    start: token.start,
    end: token.end,
    text: token.text,
    name: token.text,
    kind,
    party: null,
    person: null,
    role: null,
    how: 'pronoun',
  }
}

const SPOKEN_OF = wordSet('it he she they')
/** "according to him". */
const NAMED_AS_OBJECT = wordSet('him her them')

/** The subject before the verb at `verb`, stepping over auxiliaries, time words, adjuncts and an apposition. */
export function subjectBefore(source: Source, verb: number, floor: number): Subject | null {
  const { tokens } = source
  let i = skipBack(tokens, verb - 1, floor)
  const token = tokens[i]
  if (i < floor || token === undefined) return null
  if (isPronoun(token.norm) && token.text !== 'WHO') {
    if (token.norm === 'who' || token.norm === 'which') return relativeSubject(source, i, floor)
    if (!SPOKEN_OF.has(token.norm)) return modified(source, i, floor)
    return { mention: pronounMention(source, i), via: [], from: i, to: i + 1 }
  }
  if (token.norm === 'which' || token.norm === 'that')
    return token.norm === 'which' ? relativeSubject(source, i, floor) : null
  let apposition: readonly [number, number] | null = null
  for (let guard = 0; guard < 3; guard++) {
    const here = tokens[i]
    if (here === undefined || i < floor) return null
    if (here.text === ')' || here.text === ']') {
      const open = findBack(tokens, i - 1, floor, here.text === ')' ? '(' : '[', 14)
      if (open === null) return null
      i = open - 1
      continue
    }
    if (here.text === ',' || here.text === '–' || here.text === '—') {
      const open = findBack(tokens, i - 1, floor, here.text, 28)
      if (open === null) break
      apposition = apposition ?? [open + 1, i]
      i = skipBack(tokens, open - 1, floor)
      continue
    }
    break
  }
  // "Umar, who lives in Kofa, where it began, said": a clause is no apposition
  if (apposition !== null && RELATIVES.has(tokens[apposition[0]]!.norm)) apposition = null
  const range = phraseEndingAt(tokens, i, floor)
  const described = range === null || apposition === null ? describedSubject(source, range?.[0] ?? i, floor) : null
  if (described !== null) return described
  // "doctors interviewed for this report said"
  const reduced = range === null && /ed$/.test(tokens[i]?.norm ?? '') ? phraseEndingAt(tokens, i - 1, floor) : range
  return reduced === null ? null : subjectOf(source, reduced, apposition, floor)
}

/** "villagers who had fled told", "peacekeepers who reached the town counted": the noun before its relative clause. */
function describedSubject(source: Source, at: number, floor: number): Subject | null {
  const { tokens } = source
  for (let i = at - 1; i > floor && at - i < 10; i--) {
    const { kind, norm, text } = tokens[i]!
    if (kind !== 'word') return null
    if (norm !== 'who' || text === 'WHO') continue
    // "the man who police said": there the phrase itself speaks
    if (i === at - 1 && norm === 'who' && !/ed$/.test(tokens[at]!.norm)) return null
    const range = phraseEndingAt(tokens, tokens[i - 1]!.text === ',' ? i - 2 : i - 1, floor)
    return range === null ? null : subjectOf(source, range, null, floor)
  }
  return null
}
const RELATIVES = wordSet('where which when')

/** "lawyers representing them say": the noun that a participle and its object only describe. */
function modified(source: Source, at: number, floor: number): Subject | null {
  for (let i = at - 1; i > floor && at - i < 4; i--) {
    if (!/(?:ing|ed)$/.test(source.tokens[i]!.norm)) continue
    const range = phraseEndingAt(source.tokens, i - 1, floor)
    return range === null ? null : subjectOf(source, range, null, floor)
  }
  return null
}

/** ", which said …": the subject is the noun phrase before the comma. */
export function relativeSubject(source: Source, at: number, floor: number): Subject | null {
  let i = at - 1
  if (source.tokens[i]?.text === ',') i--
  if (source.tokens[i]?.text === ')') {
    const open = findBack(source.tokens, i - 1, floor, '(', 14)
    if (open === null) return null
    i = open - 1
  }
  const range = phraseEndingAt(source.tokens, i, floor)
  return range === null ? null : subjectOf(source, range, null, floor)
}

function findBack(tokens: readonly Token[], from: number, floor: number, mark: string, limit: number): number | null {
  for (let i = from; i >= floor && from - i < limit; i--) if (tokens[i]!.text === mark) return i
  return null
}

const SEEN = wordSet('seen obtained reviewed viewed read leaked consulted')
const PARTICIPLE = /(?:ed|n|made|held|kept|put|led|told)$/

/** Builds the subject from its phrase, and looks past "interviewed by X" and "a report by X" for who really speaks. */
function subjectOf(
  source: Source,
  range: readonly [number, number],
  apposition: readonly [number, number] | null,
  floor: number,
): Subject | null {
  const { tokens, text, known } = source
  // "a statement by 14 charities"
  const numbered = tokens[range[0] - 1]?.kind === 'number' && tokens[range[0] - 2]?.norm === 'by'
  const from = numbered ? range[0] - 1 : range[0]
  const to = range[1]
  const before = tokens[from - 1]
  const participle = tokens[from - 2]
  // "Iran Human Rights (IHR) NGO"
  if (before?.text === ')' && tokens[from - 3]?.text === '(') {
    const owner = known.find((match) => match.to === from - 3)
    if (owner !== undefined && speakerKind(tokens[to - 1]!.norm) !== null) {
      const first = phraseEndingAt(tokens, owner.to - 1, floor)?.[0] ?? owner.from
      return { mention: mentionOf(text, tokens, [owner.from, owner.to], known), via: [], from: first, to }
    }
  }
  if (before !== undefined && from - 2 >= floor && participle !== undefined) {
    // "witnesses interviewed by Amnesty", "a statement published by SANA", "a list drawn up by the hospital"
    const gap = participle.norm === 'up' || participle.norm === 'out' || participle.norm === 'down' ? 1 : 0
    const verb = tokens[from - 2 - gap]
    if (
      (before.norm === 'by' || before.norm === 'with' || before.norm === 'to') &&
      verb !== undefined &&
      PARTICIPLE.test(verb.norm)
    ) {
      const agent = mentionOf(text, tokens, [from, to], known)
      if (tokens[from - 3 - gap]?.norm === 'and') {
        // "a list drawn up by the hospital and seen by AFP": the last only relays
        const first = phraseEndingAt(tokens, from - 4 - gap, floor)
        const inner = first === null ? null : subjectOf(source, first, null, floor)
        if (inner !== null && inner.from < first![0]) return { ...inner, via: [...inner.via, agent], to }
      }
      const outer = phraseEndingAt(tokens, from - 3 - gap, floor)
      if (outer !== null) {
        const last = tokens[outer[1] - 1]!.norm
        // "a preliminary report seen by X" is not X's
        if (DOCUMENT_NOUNS.has(last) && SEEN.has(verb.norm))
          return { mention: withKind(mentionOf(text, tokens, outer, known)), via: [agent], from: outer[0], to }
        if (DOCUMENT_NOUNS.has(last)) return { mention: agent, via: [], from: outer[0], to }
        if (speakerKind(last) !== null) {
          return { mention: withKind(mentionOf(text, tokens, outer, known)), via: [agent], from: outer[0], to }
        }
      }
    }
    if (before.norm === 'by' && DOCUMENT_NOUNS.has(participle.norm)) {
      const outer = phraseEndingAt(tokens, from - 2, floor)
      return { mention: mentionOf(text, tokens, [from, to], known), via: [], from: outer?.[0] ?? from - 2, to }
    }
  }
  // "the rebels, whose spokesman said"
  if (before?.norm === 'whose') {
    const owner = phraseEndingAt(tokens, tokens[from - 2]?.text === ',' ? from - 3 : from - 2, floor)
    if (owner !== null) return { mention: withKind(mentionOf(text, tokens, owner, known)), via: [], from, to }
  }
  const issued = issuerWithin(source, range)
  if (issued !== null) return { mention: issued, via: [], from, to }
  let mention = mentionOf(text, tokens, [from, to], known)
  if (apposition !== null && (mention.how === 'phrase' || mention.person === null))
    mention = fromApposition(source, mention, apposition)
  // "the envoy for water in Pellia, Tilda Moerk,": the place does not speak
  const placed = mention.party === null && mention.person !== null && !mention.text.includes(' ')
  if (placed && apposition !== null && before?.norm === 'in') mention = { ...mention, name: mention.person! }
  // a known name that reaches further left than its phrase brings its article along
  const wide =
    mention.from < from && isDeterminer(tokens[mention.from - 1]?.norm ?? '') ? mention.from - 1 : mention.from
  return { mention: withKind(mention), via: [], from: Math.min(from, wide), to: apposition?.[1] ?? to }
}

const BODIES: ReadonlySet<PartyKind> = new Set(['monitor', 'government', 'court', 'outlet', 'armed_group', 'hospital'])

/** "Fadel Abdul Ghany, director of SNHR," and "SNHR's director, Fadel Abdul Ghany,": the party in either half. */
function fromApposition(source: Source, mention: Mention, apposition: readonly [number, number]): Mention {
  const { text, tokens, known } = source
  const [from, to] = apposition
  if (to - from > 22 || to <= from) return mention
  if (isPreposition(tokens[from]!.norm) || speakerless(tokens, from, to)) return mention
  const inner = mentionOf(text, tokens, [from, to], known)
  if (mention.how === 'known')
    return mention.role !== null && inner.party === null ? { ...mention, person: inner.person } : mention
  const alone = known.some((match) => match.from === from && match.to === to)
  if (inner.party !== null && (mention.person !== null || alone)) {
    return { ...mention, name: inner.name, kind: inner.kind, party: inner.party, role: inner.role, how: 'known' }
  }
  if (mention.person === null && mention.how === 'phrase' && /^an? /i.test(mention.text) && tokens[to - 1]!.capital) {
    // "a rights group, the Committee for Peace" and "a nurse, Amina Duwal": the name tells more than the noun
    if (inner.person === null || BODIES.has(inner.kind)) return { ...mention, name: inner.name, kind: mention.kind }
    if (mention.kind === 'witness' || mention.kind === 'hospital')
      return { ...mention, name: inner.person, person: inner.person }
  }
  return inner.person !== null && mention.person === null ? { ...mention, person: inner.person } : mention
}

const speakerless = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (speakerKind(tokens[i]!.norm) !== null || tokens[i]!.capital) return false
  return true
}

/** The subject that follows an inverted cue: "…, says the UN human rights office". */
export function subjectAfter(source: Source, at: number): Subject | null {
  const { tokens, text, known } = source
  let i = at
  while (i < tokens.length && ADVERBS.has(tokens[i]!.norm)) i++
  const first = tokens[i]
  if (first === undefined || first.kind !== 'word') return null
  const object = first.norm === 'her' && phraseStartingAt(tokens, i) === null
  if ((isPronoun(first.norm) && first.text !== 'WHO') || object) {
    if (!SPOKEN_OF.has(first.norm) && !NAMED_AS_OBJECT.has(first.norm)) return null
    return { mention: pronounMention(source, i), via: [], from: i, to: i + 1 }
  }
  // "one of the sources, a security official"
  const oneOf = first.norm === 'one' && tokens[i + 1]?.norm === 'of'
  if (oneOf) i += 2
  const alone = phraseStartingAt(tokens, i)
  if (alone === null) return null
  const range = withSecond(tokens, alone)
  let mention = withKind(mentionOf(text, tokens, range, known))
  let to = range[1]
  if (tokens[to]?.text === ',' && (mention.how === 'phrase' || mention.how === 'definite')) {
    const close = findForward(tokens, to + 1, ',', 16)
    const end = close ?? Math.min(tokens.length, to + 14)
    const told = oneOf && isDeterminer(tokens[to + 1]?.norm ?? '') ? phraseStartingAt(tokens, to + 1) : null
    const better = told === null ? fromApposition(source, mention, [to + 1, end]) : mentionOf(text, tokens, told, known)
    if (better !== mention) {
      mention = better
      to = end
    }
  }
  return { mention, via: [], from: range[0], to }
}

/** "the UN office (BINUH) and the Office … (OHCHR)": a bracketed acronym does not end a pair of names. */
function withSecond(tokens: readonly Token[], range: readonly [number, number]): readonly [number, number] {
  let [from, to] = range
  for (let guard = 0; guard < 2; guard++) {
    if (tokens[to]?.text === '(' && tokens[to + 2]?.text === ')') to += 3
    if (guard === 1 || tokens[to]?.norm !== 'and') break
    const next = phraseStartingAt(tokens, to + 1)
    if (next === null || !tokens[next[1] - 1]!.capital) break
    to = next[1]
  }
  return [from, to]
}

function findForward(tokens: readonly Token[], from: number, mark: string, limit: number): number | null {
  for (let i = from; i < tokens.length && i - from < limit; i++) if (tokens[i]!.text === mark) return i
  return null
}
