/** The register on the command line: lists in, persons out, people decide, releases follow, and a rebuild agrees. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type {
  Decision,
  PersonDetail,
  PersonSummary,
  RegisterSummary,
  ReviewQueue,
  TollBesideNames,
} from '../../packages/workbench/src/publish/contract.ts'
import { openProgram, ROOT } from './program.ts'

const program = openProgram()
const { path, run, json } = program
const CASE = `${ROOT}/casebook/zelmora-tolmesh-2024`
const WHO = ['--by', 'R. Haddad', '--reason', 'published list']

interface Persons {
  readonly total: number
  readonly persons: readonly PersonSummary[]
}

const persons = (...words: string[]) => json<Persons>('register', 'valley', 'persons', ...words)

test('lists of a case are looked at, then taken', async () => {
  expect(await run('new', 'valley', '--from', `${CASE}/case.json`)).toMatchObject({ code: 0 })
  expect(await run('add', 'valley', `${CASE}/lists`, `${CASE}/reports`)).toMatchObject({ code: 0 })
  expect((await run('register', 'valley')).out).toContain('The register is empty')
  const preview = await run('register', 'valley', 'columns', 'casualty-register-2024-05-17.csv')
  expect(preview.out).toMatch(/24 rows \(22 name a person, 1 a group, 1 nobody\)/)
  expect(preview.out).toMatch(/father\s+father\s+21/)
  for (const [file, name, ...more] of [
    ['casualty-register-2024-05-17.csv', 'Register'],
    ['documentation-circle-2024-05-16.csv', 'Circle', '--duplicates'],
    ['namrosh-hospital-2024-05-15.csv', 'Hospital'],
  ] as const)
    expect(await run('register', 'valley', 'add', file, '--list', name, ...more, ...WHO)).toMatchObject({ code: 0 })
  const { counts, overlap } = await json<RegisterSummary>('register', 'valley')
  expect(counts).toMatchObject({ entries: 58, groups: 2, unidentified: 2, notVictims: 0 })
  expect(counts.persons).toBe(25)
  expect(overlap.reduce((sum, one) => sum + one.persons, 0)).toBe(25)
  expect(
    await run('register', 'valley', 'add', 'namrosh-hospital-2024-05-15.csv', '--list', 'Other', ...WHO),
  ).toMatchObject({
    code: 2,
    err: expect.stringContaining('a list counts once'),
  })
})

test('search folds Arabic, and a person shows every cell and why its entries are one', async () => {
  const { total, persons: found } = await persons('--q', 'درّاقي')
  expect(total).toBe(3)
  expect((await persons('--q', 'دراقى محمود')).total).toBe(2)
  const shown = await json<PersonDetail>('register', 'valley', 'show', found[0]!.id.slice(0, 12))
  expect(shown.entryList.length).toBeGreaterThan(1)
  expect(shown.pairs[0]?.parts.reduce((sum, { bits }) => sum + bits, shown.pairs[0].prior)).toBeCloseTo(
    shown.pairs[0]!.weight,
    2,
  )
})

test('a person parts two whom the machine took for one, and calls one no victim record', async () => {
  const { persons: found } = await persons('--q', 'Kirvasi 40')
  const { persons: kirvasi } = found.length > 0 ? { persons: found } : await persons('--q', 'Kirvasi')
  const pair = kirvasi.find(({ entries }) => entries === 2)!
  const detail = await json<PersonDetail>('register', 'valley', 'show', pair.id)
  const hospital = detail.entryList.find(({ versions }) => versions[0]?.cells.includes('injured, discharged'))!
  await json<Decision>(
    'register',
    'valley',
    'mark',
    'split',
    hospital.id,
    '--by',
    'R. Haddad',
    '--reason',
    'one was discharged',
  )
  await json<Decision>(
    'register',
    'valley',
    'mark',
    'not-a-victim',
    hospital.id,
    '--by',
    'R. Haddad',
    '--reason',
    'a survivor',
  )
  const { counts } = await json<RegisterSummary>('register', 'valley')
  expect(counts).toMatchObject({ persons: 25, notVictims: 1 })
})

test('the queue works from no answer at all; a second reviewer is blind; two who disagree wait for a third', async () => {
  const queue = await json<ReviewQueue>('register', 'valley', 'queue', '--as', 'R. Haddad')
  expect(queue.pairs.length).toBeGreaterThan(2)
  const teaches = queue.pairs.map((one) => one.teaches ?? 0)
  expect(teaches).toEqual(teaches.toSorted((a, b) => b - a))
  const { a, b } = queue.pairs[0]!
  await json('register', 'valley', 'mark', 'different', a.id, b.id, '--by', 'R. Haddad', '--reason', 'fathers differ')
  const blind = await json<ReviewQueue>('register', 'valley', 'queue', '--as', 'S. Aziz', '--round', 'second')
  expect(blind.pairs).toHaveLength(1)
  expect(blind.pairs[0]).toMatchObject({ teaches: null, together: null, pair: null })
  expect(JSON.stringify(blind.pairs)).not.toContain('different')
  expect(
    (await json<ReviewQueue>('register', 'valley', 'queue', '--as', 'r. haddad', '--round', 'second')).pairs,
  ).toEqual([])
  await json('register', 'valley', 'mark', 'same', a.id, b.id, '--blind', '--by', 'S. Aziz', '--reason', 'one woman')
  const third = await json<ReviewQueue>('register', 'valley', 'queue', '--as', 'T. Omar')
  expect(third.pairs[0]).toMatchObject({ round: 'third', pair: null })
  expect(third.agreement).toMatchObject({ pairs: 1, agreed: 0 })
})

test('a merge that contradicts a split is refused until that is undone', async () => {
  const decisions = await json<Decision[]>('decisions', 'valley')
  const split = decisions.find(({ action }) => action === 'split-person')!
  const notVictim = decisions.find(({ action }) => action === 'not-a-victim')!
  const undo = ['--by', 'R. Haddad', '--reason', 'looked again']
  await json('decide', 'valley', 'undo', notVictim.id, ...undo)
  const { entries, from } = split.set as { entries: string[]; from: string[] }
  expect(await run('register', 'valley', 'mark', 'merge', entries[0]!, from[0]!, ...undo)).toMatchObject({
    code: 2,
    err: expect.stringContaining('undo that first'),
  })
  await json('decide', 'valley', 'undo', split.id, ...undo)
  expect((await json<RegisterSummary>('register', 'valley')).counts).toMatchObject({ persons: 25, notVictims: 0 })
})

test('a new release is compared row by row, and keeps what was decided', async () => {
  const before = readFileSync(`${CASE}/lists/casualty-register-2024-05-17.csv`, 'utf8')
  const after = before
    .replace('R-003,Yusra Velsami,Idris,27', 'R-003,Yusra Velsami,Idris,28')
    .replace(/^.*R-023.*\n/m, '')
    .concat('yes,R-025,Nadir Tasqari,Adnan,21,male,Oddrin,2024-05-13,killed,brother of R-004\n')
  writeFileSync(path('casualty-register-2024-06-17.csv'), after)
  await run('add', 'valley', 'casualty-register-2024-06-17.csv')
  const taken = await run(
    'register',
    'valley',
    'add',
    'casualty-register-2024-06-17.csv',
    '--list',
    'Register',
    '--release',
    '2024-06-17',
    ...WHO,
  )
  expect(taken.out).toContain('24 entries, 23 of them from the release before')
  const compared = await run('register', 'valley', 'compare', 'Register')
  expect(compared.out).toContain('1 row added, 1 removed, 1 changed, 22 unchanged')
  expect(compared.out).toContain('age: "27" → "28"')
  expect((await persons('--only', 'withdrawn')).persons.map(({ name }) => name)).toEqual(['Rami Shebrun'])
})

test('each toll stands beside the names of its scope', async () => {
  const rows = await json<TollBesideNames[]>('register', 'valley', 'numbers')
  const market = rows.find(
    (row) => row.origin === 'Zelmoran Casualty Register' && row.place === 'Namrosh' && row.victims === 'people',
  )
  expect(market).toMatchObject({ point: { value: 28 }, named: { low: 8, high: 8 }, unaccounted: { low: 20, high: 20 } })
  for (const { named, unaccounted, excess } of rows) {
    expect(named.high).toBeGreaterThanOrEqual(named.low)
    if (unaccounted.low > 0) expect(excess.low).toBe(0)
  }
})

test('a rebuild gives the same dossier, byte for byte, and verification passes', async () => {
  expect(await json<{ same: boolean; orphans: string[] }>('rebuild', 'valley')).toMatchObject({
    same: true,
    orphans: [],
  })
  expect(await run('verify', 'valley')).toMatchObject({ code: 0 })
})

test('records hold ids and headers and no name of anybody', () => {
  const records = path('valley/records')
  for (const folder of ['lists', 'decisions'])
    for (const file of readdirSync(`${records}/${folder}`, { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.json')) continue
      expect(readFileSync(`${records}/${folder}/${file}`, 'utf8')).not.toMatch(/Durraqi|Velsami|درّاقي|Kirvasi/)
    }
})

test('the register is estimated like any table, and says what it leaves out', async () => {
  const answer = await json<{
    observed: number
    lists: string[]
    linkage: { draws: number; observed: [number, number] }
    leftOut: { groups: number }
    strata: { strata: { stratum: string }[] }
  }>('estimate', 'valley', '--by', 'place', '--draws', '5', '--quick')
  expect(answer.lists).toEqual(['Register', 'Circle', 'Hospital'])
  expect(answer.observed).toBe(25)
  expect(answer.linkage.draws).toBe(5)
  expect(answer.leftOut.groups).toBe(2)
  expect(answer.strata.strata.map(({ stratum }) => stratum)).toEqual(['Fesdal', 'Namrosh', 'Oddrin'])
  const again = await json('estimate', 'valley', '--by', 'place', '--draws', '5', '--quick')
  expect(again).toEqual(answer)
  const two = await json<{ refused: { reasons: { code: string }[] } }>(
    'estimate',
    'valley',
    '--lists',
    'Register,Circle',
    '--quick',
  )
  expect(two.refused.reasons.map(({ code }) => code)).toContain('fewer_than_three_lists')
  expect(await run('estimate', 'valley', '--by', 'sect')).toMatchObject({
    code: 2,
    err: expect.stringContaining('cannot be put apart'),
  })
})
