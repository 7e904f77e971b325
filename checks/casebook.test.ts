/** Holds the casebook: the committed dossiers are what the program makes, and what must be seen in them is seen. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { buildCase, goldenDossier } from '../casebook/build-case.ts'
import { compare, expectationsOf } from '../casebook/expectations.ts'
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
describe.each(['syria-coast-2025', 'zelmora-tolmesh-2024'])('%s', (name) => {
  const building = buildCase(name, mkdtempSync(join(folder, 'case-')))

  test('its dossier is the committed one (npm run golden, then read the difference)', async () => {
    expect(dossierText(await building)).toBe(await goldenDossier(name))
  })

  test('what a careful reader must see is seen', async () => {
    for (const { what, met, of, unmet } of compare(expectationsOf(name), await building)) {
      const floor = SHARES[what]
      if (floor === undefined) expect(unmet, what).toEqual([])
      else expect(met / of, `${what}: ${unmet.join('; ')}`).toBeGreaterThanOrEqual(floor)
    }
  })
})
