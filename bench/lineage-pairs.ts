/**
 * Invented reports in pairs with a known edit between them, to measure lineage against. Shares no code and no word list
 * with the detector; country, people, bodies and events are made up.
 */
import type { Block, Figure, ReadDocument } from '@corroborate/claims'
import { type Dice, dice, seeded } from './lineage-dice.ts'
import { coin, FIRST_NAMES, OUTLETS, type Story, story } from './lineage-event.ts'
import { FACTS, type FactKey, type Printed, plain, type Sentence } from './lineage-event-facts.ts'
import { inventedFigure } from './lineage-invented-figure.ts'
import { reworded, stamped, touched } from './lineage-rewording.ts'
import { applySwap, reaches, SWAPS, type Swap } from './lineage-swap.ts'

export const PAIR_KINDS = ['cut', 'light-edit', 'paraphrase', 'wire', 'other-hand', 'unrelated'] as const
export type PairKind = (typeof PAIR_KINDS)[number]

export interface KnownPair {
  readonly kind: PairKind
  readonly source: ReadDocument
  readonly other: ReadDocument
  readonly swap: Swap | null
}

interface Print {
  readonly outlet: string
  readonly agency: string | null
  readonly published: string | null
  readonly title: string
  readonly sentences: readonly Sentence[]
}

function printed(id: string, print: Print): ReadDocument {
  const blocks: Block[] = []
  const figures: Figure[] = []
  let text = ''
  const open = (kind: Block['kind'], line: string) => {
    if (text !== '') text += '\n'
    blocks.push({ kind, start: text.length, end: text.length + line.length })
    text += line
  }
  open('title', print.title)
  if (print.agency !== null) open('byline', `By ${print.agency}`)
  for (const sentence of print.sentences) {
    const from = text === '' ? 0 : text.length + 1
    open('body', sentence.text)
    for (const figure of sentence.figures) {
      const start = from + sentence.text.indexOf(figure.surface)
      figures.push(asFigure(`${id}-f${figures.length}`, figure, start))
    }
  }
  return {
    id,
    text,
    blocks,
    language: 'en',
    title: print.title,
    outlet: print.outlet,
    agency: print.agency,
    published: print.published,
    figures,
    claims: [],
  }
}

function asFigure(id: string, printed: Printed, start: number): Figure {
  const effects: { readonly [fact in FactKey]: Figure['effect'] } = {
    killed: 'killed',
    children: 'killed',
    injured: 'injured',
    fled: 'displaced',
  }
  return inventedFigure({
    id,
    value: printed.value,
    comparator: printed.comparator,
    effect: effects[printed.fact],
    victims: printed.victims,
    victimText: printed.victims,
    perpetrator: printed.perpetrator,
    claimant: printed.claimant,
    scope: printed.fact === 'children' ? 'subset' : 'total',
    surface: printed.surface,
    start,
    end: start + printed.surface.length,
  })
}

/** A report of a story: a hand picks how each fact is told, and which facts. */
function report(s: Story, ways: readonly number[], facts: readonly number[]): readonly Sentence[] {
  return facts.map((fact) => {
    const hands = FACTS[fact]!
    return hands[ways[fact]! % hands.length]!(s)
  })
}

