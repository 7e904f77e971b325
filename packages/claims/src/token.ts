/** Words, numbers and marks of a text, with the form in which lexicons know them. */

import { remembered } from './remembered.ts'

/**
 * `word`: letters, with hyphens and digits inside ("al-Sharaa", "86-year-old", "F-16"). `number`: digits of one number
 * with its separators ("1,383", "15 000", "٤٧١"). `stamp`: digits that are a date or a time ("2025-07-14", "21:14:00").
 * `mark`: one character of anything else.
 */
export type TokenKind = 'word' | 'number' | 'stamp' | 'mark'

export interface Token {
  readonly kind: TokenKind
  readonly start: number
  readonly end: number
  readonly text: string
  /** Lower case; without accents, invisible characters and Arabic vowel signs; hamza forms and ya, ta marbuta folded. */
  readonly norm: string
  /** The first letter is a capital. */
  readonly capital: boolean
}

/** A double quotation mark, straight, curled or angled. */
export const isQuote = ({ text }: Pick<Token, 'text'>): boolean => /^["«»“”„]$/.test(text)

/** "May" the month, spelt as the verb is: inside a sentence, and not of a line that writes every word large. */
export function isMay(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]
  return token !== undefined && token.norm === 'may' && token.capital && i > 0 && tokens[i + 1]?.capital !== true
}

const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|\ufe0f/g
const ARABIC_SIGNS = /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed]/g
const LATIN_SIGNS = /[\u0300-\u036f]/g

/** A code unit that shows nothing and belongs to the word around it. */
export function isInvisible(code: number): boolean {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x2064) ||
    (code >= 0x2066 && code <= 0x2069) ||
    code === 0xfeff ||
    code === 0xfe0f
  )
}

/** The value of a decimal digit, Western, Arabic-Indic or Persian; -1 for anything else. */
export function digitValue(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  if (code >= 0x660 && code <= 0x669) return code - 0x660
  if (code >= 0x6f0 && code <= 0x6f9) return code - 0x6f0
  return -1
}

export function isArabicLetter(code: number): boolean {
  return (
    (code >= 0x620 && code <= 0x65f) ||
    (code >= 0x66e && code <= 0x6d3) ||
    code === 0x6d5 ||
    code === 0x6d6 ||
    (code >= 0x6fa && code <= 0x6ff) ||
    (code >= 0x750 && code <= 0x77f) ||
    (code >= 0xfb50 && code <= 0xfdff) ||
    (code >= 0xfe70 && code <= 0xfefc)
  )
}

const OTHER_LETTER = /[\p{L}\p{M}]/u

export function isLetter(code: number): boolean {
  if (code < 0x80) return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)
  if (code >= 0xc0 && code <= 0x24f) return code !== 0xd7 && code !== 0xf7
  if (isArabicLetter(code)) return true
  if (code >= 0xd800 && code <= 0xdfff) return false
  return OTHER_LETTER.test(String.fromCharCode(code))
}

const isSpace = (code: number) =>
  code === 0x20 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a) || code === 0x202f

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019 || code === 0x2bc || code === 0x60
const isHyphen = (code: number) => code === 0x2d || code === 0x2010 || code === 0x2011

/** A letter typed three times is meant twice ("killled"). */
function untripled(word: string): string {
  return word.replace(/([a-z])\1{2,}/g, '$1$1')
}

/** The form under which lexicons list a word: see `Token.norm`. Idempotent. */
export function normalise(text: string): string {
  let capitals = false
  let run = 0
  let tripled = false
  let before = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x80) return folded(text)
    if (code >= 0x41 && code <= 0x5a) capitals = true
    const lower = code | 0x20
    run = lower === before ? run + 1 : 1
    if (run === 3) tripled = true
    before = lower
  }
  const lower = capitals ? text.toLowerCase() : text
  return tripled && text.length > 5 ? untripled(lower) : lower
}

const folded = remembered((text) =>
  text
    .normalize('NFKD')
    .replace(INVISIBLE, '')
    .replace(LATIN_SIGNS, '')
    .replace(ARABIC_SIGNS, '')
    .toLowerCase()
    .replace(/[\u0622\u0623\u0625\u0671]/g, '\u0627')
    .replace(/[\u0649\u06cc]/g, '\u064a')
    .replace(/\u0629/g, '\u0647')
    .replace(/\u06a9/g, '\u0643')
    .replace(/[\u2018\u2019\u02bc]/g, "'")
    .replace(/[\u2010\u2011]/g, '-'),
)

function skipInvisible(text: string, at: number, end: number): number {
  let i = at
  while (i < end && isInvisible(text.charCodeAt(i))) i++
  return i
}

/** How many digits stand at `at`, and where they end. */
function digitRun(text: string, at: number, end: number): { count: number; end: number } {
  let i = at
  let count = 0
  let last = at
  while (i < end) {
    const code = text.charCodeAt(i)
    if (digitValue(code) >= 0) {
      count++
      last = i + 1
    } else if (!isInvisible(code)) break
    i++
  }
  return { count, end: last }
}

/** Marks that part thousands inside a number: comma, full stop, apostrophe, Arabic thousands and decimal signs. */
const isSeparator = (code: number) =>
  code === 0x2c ||
  code === 0x2e ||
  code === 0x27 ||
  code === 0x2019 ||
  code === 0x66b ||
  code === 0x66c ||
  code === 0x60c
const isNarrowSpace = (code: number) => code === 0xa0 || code === 0x2009 || code === 0x202f || code === 0x2006

const MONTH_BEFORE = new Set(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec'.split(
    ' ',
  ),
)

