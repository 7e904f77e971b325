/** English counts: number words, vague words, and what stands before or behind a number to bound it. */
import type { Comparator } from './figure.ts'
import { type Grammar, type Parsed, parseDigits } from './number-digits.ts'
import { phraseTable } from './phrase.ts'
import type { Token } from './token.ts'

const UNITS = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, value) => [word, value]),
)
const TENS = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, index) => [word, (index + 2) * 10]),
)
const SCALES = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

/** The value of one English word below a hundred ("seven", "twenty", "thirty-five"). */
export function smallWord(norm: string): number | null {
  const unit = UNITS.get(norm) ?? TENS.get(norm)
  if (unit !== undefined) return unit
  const hyphen = norm.indexOf('-')
  if (hyphen < 0) return null
  const tens = TENS.get(norm.slice(0, hyphen))
  const ones = UNITS.get(norm.slice(hyphen + 1))
  return tens !== undefined && ones !== undefined && ones > 0 && ones < 10 ? tens + ones : null
}

const VAGUE_EN = phraseTable<string>([
  ['tens of thousands', 'tens of thousands'],
  ['hundreds of thousands', 'hundreds of thousands'],
  ['scores of thousands', 'tens of thousands'],
  ['hundreds and hundreds', 'hundreds'],
  ['dozens and dozens|dozens upon dozens', 'dozens'],
  ['tens', 'dozens'],
  ['dozens|several dozen|a few dozen|many dozens|some dozens|tens of', 'dozens'],
  ['scores|several score', 'scores'],
  ['hundreds|several hundred|a few hundred|many hundreds|several hundreds|some hundreds', 'hundreds'],
  ['thousands|several thousand|a few thousand|many thousands|several thousands', 'thousands'],
  ['millions|several million|a few million', 'millions'],
  ['a handful|handfuls', 'handful'],
])

const HALF = phraseTable<string>([['half of them|half of those|half of whom|half of these', 'half']])

function english(tokens: readonly Token[], at: number): Parsed | null {
  const token = tokens[at]!
  if (token.kind === 'number') {
    const printed = parseDigits(token.text)
    if (printed === null) return null
    let to = at + 1
    let value = printed
    // "20, 000": no count begins with three noughts
    if (tokens[to]?.text === ',' && tokens[to + 1]?.text === '000' && value < 1000) {
      value *= 1000
      to += 2
    }
    if (tokens[to]?.norm === 'dozen')
      return { value: value * 12, vagueWord: null, to: to + 1, form: 'words', loose: true }
    let total = value
    const scale = SCALES.get(tokens[to]?.norm ?? '')
    if (scale !== undefined) {
      total = Math.round(value * scale)
      to++
    }
    return Number.isInteger(total) ? { value: total, vagueWord: null, to, form: 'digits', loose: false } : null
  }
  if (token.kind !== 'word') return null
  const vague = VAGUE_EN.at(tokens, at)
  if (vague !== null) {
    // "tens of" is vague only before a noun: keep the words that count
    const to = token.norm === 'tens' && vague.value === 'dozens' ? at + 1 : vague.to
    return { value: null, vagueWord: vague.value, to, form: 'vague', loose: true }
  }
  const half = HALF.at(tokens, at)
  if (half !== null) return { value: null, vagueWord: half.value, to: at + 1, form: 'vague', loose: true }
  return englishWords(tokens, at)
}

