import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { BadCheckpointError, parseCheckpoint } from './checkpoint.ts'
import { createSigner, loadOrCreateSigner, loadSigner, parseSigner, signerOf } from './keys.ts'
import { BadNoteError, BadSignatureError, openNote, parseNote, signNote } from './note.ts'
import { BadKeyError, parseVerifier } from './verifier.ts'

const one = signerOf('one', Buffer.alloc(32, 1))
const two = signerOf('two', Buffer.alloc(32, 2))
const text = 'example.com/log\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'

test('a note signed by two opens for either, and keeps only what was judged', () => {
  const note = signNote(text, [one, two])
  expect(openNote(note, [one.verifier]).signatures.map(({ name }) => name)).toEqual(['one'])
  expect(openNote(note, [two.verifier, one.verifier]).signatures).toHaveLength(2)
  expect(openNote(note, [one.verifier]).text).toBe(text)
  expect(() => openNote(note, [signerOf('one', Buffer.alloc(32, 3)).verifier])).toThrow(BadSignatureError)
  expect(() => openNote(note, [])).toThrow(BadSignatureError)
})

test('no bit of a note can be changed', () => {
  const note = Buffer.from(signNote(text, [one]))
  fc.assert(
    fc.property(fc.integer({ min: 0, max: note.length * 8 - 1 }), (bit) => {
      const changed = Buffer.from(note)
      changed[bit >> 3]! ^= 1 << (bit & 7)
      expect(() => openNote(changed, [one.verifier])).toThrow(/signed note|signature of/)
    }),
    { seed: 5, numRuns: 500 },
  )
})

test.each([
  ['nothing', ''],
  ['no signatures', 'text\n'],
  ['no blank line', 'text\n— one AAAAAAA=\n'],
  ['no last newline', signNote(text, [one]).slice(0, -1)],
  ['a hyphen for the dash', signNote(text, [one]).replace('—', '-')],
  ['a control character', signNote(text, [one]).replace('7', '7\t')],
  ['base64 that is none', 'text\n\n— one !!!!\n'],
  ['a signature too short', 'text\n\n— one AAAA\n'],
  ['base64 with stray bits', 'text\n\n— one AAAAAAB=\n'],
])('%s is no note', (_, note) => {
  expect(() => parseNote(note)).toThrow(BadNoteError)
})

test.each([
  ['example.com/log\n7\n'],
  ['\n7\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
  ['example.com/log\n07\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
  ['example.com/log\n-1\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
  ['example.com/log\n9007199254740993\nAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n'],
  ['example.com/log\n7\nAAAA\n'],
])('%j is no checkpoint', (body) => {
  expect(() => parseCheckpoint(signNote(body, [one]))).toThrow(BadCheckpointError)
})

test('keys are read as they are written, and never quoted in errors', () => {
  const signer = createSigner('corroborate.example')
  expect(parseVerifier(signer.verifier.key).keyHash).toBe(signer.keyHash)
  expect(parseSigner(signer.secret).verifier.key).toBe(signer.verifier.key)
  // Base64 may hold a plus sign of its own.
  const secret = signer.secret.split('+').slice(4).join('+')
  for (const line of [
    signer.secret.replace('corroborate', 'another'),
    signer.secret.slice(0, -4),
    signer.secret.slice(8),
  ]) {
    expect(() => parseSigner(line)).toThrow(BadKeyError)
    expect(() => parseSigner(line)).not.toThrow(secret.slice(2, 20))
  }
  for (const line of [
    '',
    'name',
    'name+00000000+AAAA',
    signer.verifier.key.replace('+', '+0'),
    `x${signer.verifier.key}`,
  ]) {
    expect(() => parseVerifier(line)).toThrow(BadKeyError)
  }
  for (const name of ['', 'two words', 'a+b', 'line\n']) expect(() => createSigner(name)).toThrow(BadKeyError)
})

test('a key is made once, in a file that only its owner reads', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'keys-'))
  try {
    const keys = join(folder, 'keys')
    const made = await loadOrCreateSigner(keys, 'corroborate')
    expect((await loadOrCreateSigner(keys, 'corroborate')).secret).toBe(made.secret)
    expect((await loadSigner(join(keys, 'corroborate.key'))).secret).toBe(made.secret)
    expect((await readdir(keys)).sort()).toEqual(['corroborate.key', 'corroborate.key.pub'])
    if (process.platform !== 'win32') expect((await stat(join(keys, 'corroborate.key'))).mode & 0o077).toBe(0)
    await writeFile(join(keys, 'corroborate.key'), 'damaged')
    await expect(loadOrCreateSigner(keys, 'corroborate')).rejects.toThrow(join(keys, 'corroborate.key'))
    await expect(loadOrCreateSigner(keys, '../corroborate')).rejects.toThrow(BadKeyError)
  } finally {
    await rm(folder, { recursive: true })
  }
})
