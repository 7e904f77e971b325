/** Each kind of bad input: a clear sentence, the right exit code, and nothing already kept lost. */
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  cpSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentSummary, Reading } from '../../packages/workbench/src/publish/contract.ts'
import { finished, type Outcome, openProgram, ROOT } from './program.ts'

const program = openProgram()
const { path, run, json } = program

/** Compound file binary header, as an encrypted Office document begins. */
const ENCRYPTED_OFFICE = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(2000),
  Buffer.from('EncryptedPackage', 'utf16le'),
  Buffer.alloc(2000),
])

/** Enough files that taking them in is still going on when a test looks. */
const MANY = 160

beforeAll(async () => {
  expect(await run('new', 'kept')).toMatchObject({ code: 0 })
  writeFileSync(path('good.txt'), 'The Marrow Coast Monitor said 12 civilians were killed in Dell.\n')
  expect(await run('add', 'kept', 'good.txt')).toMatchObject({ code: 0 })
  mkdirSync(path('many'))
  for (let n = 0; n < MANY; n++)
    writeFileSync(path(`many/${n}.txt`), `The Marrow Coast Monitor said ${n + 10} civilians were killed in Dell.\n`)
})

async function reading(file: string, ...more: string[]): Promise<{ code: number | null; readings: Reading[] }> {
  const { code, out } = await run('read', file, '--json', ...more)
  return {
    code,
    readings: out
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Reading),
  }
}

describe('files', () => {
  test('an empty file is told to be empty', async () => {
    writeFileSync(path('empty.txt'), '')
    const { code, readings } = await reading('empty.txt')
    expect(code).toBe(3)
    expect(readings).toMatchObject([{ file: 'empty.txt', error: expect.stringContaining('is empty (0 bytes)') }])
  })

  test('a 2 GB file is refused as text and kept as an original', async () => {
    const handle = openSync(path('huge.txt'), 'w')
    ftruncateSync(handle, 2 ** 31 + 10)
    closeSync(handle)
    const { code, readings } = await reading('huge.txt')
    expect(code).toBe(3)
    expect(readings).toMatchObject([{ file: 'huge.txt', error: expect.stringContaining('are read') }])
  })

  test.each([
    ['broken.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog'), /broken|damaged|PDF/i],
    ['secret.docx', ENCRYPTED_OFFICE, /password/i],
    [
      'noise.txt',
      Buffer.from(Array.from({ length: 5000 }, (_, n) => (n * 7919 + ((n * n) % 251)) % 256)),
      /text|encoding/i,
    ],
  ])('%s is named with what is wrong', async (name, bytes, sentence) => {
    writeFileSync(path(name), bytes)
    const { code, readings } = await reading(name)
    expect(code).toBe(3)
    expect(readings).toMatchObject([{ file: name, error: expect.stringMatching(sentence) }])
    const added = await run('add', 'kept', name)
    expect(added).toMatchObject({ code: 3 })
    const documents = await json<DocumentSummary[]>('documents', 'kept')
    expect(documents.find(({ files }) => files.includes(name))?.error).toMatch(sentence)
    expect(documents.find(({ files }) => files.includes('good.txt'))?.figures).toBe(1)
  })

  test('a missing path is wrong usage; a symbolic link inside a folder is named', async () => {
    expect(await run('add', 'kept', 'nowhere')).toMatchObject({
      code: 2,
      err: expect.stringContaining('there is no such file'),
    })
    mkdirSync(path('links'))
    symlinkSync(path('good.txt'), path('links/link.txt'))
    expect(await run('add', 'kept', 'links')).toMatchObject({ code: 3, out: expect.stringContaining('symbolic link') })
  })

  test.skipIf(process.getuid?.() === 0)('a folder without rights is named', async () => {
    mkdirSync(path('closed/inner'), { recursive: true, mode: 0o700 })
    execFileSync('chmod', ['000', path('closed/inner')])
    const { code, out } = await run('add', 'kept', 'closed')
    expect(code).toBe(3)
    expect(out).toContain('no permission')
  })
})

