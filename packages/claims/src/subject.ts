/** Who a verb of saying has for its subject, before it or behind it. */
import { ADVERBS, AUXILIARIES, TIME_LINKS } from './cue.ts'
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
import type { PartyMatch } from './party-index.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

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
      AUXILIARIES.has(token.norm) ||
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
    const adjunct = adjunctStart(tokens, i, floor)
    if (adjunct !== null) {
      i = adjunct - 1
      continue
    }
    break
  }
  return i
}

const ADJUNCT_LINKS = wordSet('in on via through during at to after by from')

const ARTICLES = wordSet('a an its the their his her this that one two another new')

/** The start of an adjunct that ends at `at`: "in a report", "in an interview with AFP", "on social media", "on X". */
function adjunctStart(tokens: readonly Token[], at: number, floor: number): number | null {
  for (let k = at; k >= floor && at - k < 9; k--) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.text !== '’') return null
    if (!ADJUNCT_LINKS.has(token.norm) || k === at) continue
    const next = tokens[k + 1]!
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
  }
  return null
}

/** Behind the document of an adjunct stands nothing, or who or what it is with: the next noun phrase is the subject. */
function ends(tokens: readonly Token[], noun: number, at: number): boolean {
  const next = tokens[noun + 1]
  return noun === at || DOCUMENT_NOUNS.has(next!.norm) || isPreposition(next!.norm) || ISSUING.has(next!.norm)
}
const ISSUING = wordSet('released published issued posted seen obtained carried quoted given')

export interface Subject {
  readonly mention: Mention
  readonly via: readonly Mention[]
  /** Where the subject phrase begins, its apposition included. */
  readonly from: number
  readonly to: number
}

export interface Source {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: readonly PartyMatch[]
}

