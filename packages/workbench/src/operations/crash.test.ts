/**
 * The machine stops, its disk fills up or fails, at every step of adding, deciding and exporting, with `case.db` gone, as
 * it was before, or as it was then: the case is as before or as after, never between, and the same command ends the same.
 * CORROBORATE_ENDURANCE takes every step.
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { verifyKit } from '@corroborate/evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import { dossierText } from '../publish/dossier.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import {
  type CrashBench,
  EVERY_STEP,
  FAULTS,
  openCrashBench,
  type Rehearsed,
  SLOW,
  type Trial,
} from './crash.fixture.ts'

let bench: CrashBench
let figure = ''

async function dossier(): Promise<string> {
  const { file, database } = await openCase(bench.at('case'))
  const reader = await openSqliteReader(database)
  try {
    return dossierText(await (await readCaseView(file, reader)).dossier()).replaceAll(
      /[0-9a-f]{8}-[0-9a-f-]{27}/g,
      'ID',
    )
  } finally {
    await reader.close()
  }
}

const TRIALS: readonly Trial[] = [
  {
    name: 'add',
    verb: 'add',
    input: async () => ({ paths: [bench.at('more')] }),
    state: dossier,
    async done() {
      const { captures = 0, 'intake-ends': ends = 0 } = await bench.counts()
      return captures >= 3 && ends > 1
    },
    async ended() {
      expect(await bench.counts()).toMatchObject({ captures: 3, intakes: 2, 'intake-ends': 2 })
    },
  },
  {
    name: 'decide',
    verb: 'decide',
    input: async () => ({ action: 'accept', target: figure, by: 'R. Example', reason: 'read it' }),
    state: dossier,
    done: async () => (await bench.counts()).decisions === 1,
  },
  {
    name: 'export',
    verb: 'export',
    input: async () => ({ to: bench.at('out/export'), originals: true }),
    state: dossier,
    done: async () => (await bench.counts()).exports === 1,
    async ended() {
      expect(await verifyKit(bench.at('out/export'))).toMatchObject({ valid: true, errors: [] })
    },
  },
]

beforeAll(async () => {
  bench = await openCrashBench({ quick: 2, stores: 'each' })
  for (const [folder, name] of [
    ['reports', 'one'],
    ['more', 'two'],
    ['more', 'three'],
  ] as const) {
    await mkdir(bench.at(folder), { recursive: true })
    await writeFile(
      bench.at(folder, `${name}.txt`),
      `Report ${name}. The Marrow Coast Monitor said ${name.length + 20} civilians were killed in Dell.\n`,
    )
  }
  await bench.perform('new', { title: 'Crash', invented: true })
  await bench.perform('add', { paths: [bench.at('reports')] })
  const [document] = (JSON.parse(await dossier()) as { documents: { figureList: { id: string }[] }[] }).documents
  figure = document?.figureList[0]?.id ?? ''
  await bench.keep()
}, SLOW)
afterAll(() => bench.remove())

describe.each(TRIALS)('$name', (trial) => {
  let rehearsed: Rehearsed
  beforeAll(async () => {
    rehearsed = await bench.rehearse(trial)
  }, SLOW)

  test('takes steps, all of them through the disk', () => expect(rehearsed.steps).toBeGreaterThan(20))

  test.each(FAULTS)('%s at every step', { timeout: EVERY_STEP }, (kind) => bench.breakAt(trial, rehearsed, kind))
})
