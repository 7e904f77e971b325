/** Requests as openssl reads them, and answers of an authority played with openssl, judged without trust too. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Authority, openAuthority } from './authority.fixture.ts'
import { parsePem } from './certificate.ts'
import { integerOf, oidOf, readDer } from './der.ts'
import { derInteger, derOf, derOid } from './der-write.ts'
import { parseTimestampRequest, timestampRequest } from './request.ts'
import { UNANCHORED, verifyTimestamp } from './verify-timestamp.ts'

const data = Buffer.from('a checkpoint\n')

test('what is written in DER reads back the same', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(2n ** 130n), max: 2n ** 130n }), (value) => {
      expect(integerOf(readDer(derInteger(value)), 'it')).toBe(value)
    }),
    { seed: 5 },
  )
  const arcs = fc.tuple(fc.constantFrom(0, 1, 2), fc.nat(39), fc.array(fc.nat(), { maxLength: 8 }))
  fc.assert(
    fc.property(arcs, ([top, second, rest]) => {
      const dotted = [top, second, ...rest].join('.')
      expect(oidOf(readDer(derOid(dotted)), 'it')).toBe(dotted)
    }),
    { seed: 5 },
  )
  for (const length of [0, 127, 128, 255, 256, 70_000])
    expect(readDer(derOf(4, Buffer.alloc(length))).content).toHaveLength(length)
})

test('a request has the digest, a nonce of its own, and nothing of the data', () => {
  const one = timestampRequest(data)
  const other = timestampRequest(data)
  expect(parseTimestampRequest(one)).toMatchObject({ imprintAlgorithm: 'sha256' })
  expect(parseTimestampRequest(one).nonce).not.toBe(parseTimestampRequest(other).nonce)
  expect(parseTimestampRequest(timestampRequest(data, { digest: 'sha512', nonce: 2n ** 63n }))).toMatchObject({
    imprintAlgorithm: 'sha512',
    nonce: 2n ** 63n,
  })
  expect(one.includes(data)).toBe(false)
  for (const bad of ['', '30', '3000', '3003020102'])
    expect(() => parseTimestampRequest(Buffer.from(bad, 'hex'))).toThrow('not a request')
})

describe.skipIf(spawnSync('openssl', ['version']).status !== 0)(
  'an authority played with openssl (skipped without openssl)',
  () => {
    let folder = ''
    let authority: Authority
    beforeAll(() => {
      folder = mkdtempSync(join(tmpdir(), 'authority-'))
      authority = openAuthority(folder)
    })
    afterAll(() => rmSync(folder, { recursive: true, force: true }))

    test('reads the request as it was meant', () => {
      const path = join(folder, 'it.tsq')
      writeFileSync(path, timestampRequest(data, { nonce: 77n }))
      const { stdout } = spawnSync('openssl', ['ts', '-query', '-in', path, '-text'], { encoding: 'utf8' })
      expect(stdout).toContain('Hash Algorithm: sha256')
      expect(stdout).toContain('Nonce: 0x4D')
      expect(stdout).toContain('Certificate required: yes')
    })

    test('its answer holds with trust and, with a warning, without', () => {
      const answer = authority.answer(timestampRequest(data, { digest: 'sha512', nonce: 5n }))
      const trusted = parsePem(readFileSync(authority.root, 'utf8'))
      const anchored = verifyTimestamp(answer, { data, nonce: 5n, trusted })
      expect(anchored).toMatchObject({ valid: true, warnings: [], timestamp: { anchored: true } })
      expect(anchored.timestamp?.chain).toHaveLength(2)
      const alone = verifyTimestamp(answer, { data, nonce: 5n, trusted: null })
      expect(alone).toMatchObject({
        valid: true,
        warnings: [{ code: 'timestamp-trust', message: UNANCHORED }],
        timestamp: { anchored: false, authority: anchored.timestamp?.authority },
      })
      expect(verifyTimestamp(answer, { data, nonce: 6n, trusted: null })).toMatchObject({
        valid: false,
        timestamp: null,
        errors: [{ code: 'timestamp-nonce' }],
      })
      expect(verifyTimestamp(answer, { data, nonce: 5n, trusted: [] }).errors).toMatchObject([
        { code: 'timestamp-chain' },
      ])
    })

    test('without trust no bit of an answer can change but where it says nothing', { timeout: 120_000 }, () => {
      const answer = authority.answer(timestampRequest(data, { nonce: 5n }))
      const { timestamp } = verifyTimestamp(answer, { data, nonce: 5n, trusted: null })
      let refused = 0
      for (let bit = 0; bit < answer.length * 8; bit += 7) {
        const changed = Buffer.from(answer)
        changed[bit >> 3]! ^= 1 << (bit & 7)
        const found = verifyTimestamp(changed, { data, nonce: 5n, trusted: null })
        if (!found.valid) refused++
        else expect(found.timestamp).toMatchObject({ time: timestamp?.time, authority: timestamp?.authority })
      }
      expect(refused).toBeGreaterThan(answer.length / 2)
    })

    test('its refusal says why', () => {
      const refusal = authority.refuse(timestampRequest(data))
      expect(verifyTimestamp(refusal, { data, trusted: null }).errors).toMatchObject([
        { code: 'timestamp-status', message: expect.stringMatching(/refused: status 2 \(.*badAlg/) },
      ])
    })
  },
)
