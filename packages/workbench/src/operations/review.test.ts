/** What a decision makes the program do again, and what it leaves as it is. */
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openCase } from '../preserve/case-folder.ts'
import type { CaseLineage, ReviewedFigure } from '../publish/contract.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { type FixtureCase, openFixtureCase } from './case.fixture.ts'
import { createCaseMemory } from './case-memory.ts'

const WIRE = `The Marrow Coast Monitor said on Tuesday that at least 212 civilians had been killed in Dell since Friday, most of
them in the two villages by the old bridge. Its director said that the killings "may amount to war crimes" and that the
list of names was still growing. The interior ministry promised that an inquiry would report within thirty days.
`
/** Milliseconds that reading a case may take on a busy machine. */
const SLOW = 120_000
vi.setConfig({ testTimeout: SLOW, hookTimeout: SLOW })

let fixture: FixtureCase
const by = { by: 'R. Example', reason: 'read it' }
const figures = async () => (await fixture.run<{ figures: ReviewedFigure[] }>('claims')).figures
const stamps = async () => {
  const reader = await openSqliteReader((await openCase(fixture.case)).database)
  try {
    return Object.fromEntries(await reader.stamps())
  } finally {
    await reader.close()
  }
}

beforeAll(async () => {
  fixture = await openFixtureCase()
  const paths = [
    fixture.file('wire.txt', WIRE),
    fixture.file(
      'copy.txt',
      WIRE.replace('The Marrow Coast Monitor', 'The Dell Rights Network').replace('may amount', 'amount'),
    ),
    fixture.file('other.txt', 'The Dell clinic said it had counted 17 wounded people on Sunday.\n'),
  ]
  await fixture.run('add', { paths })
})
afterAll(() => fixture.remove())

test('an acceptance derives nothing again, a correction drift alone, and both show', async () => {
  const found = (await figures()).find(({ value, claimant }) => value === 212 && claimant?.includes('Network'))!
  const before = await stamps()
  await fixture.run('decide', { action: 'accept', target: found.id, ...by })
  const accepted = await stamps()
  expect(accepted).toEqual({ ...before, decisions: accepted.decisions })
  expect(accepted.decisions).not.toBe(before.decisions)
  expect((await figures()).find(({ id }) => id === found.id)?.review.status).toBe('accepted')

  const claimantDrift = async () =>
    (await fixture.run<CaseLineage>('lineage')).drift.filter(({ field }) => field === 'claimant')
  expect(await claimantDrift()).toHaveLength(1)
  await fixture.run('decide', { action: 'correct', target: found.id, set: { claimant: 'Marrow Coast Monitor' }, ...by })
  const corrected = await stamps()
  expect([corrected.edges, corrected.documents]).toEqual([before.edges, before.documents])
  expect(corrected.drift).not.toBe(before.drift)
  expect(await claimantDrift()).toEqual([])
  await fixture.run('decide', { action: 'undo', target: (await lastDecision()).id, ...by })
  expect(await claimantDrift()).toHaveLength(1)
})

test('what was rejected and is accepted again counts again in drift', async () => {
  const found = (await figures()).find(({ value, claimant }) => value === 212 && claimant?.includes('Monitor'))!
  const drift = async () => (await fixture.run<CaseLineage>('lineage')).drift.map(({ id }) => id)
  const before = await drift()
  await fixture.run('decide', { action: 'reject', target: found.id, ...by })
  expect(await drift()).not.toEqual(before)
  await fixture.run('decide', { action: 'accept', target: found.id, ...by })
  expect(await drift()).toEqual(before)
})

test('names that people tie derive edges again', async () => {
  const before = await stamps()
  const names = 'Marrow Coast Monitor; Dell Rights Network'
  await fixture.run('decide', { action: 'merge-names', set: { names }, ...by })
  expect((await stamps()).edges).not.toBe(before.edges)
})

test('a case that was reviewed derives the same from nothing', async () => {
  expect(await fixture.run<{ same: boolean | null }>('rebuild')).toMatchObject({ same: true })
})

test('a memory shows what another process decides, and keeps what nobody wrote', async () => {
  const memory = createCaseMemory()
  const served: FixtureCase['context'] = { ...fixture.context, memory }
  const shown = await fixture.run<CaseLineage>('lineage', {}, served)
  expect(await fixture.run<CaseLineage>('lineage', {}, served)).toBe(shown)
  const found = (await figures()).find(({ value }) => value === 17)!
  await fixture.run('decide', { action: 'reject', target: found.id, ...by })
  const { figures: after } = await fixture.run<{ figures: ReviewedFigure[] }>('claims', {}, served)
  expect(after.find(({ id }) => id === found.id)?.review.status).toBe('rejected')
  const decided = await fixture.run<{ id: string }>(
    'decide',
    { action: 'undo', target: (await lastDecision()).id, ...by },
    served,
  )
  expect(decided.id).toBe((await lastDecision()).id)
  const { figures: again } = await fixture.run<{ figures: ReviewedFigure[] }>('claims', {}, served)
  expect(again.find(({ id }) => id === found.id)?.review.status).toBe('machine-read')
})

async function lastDecision(): Promise<{ id: string }> {
  return (await fixture.run<{ id: string }[]>('decisions')).at(-1)!
}
