/** The dossier as text: keys in the order of the code, one space of indent, a newline at the end. */
import { createHash } from 'node:crypto'
import type { CaseView } from './case-view.ts'
import type { Dossier } from './contract.ts'

export function dossierText(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 1)}\n`
}

/** sha256 of the text of its dossier, hex: what tells whether two derivations of a case agree. */
export async function dossierDigest(view: Pick<CaseView, 'dossier'>): Promise<string> {
  return createHash('sha256')
    .update(dossierText(await view.dossier()))
    .digest('hex')
}
