/**
 * Killing `add` at random, again and again, and resuming ends in the same case as never having been interrupted.
 * CORROBORATE_KILLS sets how often; 50 unless said otherwise.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { OPERATIONS } from '../../packages/workbench/src/operations/index.ts'
import { openCase } from '../../packages/workbench/src/preserve/case-folder.ts'
import { homeFrom } from '../../packages/workbench/src/preserve/home.ts'
import { readCaseView } from '../../packages/workbench/src/publish/case-view.ts'
import { dossierText } from '../../packages/workbench/src/publish/dossier.ts'
import { openSqliteReader } from '../../packages/workbench/src/storage/sqlite/sqlite-store.ts'
import { finished, openProgram } from './program.ts'

const KILLS = Number(process.env.CORROBORATE_KILLS ?? 50)
const FILES = 40

const program = openProgram()
const { path, run, start } = program

/** Numerical Recipes' linear congruential generator, seeded, so that a failure can be run again. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

const context = {
  home: homeFrom({ CORROBORATE_HOME: path('home') }),
  now: () => new Date('2031-05-07T00:00:00Z'),
  progress: () => {},
  signal: new AbortController().signal,
  say: () => {},
}

/** A verb run here, in this process: only `add` is killed, so only `add` needs one of its own. */
async function perform(verb: string, input: Record<string, unknown>): Promise<unknown> {
  const operation = OPERATIONS.find(({ name }) => name === verb)
  for await (const answer of operation?.run(context, input) ?? []) return answer
}

async function dossierOf(name: string): Promise<string> {
  const { file, database } = await openCase(path(name))
  const reader = await openSqliteReader(database)
  try {
    return dossierText(await (await readCaseView(file, reader)).dossier()).replaceAll(file.id, 'ID')
  } finally {
    await reader.close()
  }
}

test(
  `${KILLS} kills at random and a resume give the same case`,
  async () => {
    mkdirSync(path('reports'))
    for (let n = 0; n < FILES; n++) {
      writeFileSync(
        path(`reports/${n}.txt`),
        `Report ${n}. The Marrow Coast Monitor said ${n + 10} civilians were killed in Dell.\n`,
      )
    }
    await perform('new', { case: path('whole'), title: 'Same' })
    const began = performance.now()
    expect(await run('add', 'whole', 'reports')).toMatchObject({ code: 0 })
    const whole = performance.now() - began
    const expected = await dossierOf('whole')

    const next = random(20310506)
    let kills = 0
    for (let round = 0; kills < KILLS; round++) {
      const name = `killed-${round}`
      await perform('new', { case: path(name), title: 'Same' })
      for (let ended = false; !ended; ) {
        const child = start('add', name, 'reports')
        const outcome = finished(child)
        const timer = kills < KILLS ? setTimeout(() => child.kill('SIGKILL'), (0.1 + 0.6 * next()) * whole) : undefined
        const { signal, code, err } = await outcome
        clearTimeout(timer)
        if (signal === 'SIGKILL') kills++
        else {
          expect(code, err).toBe(0)
          ended = true
        }
      }
      expect(await perform('verify', { case: path(name) })).toMatchObject({ valid: true })
      expect(await dossierOf(name)).toBe(expected)
    }
    expect(kills).toBe(KILLS)
  },
  600_000 + KILLS * 12_000,
)
