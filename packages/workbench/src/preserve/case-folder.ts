/** The case folder: where everything of a case lies, how one is made and how one is opened. */
import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { createOriginals, writeDurably } from '@corroborate/evidence'
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

/** A case, of which this one file is damaged: making another over it would be the wrong thing to do. */
export class BrokenCaseFileError extends Error {
  constructor(root: string, why: string) {
    super(
      `${root} is a case folder, but its case.json is damaged: ${why}. Restore that file from a copy of the case, or mend it by hand; nothing else was touched, and do not make a new case here`,
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
export async function openCase(path: string): Promise<CaseFolder> {
  const root = resolve(path)
  const text = await readFile(join(root, 'case.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') throw new NotACaseError(root, 'it has no case.json')
    throw error
  })
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BrokenCaseFileError(root, 'it is not JSON')
  }
  const format = (value as { format?: unknown } | null)?.format
  const version = typeof format === 'string' ? /^corroborate-case\/(\d+)$/.exec(format)?.[1] : undefined
  if (version !== undefined && Number(version) > CASE_FORMAT) throw new CaseVersionError(root, String(format))
  const parsed = CaseFileSchema.safeParse(value)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new BrokenCaseFileError(root, `${issue?.path.join('.')}: ${issue?.message}`)
  }
  return folderOf(root, parsed.data)
}
