import type { Figure } from '@corroborate/claims'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import { exampleDocument } from '../storage/case-store.contract.ts'
import { caseLedger } from './case-ledger.ts'
import { decide } from './decide.ts'
import { DecisionError } from './decision-error.ts'
import type { DecisionRequest } from './decision-request.ts'
import { applyDecisions, standing, undoneDecisions } from './effective.ts'

const TEXT = 'The monitor counted 12 dead; the ministry counted 12 dead. Nobody else counted.'

function figure(id: string, start: number): Figure {
  return {
    id,
    value: 12,
    valueMax: null,
    vagueWord: null,
    comparator: 'exact',
    effect: 'killed',
    manner: null,
    victims: 'people',
    victimText: 'dead',
    perpetrator: null,
    claimant: 'the monitor',
    via: null,
    chain: [],
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date: null,
    scope: 'total',
    carried: [],
    partOf: null,
    repeatOf: null,
    unsure: null,
    explanation: 'test',
    surface: '12',
    start,
    end: start + 2,
    spans: { number: { start, end: start + 2, text: '12' } },
  }
}

const document: CaseDocument = {
  ...exampleDocument('a.txt', TEXT),
  figures: [figure('aaaa1111', 20), figure('bbbb2222', 51)],
}
const KNOWN = { id: 'case', knowledge: { parties: [], places: [] }, drift: [], captured: new Map() }
const other: CaseDocument = exampleDocument('b.txt', 'Other text')

function taken(
  requests: readonly DecisionRequest[],
  documents: readonly CaseDocument[] = [document, other],
): { records: DecisionRecord[] } {
  const records: DecisionRecord[] = []
  for (const [sequence, request] of requests.entries()) {
    const decided = decide(applyDecisions(documents, [], records), KNOWN, request)
    const id = `${String(sequence).padStart(8, '0')}-0000-4000-8000-000000000000`
    records.push({
      kind: 'decision',
      id,
      at: '2031-01-01T00:00:00.000Z',
      by: 'R',
      reason: 'because',
      sequence,
      ...decided,
    })
  }
  return { records }
}

const figuresAfter = (records: readonly DecisionRecord[], documents = [document, other]) =>
  applyDecisions(documents, [], records).documents.find(({ id }) => id === document.id)?.figures ?? []

