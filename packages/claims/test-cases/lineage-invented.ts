/** Invented documents for the tests of lineage and ledger: text in, offsets found. */
import type { Claim, ClaimKind } from '../src/claim.ts'
import type { Block, BlockKind, Span } from '../src/document.ts'
import type { Figure } from '../src/figure.ts'
import type { ReadDocument } from '../src/lineage-model.ts'

/** A figure as a test writes it: where its surface stands, and whatever differs from the plain case. */
export type InventedFigure = Partial<Omit<Figure, 'surface' | 'start' | 'end' | 'spans'>> & { readonly surface: string }

export interface InventedClaim {
  readonly kind: ClaimKind
  readonly content: string
  readonly speaker?: string
  readonly quotes?: readonly string[]
  readonly date?: string
  readonly due?: { readonly text: string; readonly date: string | null }
}

export interface Invented {
  readonly id: string
  /** Lines of text; a line may name its kind, else it is body. */
  readonly lines: readonly (string | { readonly kind: BlockKind; readonly text: string })[]
  readonly outlet?: string
  readonly agency?: string
  readonly published?: string | null
  readonly language?: string | null
  readonly figures?: readonly InventedFigure[]
  readonly claims?: readonly InventedClaim[]
}

export function invented(from: Invented): ReadDocument {
  const blocks: Block[] = []
  let text = ''
  for (const line of from.lines) {
    const { kind, text: words } = typeof line === 'string' ? { kind: 'body' as const, text: line } : line
    if (text !== '') text += '\n'
    blocks.push({ kind, start: text.length, end: text.length + words.length })
    text += words
  }
  const spanOf = (words: string): Span => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`"${words}" does not stand in invented document ${from.id}`)
    return { start, end: start + words.length, text: words }
  }
  return {
    id: from.id,
    text,
    blocks,
    language: from.language === undefined ? 'en' : from.language,
    title: null,
    outlet: from.outlet ?? null,
    agency: from.agency ?? null,
    published: from.published ?? null,
    figures: (from.figures ?? []).map((figure, i) =>
      figureOf(`${from.id}-f${i}`, figure, spanOf(figure.surface), spanOf),
    ),
    claims: (from.claims ?? []).map((claim, i) => claimOf(`${from.id}-c${i}`, claim, spanOf)),
  }
}

function figureOf(id: string, figure: InventedFigure, at: Span, spanOf: (words: string) => Span): Figure {
  const date = figure.asOf ?? figure.eventDate ?? null
  return {
    id,
    value: Number(/\d[\d,]*/.exec(figure.surface)?.[0].replaceAll(',', '') ?? Number.NaN),
    valueMax: null,
    vagueWord: null,
    comparator: 'exact',
    effect: 'killed',
    manner: null,
    victims: 'civilians',
    victimText: figure.victims ?? 'civilians',
    perpetrator: null,
    claimant: null,
    via: null,
    chain: [],
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date,
    scope: 'total',
    carried: [],
    partOf: null,
    repeatOf: null,
    unsure: null,
    explanation: 'written by a test',
    ...figure,
    start: at.start,
    end: at.end,
    spans: figure.claimant ? { number: at, claimant: spanOf(figure.claimant) } : { number: at },
  }
}

function claimOf(id: string, claim: InventedClaim, spanOf: (words: string) => Span): Claim {
  const content = spanOf(claim.content)
  return {
    id,
    kind: claim.kind,
    speaker: claim.speaker ?? null,
    role: null,
    via: null,
    addressee: null,
    target: null,
    cue: null,
    content,
    quotes: (claim.quotes ?? []).map(spanOf),
    date: claim.date ?? null,
    due:
      claim.due === undefined
        ? null
        : { ...spanOf(claim.due.text), date: claim.due.date, reading: 'counted from the statement' },
    unsure: null,
    explanation: 'written by a test',
    start: content.start,
    end: content.end,
    spans: {},
  }
}

const PLACES = ['Port Ardal', 'Kelm', 'Tessen', 'Hallow', 'Mirren', 'Oster']
const MONITORS = ['Quiet Coast Observatory', 'Reef Watch', 'Tide Bureau']

/** Six events, each told by a source, copied, cut, attributed to another and retold later with a higher count. */
export function inventedCase(): ReadDocument[] {
  return PLACES.flatMap((place, i) => {
    const monitor = MONITORS[i % MONITORS.length]!
    const other = MONITORS[(i + 1) % MONITORS.length]!
    const count = 137 + 61 * i
    const told = (who: string, dead: number) => [
      `The ${who} counted at least ${dead} civilians killed in ${place} after the barges were shelled.`,
      `Hospital ships off ${place} took in ${count + 40} wounded, captain Orla Venn${i} wrote in her log.`,
      `Ropemakers of ${place} hid in lofts above quay ${i + 3} until the guns fell silent.`,
      `Magistrate Tobin Carrow${i} promised that "no hand that lit a fuse in ${place} will go unnamed" by autumn.`,
    ]
    const figures = (who: string, dead: number): readonly InventedFigure[] => [
      { surface: `at least ${dead}`, comparator: 'at_least', claimant: who, place },
      { surface: `${count + 40}`, effect: 'injured', victims: 'people' },
    ]
    const day = (plus: number) => `2031-05-${String(1 + 3 * i + plus).padStart(2, '0')}`
    const own = `Ferry tariffs of ${place} rose again while clerks argued over drawer ${i * 17 + 5}.`
    return [
      invented({
        id: `e${i}-source`,
        published: day(0),
        lines: told(monitor, count),
        figures: figures(monitor, count),
      }),
      invented({ id: `e${i}-copy`, published: day(1), lines: told(monitor, count), figures: figures(monitor, count) }),
      invented({
        id: `e${i}-cut`,
        published: day(1),
        lines: told(monitor, count).slice(0, 2),
        figures: figures(monitor, count),
      }),
      invented({ id: `e${i}-other`, published: day(2), lines: told(other, count), figures: figures(other, count) }),
      invented({
        id: `e${i}-later`,
        published: day(7),
        lines: [`By now ${monitor} speaks of at least ${count + 90} dead civilians in ${place}.`, own],
        figures: [{ surface: `at least ${count + 90}`, comparator: 'at_least', claimant: monitor, place }],
      }),
    ]
  })
}
