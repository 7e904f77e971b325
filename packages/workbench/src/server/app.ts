/** The server of one case: a route for each operation offered by HTTP, the originals, and the browser app. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LockedError, openOriginals } from '@corroborate/evidence'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DecisionError } from '../decisions/decision-error.ts'
import { bytesInClear } from '../derive/sealed-inputs.ts'
import { ListError } from '../link/list-error.ts'
import { InvalidIdError, type ItemId, itemId } from '../model/ids.ts'
import { createCaseMemory } from '../operations/case-memory.ts'
import { OPERATIONS } from '../operations/index.ts'
import type { Operation, OperationContext } from '../operations/operation.ts'
import { vaultOf } from '../operations/sight.ts'
import { NotFoundError } from '../operations/views.ts'
import { openCase } from '../preserve/case-folder.ts'
import { openItem } from '../preserve/sealed.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { ClosedVaultError, hasVault } from '../preserve/vault.ts'
import { WrongSecretError } from '../preserve/vault-access.ts'
import { UnreadableError } from '../read/read-result.ts'
import { CONTENT_SECURITY_POLICY, guard } from './guard.ts'
import { methodOf, openApi } from './openapi.ts'
import { picture } from './picture.ts'
import { createVaultSession, type VaultSession } from './session.ts'

export interface AppOptions {
  readonly caseFolder: string
  /** Folder with the built browser app. */
  readonly web: string
  readonly version: string
  readonly context: OperationContext
  /** The vault as pages opened it; one of its own where none is given. */
  readonly session?: VaultSession
}

const FILES = {
  '/': ['index.html', 'text/html'],
  '/app.js': ['app.js', 'text/javascript'],
  '/app.css': ['app.css', 'text/css'],
} as const

/** Bytes of a request body that are read at most. */
const BODY_LIMIT = 1_000_000

export function createApp(asked: AppOptions): Hono {
  const context = { ...asked.context, memory: createCaseMemory() }
  const options = { ...asked, context, session: asked.session ?? createVaultSession() }
  const app = new Hono()
  app.use(guard())
  const offered = OPERATIONS.filter(({ surfaces }) => surfaces.includes('http'))
  for (const operation of offered) {
    const path = `/api/${operation.name}`
    if (methodOf(operation) === 'get') app.get(path, (c) => answer(c, options, operation, c.req.query()))
    else app.post(path, async (c) => answer(c, options, operation, await bodyOf(c)))
  }
  app.get('/api/openapi.json', (c) => c.json(openApi(offered, options.version)))
  app.get('/api/original', (c) => original(c, options))
  app.get('/api/picture', (c) => picture(c, (digest) => bytesOf(c, options, digest)))
  for (const [path, [file, type]] of Object.entries(FILES)) {
    app.get(path, async (c) => {
      const word = c.req.query('session')
      if (word !== undefined) {
        options.session.redeem(c, word)
        return c.redirect('/')
      }
      return c.body(await readFile(join(options.web, file), 'utf8'), 200, {
        'Content-Type': `${type}; charset=utf-8`,
      })
    })
  }
  app.notFound((c) => c.json({ error: `there is nothing at ${c.req.path}` }, 404))
  app.onError((error, c) => {
    c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
    if (error instanceof z.ZodError) return c.json({ error: z.prettifyError(error) }, 400)
    if (
      error instanceof DecisionError ||
      error instanceof ListError ||
      error instanceof InvalidIdError ||
      error instanceof BodyError
    ) {
      return c.json({ error: error.message }, 400)
    }
    if (error instanceof NotFoundError || error instanceof UnreadableError) return c.json({ error: error.message }, 404)
    if (error instanceof WrongSecretError) return c.json({ error: error.message }, 403)
    if (error instanceof LockedError || error instanceof ClosedVaultError) return c.json({ error: error.message }, 409)
    options.context.say(`error at ${c.req.path}: ${error.message}`)
    return c.json({ error: error.message }, 500)
  })
  return app
}

type OpenApp = AppOptions & { readonly session: VaultSession }

async function answer(
  c: Context,
  { caseFolder, context, session }: OpenApp,
  operation: Operation,
  input: Record<string, unknown>,
) {
  const vaults = session.doorFor(c)
  for await (const value of operation.run({ ...context, vaults }, { ...input, case: caseFolder }))
    return c.json(value as never)
  return c.json(null)
}

class BodyError extends Error {
  constructor(why: string) {
    super(`the request's body ${why}`)
    this.name = 'BodyError'
  }
}

async function bodyOf(c: Context): Promise<Record<string, unknown>> {
  if (Number(c.req.header('content-length') ?? 0) > BODY_LIMIT)
    throw new BodyError(`is larger than ${BODY_LIMIT} bytes`)
  const value: unknown = await c.req.json().catch(() => {
    throw new BodyError('is not JSON')
  })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BodyError('is not a JSON object')
  return value as Record<string, unknown>
}

/** An original as it was kept, to be saved and never shown by the browser itself. */
async function original(c: Context, options: OpenApp) {
  const digest = itemId(c.req.query('digest') ?? '')
  return c.body(Uint8Array.from(await bytesOf(c, options, digest)).buffer, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${digest.slice(0, 16)}.bin"`,
  })
}

/** The bytes of an original; of a confidential one in clear, where it is open to whoever asks. Throws NotFoundError. */
async function bytesOf(c: Context, { caseFolder, context, session }: OpenApp, digest: ItemId): Promise<Uint8Array> {
  const folder = await openCase(caseFolder)
  const originals = await openOriginals(folder.originals)
  const missing = new NotFoundError('original', digest.slice(0, 16), 'see `corroborate documents CASE`')
  if (!(await originals.has(digest))) throw missing
  const sealed = hasVault(folder) ? await readSealed(folder) : null
  const item = [...(sealed?.items.values() ?? [])].find((one) => one.item === digest)
  if (item === undefined) return originals.read(digest)
  const vault = await vaultOf({ ...context, vaults: session.doorFor(c) }, folder)
  const content = vault === null ? null : await openItem(vault, item)
  if (vault === null || content === null) throw missing
  return bytesInClear(vault, originals, { record: item, content })
}
