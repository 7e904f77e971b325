import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import {
  BadProofError,
  checkConsistency,
  checkInclusion,
  checkSubtreeConsistency,
  checkSubtreeInclusion,
  leafHash,
  nodeHash,
  rootOf,
} from './merkle.ts'

const vectors = sharedSet('conformance/merkle-vectors/testdata')
const c2sp = sharedSet('conformance/c2sp-vectors')

/** Integers beyond 2^53 are kept as they are written. */
function read(path: string): Record<string, unknown> {
  const text = readFileSync(path, 'utf8').replaceAll(/: (\d{16,})/g, ': "$1"')
  return JSON.parse(text)
}

const bytes = (base64: unknown) => Buffer.from((base64 as string | null) ?? '', 'base64')
const index = (value: unknown) => BigInt(value as string | number)

describe.skipIf(vectors === null)(
  'Merkle proof vectors (skipped where conformance/merkle-vectors is not present)',
  () => {
    const root = vectors ?? ''
    const cases = ['inclusion', 'consistency', 'subtreeinclusion', 'subtreeconsistency'].flatMap((kind) =>
      (vectors === null ? [] : readdirSync(join(root, kind), { recursive: true, encoding: 'utf8' }))
        .filter((name) => name.endsWith('.json'))
        .map((name) => ({ kind, name })),
    )

    test('all are there', () => expect(cases).toHaveLength(518))

    test.each(cases)('$kind $name', ({ kind, name }) => {
      const vector = read(join(root, kind, name))
      const proof = ((vector.proof as string[] | null) ?? []).map(bytes)
      const check = {
        inclusion: () =>
          checkInclusion(
            index(vector.leafIdx),
            index(vector.treeSize),
            bytes(vector.leafHash),
            proof,
            bytes(vector.root),
          ),
        consistency: () =>
          checkConsistency(index(vector.size1), index(vector.size2), proof, bytes(vector.root1), bytes(vector.root2)),
        subtreeinclusion: () =>
          checkSubtreeInclusion(
            index(vector.leafIdx),
            index(vector.start),
            index(vector.end),
            bytes(vector.leafHash),
            proof,
            bytes(vector.root),
          ),
        subtreeconsistency: () =>
          checkSubtreeConsistency(
            index(vector.start),
            index(vector.end),
            index(vector.size),
            proof,
            bytes(vector.root1),
            bytes(vector.root2),
          ),
      }[kind]
      if (vector.wantErr) expect(check).toThrow(BadProofError)
      else check?.()
    })
  },
)

test.skipIf(c2sp === null)('C2SP reference tree (skipped where conformance/c2sp-vectors is not present)', () => {
  const vector = read(join(c2sp ?? '', 'rfc6962-reference-tree.json')) as {
    hasher: Record<string, string>
    leavesHex: string[]
    rootsBySizeHex_sizes1to8: string[]
  }
  const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex')
  expect(hex(rootOf([]))).toBe(vector.hasher.empty)
  expect(hex(leafHash(new Uint8Array()))).toBe(vector.hasher.emptyLeaf)
  expect(hex(leafHash(Buffer.from('L123456')))).toBe(vector.hasher['leaf L123456'])
  expect(hex(nodeHash(Buffer.from('N123'), Buffer.from('N456')))).toBe(vector.hasher['node N123,N456'])
  const leaves = vector.leavesHex.map((leaf) => leafHash(Buffer.from(leaf, 'hex')))
  expect(leaves.map((_, at) => hex(rootOf(leaves.slice(0, at + 1))))).toEqual(vector.rootsBySizeHex_sizes1to8)
})

test('the root of a tree is that of its two halves, the left a power of two', () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ minLength: 32, maxLength: 32 }), { minLength: 2, maxLength: 70 }),
      (leaves) => {
        const split = 2 ** Math.floor(Math.log2(leaves.length - 1))
        expect(rootOf(leaves)).toEqual(nodeHash(rootOf(leaves.slice(0, split)), rootOf(leaves.slice(split))))
      },
    ),
    { seed: 5 },
  )
})
