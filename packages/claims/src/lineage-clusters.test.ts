/** Large groups of carriers of one text: they stay one group and one origin, however many they are. */
import { describe, expect, test } from 'vitest'
import { invented } from '../test-cases/lineage-invented.ts'
import { buildLedger } from './ledger.ts'
import { deriveLineage } from './lineage.ts'
import type { Edge, ReadDocument } from './lineage-model.ts'

const WIRE = [
  'Shells struck the fish market of Port Ardal shortly after nightfall, and the harbour wall collapsed on the crowd.',
  'The Quiet Coast Observatory counted at least 213 civilians dead and said militiamen had fired from the lighthouse.',
  'Harbour master Denno Varsik told callers that "the tide carried the stalls away before anyone could reach them".',
  'Nurses stitched wounds by lamplight because the island generator had been dismantled for scrap in spring.',
  'Governor Ilsa Brandec, who took office in June, promised to publish an inquiry within six weeks.',
  'Fishing families from Oster and Kelm have camped on the salt flats ever since.',
]

const carrier = (i: number, lines: readonly string[]) =>
  invented({
    id: `copy-${String(i).padStart(3, '0')}`,
    outlet: `Paper ${i}`,
    published: `2031-06-${String(2 + (i % 9)).padStart(2, '0')}`,
    lines,
    figures: [
      { surface: 'at least 213', comparator: 'at_least', claimant: 'Quiet Coast Observatory', place: 'Port Ardal' },
    ],
  })

/** A sentence of its own, or one of the wire's left out or touched: each copy differs from most others. */
const edited = (i: number): readonly string[] => {
  const lines = WIRE.filter((_, at) => at < 2 || at !== 2 + (i % 4))
  const own = `Readers of Paper ${i} in ward ${i * 7919} asked what became of barge ${i * 31 + 5}.`
  return i % 3 === 0 ? [...lines, own] : lines.map((line) => line.replace('shortly after', 'after'))
}

const other = (i: number) =>
  invented({
    id: `other-${i}`,
    published: `2031-06-${String(1 + (i % 20)).padStart(2, '0')}`,
    lines: [
      `Ferry ${i * 13} to Tessen${i} was late again, clerk Mara Hol${i} wrote in ledger ${i * 104729}.`,
      `Nobody in Tessen${i} minded the ${i + 40} barrels left on quay ${i * 17}.`,
    ],
  })

function groupsOf(documents: readonly ReadDocument[], edges: readonly Edge[]): readonly (readonly string[])[] {
  const group = new Map(documents.map(({ id }) => [id, new Set([id])]))
  for (const { a, b } of edges) {
    const [one, two] = [group.get(a)!, group.get(b)!]
    if (one === two) continue
    for (const id of two) {
      one.add(id)
      group.set(id, one)
    }
  }
  return [...new Set(group.values())].map((ids) => [...ids]).filter((ids) => ids.length > 1)
}

describe.each([
  ['the same words', (_: number) => WIRE],
  ['words cut and touched', edited],
] as const)('two hundred carriers of one wire, %s', (_, words) => {
  const carriers = Array.from({ length: 200 }, (__, i) => carrier(i, words(i)))
  const originsOf = (documents: readonly ReadDocument[]) =>
    buildLedger(documents, deriveLineage(documents), { asOf: null }).origins

  test.each([
    ['alone', 0],
    ['among others', 300],
  ])('%s are one group and one origin', (__, others) => {
    const documents = [...carriers, ...Array.from({ length: others }, (___, i) => other(i))]
    const { edges } = deriveLineage(documents)
    const groups = groupsOf(documents, edges)
    expect(groups.map((ids) => ids.length)).toEqual([200])
    expect(edges.length).toBeLessThan(200 * 12)
    const origins = originsOf(documents)
    expect(origins.map(({ documents: printed, count }) => [printed.length, count])).toEqual([[200, 1]])
  })

  test('one more adds a document and no origin', () => {
    for (const size of [8, 24, 63, 64, 65, 199]) {
      const [before] = originsOf(carriers.slice(0, size))
      const [after, ...rest] = originsOf(carriers.slice(0, size + 1))
      expect(rest).toEqual([])
      expect([after!.documents.length, after!.count]).toEqual([size + 1, before!.count])
    }
  })
})
