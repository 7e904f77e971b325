/**
 * Invented reports in pairs across and within English and Arabic, to fit and measure lineage on: translations, translated
 * wires, one statement reported twice, other statements, one event in two hands. Shares no code and no word list with
 * the detector; every name is made up of syllables that this file writes in both scripts.
 */
import type { Block, Claim, Figure, ReadDocument } from '@corroborate/claims'
import { seeded } from './lineage-pairs.ts'
import { FACTS, LOCAL, SAID, STOCK } from './lineage-story.ts'

export type Tongue = 'en' | 'ar'

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

type Dice = ReturnType<typeof dice>

function dice(next: () => number) {
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)]!
  const shuffled = <T>(from: readonly T[]): T[] => {
    const left = [...from]
    return from.map(() => left.splice(Math.floor(next() * left.length), 1)[0]!)
  }
  return { chance: (share: number) => next() < share, whole, pick, shuffled }
}

/** Syllables: ways to write one in Latin letters, and the way in Arabic. */
const SYLLABLES: readonly (readonly [readonly string[], string])[] = [
  [['kar', 'qar', 'gar'], 'قر'],
  [['mun', 'moun'], 'مون'],
  [['dal', 'dal', 'thal'], 'ضال'],
  [['rish', 'reesh'], 'ريش'],
  [['tab', 'tab', 'tav'], 'تاب'],
  [['zan', 'zan', 'dhan'], 'ظان'],
  [['khor', 'khur'], 'خور'],
  [['lam'], 'لام'],
  [['fid', 'feed'], 'فيد'],
  [['nas'], 'ناس'],
  [['ghul', 'ghoul'], 'غول'],
  [['ber', 'bir'], 'بير'],
  [['sham'], 'شام'],
  [['tur', 'tour'], 'تور'],
  [['har'], 'هار'],
  [['jad', 'jad', 'yad'], 'جاد'],
  [['sil', 'seel'], 'سيل'],
  [['mor', 'mur'], 'مور'],
  [['raf'], 'راف'],
  [['dum', 'doum'], 'دوم'],
  [['shil', 'sheel'], 'شيل'],
  [['bak'], 'باك'],
  [['tim', 'teem'], 'تيم'],
  [['gan', 'jan', 'cen'], 'جان'],
]

/** Names that are translated rather than transcribed. */
const TELLING: readonly (readonly [string, string])[] = [
  ['Green Hill', 'التل الأخضر'],
  ['White Spring', 'العين البيضاء'],
  ['Two Bridges', 'الجسرين'],
  ['Upper Gardens', 'البساتين العليا'],
  ['Red Castle', 'القلعة الحمراء'],
  ['Old Mill', 'المطحنة القديمة'],
  ['Salt Lake', 'بحيرة الملح'],
  ['Stone Gate', 'باب الحجر'],
]

/** A name in both scripts; the Latin spelling is picked anew by each report. */
interface Name {
  readonly latin: readonly (readonly string[])[]
  readonly ar: string
}

function coin(d: Dice, syllables = d.whole(2, 3)): Name {
  const chosen = d.shuffled(SYLLABLES).slice(0, syllables)
  const end = d.pick<readonly [readonly string[], string]>([
    [['a', 'ah'], 'ا'],
    [[''], ''],
    [[''], ''],
  ])
  return { latin: [...chosen.map(([ways]) => ways), end[0]], ar: [...chosen.map(([, ar]) => ar), end[1]].join('') }
}

const NAMED = ['town', 'province', 'river', 'hills', 'quarter', 'capital', 'home'] as const
const BODIES = {
  attackers: [
    ['Brigade', 'لواء'],
    ['Front', 'جبهة'],
    ['Column', 'رتل'],
  ],
  monitor: [
    ['Casualty Watch', 'مرصد'],
    ['Monitor', 'مرصد'],
    ['Documentation Centre', 'مركز توثيق'],
  ],
  lawyers: [
    ['Rights League', 'رابطة حقوق'],
    ['Legal Committee', 'لجنة قانون'],
  ],
} as const
const WEEKDAYS: readonly (readonly [string, string])[] = [
  ['Saturday', 'السبت'],
  ['Sunday', 'الأحد'],
  ['Monday', 'الاثنين'],
  ['Tuesday', 'الثلاثاء'],
  ['Wednesday', 'الأربعاء'],
  ['Thursday', 'الخميس'],
]
const OFFICES: readonly (readonly [string, string])[] = [
  ['governor', 'المحافظ'],
  ['general', 'اللواء'],
  ['minister', 'الوزير'],
]