describe('manifests', () => {
  test('missing files, double rows and invalid dates are named; the rest is used', async () => {
    mkdirSync(path('listed'))
    writeFileSync(path('listed/a.txt'), 'The Upland Council said 3 people were killed in Orrin.\n')
    writeFileSync(
      path('listed/manifest.csv'),
      'file,url,outlet,agency,published,language,title\na.txt,,Upland Radio,,31/31/2031,en,\nb.txt,,Nobody,,2031-01-01,en,\na.txt,,Upland Radio,,31/31/2031,en,\n',
    )
    const { code, out } = await run('read', 'listed', '--json')
    expect(code).toBe(3)
    expect(out).toContain('"outlet":"Upland Radio"')
    expect(out).toMatch(/b\.txt.*no such file/)
    expect(out).toMatch(/31\/31\/2031/)
  })

  test('a manifest without a file column is wrong usage', async () => {
    writeFileSync(path('useless.csv'), 'name,outlet\na,b\n')
    expect(await run('read', 'good.txt', '--manifest', 'useless.csv')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/file/),
    })
  })
})

describe('cases', () => {
  test('a folder that is no case, one that exists, and one of a newer version are refused untouched', async () => {
    mkdirSync(path('plain'))
    expect(await run('ledger', 'plain')).toMatchObject({ code: 2, err: expect.stringContaining('not a case folder') })
    expect(await run('new', 'kept')).toMatchObject({ code: 2, err: expect.stringContaining('already exists') })
    mkdirSync(path('newer'))
    const file = JSON.stringify({ format: 'corroborate-case/2', id: 'x', hologram: true })
    writeFileSync(path('newer/case.json'), file)
    for (const words of [
      ['ledger', 'newer'],
      ['add', 'newer', 'good.txt'],
      ['rebuild', 'newer'],
    ]) {
      expect(await run(...words)).toMatchObject({ code: 2, err: expect.stringContaining('newer version') })
    }
    expect(readFileSync(path('newer/case.json'), 'utf8')).toBe(file)
  })

  test('a second writer is refused and told who writes; a reader is not', async () => {
    const first = await caughtWriting('held')
    const refused = await run('decide', 'held', 'accept', 'zzzz', '--by', 'R', '--reason', 'x')
    expect(refused).toMatchObject({ code: 2, err: expect.stringMatching(/locked since .* by "add" \(process \d+/) })
    expect(await run('documents', 'held')).toMatchObject({ code: 0 })
    first.child.kill('SIGCONT')
    expect(await first.ended).toMatchObject({ code: 0 })
  })

  test('Ctrl-C in mid-run says so, and the same command goes on', async () => {
    const { child, ended } = await caughtWriting('stopped')
    child.kill('SIGINT')
    child.kill('SIGCONT')
    expect(await ended).toMatchObject({ code: 130, err: expect.stringContaining('Give the same command again') })
    expect(await run('verify', 'stopped')).toMatchObject({ code: 0 })
    expect(await run('add', 'stopped', 'many')).toMatchObject({ code: 0 })
    expect(await json<unknown[]>('documents', 'stopped')).toHaveLength(MANY)
  })
})

/** A new case whose `add` of many files holds the lock and has been halted, so that no race decides what a test sees. */
async function caughtWriting(name: string): Promise<{ child: ChildProcess; ended: Promise<Outcome> }> {
  expect(await run('new', name)).toMatchObject({ code: 0 })
  const child = program.start('add', name, 'many')
  const ended = finished(child)
  while (!existsSync(path(name, 'case.lock'))) {
    if (child.exitCode !== null) throw new Error(`add ended before it was seen to write: ${(await ended).err}`)
    await new Promise((later) => setTimeout(later, 5))
  }
  child.kill('SIGSTOP')
  expect(existsSync(path(name, 'case.lock'))).toBe(true)
  return { child, ended }
}

describe('names', () => {
  test('what steers a terminal is spelt out, and kept as it is', async () => {
    const name = 'a\u001b[2Jb\ncode 0\u009bc.txt'
    mkdirSync(path('steering'))
    writeFileSync(path('steering', name), Buffer.from([0, 1, 2, 0xff, 0xfe, 0, 0]))
    expect(await run('new', 'steered')).toMatchObject({ code: 0 })
    const { out, err } = await run('add', 'steered', 'steering')
    expect(out).toContain('a\\u001b[2Jb\\u000acode 0\\u009bc.txt')
    const shown = out + err + (await run('documents', 'steered')).out
    expect([...shown].filter((one) => one !== '\n' && one !== '\t' && /\p{Cc}/u.test(one))).toEqual([])
    const documents = await json<DocumentSummary[]>('documents', 'steered')
    expect(documents.map(({ files }) => files)).toEqual([[name]])
  })
})

const READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && cd "$0" && shift && '
const canProtect = spawnSync('unshare', ['-rm', 'sh', '-c', `${READ_ONLY}true`, tmpdir(), 'x']).status === 0

describe.skipIf(!canProtect)(
  `a disk that can only be read${canProtect ? '' : ' (skipped: this machine lets no test mount one)'}`,
  () => {
    test('is read, listed, searched and verified; what would write says so, and touches nothing', async () => {
      mkdirSync(path('medium'))
      expect(await run('new', 'medium/case')).toMatchObject({ code: 0 })
      expect(await run('add', 'medium/case', 'good.txt')).toMatchObject({ code: 0 })
      const reading = [
        'verify case',
        'documents case',
        'ledger case',
        'search case civilians',
        'claims case',
        'lock case',
      ]
      const writing = [
        'add case "$TOP/good.txt"',
        'rebuild case',
        'verify case --record',
        'export case --to "$TOP/never"',
      ]
      const script = [
        'run() { node "$ENTRY" "$@"; echo "code $?"; }',
        ...[...reading, ...writing].map((words) => `run ${words}`),
      ].join('; ')
      const child = spawn('unshare', ['-rm', 'sh', '-c', `${READ_ONLY}${script}`, path('medium'), 'x'], {
        env: {
          ...process.env,
          ENTRY: join(ROOT, 'packages/workbench/bin/corroborate.js'),
          TOP: program.folder,
          CORROBORATE_HOME: path('home'),
        },
      })
      const { out, err } = await finished(child)
      const codes = [...out.matchAll(/^code (\d+)$/gm)].map(([, code]) => Number(code))
      expect(codes, out + err).toEqual([...reading.map(() => 0), ...writing.map(() => 1)])
      expect(out).toContain('good.txt')
      const refusals = [...err.matchAll(/the disk can only be read.*copy the case.*nothing was changed/g)]
      expect(refusals, err).toHaveLength(writing.length)
      expect(existsSync(path('never'))).toBe(false)
      expect(await run('add', 'medium/case', 'good.txt')).toMatchObject({ code: 0 })
    })
  },
)

/** Somebody who owns nothing: root is let through every permission, and takes this one's place. */
const STRANGER = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}
const ENTRY = join(ROOT, 'packages/workbench/bin/corroborate.js')
const canBeKeptOut =
  process.platform !== 'win32' && spawnSync(process.execPath, [ENTRY, 'help'], { ...STRANGER, cwd: '/' }).status === 0

