/** What stands in for `node:crypto` in a browser says what `node:crypto` says, of every certificate and token at hand. */
import * as node from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as page from './crypto.ts'

const shared = process.env.CORROBORATE_SHARED ?? join(import.meta.dirname, '../../../../../shared')
const client = join(shared, 'conformance/rfc3161-client')
const present = existsSync(client)

const DIGESTS = ['sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3-256', 'sha3-384', 'sha3-512']

test.each(DIGESTS)('%s is the same, in one piece and in several', (name) => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 5 }), (pieces) => {
      const [ours, theirs] = [page.createHash(name), node.createHash(name)]
      for (const piece of pieces) {
        ours.update(piece)
        theirs.update(piece)
      }
      expect(ours.digest('hex')).toBe(theirs.digest('hex'))
      const all = Buffer.concat(pieces)
      expect(page.hash(name, all, 'buffer').equals(node.hash(name, all, 'buffer'))).toBe(true)
    }),
    { seed: 5, numRuns: 30 },
  )
})

const KEYS: [string, node.KeyPairKeyObjectResult][] = [
  ['Ed25519', node.generateKeyPairSync('ed25519')],
  ['RSA of 2048 bits', node.generateKeyPairSync('rsa', { modulusLength: 2048 })],
  ['P-256', node.generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ['P-384', node.generateKeyPairSync('ec', { namedCurve: 'P-384' })],
  ['P-521', node.generateKeyPairSync('ec', { namedCurve: 'P-521' })],
]

test.each(KEYS)('signatures of %s hold here as there, and no other', (kind, { privateKey, publicKey }) => {
  const key = page.createPublicKey({ key: publicKey.export({ format: 'der', type: 'spki' }) })
  expect(key.export({ format: 'pem' })).toBe(publicKey.export({ format: 'pem', type: 'spki' }))
  const data = Buffer.from('what was signed')
  for (const name of kind === 'Ed25519' ? [null] : ['sha256', 'sha384', 'sha512']) {
    for (let round = 0; round < 8; round++) {
      const signature = node.sign(name, data, privateKey)
      expect(page.verify(name, data, key, signature)).toBe(true)
      expect(page.verify(name, Buffer.from('something else'), key, signature)).toBe(false)
      const changed = Buffer.from(signature)
      changed[(round * 37) % changed.length]! ^= 1 << round
      expect(page.verify(name, data, key, changed)).toBe(node.verify(name, data, publicKey, changed))
      expect(page.verify(name, data, key, signature.subarray(1))).toBe(false)
    }
  }
})

test('a key or digest of another kind is told as such, never as a wrong signature', () => {
  const { publicKey } = node.generateKeyPairSync('ed448')
  const der = publicKey.export({ format: 'der', type: 'spki' })
  expect(() => page.createPublicKey({ key: der })).toThrow(page.UnsupportedKeyError)
  expect(() => page.createHash('md5')).toThrow(page.UnsupportedKeyError)
})

describe.skipIf(!present)('certificates (skipped where conformance/rfc3161-client is not present)', () => {
  const pems = (present ? readdirSync(client, { recursive: true, encoding: 'utf8' }) : [])
    .filter((name) => name.endsWith('.pem'))
    .flatMap(
      (name) =>
        readFileSync(join(client, name), 'latin1').match(
          /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g,
        ) ?? [],
    )

  test('there are some', () => expect(pems.length).toBeGreaterThan(5))

  test('say the same, and vouch for the same', () => {
    const both = pems.map((pem) => [new page.X509Certificate(pem), new node.X509Certificate(pem)] as const)
    for (const [ours, theirs] of both) {
      expect(ours.raw.equals(theirs.raw)).toBe(true)
      expect(ours.subject).toBe(theirs.subject)
      expect(ours.ca).toBe(theirs.ca)
      expect(new Date(ours.validFrom)).toEqual(new Date(theirs.validFrom))
      expect(new Date(ours.validTo)).toEqual(new Date(theirs.validTo))
      for (const [issuer, theirIssuer] of both) {
        expect(ours.verify(issuer.publicKey)).toBe(theirs.verify(theirIssuer.publicKey))
        if (theirs.verify(theirIssuer.publicKey)) expect(ours.checkIssued(issuer)).toBe(theirs.checkIssued(theirIssuer))
      }
    }
  })
})
