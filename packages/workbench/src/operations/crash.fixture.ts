/**
 * A case on which an operation is stopped, or its disk fills up or fails, at any of its steps, with `case.db` gone, as it
 * was before, or as it was then; and what must hold whichever step it was.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Disk } from '@corroborate/evidence'
import { expect } from 'vitest'
import { CrashError } from '../../../evidence/src/disk/simulated-disk.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { openCase } from '../preserve/case-folder.ts'
import { takeCustody } from '../preserve/custody.ts'
import { listRecords } from '../preserve/records.ts'

import { isStore, materialise, mirrored, simulate } from './mirrored-disk.fixture.ts'
import type { OperationContext, VaultDoor } from './operation.ts'
import { contextIn, perform as performOn } from './perform.fixture.ts'

export const FAULTS = ['crash', 'ENOSPC', 'EIO'] as const
export type FaultKind = (typeof FAULTS)[number]

/** Milliseconds that making a case may take on a busy machine. */
export const SLOW = 300_000
/** Milliseconds that every step of one operation may take. */
export const EVERY_STEP = 12 * 3_600_000

const whole = process.env.CORROBORATE_ENDURANCE !== undefined
const STORES = ['absent', 'stale', 'current'] as const

export interface Trial {
  readonly name: string
  readonly verb: string
  input(): Promise<Record<string, unknown>>
  /** What of the case must be the same whether the operation was stopped or not. */
  state(): Promise<string>
  /** Once the case is sound again: whether what was asked is in it, wholly or not at all. */
  done(): Promise<boolean>
  /** What must hold once the case is sound again, asked for anew or not. */
  sound?(where: string): Promise<void>
  /** What must hold once the same was asked again, or needs not be asked again. */
  ended?(): Promise<void>
}

export interface BenchOptions {
  /** Opens vaults; what it opened is forgotten whenever the disk is put into another state. */
  readonly vaults?: VaultDoor & { forget(): void }
  /** Steps taken of each trial for each kind of fault in a quick run. */
  readonly quick: number
  /** Whether each step is tried with each state of `case.db`, or with one, in turn; in a quick run always in turn. */
  readonly stores: 'each' | 'in turn'
}

export interface CrashBench {
  at(...parts: string[]): string
  context(): OperationContext
  perform(verb: string, input: Record<string, unknown>, disk?: Disk): Promise<unknown>
  /** How many records of each kind the case has, by the folder they lie in. */
  counts(): Promise<Readonly<Record<string, number>>>
  /** The case and the home as they are now are where every trial begins. */
  keep(): Promise<void>
  /** Runs a trial to its end: the steps it takes, and how the case then is. */
  rehearse(trial: Trial): Promise<Rehearsed>
  /** Breaks a trial at every step by one kind of fault; in a quick run, at some. */
  breakAt(trial: Trial, rehearsed: Rehearsed, kind: FaultKind): Promise<void>
  reset(): Promise<void>
  remove(): Promise<void>
}

export interface Rehearsed {
  readonly steps: number
  readonly state: string
}