describe('decisions', () => {
  test('accept, correct and reject show who, and what the reader had found', () => {
    const { records } = taken([
      { action: 'correct', target: 'aaaa', set: { claimant: 'the ministry', value: 13 } },
      { action: 'reject', target: 'bbbb' },
    ])
    const [first, second] = figuresAfter(records)
    expect(first).toMatchObject({
      claimant: 'the ministry',
      value: 13,
      review: { status: 'corrected', by: 'R' },
      machine: { claimant: 'the monitor', value: 12 },
    })
    expect(second?.review.status).toBe('rejected')
    expect(standing(figuresAfter(records))).toHaveLength(1)
  })

  test('a second correction still knows what the reader had found', () => {
    const { records } = taken([
      { action: 'correct', target: 'aaaa', set: { value: 13 } },
      { action: 'correct', target: 'aaaa', set: { value: 14 } },
    ])
    expect(figuresAfter(records)[0]).toMatchObject({ value: 14, machine: { value: 12 } })
  })

  test('undo takes back, and undoing the undo brings back', () => {
    const { records } = taken([
      { action: 'reject', target: 'aaaa' },
      { action: 'undo', target: '00000000' },
      { action: 'undo', target: '00000001' },
    ])
    expect(figuresAfter(records.slice(0, 2))[0]?.review.status).toBe('machine-read')
    expect(figuresAfter(records)[0]?.review.status).toBe('rejected')
    expect(undoneDecisions(records)).toEqual(new Set(['00000001-0000-4000-8000-000000000000']))
  })

  test('a figure and an edge can be added, at the exact words', () => {
    const { records } = taken([
      { action: 'add', document: 'a.txt', quote: 'Nobody', set: { value: 0, effect: 'missing' } },
      { action: 'add-edge', a: 'b.txt', b: 'a.txt', edgeKind: 'verbatim', direction: 'a-to-b' },
    ])
    const added = figuresAfter(records).find(({ review }) => review.status === 'added')
    expect(added).toMatchObject({ value: 0, start: 59, end: 65, surface: 'Nobody' })
    const { edges } = applyDecisions([document, other], [], records)
    expect(edges).toHaveLength(1)
    expect(edges[0]?.direction).toBe(edges[0]?.a === other.id ? 'a-to-b' : 'b-to-a')
  })

  test('after a rebuild with other ids, a target is found by its words and place', () => {
    const { records } = taken([{ action: 'reject', target: 'bbbb' }])
    const reread = { ...document, figures: [figure('cccc3333', 20), figure('dddd4444', 51)] }
    expect(figuresAfter(records, [reread, other]).map(({ review }) => review.status)).toEqual([
      'machine-read',
      'rejected',
    ])
  })

  test('a target that is gone leaves an orphan, listed', () => {
    const { records } = taken([{ action: 'reject', target: 'bbbb' }])
    const { decisions } = applyDecisions([{ ...document, figures: [] }, other], [], records)
    expect(decisions).toMatchObject([{ orphan: true, undone: false }])
  })

  test.each<[DecisionRequest, RegExp]>([
    [{ action: 'accept', target: 'zzzz' }, /holds no figure, claim or edge zzzz/],
    [{ action: 'accept' }, /name the figure/],
    [{ action: 'correct', target: 'aaaa', set: {} }, /nothing to correct/],
    [{ action: 'correct', target: 'aaaa', set: { colour: 'red' } }, /Fields that can be set/],
    [{ action: 'correct', target: 'aaaa', set: { value: -1 } }, /value/],
    [{ action: 'correct', target: 'aaaa', set: { value: 1.5 } }, /value/],
    [
      { action: 'add', document: 'a.txt', quote: 'not there', set: { value: 1, effect: 'killed' } },
      /does not hold these words/,
    ],
    [
      { action: 'add', document: 'a.txt', quote: '12 dead', occurrence: 3, set: { value: 1, effect: 'killed' } },
      /3 times/,
    ],
    [{ action: 'add', document: 'a.txt', quote: 'Nobody', set: { effect: 'killed' } }, /needs a value/],
    [{ action: 'add', document: 'a.txt', quote: 'Nobody', claimKind: 'rumour' }, /statement, accusation/],
    [{ action: 'add-edge', a: 'a.txt', b: 'a.txt', edgeKind: 'verbatim' }, /two different documents/],
    [{ action: 'add-edge', a: 'a.txt', b: 'b.txt', edgeKind: 'cousin' }, /verbatim, edited/],
    [{ action: 'undo', target: 'ffff' }, /holds no decision/],
  ])('%j is refused with a sentence', (request, complaint) => {
    expect(() => taken([request])).toThrow(DecisionError)
    expect(() => taken([request])).toThrow(complaint)
  })

  test('whatever is decided and undone, undoing everything gives back what the reader found', () => {
    const action = fc.constantFrom<DecisionRequest>(
      { action: 'accept', target: 'aaaa' },
      { action: 'reject', target: 'bbbb' },
      { action: 'correct', target: 'aaaa', set: { value: 99 } },
      { action: 'add', document: 'a.txt', quote: 'Nobody', set: { value: 3, effect: 'killed' } },
    )
    fc.assert(
      fc.property(fc.array(action, { maxLength: 6 }), (requests) => {
        const undo = requests.map((_, at): DecisionRequest => ({ action: 'undo', target: String(at).padStart(8, '0') }))
        const { records } = taken([...requests, ...undo])
        expect(figuresAfter(records)).toEqual(figuresAfter([]))
        expect(figuresAfter(records.slice(0, requests.length)).length).toBeGreaterThanOrEqual(2)
      }),
      { seed: 7 },
    )
  })
})

