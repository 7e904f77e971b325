/** `serve`: shows a case in the browser, on this machine only, until it is stopped. */
import { z } from 'zod'
import { caseField, operation } from '../operations/operation.ts'
import { openCase } from '../preserve/case-folder.ts'
import { announceServer } from '../preserve/servers.ts'
import { hasVault } from '../preserve/vault.ts'
import { webFolder } from '../publish/web-folder.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { VERSION } from '../version.ts'
import { openBrowser } from './browser.ts'
import { DEFAULT_PORT, listen } from './listen.ts'

export const serve = operation({
  name: 'serve',
  summary: 'Show a case in the browser, on this machine only',
  description: `Serves the case on 127.0.0.1, port ${DEFAULT_PORT} or the next free one, until Ctrl-C. Nothing outside this machine can reach it, and no other web page can read it. Confidential items stay locked until somebody unlocks them on the page, or with --unlock; they are then open to that browser alone, until it locks them, \`corroborate lock\` does, or the server stops.`,
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    port: z
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(DEFAULT_PORT)
      .meta({ placeholder: 'PORT', description: `Port to listen on (${DEFAULT_PORT})` }),
    open: z.boolean().default(false).meta({ description: 'Open a browser where there is one' }),
  }),
  output: z.object({ address: z.string() }),
  examples: ['serve coast-2025', 'serve coast-2025 --port 8080 --open'],
  async run(context, { case: path, port, open }) {
    const folder = await openCase(path)
    await (await openSqliteReader(folder.database)).close()
    const vault = hasVault(folder) ? ((await context.vaults?.open(folder)) ?? null) : null
    // The web server is loaded here and not above: every other command starts without it.
    const [{ createApp }, { createVaultSession }] = await Promise.all([import('./app.ts'), import('./session.ts')])
    const session = createVaultSession()
    const never = new AbortController().signal
    const app = createApp({
      session,
      caseFolder: folder.root,
      web: await webFolder(),
      version: VERSION,
      context: { ...context, signal: never },
    })
    const listening = await listen(app, port)
    const takeBack = await announceServer(folder, context.home, listening.address)
    const address = vault === null ? listening.address : `${listening.address}?session=${session.adopt(vault)}`
    const once = vault === null ? '' : '\nThe vault is open to the first browser that follows this address.'
    context.say(
      `${folder.file.title}${folder.file.invented ? ' — INVENTED' : ''}\n${address}${once}\nPress Ctrl-C to stop.`,
    )
    if (open) openBrowser(address)
    await new Promise<void>((resolve) => {
      if (context.signal.aborted) resolve()
      context.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    session.lock()
    await takeBack()
    await listening.close()
    return { address: listening.address }
  },
  print: () => 'Stopped.',
})