/** Names and numbers of one event: what a report prints for each, by language. */
type Story = Readonly<Record<string, (tongue: Tongue, latin: (name: Name) => string) => string>> & {
  readonly numbers: Readonly<Record<string, number>>
}

function story(d: Dice): Story {
  const put = new Map<string, (tongue: Tongue, latin: (name: Name) => string) => string>()
  /** How many of its names a translation does not transcribe. */
  const opaque = d.pick([0.1, 0.4, 0.7, 0.9])
  for (const key of NAMED) {
    const name = coin(d)
    const telling = d.chance(opaque) ? d.pick(TELLING) : null
    put.set(key, (tongue, latin) => telling?.[tongue === 'en' ? 0 : 1] ?? (tongue === 'en' ? latin(name) : name.ar))
  }
  const bodies: readonly (readonly [string, readonly (readonly [string, string])[]])[] = [
    ['attackers', BODIES.attackers],
    ['rivals', BODIES.attackers],
    ['monitor', BODIES.monitor],
    ['lawyers', BODIES.lawyers],
  ]
  for (const [key, kinds] of bodies) {
    const name = coin(d)
    const [en, ar] = d.pick(kinds)
    const telling = d.chance(opaque) ? d.pick(TELLING) : null
    put.set(key, (tongue, latin) =>
      tongue === 'en' ? `${telling?.[0] ?? latin(name)} ${en}` : `${ar} ${telling?.[1] ?? name.ar}`,
    )
  }
  const aid = coin(d)
  put.set('aid', (tongue, latin) => (tongue === 'en' ? latin(aid) : aid.ar))
  const weekday = d.pick(WEEKDAYS)
  put.set('weekday', (tongue) => weekday[tongue === 'en' ? 0 : 1])
  for (const key of ['doctor', 'cousin', 'speaker', 'otherSpeaker']) {
    const [first, last] = [coin(d, 2), coin(d)]
    const office = d.pick(OFFICES)
    const titled = key === 'speaker' || key === 'otherSpeaker'
    put.set(key, (tongue, latin) =>
      tongue === 'en'
        ? `${titled ? `${office[0]} ` : ''}${latin(first)} ${latin(last)}`
        : `${titled ? `${office[1]} ` : ''}${first.ar} ${last.ar}`,
    )
    put.set(`${key} without office`, (tongue, latin) =>
      tongue === 'en' ? `${latin(first)} ${latin(last)}` : `${first.ar} ${last.ar}`,
    )
  }
  const killed = d.whole(34, 960)
  return Object.assign(Object.fromEntries(put), {
    numbers: {
      killed,
      injured: killed + d.whole(15, 500),
      fled: d.whole(11, 96) * 100 + d.pick([0, 0, 50]),
      children: d.whole(11, 33),
      hours: d.whole(3, 19),
      years: d.whole(4, 23),
      days: d.pick([20, 30, 45, 60, 90]),
      arrested: d.whole(12, 140),
    },
  }) as unknown as Story
}

/** How one report writes: its spelling of each name, its digits. */
interface Pen {
  readonly tongue: Tongue
  readonly latin: (name: Name) => string
  readonly number: (value: number) => string
  /** What is printed for a name that was named before: the name again, or what it is. */
  readonly again: (key: string) => string | null
}

const PLAIN_WORDS: Readonly<Record<string, readonly [string, string]>> = {
  town: ['the town', 'البلدة'],
  province: ['the province', 'المحافظة'],
  river: ['river', 'النهر'],
  quarter: ['the quarter', 'الحي'],
  capital: ['the capital', 'العاصمة'],
  attackers: ['attackers', 'المهاجمون'],
  rivals: ['other side', 'الطرف الآخر'],
  monitor: ['group', 'المجموعة'],
  speaker: ['the official', 'المسؤول'],
  otherSpeaker: ['the official', 'المسؤول'],
}