describe('the rule for ranges', () => {
  const chosen = (set: Record<string, unknown>): DecisionRequest => ({ action: 'range-rule', set })
  const ranges = (records: readonly DecisionRecord[]) =>
    caseLedger(applyDecisions([document, other], [], records), KNOWN, null).ranges

  test('is of the whole case, shows in every range, and is taken back by undo', () => {
    const { records } = taken([
      chosen({ rule: 'prioritise-origin', origin: 'Monitor' }),
      { action: 'undo', target: '00000000' },
    ])
    expect(records[0]).toMatchObject({
      target: { kind: 'case', id: 'case', saw: { rule: 'publish-the-range', spellings: [['the monitor']] } },
      set: { rule: 'prioritise-origin', origin: 'the monitor' },
    })
    expect(ranges(records.slice(0, 1))).toMatchObject([{ rule: 'prioritise-origin', low: 12, high: 12, best: 12 }])
    expect(ranges(records)).toMatchObject([{ rule: 'publish-the-range', best: null }])
  })

  test('is an orphan once nobody prints its origin', () => {
    const { records } = taken([chosen({ rule: 'best-low-high', origin: 'the monitor' })])
    const { decisions, rulings } = applyDecisions([{ ...document, figures: [] }, other], [], records)
    expect(decisions).toMatchObject([{ orphan: true }])
    expect(rulings.rangeRule).toBeNull()
  })

  test.each<[readonly DecisionRequest[], RegExp]>([
    [[chosen({})], /Set: rule, origin/],
    [[chosen({ rule: 'average' })], /Set: rule, origin/],
    [[chosen({ rule: 'prioritise-origin' })], /needs an origin/],
    [[chosen({ rule: 'mark-unknown', origin: 'the monitor' })], /takes no origin/],
    [[chosen({ rule: 'prioritise-origin', origin: 'Lamp Society' })], /no figure of the case is attributed to "Lamp/],
    [[chosen({ rule: 'keep-pending' }), chosen({ rule: 'keep-pending' })], /already goes by keep-pending/],
  ])('%j is refused with a sentence', (requests, complaint) => {
    expect(() => taken(requests)).toThrow(DecisionError)
    expect(() => taken(requests)).toThrow(complaint)
  })
})

test('background is a shorthand for the correction of a figure, and is refused where nothing changes', () => {
  const request: DecisionRequest = { action: 'background', target: 'aaaa' }
  const { records } = taken([request])
  expect(records[0]).toMatchObject({ action: 'correct', target: { id: 'aaaa1111' }, set: { scope: 'background' } })
  expect(figuresAfter(records)[0]).toMatchObject({ scope: 'background', machine: { scope: 'total' } })
  expect(() => taken([request, request])).toThrow(/background already/)
})

describe('independence', () => {
  const two: CaseDocument = {
    ...document,
    figures: [
      { ...figure('aaaa1111', 20), place: 'Dell' },
      { ...figure('bbbb2222', 51), place: 'Dell', claimant: 'the ministry' },
    ],
  }
  const TWO = [two, other]
  const recorded = (set: Record<string, unknown>): DecisionRequest => ({ action: 'independence', set })
  const origins = (records: readonly DecisionRecord[]) =>
    caseLedger(applyDecisions(TWO, [], records), KNOWN, null).origins

  test('is not assessed until somebody recorded it, then by the record; undo takes it back', () => {
    const { records } = taken(
      [
        recorded({ origins: 'Ministry; the monitor', dependence: 'none-known', note: 'asked both' }),
        recorded({ origins: ['the monitor', 'the ministry'], dependence: 'shared-sources' }),
        { action: 'undo', target: '00000001' },
        { action: 'undo', target: '00000000' },
      ],
      TWO,
    )
    expect(records[0]).toMatchObject({
      target: { kind: 'origins', saw: { spellings: [['the ministry'], ['the monitor']] } },
      set: { origins: ['the ministry', 'the monitor'], dependence: 'none-known', note: 'asked both' },
    })
    const states = [0, 1, 2, 3, 4].map((count) => {
      const [figures] = origins(records.slice(0, count))
      return [figures?.count, figures?.independence, figures?.independentGroups]
    })
    expect(states).toEqual([
      [2, 'not assessed', null],
      [2, 'assessed', 2],
      [2, 'assessed', 1],
      [2, 'assessed', 2],
      [2, 'not assessed', null],
    ])
  })

  test('is an orphan once nobody prints one of its origins', () => {
    const { records } = taken([recorded({ origins: 'the ministry; the monitor', dependence: 'referral' })], TWO)
    expect(applyDecisions([document, other], [], records)).toMatchObject({
      decisions: [{ orphan: true }],
      rulings: { dependences: [] },
    })
  })

  const same = recorded({ origins: 'the ministry; the monitor', dependence: 'referral' })
  test.each<[readonly DecisionRequest[], RegExp]>([
    [[recorded({ origins: 'the monitor', dependence: 'referral' })], /two origins or more/],
    [[recorded({ origins: 'the monitor; Monitor', dependence: 'referral' })], /two origins or more/],
    [[recorded({ origins: 'the monitor; Lamp Society', dependence: 'referral' })], /attributed to "Lamp Society"/],
    [[recorded({ origins: 'the monitor; the ministry', dependence: 'friends' })], /Set: origins, dependence, note/],
    [[same, same], /recorded already/],
  ])('%j is refused with a sentence', (requests, complaint) => {
    expect(() => taken(requests, TWO)).toThrow(DecisionError)
    expect(() => taken(requests, TWO)).toThrow(complaint)
  })
})

describe('series', () => {
  const toll = (id: string, start: number, more: Partial<Figure>): Figure => ({
    ...figure(id, start),
    ...{ value: 31, place: 'Dell' },
    ...more,
  })
  const FIGURES = [
    toll('aaaa1111', 20, { value: 31, asOf: '2031-05-04' }),
    toll('bbbb2222', 51, { value: 47, asOf: '2031-05-08' }),
    toll('cccc3333', 73, { value: 25, place: 'Oster', surface: 'counted' }),
    toll('dddd4444', 66, { value: 55, effect: 'injured', surface: 'Nobody' }),
  ]
  const CASE: readonly CaseDocument[] = [{ ...document, figures: FIGURES }, other]
  const reread = [{ ...document, figures: FIGURES.map((one) => ({ ...one, id: `new-${one.id}` })) }, other]
  const shape = (records: readonly DecisionRecord[], documents = CASE) =>
    caseLedger(applyDecisions(documents, [], records), KNOWN, null)
      .series.map(({ points }) => points.map(({ value }) => value).join(' '))
      .sort()
  const split = (figures: unknown): DecisionRequest => ({ action: 'split-series', set: { figures } })
  const join = (figures: unknown): DecisionRequest => ({ action: 'join-series', set: { figures } })

  test('are split and joined, found again after a rebuild with other ids, and put back by undo', () => {
    expect(shape([])).toEqual(['25', '31 47', '55'])
    const { records } = taken(
      [
        split('bbbb'),
        join(['aaaa', 'cccc']),
        { action: 'undo', target: '00000001' },
        { action: 'undo', target: '00000000' },
      ],
      CASE,
    )
    expect(records[0]).toMatchObject({
      target: { kind: 'series', saw: { series: [{ origin: 'the monitor', place: 'Dell' }] } },
      set: { figures: [{ id: 'bbbb2222', document: document.id, position: { start: 51, end: 53 }, quote: '12' }] },
    })
    expect(shape(records.slice(0, 1))).toEqual(['25', '31', '47', '55'])
    expect(shape(records.slice(0, 2))).toEqual(['25 31', '47', '55'])
    expect(shape(records.slice(0, 2), reread)).toEqual(['25 31', '47', '55'])
    expect(shape(records)).toEqual(shape([]))
  })

  test('can be named by their ids', () => {
    const ids = caseLedger(applyDecisions(CASE, [], []), KNOWN, null)
      .series.filter(({ effect }) => effect === 'killed')
      .map(({ id }) => id)
    const { records } = taken([{ action: 'join-series', set: { series: ids.join('; ') } }], CASE)
    expect(shape(records)).toEqual(['25 31 47', '55'])
  })

  test('whose figures are gone leave an orphan', () => {
    const { records } = taken([split('bbbb'), join('aaaa; cccc')], CASE)
    const gone = [{ ...document, figures: [] }, other]
    expect(applyDecisions(gone, [], records).decisions.map(({ orphan }) => orphan)).toEqual([true, true])
  })

  test.each<[readonly DecisionRequest[], RegExp]>([
    [[split(undefined)], /Set: figures/],
    [[split('zzzz')], /holds no figure zzzz/],
    [[split('aaaa; cccc')], /stand in 2 series/],
    [[split('aaaa; bbbb')], /nothing would change: these are all/],
    [[split('bbbb'), split('bbbb')], /nothing would change/],
    [[join('aaaa')], /two series or more/],
    [[join('aaaa; bbbb')], /two series or more/],
    [[join('aaaa; dddd')], /different effect are never joined: .*injured/],
    [[{ action: 'join-series', set: { series: 'zzzz; yyyy' } }], /holds no series zzzz/],
  ])('%j is refused with a sentence', (requests, complaint) => {
    expect(() => taken(requests, CASE)).toThrow(DecisionError)
    expect(() => taken(requests, CASE)).toThrow(complaint)
  })
})

describe('names', () => {
  const claimants = ['Reef Watch', 'Watchers of the Reef', 'Lamp Society']
  const CASE: readonly CaseDocument[] = [
    {
      ...document,
      figures: claimants.map((claimant, at) => ({ ...figure(`f${at}`, at * 5), claimant, place: `Dell ${at}` })),
    },
    other,
  ]
  const named = (action: 'merge-names' | 'split-names', names: unknown, of?: string): DecisionRequest => ({
    action,
    set: { names, ...(of === undefined ? {} : { of }) },
  })
  const origins = (records: readonly DecisionRecord[], documents = CASE) =>
    new Set(caseLedger(applyDecisions(documents, [], records), KNOWN, null).series.map(({ origin }) => origin)).size
  const MERGE = named('merge-names', 'Reef Watch; Lamp Society')

  test('are merged and split by their spelling, and put back by undo', () => {
    expect(origins([])).toBe(3)
    const { records } = taken(
      [
        MERGE,
        named('split-names', ['Lamp Society', 'Reef Watch']),
        { action: 'undo', target: '00000001' },
        { action: 'undo', target: '00000000' },
      ],
      CASE,
    )
    expect(records[0]).toMatchObject({
      target: { kind: 'names', saw: { spellings: [['Reef Watch'], ['Lamp Society']] } },
      set: { names: ['Reef Watch', 'Lamp Society'], of: 'party' },
    })
    expect([0, 1, 2, 3, 4].map((count) => origins(records.slice(0, count)))).toEqual([3, 2, 3, 2, 3])
  })

  test('of places are a matter of their own', () => {
    const { records } = taken([named('merge-names', 'Dell 0; Dell 1', 'place')], CASE)
    expect(applyDecisions(CASE, [], records).rulings.names).toEqual([
      { of: 'place', names: ['Dell 0', 'Dell 1'], same: true },
    ])
    expect(origins(records)).toBe(3)
  })

  test('that differ in case and accents alone are held apart, and put back by undo', () => {
    const spelt = CASE.map((each) => ({
      ...each,
      figures: each.figures.map((one, i) => ({ ...one, claimant: i === 1 ? 'Étoile Watch' : 'ETOILE WATCH' })),
    }))
    expect(origins([], spelt)).toBe(1)
    const { records } = taken(
      [named('split-names', ['Étoile Watch', 'ETOILE WATCH']), { action: 'undo', target: '00000000' }],
      spelt,
    )
    expect([1, 2].map((count) => origins(records.slice(0, count), spelt))).toEqual([2, 1])
  })

  test('that nobody prints any more leave an orphan', () => {
    const { records } = taken([MERGE], CASE)
    const { decisions, rulings } = applyDecisions([document, other], [], records)
    expect([decisions[0]?.orphan, rulings.names]).toEqual([true, []])
  })

  test.each<[readonly DecisionRequest[], RegExp]>([
    [[named('merge-names', 'Reef Watch')], /two written names/],
    [[named('merge-names', 'Reef Watch; Reef Watch')], /two written names/],
    [[named('merge-names', 'Reef Watch; Nobody Known')], /prints no party "Nobody Known"/],
    [[named('merge-names', 'Reef Watch; Lamp Society', 'ship')], /Set: names, of/],
    [[named('split-names', 'Reef Watch; Lamp Society')], /held apart already/],
    [[MERGE, MERGE], /one party already/],
    [[named('split-names', 'Reef Watch; the Reef Watch')], /write both exactly as the case prints them/],
  ])('%j is refused with a sentence', (requests, complaint) => {
    expect(() => taken(requests, CASE)).toThrow(DecisionError)
    expect(() => taken(requests, CASE)).toThrow(complaint)
  })
})
