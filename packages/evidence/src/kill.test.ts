/** kill -9 during intake. CORROBORATE_KILLS sets how often; 50 unless said otherwise. */
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import {
  folderMemory,
  leafCommitment,
  loadOrCreateSigner,
  openLogReader,
  openLogWriter,
  openOriginals,
  parseLeaf,
  verifyLog,
  verifyOriginals,
} from './index.ts'
import { checkOcflRoot } from './ocfl/check-root.ts'

const KILLS = Number(process.env.CORROBORATE_KILLS ?? 50)
const ORIGIN = 'corroborate.case/kill'

interface Acknowledged {
  readonly item: number
  readonly digest: string
  readonly leaf: number
}

/** Runs the intake, and kills it some microseconds after its n-th acknowledgement. */
async function intake(folder: string, home: string, first: number, n: number, delay: number): Promise<Acknowledged[]> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'intake.fixture.ts'), folder, home, String(first)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const acknowledged: Acknowledged[] = []
  let complaint = ''
  child.stderr.on('data', (data) => {
    complaint += data
  })
  const ended = new Promise<NodeJS.Signals | null>((done) => child.on('close', (_, signal) => done(signal)))
  for await (const line of createInterface({ input: child.stdout })) {
    const [item, digest, leaf] = line.split(' ')
    if (digest === undefined || leaf === undefined) continue
    acknowledged.push({ item: Number(item), digest, leaf: Number(leaf) })
    if (acknowledged.length === n) setTimeout(() => child.kill('SIGKILL'), delay)
  }
  expect([await ended, complaint]).toEqual(['SIGKILL', ''])
  return acknowledged
}

test(`no acknowledged item is lost in ${KILLS} kills, and nothing is half there`, {
  timeout: 120_000 + KILLS * 2000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kill-'))
  try {
    const home = join(folder, 'home')
    const memory = folderMemory(join(home, 'checkpoints'))
    const all: Acknowledged[] = []
    for (let round = 0; round < KILLS; round++) {
      const next = (all.at(-1)?.item ?? -1) + 1
      const acknowledged = await intake(folder, home, next, 1 + (round % 3), (round * 7) % 12)
      expect(acknowledged.length).toBeGreaterThan(0)
      all.push(...acknowledged)
      const originals = await openOriginals(join(folder, 'originals'))
      const reader = await openLogReader(join(folder, 'log'))
      for (const { digest, leaf } of acknowledged) {
        await originals.read(digest)
        for await (const { bytes } of reader.leaves(leaf, leaf + 1)) {
          expect(parseLeaf(bytes).commitment).toBe(leafCommitment('00'.repeat(32), { digest }))
        }
      }
    }
    const signer = await loadOrCreateSigner(join(home, 'keys'), 'corroborate')
    await openLogWriter(join(folder, 'log'), { signer, remember: memory })
    expect(await verifyOriginals(join(folder, 'originals'))).toEqual([])
    expect(await checkOcflRoot(join(folder, 'originals'))).toEqual({ valid: true, errors: [], warnings: [] })
    const remembered = await memory.last(ORIGIN)
    expect(remembered).not.toBeNull()
    expect(await verifyLog(join(folder, 'log'), { verifier: signer.verifier, remembered })).toEqual([])
    const originals = await openOriginals(join(folder, 'originals'))
    const held = await Promise.all(all.map(({ digest }) => originals.has(digest)))
    expect(held.every(Boolean)).toBe(true)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})
