/** Who issued the document that speaks: "the ministry's toll", "a bulletin from X", "figures compiled by X". */
import { TIME_LINKS } from './cue.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isTimeWord,
  type Mention,
  mentionOf,
  phraseStartingAt,
  speakerKind,
} from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Source, Subject } from './subject-phrase.ts'
import type { Token } from './token.ts'

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
    !proper &&
    !ACRONYM.test(mention.text) &&
    !/['’]s /.test(mention.text)
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

/** "the UN refugee agency" names itself. */
const ACRONYM = /\b\p{Lu}(?:\.?\p{Lu})+\b/u

/** "police figures", "an official toll": the issuer is in the phrase; else only earlier text says whose it is. */
function issuerOf(mention: Mention, words: readonly string[]): Mention {
  // "locals and media reports": one of two who speak
  const and = words.lastIndexOf('and')
  if (and > 0 && speakerKind(words[and - 1]!) !== null) return mention
  const issuer = (words[words.length - 2] ?? '').replace(/['’]s$/, '')
  if (issuer === 'official') return { ...mention, name: 'authorities', kind: 'government' }
  if (speakerKind(issuer) === null || ISSUED_BY_ANYONE.has(issuer)) return { ...mention, how: 'open' }
  const name = mention.name.replace(/(?:['’]s)?\s+\S+$/, '')
  const kind = speakerKind(issuer)!
  // "the survivor's account" is one survivor's, "eyewitness accounts" are those of many
  const many = kind === 'witness' && !/['’]s /.test(mention.text)
  return { ...mention, name: many ? plural(name) : name, kind }
}

const plural = (name: string) => (name.endsWith('ss') ? `${name}es` : name.endsWith('s') ? name : `${name}s`)

const ISSUED_BY_ANYONE = wordSet('press media service union investigation mission people many state service')

/** "the latest bulletin from the Health Directorate": the document's own phrase holds its issuer. */
export function issuerWithin(source: Source, [from, to]: readonly [number, number]): Mention | null {
  const { tokens, text, known } = source
  const owned = tokens.findIndex((token, at) => at > from && at < to - 1 && token.norm === "'s")
  if (owned > 0 && to - owned > 2 && DOCUMENT_NOUNS.has(tokens[to - 1]!.norm))
    return withKind(mentionOf(text, tokens, [from, owned], known))
  for (let i = from; i + 2 < to; i++) {
    const link = tokens[i + 1]!.norm
    if (!DOCUMENT_NOUNS.has(tokens[i]!.norm) || (link !== 'from' && link !== 'by' && link !== 'of')) continue
    const first = isDeterminer(tokens[i + 2]!.norm) ? i + 3 : i + 2
    if (first >= to) return null
    const issuer = withKind(mentionOf(text, tokens, [i + 2, to], known))
    return issuer.how === 'known' || tokens[first]!.capital || speakerKind(tokens[to - 1]!.norm) !== null
      ? issuer
      : null
  }
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
    const range = withoutDay(tokens, phraseStartingAt(tokens, k + 1))
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
  if (tokens[noun - 1]?.norm === 'official' && noun > at) {
    const mention = withKind(mentionOf(text, tokens, [at, noun + 1], known))
    return { mention, via: [], from: at, to: noun + 1 }
  }
  if (noun > at && !isDeterminer(tokens[noun - 1]!.norm) && speakerKind(lastPlain(tokens, noun - 1)) !== null) {
    return { mention: mentionOf(text, tokens, range, known), via: [], from: at, to: noun + 1 }
  }
  return null
}

/** "by the Coast Guard on that day": the day is no part of the name. */
function withoutDay(
  tokens: readonly Token[],
  range: readonly [number, number] | null,
): readonly [number, number] | null {
  if (range === null) return null
  for (let k = range[0] + 1; k < range[1]; k++) {
    const next = isDeterminer(tokens[k + 1]?.norm ?? '') ? tokens[k + 2] : tokens[k + 1]
    if (tokens[k]!.norm === 'on' && (next?.norm === 'day' || isTimeWord(next?.norm ?? ''))) return [range[0], k]
  }
  return range
}

const lastPlain = (tokens: readonly Token[], at: number) =>
  (tokens[at]!.norm === "'s" ? tokens[at - 1]?.norm : tokens[at]!.norm) ?? ''
