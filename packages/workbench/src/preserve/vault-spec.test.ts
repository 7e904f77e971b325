/** The vectors of spec/vault.md: what is valid opens to what it says, what is not fails as it says. */
import { readFileSync } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Originals } from '@corroborate/evidence'
import { afterAll, describe, expect, test } from 'vitest'
import { SealedItemSchema, SealedRecordSchema } from '../model/confidential.ts'
import { paddedSize } from './age-seal.ts'
import { itemBytes, openItem, openRecord } from './sealed.ts'
import type { OpenVault } from './vault.ts'

interface ItemVector {
  readonly why: string
  readonly identity: string
  readonly record: unknown
  readonly content: unknown
  readonly ciphertext?: string
  readonly text: string
  readonly fault: string
}

interface RecordVector {
  readonly why: string
  readonly identities: Readonly<Record<string, string | null>>
  readonly record: unknown
  readonly says: unknown
  readonly fault: string | null
}

const load = (name: string) =>
  JSON.parse(readFileSync(resolve(import.meta.dirname, '../../../../spec/vectors/vault', name), 'utf8')) as {
    readonly padding: readonly (readonly [number, number])[]
    readonly items: readonly ItemVector[]
    readonly records: readonly RecordVector[]
  }
const valid = load('valid.json')
const invalid = load('invalid.json')
const folder = await mkdtemp(join(tmpdir(), 'corroborate-vault-spec-'))
afterAll(() => rm(folder, { recursive: true }))

const vaultWith = (identityOf: (item: string) => string | null) =>
  ({ identity: async (item: string) => identityOf(item) }) as OpenVault

async function textOf({ identity, record, ciphertext }: ItemVector): Promise<string> {
  const item = SealedItemSchema.parse(record)
  const vault = vaultWith(() => identity)
  const content = await openItem(vault, item)
  if (ciphertext === undefined) return ''
  const path = join(folder, 'sealed.age')
  await writeFile(path, Buffer.from(ciphertext, 'base64'))
  const pieces: Uint8Array[] = []
  for await (const piece of itemBytes(vault, { path: async () => path } as unknown as Originals, item, content!))
    pieces.push(piece)
  return Buffer.concat(pieces).toString('utf8')
}

const opened = ({ identities, record }: RecordVector) =>
  openRecord(
    vaultWith((item) => identities[item] ?? null),
    SealedRecordSchema.parse(record),
  )

test.each(valid.padding)('%d bytes are padded to %d', (size, padded) => {
  expect(paddedSize(size)).toBe(padded)
})

describe('items', () => {
  test.each(valid.items)('open to what they hold', async (vector) => {
    const item = SealedItemSchema.parse(vector.record)
    expect(
      await openItem(
        vaultWith(() => vector.identity),
        item,
      ),
    ).toEqual(vector.content)
    expect(await textOf(vector)).toBe(vector.text)
  })

  test.each(invalid.items)('$why', async (vector) => {
    await expect(textOf(vector)).rejects.toThrow(vector.fault)
  })
})

describe('records', () => {
  test.each(valid.records)('open to what they say', async (vector) => {
    expect(await opened(vector)).toEqual(vector.says)
  })

  test.each(invalid.records)('$why', async (vector) => {
    if (vector.fault === null) expect(await opened(vector)).toBeNull()
    else await expect(opened(vector)).rejects.toThrow(vector.fault)
  })
})
