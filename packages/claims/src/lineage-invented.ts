/** Invented documents for the tests of lineage and ledger: text in, offsets found. */
import type { Claim, ClaimKind } from './claim.ts'
import type { Block, BlockKind, Span } from './document.ts'
import type { Figure } from './figure.ts'
import type { ReadDocument } from './lineage-model.ts'

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
