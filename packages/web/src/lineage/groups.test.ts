/** Documents fall into groups by derivation, and none into two. */
import { expect, test } from 'vitest'
import { DOSSIER } from '../fixture/dossier.ts'
import { groupsOf } from './groups.ts'

test('documents joined directly or through others stand together, by date', () => {
  const groups = groupsOf(DOSSIER.documents, DOSSIER.lineage.edges)
  expect(groups).toHaveLength(1)
  expect(groups[0]?.documents.map(({ published }) => published)).toEqual([
    '2031-05-09',
    '2031-05-10',
    '2031-05-14',
    '2031-05-14',
  ])
  expect(groups[0]?.edges).toHaveLength(3)
})

test('without edges there are no groups; separate edges give separate groups, each document once', () => {
  expect(groupsOf(DOSSIER.documents, [])).toEqual([])
  const apart = DOSSIER.lineage.edges.filter(({ id }) => id !== 'e3')
  const groups = groupsOf(DOSSIER.documents, apart)
  expect(groups.map(({ documents, edges }) => [documents.length, edges.length])).toEqual([
    [2, 1],
    [2, 1],
  ])
  const ids = groups.flatMap(({ documents }) => documents.map(({ id }) => id))
  expect(new Set(ids).size).toBe(ids.length)
})
