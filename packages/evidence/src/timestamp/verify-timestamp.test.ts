/** Tokens of several authorities, good and bad, judged as `openssl ts -verify` judges them. */
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { stride } from '../stride.ts'
import { type Certificate, parseCertificate, parsePem } from './certificate.ts'
import { parseTimestamp } from './token.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

const client = sharedSet('conformance/rfc3161-client')
const fixtures = sharedSet('conformance/tsr-fixtures/tests/data/timestamping')
const openssl = spawnSync('openssl', ['version']).status === 0

const tokens = [
  ...[
    'test_tsa/response',
    'test_tsa/other_response',
    'test_tsa/response-injected-certs',
    'sigstore.mock/response-expired',
    'identrust/issue-104',
  ],
  ...['256', '384', '512'].map((bits) => `sigstage/response-sha${bits}`),
  ...['sigstage/response-invalid-signature', 'sigstage/response-no-embedded-cert'],
].map((name) => join(client ?? '', `${name}.tsr`))
const others = [
  'digicert.tsr',
  'self_signed.tsr',
  'valid_timestamp.tsr',
  'timestamp_token_http-timestamp-identrust-com',
].map((name) => join(fixtures ?? '', name))
const ROOTS = ['test_tsa', 'sigstore.mock', 'identrust', 'sigstage']

function trustOf(name: string): readonly Certificate[] {
  const bytes = readFileSync(join(client ?? '', name, 'ts_chain.pem'))
  return bytes[0] === 0x30 ? [parseCertificate(bytes)] : parsePem(bytes.toString())
}

