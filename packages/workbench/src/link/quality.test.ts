import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { link, tableOf } from '@corroborate/linkage'
import { describe, expect, test } from 'vitest'
import { loadSet, PUBLIC_SETS, quality } from '../../../../bench/linkage.ts'
import { inventLists, TWO_SCRIPTS } from '../../../../bench/linkage-lists.ts'
import { sharedFolder } from '../../../../bench/linkage-people.ts'

/** What each set must reach at the default threshold. */
const LEAST: Readonly<Record<string, number>> = { febrl3: 0.997, febrl4: 0.9998, fake_1000: 0.88 }

describe('linkage on known truth', () => {
  for (const set of PUBLIC_SETS.filter(({ name }) => LEAST[name] !== undefined)) {
    const present = existsSync(join(sharedFolder, 'linkage', set.files[0]!))
    test.skipIf(!present)(`${set.name} (skipped: ${set.name} not present)`, async () => {
      const { tables, persons } = await loadSet(set)
      expect(quality(link(tables), persons).f1).toBeGreaterThanOrEqual(LEAST[set.name]!)
    })
  }

  test('invented lists in Arabic and Latin script', () => {
    const lists = inventLists(5000, TWO_SCRIPTS, 4)
    const linkage = link(lists.map(({ list, header, rows }) => tableOf(list, header, rows)))
    const { f1, precision } = quality(
      linkage,
      lists.map(({ truth }) => truth.map(String)),
    )
    expect(f1).toBeGreaterThan(0.95)
    expect(precision).toBeGreaterThan(0.98)
  })
})
