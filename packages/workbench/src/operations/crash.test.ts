/**
 * The machine stops, its disk fills up or fails, at every step of adding, deciding and exporting, with `case.db` gone, as
 * it was before, or as it was then: the case is as before or as after, never between, and the same command ends the same.
 * CORROBORATE_ENDURANCE takes every step.
 */
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyKit } from '@corroborate/evidence'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CrashError } from '../../../evidence/src/disk/simulated-disk.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { openCase } from '../preserve/case-folder.ts'
import { takeCustody } from '../preserve/custody.ts'
import { homeFrom } from '../preserve/home.ts'
import { listRecords } from '../preserve/records.ts'
import { readCaseView } from '../publish/case-view.ts'
import { dossierText } from '../publish/dossier.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { OPERATIONS } from './index.ts'
import { isStore, materialise, mirrored, simulate } from './mirrored-disk.fixture.ts'
import type { OperationContext } from './operation.ts'

const whole = process.env.CORROBORATE_ENDURANCE !== undefined
/** Steps taken of each operation for each kind of fault in a quick run, each with one state of `case.db`. */
const QUICK = 2
const STORES = ['absent', 'stale', 'current'] as const
/** Milliseconds that making a case may take on a busy machine. */
const SLOW = 300_000
const FAULTS = ['crash', 'ENOSPC', 'EIO'] as const

let root = ''
const at = (...parts: string[]) => join(root, ...parts)
const FOLDERS = () => [at('home'), at('case'), at('out')]

const context = (): OperationContext => ({
  home: homeFrom({ CORROBORATE_HOME: at('home') }),
  now: () => new Date('2031-05-07T00:00:00Z'),
  progress: () => {},
  signal: new AbortController().signal,
  say: () => {},
})

async function perform(
  verb: string,
  input: Record<string, unknown>,
  more: Partial<OperationContext> = {},
): Promise<unknown> {
  const operation = OPERATIONS.find(({ name }) => name === verb)
  for await (const answer of operation?.run({ ...context(), ...more }, input) ?? []) return answer
}

async function dossier(): Promise<string> {
  const { file, database } = await openCase(at('case'))
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

async function counts(): Promise<Readonly<Record<string, number>>> {
  const names = await listRecords(at('case/records'))
  const kinds = names.map((name) => name.slice(0, name.indexOf('/')))
  return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]))
}

interface Trial {
  readonly verb: string
  input(): Promise<Record<string, unknown>>
  /** Once the case is sound again: whether what was asked is in it, wholly or not at all. */
  done(): Promise<boolean>
  /** What must hold once the same was asked again, or needs not be asked again. */
  ended?(): Promise<void>
}

let figure = ''
const TRIALS: readonly Trial[] = [
  {
    verb: 'add',
    input: async () => ({ case: at('case'), paths: [at('more')] }),
    async done() {
      const { captures = 0, 'intake-ends': ends = 0 } = await counts()
      return captures >= 3 && ends > 1
    },
  },
  {
    verb: 'decide',
    input: async () => ({ case: at('case'), action: 'accept', target: figure, by: 'R. Example', reason: 'read it' }),
    done: async () => (await counts()).decisions === 1,
  },
  {
    verb: 'export',
    input: async () => ({ case: at('case'), to: at('out/export'), originals: true }),
    done: async () => (await counts()).exports === 1,
    async ended() {
      expect(await verifyKit(at('out/export'))).toMatchObject({ valid: true, errors: [] })
    },
  },
]

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'crash-'))
  for (const [folder, name] of [
    ['reports', 'one'],
    ['more', 'two'],
    ['more', 'three'],
  ] as const) {
    await mkdir(at(folder), { recursive: true })
    await writeFile(
      at(folder, `${name}.txt`),
      `Report ${name}. The Marrow Coast Monitor said ${name.length + 20} civilians were killed in Dell.\n`,
    )
  }
  await perform('new', { case: at('case'), title: 'Crash', invented: true })
  await perform('add', { case: at('case'), paths: [at('reports')] })
  const [document] = (JSON.parse(await dossier()) as { documents: { figureList: { id: string }[] }[] }).documents
  figure = document?.figureList[0]?.id ?? ''
  await cp(at('case'), at('kept/case'), { recursive: true })
  await cp(at('home'), at('kept/home'), { recursive: true })
}, SLOW)
afterAll(() => rm(root, { recursive: true, force: true }))

