/** Logs that others wrote, Tessera's and Sunlight's, read and proved with our code. */
import { createHash, createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sharedSet } from '../shared-set.ts'
import { parseCheckpointText } from './checkpoint.ts'
import { parseCosigner } from './cosigner.ts'
import { openLogReader } from './log-reader.ts'
import { checkConsistency, checkInclusion, leafHash } from './merkle.ts'
import { BadSignatureError, type NoteVerifier, noteKeyHash, openNote } from './note.ts'
import { parseHashTile } from './tile.ts'
import { parseVerifier } from './verifier.ts'
import { verifyLog } from './verify-log.ts'

const vectors = sharedSet('conformance/c2sp-vectors')
const tessera = sharedSet('conformance/tessera-log/testdata/log')
const sunlight = sharedSet('conformance/sunlight-tiles')

test.skipIf(vectors === null)('C2SP signed note (skipped where conformance/c2sp-vectors is not present)', () => {
  const notes = JSON.parse(readFileSync(join(vectors ?? '', 'signed-note.json'), 'utf8'))
  expect(notes.length).toBeGreaterThan(0)
  for (const { vkey, note, valid } of notes) {
    expect(valid).toBe(true)
    expect(openNote(note, [parseVerifier(vkey)]).text).toBe('This is an example message.\n')
    expect(() => openNote(note.replace('example message', 'exemple message'), [parseVerifier(vkey)])).toThrow(
      BadSignatureError,
    )
  }
})

describe.skipIf(tessera === null)('Tessera log (skipped where conformance/tessera-log is not present)', () => {
  const folder = tessera ?? ''
  const verifier = parseVerifier('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx')
  const earlier = (size: number) => {
    const note = readFileSync(join(folder, `checkpoint.${size}`), 'utf8')
    return { note, ...parseCheckpointText(openNote(note, [verifier]).text) }
  }

  test('is whole, and extends each of its earlier checkpoints', async () => {
    for (let size = 0; size <= 15; size++) {
      const found = await verifyLog(folder, { verifier, remembered: earlier(size).note, ownLeaves: false })
      expect(found.filter(({ code }) => code !== 'log-stray')).toEqual([])
      expect(found.every(({ path }) => /^(checkpoint\.\d+|\.state)$/.test(path))).toBe(true)
    }
  })

  test('every leaf and every pair of sizes is proved', async () => {
    const reader = await openLogReader(folder)
    expect(reader.size).toBe(15)
    for await (const { index, bytes } of reader.leaves()) {
      checkInclusion(index, reader.size, leafHash(bytes), await reader.inclusionProof(index), reader.root)
    }
    for (let m = 1; m <= 15; m++) {
      for (let n = m; n <= 15; n++)
        checkConsistency(m, n, await reader.consistencyProof(m, n), earlier(m).root, earlier(n).root)
    }
  })
})

describe.skipIf(sunlight === null)('Sunlight tiles (skipped where conformance/sunlight-tiles is not present)', () => {
  const data = join(sunlight ?? '', 'cmd/skylight/testdata')

  test("the mirror's checkpoint is cosigned, with its time", () => {
    const mirror = join(data, 'witness/mirror')
    const [key] = JSON.parse(readFileSync(join(mirror, 'mirror.v0.json'), 'utf8')).verifier_keys
    const cosigner = parseCosigner(key)
    const path = join(mirror, '000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706/checkpoint')
    const note = readFileSync(path, 'utf8')
    const { text, signatures } = openNote(note, [cosigner])
    expect(parseCheckpointText(text)).toMatchObject({ origin: 'rome2026h1.example.org', size: 300 })
    expect(new Date(cosigner.timeOf(signatures[0]!.signature) * 1000).toISOString()).toBe('2025-12-31T00:00:00.000Z')
    expect(() => openNote(note.replace('\n300\n', '\n301\n'), [cosigner])).toThrow(BadSignatureError)
  })

  test("the certificate log's tree head, alone and with its witness", () => {
    const description = JSON.parse(readFileSync(join(data, 'tree/log.v3.json'), 'utf8'))
    const note = readFileSync(join(data, 'tree/checkpoint'), 'utf8')
    const log = treeHeadVerifier(description.description, Buffer.from(description.key, 'base64'))
    const { root, size } = parseCheckpointText(openNote(note, [log]).text)
    expect([size, Buffer.from(root).toString('base64')]).toEqual([300, description.final_tree_head.sha256_root_hash])

    const [key] = JSON.parse(readFileSync(join(data, 'witness/witness.v0.json'), 'utf8')).verifier_keys
    const witnessed = join(data, 'witness/000de184301123b9278c086a7d9f68c9577e83872224c197058fd90784ea9706/checkpoint')
    expect(openNote(readFileSync(witnessed, 'utf8'), [log, parseCosigner(key)]).signatures).toHaveLength(2)
  })

  test.each(['000', '001', '002', '003', '003.p/10'])(
    'tile %s of a public log has the hashes of its entries',
    (name) => {
      const folder = join(sunlight ?? '', 'testdata/navigli2025h2/tile')
      const hashes = certificateLeaves(readFileSync(join(folder, 'data', name)))
      expect(hashes).toEqual(parseHashTile(readFileSync(join(folder, '0', name)), hashes.length, name))
      expect(hashes).toHaveLength(name.endsWith('.p/10') ? 10 : 256)
    },
  )
})

/** C2SP static-ct-api, "Checkpoints": RFC 6962 tree heads signed with ECDSA, as a note signature of type 5. */
function treeHeadVerifier(name: string, spki: Buffer): NoteVerifier {
  const key = createPublicKey({ key: spki, format: 'der', type: 'spki' })
  const id = createHash('sha256').update(spki).digest()
  return {
    name,
    keyHash: noteKeyHash(name, Buffer.from([5, ...id])),
    verify(text, signature) {
      const { size, root } = parseCheckpointText(Buffer.from(text).toString())
      const length = Buffer.alloc(8)
      length.writeBigUInt64BE(BigInt(size))
      const head = Buffer.concat([Buffer.from([0, 1]), signature.subarray(0, 8), length, root])
      return verify('sha256', head, key, signature.subarray(12))
    },
  }
}

/** Leaf hashes of a data tile (C2SP static-ct-api, "Log entries"; RFC 6962 section 3.4). */
function certificateLeaves(bytes: Buffer): Buffer[] {
  const hashes: Buffer[] = []
  let at = 0
  const take = (width: number) => {
    at += width + bytes.readUIntBE(at, width)
  }
  while (at < bytes.length) {
    const start = at
    const isPrecertificate = bytes.readUInt16BE(at + 8) === 1
    at += 10 + (isPrecertificate ? 32 : 0)
    take(3)
    take(2)
    hashes.push(Buffer.from(leafHash(Buffer.concat([Buffer.from([0, 0]), bytes.subarray(start, at)]))))
    if (isPrecertificate) take(3)
    take(2)
  }
  return hashes
}
