/** Counts as printed: numbers with their ranges and comparators, in English and Arabic. */
import { withoutClitics } from './clitics-ar.ts'
import type { Comparator } from './figure.ts'
import { ARABIC } from './number-ar.ts'
import { type Grammar, type Parsed, parseDigits } from './number-digits.ts'
import { ENGLISH } from './number-en.ts'
import { normalise, type Token, tokenise } from './token.ts'

export interface NumberMention {
  /** Index of its first token, comparator included, and the index behind its last. */
  readonly from: number
  readonly to: number
  /** Tokens of the number alone. */
  readonly numberFrom: number
  readonly numberTo: number
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
  /** The token range of the comparator, where one is printed. */
  readonly comparatorAt: readonly [number, number] | null
  /** `digits`, `words`, `vague`, or `dual`: an Arabic noun that says "two" by its form. */
  readonly form: Parsed['form']
}

/** Comparators whose word is part of the surface though the count stays exact. */
const SHOWN_EXACT = new Set(['just', 'only', 'exactly', 'precisely'])

const GRAMMARS: Readonly<Record<'en' | 'ar', Grammar>> = { en: ENGLISH, ar: ARABIC }

const RANGE_MARKS = new Set(['-', '–', '—', '−'])

/** The high end of a range whose low end stops at `at`: "2,300 and 2,400" behind "between", "20 to 30", "20–30". */
function rangeEnd(
  tokens: readonly Token[],
  at: number,
  opened: boolean,
  language: 'en' | 'ar',
  low: number,
): Parsed | null {
  const link = tokens[at]
  if (link === undefined) return null
  const { parse } = GRAMMARS[language]
  const dash = RANGE_MARKS.has(link.text)
  let next = at + 1
  let accepted = false
  if (language === 'en') {
    accepted = dash || link.norm === 'to' || (opened && link.norm === 'and') || (link.norm === 'or' && low < 20)
  } else {
    if (link.kind === 'word' && opened && link.norm[0] === 'و') {
      if (link.norm === 'و') accepted = true
      else {
        const shifted = tokens.slice(at, at + 8)
        shifted[0] = { ...link, norm: link.norm.slice(1) }
        const parsed = parse(shifted, 0)
        return parsed === null ? null : { ...parsed, to: parsed.to + at }
      }
    }
    accepted =
      accepted ||
      dash ||
      link.norm === normalise('إلى') ||
      link.norm === normalise('الى') ||
      link.norm === normalise('أو')
  }
  if (!accepted || tokens[next] === undefined) return null
  const between = GRAMMARS[language].before(tokens, next)
  if (opened && between !== null) next = between.to
  if (tokens[next] === undefined) return null
  const parsed = parse(tokens, next)
  return parsed !== null && parsed.value !== null && parsed.value > low ? parsed : null
}

/** "between" and its Arabic peer, which open a range. */
const OPENS_RANGE = new Set(['between', normalise('بين')])

/** Every count of a sentence, in order. What is counted is not looked at: dates and ages are the caller's to drop. */
export function numbers(tokens: readonly Token[], language: 'en' | 'ar'): NumberMention[] {
  const found: NumberMention[] = []
  const grammar = GRAMMARS[language]
  let i = 0
  while (i < tokens.length) {
    const mention = numberAt(tokens, i, language, grammar)
    if (mention === null) {
      i++
      continue
    }
    found.push(mention)
    i = mention.to
  }
  return found
}