/** Number words, "a dozen", "one hundred and five", "two and a half million". */
function englishWords(tokens: readonly Token[], at: number): Parsed | null {
  const first = tokens[at]!.norm
  const next = tokens[at + 1]?.norm
  const dozen = (value: number, to: number): Parsed => ({ value, vagueWord: null, to, form: 'words', loose: true })
  if (first === 'half' && (next === 'a' || next === 'dozen')) {
    const scale = SCALES.get(tokens[at + 2]?.norm ?? '')
    if (next === 'a' && scale !== undefined && scale > 100)
      return { value: scale / 2, vagueWord: null, to: at + 3, form: 'words', loose: false }
    if (next === 'dozen') return dozen(6, at + 2)
    if (tokens[at + 2]?.norm === 'dozen') return dozen(6, at + 3)
    return null
  }
  if (first === 'half-dozen') return dozen(6, at + 1)
  if (first === 'a' || first === 'an') {
    if (next === 'dozen') return dozen(12, at + 2)
    if (next === 'half-dozen') return dozen(6, at + 2)
    if (next === 'couple' && tokens[at + 2]?.norm === 'dozen') return dozen(24, at + 3)
    if (next === 'couple' && tokens[at + 2]?.norm === 'of' && tokens[at + 3]?.norm === 'dozen') return dozen(24, at + 4)
    if (next === 'score') return dozen(20, at + 2)
    if (next !== undefined && SCALES.has(next)) return composed(tokens, at + 1, 1, at)
    return null
  }
  if (first === 'dozen') return dozen(12, at + 1)
  const small = smallWord(first)
  if (small === null) return null
  if (next === 'dozen') return dozen(small * 12, at + 2)
  if (next === 'score' && small > 1) return dozen(small * 20, at + 2)
  return composed(tokens, at, null, at)
}

/** Sums words by the rules of English: hundreds multiply what precedes, thousands and millions close a group. */
function composed(tokens: readonly Token[], from: number, implied: number | null, at: number): Parsed | null {
  let total = 0
  let group = implied ?? 0
  let open = implied !== null
  let limit = Number.POSITIVE_INFINITY
  let i = from
  let last = from
  for (; i < tokens.length && i < from + 16; i++) {
    const norm = tokens[i]!.norm
    const small = smallWord(norm)
    if (small !== null) {
      const rest = group % 100
      if (open && (rest !== 0 || (group !== 0 && group < 100))) {
        if (!(TENS.has(tokens[i - 1]!.norm) && small < 10 && small > 0)) break
      }
      group += small
      open = true
      last = i + 1
      continue
    }
    const scale = SCALES.get(norm)
    if (scale === 100 && open && group > 0 && group < 100) {
      group *= 100
      last = i + 1
      continue
    }
    if (scale !== undefined && scale > 100 && open && scale < limit) {
      total += group * scale
      group = 0
      open = true
      limit = scale
      last = i + 1
      continue
    }
    const following = tokens[i + 1]
    const after = following === undefined ? null : smallWord(following.norm)
    if (norm === 'and' && after !== null && last === i && (group % 100 === 0 || limit < 1e9) && group + total >= 100)
      continue
    break
  }
  if (last === from && implied === null) return null
  const value = total + group
  return { value, vagueWord: null, to: Math.max(last, at + 1), form: 'words', loose: false }
}

const BEFORE_EN = phraseTable<Comparator>([
  [
    'more than|over|above|in excess of|upwards of|upward of|north of|exceeding|well over|well above|far more than|well more than|much more than|just over|slightly more than|slightly over|greater than|far over|considerably more than|significantly more than|surpassing',
    'more_than',
  ],
  [
    'at least|no fewer than|no less than|not less than|not fewer than|a minimum of|at the very least|minimum of|at a minimum',
    'at_least',
  ],
  [
    'closer to|about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated|circa|approx|approaching|somewhere around|in the region of|in the order of|on the order of|just under|just short of|nearing|perhaps|maybe|close on|near|or so|virtually|just about',
    'about',
  ],
  [
    'up to|as many as|as much as|no more than|not more than|at most|a maximum of|at the most|possibly as many as',
    'up_to',
  ],
  ['fewer than|less than|under|below', 'fewer_than'],
  ['just|only|exactly|precisely|a total of|a further|an additional|another|all', 'exact'],
])
const AFTER_EN = phraseTable<Comparator>([
  ['or more|at least|or even more|if not more|and counting|at the very least|at a minimum', 'at_least'],
  ['or so|or thereabouts|approximately|roughly', 'about'],
  ['or fewer|or less|at most|at the most', 'up_to'],
])

export const ENGLISH: Grammar = {
  parse: english,
  before: (tokens, i) => BEFORE_EN.at(tokens, i),
  after: (tokens, i) => AFTER_EN.at(tokens, i),
  scales: SCALES,
}
