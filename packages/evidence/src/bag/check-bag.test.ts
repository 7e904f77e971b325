import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { checkBag } from './check-bag.ts'

const suite = sharedSet('conformance/bagit-conformance')

const folders = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

const bags =
  suite === null
    ? []
    : folders(suite).flatMap((version) =>
        folders(join(suite, version)).flatMap((category) =>
          folders(join(suite, version, category)).map((name) => ({
            version,
            category,
            name,
            path: join(suite, version, category, name),
          })),
        ),
      )

describe.skipIf(suite === null)(
  'BagIt conformance (skipped where conformance/bagit-conformance is not present)',
  () => {
    test('all are there', () => expect(bags).toHaveLength(60))

    test.each(bags)('$version $category $name', async ({ category, path }) => {
      const { valid, errors, warnings } = await checkBag(path)
      if (category === 'valid' || category === 'warning') expect(errors).toEqual([])
      if (category === 'warning') expect(warnings).not.toEqual([])
      expect(valid).toBe(category === 'valid' || category === 'warning')
    })
  },
)
