/** Builds the page, into `dist/verify.html` where it may, when its sources are newer: one file, one script, no address it may reach. */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { inlinePage } from './inline-page.ts'

const here = import.meta.dirname
const page = join(here, 'dist/verify.html')
const SOURCES = ['src', 'build.ts', 'inline-page.ts', 'package.json', '../evidence/src']

/** Gives the page, whether it can be kept here or not. Prints nothing; a build that fails throws what Vite found. */
export async function buildVerifier(): Promise<{ html: string }> {
  if (existsSync(page) && Math.max(...SOURCES.map((source) => changed(join(here, source)))) <= statSync(page).mtimeMs)
    return { html: readFileSync(page, 'utf8') }
  const html = htmlOf(await script(), readFileSync(join(here, 'src/page.css'), 'utf8'))
  try {
    mkdirSync(join(here, 'dist'), { recursive: true })
    writeFileSync(page, html)
  } catch (error) {
    // The program was installed by somebody else, or lies on a disk that can only be read.
    if (!['EACCES', 'EPERM', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error
  }
  return { html }
}

const platform = (name: string) => join(here, 'src/platform', name)

async function script(): Promise<string> {
  const built = await build({
    root: here,
    configFile: false,
    logLevel: 'silent',
    resolve: {
      alias: [
        { find: /^node:crypto$/, replacement: platform('crypto.ts') },
        { find: /^node:path$/, replacement: platform('path.ts') },
        { find: /^.*\/node-disk\.ts$/, replacement: platform('no-disk.ts') },
        { find: /^(node:)?buffer$/, replacement: join(here, '../../node_modules/buffer/index.js') },
      ],
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: join(here, 'src/page.ts'), formats: ['iife'], name: 'verifier' },
      rolldownOptions: {
        transform: { inject: { Buffer: ['buffer', 'Buffer'] }, define: { 'process.platform': '"browser"' } },
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined
  if (chunk === undefined) throw new Error('the page was built without a script')
  return chunk.code
}

function htmlOf(code: string, style: string): string {
  return inlinePage({
    title: 'Check an export',
    style,
    script: code,
    body: '<noscript>This page checks files with the script inside it; turn scripts on. · تتحقق هذه الصفحة من الملفات ببرنامج داخلها؛ فعّل تشغيل البرامج.</noscript>',
    policy: ["connect-src 'none'"],
  })
}

/** Tests and fixtures do not count as sources. */
function changed(path: string): number {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).filter((name) => !/\.(test|fixture)\.ts$/.test(name))
  return Math.max(stat.mtimeMs, ...inside.map((name) => changed(join(path, name))))
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await buildVerifier()
