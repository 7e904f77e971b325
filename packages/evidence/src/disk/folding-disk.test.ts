/** Originals and log on file systems that fold case or Unicode: the same names come to the same files, and all verifies. */
import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { leafBytes } from '../leaf.ts'
import { folderMemory } from '../log/checkpoint-memory.ts'
import { signerOf } from '../log/keys.ts'
import { createLog, openLogWriter } from '../log/log-writer.ts'
import { verifyLog } from '../log/verify-log.ts'
import { checkOcflRoot } from '../ocfl/check-root.ts'
import { createOriginals, openOriginals } from '../originals/originals.ts'
import { verifyOriginals } from '../originals/verify-originals.ts'
import { FOLDINGS, foldingDisk } from './folding-disk.fixture.ts'
import { simulatedDisk } from './simulated-disk.ts'

const now = () => new Date('2031-01-31T09:30:00.000Z')
/** Names that are one where case or form does not count. */
const NAMES = [
  'Résumé.TXT',
  'résumé.txt',
  'Re\u0301sume\u0301.txt',
  'STRASSE.txt',
  'straße.txt',
  'تقرير أول.txt',
  'e\u0301.TXT',
]

describe.each(Object.entries(FOLDINGS))('on a %s disk', (_, folding) => {
  test('names that differ nowhere else are one, and come back as the disk keeps them', async () => {
    const disk = foldingDisk(simulatedDisk(), folding)
    await disk.makeFolder('/a')
    const [one = '', ...others] = NAMES
    const sink = await disk.create(`/a/${one}`)
    await sink.write(Buffer.from('x'))
    await sink.close()
    expect(await disk.list('/a')).toEqual([{ name: folding.kept(one), kind: 'file' }])
    for (const other of others.filter((name) => folding.key(name) === folding.key(one)))
      await expect(disk.create(`/a/${other}`)).rejects.toMatchObject({ code: 'EEXIST' })
  })

  test('originals of such names are each kept, found, read and verified', async () => {
    const disk = foldingDisk(simulatedDisk(), folding)
    const options = { disk, now }
    await disk.makeFolder('/Case')
    const originals = await createOriginals('/Case/originals', options)
    for (const name of NAMES) await originals.add({ bytes: Buffer.from(`The words of ${name}.`) }, name)
    const again = await openOriginals('/Case/originals', options)
    for (const name of NAMES) {
      const bytes = Buffer.from(`The words of ${name}.`)
      expect((await again.add({ bytes }, name)).added).toBe(false)
      expect(Buffer.from(await again.read(createHash('sha512').update(bytes).digest('hex'))).equals(bytes)).toBe(true)
    }
    expect(await verifyOriginals('/Case/originals', { disk })).toEqual([])
    expect(await checkOcflRoot('/Case/originals', { disk })).toMatchObject({ valid: true, errors: [] })
  })

  test('a log grows and verifies', async () => {
    const disk = foldingDisk(simulatedDisk(), folding)
    for (const folder of ['/Case', '/Home']) await disk.makeFolder(folder)
    const signer = signerOf('corroborate', Buffer.alloc(32, 1))
    const remember = folderMemory('/Home/checkpoints', { disk })
    const origin = 'corroborate.case/Folding'
    const leaf = (at: number) =>
      leafBytes({ kind: 'capture', at: now().toISOString(), record: `captures/${at}`, commitment: 'ab'.repeat(32) })
    await createLog('/Case/log', { disk, origin, signer, remember })
    for (let at = 0; at < 260; at += 65) {
      const log = await openLogWriter('/Case/log', { disk, signer, remember })
      await log.append(Array.from({ length: 65 }, (_, index) => leaf(at + index)))
    }
    const remembered = await remember.last(origin)
    expect(remembered).toContain('\n260\n')
    expect(await verifyLog('/Case/log', { disk, verifier: signer.verifier, remembered })).toEqual([])
  })
})
