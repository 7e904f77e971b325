/** What a count covers: a total, a part, a day, a period, a forecast, an unchecked report, or another war. */
import type { Counted, Range } from './counted.ts'
import type { Scope, VictimCategory } from './figure.ts'
import { phraseTable, wordSet } from './phrase.ts'
import type { Token } from './token.ts'

const WORDS = phraseTable<Scope>([
  [
    'in the past 24 hours|over the past 24 hours|in the last 24 hours|over the last 24 hours|the previous 24 hours|past day|last day|in 24 hours|in a single day|in one day|yesterday alone|today alone|monday alone|tuesday alone|wednesday alone|thursday alone|friday alone|saturday alone|sunday alone|that day alone|on that day|that day|the same day|on a single day|during the past 24 hours|within 24 hours|further incidents|fresh incidents|new incidents|further attacks|fresh attacks|fresh clashes|further clashes|renewed clashes|further strikes|fresh strikes',
    'daily',
  ],
  [
    'خلال الساعات ال 24|خلال 24 ساعة|خلال الساعات الـ 24|في غضون 24 ساعة|خلال أربع وعشرين ساعة|خلال الساعات الأربع والعشرين|خلال يوم واحد|في يوم واحد|في ذلك اليوم|في اليوم نفسه|في الساعات الأخيرة|الأحد وحده|الاثنين وحده|الثلاثاء وحده|الأربعاء وحده|الخميس وحده|الجمعة وحده|السبت وحده|اليوم وحده',
    'daily',
  ],
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
  [
    'among the victims|among the dead|among the wounded|among the injured|among those killed|among those arrested|among the detained',
    'subset',
  ],
  ['قيد التحقق|غير مؤكدة|لم يتم التحقق', 'under_review'],
])

const WAR = phraseTable<true>([
  [
    'civil war|world war|the genocide|year war|war of|years of war|the holocaust|decade of war|year conflict|decades of conflict|the war|years of conflict|insurgency|rwandan genocide',
    true,
  ],
])
/** "a 12-year civil war" */
const LONG_WAR = {
  at(tokens: readonly Token[], i: number) {
    if (!/-years?$/.test(tokens[i]!.norm)) return null
    for (let k = i + 1; k < i + 3; k++)
      if (tokens[k]?.norm === 'war' || tokens[k]?.norm === 'conflict' || tokens[k]?.norm === 'insurgency')
        return { to: k + 1 }
    return null
  },
}
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
    if (match !== null && bears(tokens, counted, match.value, i, match.to)) {
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
    const war = near(tokens, from, 14, WAR) ?? near(tokens, from, 14, LONG_WAR)
    const value = counted.number.value ?? 0
    if (war !== null && near(tokens, from, 14, PAST) !== null && (value >= 1000 || counted.number.vagueWord !== null)) {
      return { scope: 'background', at: war, rule: 'the toll of a war told as past' }
    }
  }
  return { scope: 'total', at: null, rule: 'nothing narrows it' }
}

/** Whether a phrase of scope bears on a count: not from another clause, nor as the time when somebody spoke. */
function bears(tokens: readonly Token[], counted: Counted, scope: Scope, at: number, to: number): boolean {
  const { from, to: end } = counted.number
  const [low, high] = at < from ? [to, from] : [end, at]
  for (let i = low; i < high; i++) {
    const { norm, text } = tokens[i]!
    if (text === ';' || text === '؛') return false
    if (scope === 'period' && at < from && norm === 'that') return false
    // "31 over the past 24 hours, which takes the total to 3,481"
    if (scope === 'daily' && at < from && TOTALS.has(norm)) return false
  }
  if (scope === 'subset') return at >= end && at - end < 8
  if (scope !== 'period' && scope !== 'daily') return true
  if (tokens[to]?.norm === "'s") return false
  return !SPEAKING_TIME.has(tokens[at - 1]?.norm ?? '')
}

const TOTALS = wordSet('total toll altogether overall')
const SPEAKING_TIME = wordSet('earlier later late early')

/** What a figure's scope is judged by beside the other figures of its document. */
export interface Scoped {
  readonly scope: Scope
  readonly value: number | null
  readonly effect: string
  readonly claimant: string | null
  readonly perpetrator: string | null
  readonly victims: VictimCategory
  /** Said to be murder, execution or massacre. */
  readonly unlawful: boolean
  /** Set beside the counts before it: "another 12". */
  readonly further: boolean
  /** Its own clause names its place or its day. */
  readonly ownSetting: boolean
  readonly sentence: number
  /** The event is dated by one day of the week, and no single attack is named. */
  readonly oneDay: boolean
  /** Counts on from some day, or over several. */
  readonly runs: boolean
}

/**
 * What only shows beside other figures: a day's count where another runs over days, and the shares of a toll that its
 * claimant tells by perpetrator.
 */
export function scopesTogether(figures: readonly Scoped[]): Scope[] {
  const longest = new Map<string, number>()
  for (const { effect, runs, value } of figures)
    if (runs && value !== null) longest.set(effect, Math.max(longest.get(effect) ?? 0, value))
  const scopes = figures.map(({ scope, oneDay, effect, value }) => {
    const most = longest.get(effect)
    return scope === 'total' && oneDay && value !== null && most !== undefined && most > value ? 'daily' : scope
  })
  for (let i = 1; i < figures.length; i++) {
    const [before, here] = [figures[i - 1]!, figures[i]!]
    const split =
      before.effect === here.effect &&
      here.sentence - before.sentence <= 1 &&
      before.claimant !== null &&
      before.claimant === here.claimant &&
      before.perpetrator !== null &&
      here.perpetrator !== null &&
      before.perpetrator !== here.perpetrator
    if (!split) continue
    for (const at of [i - 1, i]) if (scopes[at] === 'total') scopes[at] = 'subset'
  }
  figures.forEach((part, i) => {
    if (scopes[i] !== 'total') return
    for (let w = i - 1; w >= Math.max(0, i - MOST_BEFORE) && part.sentence - figures[w]!.sentence <= BREAKDOWN; w--)
      if (scopes[w] === 'total' && isShareOf(part, figures[w]!)) {
        scopes[i] = 'subset'
        return
      }
  })
  return scopes
}

/** How many sentences on a speaker still breaks the same toll down, and how many counts are looked through. */
const BREAKDOWN = 5
const MOST_BEFORE = 40

/** The same speaker's smaller count of narrower victims, or of a narrower manner, with no place or day of its own. */
function isShareOf(part: Scoped, whole: Scoped): boolean {
  if (part.claimant === null || part.claimant !== whole.claimant || part.effect !== whole.effect) return false
  if (part.further || part.ownSetting) return false
  if (part.value === null || whole.value === null || part.value >= whole.value) return false
  const widens = whole.victims === 'people' || whole.victims === 'mixed'
  const narrower = widens && part.victims !== whole.victims && part.victims !== 'mixed'
  return narrower || (part.unlawful && !whole.unlawful && (widens || part.victims === whole.victims))
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
