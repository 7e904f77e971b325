/** Exports with their evidence, dated and cosigned, and the commands of their page run as a stranger runs them. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  cosign,
  cosignerOf,
  folderMemory,
  openLogReader,
  parseWitnessRequest,
  type Signer,
  signerOf,
} from '@corroborate/evidence'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { openAuthority } from '../../../evidence/src/timestamp/authority.fixture.ts'
import { newRecordId } from '../model/ids.ts'
import { type CaseFolder, createCase } from '../preserve/case-folder.ts'
import { type Custody, takeCustody } from '../preserve/custody.ts'
import { readDating } from '../preserve/dating.ts'
import { homeFrom } from '../preserve/home.ts'
import { makeVault, withdraw } from '../preserve/keep-vault.ts'
import { sealItem } from '../preserve/sealed.ts'
import { caseSigner } from '../preserve/signer.ts'
import { keepAnswer, requestStamps } from '../preserve/timestamping.ts'
import { writeEvidence } from './evidence-kit.ts'

export interface Kits {
  readonly root: string
  readonly case: CaseFolder
  readonly signer: Signer
  /** With the originals. */
  readonly whole: string
  /** Without them. */
  readonly bare: string
  /** The same export, made by somebody with another key. */
  readonly forged: string
  /** Root certificate of the authority that dated it, PEM; null where openssl is absent. */
  readonly trust: string | null
}

const NAMES = ['dossier.json', 'tolls.csv']
const at = '2031-01-01T00:00:00.000Z'
const now = () => new Date(at)

/** Makes exports of an invented case in a folder. `verifier` is the page that verifies in a browser, or null. */
export async function makeKits(root: string, verifier: string | null = null): Promise<Kits> {
  const openssl = spawnSync('openssl', ['version']).status === 0
  const authority = openssl ? openAuthority(root) : null
  const signers: Signer[] = []
  const cases: CaseFolder[] = []
  for (const name of ['mine', 'theirs']) {
    const home = homeFrom({ CORROBORATE_HOME: join(root, `home of ${name}`) })
    const folder = await createCase(join(root, name), { title: 'The valley', invented: true })
    const custody = await takeCustody(folder, { home, command: 'test', now })
    await addAll(custody)
    if (authority !== null) await stamped(custody, authority)
    const signer = await caseSigner(folder, home)
    await cosigned(custody, signer, join(root, `witness of ${name}`))
    const dating = await readDating(folder, { trusted: null, verifier: null })
    for (const withOriginals of [true, false]) {
      const path = join(root, `${withOriginals ? 'whole' : 'bare'} of ${name}`)
      await mkdir(path)
      for (const file of NAMES) await writeFile(join(path, file), `{"working copy of": "${file}"}\n`)
      const { log, records } = folder
      const { originals } = custody
      const withheld = { items: 0, shredded: 0 }
      await writeEvidence(path, NAMES, { signer, log, originals, withOriginals, withheld, records, dating, verifier })
    }
    await custody.release()
    signers.push(signer)
    cases.push(folder)
  }
  const [mine] = cases
  const [signer] = signers
  if (mine === undefined || signer === undefined) throw new Error('no case was made')
  return {
    root,
    case: mine,
    signer,
    whole: join(root, 'whole of mine'),
    bare: join(root, 'bare of mine'),
    forged: join(root, 'whole of theirs'),
    trust: authority === null ? null : await readFile(authority.root, 'utf8'),
  }
}

