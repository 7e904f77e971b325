/** The main path on the command line: new, add, show, decide, undo, export, verify, rebuild. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type {
  CaseLedger,
  CaseLineage,
  Decision,
  DocumentSummary,
  Dossier,
  ReviewedFigure,
} from '../../packages/workbench/src/publish/contract.ts'
import { openProgram } from './program.ts'

const program = openProgram()
const { path, run, json } = program

const WIRE = [
  'Fighting around the port of Dell left many dead on Sunday.',
  'The Marrow Coast Monitor said at least 312 civilians were killed by river militias in Dell since Thursday.',
  'Residents of the harbour quarter described soldiers going from house to house before dawn, searching cellars and boats.',
  'The interior ministry promised to publish the findings of an inquiry within a month.',
].join('\n\n')

function reports(): void {
  mkdirSync(path('reports/more'), { recursive: true })
  writeFileSync(path('reports/one.txt'), WIRE)
  writeFileSync(path('reports/two.txt'), WIRE)
  writeFileSync(path('reports/more/three.txt'), WIRE.replace('at least 312', '312').replace('many dead', 'scores dead'))
  writeFileSync(path('reports/more/empty.txt'), '')
  writeFileSync(
    path('reports/manifest.csv'),
    'file,url,outlet,agency,published,language,title\none.txt,https://a.example/1,The Dell Courier,,2024-05-05,en,\ntwo.txt,https://b.example/2,Marrow Times,,2024-05-06,en,\nmore/three.txt,,Upland Radio,,2024-05-07,en,\n',
  )
}

test('without a command the program says how to begin, and with an unknown one that there is none', async () => {
  expect(await run('--version')).toMatchObject({ code: 0, out: expect.stringMatching(/^corroborate \d+\.\d+\.\d+\n$/) })
  expect(await run()).toMatchObject({ code: 2, out: expect.stringContaining('first steps') })
  expect(await run('burn')).toMatchObject({ code: 2, err: expect.stringContaining('there is no command "burn"') })
})

test('a folder becomes a case, and everything in it leads to the words', async () => {
  reports()
  expect(await run('new', 'valley', '--title', 'The valley')).toMatchObject({ code: 0 })
  const added = await run('add', 'valley', 'reports')
  expect(added.err).not.toContain('Error')
  expect(added.out).toMatch(/Added 4 captures \(3 new items\).*4 documents/)
  expect(added.out).toContain('problem: more/empty.txt: more/empty.txt is empty (0 bytes)')

  const documents = await json<DocumentSummary[]>('documents', 'valley')
  expect(documents.map(({ files }) => files[0])).toEqual(['more/empty.txt', 'more/three.txt', 'one.txt', 'two.txt'])
  const [one, two] = ['one.txt', 'two.txt'].map((file) => documents.find(({ files }) => files.includes(file)))
  expect(one?.item).toBe(two?.item)
  expect(one?.id).not.toBe(two?.id)

  const { figures } = await json<{ figures: (ReviewedFigure & { file: string })[] }>('claims', 'valley')
  const toll = figures.find(({ file, value }) => file === 'one.txt' && value === 312)
  expect(toll).toMatchObject({
    comparator: 'at_least',
    effect: 'killed',
    victims: 'civilians',
    surface: 'at least 312',
    claimant: 'Marrow Coast Monitor',
    review: { status: 'machine-read' },
  })
  expect(WIRE.slice(toll?.start, toll?.end)).toBe('at least 312')

  const { edges, drift, note } = await json<CaseLineage>('lineage', 'valley')
  expect(edges.find(({ a, b }) => [a, b].sort().join() === 'one.txt,two.txt')?.kind).toBe('verbatim')
  expect(drift.some(({ field, files }) => field === 'comparator' && files[0] === 'more/three.txt')).toBe(true)
  expect(note).toContain('never means independent')

  const ledger = await json<CaseLedger>('ledger', 'valley')
  const origin = ledger.origins.find(({ value, documents: carriers }) => value === 312 && carriers.length > 1)
  expect(origin).toMatchObject({ count: 1, independence: 'not assessed' })
  const before = await json<CaseLedger>('ledger', 'valley', '--as-of', '2024-05-05')
  expect(new Set(before.series.flatMap(({ points }) => points.flatMap((point) => point.documents)))).toEqual(
    new Set([one?.id]),
  )
})

test('the same bytes again are one item and one more capture', async () => {
  const { out } = await run('add', 'valley', 'reports/one.txt')
  expect(out).toMatch(/Added 1 capture \(0 new items\).*4 documents/)
})

test('a decision is kept with author and reason, shows everywhere, survives a rebuild and can be undone', async () => {
  const { figures } = await json<{ figures: (ReviewedFigure & { file: string })[] }>('claims', 'valley')
  const figure = figures.find(({ file, value }) => file === 'more/three.txt' && value === 312)
  const decided = await json<Decision>(
    'decide',
    'valley',
    'correct',
    figure?.id.slice(0, 12) ?? '',
    '--set',
    'comparator=at_least',
    '--by',
    'R. Example',
    '--reason',
    'the wire says at least',
  )
  const shown = async () =>
    (await json<{ figures: ReviewedFigure[] }>('claims', 'valley')).figures.find(({ id }) => id === figure?.id)
  expect(await shown()).toMatchObject({
    comparator: 'at_least',
    machine: { comparator: 'exact' },
    review: { status: 'corrected', by: 'R. Example', reason: 'the wire says at least' },
  })

  const rebuilt = await json<{ same: boolean; orphans: string[] }>('rebuild', 'valley')
  expect(rebuilt).toMatchObject({ same: true, orphans: [] })
  expect((await shown())?.review.status).toBe('corrected')

  await json('decide', 'valley', 'undo', decided.id.slice(0, 8), '--by', 'R. Example', '--reason', 'wrong one')
  expect(await shown()).toMatchObject({ comparator: 'exact', review: { status: 'machine-read' } })
  expect(await run('decide', 'valley', 'accept', 'ffffffff', '--by', 'R', '--reason', 'x')).toMatchObject({ code: 2 })
})

test('what is decided about the case shows in its ledger, survives a rebuild and can be undone', async () => {
  const by = ['--by', 'R. Example', '--reason', 'it publishes its method']
  const chosen = ['--set', 'rule=prioritise-origin', '--set', 'origin=Marrow Coast Monitor']
  const decided = await json<Decision>('decide', 'valley', 'range-rule', ...chosen, ...by)
  const ranges = async () => (await json<CaseLedger>('ledger', 'valley')).ranges
  expect(await ranges()).toMatchObject([{ rule: 'prioritise-origin', low: 312, best: 312 }])
  expect(await run('decide', 'valley', 'range-rule', ...chosen, ...by)).toMatchObject({ code: 2 })
  expect(await json('rebuild', 'valley')).toMatchObject({ same: true, orphans: [] })
  expect(await ranges()).toMatchObject([{ rule: 'prioritise-origin' }])
  await json('decide', 'valley', 'undo', decided.id.slice(0, 8), ...by)
  expect(await ranges()).toMatchObject([{ rule: 'publish-the-range', best: null }])
})

test('an export is whole, marked and without network', async () => {
  expect(await run('export', 'valley', '--to', 'out')).toMatchObject({ code: 0 })
  const files = readdirSync(path('out')).sort()
  expect(files).toEqual([
    'VERIFY.md',
    'claims.csv',
    'documents.csv',
    'dossier.json',
    'drift.csv',
    'evidence',
    'figures.csv',
    'index.html',
    'lineage.csv',
    'ranges.csv',
    'tolls.csv',
    'verify.html',
  ])
  for (const file of files.filter((name) => name !== 'evidence' && name !== 'verify.html'))
    expect(readFileSync(path('out', file), 'utf8'), file).toContain('working copy, not for publication')
  const dossier = JSON.parse(readFileSync(path('out/dossier.json'), 'utf8')) as Dossier
  expect(dossier.documents.every(({ figureList }) => figureList.every(({ review }) => review.status.length > 0))).toBe(
    true,
  )
  expect(readFileSync(path('out/index.html'), 'utf8')).toMatch(/Content-Security-Policy.*default-src 'none'/)
  expect(await run('export', 'valley', '--to', 'out')).toMatchObject({ code: 2 })
})

test('an export is an event of custody, with the digest of each of its files', async () => {
  const { exports, leaves } = await json<{ exports: { files: number; to: string }[]; leaves: number }>(
    'verify',
    'valley',
  )
  expect(exports).toMatchObject([{ to: 'out', files: 21 }])
  expect(await run('export', 'valley', '--to', 'out-2', '--originals')).toMatchObject({ code: 0 })
  const after = await json<{ exports: { files: number }[]; leaves: number }>('verify', 'valley')
  expect(after.leaves).toBe(leaves + 1)
  expect(after.exports[1]?.files).toBe(21 + 3 * 6 + 3 + 5)
})

test('verify finds what was changed, names it, and writes nothing', async () => {
  expect(await run('verify', 'valley')).toMatchObject({ code: 0 })
  const record = readdirSync(path('valley/records/captures'), { recursive: true, encoding: 'utf8' }).find((name) =>
    name.endsWith('.json'),
  )
  const file = path('valley/records/captures', record ?? '')
  const kept = readFileSync(file, 'utf8')
  writeFileSync(file, kept.replace('"container": null', '"container": ""'))
  const failed = await run('verify', 'valley')
  expect(failed.code).toBe(1)
  expect(failed.out).toContain(record?.replaceAll('\\', '/').replace('.json', ''))
  writeFileSync(file, kept)
  expect(await run('verify', 'valley')).toMatchObject({ code: 0 })
})

test('without case.db a reading command says what to do, and a rebuild brings it all back', async () => {
  for (const ending of ['', '-wal', '-shm']) rmSync(path(`valley/case.db${ending}`), { force: true })
  const refused = await run('ledger', 'valley')
  expect(refused).toMatchObject({ code: 2 })
  expect(refused.err).toContain('corroborate rebuild')
  expect(await json('rebuild', 'valley')).toMatchObject({ documents: 4, same: null })
})
