/**
 * Invented reports in pairs across and within English and Arabic, to fit and measure lineage on: translations, translated
 * wires, one statement reported twice, other statements, one event in two hands. Shares no code and no word list with
 * the detector; names are made up of syllables in both scripts.
 */
import type { ReadDocument } from '@corroborate/claims'
import { coin, story, type Tongue } from './lineage-bilingual-event.ts'
import { type Line, type Pen, type Print, pen, printed, written } from './lineage-bilingual-report.ts'
import { type Dice, dice, seeded } from './lineage-dice.ts'
import { FACTS, LOCAL, SAID, STOCK } from './lineage-story.ts'

export const STATEMENT_PAIR_KINDS = [
  'translation',
  'translated-wire',
  'statement',
  'other-statement',
  'other-hand',
  'unrelated',
] as const
export type StatementPairKind = (typeof STATEMENT_PAIR_KINDS)[number]

export interface StatementPair {
  readonly kind: StatementPairKind
  readonly source: ReadDocument
  readonly other: ReadDocument
}

/** As `dice`, but it shuffles by drawing: what was fitted was fitted on pairs dealt so. */
function drawing(next: () => number): Dice {
  const shuffled = <T>(from: readonly T[]): T[] => {
    const left = [...from]
    return from.map(() => left.splice(Math.floor(next() * left.length), 1)[0]!)
  }
  return { ...dice(next), shuffled }
}

const OUTLETS = 'Courier Herald Tribune Gazette Observer Post Mirror Chronicle Dispatch Voice'.split(' ')
/** Two sentences as one, as a translator may join them. */
const JOIN: Readonly<Record<Tongue, string>> = { en: '; ', ar: '، ' }

interface Choice {
  readonly fact: number
  readonly hand: number
}

