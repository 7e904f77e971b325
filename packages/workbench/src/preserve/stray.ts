/** What lies in a case without belonging to it: in the case folder itself, and among the records. */
import { entriesUnder, LINK, nodeDisk, type Problem } from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'

const OF_A_CASE = new Set([
  'case.json',
  'case.db',
  'case.db-wal',
  'case.db-shm',
  'case.db-journal',
  'case.lock',
  'log.pub',
  'originals',
  '.originals.incoming',
  'records',
  'vault',
  'log',
])
const LEFT_OVER = /^\..+\.tmp$/
/** Dropbox, OneDrive, Nextcloud and Google Drive; Syncthing; downloads that were not finished. */
const SYNCED = /conflict|\.sync-|\.(part|partial|crdownload|download)$|~\d*$| \(\d+\)(\.[^.]*)?$/i
const RECORD = /^[a-z-]+s\/[0-9a-f]{2}\/[0-9a-f-]{36}\.json$/

export interface Strays {
  /** Among what the program keeps. */
  readonly problems: readonly Problem[]
  /** Beside it, or left over by an interrupted write. */
  readonly warnings: readonly Problem[]
}

export async function strays(folder: Pick<CaseFolder, 'root' | 'records' | 'log'>): Promise<Strays> {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  for (const { name, kind } of await nodeDisk.list(folder.root)) {
    if (OF_A_CASE.has(name)) {
      if (kind === 'link') problems.push(link(name))
      continue
    }
    warnings.push(
      LEFT_OVER.test(name) ? leftOver(name) : stray(name, 'it lies in the case folder, but is not part of it'),
    )
  }
  for (const { path, kind } of await entriesUnder(nodeDisk, folder.records)) {
    // A record's folder may be empty where a write was interrupted.
    if (kind === 'folder' || (kind === 'file' && RECORD.test(path))) continue
    const name = path.split('/').at(-1) ?? ''
    if (kind === 'file' && LEFT_OVER.test(name)) warnings.push(leftOver(`records/${path}`))
    else problems.push(stray(`records/${path}`, 'it lies among the records, but is none'))
  }
  // Reading a log follows links, as it may in a log that is not ours; originals, records and vault hold no link unnoticed.
  for (const { path, kind } of await entriesUnder(nodeDisk, folder.log))
    if (kind === 'link') problems.push(link(`log/${path}`))
  return { problems, warnings }
}

function link(path: string): Problem {
  return { code: 'link', message: LINK, path }
}

function stray(path: string, message: string): Problem {
  const synced =
    'a program that syncs folders made it while two wrote the same file, or did not finish it: let that program finish, compare it with the file beside it, and delete it once nothing in it is missing there'
  return { code: 'stray', message: SYNCED.test(path.split('/').at(-1) ?? '') ? `${message}; ${synced}` : message, path }
}

function leftOver(path: string): Problem {
  return {
    code: 'left-over',
    message: 'left by a write that was interrupted; nothing reads it, it can be deleted',
    path,
  }
}