export async function openCrashBench({ vaults, quick, stores }: BenchOptions): Promise<CrashBench> {
  const root = await mkdtemp(join(tmpdir(), 'crash-'))
  const at = (...parts: string[]) => join(root, ...parts)
  const folders = [at('home'), at('case'), at('out')]

  const context = () => contextIn(root, vaults === undefined ? {} : { vaults })

  const perform = (verb: string, input: Record<string, unknown>, disk?: Disk): Promise<unknown> =>
    performOn(disk === undefined ? context() : { ...context(), disk }, verb, { case: at('case'), ...input })

  async function reset(): Promise<void> {
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
    for (const name of ['case', 'home']) await cp(at('kept', name), at(name), { recursive: true })
    vaults?.forget()
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

  async function expectWhole(where: string): Promise<void> {
    const { valid, problems } = (await perform('verify', {})) as { valid: boolean; problems: unknown }
    expect(valid, `${where}: ${JSON.stringify(problems)}`).toBe(true)
  }

  /** The case is sound: what was asked is in it or, asked again, comes into it. */
  async function recover(trial: Trial, rehearsed: Rehearsed, acknowledged: boolean, where: string): Promise<void> {
    await settle()
    await expectWhole(where)
    await trial.sound?.(where)
    if (acknowledged) expect(await trial.done(), where).toBe(true)
    if (!(await trial.done())) {
      await rm(at('out'), { recursive: true, force: true })
      await perform(trial.verb, await trial.input())
    } else await settle(true)
    expect(await trial.done(), where).toBe(true)
    expect(await trial.state(), where).toBe(rehearsed.state)
    await trial.sound?.(where)
    await trial.ended?.()
    await expectWhole(where)
  }

  return {
    at,
    context,
    perform,
    reset,
    remove: () => rm(root, { recursive: true, force: true }),

    async counts() {
      const kinds = (await listRecords(at('case/records'))).map((name) => name.slice(0, name.indexOf('/')))
      return Object.fromEntries([...new Set(kinds)].map((kind) => [kind, kinds.filter((one) => one === kind).length]))
    },

    async keep() {
      await rm(at('kept'), { recursive: true, force: true })
      for (const name of ['case', 'home']) await cp(at(name), at('kept', name), { recursive: true })
    },

    async rehearse(trial) {
      await reset()
      const simulated = await simulate([at('home'), at('case')])
      await perform(trial.verb, await trial.input(), mirrored(simulated))
      const { steps } = simulated
      expect(await trial.done()).toBe(true)
      await trial.sound?.('rehearsed')
      await trial.ended?.()
      return { steps, state: await trial.state() }
    },

    async breakAt(trial, rehearsed, kind) {
      const { steps } = rehearsed
      const turn = FAULTS.indexOf(kind)
      // In a quick run the kinds of fault share the steps, spread over the whole of them.
      const chosen = whole
        ? Array.from({ length: steps }, (_, step) => step + 1)
        : Array.from({ length: quick }, (_, n) => 1 + Math.floor((steps * (n * 3 + turn + 0.5)) / (3 * quick)))
      let tried = 0
      for (const step of chosen) {
        await reset()
        const stale = await storeFiles(at('case'))
        const simulated = await simulate([at('home'), at('case')])
        simulated.fail({ at: step, kind, lasting: kind !== 'EIO' })
        const asked = await trial.input()
        const failure = await outcome(async () => {
          const answer = (await perform(trial.verb, asked, mirrored(simulated))) as { problems?: readonly unknown[] }
          // A file that could not be kept stops no batch, and is told.
          if (answer.problems !== undefined && answer.problems.length > 0)
            throw new Error('told that a file is missing')
        })
        if (kind === 'crash') expect(failure, `step ${step}`).toBeInstanceOf(CrashError)
        const current = await storeFiles(at('case'))
        for (const [index, store] of STORES.entries()) {
          if ((!whole || stores === 'in turn') && index !== (step + turn) % STORES.length) continue
          const left = kind === 'crash' ? simulated.afterCrash(step * 10 + index) : simulated
          simulated.fail(null)
          await materialise(left, folders)
          vaults?.forget()
          const files = store === 'absent' ? new Map<string, Uint8Array>() : store === 'stale' ? stale : current
          for (const [name, bytes] of files) await writeFile(at('case', name), bytes)
          await forgetProcess()
          const where = `${trial.name}: ${kind} at step ${step} of ${steps}, case.db ${store}`
          await recover(trial, rehearsed, failure === null, where)
          tried++
        }
      }
      expect(tried).toBe(chosen.length * (whole && stores === 'each' ? STORES.length : 1))
    },
  }
}

/** What the machine's own disk has of `case.db` now. */
async function storeFiles(folder: string): Promise<ReadonlyMap<string, Uint8Array>> {
  const names = (await readdir(folder)).filter((name) => isStore(join(folder, name)))
  return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)))
}

async function outcome(run: () => Promise<unknown>): Promise<unknown> {
  try {
    await run()
    return null
  } catch (error) {
    return error
  }
}
