/** The server of one case: a route for each operation offered by HTTP, the originals, and the browser app. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { LockedError } from '@corroborate/evidence'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { DecisionError } from '../decisions/decision-error.ts'
import { ListError } from '../link/list-error.ts'
import { InvalidIdError, itemId } from '../model/ids.ts'
import { createCaseMemory } from '../operations/case-memory.ts'
import { FrameError } from '../operations/frame.ts'
import { OPERATIONS } from '../operations/index.ts'
import { NotFoundError } from '../operations/not-found.ts'
import type { Operation, OperationContext } from '../operations/operation.ts'
import { ClosedVaultError } from '../preserve/vault.ts'
import { WrongSecretError } from '../preserve/vault-access.ts'
import { UnreadableError } from '../read/read-result.ts'
import { footage, frame } from './footage.ts'
import { CONTENT_SECURITY_POLICY, guard } from './guard.ts'
import { methodOf, openApi } from './openapi.ts'
import { picture, thumbnail } from './picture.ts'
import { type SeenItems, seenItems } from './seen-items.ts'
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

/** Bytes of a request body that are read at most where its operation does not say. */
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
    else app.post(path, async (c) => answer(c, options, operation, await bodyOf(c, operation.largestRequest)))
  }
  app.get('/api/openapi.json', (c) => c.json(openApi(offered, options.version)))
  const seen = (c: Context) => seenItems(c, options)
  app.get('/api/original', async (c) => original(c, await seen(c)))
  app.get('/api/picture', async (c) => picture(c, (await seen(c)).bytes))
  app.get('/api/thumbnail', async (c) => thumbnail(c, (await seen(c)).thumbnail))
  app.get('/api/footage', async (c) => footage(c, (await seen(c)).original))
  app.get('/api/frame', async (c) => frame(c, (await seen(c)).frame))
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
      error instanceof FrameError ||
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

async function bodyOf(c: Context, limit = BODY_LIMIT): Promise<Record<string, unknown>> {
  if (Number(c.req.header('content-length') ?? 0) > limit) throw new BodyError(`is larger than ${limit} bytes`)
  const value: unknown = await c.req.json().catch(() => {
    throw new BodyError('is not JSON')
  })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BodyError('is not a JSON object')
  return value as Record<string, unknown>
}

/** An original as it was kept, to be saved and never shown by the browser itself. */
async function original(c: Context, { bytes }: SeenItems) {
  const digest = itemId(c.req.query('digest') ?? '')
  return c.body(Uint8Array.from(await bytes(digest)).buffer, 200, {
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${digest.slice(0, 16)}.bin"`,
  })
}
