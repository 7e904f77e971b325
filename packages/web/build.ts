/** Builds the app into `dist` when its sources are newer than what lies there. */
import { accessSync, constants, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import config from './vite.config.ts'

const here = import.meta.dirname
const folder = join(here, 'dist')
const BUILT = ['index.html', 'app.js', 'app.css']
const INPUTS = ['index.html', 'vite.config.ts', 'package.json', 'src']

/**
 * Leaves `index.html`, `app.js` and `app.css` in the folder it gives: where `dist` cannot be written, one that is gone with
 * the process. Prints nothing; a build that fails throws what Vite found. Tests and the fixture do not count as sources.
 */
export async function buildWeb(): Promise<{ folder: string }> {
  if (newest() <= oldestBuilt()) return { folder }
  const outDir = canWrite(existsSync(folder) ? folder : here) ? folder : passingFolder()
  await build({
    ...config,
    build: { ...config.build, outDir },
    configFile: false,
    logLevel: 'silent',
    clearScreen: false,
    mode: 'production',
  })
  return { folder: outDir }
}

function canWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK)
    return true
  } catch {
    return false
  }
}

function passingFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'corroborate-web-'))
  process.on('exit', () => rmSync(made, { recursive: true, force: true }))
  return made
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