async function reset(): Promise<void> {
  for (const folder of FOLDERS()) await rm(folder, { recursive: true, force: true })
  for (const name of ['case', 'home']) await cp(at('kept', name), at(name), { recursive: true })
}

/** What the machine's own disk has of `case.db` now. */
async function storeFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => isStore(join(folder, name)))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

/** A process that was stopped with its machine is gone; this test's own lives on. */
async function forgetProcess(): Promise<void> {
  const text = await readFile(at('case/case.lock'), 'utf8').catch(() => null)
  if (text !== null && text !== '')
    await writeFile(at('case/case.lock'), text.replace(/"started":("[^"]*"|null)/, '"started":"another boot:1"'))
}

/** What every writing command does first; `derive` brings `case.db` up to its records too. */
async function settle(derive = false): Promise<void> {
  const folder = await openCase(at('case'))
  const options = { ...context(), command: 'settle' }
  if (derive) await withWorkspace(folder, options, (workspace) => workspace.settle())
  else await (await takeCustody(folder, options)).release()
}

async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run()
    return null
  } catch (error) {
    return error
  }
}

describe.each(TRIALS)('$verb', ({ verb, input, done, ended }) => {
  let steps = 0
  let expected = ''

  beforeAll(async () => {
    await reset()
    const simulated = await simulate([at('home'), at('case')])
    await perform(verb, await input(), { disk: mirrored(simulated) })
    steps = simulated.steps
    expected = await dossier()
    await ended?.()
  }, SLOW)

  test('takes steps, all of them through the disk', () => expect(steps).toBeGreaterThan(20))

  test.each(FAULTS)('%s at every step', { timeout: 3_600_000 }, async (kind) => {
    const stride = whole ? 1 : Math.ceil(steps / QUICK)
    let tried = 0
    // Every step has its turn over the kinds of fault in a quick run.
    for (let step = whole ? 1 : 1 + Math.floor((stride * FAULTS.indexOf(kind)) / 3); step <= steps; step += stride) {
      await reset()
      const stale = await storeFiles(at('case'))
      const simulated = await simulate([at('home'), at('case')])
      simulated.fail({ at: step, kind, lasting: kind !== 'EIO' })
      const asked = await input()
      const failure = await outcome(async () => {
        const answer = (await perform(verb, asked, { disk: mirrored(simulated) })) as { problems?: readonly unknown[] }
        // A file that could not be kept stops no batch, and is told.
        if (answer.problems !== undefined && answer.problems.length > 0) throw new Error('told that a file is missing')
      })
      if (kind === 'crash') expect(failure, `step ${step}`).toBeInstanceOf(CrashError)
      const acknowledged = failure === null
      const current = await storeFiles(at('case'))
      for (const [index, store] of STORES.entries()) {
        if (!whole && index !== step % STORES.length) continue
        const left = kind === 'crash' ? simulated.afterCrash(step * 10 + index) : simulated
        simulated.fail(null)
        await materialise(left, FOLDERS())
        const files = store === 'absent' ? new Map<string, Uint8Array>() : store === 'stale' ? stale : current
        for (const [name, bytes] of files) await writeFile(at('case', name), bytes)
        await forgetProcess()
        const where = `${kind} at step ${step} of ${steps}, case.db ${store}`

        await settle()
        const { valid, problems } = (await perform('verify', { case: at('case') })) as {
          valid: boolean
          problems: unknown
        }
        expect(valid, `${where}: ${JSON.stringify(problems)}`).toBe(true)
        if (acknowledged) expect(await done(), where).toBe(true)
        if (!(await done())) {
          await rm(at('out'), { recursive: true, force: true })
          await perform(verb, asked)
        } else await settle(true)
        expect(await done(), where).toBe(true)
        expect(await dossier(), where).toBe(expected)
        await ended?.()
        expect(await perform('verify', { case: at('case') }), where).toMatchObject({ valid: true })
        tried++
      }
    }
    expect(tried).toBeGreaterThanOrEqual(whole ? steps : QUICK)
  })
})
