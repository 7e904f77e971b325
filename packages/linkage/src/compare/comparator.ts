/** Comparisons to ordinal levels: 0 where either side states nothing, 1 where they differ, more the more they agree. */
import type { Field } from '../fields/field.ts'
import { isArabic } from '../names/arabic.ts'
import { sameGivenName } from '../names/nicknames.ts'
import { romanisation } from '../names/romanisation.ts'
import { consonantClasses, skeleton } from '../names/skeleton.ts'
import { type Arena, arenaOf } from './arena.ts'
import { bitCount } from './bit-count.ts'
import { editDistance } from './edit-distance.ts'
import { jaroWinkler, unlike } from './jaro-winkler.ts'

export interface Comparator {
  /** What each level means, in order; the last is `same`. */
  readonly levels: readonly string[]
  /** Level of two different values, by their codes. */
  compare(a: number, b: number): number
}

const NAME_LEVELS = ['not stated', 'different', 'same initial', 'partly the same', 'variant', 'nearly the same', 'same']
const DATE_LEVELS = [
  'not stated',
  'different',
  'within ten years',
  'same year or a year apart',
  'two parts or two digits off',
  'one digit or part off',
  'same',
]
const AGE_LEVELS = ['not stated', 'different', 'within five years', 'within two years', 'a year apart', 'same']
const CODE_LEVELS = ['not stated', 'different', 'same beginning', 'two edits apart', 'one edit apart', 'same']
const TEXT_LEVELS = ['not stated', 'different', 'partly the same', 'nearly the same', 'same']

export function comparatorOf(field: Field): Comparator {
  switch (field.kind) {
    case 'name':
      return cached(nameComparator(field.values), field.values.length)
    case 'date':
      return dateComparator(field.values)
    case 'age':
      return ageComparator(field.values)
    case 'sex':
      return { levels: ['not stated', 'different', 'same'], compare: () => 1 }
    case 'code':
      return codeComparator(field.values)
    case 'text':
      return cached(textComparator(field.values), field.values.length)
    case 'email':
      return emailComparator(field.values)
  }
}

const SLOTS = 1 << 18

/** Remembers levels of pairs that come again: a direct-mapped table. */
function cached({ levels, compare }: Comparator, values: number): Comparator {
  if (values < 3) return { levels, compare }
  const keys = new Float64Array(SLOTS).fill(-1)
  const known = new Uint8Array(SLOTS)
  return {
    levels,
    compare(a, b) {
      const low = a < b ? a : b
      const high = a < b ? b : a
      const slot = (Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b)) >>> 14
      const key = low * values + high
      if (keys[slot] === key) return known[slot]!
      const level = compare(low, high)
      keys[slot] = key
      known[slot] = level
      return level
    },
  }
}

/** Bits a letter from which a Latin spelling is nearly surely, likely, or possibly that of an Arabic name. */
const ROMANISED = { near: 2, likely: 1.2, possible: 0.5 }

/** Level of a word in Arabic against one in Latin letters: 5, 4, 3 or 1. */
export function acrossScripts(arabic: string, latin: string): number {
  const bits = romanisation().score(arabic, latin) / Math.max(arabic.length, latin.length)
  if (bits >= ROMANISED.near) return 5
  if (bits >= ROMANISED.likely) return 4
  return bits >= ROMANISED.possible ? 3 : 1
}

interface Word {
  readonly form: string
  readonly arabic: boolean
  readonly skeleton: string
  /** Bit for each consonant class of the skeleton. */
  readonly classes: number
}

interface Words extends Word {
  readonly tokens: readonly Word[]
  /** Numbers of the tokens of more than three letters: equal where the tokens are. */
  readonly long: readonly number[]
}

function wordOf(form: string): Word {
  const bones = skeleton(form)
  return { form, arabic: isArabic(form), skeleton: bones, classes: consonantClasses(bones) }
}

/** Level across scripts; words that share fewer than half of their consonants are not looked at closer. */
function acrossLevel(one: Word, other: Word): number {
  const both = bitCount(one.classes & other.classes)
  if (both * 2 < Math.max(bitCount(one.classes), bitCount(other.classes))) return 1
  return one.arabic ? acrossScripts(one.form, other.form) : acrossScripts(other.form, one.form)
}

/** Values as one glued word and as tokens, taken apart when they are first compared. */
function wordsWhenNeeded(values: readonly string[]): (code: number) => Words {
  const known: (Words | undefined)[] = new Array(values.length)
  const numbers = new Map<string, number>()
  const numberOf = (token: string): number => {
    const number = numbers.get(token) ?? numbers.size
    numbers.set(token, number)
    return number
  }
  return (code) => {
    const found = known[code]
    if (found !== undefined) return found
    const tokens = values[code]!.split(' ')
    const words = {
      ...wordOf(tokens.join('')),
      tokens: tokens.map(wordOf),
      long: tokens.filter((token) => token.length > 3).map(numberOf),
    }
    known[code] = words
    return words
  }
}

function gluedArena(values: readonly string[]): Arena {
  return arenaOf(values.map((value) => (value.includes(' ') ? value.replaceAll(' ', '') : value)))
}

function nameComparator(values: readonly string[]): Comparator {
  const words = wordsWhenNeeded(values)
  const arena = gluedArena(values)
  return {
    levels: NAME_LEVELS,
    compare(a, b) {
      const one = words(a)
      const other = words(b)
      let level = one.arabic === other.arabic ? nameLevel(arena, a, b, one, other) : acrossLevel(one, other)
      if (level < 5 && (one.tokens.length > 1 || other.tokens.length > 1))
        level = Math.max(level, tokenLevel(one, other))
      return level
    },
  }
}