function numberAt(tokens: readonly Token[], at: number, language: 'en' | 'ar', grammar: Grammar): NumberMention | null {
  let from = at
  let numberFrom = at
  let comparator: Comparator | null = null
  let comparatorAt: readonly [number, number] | null = null
  // up to three comparators may stand in a row: "at least some 200", "as many as about 40"
  for (let k = 0; k < 3; k++) {
    const before = grammar.before(tokens, numberFrom)
    if (before === null) break
    const shown = before.value !== 'exact' || SHOWN_EXACT.has(tokens[numberFrom]!.norm)
    if (before.value !== 'exact' && (comparator === null || comparator === 'about')) comparator = before.value
    if (shown) comparatorAt = [comparatorAt?.[0] ?? numberFrom, before.to]
    else if (comparatorAt === null) from = before.to
    numberFrom = before.to
  }
  if (tokens[numberFrom] === undefined) return null
  let rangeFrom: number | null = null
  const opener = tokens[numberFrom]!
  let parsed: Parsed | null = null
  const bare = opener.kind === 'word' && language === 'ar' ? withoutClitics(opener.norm) : [opener.norm]
  const mark = opener.norm === normalise('ما') ? tokens[numberFrom + 1] : undefined
  if (opener.kind === 'word' && (bare.some((form) => OPENS_RANGE.has(form)) || (mark && OPENS_RANGE.has(mark.norm)))) {
    let low = numberFrom + (mark === undefined ? 1 : 2)
    const inner = grammar.before(tokens, low)
    if (inner !== null) low = inner.to
    const first = tokens[low] === undefined ? null : grammar.parse(tokens, low)
    if (first === null || first.value === null) return null
    // "بين 100 و200 …": a noun may stand between the ends
    const end = rangeEnd(tokens, first.to, true, language, first.value)
    if (end === null) return null
    rangeFrom = numberFrom
    return {
      from: comparatorAt === null ? rangeFrom : comparatorAt[0],
      to: end.to,
      numberFrom: low,
      numberTo: end.to,
      value: first.value,
      valueMax: end.value,
      vagueWord: null,
      comparator: comparator ?? 'about',
      comparatorAt: comparatorAt ?? [rangeFrom, low],
      form: first.form,
    }
  }
  parsed = grammar.parse(tokens, numberFrom)
  if (parsed === null) return null
  if (comparatorAt !== null) from = comparatorAt[0]
  else from = numberFrom
  let { value, to } = parsed
  let valueMax: number | null = null
  if (value !== null) {
    // "risen from 31 to 44" are two counts
    const moved = tokens[numberFrom - 1]?.norm === 'from' || tokens[numberFrom - 1]?.norm === 'من'
    const end = moved ? null : rangeEnd(tokens, to, false, language, value)
    if (end !== null) {
      valueMax = end.value
      to = end.to
      if (comparator === null) comparator = 'about'
      // "two to three hundred", "20-30 thousand": the scale belongs to both ends
      const scale =
        valueMax !== null && valueMax >= 1000 && value < 100 && parsed.form === end.form ? scaleOf(tokens, to) : 1
      if (scale > 1) value *= scale
    }
  }
  // "forty (40) people": the same number in digits
  if (value !== null && valueMax === null && tokens[to]?.text === '(' && tokens[to + 2]?.text === ')') {
    if (parsed.form === 'words' && tokens[to + 1]!.kind === 'number' && parseDigits(tokens[to + 1]!.text) === value)
      to += 3
  }
  const numberTo = to
  if (parsed.vagueWord !== null && comparator !== 'up_to') comparator = 'vague'
  const plus = tokens[to]
  if (value !== null && plus?.text === '+' && plus.start === tokens[to - 1]!.end) {
    if (comparator === null) comparator = 'at_least'
    comparatorAt = comparatorAt ?? [to, to + 1]
    to++
  } else if (value !== null && comparator === null) {
    const after = grammar.after(tokens, to)
    if (after !== null) {
      comparator = after.value
      comparatorAt = [after.from ?? to, after.to]
      to = after.to
    }
  }
  return {
    from,
    to,
    numberFrom,
    numberTo,
    value,
    valueMax,
    vagueWord: parsed.vagueWord,
    comparator: comparator ?? (parsed.loose ? 'about' : 'exact'),
    comparatorAt,
    form: parsed.form,
  }
}

function scaleOf(tokens: readonly Token[], to: number): number {
  const word = tokens[to - 1]?.norm ?? ''
  return ENGLISH.scales.get(word) ?? ARABIC.scales.get(word) ?? 1
}

export interface PrintedCount {
  readonly value: number | null
  readonly valueMax: number | null
  readonly vagueWord: string | null
  readonly comparator: Comparator
}

/** Reads a figure's surface again; null where it does not hold exactly one count. */
export function parseCount(surface: string, language: 'en' | 'ar'): PrintedCount | null {
  const [only, ...others] = numbers(tokenise(surface), language)
  if (only === undefined || others.length > 0) return null
  const { value, valueMax, vagueWord, comparator } = only
  return { value, valueMax, vagueWord, comparator }
}
