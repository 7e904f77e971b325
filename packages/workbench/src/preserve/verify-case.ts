/** Whether a case still is what was acknowledged: originals, log, and every record against its leaf. Writes nothing. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import {
  folderMemory,
  leafCommitment,
  openLogReader,
  openOriginals,
  type Problem,
  parseLeaf,
  verifyLog,
  verifyOriginals,
} from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import { logOrigin } from './custody.ts'
import type { Home } from './home.ts'
import { BrokenRecordError, listRecords, readRecord } from './records.ts'
import { caseVerifier } from './signer.ts'

export interface CaseVerification {
  readonly originals: number
  readonly records: number
  readonly leaves: number
  readonly problems: readonly Problem[]
  /** Worth knowing, but nothing that was acknowledged is affected. */
  readonly warnings: readonly Problem[]
}

export async function verifyCase(folder: CaseFolder, home: Home): Promise<CaseVerification> {
  const problems: Problem[] = []
  const warnings: Problem[] = []
  const report = (found: readonly Problem[], below: string) => {
    for (const problem of found)
      problems.push({ ...problem, path: problem.path === '' ? below : `${below}/${problem.path}` })
  }
  report(await verifyOriginals(folder.originals), 'originals')
  const names = await listRecords(folder.records)
  const originals = await openOriginals(folder.originals)
  const kept = new Set<string>()
  for await (const { digest } of originals.list()) kept.add(digest)

  const leaves = new Map<string, string>()
  if (existsSync(join(folder.log, 'checkpoint'))) {
    const memory = folderMemory(home.checkpoints)
    const { verifier, own } = await caseVerifier(folder, home)
    const remembered = await memory.last(logOrigin(folder))
    report(await verifyLog(folder.log, { verifier, remembered }), 'log')
    if (!own) {
      warnings.push({
        code: 'key-from-the-case',
        message:
          'the signature was judged by the key that the case itself names; compare it with one you got elsewhere',
        path: 'log.pub',
      })
    }
    if (remembered === null) {
      warnings.push({
        code: 'no-remembered-checkpoint',
        message: 'this machine remembers no checkpoint of this case, so a log rolled back as a whole could not be told',
        path: 'log/checkpoint',
      })
    }
    try {
      const reader = await openLogReader(folder.log)
      for await (const { bytes } of reader.leaves()) {
        const leaf = parseLeaf(bytes)
        leaves.set(leaf.record, leaf.commitment)
      }
    } catch (error) {
      problems.push({
        code: 'log-unreadable',
        message: error instanceof Error ? error.message : String(error),
        path: 'log',
      })
    }
  } else if (names.length > 0) {
    problems.push({ code: 'log-missing', message: 'the case has records but no log', path: 'log/checkpoint' })
  }

  const captured = new Set<string>()
  const seen = new Set<string>()
  for (const name of names) {
    seen.add(name)
    const path = `records/${name}.json`
    try {
      const { salt, record } = await readRecord(folder.records, name)
      const commitment = leaves.get(name)
      if (commitment === undefined) {
        warnings.push({
          code: 'record-without-leaf',
          message: 'written, but not yet acknowledged in the log; the next writing command does so',
          path,
        })
      } else if (commitment !== leafCommitment(salt, record)) {
        problems.push({ code: 'record-changed', message: 'it is not what the log committed to', path })
      }
      if (record.kind !== 'capture') continue
      captured.add(record.item)
      if (!kept.has(record.item))
        problems.push({
          code: 'original-missing',
          message: `the original of ${record.name} is missing (sha512 ${record.item})`,
          path,
        })
    } catch (error) {
      if (!(error instanceof BrokenRecordError)) throw error
      problems.push({ code: 'record-broken', message: error.message, path })
    }
  }
  for (const name of leaves.keys()) {
    if (!seen.has(name))
      problems.push({
        code: 'record-missing',
        message: 'the log commits to this record, but it is gone',
        path: `records/${name}.json`,
      })
  }
  for (const digest of kept) {
    if (!captured.has(digest)) {
      warnings.push({
        code: 'original-without-capture',
        message: 'kept, but no capture names it: an interrupted `add` left it; run that command again',
        path: `originals (sha512 ${digest})`,
      })
    }
  }
  return { originals: kept.size, records: names.length, leaves: leaves.size, problems, warnings }
}
