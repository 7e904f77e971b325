/** The records that count: those that the log commits to. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openLogReader, parseLeaf } from '@corroborate/evidence'
import type { CaseFolder } from './case-folder.ts'
import { listRecords } from './records.ts'

/** Names of all records that the log tells of; none where there is no log. */
export async function loggedRecords(folder: Pick<CaseFolder, 'log'>): Promise<ReadonlySet<string>> {
  const logged = new Set<string>()
  if (!existsSync(join(folder.log, 'checkpoint'))) return logged
  for await (const { bytes } of (await openLogReader(folder.log)).leaves()) logged.add(parseLeaf(bytes).record)
  return logged
}

/** Names of the records that were acknowledged, sorted. What else lies among them is no part of the case. */
export async function acknowledgedRecords(folder: Pick<CaseFolder, 'log' | 'records'>): Promise<readonly string[]> {
  const logged = await loggedRecords(folder)
  return (await listRecords(folder.records)).filter((name) => logged.has(name))
}
