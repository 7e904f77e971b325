/** Tokens whose certificates or fields say what is not so, judged as `openssl ts -verify` judges them where it is there. */
import { spawnSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parseCertificate } from './certificate.ts'
import { TAG } from './der.ts'
import { derInteger, derOf } from './der-write.ts'
import { certify, type Extension, type Holder, named, nameOf, newKey, text, tokenOf } from './made-token.fixture.ts'
import { verifyTimestamp } from './verify-timestamp.ts'

const openssl = spawnSync('openssl', ['version']).status === 0
const data = Buffer.from('a checkpoint\n')
const root = certify('Invented Root', { for: 'authorities' })
const signer = certify('Invented Authority', { for: 'stamps', by: root })
const trusted = [parseCertificate(root.certificate)]

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'made-token-'))
  writeFileSync(join(folder, 'root.pem'), new X509Certificate(root.certificate).toString())
  writeFileSync(join(folder, 'data'), data)
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function byOpenssl(token: Buffer): boolean {
  const at = (file: string) => join(folder, file)
  writeFileSync(at('it.token'), token)
  const what = ['-token_in', '-in', at('it.token'), '-data', at('data'), '-CAfile', at('root.pem')]
  return spawnSync('openssl', ['ts', '-verify', ...what, '-attime', '1940000000']).status === 0
}
const judge = (token: Buffer) => verifyTimestamp(token, { data, trusted })

const NULL = Buffer.of(0x05, 0x00)
const unknown: Extension = { type: '1.2.3.4', critical: true, value: NULL }
const under = (more: readonly Extension[]) => {
  const between = certify('Invented Between', { for: 'authorities', by: root, more })
  return { between, signer: certify('Invented Signer', { for: 'stamps', by: between }) }
}
const excluded = derOf(TAG.sequence, derOf(0xa1, derOf(TAG.sequence, derOf(0xa4, nameOf('Invented Signer')))))
const authority = (name: Buffer) => derOf(0xa0, derOf(0xa4, name))
const accuracy = derOf(TAG.sequence, derInteger(1n))
const order = Buffer.of(TAG.boolean, 1, 0xff)
const extensions = derOf(0xa1, derOf(TAG.sequence, derOf(TAG.oid, Buffer.of(0x2a, 3)), derOf(TAG.octets, NULL)))

