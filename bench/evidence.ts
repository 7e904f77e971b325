/**
 * Speed of the evidence package, beside what the machine itself does. `node bench/evidence.ts [FOLDER]`
 *
 * Adding is compared with writing the same six files of each object and syncing each; verifying with `sha512sum` over the
 * same bytes, of large items and of every file of small ones; a log of a million leaves is appended to and asked for proofs.
 */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtemp, open, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  checkInclusion,
  createLog,
  createOriginals,
  createSigner,
  folderMemory,
  leafBytes,
  leafHash,
  openLogReader,
  openLogWriter,
  verifyLog,
  verifyOriginals,
} from '../packages/evidence/src/index.ts'

const SMALL = 1000
const BIG = { count: 16, bytes: 32 << 20 }
const LEAVES = 1_000_000

const folder = await mkdtemp(join(process.argv[2] ?? tmpdir(), 'bench-evidence-'))
try {
  await adding()
  await verifying()
  await logging()
} finally {
  await rm(folder, { recursive: true, force: true })
}

/** Seconds that `run` takes. */
async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

function say(what: string, value: string): void {
  process.stdout.write(`${what.padEnd(64)} ${value}\n`)
}

/** `count` items of `size` bytes, all different, the same in every run. */
function items(count: number, size: number, kind: string): Buffer[] {
  return Array.from({ length: count }, (_, at) => {
    const seed = createHash('sha512').update(`${kind} ${at}`).digest()
    return Buffer.alloc(size, seed)
  })
}

async function adding(): Promise<void> {
  const originals = await createOriginals(join(folder, 'small'))
  const first = items(SMALL, 4096, 'one by one')
  const serial = await timed(async () => {
    for (const bytes of first) await originals.add({ bytes }, 'item.txt')
  })
  const second = items(SMALL, 4096, 'at once')
  const atOnce = await timed(() => Promise.all(second.map((bytes) => originals.add({ bytes }, 'item.txt'))))
  const sizes = [4096, 900, 150, 900, 150, 16]
  const bare = await timed(async () => {
    for (let at = 0; at < SMALL; at++) {
      for (const [part, size] of sizes.entries()) {
        const file = await open(join(folder, `bare-${at}-${part}`), 'wx')
        await file.write(Buffer.alloc(size, at))
        await file.sync()
        await file.close()
      }
    }
  })
  say(`${SMALL} small items added, one by one`, `${serial.toFixed(2)} s`)
  say(`${SMALL} small items added, at once`, `${atOnce.toFixed(2)} s`)
  say('the same files written and synced bare', `${bare.toFixed(2)} s`)
  say('rate of adding to that, one by one; at once', `${(bare / serial).toFixed(2)}; ${(bare / atOnce).toFixed(2)}`)
}

async function verifying(): Promise<void> {
  const root = join(folder, 'big')
  const originals = await createOriginals(root)
  const paths: string[] = []
  for (const bytes of items(BIG.count, BIG.bytes, 'big')) {
    const { digest } = await originals.add({ bytes }, 'item.bin')
    paths.push(await originals.path(digest))
  }
  await writeFile(join(folder, 'paths'), paths.join('\0'))
  const ours = await timed(async () => {
    const problems = await verifyOriginals(root)
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
  })
  const theirs = await timed(async () => {
    execFileSync('xargs', ['-0', '-a', join(folder, 'paths'), 'sha512sum'])
  })
  const megabytes = (BIG.count * BIG.bytes) / 1e6
  const small = join(folder, 'small')
  const objects = await timed(async () => {
    const problems = await verifyOriginals(small)
    if (problems.length > 0) throw new Error(JSON.stringify(problems))
  })
  const files = await timed(async () => {
    execFileSync('find', [small, '-type', 'f', '-exec', 'sha512sum', '{}', '+'], { maxBuffer: 1 << 28 })
  })
  say(`${2 * SMALL} small items verified`, `${objects.toFixed(2)} s`)
  say('sha512sum over every file of them', `${files.toFixed(2)} s`)
  say('speed of verifying to that', (files / objects).toFixed(2))
  say(`${megabytes.toFixed(0)} MB verified`, `${ours.toFixed(2)} s, ${(megabytes / ours).toFixed(0)} MB/s`)
  say('sha512sum over the same', `${theirs.toFixed(2)} s, ${(megabytes / theirs).toFixed(0)} MB/s`)
  say('speed of verifying to that', (theirs / ours).toFixed(2))
}

async function logging(): Promise<void> {
  const log = join(folder, 'log')
  const signer = createSigner('bench')
  const remember = folderMemory(join(folder, 'memory'))
  const leaf = (at: number) =>
    leafBytes({
      kind: 'bench',
      at: new Date(at).toISOString(),
      record: `bench/${at}`,
      commitment: at.toString(16).padStart(64, '0'),
    })
  let writer = await createLog(log, { origin: 'bench', signer, remember })
  const batch = 50_000
  const built = await timed(async () => {
    for (let at = 0; at < LEAVES; at += batch)
      await writer.append(Array.from({ length: batch }, (_, next) => leaf(at + next)))
  })
  say(`${LEAVES} leaves appended, ${batch} at a time`, `${built.toFixed(1)} s`)
  const opened = await timed(async () => {
    writer = await openLogWriter(log, { signer, remember })
  })
  say('that log opened to append', `${(opened * 1000).toFixed(0)} ms`)
  const appends = 200
  const appended = await timed(async () => {
    for (let at = 0; at < appends; at++) await writer.append([leaf(LEAVES + at)])
  })
  say('a leaf appended to it, durably', `${((appended / appends) * 1000).toFixed(2)} ms`)
  const reader = await openLogReader(log)
  const proofs = 1000
  const proved = await timed(async () => {
    for (let at = 0; at < proofs; at++) {
      const index = (at * 7919 * 131) % LEAVES
      checkInclusion(index, reader.size, leafHash(leaf(index)), await reader.inclusionProof(index), reader.root)
    }
  })
  say('a leaf proved and the proof checked', `${((proved / proofs) * 1000).toFixed(2)} ms`)
  const verified = await timed(async () => {
    const problems = await verifyLog(log, { verifier: signer.verifier, remembered: await remember.last('bench') })
    if (problems.length > 0) throw new Error(JSON.stringify(problems.slice(0, 3)))
  })
  say('the whole log verified', `${verified.toFixed(1)} s`)
}
