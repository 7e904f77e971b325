/**
 * How long a stranger needs for an export of 1,000 items with nothing but `sha512sum` and `openssl`: every command of its
 * VERIFY.md, run as it stands. `node bench/kit.ts [ITEMS]`
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { verifyKit } from '../packages/evidence/src/index.ts'
import { newRecordId } from '../packages/workbench/src/model/ids.ts'
import { createCase } from '../packages/workbench/src/preserve/case-folder.ts'
import { takeCustody } from '../packages/workbench/src/preserve/custody.ts'
import { homeFrom } from '../packages/workbench/src/preserve/home.ts'
import { caseSigner } from '../packages/workbench/src/preserve/signer.ts'
import { writeEvidence } from '../packages/workbench/src/publish/evidence-kit.ts'

const ITEMS = Number(process.argv[2] ?? 1000)
const BYTES = 100_000

const root = await mkdtemp(join(tmpdir(), 'bench-kit-'))
try {
  const to = join(root, 'export')
  const made = await timed(() => make(to))
  const page = await readFile(join(to, 'VERIFY.md'), 'utf8')
  const commands = [...page.matchAll(/^```sh\n([^`]+)^```$/gm)].map(([, lines = '']) => lines).join('')
  const byHand = await timed(async () => {
    const { status, stderr } = spawnSync('bash', ['-e', '-o', 'pipefail', '-c', commands], {
      cwd: to,
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`the commands of VERIFY.md failed: ${stderr}`)
  })
  const byProgram = await timed(async () => {
    const { errors } = await verifyKit(to)
    if (errors.length > 0) throw new Error(JSON.stringify(errors.slice(0, 3)))
  })
  const size = `${ITEMS} items, ${((ITEMS * BYTES) / 1e6).toFixed(0)} MB`
  say(`${size}: kept and exported`, made)
  say(`${size}: checked with sha512sum and openssl alone`, byHand)
  say(`${size}: checked by \`corroborate verify\``, byProgram)
} finally {
  await rm(root, { recursive: true, force: true })
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return (performance.now() - start) / 1000
}

function say(what: string, seconds: number): void {
  process.stdout.write(`${what.padEnd(64)} ${seconds.toFixed(1)} s\n`)
}

async function make(to: string): Promise<void> {
  const home = homeFrom({ CORROBORATE_HOME: join(root, 'home') })
  const folder = await createCase(join(root, 'case'), { title: 'Bench', invented: true })
  const now = () => new Date('2031-05-07T00:00:00Z')
  const custody = await takeCustody(folder, { home, command: 'bench', now })
  const intake = newRecordId()
  for (let index = 0; index < ITEMS; index++) {
    const bytes = Buffer.alloc(BYTES, createHash('sha512').update(`kit ${index}`).digest())
    const name = `report ${index}.txt`
    const { digest, size } = await custody.originals.add({ bytes }, name)
    const item = { item: digest, size, name, container: null, archive: false, facts: null }
    await custody.write({ kind: 'capture', id: newRecordId(), intake, at: now().toISOString(), ...item })
  }
  await custody.acknowledge()
  await mkdir(to)
  await writeFile(join(to, 'dossier.json'), '{}\n')
  const signer = await caseSigner(folder, home)
  const { log, records } = folder
  const { originals } = custody
  const withheld = { items: 0, shredded: 0 }
  const rest = { log, records, originals, withOriginals: true, withheld, dating: null, verifier: null }
  await writeEvidence(to, ['dossier.json'], { signer, ...rest })
  await custody.release()
}
