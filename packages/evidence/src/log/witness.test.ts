/** Witnesses that hold to what they saw: growth is cosigned, anything else refused, on either side of a file. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { simulatedDisk } from '../disk/simulated-disk.ts'
import { folderMemory } from './checkpoint-memory.ts'
import { cosignerOf, parseCosigner } from './cosigner.ts'
import { signerOf } from './keys.ts'
import { openLogReader } from './log-reader.ts'
import { createLog } from './log-writer.ts'
import { BadSignatureError, openNote, parseSignatureLines } from './note.ts'
import { parseVerifier } from './verifier.ts'
import {
  BadWitnessRequestError,
  cosign,
  formatWitnessRequest,
  OtherSizeSeenError,
  parseWitnessRequest,
  WitnessRefusedError,
} from './witness.ts'

const origin = 'corroborate.case/witnessed'
const signer = signerOf('corroborate', Buffer.alloc(32, 3))
const cosigner = cosignerOf(signerOf('witness.example', Buffer.alloc(32, 9)))
const at = new Date('2031-05-07T10:00:00.900Z')

async function logOf(leaves: readonly string[]) {
  const disk = simulatedDisk()
  const log = await createLog('/log', { disk, origin, signer, remember: folderMemory('/home', { disk }) })
  await log.append(leaves.map((leaf) => Buffer.from(leaf)))
  return openLogReader('/log', { disk })
}

async function request(leaves: readonly string[], old: number): Promise<string> {
  const log = await logOf(leaves)
  return formatWitnessRequest({ old, proof: await log.consistencyProof(old, log.size), checkpoint: log.checkpoint })
}

function witness() {
  const memory = folderMemory('/seen', { disk: simulatedDisk() })
  return (text: string) => cosign(parseWitnessRequest(text), { log: signer.verifier, cosigner, memory, at })
}

const names = (count: number, changed = -1) =>
  Array.from({ length: count }, (_, index) => `leaf ${index}${index === changed ? ' changed' : ''}`)

test('what grows is cosigned, with the time, and the cosignature opens the checkpoint', async () => {
  const ask = witness()
  for (const [old, size] of [
    [0, 3],
    [3, 3],
    [3, 300],
  ] as const) {
    const line = await ask(await request(names(size), old))
    const { checkpoint } = parseWitnessRequest(await request(names(size), old))
    const verifier = parseCosigner(cosigner.verifier.key)
    const { signatures } = openNote(`${checkpoint}${line}`, [verifier])
    expect(verifier.timeOf(signatures[0]?.signature ?? new Uint8Array())).toBe(
      Date.parse('2031-05-07T10:00:00Z') / 1000,
    )
    expect(openNote(`${checkpoint}${line}`, [signer.verifier, verifier]).signatures).toHaveLength(2)
    const changed = `${checkpoint}${line}`.replace(`\n${size}\n`, `\n${size + 1}\n`)
    expect(() => openNote(changed, [verifier])).toThrow(BadSignatureError)
  }
  expect(parseSignatureLines(await ask(await request(names(300), 300)))).toHaveLength(1)
})

test('a key for logs is none for witnesses, nor the other way', () => {
  expect(() => parseCosigner(signer.verifier.key)).toThrow('no key of a cosigner')
  expect(() => parseVerifier(cosigner.verifier.key)).toThrow('no Ed25519 key')
  expect(() => parseCosigner(cosigner.verifier.key.replace('witness', 'winter'))).toThrow('its hash')
})

test('200 pasts that are not what it saw are refused', async () => {
  const shown = fc.record({
    size: fc.integer({ min: 1, max: 40 }),
    later: fc.integer({ min: 0, max: 40 }),
    where: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  })
  await fc.assert(
    fc.asyncProperty(shown, async ({ size, later, where }) => {
      const ask = witness()
      await ask(await request(names(size), 0))
      const forked = request(names(size + later, Math.floor(where * size)), size)
      await expect(ask(await forked)).rejects.toThrow(WitnessRefusedError)
      if (size > 1) await expect(ask(await request(names(size - 1), 0))).rejects.toThrow(WitnessRefusedError)
      await ask(await request(names(size + later), size))
    }),
    { seed: 5, numRuns: 100 },
  )
})

test('what it cannot judge it does not cosign, and says what it needs', async () => {
  const ask = witness()
  await ask(await request(names(3), 0))
  await expect(ask(await request(names(9), 0))).rejects.toThrow(OtherSizeSeenError)
  await expect(ask(await request(names(9), 2))).rejects.toThrow('ask for a request from 3')
  const stranger = { log: signerOf('corroborate', Buffer.alloc(32, 4)).verifier, cosigner, at }
  const other = { ...stranger, memory: folderMemory('/seen', { disk: simulatedDisk() }) }
  await expect(cosign(parseWitnessRequest(await request(names(3), 0)), other)).rejects.toThrow(BadSignatureError)
  const proof = Buffer.alloc(32).toString('base64')
  const unasked = (await request(names(3), 0)).replace('old 0\n', `old 0\n${proof}\n`)
  await expect(witness()(unasked)).rejects.toThrow(BadWitnessRequestError)
})

test.each(['', 'old 1', 'old -1\n\nx', 'new 3\n\nx', 'old 3\nzz\n\nx', `old 3\n${'A'.repeat(43)}=\n\nno note`])(
  '%j is no request',
  (text) => {
    expect(() => parseWitnessRequest(text)).toThrow(/not a request|not a signed note/)
  },
)
