/** A second reader through the whole program: asked on the command line, shown in the browser and in the export. */
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, expect, test } from 'vitest'
import { openFixtureEndpoint, says } from '../../packages/workbench/src/claims/second-reader.fixture.ts'
import { findBrowser } from './browser.ts'
import { openProgram } from './program.ts'

const { path, run, serve } = openProgram()
const fixture = await openFixtureEndpoint()
const found = await findBrowser()
afterAll(async () => {
  await fixture.close()
  if (typeof found !== 'string') await found.close()
})

/** Invented; "mown" is no word of harm that the rules know. */
const REPORT = 'The Marrow Coast Monitor said 14 farmhands were mown in Dell on Sunday.\n'
const PROPOSAL = {
  kind: 'figure',
  quote: '14 farmhands',
  value: 14,
  comparator: 'exact',
  effect: 'killed',
  effectWords: 'were mown',
  speaker: 'Marrow Coast Monitor',
}

test('is asked on the command line only when the person says so', async () => {
  writeFileSync(path('report.txt'), REPORT)
  expect(await run('new', 'dell', '--title', 'Dell')).toMatchObject({ code: 0 })
  expect(await run('add', 'dell', 'report.txt')).toMatchObject({ code: 0 })
  const asking = ['propose', 'dell', '--endpoint', fixture.address, '--model', 'toy-1']
  expect(await run('propose', 'dell')).toMatchObject({ code: 2, err: expect.stringContaining('no second reader') })
  expect(await run(...asking)).toMatchObject({ code: 2, err: expect.stringContaining('nothing was sent') })
  const dry = await run(...asking, '--dry-run')
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining(REPORT.trim()) })
  expect(fixture.requests).toEqual([])

  fixture.answer(says([PROPOSAL, { ...PROPOSAL, value: 41 }]))
  const { code, out, err } = await run(...asking, '--yes')
  expect(err).toContain(`sends the text of 1 document to ${fixture.host}`)
  expect([code, out]).toEqual([0, expect.stringMatching(/accepted +figure +14 farmhands[\s\S]*refused +figure/)])
  expect((await run('claims', 'dell')).out).toContain(`proposed by toy-1 at ${fixture.host}`)
  expect((await run('ledger', 'dell')).out).toContain('14 (proposed)')
  expect((await run('verify', 'dell')).code).toBe(0)

  expect((await run('export', 'dell', '--to', 'out')).code).toBe(0)
  expect(readFileSync(path('out/figures.csv'), 'utf8')).toContain(`toy-1 at ${fixture.host}`)
  expect(readFileSync(path('out/proposals.csv'), 'utf8')).toContain('re-parses as 14')
})

test.skipIf(typeof found === 'string')(
  `shows in the browser${typeof found === 'string' ? ` (skipped: ${found})` : ''}`,
  async () => {
    if (typeof found === 'string') return
    const enable = ['--set', `endpoint=${fixture.address}`, '--set', 'model=toy-1', '--by', 'A', '--reason', 'agreed']
    expect(await run('decide', 'dell', 'second-reader', ...enable)).toMatchObject({ code: 0 })
    const { address, stop } = await serve('dell')
    try {
      const page = await found.newPage()
      await page.goto(`${address}#/documents`)
      await page.getByText(`may be sent to ${fixture.host}`).waitFor()
      await page.getByRole('link', { name: 'report.txt' }).first().click()
      await page.getByText('A second reader was asked 1 time').click()
      await page.getByText('re-parses as 14').waitFor()
      await page.getByText('proposed by a second reader', { exact: true }).first().waitFor()
      await page.goto(`${address}#/ledger`)
      await page.getByText('proposed by a second reader', { exact: true }).first().waitFor()
    } finally {
      await stop()
    }
  },
)
