/** Noun phrases of English: where one begins and ends around a token. */
import { CUES } from './cue.ts'
import {
  DETERMINERS,
  DOCUMENT_NOUNS,
  HEADS,
  LIKELY_VERB,
  LINKS,
  NOUNS_IN_ED_ING,
  PREPOSITIONS,
  PRONOUNS,
  STOPS,
  TIME,
  TITLES,
} from './noun-words.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** Nouns that are verbs elsewhere: nouns where an article, a possessive or a name stands before them. */
const AMBIGUOUS = wordSet('report reports claim claims count estimate state states toll tally note record list dead')

function isNounAt(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  if (token === undefined) return false
  if (AMBIGUOUS.has(token.norm)) {
    const after = tokens[i + 1]
    if (token.norm === 'state' && after !== undefined && HEADS.has(after.norm)) return true
    const before = tokens[i - 1]
    if (before?.kind !== 'word') return false
    if (before.norm === 'and' && HEADS.has(tokens[i - 2]?.norm ?? '')) return true
    // "media reports said"
    if (token.norm === 'reports' && HEADS.has(before.norm) && CUES.has(after?.norm ?? '')) return true
    return (
      DETERMINERS.has(before.norm) ||
      before.norm === "'s" ||
      (token.norm === 'state' && before.norm === 'of') ||
      before.capital ||
      /(?:al|ent|ary|ous|ish|ing|ew|office|rights)$/.test(before.norm)
    )
  }
  return isNounish(token)
}

/** Names that are small words in lower case: "Rakan Said", "an IS statement". */
const NAMES_AS_WORDS = new Set(['WHO', 'IS', 'US', 'Said'])

/** "al-Karbouly": a name behind its article. */
const ARTICLED = /^(?:al|el|ad|an|ar|as|ash|at|az)-\p{Lu}/u

function isNounish(token: Token): boolean {
  if (token.kind !== 'word') return false
  if (NAMES_AS_WORDS.has(token.text)) return true
  if (token.norm === "'s") return true
  if (STOPS.has(token.norm) || PREPOSITIONS.has(token.norm) || PRONOUNS.has(token.norm)) return false
  if (!token.capital && LIKELY_VERB.test(token.norm) && !NOUNS_IN_ED_ING.has(token.norm) && !token.norm.includes('-'))
    return false
  return (
    !token.norm.endsWith('ly') ||
    token.capital ||
    ARTICLED.test(token.text) ||
    token.norm === 'family' ||
    token.norm === 'daily'
  )
}

/** The noun phrase that ends with token `last`, as a token range, or null where none does. */
export function phraseEndingAt(tokens: readonly Token[], last: number, floor = 0): readonly [number, number] | null {
  const head = tokens[last]
  if (
    head === undefined ||
    head.norm === "'s" ||
    DETERMINERS.has(head.norm) ||
    !isNounAt(tokens, last) ||
    TIME.has(head.norm)
  )
    return null
  let from = last
  for (let i = last - 1; i >= floor && last - i < 16; i--) {
    const token = tokens[i]!
    if (token.text === ')' && tokens[i + 1]?.norm === 'and') {
      const open = tokens.findLastIndex((other, at) => at < i && at >= i - 5 && other.text === '(')
      if (open <= floor) break
      i = open
      continue
    }
    if (token.text === '.' && TITLES.has(tokens[i - 1]?.norm ?? '')) continue
    if (token.kind === 'mark') {
      if ((token.text === "'" || token.text === '’' || token.text === '&' || token.text === '-') && i > floor) {
        if (token.text === '&' || tokens[i - 1]!.norm.endsWith('s')) continue
      }
      break
    }
    if (token.kind === 'number') break
    if (token.norm === 'that') break
    if (DETERMINERS.has(token.norm)) {
      from = i
      const before = tokens[i - 1]
      const link = before !== undefined && LINKS.has(before.norm)
      if (before?.norm === 'and' && opensClause(tokens, i - 2, floor)) {
        i--
        continue
      }
      if (!link || i - 2 < floor || !carriesPhrase(tokens, i - 2)) break
      i--
      continue
    }
    if (TIME.has(token.norm) && !(token.capital && tokens[i - 1]?.norm === 'the')) break
    if (LINKS.has(token.norm)) {
      const open = tokens[i - 1]?.text === ')' ? opening(tokens, i - 1, floor) : i
      if (open - 1 < floor || !(carriesPhrase(tokens, open - 1, token.norm) || within(tokens, open - 1, floor))) break
      i = open
      continue
    }
    if (token.norm === 'and') {
      const before = tokens[i - 1]
      if (before?.text === ')') continue
      if (i - 1 < floor || before === undefined || !isNounish(before) || TIME.has(before.norm)) break
      if (!before.capital && HEADS.get(before.norm) === undefined && !pairsModifiers(tokens, i, floor)) break
      continue
    }
    if (!isNounAt(tokens, i) && !describes(tokens, i)) break
    from = i
  }
  while (from < last && (tokens[from]!.norm === 'and' || LINKS.has(tokens[from]!.norm))) from++
  return [from, last + 1]
}

