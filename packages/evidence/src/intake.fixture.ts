/** A process that takes in items until it is killed: `node intake.fixture.ts CASE HOME FIRST`. Each line printed acknowledges one. */
import { join } from 'node:path'
import {
  acquireLock,
  createLog,
  createOriginals,
  folderMemory,
  leafBytes,
  leafCommitment,
  loadOrCreateSigner,
  openLogReader,
  openLogWriter,
} from './index.ts'
import { readCheckpoint } from './log/log-reader.ts'

const [folder = '', home = '', first = '0'] = process.argv.slice(2)
await acquireLock(join(folder, 'case.lock'), { command: 'add' })
const signer = await loadOrCreateSigner(join(home, 'keys'), 'corroborate')
const remember = folderMemory(join(home, 'checkpoints'))
const originals = await createOriginals(join(folder, 'originals'))
const options = { signer, remember, origin: 'corroborate.case/kill' }
const path = join(folder, 'log')
const log = (await readCheckpoint(path)) === null ? await createLog(path, options) : await openLogWriter(path, options)
await openLogReader(path)

for (let at = Number(first); ; at++) {
  const { digest } = await originals.add({ bytes: Buffer.from(`item ${at} `.repeat(200)) }, `item ${at}.txt`)
  const commitment = leafCommitment('00'.repeat(32), { digest })
  // Whoever goes on after a kill does not know of a leaf that nobody was told of.
  const record = `captures/${process.pid}-${at}`
  const leaf = leafBytes({ kind: 'capture', at: new Date(at).toISOString(), record, commitment })
  const appended = await log.append([leaf])
  process.stdout.write(`${at} ${digest} ${appended.first}\n`)
}
