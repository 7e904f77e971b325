/** Running servers of a case, as they leave word of themselves in the home, so that `lock` and `shred` can reach them. */
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { CaseFolder } from './case-folder.ts'
import type { Home } from './home.ts'

const ServerSchema = z.object({
  case: z.string(),
  pid: z.number().int().positive(),
  /** Loopback only, whatever the file says. */
  address: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}\/$/),
})

export class StillUnlockedError extends Error {
  constructor(pid: number, address: string) {
    super(
      `the server at ${address} (process ${pid}) did not answer and may still hold keys: stop that process, then run \`corroborate lock\` again`,
    )
    this.name = 'StillUnlockedError'
  }
}

/** Milliseconds that a server has to answer. */
const PATIENCE = 5_000

/** Leaves word of a server; the function that is returned takes it back. */
export async function announceServer(folder: CaseFolder, home: Home, address: string): Promise<() => Promise<void>> {
  await mkdir(home.servers, { recursive: true })
  const path = join(home.servers, `${folder.file.id}.${randomBytes(4).toString('hex')}.json`)
  await writeFile(path, JSON.stringify({ case: folder.file.id, pid: process.pid, address }), {
    flag: 'wx',
    mode: 0o600,
  })
  return () => rm(path, { force: true })
}

/**
 * Tells every server of the case to forget its keys; gives the addresses of those that did. Throws StillUnlockedError where
 * one runs and does not answer; word of one that ended is cleared away.
 */
export async function lockServers(folder: CaseFolder, home: Home): Promise<readonly string[]> {
  const told: string[] = []
  for (const name of await readdir(home.servers).catch(() => [])) {
    if (!name.startsWith(`${folder.file.id}.`)) continue
    const path = join(home.servers, name)
    const server = ServerSchema.safeParse(
      await readFile(path, 'utf8')
        .then(JSON.parse)
        .catch(() => null),
    )
    if (!server.success || !isRunning(server.data.pid)) {
      await rm(path, { force: true })
      continue
    }
    const { pid, address } = server.data
    if (pid === process.pid) continue
    const answer = await fetch(new URL('api/lock', address), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
      signal: AbortSignal.timeout(PATIENCE),
    }).catch(gone)
    if (answer === 'gone') await rm(path, { force: true })
    else if (answer === null || !answer.ok) throw new StillUnlockedError(pid, address)
    else told.push(address)
  }
  return told
}

/** Where nothing listens any more the server has ended, whoever has its number now. */
function gone(error: { cause?: { code?: string } }): 'gone' | null {
  return error.cause?.code === 'ECONNREFUSED' ? 'gone' : null
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
