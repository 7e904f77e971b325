/**
 * Killing `add` at random, again and again, and resuming ends in the same case as never having been interrupted.
 * CORROBORATE_KILLS sets how often; 50 unless said otherwise.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
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

async function dossierOf(name: string): Promise<string> {
  expect(await run('export', name, '--to', `${name}-export`)).toMatchObject({ code: 0 })
  const { id } = JSON.parse(readFileSync(path(name, 'case.json'), 'utf8')) as { id: string }
  return readFileSync(path(`${name}-export/dossier.json`), 'utf8').replaceAll(id, 'ID')
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
    expect(await run('new', 'whole', '--title', 'Same')).toMatchObject({ code: 0 })
    const began = performance.now()
    expect(await run('add', 'whole', 'reports')).toMatchObject({ code: 0 })
    const whole = performance.now() - began
    const expected = await dossierOf('whole')

    const next = random(20310506)
    let kills = 0
    for (let round = 0; kills < KILLS; round++) {
      const name = `killed-${round}`
      expect(await run('new', name, '--title', 'Same')).toMatchObject({ code: 0 })
      for (let ended = false; !ended; ) {
        const child = start('add', name, 'reports')
        const outcome = finished(child)
        const timer = kills < KILLS ? setTimeout(() => child.kill('SIGKILL'), (0.1 + 0.85 * next()) * whole) : undefined
        const { signal, code, err } = await outcome
        clearTimeout(timer)
        if (signal === 'SIGKILL') kills++
        else {
          expect(code, err).toBe(0)
          ended = true
        }
      }
      expect(await run('verify', name)).toMatchObject({ code: 0 })
      expect(await dossierOf(name)).toBe(expected)
    }
    expect(kills).toBe(KILLS)
  },
  600_000 + KILLS * 12_000,
)
