/** The case folder: where everything of a case lies, how one is made and how one is opened. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  createOriginals,
  nodeDisk,
  parseBounded,
  readSmall,
  UnboundedJsonError,
  UnreadableFileError,
  writeDurably,
} from '@corroborate/evidence'
import { CASE_FORMAT, type CaseDraft, type CaseFile, CaseFileSchema } from '../model/case-file.ts'

export interface CaseFolder {
  readonly root: string
  readonly originals: string
  readonly records: string
  /** Keys of confidential items, encrypted; absent where the case has none. */
  readonly vault: string
  readonly log: string
  /** The public half of the key that signs the log (C2SP signed-note verifier key). */
  readonly publicKey: string
  readonly database: string
  readonly lock: string
  readonly file: CaseFile
}

export class NotACaseError extends Error {
  constructor(root: string, why: string) {
    super(`${root} is not a case folder: ${why}. Make one with \`corroborate new ${root}\``)
    this.name = 'NotACaseError'
  }
}

/** A case whose `case.json` is there and says nothing that can be gone by. */
export class BrokenCaseFileError extends Error {
  constructor(path: string, why: string) {
    super(
      `${path}: ${why}. It says which case this is, and without it nothing else here can be judged: put it back from a copy of the case, or mend it by hand; do not make a new case here`,
    )
    this.name = 'BrokenCaseFileError'
  }
}

export class CaseVersionError extends Error {
  constructor(root: string, found: string) {
    super(
      `${root} was written by a newer version of this program (${found}; this one writes corroborate-case/${CASE_FORMAT}): update the program, nothing was touched`,
    )
    this.name = 'CaseVersionError'
  }
}

export class CaseExistsError extends Error {
  constructor(root: string) {
    super(`${root} already exists and is not empty: name another folder, nothing was touched`)
    this.name = 'CaseExistsError'
  }
}

function folderOf(root: string, file: CaseFile): CaseFolder {
  return {
    root,
    originals: join(root, 'originals'),
    records: join(root, 'records'),
    vault: join(root, 'vault'),
    log: join(root, 'log'),
    publicKey: join(root, 'log.pub'),
    database: join(root, 'case.db'),
    lock: join(root, 'case.lock'),
    file,
  }
}

/** Makes an empty case. Throws where the folder exists and is not empty. */
export async function createCase(path: string, draft: CaseDraft): Promise<CaseFolder> {
  const root = resolve(path)
  const present = await readdir(root).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') throw new CaseExistsError(root)
    throw error
  })
  if (present.length > 0) throw new CaseExistsError(root)
  const title = draft.title ?? root.split(/[/\\]/).at(-1) ?? 'case'
  const file = CaseFileSchema.parse({ ...draft, title, format: `corroborate-case/${CASE_FORMAT}`, id: randomUUID() })
  const folder = folderOf(root, file)
  await mkdir(folder.records, { recursive: true })
  await createOriginals(folder.originals)
  await writeDurably(join(root, 'case.json'), Buffer.from(`${JSON.stringify(file, null, 2)}\n`))
  return folder
}

/** Opens a case for reading. Throws NotACaseError, BrokenCaseFileError or CaseVersionError. */
export async function openCase(given: string): Promise<CaseFolder> {
  const root = resolve(given)
  const path = join(root, 'case.json')
  const bytes = await readSmall(nodeDisk, path, 'case').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new NotACaseError(root, 'it has no case.json')
    if (error instanceof UnreadableFileError) throw new BrokenCaseFileError(path, `it cannot be read: ${error.why}`)
    throw error
  })
  let value: unknown
  try {
    value = parseBounded(bytes.toString('utf8'))
  } catch (error) {
    throw new BrokenCaseFileError(path, error instanceof UnboundedJsonError ? error.message : 'it is not JSON')
  }
  const format = (value as { format?: unknown } | null)?.format
  const version = typeof format === 'string' ? /^corroborate-case\/(\d+)$/.exec(format)?.[1] : undefined
  if (version !== undefined && Number(version) > CASE_FORMAT) throw new CaseVersionError(root, String(format))
  const parsed = CaseFileSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new BrokenCaseFileError(path, `it describes no case (${issue?.path.join('.')}: ${issue?.message})`)
  }
  return folderOf(root, parsed.data)
}
