/** The record of `case.json`: its digest when the case was made, and whenever a person acknowledged an edit. */
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { newRecordId } from '../model/ids.ts'
import type { CaseFolder } from './case-folder.ts'
import type { Custody } from './custody.ts'

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
    sha512: createHash('sha512').update(bytes).digest('hex'),
    by: person?.by ?? null,
    reason: person?.reason ?? null,
  })
}

export function caseFilePath({ root }: Pick<CaseFolder, 'root'>): string {
  return join(root, 'case.json')
}
