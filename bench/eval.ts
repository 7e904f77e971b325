/** Reads the known corpora and prints what their scorers say, with bootstrap intervals over documents. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import { createReader, type Reader, type Reading, type SourceDocument } from '@corroborate/claims'
import { parse } from 'csv-parse/sync'
import { openGazetteer } from '../packages/workbench/src/claims/gazetteer.ts'
import { WORLD } from '../packages/workbench/src/claims/knowledge.ts'
import { readBytes } from '../packages/workbench/src/read/read-bytes.ts'
import { interval, ROUNDS, SEED } from './bootstrap.ts'

const shared = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../shared')
const SETS = [
  { name: 'articles', folder: 'corpus/articles', texts: '', claims: true },
  { name: 'reports', folder: 'corpus/reports', texts: 'texts', claims: false },
] as const
interface Row {
  readonly file: string
  readonly url: string
  readonly outlet: string
  readonly agency: string
  readonly published: string
  readonly language: string
  readonly title: string
}

async function documents(
  folder: string,
  texts: string,
): Promise<readonly { readonly file: string; readonly document: SourceDocument }[]> {
  const manifest = readFileSync(join(folder, texts, 'manifest.csv'), 'utf8')
  const rows = parse(manifest, { columns: true, skip_empty_lines: true }) as Row[]
  const or = (value: string) => (value === '' ? null : value)
  const found: { readonly file: string; readonly document: SourceDocument }[] = []
  for (const row of rows) {
    const read = await readBytes(readFileSync(join(folder, texts, row.file)), { name: row.file })
    if (read.kind !== 'text') throw new Error(`${row.file} holds no text: ${read.reason}`)
    const { text, blocks, language, metadata } = read
    const document = {
      id: row.file,
      text,
      blocks,
      language: or(row.language) ?? language,
      title: or(row.title) ?? metadata.title,
      outlet: or(row.outlet) ?? metadata.outlet,
      agency: or(row.agency) ?? metadata.agency,
      published: or(row.published) ?? metadata.published,
    }
    found.push({ file: row.file, document })
  }
  return found
}

function score(
  script: string,
  gold: string,
  predictions: readonly string[],
  goldLines: readonly string[],
  flags: readonly string[],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-eval-'))
  try {
    writeFileSync(join(folder, 'gold.jsonl'), goldLines.join('\n'))
    writeFileSync(join(folder, 'predictions.jsonl'), predictions.join('\n'))
    const run = spawnSync(
      process.execPath,
      [script, join(folder, 'gold.jsonl'), join(folder, 'predictions.jsonl'), ...flags],
      { encoding: 'utf8' },
    )
    if (run.status !== 0) throw new Error(`${basename(script)} failed on ${gold}: ${run.stderr}`)
    return run.stdout.trim()
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Counts {
  readonly gold: number
  readonly found: number
  readonly hit: number
  readonly tuple: number
}

/** Counts of each document alone, from the scorer itself. */
function perDocument(
  script: string,
  gold: string,
  goldLines: readonly string[],
  predictions: readonly string[],
): Counts[] {
  const idOf = (line: string) => String(JSON.parse(line).id ?? JSON.parse(line).file).replace(/\.[a-z]+$/, '')
  const byId = new Map(predictions.map((line) => [idOf(line), line]))
  return goldLines.map((line) => {
    const report = JSON.parse(score(script, gold, [byId.get(idOf(line)) ?? ''], [line], ['--json']))
    const hit = Math.round((report.detection.recall / 100) * report.gold)
    return {
      gold: report.gold,
      found: report.predicted,
      hit,
      tuple: Math.round((report.tupleF1 / 200) * (report.gold + report.predicted)),
    }
  })
}

const NONE: Counts = { gold: 0, found: 0, hit: 0, tuple: 0 }
const add = (a: Counts, b: Counts): Counts => ({
  gold: a.gold + b.gold,
  found: a.found + b.found,
  hit: a.hit + b.hit,
  tuple: a.tuple + b.tuple,
})

/** "3 of 41 (7.3%)". */
function unsureShare(values: readonly { readonly unsure: string | null }[]): string {
  const unsure = values.filter((value) => value.unsure !== null).length
  return `${unsure} of ${values.length} (${((100 * unsure) / Math.max(1, values.length)).toFixed(1)}%)`
}

async function predict(
  reader: Reader,
  folder: string,
  texts: string,
): Promise<readonly { readonly file: string; readonly reading: Reading }[]> {
  return (await documents(folder, texts)).map(({ file, document }) => ({ file, reading: reader.read(document) }))
}

const flags = process.argv.includes('--errors') ? ['--errors'] : []
const reader = createReader(WORLD, await openGazetteer())
for (const set of SETS) {
  const folder = join(shared, set.folder)
  if (!existsSync(folder)) {
    console.log(`skipped: ${set.name} not present at ${folder}`)
    continue
  }
  const readings = await predict(reader, folder, set.texts)
  const predictions = readings.map(({ file, reading }) => JSON.stringify({ file, ...reading }))
  const gold = join(folder, 'gold.jsonl')
  const goldLines = readFileSync(gold, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const script = join(shared, 'eval/score-figures.mjs')
  console.log(`\n${set.name}: figures\n${score(script, gold, predictions, goldLines, flags)}`)
  const counts = perDocument(script, gold, goldLines, predictions)
  const f1 = (n: (sum: Counts) => number) => (sum: Counts) =>
    sum.gold + sum.found === 0 ? 0 : (200 * n(sum)) / (sum.gold + sum.found)
  console.log(
    `95% intervals over documents (bootstrap, ${ROUNDS} rounds, seed ${SEED}): detection F1 ${interval(
      counts,
      NONE,
      add,
      f1((sum) => sum.hit),
    )}, tuple F1 ${interval(
      counts,
      NONE,
      add,
      f1((sum) => sum.tuple),
    )}`,
  )
  console.log(
    `unsure: ${unsureShare(readings.flatMap(({ reading }) => reading.figures))} figures, ${unsureShare(
      readings.flatMap(({ reading }) => reading.claims),
    )} claims`,
  )
  if (set.claims)
    console.log(
      `\n${set.name}: claims\n${score(join(shared, 'eval/score-claims.mjs'), gold, predictions, goldLines, flags)}`,
    )
}
