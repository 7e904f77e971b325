/** A real browser: one found on the system, else the Chromium inside an npm package, else none. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { type Browser, chromium as playwright } from 'playwright-core'

const SYSTEM = [
  process.env.CORROBORATE_BROWSER ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser, or the sentence that says why there is none. */
export async function findBrowser(): Promise<Browser | string> {
  const system = SYSTEM.find((path) => path !== '' && existsSync(path)) ?? onPath('chromium') ?? onPath('google-chrome')
  const tried: string[] = []
  if (system !== undefined) {
    try {
      return await playwright.launch({ executablePath: system, args: ARGUMENTS })
    } catch (error) {
      tried.push(`${system}: ${firstLine(error)}`)
    }
  }
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await playwright.launch({
      executablePath: await packed.executablePath(),
      args: [...packed.args, ...ARGUMENTS],
    })
  } catch (error) {
    tried.push(`the packed Chromium: ${firstLine(error)}`)
  }
  return `no browser runs on this machine (${tried.join('; ')})`
}

function onPath(name: string): string | undefined {
  try {
    return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || undefined
  } catch {
    return undefined
  }
}

function firstLine(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n', 1)[0] ?? '') : String(error)
}
