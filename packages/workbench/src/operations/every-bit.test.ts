/**
 * A case of 100 kB with records of every kind: every single bit flipped, every file deleted, cut, doubled, copied or changed
 * for another is found, and the file named. CORROBORATE_ENDURANCE=1 takes every bit, side by side on every core.
 */
import { fork } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { stride } from '../../../evidence/src/stride.ts'
import type { CaseFolder } from '../preserve/case-folder.ts'
import { changesOf } from '../preserve/changed-file.fixture.ts'
import { homeFrom } from '../preserve/home.ts'
import { verifyCase } from '../preserve/verify-case.ts'
import type { BitAnswer, BitTask } from './every-bit.fixture.ts'
import { makeFullCase, sizeOf } from './full-case.fixture.ts'

/** Bits of a case, a prime: in a quick run of all files together every place in a byte has its turn. */
const QUICK_BITS = 7919
const QUICK_FILES = 7
/** Bits that a process is given at a time. */
const AT_A_TIME = 256
const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

let root = ''
let folder: CaseFolder
let files: readonly string[] = []
const home = () => homeFrom({ CORROBORATE_HOME: join(root, 'home') })
const at = (file: string) => join(folder.root, file)

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'every-bit-'))
  folder = await makeFullCase(root, home(), 100_000)
  const entries = await readdir(folder.root, { recursive: true, withFileTypes: true })
  files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.root.length + 1))
    .sort()
}, 300_000)
afterAll(() => rm(root, { recursive: true, force: true }))

async function named(): Promise<readonly string[]> {
  const { problems, warnings } = await verifyCase(folder, home())
  return [...problems, ...warnings].map(({ path }) => path)
}

test('the case is whole, of its size, and has files of every kind', async () => {
  expect(await named()).toEqual([])
  const size = await sizeOf(folder.root)
  expect(size).toBeGreaterThan(97_000)
  expect(size).toBeLessThan(110_000)
  const kinds = await readdir(folder.records)
  expect(kinds.length).toBeGreaterThanOrEqual(16)
  for (const part of ['case.json', 'log.pub', 'log/checkpoint', 'log/tile/', 'vault/keys/', 'vault/passphrase.age'])
    expect(
      files.some((file) => file.startsWith(part)),
      part,
    ).toBe(true)
})

/** An earlier partial tile, all of which the tile that it became begins with; C2SP tlog-tiles lets it go. */
function isSuperseded(file: string): boolean {
  const [, tile, width] = /^(.*\.p)\/(\d+)$/.exec(file) ?? []
  const wider = (other: string) =>
    other.startsWith(`${tile}/`) && Number(other.slice(`${tile}/`.length)) > Number(width)
  return tile !== undefined && files.some(wider)
}

/** Stretches of all files, one after another; the stride goes on from one file into the next. */
async function tasks(step: number): Promise<readonly BitTask[]> {
  const found: BitTask[] = []
  let from = 0
  for (const file of files) {
    const bits = (await stat(at(file))).size * 8
    for (; from < bits; from += AT_A_TIME * step)
      found.push({ file, from, to: Math.min(bits, from + AT_A_TIME * step), stride: step })
    from = step === 1 ? 0 : (from - bits) % step
  }
  return found
}

/** A process with a copy of the case of its own; it takes tasks until none is left. */
async function seat(number: number, queue: BitTask[], answers: BitAnswer[]): Promise<void> {
  const own = join(root, `seat-${number}`)
  await mkdir(own)
  for (const name of ['case', 'home']) await cp(join(root, name), join(own, name), { recursive: true })
  const child = fork(join(import.meta.dirname, 'every-bit.fixture.ts'), [own], { execArgv: [] })
  await new Promise<void>((resolve, reject) => {
    child.on('message', (answer: BitAnswer) => {
      answers.push(answer)
      const task = queue.shift()
      if (task === undefined) child.disconnect()
      else child.send(task)
    })
    child.on('exit', (code) => (code === 0 ? resolve() : reject(new Error(`a process ended with ${code}`))))
  })
}

/** A long run says how far it is. */
function tellOf(answers: readonly BitAnswer[], queue: readonly BitTask[]): void {
  const part = answers.length / (answers.length + queue.length)
  const missed = answers.reduce((sum, one) => sum + one.missed.length, 0)
  process.stderr.write(`every bit: ${(100 * part).toFixed(0)} % tried, ${missed} not found\n`)
}

test('any bit changed is found, and the file named', { timeout: DAY }, async () => {
  const step = stride(QUICK_BITS)
  const queue = [...(await tasks(step))]
  const answers: BitAnswer[] = []
  const told = step === QUICK_BITS ? undefined : setInterval(() => tellOf(answers, queue), MINUTE)
  await Promise.all(Array.from({ length: availableParallelism() }, (_, number) => seat(number, queue, answers)))
  clearInterval(told)
  expect(answers.flatMap(({ missed }) => missed)).toEqual([])
  const bits = (await sizeOf(folder.root)) * 8
  const tried = answers.reduce((sum, one) => sum + one.tried, 0)
  if (step === 1) expect(tried).toBe(bits)
  else expect(tried).toBeGreaterThan(bits / step / 2)
})

test('any file deleted, cut short, emptied, lengthened, doubled or copied is named', { timeout: DAY }, async () => {
  for (let index = 0; index < files.length; index += stride(QUICK_FILES)) {
    const file = files[index] ?? ''
    const bytes = await readFile(at(file))
    for (const [how, changed] of changesOf(bytes)) {
      if (changed === null) await rm(at(file))
      else await writeFile(at(file), changed)
      if (changed === null && isSuperseded(file)) expect(await named(), `${file} ${how}`).toEqual([])
      else expect(await named(), `${file} ${how}`).toContain(file)
    }
    await writeFile(at(file), bytes)
    const copy = `${file}.copy`
    await writeFile(at(copy), bytes)
    expect(await named(), `${file} copied`).toContain(copy)
    await rm(at(copy))
  }
  expect(await named()).toEqual([])
})

test('two files changed for one another are both named', { timeout: DAY }, async () => {
  const whole = stride(QUICK_FILES) === 1
  const pairs = files.flatMap((file, index) =>
    whole
      ? files.slice(index + 1).map((other) => [file, other] as const)
      : index % QUICK_FILES === 0
        ? [[file, files[(index + 5) % files.length] ?? ''] as const]
        : [],
  )
  for (const [file, other] of pairs) {
    const [a, b] = [await readFile(at(file)), await readFile(at(other))]
    if (a.equals(b)) continue
    await writeFile(at(file), b)
    await writeFile(at(other), a)
    const found = await named()
    expect(found, `${file} for ${other}`).toContain(file)
    expect(found, `${other} for ${file}`).toContain(other)
    await writeFile(at(file), a)
    await writeFile(at(other), b)
  }
  expect(await named()).toEqual([])
})