function nameLevel(arena: Arena, a: number, b: number, one: Word, other: Word): number {
  const similarity = unlike(arena, a, b) ? 0 : jaroWinkler(arena, a, b)
  const shorter = Math.min(one.form.length, other.form.length)
  if (similarity >= 0.93) return 5
  if (shorter === 1) return one.form[0] === other.form[0] ? 2 : 1
  if (shorter >= 4 && similarity > 0.7 && editDistance(arena, a, b) === 1) return 5
  if (similarity >= 0.88) return 4
  if (one.skeleton.length >= 2 && one.skeleton === other.skeleton) return 4
  if (sameGivenName(one.form, other.form)) return 4
  return similarity >= 0.8 ? 3 : 1
}

/** Tokens of the shorter name found in order in the longer: all of them is a variant, one at least is a part. */
function tokenLevel(one: Words, other: Words): number {
  const [short, long] = one.tokens.length <= other.tokens.length ? [one, other] : [other, one]
  let found = 0
  let from = 0
  for (const token of short.tokens) {
    for (let at = from; at < long.tokens.length; at++) {
      if (!sameToken(token, long.tokens[at]!)) continue
      found++
      from = at + 1
      break
    }
  }
  if (found === short.tokens.length) return found === long.tokens.length ? 5 : 4
  return found > 0 ? 3 : 1
}

function sameToken(a: Word, b: Word): boolean {
  if (a.arabic !== b.arabic) return acrossLevel(a, b) >= 4
  if (a.form === b.form) return true
  if (a.skeleton.length >= 2 && a.skeleton === b.skeleton) return true
  if (bitCount(a.classes & b.classes) === 0) return false
  return jaroWinkler(arenaOf([a.form, b.form]), 0, 1) >= 0.88
}

function dateComparator(values: readonly string[]): Comparator {
  const arena = arenaOf(values)
  const number = Int32Array.from(values, Number)
  return {
    levels: DATE_LEVELS,
    compare(a, b) {
      const one = number[a]!
      const other = number[b]!
      const yearOne = (one / 10000) | 0
      const yearOther = (other / 10000) | 0
      const partOne = one % 10000
      const partOther = other % 10000
      if (yearOne === yearOther) {
        if (partOne === 0 || partOther === 0) return 4
        const dayOne = partOne % 100
        const monthOne = (partOne / 100) | 0
        const dayOther = partOther % 100
        const monthOther = (partOther / 100) | 0
        if (monthOne === dayOther && dayOne === monthOther) return 5
        if (monthOne === monthOther && Math.abs(dayOne - dayOther) === 1) return 5
      }
      const edits = editDistance(arena, a, b)
      if (edits === 1) return 5
      if (edits === 2 || (yearOne === yearOther && ((partOne / 100) | 0) === ((partOther / 100) | 0))) return 4
      if (partOne === partOther && partOne !== 0) return 4
      const apart = Math.abs(yearOne - yearOther)
      return apart <= 1 ? 3 : apart <= 10 ? 2 : 1
    },
  }
}

function ageComparator(values: readonly string[]): Comparator {
  const ages = Int32Array.from(values, Number)
  return {
    levels: AGE_LEVELS,
    compare(a, b) {
      const apart = Math.abs(ages[a]! - ages[b]!)
      return apart <= 1 ? 4 : apart <= 2 ? 3 : apart <= 5 ? 2 : 1
    },
  }
}

function codeComparator(values: readonly string[]): Comparator {
  const arena = arenaOf(values)
  const { lengths } = arena
  return {
    levels: CODE_LEVELS,
    compare(a, b) {
      const shorter = Math.min(lengths[a]!, lengths[b]!)
      const edits = editDistance(arena, a, b)
      if (edits === 1 && shorter >= 2) return 4
      if (edits === 2 && shorter >= 5) return 3
      return shorter >= 5 && values[a]!.slice(0, 3) === values[b]!.slice(0, 3) ? 2 : 1
    },
  }
}

function textComparator(values: readonly string[]): Comparator {
  const words = wordsWhenNeeded(values)
  const arena = gluedArena(values)
  return {
    levels: TEXT_LEVELS,
    compare(a, b) {
      const one = words(a)
      const other = words(b)
      if (one.arabic !== other.arabic) {
        const tokens = one.tokens.length > 1 || other.tokens.length > 1 ? tokenLevel(one, other) : 1
        const level = Math.max(acrossLevel(one, other), tokens)
        return level >= 4 ? 3 : level === 3 ? 2 : 1
      }
      const similarity = unlike(arena, a, b) ? 0 : jaroWinkler(arena, a, b)
      if (similarity >= 0.93) return 3
      if (one.form.length >= 4 && other.form.length >= 4 && similarity > 0.7 && editDistance(arena, a, b) <= 1) return 3
      if (similarity >= 0.84) return 2
      return sharesLongToken(one, other) ? 2 : 1
    },
  }
}

function sharesLongToken(one: Words, other: Words): boolean {
  for (const token of one.long) for (const partner of other.long) if (token === partner) return true
  return false
}

function emailComparator(values: readonly string[]): Comparator {
  const arena = arenaOf(values)
  const users = values.map((value) => value.split('@')[0]!)
  const userArena = arenaOf(users)
  return {
    levels: ['not stated', 'different', 'alike before the @', 'same before the @', 'two edits apart', 'same'],
    compare(a, b) {
      if (editDistance(arena, a, b) <= 2) return 4
      if (users[a] === users[b]) return 3
      return jaroWinkler(userArena, a, b) >= 0.88 ? 2 : 1
    },
  }
}
