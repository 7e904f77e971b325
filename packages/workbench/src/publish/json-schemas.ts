/** The published JSON Schemas (2020-12), one a value that other tools read. */
import { z } from 'zod'
import { RecognitionSchema, TranscriptionSchema } from '../model/derived-text.ts'
import { FrameRecordSchema, KeptFrameSchema } from '../model/frame.ts'
import { ListRecordSchema } from '../model/list-record.ts'
import { DisclosureSchema, ProposalRecordSchema } from '../model/proposal.ts'
import {
  CaseHeaderSchema,
  DecisionSchema,
  DocumentDetailSchema,
  DocumentSummarySchema,
  DossierSchema,
  LedgerSchema,
  LineageSchema,
  OverviewSchema,
  ReadingSchema,
} from './contract.ts'
import { RegisterSchema } from './register-contract.ts'

const PUBLISHED = {
  reading: ReadingSchema,
  'document-summary': DocumentSummarySchema,
  'document-detail': DocumentDetailSchema,
  lineage: LineageSchema,
  ledger: LedgerSchema,
  overview: OverviewSchema,
  'case-header': CaseHeaderSchema,
  decision: DecisionSchema,
  register: RegisterSchema,
  'list-record': ListRecordSchema,
  dossier: DossierSchema,
  disclosure: DisclosureSchema,
  proposal: ProposalRecordSchema,
  recognition: RecognitionSchema,
  transcription: TranscriptionSchema,
  frame: FrameRecordSchema,
  'kept-frame': KeptFrameSchema,
} as const

export function jsonSchemas(): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(PUBLISHED).map(([name, schema]) => [
      name,
      { $id: `https://corroborate.invalid/schema/${name}.json`, ...z.toJSONSchema(schema) },
    ]),
  )
}