function pen(d: Dice, tongue: Tongue, plainness: number): Pen {
  const habit = dice(seeded(plainness))
  const named = new Set<string>()
  const spelt = new Map<Name, string>()
  const indic = d.chance(0.5)
  const parted = d.chance(0.7)
  return {
    tongue,
    again: (key) => {
      if (!named.has(key)) {
        named.add(key)
        return null
      }
      const plain = PLAIN_WORDS[key]
      return (habit.chance(0.45) || d.chance(0.15)) && plain !== undefined ? plain[tongue === 'en' ? 0 : 1] : null
    },
    latin: (name) => {
      const known = spelt.get(name) ?? name.latin.map((ways) => d.pick(ways)).join('')
      spelt.set(name, known)
      return known[0]!.toUpperCase() + known.slice(1)
    },
    number: (value) => {
      const plain = parted && value > 999 ? value.toLocaleString('en-US') : String(value)
      if (tongue === 'en' || !indic) return plain
      return plain.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'[Number(digit)]!).replace(/,/g, '٬')
    },
  }
}

interface Line {
  readonly text: string
  readonly figures: readonly Omit<Figure, 'id' | 'start' | 'end' | 'spans'>[]
  /** Who says it; null where the outlet does. */
  readonly speaker: string | null
}

function written(template: string, s: Story, p: Pen, speakerKey: string): Line {
  const value = (key: string) => {
    const number = s.numbers[key]
    if (number !== undefined) return p.number(number)
    const named = key === 'speaker' ? speakerKey : key
    return p.again(named) ?? s[named]!(p.tongue, p.latin)
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => value(key))
  const figures: Line['figures'][number][] = []
  const text = template.replace(
    /\[(\w+) (\w+)\|(\w*)\|([^\]]+)\]/g,
    (_, effect: string, comparator: string, claimant: string, words: string) => {
      const surface = fill(words)
      const number = s.numbers[/\{(\w+)\}/.exec(words)![1]!]!
      figures.push(
        figure(effect, comparator, claimant === '' ? null : s[claimant]!(p.tongue, p.latin), surface, number),
      )
      return surface
    },
  )
  return {
    text: capital(fill(text)),
    figures,
    speaker: template.includes('{speaker}') ? s[`${speakerKey} without office`]!(p.tongue, p.latin) : null,
  }
}

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1)

function figure(effect: string, comparator: string, claimant: string | null, surface: string, value: number) {
  return {
    value,
    valueMax: null,
    vagueWord: null,
    comparator: comparator as Figure['comparator'],
    effect: effect as Figure['effect'],
    manner: null,
    victims: 'people' as const,
    victimText: null,
    perpetrator: null,
    claimant,
    via: null,
    chain: [],
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date: null,
    carried: [],
    scope: 'total' as const,
    partOf: null,
    repeatOf: null,
    unsure: null,
    explanation: 'made by the generator',
    surface,
  }
}

interface Print {
  readonly pen: Pen
  readonly outlet: string
  readonly agency: string | null
  readonly published: string | null
  readonly title: string
  readonly lines: readonly Line[]
}

function printed(id: string, { pen: { tongue }, outlet, agency, published, title, lines }: Print): ReadDocument {
  const blocks: Block[] = []
  const figures: Figure[] = []
  const claims: Claim[] = []
  let text = ''
  const open = (kind: Block['kind'], line: string) => {
    if (text !== '') text += '\n'
    blocks.push({ kind, start: text.length, end: text.length + line.length })
    text += line
    return text.length - line.length
  }
  open('title', title)
  for (const line of lines) {
    const from = open('body', line.text)
    for (const one of line.figures) {
      const start =
        text.indexOf(capital(one.surface), from) < 0
          ? text.indexOf(one.surface, from)
          : text.indexOf(capital(one.surface), from)
      figures.push({ ...one, id: `${id}-f${figures.length}`, start, end: start + one.surface.length, spans: {} })
    }
    if (line.speaker !== null) claims.push(claim(`${id}-c${claims.length}`, line, from))
  }
  return { id, text, blocks, language: tongue, title, outlet, agency, published, figures, claims }
}

function claim(id: string, { text, speaker }: Line, from: number): Claim {
  const quotes = [...text.matchAll(/"([^"]+)"|«([^»]+)»/g)].map((match) => {
    const words = match[1] ?? match[2]!
    const start = from + match.index + 1
    return { start, end: start + words.length, text: words }
  })
  return {
    id,
    kind: 'statement',
    speaker,
    role: null,
    via: null,
    addressee: null,
    target: null,
    cue: null,
    content: { start: from, end: from + text.length, text },
    quotes,
    date: null,
    due: null,
    unsure: null,
    explanation: 'made by the generator',
    start: from,
    end: from + text.length,
    spans: {},
  }
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
  const d = dice(seeded(seed))
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
