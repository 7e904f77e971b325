/**
 * What an export carries so that a stranger can check it with `sha512sum` and `openssl` alone: digests of every file,
 * signed with the key of the log; the log's checkpoint with its signature apart; digests of the originals; and VERIFY.md,
 * which gives the commands; the log itself, the time-stamps on it, and a page that checks all of it in a browser.
 */
import { createHash } from 'node:crypto'
import { dirname, join, relative } from 'node:path'
import {
  copySource,
  type Disk,
  type DiskOptions,
  filesUnder,
  fingerprintOf,
  formatSums,
  KIT,
  makeFolders,
  nodeDisk,
  type Originals,
  parseNote,
  type Signer,
  writeDurably,
} from '@corroborate/evidence'
import type { Dating } from '../preserve/dating.ts'
import { listRecords, readRecord } from '../preserve/records.ts'
import { type KitStampFiles, verifyPage } from './verify-page.ts'

export interface KitOptions extends DiskOptions {
  readonly signer: Signer
  /** Folder of the log, which nobody else writes to meanwhile. */
  readonly log: string
  readonly originals: Originals
  /** Copies the originals into the export, with their inventories and the records of how they came. */
  readonly withOriginals: boolean
  /** Confidential items and items shredded: the page says that they are withheld. */
  readonly withheld: { readonly items: number; readonly shredded: number }
  /** Folder of the case's records. */
  readonly records: string
  /** Who dates the log; null where nobody was asked. */
  readonly dating: Dating | null
  /** The page that verifies the export in a browser; null leaves it out. */
  readonly verifier: string | null
}

export interface ExportedFile {
  /** Below the export, with forward slashes. */
  readonly path: string
  readonly size: number
  readonly sha512: string
}

export class ChangedOriginalError extends Error {
  constructor(path: string, digest: string) {
    super(
      `${path} no longer has the sha512 ${digest} it was taken in with: run \`corroborate verify\`, nothing is exported`,
    )
    this.name = 'ChangedOriginalError'
  }
}

export class MissingOriginalError extends Error {
  constructor(digests: readonly string[]) {
    super(
      `${digests.length === 1 ? 'an original is' : `${digests.length} originals are`} missing from the case (sha512 ${digests[0]}): run \`corroborate verify\`, nothing is exported`,
    )
    this.name = 'MissingOriginalError'
  }
}

export class UnsignedCheckpointError extends Error {
  constructor(name: string) {
    super(`the checkpoint of the log is not signed with the key ${name} of this machine: run \`corroborate verify\``)
    this.name = 'UnsignedCheckpointError'
  }
}

/** SHA-256 over the key as SubjectPublicKeyInfo in DER, by which two people compare it. */
export function keyFingerprint({ verifier }: Signer): string {
  return fingerprintOf(verifier)
}

/** Adds the evidence to an export whose files are `names`; gives every file of it. Throws ChangedOriginalError, MissingOriginalError. */
export async function writeEvidence(
  folder: string,
  names: readonly string[],
  options: KitOptions,
): Promise<readonly ExportedFile[]> {
  const { disk = nodeDisk, signer, log, verifier } = options
  const kit = kitIn(disk, folder)
  const checkpoint = Buffer.from(await disk.read(join(log, 'checkpoint'))).toString('utf8')
  const { text, signatures } = parseNote(checkpoint)
  const { name, keyHash } = signer
  const signature = signatures.find((one) => one.name === name && one.keyHash === keyHash)
  if (signature === undefined) throw new UnsignedCheckpointError(name)
  for (const one of names) await kit.listed(one)
  const originals = await addOriginals(kit, options)
  for (const path of widestTiles(await filesUnder(disk, log))) await kit.copy(join(log, path), `${KIT.log}/${path}`)
  const stamps = await addDating(kit, options.dating)
  const page = verifyPage({
    fingerprint: keyFingerprint(signer),
    originals: originals.length,
    withOriginals: options.withOriginals,
    withheld: options.withheld,
    stamps,
    undated: options.dating?.undated ?? null,
  })
  await kit.write('VERIFY.md', Buffer.from(page))
  if (verifier !== null) await kit.write('verify.html', Buffer.from(verifier))
  await kit.write(KIT.checkpoint, Buffer.from(checkpoint))
  await kit.write(KIT.checkpointText, Buffer.from(text))
  await kit.write(KIT.checkpointSignature, signature.signature)
  await kit.write(KIT.key, Buffer.from(signer.verifier.pem))
  await kit.write(KIT.originalsList, Buffer.from(formatSums(originals)))
  const list = Buffer.from(formatSums(kit.files))
  await kit.write(KIT.list, list)
  await kit.write(KIT.listSignature, signer.sign(list))
  return kit.files
}

interface Kit {
  readonly files: readonly ExportedFile[]
  write(path: string, bytes: Uint8Array): Promise<void>
  /** Gives the digest of what was copied. */
  copy(source: string, path: string): Promise<string>
  /** Takes in a file that lies there already. */
  listed(path: string): Promise<void>
}