/** "…, relatives and the state prosecutor said": a noun that can speak, with nothing but its own words before it. */
function opensClause(tokens: readonly Token[], noun: number, floor: number): boolean {
  const head = tokens[noun]
  if (noun < floor || head === undefined || HEADS.get(head.norm) === undefined) return false
  let i = noun
  while (i >= floor && noun - i < 4 && (isNounish(tokens[i]!) || DETERMINERS.has(tokens[i]!.norm))) i--
  return i < floor || tokens[i]!.kind === 'mark'
}

/** "security and local sources", "the civil and military authorities": two adjectives of one noun, behind a mark or an article. */
function pairsModifiers(tokens: readonly Token[], and: number, floor: number): boolean {
  const before = tokens[and - 2]
  const opens = and - 2 < floor || before!.kind === 'mark' || DETERMINERS.has(before!.norm)
  return opens && MODIFIERS.has(tokens[and - 1]!.norm) && MODIFIERS.has(tokens[and + 1]?.norm ?? '')
}
const MODIFIERS = wordSet(
  'local security military medical civil civilian regional provincial national federal state tribal religious political judicial diplomatic humanitarian international foreign domestic health hospital police army intelligence government official opposition rebel militia independent private public traditional administrative western eastern northern southern',
)

/** "the neighbouring district", "the army's advancing units": a participle between its article and its noun. */
function describes(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.norm ?? ''
  return LIKELY_VERB.test(tokens[i]!.norm) && (DETERMINERS.has(before) || before === "'s")
}

/** Where the bracket that closes at token `i` opens; `i` itself where it holds more than an acronym. */
function opening(tokens: readonly Token[], i: number, floor: number): number {
  return i - 2 > floor && tokens[i - 2]!.text === '(' ? i - 2 : i
}

/** "the watchdog for political prisoners in Kavu": a plural that is part of a phrase with a speaker further left. */
function within(tokens: readonly Token[], at: number, floor: number): boolean {
  if (!/[^s]s$/.test(tokens[at]!.norm) || tokens[at]!.kind !== 'word') return false
  for (let i = at - 1; i > floor && at - i < 4; i--)
    if (tokens[i]!.norm === 'of' || tokens[i]!.norm === 'for') return HEADS.has(tokens[i - 1]!.norm)
  return false
}

/** Whether what stands before a linking preposition is a noun that such a phrase belongs to ("officials in Kyiv"). */
function carriesPhrase(tokens: readonly Token[], at: number, link = 'in'): boolean {
  const token = tokens[at]
  if (token === undefined || !isNounish(token) || TIME.has(token.norm)) return false
  return link === 'of' || link === 'for' || HEADS.has(token.norm) || DOCUMENT_NOUNS.has(token.norm) || token.capital
}

/** The noun phrase that begins at token `first`. */
export function phraseStartingAt(tokens: readonly Token[], first: number): readonly [number, number] | null {
  let i = first
  let nouns = 0
  for (; i < tokens.length && i - first < 18; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark') {
      if (token.text === '&' && nouns > 0) continue
      if ((token.text === '’' || token.text === "'") && nouns > 0 && tokens[i - 1]!.norm.endsWith('s')) continue
      if (token.text === '.' && TITLES.has(tokens[i - 1]?.norm ?? '')) continue
      break
    }
    if (token.kind !== 'word') break
    if (i === first && DETERMINERS.has(token.norm)) continue
    if (TIME.has(token.norm)) break
    // "sources close to the governor"
    if (token.norm === 'to' && tokens[i - 1]?.norm === 'close' && nouns > 1) {
      if (DETERMINERS.has(tokens[i + 1]?.norm ?? '')) i++
      continue
    }
    if (LINKS.has(token.norm)) {
      const next = tokens[i + 1]
      if (nouns === 0 || next === undefined || TIME.has(next.norm) || !carriesPhrase(tokens, i - 1, token.norm)) break
      if (next.norm === 'a' || next.norm === 'an') break
      if (DETERMINERS.has(next.norm)) i++
      else if (!isNounish(next)) break
      // "Lantern Watch in the west": a name does not go on with a place that has none
      const after = tokens[i + 1]
      const plain = HEADS.has(tokens[i - (DETERMINERS.has(next.norm) ? 2 : 1)]!.norm)
      if (token.norm === 'in' && !plain && after !== undefined && !after.capital && !DOCUMENT_NOUNS.has(after.norm))
        break
      const document = tokens[i + 1]
      if (document !== undefined && DOCUMENT_NOUNS.has(document.norm) && !document.capital) return [first, i]
      continue
    }
    if (token.norm === 'and') {
      const next = tokens[i + 1]
      const after = next !== undefined && DETERMINERS.has(next.norm) ? tokens[i + 2] : next
      if (nouns === 0 || after === undefined || !isNounish(after) || !after.capital || !tokens[i - 1]!.capital) break
      if (next !== after) i++
      continue
    }
    if (!isNounish(token) && !(AMBIGUOUS.has(token.norm) && isNounAt(tokens, i)) && !describes(tokens, i)) break
    if (token.norm !== "'s") nouns++
  }
  while (
    i > first &&
    (LINKS.has(tokens[i - 1]!.norm) ||
      tokens[i - 1]!.norm === 'and' ||
      tokens[i - 1]!.kind === 'mark' ||
      (i - 1 > first && DETERMINERS.has(tokens[i - 1]!.norm)))
  )
    i--
  return nouns > 0 && i > first ? [first, i] : null
}
