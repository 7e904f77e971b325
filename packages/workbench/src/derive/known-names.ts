/** The parties and places by which lineage and ledger tie one name in many spellings: the case's own and the curated. */
import { type Knowledge, PARTIES } from '@corroborate/claims'
import type { CaseFile } from '../model/case-file.ts'

export function knownNames(file: Pick<CaseFile, 'parties' | 'gazetteer'>): Knowledge {
  return { parties: [...file.parties, ...PARTIES], places: file.gazetteer }
}