/** One pair of a kind; `unrelated` is two events, `other-hand` one event in two hands that never met. */
export function makePair(kind: PairKind, seed: number, swapped: boolean): KnownPair {
  const d = dice(seeded(seed))
  const s = story(d)
  const ways = FACTS.map((hands) => d.whole(0, hands.length - 1))
  const facts = [0, ...d.shuffled(FACTS.map((_, i) => i).slice(1)).slice(0, d.whole(7, 11))]
  const outlets = d.shuffled(OUTLETS)
  const day = d.whole(1, 20)
  const date = (plus: number) => `2031-05-${String(day + plus).padStart(2, '0')}`
  const source: Print = {
    outlet: `${coin(d)} ${outlets[0]}`,
    agency: kind === 'wire' ? 'Meridian Wire' : null,
    published: date(0),
    title: `Attack on ${s.town} leaves many dead`,
    sentences: report(s, ways, facts),
  }
  const base = { outlet: `${coin(d)} ${outlets[1]}`, agency: null, published: date(d.whole(0, 3)) }
  let other: Print
  switch (kind) {
    case 'cut': {
      const from = d.whole(0, 2)
      const length = Math.max(4, Math.round(source.sentences.length * (0.45 + d.whole(0, 40) / 100)))
      other = {
        ...base,
        title: d.chance(0.5) ? source.title : `Horror in ${s.town}`,
        sentences: source.sentences.slice(from, from + length),
      }
      break
    }
    case 'light-edit':
      other = {
        ...base,
        title: `${s.town}: what is known`,
        sentences: source.sentences
          .filter((_, i) => i < 2 || d.chance(0.92))
          .map((each, i) => (i === 0 ? stamped(each) : touched(d, each))),
      }
      break
    case 'paraphrase': {
      const strength = 0.75 + d.whole(0, 25) / 100
      const sentences = source.sentences.filter(() => d.chance(0.9)).map((each) => reworded(d, each, strength))
      for (let moves = d.whole(0, 4); moves > 0 && sentences.length > 4; moves--) {
        const [moved] = sentences.splice(d.whole(1, sentences.length - 1), 1)
        sentences.splice(d.whole(1, sentences.length), 0, moved!)
      }
      other = { ...base, title: `Bloodshed in ${s.town}`, sentences }
      break
    }
    case 'wire': {
      const local = localLead(d, s)
      const from = d.whole(1, 3)
      other = {
        ...base,
        agency: d.chance(0.7) ? 'Meridian Wire' : null,
        title: `Local families wait for news from ${s.town}`,
        sentences: [
          ...local,
          ...source.sentences.slice(from, from + Math.max(4, Math.round(source.sentences.length * 0.6))),
        ],
      }
      break
    }
    case 'other-hand': {
      const own = ways.map((way, i) => (way + 1) % FACTS[i]!.length)
      const some = d.shuffled(FACTS.map((_, i) => i).slice(1)).slice(0, d.whole(6, 10))
      const chosen = [0, ...some.sort((x, y) => facts.indexOf(x) - facts.indexOf(y))]
      const body = report(s, own, chosen).filter(({ text }) => !text.includes(s.quote) && !text.includes(s.plea))
      other = {
        ...base,
        title: `${s.attackers} accused over ${s.town}`,
        sentences: d.chance(0.2) ? d.shuffled(body) : body,
      }
      break
    }
    case 'unrelated': {
      const away = story(d)
      const own = ways.map((way, i) => (way + d.whole(0, 2)) % FACTS[i]!.length)
      other = { ...base, title: `News from ${away.town}`, sentences: report(away, own, d.shuffled(facts)) }
      break
    }
  }
  let swap: Swap | null = null
  if (swapped) {
    for (const wanted of [SWAPS[seed % SWAPS.length]!, ...SWAPS]) {
      const changed = applySwap(d, s, wanted, other.sentences)
      if (
        changed === null ||
        (wanted === 'category' && !/civilians/.test(other.sentences.map(({ text }) => text).join()))
      )
        continue
      if (!reaches(wanted, source.sentences, other.sentences)) continue
      other = { ...other, sentences: changed }
      swap = wanted
      break
    }
  }
  const flip = d.chance(0.5)
  const ids = [`${kind}-${seed}-${flip ? 'b' : 'a'}`, `${kind}-${seed}-${flip ? 'a' : 'b'}`] as const
  return { kind, source: printed(ids[0], source), other: printed(ids[1], other), swap }
}

function localLead(d: Dice, s: Story): readonly Sentence[] {
  const home = coin(d)
  const cousin = `${d.pick(FIRST_NAMES)} ${coin(d)}`
  return d
    .shuffled([
      `${cousin} has not slept since a cousin in ${s.town} stopped answering messages, she told this newspaper at her shop in ${home}.`,
      `Hundreds from the district trace their roots to the valley, and the parish hall in ${home} has opened a telephone line for them.`,
      `A vigil is planned outside the town hall of ${home}; organisers ask those who come to bring candles rather than banners.`,
      `The council of ${home} voted to send blankets, and two haulage firms offered drivers free of charge.`,
    ])
    .slice(0, d.whole(2, 4))
    .map(plain)
}

/** `count` pairs, kinds in turn, every third derived one with a swap. */
export function makePairs(count: number, seed: number): readonly KnownPair[] {
  return Array.from({ length: count }, (_, i) => {
    const kind = PAIR_KINDS[i % PAIR_KINDS.length]!
    const derived = kind === 'light-edit' || kind === 'paraphrase' || kind === 'wire'
    return makePair(kind, seed * 100_003 + i, derived && i % 2 === Math.floor(i / PAIR_KINDS.length) % 2)
  })
}