describe.skipIf(!canBeKeptOut)(
  `a case of somebody else${canBeKeptOut ? '' : ' (skipped: here nobody runs the program without being let to write)'}`,
  () => {
    test('is read, listed, searched, verified and served by whoever may not write to it', async () => {
      mkdirSync(path('others'))
      expect(await run('new', 'others/case')).toMatchObject({ code: 0 })
      expect(await run('add', 'others/case', 'good.txt')).toMatchObject({ code: 0 })
      mkdirSync(path('others/home'))
      chmodSync(path('others/home'), 0o777)
      chmodSync(program.folder, 0o755)
      execFileSync('chmod', ['-R', 'a-w,a+rX', path('others/case')])
      const start = (...words: string[]) =>
        spawn(process.execPath, [ENTRY, ...words], {
          ...STRANGER,
          cwd: path('others'),
          env: { ...process.env, CORROBORATE_HOME: path('others/home') },
        })
      try {
        for (const words of [
          'verify case',
          'documents case',
          'overview case',
          'ledger case',
          'search case civilians',
        ]) {
          const { code, out, err } = await finished(start(...words.split(' ')))
          expect({ words, code, err }).toMatchObject({ code: 0 })
          expect(out).not.toBe('')
        }
        const server = start('serve', 'case', '--port', '0')
        const ended = finished(server)
        server.stderr.on('data', (said: Buffer) => said.includes('Ctrl-C') && server.kill('SIGINT'))
        expect(await ended).toMatchObject({ code: 0 })
        const refused = await finished(start('add', 'case', '../good.txt'))
        expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('you may not write') })
      } finally {
        execFileSync('chmod', ['-R', 'u+w', path('others/case')])
      }
    })

    test('a program of somebody else builds its pages without keeping them', async () => {
      const installed = path('installed/packages')
      mkdirSync(installed, { recursive: true })
      symlinkSync(join(ROOT, 'node_modules'), path('installed/node_modules'))
      for (const one of ['verifier', 'web', 'evidence'])
        cpSync(join(ROOT, 'packages', one), join(installed, one), {
          recursive: true,
          filter: (file) => !/[/\\\\](?:dist|node_modules)$/.test(file),
        })
      cpSync(join(ROOT, 'tsconfig.base.json'), path('installed/tsconfig.base.json'))
      chmodSync(program.folder, 0o755)
      execFileSync('chmod', ['-R', 'a-w', installed])
      const script = `
        import { readFileSync } from 'node:fs'
        const { buildVerifier } = await import(${JSON.stringify(pathToFileURL(join(installed, 'verifier/build.ts')).href)})
        const { buildWeb } = await import(${JSON.stringify(pathToFileURL(join(installed, 'web/build.ts')).href)})
        const { folder } = await buildWeb()
        console.log((await buildVerifier()).html.slice(0, 15), readFileSync(folder + '/app.js').length > 1000, folder)`
      try {
        const words = ['--input-type=module', '-e', script]
        const { code, out, err } = await finished(spawn(process.execPath, words, { ...STRANGER, cwd: '/' }))
        expect({ code, err }).toMatchObject({ code: 0 })
        expect(out).toMatch(/^<!doctype html> true /i)
        expect(existsSync(out.trim().split(' ').at(-1) ?? '')).toBe(false)
      } finally {
        execFileSync('chmod', ['-R', 'u+w', installed])
      }
    })
  },
)