/** The end of the number that starts at `at`, and whether it is a date or a time stamp. */
function numberEnd(
  text: string,
  at: number,
  end: number,
  previous: Token | undefined,
): { end: number; stamp: boolean } {
  let run = digitRun(text, at, end)
  const first = run.count
  let stop = run.end
  let groups = 1
  for (;;) {
    const code = text.charCodeAt(stop)
    if (stop >= end) break
    const next = skipInvisible(text, stop + 1, end)
    if (next >= end || digitValue(text.charCodeAt(next)) < 0) break
    if (isSeparator(code)) {
      run = digitRun(text, next, end)
      stop = run.end
      groups++
      continue
    }
    if (isNarrowSpace(code) || code === 0x20) {
      run = digitRun(text, next, end)
      const afterMonth = previous !== undefined && MONTH_BEFORE.has(previous.norm)
      if (first > 3 || run.count !== 3 || text.charCodeAt(at) === 0x30 || (code === 0x20 && afterMonth)) break
      const after = text.charCodeAt(run.end)
      if (run.end < end && (isLetter(after) || isHyphen(after))) break
      stop = run.end
      groups++
      continue
    }
    if (code === 0x3a || code === 0x2f) {
      let at2 = stop
      while (at2 < end && (text.charCodeAt(at2) === code || digitValue(text.charCodeAt(at2)) >= 0)) at2++
      return { end: text.charCodeAt(at2 - 1) === code ? at2 - 1 : at2, stamp: true }
    }
    if (isHyphen(code) && groups === 1) {
      const second = digitRun(text, next, end)
      const hyphen = second.end
      if (hyphen < end && isHyphen(text.charCodeAt(hyphen)) && digitValue(text.charCodeAt(hyphen + 1)) >= 0) {
        return { end: digitRun(text, hyphen + 1, end).end, stamp: true }
      }
    }
    break
  }
  return { end: stop, stamp: false }
}

/** Tokens of `text` from `from` to `to`, in order; every visible character lies in one. Linear in the length. */
export function tokenise(text: string, from = 0, to = text.length): Token[] {
  const tokens: Token[] = []
  const push = (kind: TokenKind, start: number, end: number) => {
    const surface = text.slice(start, end)
    const first = surface.charCodeAt(0)
    const capital =
      (first >= 0x41 && first <= 0x5a) || (first >= 0xc0 && surface.charAt(0) !== surface.charAt(0).toLowerCase())
    tokens.push({ kind, start, end, text: surface, norm: normalise(surface), capital })
  }
  let i = from
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isSpace(code) || isInvisible(code)) {
      i++
      continue
    }
    if (digitValue(code) >= 0) {
      const number = numberEnd(text, i, to, tokens[tokens.length - 1])
      let end = number.end
      const after = text.charCodeAt(end)
      if (!number.stamp && end < to) {
        const hyphenated = isHyphen(after) && end + 1 < to && isLetter(text.charCodeAt(end + 1))
        if (hyphenated || (isLetter(after) && !isArabicLetter(after))) {
          end = wordEnd(text, hyphenated ? end + 1 : end, to)
          push('word', i, end)
          i = end
          continue
        }
      }
      push(number.stamp ? 'stamp' : 'number', i, end)
      i = end
      continue
    }
    if (isLetter(code)) {
      const end = wordEnd(text, i, to)
      push('word', i, end)
      i = end
      continue
    }
    // "'s" after a word is a token of its own, so that names are found before it
    if (isApostrophe(code) && (text.charCodeAt(i + 1) === 0x73 || text.charCodeAt(i + 1) === 0x53) && i + 1 < to) {
      const before = tokens[tokens.length - 1]
      if (before?.end === i && before.kind === 'word' && !isLetter(text.charCodeAt(i + 2))) {
        push('word', i, i + 2)
        i += 2
        continue
      }
    }
    const wide = code >= 0xd800 && code <= 0xdbff && i + 1 < to ? 2 : 1
    push('mark', i, i + wide)
    i += wide
  }
  return tokens
}

/** The end of the word at `at`: letters, inner apostrophes, inner hyphens and digits behind them. */
function wordEnd(text: string, at: number, to: number): number {
  let i = at
  let last = at
  const arabic = isArabicLetter(text.charCodeAt(at))
  while (i < to) {
    const code = text.charCodeAt(i)
    if (isLetter(code) && (arabic === isArabicLetter(code) || !isLetter(text.charCodeAt(i - 1)))) {
      last = ++i
      continue
    }
    if (isInvisible(code)) {
      i++
      continue
    }
    if (!arabic && digitValue(code) >= 0) {
      last = ++i
      continue
    }
    const next = text.charCodeAt(i + 1)
    if (i + 1 < to && isApostrophe(code) && isLetter(next)) {
      const possessive = (next === 0x73 || next === 0x53) && !isLetter(text.charCodeAt(i + 2))
      if (possessive) return last
      i++
      continue
    }
    if (i + 1 < to && isHyphen(code) && (isLetter(next) || (!arabic && digitValue(next) >= 0)) && last === i) {
      i++
      continue
    }
    // U.N., U.S.: a full stop between single letters belongs to the word
    if (!arabic && code === 0x2e && last === i && isInitial(text, i, at)) {
      last = ++i
      continue
    }
    break
  }
  return Math.max(last, at + 1)
}

/** Whether the full stop at `dot` follows a single capital of an acronym such as "U.N." that begins at `start`. */
function isInitial(text: string, dot: number, start: number): boolean {
  const letter = text.charCodeAt(dot - 1)
  if (!(letter >= 0x41 && letter <= 0x5a)) return false
  if (dot - 1 === start) {
    const next = text.charCodeAt(dot + 1)
    return next >= 0x41 && next <= 0x5a && text.charCodeAt(dot + 2) === 0x2e
  }
  return text.charCodeAt(dot - 2) === 0x2e
}
