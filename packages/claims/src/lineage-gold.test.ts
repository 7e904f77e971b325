/** What must be seen across the corpora under shared, on figures and claims as their gold gives them. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Claim } from './claim.ts'
import type { Block } from './document.ts'
import type { Effect, Figure, Scope } from './figure.ts'
import { buildLedger } from './ledger.ts'
import { deriveLineage } from './lineage.ts'
import type { ReadDocument } from './lineage-model.ts'
import { PARTIES } from './parties.ts'
import { createReader } from './reader.ts'

const shared = process.env.CORROBORATE_SHARED ?? join(import.meta.dirname, '../../../../shared')
const articles = join(shared, 'corpus/articles')
const reports = join(shared, 'corpus/reports')

interface GoldFigure {
  value: number | null
  value_max: number | null
  comparator: Figure['comparator']
  vague_word: string | null
  effect: string
  victims: Figure['victims']
  victim_text: string | null
  perpetrator: string | null
  claimant: string | null
  place: string | null
  date: string | null
  kind?: string
  is_cumulative_or_subset?: string
  surface: string
  start: number
  end: number
  repeat_of?: number
}

interface GoldDocument {
  id: string
  file?: string
  lang: string
  published: string | null
  outlet?: string
  event?: string
  derived_group?: string | null
  figures: GoldFigure[]
  claims?: {
    kind: Claim['kind']
    speaker: string | null
    quote?: string
    anchor: string
    start: number
    date?: string
    due?: string
    deadline?: string
  }[]
}

function manifest(folder: string): Map<string, { outlet: string | null; agency: string | null }> {
  const rows = readFileSync(join(folder, 'manifest.csv'), 'utf8').trim().split('\n').slice(1)
  return new Map(
    rows.map((row) => {
      const [file, , outlet, agency] = row.split(',')
      return [file!.slice(0, 3), { outlet: outlet || null, agency: agency || null }]
    }),
  )
}

function blocksOf(text: string): Block[] {
  const blocks: Block[] = []
  let links = false
  let start = 0
  for (const line of text.split('\n')) {
    if (line === 'READ MORE') links = true
    else if (line.endsWith('"') || line.endsWith('.') || line.includes('it added')) links = false
    const kind = links ? 'related-links' : line.startsWith('Photo shows') ? 'alternative-text' : 'body'
    if (line.trim() !== '') blocks.push({ kind, start, end: start + line.length })
    start += line.length + 1
  }
  return blocks
}

const SCOPE: { [kind: string]: Scope } = { total: 'total', subset: 'subset', daily: 'daily', other: 'other' }

function figureOf(gold: GoldFigure, i: number, id: string, published: string | null): Figure {
  const scope = SCOPE[gold.kind ?? gold.is_cumulative_or_subset ?? 'other'] ?? 'other'
  return {
    id: `${id}-f${i}`,
    value: gold.value,
    valueMax: gold.value_max ?? null,
    vagueWord: gold.vague_word ?? null,
    comparator: gold.comparator,
    effect: (gold.effect === 'executed'
      ? 'killed'
      : gold.effect === 'killed+injured'
        ? 'killed_or_injured'
        : gold.effect) as Effect,
    manner: gold.effect === 'executed' ? 'unlawful' : null,
    victims: gold.victims,
    victimText: gold.victim_text,
    perpetrator: gold.perpetrator,
    claimant: gold.claimant,
    via: null,
    chain: [],
    place: gold.place,
    placeId: null,
    eventDate: scope === 'total' ? null : gold.date,
    asOf: scope === 'total' ? gold.date : null,
    date: gold.date,
    scope,
    carried: [],
    partOf: null,
    repeatOf: gold.repeat_of === undefined || gold.repeat_of === null ? null : `${id}-f${gold.repeat_of}`,
    unsure: null,
    explanation: `gold of ${id}, published ${published}`,
    surface: gold.surface,
    start: gold.start,
    end: gold.end,
    spans: {},
  }
}

function read(folder: string, textFolder: string): { documents: ReadDocument[]; gold: GoldDocument[] } {
  const rows = manifest(textFolder)
  const gold = readFileSync(join(folder, 'gold.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as GoldDocument)
  const documents = gold.map((one): ReadDocument => {
    const text = readFileSync(join(textFolder, `${one.id}.txt`), 'utf8')
    return {
      id: one.id,
      text,
      blocks: blocksOf(text),
      language: one.lang,
      title: null,
      outlet: rows.get(one.id)?.outlet ?? null,
      agency: rows.get(one.id)?.agency ?? null,
      published: one.published,
      figures: one.figures.map((figure, i) => figureOf(figure, i, one.id, one.published)),
      claims: (one.claims ?? []).map((claim, i): Claim => {
        const content = { start: claim.start, end: claim.start + claim.anchor.length, text: claim.anchor }
        const quoteAt = claim.quote === undefined ? -1 : text.indexOf(claim.quote)
        const due = claim.deadline === undefined ? -1 : text.indexOf(claim.deadline)
        return {
          id: `${one.id}-c${i}`,
          kind: claim.kind,
          speaker: claim.speaker,
          role: null,
          via: null,
          addressee: null,
          target: null,
          cue: null,
          content,
          quotes: quoteAt < 0 ? [] : [{ start: quoteAt, end: quoteAt + claim.quote!.length, text: claim.quote! }],
          date: claim.date ?? (claim.due === undefined ? null : '2025-04-04'),
          due:
            due < 0
              ? null
              : {
                  date: claim.due ?? null,
                  text: claim.deadline!,
                  start: due,
                  end: due + claim.deadline!.length,
                  reading: 'counted from the statement; the words leave open what the month runs from',
                },
          unsure: null,
          explanation: 'gold',
          start: content.start,
          end: content.end,
          spans: {},
        }
      }),
    }
  })
  return { documents, gold }
}

const present = existsSync(articles) && existsSync(reports)

describe.skipIf(!present)(`the five articles${present ? '' : ' (skipped: corpus/articles not present)'}`, () => {
  const { documents } = present ? read(articles, articles) : { documents: [] }
  const lineage = deriveLineage(documents)
  const edge = (a: string, b: string) => lineage.edges.find((each) => each.a === a && each.b === b)
  const ledger = buildLedger(documents, lineage, { asOf: null })

  test('edges are those that a careful reader sees', () => {
    expect(edge('000', '001')?.kind).toBe('paraphrase')
    expect(edge('000', '001')?.direction).not.toBe('b-to-a')
    expect(edge('000', '003')?.kind).toBe('shared-wire')
    expect(edge('000', '002')?.kind).toBe('same-primary-statement')
    expect(edge('001', '002')?.kind).toBe('same-primary-statement')
    for (const other of ['000', '002', '003']) expect(edge(other, '004')).toBeUndefined()
  })

  test("the Observatory's figure given to Amnesty is drift, and counts as no origin", () => {
    const drift = lineage.drift.filter(({ document, field }) => document === '001' && field === 'claimant')
    expect(drift).toHaveLength(1)
    expect(drift[0]).toMatchObject({
      printed: 'Amnesty International',
      origin: 'Syrian Observatory for Human Rights',
      seenIn: ['000', '002', '003'],
    })
    const origins = ledger.origins.find(({ value, effect }) => value === 1700 && effect === 'killed')!
    expect(origins.documents).toEqual(['000', '001', '002', '003'])
    expect(origins.count).toBe(1)
    expect(origins.origins.map(({ name, driftedFrom }) => [name, driftedFrom])).toEqual([
      ['Syrian Observatory for Human Rights', null],
      ['Amnesty International', 'Syrian Observatory for Human Rights'],
    ])
  })

  test('words added to a statement are drift', () => {
    expect(
      lineage.drift.some(
        ({ document, field, printed }) =>
          document === '001' && field === 'added-words' && printed.includes('various parties'),
      ),
    ).toBe(true)
  })

  test('series hold the tolls as they moved, a daily count apart', () => {
    const observatory = ledger.series.filter(({ origin }) => origin === 'Syrian Observatory for Human Rights')
    const points = observatory.flatMap((series) => series.points.map((point) => ({ scope: series.scope, ...point })))
    expect(points.map(({ value, asOf, scope }) => [value, asOf, scope]).sort()).toEqual([
      [12, '2025-03-31', 'daily'],
      [1700, '2025-04-03', 'total'],
      [745, '2025-03-08', 'total'],
    ])
    expect(ledger.series.some(({ origin }) => origin === 'Amnesty International')).toBe(false)
  })

  test('the commitment stands once, with its date', () => {
    const promise = ledger.commitments.filter(({ who, due }) => who === 'Syrian government' && due !== null)
    expect(promise).toHaveLength(1)
    expect(promise[0]).toMatchObject({ made: '2025-04-04', due: '2025-05-04', documents: ['000', '001'] })
  })
})

describe.skipIf(!present)(`the five articles as the reader reads them${present ? '' : ' (skipped)'}`, () => {
  const knowledge = { parties: PARTIES, places: [] }
  const reader = createReader(knowledge)
  const documents = (present ? read(articles, articles).documents : []).map((document) => ({
    ...document,
    ...reader.read(document),
  }))
  const lineage = deriveLineage(documents, knowledge)
  const ledger = buildLedger(documents, lineage, { asOf: null, knowledge })

  test('four articles carry one figure of one origin, and one of them attributes it to another', () => {
    const drift = lineage.drift.filter(({ document, field }) => document === '001' && field === 'claimant')
    expect(drift).toEqual([
      expect.objectContaining({
        printed: 'Amnesty International',
        origin: 'Syrian Observatory for Human Rights',
        seenIn: ['000', '002', '003'],
      }),
    ])
    const origins = ledger.origins.filter(({ value, effect }) => value === 1700 && effect === 'killed')
    expect(origins).toEqual([expect.objectContaining({ documents: ['000', '001', '002', '003'], count: 1 })])
  })

  test('148 and 327 stay two figures of one origin', () => {
    for (const value of [148, 327]) {
      expect(ledger.origins.find((each) => each.value === value)).toMatchObject({ documents: ['004'], count: 1 })
    }
  })

  test('the commitment stands once', () => {
    expect(ledger.commitments.filter(({ due }) => due === '2025-05-04').map(({ documents }) => documents)).toEqual([
      ['000', '001'],
    ])
  })
})

describe.skipIf(!present)(`the reports${present ? '' : ' (skipped: corpus/reports not present)'}`, () => {
  const { documents, gold } = present ? read(reports, join(reports, 'texts')) : { documents: [], gold: [] }
  const lineage = deriveLineage(documents)

  test('only the derived pair is joined; separate reports of one event are not', () => {
    const derived = new Set<string>()
    for (const a of gold) {
      for (const b of gold)
        if (a.id < b.id && a.derived_group && a.derived_group === b.derived_group) derived.add(`${a.id}-${b.id}`)
    }
    expect(new Set(lineage.edges.map(({ a, b }) => `${a}-${b}`))).toEqual(derived)
  })
})