describe.skipIf(client === null || fixtures === null)(
  'time-stamps (skipped where conformance/rfc3161-client and tsr-fixtures are not present)',
  () => {
    let folder: string
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'timestamp-'))
      for (const name of ROOTS) {
        const pem = trustOf(name).map(({ x509 }) => new X509Certificate(x509.raw).toString())
        writeFileSync(join(folder, name), pem.join(''))
      }
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    describe.skipIf(!openssl)('as openssl ts -verify (skipped without openssl)', () => {
      test.each([...tokens, ...others].map((path) => ({ path, name: basename(path) })))('$name', ({ path }) => {
        const bytes = readFileSync(path)
        const { info } = parseTimestamp(bytes)
        const isToken = !path.endsWith('.tsr')
        const changed = Buffer.from(info.imprint)
        changed[0]! ^= 1
        const trials = ROOTS.flatMap((root) =>
          [info.time, new Date('2100-01-01')].flatMap((at) =>
            [info.imprint, changed].flatMap((digest) => [true, false].map((given) => ({ root, at, digest, given }))),
          ),
        )
        for (const { root, at, digest, given } of trials) {
          const file = join(folder, root)
          const theirs = spawnSync('openssl', [
            ...['ts', '-verify', '-in', path, '-digest', digest.toString('hex'), '-CAfile', file],
            ...['-attime', String(Math.floor(at.getTime() / 1000))],
            ...(isToken ? ['-token_in'] : []),
            ...(given ? ['-untrusted', file] : []),
          ])
          const trusted = trustOf(root)
          const ours = verifyTimestamp(bytes, { digest, trusted, untrusted: given ? trusted : [], at })
          expect(
            ours.valid,
            `${root} at ${at.toISOString()}, ${given}: ${JSON.stringify(ours.errors)} ${theirs.stderr}`,
          ).toBe(theirs.status === 0)
        }
      })
    })

    test('who signed is named from the certificate that signed, never from an injected one', () => {
      const trusted = trustOf('test_tsa')
      const plain = verifyTimestamp(readFileSync(join(client ?? '', 'test_tsa/response.tsr')), { trusted })
      const injected = verifyTimestamp(readFileSync(join(client ?? '', 'test_tsa/response-injected-certs.tsr')), {
        trusted,
      })
      expect(plain.timestamp?.authority).toBe('O=local, CN=Test TSA Timestamping')
      expect(injected.timestamp?.authority).toBe(plain.timestamp?.authority)
      expect(injected.timestamp?.chain).toHaveLength(3)
      expect(
        JSON.stringify([injected, injected.timestamp?.chain.map(({ x509 }) => x509.subject)], (_, value) =>
          typeof value === 'bigint' ? String(value) : value,
        ),
      ).not.toContain('Spoofed')
    })

    test('a token says its time, and nothing where anything is in doubt', () => {
      const bytes = readFileSync(join(client ?? '', 'sigstage/response-sha256.tsr'))
      const trusted = trustOf('sigstage')
      const good = verifyTimestamp(bytes, { data: Buffer.from('hello'), trusted })
      expect(good).toMatchObject({
        valid: true,
        timestamp: {
          time: new Date('2025-05-09T11:58:55Z'),
          policy: '1.3.6.1.4.1.57264.2',
          authority: 'O=sigstore.dev, CN=sigstore-tsa',
        },
      })
      expect(verifyTimestamp(bytes, { data: Buffer.from('hallo'), trusted })).toMatchObject({
        valid: false,
        timestamp: null,
        errors: [{ code: 'timestamp-imprint' }],
      })
      const { nonce } = parseTimestamp(bytes).info
      expect(verifyTimestamp(bytes, { data: Buffer.from('hello'), nonce: nonce ?? 0n, trusted }).valid).toBe(true)
      expect(verifyTimestamp(bytes, { data: Buffer.from('hello'), nonce: 1n, trusted }).errors).toMatchObject([
        { code: 'timestamp-nonce' },
      ])
    })

    test('ten are good at their own time under the right trust; the expired one no longer after that', () => {
      const good = [...tokens, ...others].filter((path) =>
        ROOTS.some((root) => {
          const bytes = readFileSync(path)
          const trusted = trustOf(root)
          return verifyTimestamp(bytes, { digest: parseTimestamp(bytes).info.imprint, trusted, untrusted: trusted })
            .valid
        }),
      )
      const bad = ['digicert.tsr', 'other_response.tsr', 'response-invalid-signature.tsr', 'self_signed.tsr']
      const expired = {
        trusted: trustOf('sigstore.mock'),
        untrusted: trustOf('sigstore.mock'),
        at: new Date('2025-01-01'),
      }
      const [stamp] = tokens.filter((path) => path.endsWith('response-expired.tsr'))
      expect(verifyTimestamp(readFileSync(stamp ?? ''), expired).errors).toMatchObject([{ code: 'timestamp-chain' }])
      expect(good.map((path) => basename(path)).sort()).toEqual(
        [...tokens, ...others]
          .map((path) => basename(path))
          .filter((name) => !bad.includes(name))
          .sort(),
      )
    })

    test('a token with any bit changed is refused or says the same', () => {
      const bytes = readFileSync(join(client ?? '', 'test_tsa/response.tsr'))
      const trusted = trustOf('test_tsa')
      const { imprint, time, serial } = parseTimestamp(bytes).info
      let refused = 0
      for (let bit = 0; bit < bytes.length * 8; bit += stride(3)) {
        const changed = Buffer.from(bytes)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const { valid, timestamp } = verifyTimestamp(changed, { digest: imprint, trusted })
        if (!valid) refused++
        else expect(timestamp).toMatchObject({ time, serial, authority: 'O=local, CN=Test TSA Timestamping' })
      }
      expect(refused).toBeGreaterThan((bytes.length * 8) / stride(3) / 2)
    })
  },
)

test.each([
  ['', 'it ends'],
  ['00', 'ends inside'],
  ['3003020105', 'of another type'],
  ['3080020100', 'indefinite'],
  ['30053003020102', 'refused: status 2'],
])('bytes %s are no token', (hex, why) => {
  const { valid, errors } = verifyTimestamp(Buffer.from(hex, 'hex'), { trusted: [] })
  expect(valid).toBe(false)
  expect(errors[0]?.message).toContain(why)
})
