import { subscribe } from 'node:diagnostics_channel'
import type { Party } from '@corroborate/claims'
import { expect, test } from 'vitest'
import type { CaseDocument } from '../model/case-document.ts'
import { itemIdOf } from '../model/ids.ts'
import { openReadingPool, type PoolOptions } from './reading-pool.ts'

let threads = 0
subscribe('worker_threads', () => {
  threads++
})

const MONITOR: Party = { id: 'zelmora', kind: 'monitor', name: 'Zelmora Watch', aliases: ['Watch of Zelmora'] }
const bytes = Buffer.from('The Watch of Zelmora said that at least 12 civilians were killed in Tolmesh.\n')

async function claimantsRead(options: Partial<PoolOptions> = {}): Promise<readonly (string | null)[]> {
  const pool = openReadingPool({ own: { parties: [], places: [] }, expected: 1, confidential: false, ...options })
  const read: CaseDocument[] = []
  const publication = { item: itemIdOf(bytes), name: 'report.txt', facts: null, size: bytes.length }
  await pool.read({ publication, source: { bytes }, derived: [] }, async (documents) => {
    read.push(...documents)
  })
  await pool.close()
  return read.flatMap(({ figures }) => figures.map(({ claimant }) => claimant))
}

test('a thread is kept for who reads next, who tells it what only his case knows', async () => {
  expect(await claimantsRead()).not.toContain('Zelmora Watch')
  const before = threads
  expect(await claimantsRead({ own: { parties: [MONITOR], places: [] } })).toEqual(['Zelmora Watch'])
  expect(await claimantsRead()).not.toContain('Zelmora Watch')
  expect(threads).toBe(before)
})

test('what was read of a confidential item goes with its thread', async () => {
  const before = threads
  await claimantsRead({ confidential: true })
  await claimantsRead({ confidential: true })
  await claimantsRead()
  expect(threads).toBe(before + 2)
})
