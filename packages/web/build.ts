/** Builds the app into `dist` when its sources are newer than what lies there. */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import config from './vite.config.ts'

const here = import.meta.dirname
const folder = join(here, 'dist')
const BUILT = ['index.html', 'app.js', 'app.css']
const INPUTS = ['index.html', 'vite.config.ts', 'package.json', 'src']

/**
 * Leaves `index.html`, `app.js` and `app.css` in `folder`. Prints nothing; a build that fails throws what Vite found.
 * Tests and the fixture do not count as sources.
 */
export async function buildWeb(): Promise<{ folder: string }> {
  if (newest() > oldestBuilt()) {
    await build({ ...config, configFile: false, logLevel: 'silent', clearScreen: false, mode: 'production' })
  }
  return { folder }
}

function newest(): number {
  return Math.max(...INPUTS.map((input) => changed(join(here, input))))
}

function changed(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'fixture' && !/\.test\.tsx?$/.test(name))
  return Math.max(stat.mtimeMs, ...inside.map((name) => changed(join(path, name))))
}

function oldestBuilt(): number {
  const files = BUILT.map((name) => join(folder, name))
  return files.every(existsSync) ? Math.min(...files.map((file) => statSync(file).mtimeMs)) : 0
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildWeb()
