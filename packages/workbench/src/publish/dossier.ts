/** The dossier as text: keys in the order of the code, one space of indent, a newline at the end. */
import type { Dossier } from './contract.ts'

export function dossierText(dossier: Dossier): string {
  return `${JSON.stringify(dossier, null, 1)}\n`
}
