/** The commands of VERIFY.md, run for real with nothing but a shell, sha512sum and openssl. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createLog, createOriginals, createSigner, leafBytes, type Originals, type Signer } from '@corroborate/evidence'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { keyFingerprint, writeEvidence } from './evidence-kit.ts'

const tools = ['sha512sum --version', 'openssl version'].every((tool) => spawnSync('sh', ['-c', tool]).status === 0)

let root = ''
let signer: Signer
let originals: Originals
const folder = () => join(root, 'export')
const NAMES = ['dossier.json', 'tolls.csv']

async function exportTo(path: string, key: Signer, withOriginals: boolean, checkpoint: string): Promise<void> {
  await mkdir(path, { recursive: true })
  for (const name of NAMES) await writeFile(join(path, name), `{"working copy of": "${name}"}\n`)
  await writeEvidence(path, NAMES, { signer: key, checkpoint, originals, withOriginals })
}

async function checkpointBy(key: Signer, log: string): Promise<string> {
  const remember = { last: async () => null, remember: async () => {} }
  const writer = await createLog(log, { origin: 'corroborate.case/kit', signer: key, remember })
  await writer.append([
    leafBytes({ kind: 'capture', at: '2031-01-01T00:00:00.000Z', record: 'captures/1', commitment: '0'.repeat(64) }),
  ])
  return readFile(join(log, 'checkpoint'), 'utf8')
}

interface Checked {
  /** The commands that failed. */
  readonly failed: readonly string[]
  readonly fingerprint: string
}

/** Runs every command of the page in the order of the page. */
async function follow(path: string, kind: 'sh' | 'sh case' = 'sh', where = path): Promise<Checked> {
  const page = await readFile(join(path, 'VERIFY.md'), 'utf8')
  const blocks = [...page.matchAll(/^```(sh(?: case)?)\n([^`]+)^```$/gm)].filter(([, found]) => found === kind)
  expect(blocks.length).toBeGreaterThan(0)
  const commands = blocks.flatMap(([, , lines = '']) => lines.trim().split('\n'))
  const script = commands.map((command, index) => `{ ${command}\n} 2>&1 || echo "failed #${index}"`).join('\n')
  const { stdout } = spawnSync('bash', ['-o', 'pipefail', '-c', script], {
    cwd: where,
    env: { PATH: process.env.PATH, EXPORT: path },
    encoding: 'utf8',
  })
  return {
    failed: [...stdout.matchAll(/^failed #(\d+)$/gm)].map(([, index]) => commands[Number(index)] ?? ''),
    fingerprint: /\b[0-9a-f]{64}$/m.exec(stdout)?.[0] ?? '',
  }
}

const at = (name: string) => join(folder(), name)

async function alter(name: string, change: (text: string) => string): Promise<void> {
  const text = await readFile(at(name), 'utf8')
  expect(change(text)).not.toBe(text)
  await writeFile(at(name), change(text))
}

/** Puts the changed file's new digest into the list, as a forger would. */
async function relist(name: string): Promise<void> {
  const sum = createHash('sha512')
    .update(await readFile(at(name)))
    .digest('hex')
  await alter('evidence/files.sha512', (list) =>
    list.replace(/^[0-9a-f]+( {2}.+)$/gm, (line, rest: string) => (rest.trim() === name ? `${sum}${rest}` : line)),
  )
}

const anOriginal = async () => {
  const names = await readdir(folder(), { recursive: true })
  return names.find((name) => name.endsWith('one.txt'))?.replaceAll('\\', '/') ?? ''
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'kit-'))
  signer = createSigner('corroborate')
  originals = await createOriginals(join(root, 'case/originals'))
  for (const name of ['one.txt', 'two words.txt'])
    await originals.add({ bytes: Buffer.from(`Words of ${name}.`) }, name)
  const checkpoint = await checkpointBy(signer, join(root, 'case/log'))
  await exportTo(join(root, 'whole'), signer, true, checkpoint)
  await exportTo(join(root, 'bare'), signer, false, checkpoint)
})
beforeEach(async () => {
  await rm(folder(), { recursive: true, force: true })
  await cp(join(root, 'whole'), folder(), { recursive: true })
})
afterAll(() => rm(root, { recursive: true, force: true }))

describe.skipIf(!tools)('sha512sum and openssl alone', () => {
  test('find a whole export whole, with and without its originals', async () => {
    expect(await follow(folder())).toEqual({ failed: [], fingerprint: keyFingerprint(signer) })
    expect(await follow(join(root, 'bare'))).toEqual({ failed: [], fingerprint: keyFingerprint(signer) })
    expect((await follow(join(root, 'bare'), 'sh case', join(root, 'case'))).failed).toEqual([])
  })

  const tampering: [string, () => Promise<unknown>, RegExp][] = [
    ['a file changed', () => alter('dossier.json', (text) => text.replace('copy', 'COPY')), /files\.sha512$/],
    ['a file cut short', () => alter('tolls.csv', (text) => text.slice(0, -1)), /files\.sha512$/],
    ['a file removed', () => rm(at('tolls.csv')), /files\.sha512$/],
    ['a file added', () => writeFile(at('more.csv'), 'x'), /uniq -u/],
    ['a file added among the evidence', () => writeFile(at('evidence/files.sha512.txt'), 'x'), /files\.sha512\?/],
    [
      'two files swapped',
      async () => {
        const text = await readFile(at('tolls.csv'))
        await writeFile(at('tolls.csv'), await readFile(at('dossier.json')))
        await writeFile(at('dossier.json'), text)
      },
      /files\.sha512$/,
    ],
    ['an original changed', async () => alter(await anOriginal(), (text) => `${text}!`), /originals\.sha512$/],
    [
      'a file changed and listed anew',
      async () => {
        await alter('dossier.json', (text) => text.replace('copy', 'COPY'))
        await relist('dossier.json')
      },
      /files\.sha512\.sig$/,
    ],
    [
      'a line taken out of the list, and its file',
      async () => {
        await rm(at('tolls.csv'))
        await alter('evidence/files.sha512', (list) => list.replace(/^.*tolls\.csv\n/m, ''))
      },
      /files\.sha512\.sig$/,
    ],
    [
      'the checkpoint of another size',
      () => alter('evidence/checkpoint', (text) => text.replace('\n1\n', '\n2\n')),
      /cmp/,
    ],
    [
      'the text of the checkpoint changed in both places',
      async () => {
        for (const name of ['evidence/checkpoint', 'evidence/checkpoint.text'])
          await alter(name, (text) => text.replace('\n1\n', '\n2\n'))
      },
      /checkpoint\.sig$/,
    ],
    [
      'the page itself changed',
      () => alter('VERIFY.md', (text) => text.replace('one public key', 'a public key')),
      /files\.sha512$/,
    ],
    [
      'another key put in',
      () => writeFile(at('evidence/log-key.pem'), createSigner('corroborate').verifier.pem),
      /files\.sha512\.sig$/,
    ],
  ]
  test.each(tampering)('tell %s', async (_, tamper, expected) => {
    await tamper()
    const { failed } = await follow(folder())
    expect(
      failed.some((command) => expected.test(command)),
      failed.join('\n'),
    ).toBe(true)
  })

  test('tell by the fingerprint an export signed anew with another key', async () => {
    const other = createSigner('corroborate')
    const forged = join(root, 'forged')
    await exportTo(forged, other, true, await checkpointBy(other, join(root, 'other-log')))
    const { failed, fingerprint } = await follow(forged)
    expect(failed).toEqual([])
    expect(fingerprint).not.toBe(keyFingerprint(signer))
  })
})