const SMALL_DISK = 'mount -t tmpfs -o size=3m tmpfs "$0" && cd "$0" && shift && '
const canMount = spawnSync('unshare', ['-rm', 'sh', '-c', `${SMALL_DISK}true`, tmpdir(), 'x']).status === 0

describe.skipIf(!canMount)(
  `a full disk${canMount ? '' : ' (skipped: this machine lets no test mount a small one)'}`,
  () => {
    test('is told, and what was kept before stays whole', async () => {
      mkdirSync(path('small'))
      mkdirSync(path('large'))
      for (let n = 0; n < 8; n++) writeFileSync(path(`large/${n}.txt`), `Number ${n}. `.repeat(80_000))
      const script = [
        'run() { node "$ENTRY" "$@"; echo "code $?"; }',
        'run new full',
        'run add full "$TOP/good.txt"',
        'run add full "$TOP/large"',
        'run verify full',
        'run documents full',
      ].join('; ')
      const child = spawn('unshare', ['-rm', 'sh', '-c', `${SMALL_DISK}${script}`, path('small'), 'x'], {
        env: {
          ...process.env,
          ENTRY: join(ROOT, 'packages/workbench/bin/corroborate.js'),
          TOP: program.folder,
          CORROBORATE_HOME: path('home'),
        },
      })
      const { out, err } = await finished(child)
      const codes = [...out.matchAll(/^code (\d+)$/gm)].map(([, code]) => Number(code))
      expect(codes.slice(0, 2), out + err).toEqual([0, 0])
      expect(codes[2]).toBe(1)
      expect(err).toContain('the disk is full: free some space and run the same command again')
      expect(codes.slice(3, 5), out + err).toEqual([0, 0])
      expect(out).toContain('good.txt')
    })
  },
)