function kitIn(disk: Disk, folder: string): Kit {
  const files: ExportedFile[] = []
  const add = (path: string, size: number, sha512: string) => files.push({ path, size, sha512 })
  return {
    files,
    async write(path, bytes) {
      await writeDurably(join(folder, path), bytes, { disk })
      add(path, bytes.length, createHash('sha512').update(bytes).digest('hex'))
    },
    async copy(source, path) {
      const target = join(folder, path)
      await makeFolders(disk, dirname(target))
      const { digest, size } = await copySource(disk, { path: source }, target)
      await disk.syncFolder(dirname(target))
      add(path, size, digest)
      return digest
    },
    async listed(path) {
      const hash = createHash('sha512')
      let size = 0
      for await (const piece of disk.stream(join(folder, path))) {
        hash.update(piece)
        size += piece.length
      }
      add(path, size, hash.digest('hex'))
    },
  }
}

/**
 * Gives the originals of the case, whether they were copied or not: those that a capture in the clear names. Any other is
 * the ciphertext of a confidential item, or what an interrupted intake left, and stays where it is.
 */
async function addOriginals(
  kit: Kit,
  { disk = nodeDisk, originals, withOriginals, records }: KitOptions,
): Promise<readonly { readonly path: string; readonly sha512: string }[]> {
  const below = (path: string) => `${KIT.originals}/${relative(originals.root, path).replaceAll('\\', '/')}`
  const captures: { name: string; item: string }[] = []
  for (const name of (await listRecords(records)).filter((one) => one.startsWith('captures/'))) {
    const { record } = await readRecord(records, name)
    if (record.kind === 'capture') captures.push({ name, item: record.item })
  }
  const captured = new Set(captures.map(({ item }) => item))
  const listed: { path: string; sha512: string }[] = []
  for await (const { digest } of originals.list()) {
    if (!captured.has(digest)) continue
    const source = await originals.path(digest)
    listed.push({ path: below(source), sha512: digest })
    if (!withOriginals) continue
    const object = dirname(dirname(dirname(source)))
    for (const path of await filesUnder(disk, object)) {
      const file = join(object, path)
      const copied = await kit.copy(file, below(file))
      if (file === source && copied !== digest) throw new ChangedOriginalError(source, digest)
    }
  }
  const here = new Set(listed.map(({ sha512 }) => sha512))
  const missing = [...captured].filter((digest) => !here.has(digest))
  if (missing.length > 0) throw new MissingOriginalError(missing)
  if (!withOriginals) return listed
  for (const { name, kind } of await disk.list(originals.root))
    if (kind === 'file') await kit.copy(join(originals.root, name), below(join(originals.root, name)))
  const extensions = join(originals.root, 'extensions')
  for (const path of await filesUnder(disk, extensions))
    await kit.copy(join(extensions, path), below(join(extensions, path)))
  for (const { name } of captures) await kit.copy(join(records, `${name}.json`), `${KIT.records}/${name}.json`)
  return listed
}

/** Gives the time-stamps, for the page of commands. */
async function addDating(kit: Kit, dating: Dating | null): Promise<readonly KitStampFiles[]> {
  const files: KitStampFiles[] = []
  for (const { state, request, answer, time, authority, size, chain } of dating?.stamps ?? []) {
    if (state !== 'dated' || answer === null || time === null || authority === null) continue
    const folder = `${KIT.timestamps}/${files.length + 1}`
    await kit.write(`${folder}/checkpoint`, Buffer.from(request.checkpoint))
    await kit.write(`${folder}/request.tsq`, Buffer.from(request.request, 'base64'))
    await kit.write(`${folder}/answer.tsr`, Buffer.from(answer.answer, 'base64'))
    await kit.write(`${folder}/chain.pem`, Buffer.from(chain.map(({ x509 }) => x509.toString()).join('')))
    files.push({ folder, time, authority, size })
  }
  for (const [at, { record, request }] of (dating?.cosigned ?? []).entries()) {
    const folder = `${KIT.cosignatures}/${at + 1}`
    await kit.write(`${folder}/checkpoint`, Buffer.from(`${request.checkpoint}${record.line}`))
    await kit.write(`${folder}/witness.pub`, Buffer.from(`${record.witness}\n`))
  }
  return files
}

/** Of the earlier, narrower forms of a tile that stay until it is full, the widest says all. */
function widestTiles(paths: readonly string[]): readonly string[] {
  const width = (path: string) => Number(/\.p\/(\d+)$/.exec(path)?.[1] ?? 0)
  const widest = new Map<string, string>()
  for (const path of paths) {
    const tile = path.replace(/\.p\/\d+$/, '.p')
    if (width(path) >= width(widest.get(tile) ?? '')) widest.set(tile, path)
  }
  return [...widest.values()]
}
