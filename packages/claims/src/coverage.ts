/** Which of two counts takes in everybody whom the other counts, so that it cannot come to less. */
import { countInterval, type Figure, type Scope, type VictimCategory } from './figure.ts'
import { dayBounds } from './known-day.ts'
import { nameWords } from './names.ts'
import { type CorpusNames, compatibleWords } from './names-corpus.ts'

/** The days that a count says it runs over, `YYYY-MM-DD`. */
export interface CountedDays {
  /** Null for a running toll that does not say since when. */
  readonly from: string | null
  /** The first day on which it may end: before `to` where a toll stands "as of May". */
  readonly ends: string
  /** The last day on which it may end. */
  readonly to: string
}

/** What `dayBounds` gives where a date is open on a side. */
const OPEN = { start: '0000-01-01', end: '9999-12-31' } as const

/** The days that a figure itself tells; null where it tells none, or not when it ends. */
export function countedDays({ asOf, eventDate, date }: Figure): CountedDays | null {
  const event = dayBounds(eventDate ?? (asOf === null ? date : null))
  const until = dayBounds(asOf)
  const from = event === null || event.earliest === OPEN.start ? null : event.earliest
  const to = until?.latest ?? event?.latest ?? OPEN.end
  if (to === OPEN.end || (from !== null && from > to)) return null
  return { from, ends: until?.earliest ?? to, to }
}

/** The days that a figure counts, for people: "from 2024-05-11 to 2024-05-15". */
export function daysInWords(figure: Figure): string {
  const days = countedDays(figure)
  if (days === null) return 'on days not stated'
  if (days.from === null) return `up to ${days.to}`
  return days.from === days.to ? `on ${days.to}` : `from ${days.from} to ${days.to}`
}

/** Whether both say since when they count, over more than one day, and differ in it: neither is the other moved on. */
export function countApart(a: Figure, b: Figure): boolean {
  const [one, other] = [countedDays(a), countedDays(b)]
  if (one === null || other === null || one.from === null || other.from === null) return false
  return one.from !== other.from && one.from < one.to && other.from < other.to
}

/**
 * A running toll that does not say since when is held only against counts that end with it. One that does is held
 * against what begins and ends within its days.
 */
function coversDays(whole: CountedDays, part: CountedDays): boolean {
  if (whole.from === null) return whole.to === part.to
  return part.from !== null && whole.from <= part.from && part.to <= whole.ends
}

/** Categories that a category takes in. */
export const WIDER: { readonly [category in VictimCategory]: readonly VictimCategory[] } = {
  people: ['civilians', 'children', 'security_forces', 'combatants', 'mixed'],
  mixed: [],
  civilians: ['children'],
  children: [],
  security_forces: [],
  combatants: [],
}

/** Scopes that count everybody of their place and days. */
const ENTIRE: ReadonlySet<Scope> = new Set(['total', 'period', 'daily'])

/** Words that say of the counted no more than that they are people, civilians or children; Arabic ones without endings. */
const PLAIN =
  /^(?:people|persons?|individuals?|victims?|dead|deaths|lives|souls|bodies|corpses|civilians?|child|children|شخص|اشخاص|قتل|قتيل|ضحي|ضحاي|مدني|طفل|اطفال|جث|روح|ارواح|انسان|ناس|اناس)/u
/** What is said of some of them: "civilians, most of them farmers". */
const ASIDE = /[,;،؛(]|\b(?:including|among|most)\b|بينهم|معظمهم/u

/** Whether the words for the victims leave nobody out whom the other's words may mean. */
function asWide(whole: Figure, part: Figure): boolean {
  const words = nameWords((whole.victimText ?? '').split(ASIDE)[0]!)
  const others = new Set(whole.victims === part.victims ? nameWords(part.victimText ?? '') : [])
  return words.every((word) => PLAIN.test(word) || others.has(word))
}

/** Whether, by what both say, `whole` counts everybody whom `part` counts: same harm and place, its days, its people. */
function covers(whole: Figure, part: Figure, names: CorpusNames): boolean {
  if (!ENTIRE.has(whole.scope) || !ENTIRE.has(part.scope) || whole.effect !== part.effect) return false
  if (whole.scope === 'daily' && part.scope !== 'daily') return false
  if (whole.manner !== null && whole.manner !== part.manner) return false
  if (whole.victims !== part.victims && !WIDER[whole.victims].includes(part.victims)) return false
  if (!asWide(whole, part)) return false
  if (whole.perpetrator !== null) {
    const { key } = names.perpetrators
    if (part.perpetrator === null) return false
    if (key(whole.perpetrator) !== key(part.perpetrator) && !compatibleWords(whole.perpetrator, part.perpetrator))
      return false
  }
  if (whole.place === null || part.place === null) return false
  if (names.places.key(whole.place) !== names.places.key(part.place)) return false
  const [days, within] = [countedDays(whole), countedDays(part)]
  return days !== null && within !== null && coversDays(days, within)
}

/** The two as whole and part, where the one takes the other in and yet comes to less; null where they can both hold. */
export function gainsays(a: Figure, b: Figure, names: CorpusNames): readonly [Figure, Figure] | null {
  if (below(a, b) && covers(a, b, names)) return [a, b]
  return below(b, a) && covers(b, a, names) ? [b, a] : null
}

/** A count that takes another in and comes to less; by whom that other is, where it is another origin's. */
export function gainsaidInWords(less: Figure, more: Figure, origin: string | null): string {
  const [one, other] = [less, more].map(({ surface, victimText, victims }) => `"${surface}" ${victimText ?? victims}`)
  const [days, within] = [daysInWords(less), daysInWords(more)]
  return `${one} ${days}, ${origin ?? 'and'} ${other} ${within}${days === within ? '' : ', days among those'}`
}

/** Whether two counts leave nothing possible in common; one that is "about" some number never settles it. */
export const disjoint = (a: Figure, b: Figure): boolean => below(a, b) || below(b, a)

function below(less: Figure, more: Figure): boolean {
  if (less.comparator === 'about' || more.comparator === 'about') return false
  const { high } = countInterval(less)
  const { low } = countInterval(more)
  return high !== null && low !== null && high < low
}
