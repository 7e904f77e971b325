/** Holds the casebook: the committed dossiers are what the program makes, and what must be seen in them is seen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildCase, goldenDossier } from '../casebook/build-case.ts'
import { compare, expectationsOf, UNCHECKED } from '../casebook/expectations.ts'
import { knowledgeOf } from '../casebook/name-expectations.ts'
import { dossierText } from '../packages/workbench/src/publish/dossier.ts'

const folder = mkdtempSync(join(tmpdir(), 'corroborate-casebook-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What the machine's reading may miss; everything that is not listed must be met whole. */
const SHARES: Readonly<Record<string, number>> = {
  'figures found': 0.95,
  'value, comparator and effect of those found': 0.95,
  'claimant of those found': 0.95,
  'claims found with kind': 0.95,
  // A man discharged and one killed, equal in name, age, day and place: only a person sees that from the remarks.
  'pairs of rows that are two persons': 0.8,
}
/** The parts of expected.json that `compare` holds. */
const LOOKED_AT = [
  ...['documents', 'items', 'undated', 'boilerplate', 'figures', 'notFigures', 'claims', 'edges', 'noEdge', 'drift'],
  ...['origins', 'tolls', 'relations', 'partsDoNotAddUp', 'neverMerge', 'commitments', 'variants', 'lists'],
]

/** Lines that are not met, and are known: one that is mended must go from here, and no other may come. */
const KNOWN_GAPS: Readonly<Record<string, readonly string[]>> = {
  'syria-coast-2025': [
    // The monitor is named a paragraph further on.
    'tolls in a series of their origin, scope and day: Syrian Observatory for Human Rights total 2025-03-12: headline-1383 is war monitor total 2025-03-12',
  ],
  'zelmora-tolmesh-2024': [],
}

describe.each(['syria-coast-2025', 'zelmora-tolmesh-2024'])('%s', (name) => {
  const building = buildCase(name, mkdtempSync(join(folder, 'case-')))

  test('its dossier is the committed one (npm run golden, then read the difference)', async () => {
    expect(dossierText(await building)).toBe(await goldenDossier(name))
  })

  test('what a careful reader must see is seen, line by line', async () => {
    const outcomes = compare(expectationsOf(name), await building, knowledgeOf(name))
    const short = outcomes.filter(({ what, met, of }) => met < of * (SHARES[what] ?? 1))
    const unmet = short.flatMap((one) => one.unmet.map((line) => `${one.what}: ${line}`))
    expect(unmet).toEqual(KNOWN_GAPS[name] ?? [])
    expect(outcomes.filter(({ of }) => of > 0).length).toBeGreaterThan(10)
  })

  test('no part of what is expected is left unlooked at', () => {
    const parts = Object.keys(expectationsOf(name))
    expect(parts.filter((part) => !LOOKED_AT.includes(part) && !(part in UNCHECKED))).toEqual([])
  })
})
