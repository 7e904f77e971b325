/**
 * What an export carries so that a stranger can check it with `sha512sum` and `openssl` alone: digests of every file,
 * signed with the key of the log; the log's checkpoint with its signature apart; digests of the originals; and VERIFY.md,
 * which gives the commands.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { copyFile, mkdir } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { type Originals, parseNote, type Signer, writeDurably } from '@corroborate/evidence'
import { NOTICE } from './case-view.ts'

export interface KitOptions {
  readonly signer: Signer
  /** The log's signed checkpoint, as it lies in the log. */
  readonly checkpoint: string
  readonly originals: Originals
  /** Copies the originals into the export. */
  readonly withOriginals: boolean
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

export class UnsignedCheckpointError extends Error {
  constructor(name: string) {
    super(`the checkpoint of the log is not signed with the key ${name} of this machine: run \`corroborate verify\``)
    this.name = 'UnsignedCheckpointError'
  }
}

/** SHA-256 over the key as SubjectPublicKeyInfo in DER, by which two people compare it. */
export function keyFingerprint({ verifier }: Signer): string {
  const der = Buffer.from(verifier.pem.replace(/-----[A-Z ]+-----/g, ''), 'base64')
  return createHash('sha256').update(der).digest('hex')
}

/** Adds the evidence to an export whose files are `names`; gives every file of it. Throws ChangedOriginalError. */
export async function writeEvidence(
  folder: string,
  names: readonly string[],
  options: KitOptions,
): Promise<readonly ExportedFile[]> {
  const { signer, checkpoint } = options
  const write = async (path: string, bytes: Uint8Array) => {
    await writeDurably(join(folder, path), bytes)
    return fileAt(folder, path)
  }
  const { originals, copies } = await listOriginals(folder, options)
  const { text, signatures } = parseNote(checkpoint)
  const { name, keyHash } = signer
  const signature = signatures.find((one) => one.name === name && one.keyHash === keyHash)
  if (signature === undefined) throw new UnsignedCheckpointError(name)
  const page = verifyPage({
    fingerprint: keyFingerprint(signer),
    originals: originals.length,
    withOriginals: options.withOriginals,
  })
  const listed = [
    ...(await Promise.all(names.map((one) => fileAt(folder, one)))),
    ...copies,
    await write('VERIFY.md', Buffer.from(page)),
    await write('evidence/checkpoint', Buffer.from(checkpoint)),
    await write('evidence/checkpoint.text', Buffer.from(text)),
    await write('evidence/checkpoint.sig', signature.signature),
    await write('evidence/log-key.pem', Buffer.from(signer.verifier.pem)),
    await write('evidence/originals.sha512', Buffer.from(sumLines(originals))),
  ]
  const list = Buffer.from(sumLines(listed))
  return [
    ...listed,
    await write('evidence/files.sha512', list),
    await write('evidence/files.sha512.sig', signer.sign(list)),
  ]
}

/** As `sha512sum` writes and reads them. */
function sumLines(files: readonly Pick<ExportedFile, 'path' | 'sha512'>[]): string {
  return files.map(({ path, sha512 }) => `${sha512}  ${path}\n`).join('')
}

async function listOriginals(folder: string, { originals, withOriginals }: KitOptions) {
  const listed: { path: string; sha512: string }[] = []
  const copies: ExportedFile[] = []
  for await (const { digest } of originals.list()) {
    const source = await originals.path(digest)
    const path = `originals/${relative(originals.root, source).replaceAll('\\', '/')}`
    listed.push({ path, sha512: digest })
    if (!withOriginals) continue
    await mkdir(dirname(join(folder, path)), { recursive: true })
    await copyFile(source, join(folder, path))
    const copy = await fileAt(folder, path)
    if (copy.sha512 !== digest) throw new ChangedOriginalError(source, digest)
    copies.push(copy)
  }
  return { originals: listed, copies }
}

async function fileAt(folder: string, path: string): Promise<ExportedFile> {
  const hash = createHash('sha512')
  let size = 0
  for await (const piece of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
    hash.update(piece)
    size += piece.length
  }
  return { path, size, sha512: hash.digest('hex') }
}

function verifyPage(about: {
  readonly fingerprint: string
  readonly originals: number
  readonly withOriginals: boolean
}): string {
  const { fingerprint, originals, withOriginals } = about
  const whose = withOriginals
    ? 'They lie in this export. In this folder:'
    : 'They are not part of this export. In the case folder, with this export at `$EXPORT`:'
  const list = withOriginals ? 'evidence/originals.sha512' : '"$EXPORT/evidence/originals.sha512"'
  return `# How to check this export (${NOTICE})

Nothing of the program that wrote it is needed: only \`sha512sum\` (GNU coreutils) and \`openssl\` 3. Run the commands in
this folder, in this order; each must succeed. They write nothing and need no network.

## 1. The key

Everything below rests on one public key. Compare its SHA-256 with the one that whoever made this export gave you by
another way, on paper or by voice; a page that lies beside the files proves nothing by itself.

\`\`\`sh
openssl pkey -pubin -in evidence/log-key.pem -outform DER | openssl dgst -sha256
\`\`\`

The maker's program printed:

    ${fingerprint}

## 2. The list of files is signed with that key

\`\`\`sh
openssl pkeyutl -verify -rawin -pubin -inkey evidence/log-key.pem -in evidence/files.sha512 -sigfile evidence/files.sha512.sig
\`\`\`

## 3. Every file is the one in the list

\`\`\`sh
sha512sum --check --strict --quiet evidence/files.sha512
\`\`\`

## 4. No file was added

\`\`\`sh
test -z "$( (find . -type f ! -path './evidence/files.sha512*'; sed 's|^[0-9a-f]*  |./|' evidence/files.sha512) | sort | uniq -u)"
test -z "$(find evidence -name 'files.sha512?*' ! -name files.sha512.sig)"
\`\`\`

## 5. The checkpoint of the log is signed with that key

\`evidence/checkpoint\` is the head of the append-only log of custody and decisions as it stood before this export (a C2SP
signed note: name of the log, number of entries, root hash). \`checkpoint.text\` is what is signed, \`checkpoint.sig\` the
signature alone.

\`\`\`sh
sed '/^$/,$d' evidence/checkpoint | cmp - evidence/checkpoint.text
openssl pkeyutl -verify -rawin -pubin -inkey evidence/log-key.pem -in evidence/checkpoint.text -sigfile evidence/checkpoint.sig
\`\`\`

Keep \`evidence/checkpoint\`: a later checkpoint of the same log must extend it.

## 6. The originals

\`evidence/originals.sha512\` lists the digests of the ${originals} originals of the case. ${whose}

\`\`\`${withOriginals ? 'sh' : 'sh case'}
sha512sum --check --strict --quiet ${list}
\`\`\`
`
}