/** One pair; `other` is in the second tongue. */
export function makeStatementPair(
  kind: StatementPairKind,
  tongues: readonly [Tongue, Tongue],
  seed: number,
): StatementPair {
  const d = drawing(seeded(seed))
  const s = story(d)
  const translated = kind === 'translation' || kind === 'translated-wire'
  const [one, two] = [pen(d, tongues[0], seed), pen(d, tongues[1], translated ? seed : seed + 1)]
  const day = d.whole(1, 20)
  const dated = (plus: number) => `2031-05-${String(day + plus).padStart(2, '0')}`
  const outlets = d.shuffled(OUTLETS)
  const tell = (p: Pen, { fact, hand }: Choice) => written(FACTS[fact]![p.tongue][hand]!, s, p, 'speaker')
  const facts = d.shuffled(FACTS.map((_, i) => i))
  const choose = (count: number): readonly Choice[] =>
    facts.slice(0, count).map((fact) => ({ fact, hand: d.whole(0, 2) }))
  const sayings = d.shuffled(SAID.map((_, i) => i))
  const says = (p: Pen, said: (typeof SAID)[number], way: number, speaker = 'speaker') =>
    written(said[p.tongue][way]!, s, p, speaker)
  const local = (p: Pen) =>
    d
      .shuffled(LOCAL[p.tongue])
      .slice(0, d.whole(1, 2))
      .map((text) => written(text, s, p, 'speaker'))
  const title = (p: Pen, story_ = s) => story_.town!(p.tongue, p.latin)

  /** The other hand: other facts in part, another way to tell each, mostly in another order. */
  const anew = (taken: readonly Choice[], count: number, least = 0.3, most = 0.8): readonly Choice[] => {
    const kept = d
      .shuffled(taken)
      .slice(0, Math.min(count, d.whole(Math.ceil(taken.length * least), Math.ceil(taken.length * most))))
    const more = facts
      .slice(taken.length, taken.length + count - kept.length)
      .map((fact) => ({ fact, hand: d.whole(0, 2) }))
    const all = [...kept.map(({ fact, hand }) => ({ fact, hand: (hand + d.whole(1, 2)) % 3 })), ...more]
    const lead = [...all].sort((x, y) => Number(y.fact === 0) - Number(x.fact === 0))
    return d.chance(0.3) ? all : lead
  }
  /** A statement as a report gives it: some of what was said, quoted in its own rendering or in indirect speech. */
  const quoting = (p: Pen, said: readonly number[], way: number): readonly Line[] =>
    said.map((i) => says(p, SAID[i]!, d.chance(0.75) ? way : 2))

  let first: readonly Line[]
  let second: readonly Line[]
  let agencies: readonly [string | null, string | null] = [null, null]
  switch (kind) {
    case 'translation':
    case 'translated-wire': {
      const body = choose(d.whole(4, 12))
      const said = sayings.slice(0, d.whole(0, 8)).map((i) => ({ said: SAID[i]!, way: d.whole(0, 2) }))
      const parts: ((p: Pen) => Line)[] = [
        ...body.map((choice) => (p: Pen) => tell(p, choice)),
        ...said.map((each) => (p: Pen) => says(p, each.said, each.way)),
      ]
      const order = d.chance(0.5) ? parts : [parts[0]!, ...d.shuffled(parts.slice(1))]
      first = order.map((part) => part(one))
      const kept = kind === 'translation' ? 0.92 : 0.75
      second = joined(
        d,
        two.tongue,
        order.filter((_, i) => i === 0 || d.chance(kept)).map((part) => part(two)),
      )
      if (kind === 'translated-wire') {
        second = [...local(two), ...second]
        agencies = d.chance(0.6) ? ['Meridian Wire', 'Meridian Wire'] : ['Meridian Wire', null]
      }
      break
    }
    case 'statement': {
      const statement = sayings.slice(0, d.whole(4, 6))
      const some = () => {
        const part = statement.filter(() => d.chance(0.75))
        return d.chance(0.85) ? part : d.shuffled(part)
      }
      let [mine, theirs] = [some(), some()]
      while (mine.filter((i) => theirs.includes(i)).length < 2) [mine, theirs] = [some(), some()]
      const own = choose(d.whole(3, 5))
      const way = d.whole(0, 1)
      first = [...quoting(one, mine, way), ...own.map((choice) => tell(one, choice))]
      const other = anew(own, d.whole(3, 6), 0, 0.5).map((choice) => tell(two, choice))
      const quoted = quoting(two, theirs, d.chance(0.5) ? way : 1 - way)
      second = d.chance(0.5) ? [...quoted, ...other] : [...other.slice(0, 2), ...quoted, ...other.slice(2)]
      break
    }
    case 'other-statement': {
      const cut = d.whole(3, 5)
      const own = choose(d.whole(3, 5))
      const way = d.whole(0, 1)
      first = [...quoting(one, sayings.slice(0, cut), way), ...own.map((choice) => tell(one, choice))]
      const speaker = d.chance(0.6) ? 'speaker' : 'otherSpeaker'
      second = [
        ...sayings.slice(cut, cut + d.whole(2, 5)).map((i) => says(two, SAID[i]!, d.chance(0.75) ? way : 2, speaker)),
        ...anew(own, d.whole(3, 6), 0, 0.5).map((choice) => tell(two, choice)),
      ]
      if (d.chance(0.5)) {
        first = [...first, says(one, STOCK, d.whole(0, 1))]
        second = [...second, says(two, STOCK, d.whole(0, 1), speaker)]
      }
      break
    }
    case 'other-hand': {
      const own = choose(d.whole(6, 10))
      first = own.map((choice) => tell(one, choice))
      second = anew(own, d.whole(5, 9)).map((choice) => tell(two, choice))
      break
    }
    case 'unrelated': {
      const away = story(d)
      const own = choose(d.whole(6, 10))
      first = [...own.map((choice) => tell(one, choice)), says(one, SAID[sayings[0]!]!, 0)]
      second = choose(d.whole(6, 10))
        .map(({ fact, hand }) => written(FACTS[fact]![two.tongue][hand]!, away, two, 'speaker'))
        .concat(written(SAID[sayings[0]!]![two.tongue][1]!, away, two, 'speaker'))
      break
    }
  }
  const print = (p: Pen, at: 0 | 1, lines: readonly Line[], plus: number): Print => ({
    pen: p,
    outlet: `${p.latin(coin(d))} ${outlets[at]}`,
    agency: agencies[at],
    published: d.chance(0.9) ? dated(plus) : null,
    title: title(p),
    lines,
  })
  const flip = d.chance(0.5) ? (['b', 'a'] as const) : (['a', 'b'] as const)
  const name = `${kind}-${tongues.join('')}-${seed}`
  return {
    kind,
    source: printed(`${name}-${flip[0]}`, print(one, 0, first, 0)),
    other: printed(`${name}-${flip[1]}`, print(two, 1, second, d.whole(0, 3))),
  }
}

function joined(d: Dice, tongue: Tongue, lines: readonly Line[]): readonly Line[] {
  const out: Line[] = []
  for (const line of lines) {
    const last = out.at(-1)
    if (last === undefined || out.length < 2 || last.speaker !== null || line.speaker !== null || !d.chance(0.15)) {
      out.push(line)
      continue
    }
    const text = `${last.text.replace(/\.$/, '')}${JOIN[tongue]}${tongue === 'en' ? line.text[0]!.toLowerCase() + line.text.slice(1) : line.text}`
    out[out.length - 1] = { ...last, text, figures: [...last.figures, ...line.figures] }
  }
  return out
}

/** `count` pairs, kinds in turn. Across languages, or within one where `tongues` are equal (then without translations). */
export function makeStatementPairs(
  count: number,
  seed: number,
  tongues: readonly [Tongue, Tongue],
): readonly StatementPair[] {
  const kinds = STATEMENT_PAIR_KINDS.filter((kind) => tongues[0] !== tongues[1] || !kind.startsWith('transl'))
  return Array.from({ length: count }, (_, i) =>
    makeStatementPair(kinds[i % kinds.length]!, tongues, seed * 1_000_003 + i),
  )
}