/** An export of a case with two confidential items, one of them shredded. Gives its folder. */
export async function makeWithheld(root: string, verifier: string): Promise<string> {
  const home = homeFrom({ CORROBORATE_HOME: join(root, 'home of withheld') })
  const folder = await createCase(join(root, 'withheld'), { title: 'The valley', invented: true })
  const custody = await takeCustody(folder, { home, command: 'test', now })
  await addAll(custody)
  const recipients = [await identityToRecipient(await generateX25519Identity())]
  const vault = await makeVault(custody, { passphrase: null, recipients })
  const intake = newRecordId()
  const sealed = ['one', 'two'].map(async (words) =>
    sealItem(custody, vault, {
      source: { bytes: Buffer.from(words) },
      intake,
      capturesOf: (item, size) => [
        { kind: 'capture', id: newRecordId(), intake, at, item, size, name: words, ...NO_CONTAINER },
      ],
    }),
  )
  const [first] = await Promise.all(sealed)
  if (first === undefined) throw new Error('nothing was sealed')
  const person = { by: 'R. Haddad', reason: 'consent was withdrawn' }
  const effects = { effects: 'fall' as const, contributions: [] }
  await withdraw(custody, { kind: 'withdrawal', id: newRecordId(), at, item: first.id, ...person, ...effects })
  const path = join(root, 'export of withheld')
  await mkdir(path)
  for (const file of NAMES) await writeFile(join(path, file), `{"working copy of": "${file}"}\n`)
  const { log, records } = folder
  const { originals } = custody
  const signer = await caseSigner(folder, home)
  const withheld = { items: 1, shredded: 1 }
  const evidence = { signer, log, originals, withOriginals: true, withheld, records, dating: null, verifier }
  await writeEvidence(path, NAMES, evidence)
  await custody.release()
  return path
}

const NO_CONTAINER = { container: null, archive: false, facts: null }

async function addAll(custody: Custody): Promise<void> {
  const intake = newRecordId()
  for (const name of ['one.txt', 'two words.txt']) {
    const { digest, size } = await custody.originals.add({ bytes: Buffer.from(`Words of ${name}.`) }, name)
    const capture = { intake, at, item: digest, size, name, ...NO_CONTAINER }
    await custody.write({ kind: 'capture', id: newRecordId(), ...capture })
  }
  await custody.acknowledge()
}

/** An authority dated the log as it stands. */
export async function stamped(custody: Custody, authority: ReturnType<typeof openAuthority>): Promise<void> {
  const dating = await readDating(custody.folder, { trusted: null, verifier: null })
  if (dating === null) throw new Error('the case has no log')
  const [request] = await requestStamps(custody, dating, ['https://time.example/tsa'], 'sha256')
  if (request === undefined) throw new Error('nothing was asked')
  const bytes = authority.answer(Buffer.from(request.request, 'base64'))
  await keepAnswer(custody, request, { bytes, from: 'time.example' }, null)
}

/** A witness saw the log as it stands. */
export async function cosigned(custody: Custody, signer: Signer, seen: string): Promise<void> {
  const { checkpoint } = await openLogReader(custody.folder.log)
  const cosigner = cosignerOf(signerOf('witness.example', Buffer.alloc(32, 9)))
  const options = { log: signer.verifier, cosigner, memory: folderMemory(seen), at: now() }
  const line = await cosign(parseWitnessRequest(`old 0\n\n${checkpoint}`), options)
  const request = { kind: 'witness-request' as const, id: newRecordId(), at, old: 0, checkpoint }
  await custody.write(request)
  const witness = cosigner.verifier.key
  await custody.write({ kind: 'cosignature', id: newRecordId(), at, request: request.id, witness, line })
  await custody.acknowledge()
}

export interface Followed {
  /** The commands that failed. */
  readonly failed: readonly string[]
  readonly fingerprint: string
}

/** Runs every command of an export's page in the order of the page, with nothing but a shell. */
export function following(path: string, kind: 'sh' | 'sh case' = 'sh', where = path): Followed {
  const page = readFileSync(join(path, 'VERIFY.md'), 'utf8')
  const blocks = [...page.matchAll(/^```(sh(?: case)?)\n([^`]+)^```$/gm)].filter(([, found]) => found === kind)
  if (blocks.length === 0) throw new Error(`${path}: VERIFY.md has no commands`)
  const commands = blocks.flatMap(([, , lines = '']) => lines.trim().split('\n'))
  const script = commands.map((command, index) => `{ ${command}\n} 2>&1 || echo "failed #${index}"`).join('\n')
  const { stdout } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    cwd: where,
    env: { PATH: process.env.PATH, EXPORT: path },
    encoding: 'utf8',
  })
  return {
    failed: [...stdout.matchAll(/^failed #(\d+)$/gm)].map(([, index]) => commands[Number(index)] ?? ''),
    fingerprint: /\b[0-9a-f]{64}$/m.exec(stdout)?.[0] ?? '',
  }
}
