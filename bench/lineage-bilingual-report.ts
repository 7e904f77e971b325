/** An invented report in one of two languages: how it writes names and numbers, and what it prints. */
import type { Block, Claim, Figure, ReadDocument } from '@corroborate/claims'
import type { Name, Story, Tongue } from './lineage-bilingual-event.ts'
import { type Dice, dice, seeded } from './lineage-dice.ts'
import { capital } from './lineage-event-facts.ts'
import { inventedFigure } from './lineage-invented-figure.ts'

/** How one report writes: its spelling of each name, its digits. */
export interface Pen {
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

export function pen(d: Dice, tongue: Tongue, plainness: number): Pen {
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

type PrintedCount = Pick<Figure, 'effect' | 'comparator' | 'claimant' | 'surface' | 'value'>

export interface Line {
  readonly text: string
  readonly figures: readonly PrintedCount[]
  /** Who says it; null where the outlet does. */
  readonly speaker: string | null
}

export function written(template: string, s: Story, p: Pen, speakerKey: string): Line {
  const value = (key: string) => {
    const number = s.numbers[key]
    if (number !== undefined) return p.number(number)
    const named = key === 'speaker' ? speakerKey : key
    return p.again(named) ?? s[named]!(p.tongue, p.latin)
  }
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => value(key))
  const figures: PrintedCount[] = []
  const text = template.replace(
    /\[(\w+) (\w+)\|(\w*)\|([^\]]+)\]/g,
    (_, effect: string, comparator: string, claimant: string, words: string) => {
      const surface = fill(words)
      figures.push({
        effect: effect as Figure['effect'],
        comparator: comparator as Figure['comparator'],
        claimant: claimant === '' ? null : s[claimant]!(p.tongue, p.latin),
        surface,
        value: s.numbers[/\{(\w+)\}/.exec(words)![1]!]!,
      })
      return surface
    },
  )
  return {
    text: capital(fill(text)),
    figures,
    speaker: template.includes('{speaker}') ? s[`${speakerKey} without office`]!(p.tongue, p.latin) : null,
  }
}

export interface Print {
  readonly pen: Pen
  readonly outlet: string
  readonly agency: string | null
  readonly published: string | null
  readonly title: string
  readonly lines: readonly Line[]
}

export function printed(id: string, { pen: { tongue }, outlet, agency, published, title, lines }: Print): ReadDocument {
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
      figures.push(inventedFigure({ ...one, id: `${id}-f${figures.length}`, start, end: start + one.surface.length }))
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
