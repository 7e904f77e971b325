/** The record of `case.json`: its digest when the case was made, and whenever a person acknowledged an edit. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Leaf, openLogReader, parseLeaf } from '@corroborate/evidence'
import { newRecordId } from '../model/ids.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Custody } from './custody.ts'
import { readRecord } from './records.ts'

export class UnacknowledgedEditError extends Error {
  constructor(path: string) {
    super(
      `${path} is not what the log last told of: look at it and, where its edit is meant, say so with \`corroborate verify CASE --acknowledge --by NAME --reason TEXT\`; nothing was written`,
    )
    this.name = 'UnacknowledgedEditError'
  }
}

/** Writes the record of `case.json` as it stands; acknowledged with the next leaf. */
export async function acknowledgeCaseFile(
  custody: Custody,
  person: { readonly by: string; readonly reason: string } | null = null,
): Promise<void> {
  const bytes = await readFile(caseFilePath(custody.folder))
  await custody.write({
    kind: 'case',
    id: newRecordId(),
    at: custody.now().toISOString(),
    size: bytes.length,
    sha512: digestOf(bytes),
    by: person?.by ?? null,
    reason: person?.reason ?? null,
  })
}

/** Throws UnacknowledgedEditError where `case.json` is not what the log last told of. */
export async function assertAcknowledged(folder: CaseFolder): Promise<void> {
  let last: Leaf | null = null
  for await (const { bytes } of (await openLogReader(folder.log)).leaves()) {
    const leaf = parseLeaf(bytes)
    if (leaf.kind === 'case') last = leaf
  }
  const record = last === null ? null : (await readRecord(folder.records, last.record)).record
  if (record?.kind !== 'case' || record.sha512 !== digestOf(await readFile(caseFilePath(folder))))
    throw new UnacknowledgedEditError(caseFilePath(folder))
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha512').update(bytes).digest('hex')
}

export function caseFilePath({ root }: Pick<CaseFolder, 'root'>): string {
  return join(root, 'case.json')
}
