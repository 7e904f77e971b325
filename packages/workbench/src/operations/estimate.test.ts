import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { z } from 'zod'
import { estimate } from './estimate.ts'
import type { EstimationSchema } from './estimate-table.ts'
import { contextIn, perform } from './perform.fixture.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'estimate-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const SPINA = 'A,B,C,n\n1,0,0,60\n0,1,0,49\n1,1,0,4\n0,0,1,247\n1,0,1,112\n0,1,1,142\n1,1,1,12\n'

async function run(text: string, input: Record<string, unknown> = {}): Promise<z.infer<typeof EstimationSchema>> {
  const table = join(folder, 'table.csv')
  await writeFile(table, text)
  return perform(contextIn(folder), estimate, { table, ...input })
}

test('a table in, a panel out: every log-linear model, best first, with pictures where asked', async () => {
  const pictures = join(folder, 'pictures')
  const answer = await run(SPINA, { quick: true, pictures })
  expect(answer.models.filter(({ method }) => method === 'log-linear')).toHaveLength(8)
  expect(answer.models[0]).toMatchObject({ method: 'log-linear', model: '[12,3]' })
  expect(answer.models[0]!.estimate).toBeCloseTo(730.9286, 3)
  expect(answer.refused).toBeNull()
  expect((await readdir(pictures)).sort()).toEqual(['dependence.svg', 'overlap.svg', 'panel.svg', 'posterior.svg'])
  expect(await readFile(join(pictures, 'panel.svg'), 'utf8')).toMatch(/^<svg/)
  expect(estimate.print(answer, { table: 'x' })).toContain('[12,3]')
  expect(estimate.exitCode(answer)).toBe(0)
})

test('strata are estimated apart and added', async () => {
  const rows = SPINA.trim().split('\n').slice(1)
  const text = ['month,A,B,C,n', ...rows.map((row) => `2025-03,${row}`), ...rows.map((row) => `2025-04,${row}`)].join(
    '\n',
  )
  const answer = await run(text, { quick: true, by: 'month' })
  expect(answer.observed).toBe(2 * 626)
  expect(answer.strata!.strata.map(({ stratum }) => stratum)).toEqual(['2025-03', '2025-04'])
  expect(answer.strata!.estimate).toBeCloseTo(2 * 730.9286, 3)
  expect(estimate.print(answer, { table: 'x' })).toContain('Strata apart and added: 1,462')
})

test('two lists are refused with their bound, in words', async () => {
  const answer = await run('A,B,n\n1,0,150\n0,1,60\n1,1,40\n')
  expect(answer.refused!.reasons.map(({ code }) => code)).toEqual(['fewer_than_three_lists'])
  expect(answer.verdict.range).toBeNull()
  expect(estimate.print(answer, { table: 'x' })).toMatch(/^No estimate is given/)
})

test('a bad table is named with its line', async () => {
  await expect(run('A,B,n\n1,0,-4\n')).rejects.toThrow(/table\.csv: the table, line 2: a count of -4/)
  await expect(run(SPINA, { table: join(folder, 'absent.csv') })).rejects.toThrow(/absent\.csv: there is no such file/)
})
