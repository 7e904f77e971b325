/** What a count covers: a total, a part, a day, a period, a forecast, an unchecked report, or another war. */
import type { Counted, Range } from './counted.ts'
import type { Scope } from './figure.ts'
import { phraseTable } from './phrase.ts'
import type { Token } from './token.ts'

const WORDS = phraseTable<Scope>([
  [
    'in the past 24 hours|over the past 24 hours|in the last 24 hours|in 24 hours|in a single day|in one day|yesterday alone|on a single day|during the past 24 hours|within 24 hours',
    'daily',
  ],
  ['خلال الساعات ال 24|خلال 24 ساعة|خلال الساعات الـ 24|في يوم واحد|في الساعات الأخيرة', 'daily'],
  [
    'this year|this month|this week|last year|last month|in the first half|so far this year|since the start of the year|since the beginning of the year|since january',
    'period',
  ],
  ['هذا العام|العام الجاري|منذ بداية العام|هذا الشهر', 'period'],
  [
    'may have been killed|could be killed|could die|may die|might die|feared dead|feared killed|are feared|were feared|is feared|could reach|could rise|may rise|expected to|projected|could have been killed|at risk of',
    'projected',
  ],
  [
    'is investigating reports|investigating reports|unconfirmed reports|unverified reports|yet to be verified|being verified|under review|under verification|still being verified|cannot be verified|not been independently verified|unconfirmed',
    'under_review',
  ],
  ['قيد التحقق|غير مؤكدة|لم يتم التحقق', 'under_review'],
])

const WAR = phraseTable<true>([
  [
    'civil war|world war|the genocide|year war|war of|years of war|the holocaust|decade of war|year conflict|decades of conflict|the war|years of conflict|insurgency|rwandan genocide',
    true,
  ],
])
const PAST = phraseTable<true>([
  [
    'in which|that killed|which killed|ended|decades ago|years ago|in the 1990s|in the 1980s|year-old|that left|had killed|that claimed|has killed|in a similar',
    true,
  ],
])

export function scopeOf(
  counted: Counted,
  tokens: readonly Token[],
  language: 'en' | 'ar',
): { scope: Scope; at: Range | null; rule: string } {
  if (counted.part !== null) return { scope: 'subset', at: null, rule: 'a part of another count' }
  const { from, to } = counted.number
  for (let i = Math.max(0, from - 30); i < Math.min(tokens.length, to + 30); i++) {
    const match = WORDS.at(tokens, i)
    if (match !== null) {
      return {
        scope: match.value,
        at: [i, match.to],
        rule: `"${tokens
          .slice(i, match.to)
          .map((token) => token.text)
          .join(' ')}"`,
      }
    }
  }
  if (language === 'en') {
    const war = near(tokens, from, 14, WAR)
    const value = counted.number.value ?? 0
    if (war !== null && near(tokens, from, 14, PAST) !== null && (value >= 1000 || counted.number.vagueWord !== null)) {
      return { scope: 'background', at: war, rule: 'the toll of a war told as past' }
    }
  }
  return { scope: 'total', at: null, rule: 'nothing narrows it' }
}

function near(
  tokens: readonly Token[],
  at: number,
  reach: number,
  table: { at: (tokens: readonly Token[], i: number) => { to: number } | null },
): Range | null {
  for (let i = Math.max(0, at - reach); i < Math.min(tokens.length, at + reach); i++) {
    const match = table.at(tokens, i)
    if (match !== null) return [i, match.to]
  }
  return null
}
