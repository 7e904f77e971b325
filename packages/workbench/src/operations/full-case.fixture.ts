/** A case of a given size with records of every kind, confidential items and, where openssl is at hand, a time-stamp. */
import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { openAuthority } from '../../../evidence/src/timestamp/authority.fixture.ts'
import { newRecordId } from '../model/ids.ts'
import { type CaseFolder, createCase } from '../preserve/case-folder.ts'
import { acknowledgeCaseFile } from '../preserve/case-record.ts'
import { type Custody, takeCustody } from '../preserve/custody.ts'
import type { Home } from '../preserve/home.ts'
import { makeVault, withdraw } from '../preserve/keep-vault.ts'
import { type CaseRecord, RecordSchema } from '../preserve/records.ts'
import { sealItem, sealRecord } from '../preserve/sealed.ts'
import { caseSigner } from '../preserve/signer.ts'
import { cosigned, stamped } from '../publish/kit.fixture.ts'

const SPEC = join(import.meta.dirname, '../../../../spec/vectors')
const AT = '2031-01-01T00:00:00.000Z'
/** Kinds that say something of other files, and are made here as a case makes them. */
const OWN = /^(case|capture|timestamp|timestamp-request|witness-request|cosignature)$/
/** Bytes that an item has beside its own in files of OCFL, its record and the log. */
const AROUND_AN_ITEM = 4700

export const FULL_CASE_PASSPHRASE = 'quill lantern ochre bramble'

/** Makes it at `root/case` and gives its folder. `bytes`: about how large all its files are together. */
export async function makeFullCase(root: string, home: Home, bytes: number): Promise<CaseFolder> {
  const folder = await createCase(join(root, 'case'), { title: 'The valley', invented: true })
  const custody = await takeCustody(folder, { home, command: 'test', now: () => new Date(AT) })
  await acknowledgeCaseFile(custody)
  await addOriginal(custody, 'one.txt', Buffer.from('The words of one.'))
  for (const record of specified()) await custody.write(record)
  await addConfidential(custody)
  await custody.acknowledge()
  if (spawnSync('openssl', ['version']).status === 0) await stamped(custody, openAuthority(root))
  await cosigned(custody, await caseSigner(folder, home), join(root, 'witness'))
  const rest = bytes - (await sizeOf(folder.root)) - AROUND_AN_ITEM
  if (rest > 0) await addOriginal(custody, 'large.bin', randomBytes(rest))
  await custody.acknowledge()
  await custody.release()
  return folder
}

/** Bytes of all files below a folder. */
export async function sizeOf(folder: string): Promise<number> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile())
  const sizes = await Promise.all(files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** The records that the specifications give as valid, of every kind that stands for itself. */
function specified(): readonly CaseRecord[] {
  const texts = ['record', 'derived', 'register'].flatMap((kind) => {
    const place = join(SPEC, kind, 'valid')
    return readdirSync(place)
      .filter((name) => name.endsWith('.json'))
      .map((name) => JSON.parse(readFileSync(join(place, name), 'utf8')))
  })
  const proposals = JSON.parse(readFileSync(join(SPEC, 'proposals/records.json'), 'utf8')) as { record: unknown }[]
  const found = [...texts.map((one) => one.record ?? one), ...proposals.map(({ record }) => record)]
  return found.flatMap((value) => {
    const parsed = RecordSchema.safeParse({ ...value, id: newRecordId(), at: AT })
    return parsed.success && !OWN.test(parsed.data.kind) ? [parsed.data] : []
  })
}

const captureOf = (intake: string, item: string, size: number, name: string) => ({
  kind: 'capture' as const,
  id: newRecordId(),
  intake,
  at: AT,
  item,
  size,
  name,
  container: null,
  archive: false,
  facts: null,
})

async function addOriginal(custody: Custody, name: string, bytes: Uint8Array): Promise<void> {
  const { digest, size } = await custody.originals.add({ bytes }, name)
  await custody.write(captureOf(newRecordId(), digest, size, name))
}

/** Three items, one of them shredded, and a decision that rests on the other two. */
async function addConfidential(custody: Custody): Promise<void> {
  const recipients = [await identityToRecipient(await generateX25519Identity())]
  const vault = await makeVault(custody, { passphrase: FULL_CASE_PASSPHRASE, recipients }, { work: 4 })
  const ids: string[] = []
  for (const name of ['first', 'second', 'third']) {
    const intake = newRecordId()
    const capturesOf = (item: string, size: number) => [captureOf(intake, item, size, name)]
    const { id } = await sealItem(custody, vault, { source: { bytes: Buffer.from(name) }, intake, capturesOf })
    ids.push(id)
  }
  const decision = specified().find(({ kind }) => kind === 'decision')
  if (decision === undefined) throw new Error('the specifications give no decision')
  await custody.write(await sealRecord(vault, { ...decision, id: newRecordId() }, ids.slice(0, 2)))
  await withdraw(custody, {
    kind: 'withdrawal',
    id: newRecordId(),
    at: AT,
    by: 'R. Haddad',
    reason: 'consent was withdrawn',
    item: ids[2] ?? '',
    effects: 'fall',
    contributions: [],
  })
}
