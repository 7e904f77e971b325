import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { signerOf } from './keys.ts'
import { openLogReader } from './log-reader.ts'
import { BadProofError } from './merkle.ts'
import { BadSignatureError } from './note.ts'
import { BadLogProofError, checkLogProof, formatLogProof, parseLogProof, proveLeaf } from './tlog-proof.ts'
import { parseVerifier } from './verifier.ts'

const vectors = join(import.meta.dirname, '../../../../spec/vectors/log')
const verifier = parseVerifier(readFileSync(join(vectors, 'key.pub'), 'utf8'))

test('every leaf of a log is proved by one text, and by no other leaf', async () => {
  const log = await openLogReader(join(vectors, 'valid/two-tiles/log'))
  let before: Uint8Array = Buffer.from('none')
  for await (const { index, bytes } of log.leaves()) {
    const proof = await proveLeaf(log, index)
    expect(checkLogProof(proof, bytes, [verifier])).toMatchObject({
      index,
      size: 258,
      origin: 'corroborate.case/example',
    })
    expect(formatLogProof(parseLogProof(proof))).toBe(proof)
    expect(() => checkLogProof(proof, before, [verifier])).toThrow(BadProofError)
    before = bytes
  }
})

test('another key, another index and a text that is no proof are refused', async () => {
  const log = await openLogReader(join(vectors, 'valid/three/log'))
  const proof = await proveLeaf(log, 1)
  let leaf: Uint8Array = new Uint8Array()
  for await (const { bytes } of log.leaves(1, 2)) leaf = bytes
  expect(() => checkLogProof(proof, leaf, [signerOf('corroborate', Buffer.alloc(32)).verifier])).toThrow(
    BadSignatureError,
  )
  expect(() => checkLogProof(proof.replace('index 1', 'index 0'), leaf, [verifier])).toThrow(BadProofError)
  for (const text of [
    '',
    proof.replace('@v1', '@v2'),
    proof.replace('index 1', 'index 01'),
    proof.replace('index 1\n', 'index 1\nAAAA\n'),
  ]) {
    expect(() => checkLogProof(text, leaf, [verifier])).toThrow(BadLogProofError)
  }
  const noted = formatLogProof({ ...parseLogProof(proof), extra: Buffer.from('a note') })
  expect(Buffer.from(parseLogProof(noted).extra ?? []).toString()).toBe('a note')
  expect(checkLogProof(noted, leaf, [verifier]).index).toBe(1)
})