test.each<[string, () => Buffer, string | null]>([
  ['a whole one', () => tokenOf(data, signer), null],
  [
    'a critical extension of the signer that nobody knows',
    () => tokenOf(data, certify('Invented Signer', { for: 'stamps', by: root, more: [unknown] })),
    'critical extension that is not judged here (1.2.3.4)',
  ],
  [
    'the same, not critical',
    () => tokenOf(data, certify('Signer', { for: 'stamps', by: root, more: [{ ...unknown, critical: false }] })),
    null,
  ],
  [
    'a critical extension of an authority between',
    () => {
      const { between, signer } = under([unknown])
      return tokenOf(data, signer, [between])
    },
    'Invented Between has a critical extension',
  ],
  [
    'a signer whose name the authority between may not vouch for',
    () => {
      const { between, signer } = under([{ type: '2.5.29.30', critical: true, value: excluded }])
      return tokenOf(data, signer, [between])
    },
    '(2.5.29.30)',
  ],
  [
    'a critical policy, which binds only who asks for one',
    () => {
      const { between, signer } = under([{ type: '2.5.29.36', critical: true, value: derOf(TAG.sequence) }])
      return tokenOf(data, signer, [between])
    },
    null,
  ],
  [
    'every field there may be',
    () => tokenOf(data, signer, [], { rest: [accuracy, order, derInteger(5n), authority(signer.name), extensions] }),
    null,
  ],
  [
    'its authority in another string type, case and spacing',
    () => {
      const wide = Buffer.from('  invented   AUTHORITY ', 'utf16le').swap16()
      return tokenOf(data, signer, [], { rest: [authority(nameOf('', derOf(0x1e, wide)))] })
    },
    null,
  ],
  [
    'the name of another authority',
    () => tokenOf(data, signer, [], { rest: [authority(nameOf('A Famous Authority'))] }),
    'it names another authority',
  ],
  [
    'another name of the signer',
    () => {
      const names = derOf(TAG.sequence, derOf(0x82, Buffer.from('time.example')), derOf(0xa4, nameOf('Also Known As')))
      const more = [{ type: '2.5.29.17', value: names }]
      const known = certify('Invented Signer', { for: 'stamps', by: root, more })
      return tokenOf(data, known, [], { rest: [authority(nameOf('Also Known As'))] })
    },
    null,
  ],
  [
    'another name that is not the one given',
    () => {
      const more = [{ type: '2.5.29.17', value: derOf(TAG.sequence, derOf(0x82, Buffer.from('time.example'))) }]
      const known = certify('Invented Signer', { for: 'stamps', by: root, more })
      return tokenOf(data, known, [], { rest: [derOf(0xa0, derOf(0x82, Buffer.from('other.example')))] })
    },
    'it names another authority',
  ],
  ['a field that does not belong there', () => tokenOf(data, signer, [], { rest: [text('x')] }), 'does not belong'],
  [
    'fields in another order',
    () => tokenOf(data, signer, [], { rest: [derInteger(5n), accuracy] }),
    'or in another order',
  ],
  [
    'the issuer and number of its certificate',
    () => tokenOf(data, signer, [], { newer: [named(signer, 'sha256', {})] }),
    null,
  ],
  [
    'another number of its certificate',
    () => tokenOf(data, signer, [], { newer: [named(signer, 'sha256', { serial: 1n })] }),
    'name another certificate',
  ],
  [
    'another issuer of its certificate',
    () => tokenOf(data, signer, [], { newer: [named(signer, 'sha256', { issuer: signer.name })] }),
    'name another certificate',
  ],
  ['only the older attribute', () => tokenOf(data, signer, [], { newer: null, older: [named(signer, 'sha1')] }), null],
  [
    'an older attribute that names another',
    () => tokenOf(data, signer, [], { older: [named(root, 'sha1')] }),
    'name another certificate',
  ],
  ['an attribute that names nothing', () => tokenOf(data, signer, [], { newer: [] }), 'do not name the signer'],
  [
    'a certificate of the chain named too',
    () => tokenOf(data, signer, [], { newer: [named(signer, 'sha256'), named(root, 'sha256', {})] }),
    null,
  ],
  [
    "the signer's certificate named twice",
    () => tokenOf(data, signer, [], { newer: [named(signer, 'sha256'), named(signer, 'sha256')] }),
    'not in the chain',
  ],
])('%s', (_, make, why) => {
  const token = make()
  const { valid, errors } = judge(token)
  expect(errors.map(({ message }) => message).join('; ')).toContain(why ?? '')
  expect(valid).toBe(why === null)
  if (openssl) expect(byOpenssl(token)).toBe(valid)
})

/** Authorities of one name and key, of which any could be above any other. */
function crowd(count: number): { readonly crowd: readonly Holder[]; readonly first: Holder } {
  const key = newKey()
  const first = certify('Invented Crowd', { for: 'authorities', key })
  const others = Array.from({ length: count - 1 }, () =>
    certify('Invented Crowd', { for: 'authorities', by: first, key }),
  )
  return { crowd: [first, ...others], first }
}

test('authorities of one name and key beside a token are climbed from once each', () => {
  const { crowd: between, first } = crowd(200)
  const lost = tokenOf(data, certify('Invented Signer', { for: 'stamps', by: first }), between)
  expect(judge(lost).errors).toMatchObject([{ code: 'timestamp-chain', message: expect.stringMatching(/no trusted/) }])
  expect(judge(tokenOf(data, signer, between)).valid).toBe(true)
})

test('more certificates than an authority sends are refused, and so are more signatures than a chain needs', () => {
  const { crowd: between, first } = crowd(256)
  expect(judge(tokenOf(data, signer, between)).errors).toMatchObject([
    { code: 'timestamp-format', message: expect.stringContaining('257 certificates') },
  ])
  const strangers = Array.from({ length: 100 }, () => certify('Invented Crowd', { for: 'authorities' }))
  const lost = tokenOf(data, certify('Invented Signer', { for: 'stamps', by: first }), [
    ...strangers,
    ...between.slice(0, 50),
  ])
  expect(judge(lost).errors).toMatchObject([{ message: expect.stringContaining('more than 1000 signatures') }])
})

test.each(['20310231100000Z', '20310505240000Z', '20311305100000Z'])('a time that never was: %s', (time) => {
  expect(judge(tokenOf(data, signer, [], { time })).errors).toMatchObject([{ code: 'timestamp-format' }])
})

test('a time that is to come is warned of where the time is known', () => {
  const token = tokenOf(data, signer)
  const codes = (now: string) => verifyTimestamp(token, { data, trusted, now: new Date(now) }).warnings
  expect(codes('2031-05-05T09:00:00Z')).toEqual([])
  expect(codes('2031-05-01T09:00:00Z')).toMatchObject([{ code: 'timestamp-time' }])
})
