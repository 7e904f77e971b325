/** Finds a browser to test in: one on the system, else the Chromium inside the npm package; null where neither runs. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** No sandbox, since tests also run as root in a container; nothing that would ask the network by itself. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A browser that could be started, or why none could. */
export async function openBrowser(): Promise<Browser | string> {
  const reasons: string[] = []
  for (const executablePath of PLACES.filter(existsSync)) {
    try {
      return await chromium.launch({ executablePath, args: SWITCHES })
    } catch (error) {
      reasons.push(`${executablePath}: ${String(error).split('\n', 1)[0]}`)
    }
  }
  try {
    const { default: bundled } = await import('@sparticuz/chromium')
    return await chromium.launch({
      executablePath: await bundled.executablePath(),
      args: [...bundled.args, ...SWITCHES],
    })
  } catch (error) {
    reasons.push(`@sparticuz/chromium: ${String(error).split('\n', 1)[0]}`)
  }
  return reasons.join('; ')
}