export function pronounMention(source: Source, at: number): Mention {
  const token = source.tokens[at]!
  const kind: PartyKind = token.norm === 'he' || token.norm === 'she' ? 'official' : 'other'
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

/** The subject before the verb at `verb`, stepping over auxiliaries, time words, adjuncts and an apposition. */
export function subjectBefore(source: Source, verb: number, floor: number): Subject | null {
  const { tokens } = source
  let i = skipBack(tokens, verb - 1, floor)
  const token = tokens[i]
  if (i < floor || token === undefined) return null
  if (isPronoun(token.norm) && token.text !== 'WHO') {
    if (token.norm === 'who' || token.norm === 'which') return relativeSubject(source, i, floor)
    if (!SPOKEN_OF.has(token.norm)) return null
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
  const range = phraseEndingAt(tokens, i, floor)
  if (range === null) return null
  return subjectOf(source, range, apposition, floor)
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

const PARTICIPLE = /(?:ed|n|made|held|kept|put|led|told)$/

/** Builds the subject from its phrase, and looks past "interviewed by X" and "a report by X" for who really speaks. */
function subjectOf(
  source: Source,
  range: readonly [number, number],
  apposition: readonly [number, number] | null,
  floor: number,
): Subject | null {
  const { tokens, text, known } = source
  const [from, to] = range
  const before = tokens[from - 1]
  const participle = tokens[from - 2]
  if (before !== undefined && from - 2 >= floor && participle !== undefined) {
    // "witnesses interviewed by Amnesty", "a statement published by SANA", "a list drawn up by the hospital"
    const gap = participle.norm === 'up' || participle.norm === 'out' || participle.norm === 'down' ? 1 : 0
    const verb = tokens[from - 2 - gap]
    if (
      (before.norm === 'by' || before.norm === 'with' || before.norm === 'to') &&
      verb !== undefined &&
      PARTICIPLE.test(verb.norm)
    ) {
      const agent = mentionOf(text, tokens, range, known)
      if (tokens[from - 3 - gap]?.norm === 'and') {
        // "a list drawn up by the hospital and seen by AFP": the last only relays
        const first = phraseEndingAt(tokens, from - 4 - gap, floor)
        const inner = first === null ? null : subjectOf(source, first, null, floor)
        if (inner !== null && inner.from < first![0]) return { ...inner, via: [...inner.via, agent], to }
      }
      const outer = phraseEndingAt(tokens, from - 3 - gap, floor)
      if (outer !== null) {
        const last = tokens[outer[1] - 1]!.norm
        if (DOCUMENT_NOUNS.has(last)) return { mention: agent, via: [], from: outer[0], to }
        if (speakerKind(last) !== null) {
          return { mention: withKind(mentionOf(text, tokens, outer, known)), via: [agent], from: outer[0], to }
        }
      }
    }
    if (before.norm === 'by' && DOCUMENT_NOUNS.has(participle.norm)) {
      const outer = phraseEndingAt(tokens, from - 2, floor)
      return { mention: mentionOf(text, tokens, range, known), via: [], from: outer?.[0] ?? from - 2, to }
    }
  }
  let mention = mentionOf(text, tokens, range, known)
  if (apposition !== null && (mention.how === 'phrase' || mention.person === null))
    mention = fromApposition(source, mention, apposition)
  // a known name that reaches further left than its phrase brings its article along
  const wide =
    mention.from < from && isDeterminer(tokens[mention.from - 1]?.norm ?? '') ? mention.from - 1 : mention.from
  return { mention: withKind(mention), via: [], from: Math.min(from, wide), to: apposition?.[1] ?? to }
}

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
    if (inner.person === null || speakerKind(tokens[to - 1]!.norm) !== null)
      return { ...mention, name: inner.name, kind: mention.kind }
    if (mention.kind === 'witness' || mention.kind === 'hospital')
      return { ...mention, name: inner.person, person: inner.person }
  }
  return inner.person !== null && mention.person === null ? { ...mention, person: inner.person } : mention
}

const speakerless = (tokens: readonly Token[], from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (speakerKind(tokens[i]!.norm) !== null || tokens[i]!.capital) return false
  return true
}

/** Documents speak for an issuer who must be found in earlier text. */
export function withKind(mention: Mention): Mention {
  if (mention.how !== 'phrase') return mention
  const words = mention.text.toLowerCase().split(/\s+/)
  const first = words[0]!
  const last = words[words.length - 1]!
  if (DOCUMENT_NOUNS.has(last) && mention.person === null) return issuerOf(mention, words)
  const proper = words.length > 2 && /\s[A-Z]\S*$/.test(mention.text)
  if (
    (first === 'the' ||
      first === 'its' ||
      first === 'their' ||
      first === 'this' ||
      first === 'his' ||
      first === 'her') &&
    words.length <= 4 &&
    mention.person === null &&
    !proper
  )
    return { ...mention, how: 'definite' }
  if (
    (first === 'a' || first === 'the') &&
    words.length === 2 &&
    ['spokesman', 'spokesperson', 'spokeswoman'].includes(last)
  )
    return { ...mention, how: 'open' }
  if (words.length === 1 && mention.person === null && ['spokesman', 'spokesperson', 'spokeswoman'].includes(last))
    return { ...mention, how: 'open' }
  return mention
}

/** "police figures", "an official toll": the issuer is in the phrase; else only earlier text says whose it is. */
function issuerOf(mention: Mention, words: readonly string[]): Mention {
  const issuer = (words[words.length - 2] ?? '').replace(/['’]s$/, '')
  if (issuer === 'official') return { ...mention, name: 'authorities', kind: 'government' }
  if (speakerKind(issuer) === null || ISSUED_BY_ANYONE.has(issuer)) return { ...mention, how: 'open' }
  const name = mention.name.replace(/(?:['’]s)?\s+\S+$/, '')
  const kind = speakerKind(issuer)!
  return { ...mention, name: kind === 'witness' ? plural(name) : name, kind }
}

const plural = (name: string) => (name.endsWith('ss') ? `${name}es` : name.endsWith('s') ? name : `${name}s`)

const ISSUED_BY_ANYONE = wordSet('press media service union investigation mission people many state service')

/** The subject that follows an inverted cue: "…, says the UN human rights office". */
export function subjectAfter(source: Source, at: number): Subject | null {
  const { tokens, text, known } = source
  let i = at
  while (i < tokens.length && ADVERBS.has(tokens[i]!.norm)) i++
  const first = tokens[i]
  if (first === undefined || first.kind !== 'word') return null
  if (isPronoun(first.norm) && first.text !== 'WHO') {
    if (!['it', 'they', 'he', 'she'].includes(first.norm)) return null
    return { mention: pronounMention(source, i), via: [], from: i, to: i + 1 }
  }
  const alone = phraseStartingAt(tokens, i)
  if (alone === null) return null
  const range = withSecond(tokens, alone)
  let mention = withKind(mentionOf(text, tokens, range, known))
  let to = range[1]
  if (tokens[to]?.text === ',' && (mention.how === 'phrase' || mention.how === 'definite')) {
    const close = findForward(tokens, to + 1, ',', 16)
    const end = close ?? Math.min(tokens.length, to + 14)
    const better = fromApposition(source, mention, [to + 1, end])
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

/** "a report the UN office released", "figures from X", "a statement by X", "X's report": who issued the document. */
export function issuerAt(source: Source, at: number): Subject | null {
  const { tokens, text, known } = source
  let noun = -1
  for (let k = at; k < Math.min(tokens.length, at + 8); k++) {
    const token = tokens[k]!
    if (token.kind === 'mark') break
    if (DOCUMENT_NOUNS.has(token.norm)) {
      noun = k
      break
    }
  }
  if (noun < 0) return null
  let k = noun + 1
  const participles = wordSet(
    'released published issued compiled provided collected obtained gathered drawn made posted given prepared put shared kept seen cited quoted',
  )
  if (participles.has(tokens[k]?.norm ?? '')) {
    k++
    while (
      k < tokens.length &&
      k - noun < 8 &&
      (isTimeWord(tokens[k]!.norm) ||
        TIME_LINKS.has(tokens[k]!.norm) ||
        tokens[k]!.norm === 'up' ||
        tokens[k]!.norm === 'together') &&
      tokens[k]!.norm !== 'by'
    )
      k++
  }
  const link = tokens[k]?.norm
  if (link === 'by' || link === 'from' || link === 'of') {
    const range = phraseStartingAt(tokens, k + 1)
    if (range !== null) {
      const mention = withKind(mentionOf(text, tokens, range, known))
      if (
        mention.how === 'known' ||
        speakerKind(tokens[range[1] - 1]!.norm) !== null ||
        tokens[range[0]]!.capital ||
        tokens[range[1] - 1]!.capital
      ) {
        return { mention, via: [], from: at, to: range[1] }
      }
    }
  } else if (k === noun + 1 && tokens[k] !== undefined && (isDeterminer(tokens[k]!.norm) || tokens[k]!.capital)) {
    const range = phraseStartingAt(tokens, k)
    const verb = range === null ? undefined : tokens[range[1]]
    if (range !== null && verb !== undefined && /(?:ed|t|has|have)$/.test(verb.norm)) {
      return { mention: withKind(mentionOf(text, tokens, range, known)), via: [], from: at, to: range[1] }
    }
  }
  const inside = known.filter((match) => match.from >= at && match.to <= noun)
  const owner = inside[0]
  if (owner !== undefined)
    return { mention: mentionOf(text, tokens, [owner.from, owner.to], known), via: [], from: at, to: noun + 1 }
  const range: readonly [number, number] = [at, noun]
  if (noun > at && !isDeterminer(tokens[noun - 1]!.norm) && speakerKind(lastPlain(tokens, noun - 1)) !== null) {
    return { mention: mentionOf(text, tokens, range, known), via: [], from: at, to: noun + 1 }
  }
  return null
}

const lastPlain = (tokens: readonly Token[], at: number) =>
  (tokens[at]!.norm === "'s" ? tokens[at - 1]?.norm : tokens[at]!.norm) ?? ''
