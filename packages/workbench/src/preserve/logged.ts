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

/**
 * Names of the records that were acknowledged, sorted. What else lies among them is no part of the case. `wanted` leaves
 * out names that nobody asks for; the log is read only where any is left.
 */
export async function acknowledgedRecords(
  folder: Pick<CaseFolder, 'log' | 'records'>,
  wanted: (name: string) => boolean = () => true,
): Promise<readonly string[]> {
  const names = (await listRecords(folder.records)).filter(wanted)
  if (names.length === 0) return names
  const logged = await loggedRecords(folder)
  return names.filter((name) => logged.has(name))
}
