/** Builds a library to JavaScript and declarations and packs it as npm would publish it: `node bin/pack-library.ts claims OUT`. */
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
/** Packages that another audience or platform needs alone. */
export const LIBRARIES = ['claims', 'evidence', 'linkage', 'estimation'] as const

/** Packs one library into `to`; gives the path of the archive. */
export function packLibrary(name: string, to: string): string {
  const source = join(root, 'packages', name)
  if (!existsSync(join(source, 'src/index.ts')))
    throw new Error(`there is no library ${JSON.stringify(name)} under packages`)
  const stage = mkdtempSync(join(tmpdir(), 'corroborate-pack-'))
  try {
    const dist = join(stage, 'dist')
    const manifest = JSON.parse(readFileSync(join(source, 'package.json'), 'utf8')) as Record<string, unknown>
    const exports = manifest.exports as Readonly<Record<string, string>>
    const config = join(source, 'tsconfig.pack.json')
    writeFileSync(
      config,
      JSON.stringify({
        extends: './tsconfig.json',
        compilerOptions: {
          noEmit: false,
          declaration: true,
          rewriteRelativeImportExtensions: true,
          rootDir: './src',
          outDir: dist,
          ...(usesNode(source) ? { types: ['node'] } : {}),
        },
        // What is offered and what that imports: no test, and nothing that only tests need.
        include: [],
        files: Object.values(exports),
      }),
    )
    try {
      execFileSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', config], { stdio: 'pipe' })
    } finally {
      rmSync(config)
    }
    manifest.exports = publishedExports(exports)
    manifest.types = './dist/index.d.ts'
    manifest.files = ['dist', 'README.md', 'LICENSE']
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
    cpSync(join(root, 'LICENSE'), join(stage, 'LICENSE'))
    if (existsSync(join(source, 'README.md'))) cpSync(join(source, 'README.md'), join(stage, 'README.md'))
    return packFolder(stage, to)
  } finally {
    rmSync(stage, { recursive: true })
  }
}

/** Whether any of its own sources is for Node alone. */
function usesNode(source: string): boolean {
  return readdirSync(join(source, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .some((name) => /from 'node:/.test(readFileSync(join(source, 'src', name), 'utf8')))
}

/** Each source that a package offers, as the file that is built from it. */
function publishedExports(
  exports: Readonly<Record<string, string>>,
): Record<string, { types: string; default: string }> {
  return Object.fromEntries(
    Object.entries(exports).map(([name, source]) => {
      const built = source.replace('./src/', './dist/').replace(/\.ts$/, '')
      return [name, { types: `${built}.d.ts`, default: `${built}.js` }]
    }),
  )
}

/** `npm pack` of any package folder, without scripts. */
export function packFolder(folder: string, to: string): string {
  mkdirSync(to, { recursive: true })
  const out = execFileSync('npm', ['pack', folder, '--json', '--ignore-scripts', '--pack-destination', to], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  const packed = JSON.parse(out) as { filename: string }[] | Record<string, { filename: string }>
  const filename = Object.values(packed)[0]?.filename ?? ''
  return join(to, filename.replace('@', '').replace('/', '-'))
}

if (import.meta.main) {
  const [name = '', to = '.'] = process.argv.slice(2)
  console.log(packLibrary(name, resolve(to)))
}
