/**
 * The published contract: every value that the command line prints with `--json`, the server answers and `export`
 * writes. The browser app and other tools build on these schemas and on nothing else; `spec/schema` is made from them.
 */
import { DATING } from '@corroborate/claims'
import { z } from 'zod'
import { ContributionSchema, EFFECTS_OF_WITHDRAWAL } from '../model/confidential.ts'
import { DECISION_ACTIONS, DECISION_TARGETS } from '../model/decision.ts'
import { LedgerSchema } from './ledger-contract.ts'
import { LineageSchema } from './lineage-contract.ts'
import { type FrameSchema, mediaDetailShape, mediaSummaryShape } from './media-contract.ts'
import { AskedSchema, SecondReaderSchema } from './proposal-contract.ts'
import {
  BlockSchema,
  edtf,
  nullableText,
  offset,
  type ReadingSchema,
  ReviewedClaimSchema,
  ReviewedFigureSchema,
  type ReviewSchema,
  text,
} from './reading-contract.ts'
import { RegisterSchema } from './register-contract.ts'

export type { CheckpointView } from './checkpoint-view.ts'
export * from './ledger-contract.ts'
export * from './lineage-contract.ts'
export type { Asked, SecondReader } from './proposal-contract.ts'
export * from './reading-contract.ts'
export type * from './register-contract.ts'

const stretch = z.object({ start: offset, end: offset })

export const PartSchema = z.object({
  kind: z.enum(['record', 'messages', 'message', 'mail', 'post']),
  key: text,
  id: nullableText.describe('Its own id in the capture'),
  member: nullableText.describe('Member of a zip file that holds it'),
  start: offset.describe('Bytes of the item, or of the member, as they are packed'),
  end: offset,
})

export const MessageSchema = stretch
  .extend({
    id: nullableText,
    author: nullableText,
    authorAt: stretch.nullable(),
    at: edtf,
    forwardedFrom: nullableText,
    forwardedAt: stretch.nullable(),
    replyTo: nullableText,
    edited: edtf,
    media: z.array(
      z.object({
        kind: text,
        file: nullableText.describe('As the export names it'),
        note: nullableText.describe('What the export says instead of the file'),
        item: nullableText.describe('The item of the case that is this file'),
      }),
    ),
    bytes: stretch.describe('Bytes of the item'),
  })
  .describe('A message as the export displays it; start and end are offsets into document.text')

export const DocumentSummarySchema = z.object({
  id: text,
  item: text.describe('sha512 of the original'),
  files: z.array(text).describe('The names under which it was added'),
  title: nullableText,
  outlet: nullableText,
  agency: nullableText,
  url: nullableText,
  published: edtf,
  modified: edtf.describe('When it, or its server, says that it was changed last'),
  dating: z
    .enum(DATING)
    .describe(
      '`vague`: the date leaves several days open; `future`: it lies behind the capture and is used for nothing',
    ),
  language: nullableText,
  languageRead: z.boolean().describe('False where it is in a language in which no claims are read'),
  mediaType: nullableText,
  size: offset,
  confidential: z.literal(true).exactOptional().describe('There, and true, where the original is confidential'),
  part: PartSchema.nullable().describe('Which part of the item it is; null where it is the item as a whole'),
  captured: nullableText.describe('When it was captured, as its capture or the manifest says; EDTF'),
  notes: z.array(text).describe('What the capture says of itself or lacks'),
  needs: z.enum(['transcription']).nullable(),
  untranscribed: z.array(z.number().int().positive()).describe('Pages that hold no text and nobody has transcribed'),
  derivedFrom: z
    .array(
      z.object({
        kind: z.enum(['transcription', 'recognition']),
        record: text,
        page: z.number().int().nullable(),
        maker: text,
      }),
    )
    .describe('Whose reading the words are, where the item itself holds none'),
  error: nullableText.describe('Why it could not be read; the original is kept all the same'),
  disagreements: z.array(z.object({ field: text, manifest: text, found: text })),
  ...mediaSummaryShape,
  figures: offset,
  claims: offset,
  reviewed: offset,
})

/** A text that was derived from an item. The item is its parent. */
export const DerivativeSchema = z.object({
  id: text.describe('Id of the record'),
  kind: z.enum(['transcription', 'recognition']),
  parent: text.describe('sha512 of the original'),
  page: z.number().int().positive().nullable(),
  maker: text.describe('The person, or engine, version and languages'),
  reason: nullableText,
  inEffect: z.boolean().describe('Whether its words are in the text of the document'),
  undone: z.boolean(),
  text,
})

export const DocumentDetailSchema = DocumentSummarySchema.extend({
  text,
  blocks: z.array(BlockSchema),
  messages: z.array(MessageSchema),
  ...mediaDetailShape,
  derivatives: z.array(DerivativeSchema).describe('Everything that was derived from the item, in effect or not'),
  figureList: z.array(ReviewedFigureSchema),
  claimList: z.array(ReviewedClaimSchema),
  asked: z.array(AskedSchema).optional().describe('What a second reader was shown of it; absent where nothing was'),
})

export const CaseHeaderSchema = z.object({
  id: text,
  title: text,
  description: nullableText,
  period: nullableText.describe('EDTF interval'),
  places: z.array(text),
  standard: nullableText.describe('Standard of proof the case has chosen'),
  invented: z.boolean().describe('True where nothing in the case happened; every view and export says so'),
})

/** That a confidential item was shredded; it says nothing of what the item was. */
export const WithdrawalNoticeSchema = z.object({
  item: text.describe('Random id of the item'),
  at: nullableText.describe('UTC, ISO 8601; null in a dossier'),
  by: text,
  reason: text,
  effects: z.enum(EFFECTS_OF_WITHDRAWAL).describe('Whether what was concluded with its help stands, or falls with it'),
  contributions: z
    .array(ContributionSchema)
    .describe('What it had contributed to tolls, where its effects stand; the ledger no longer counts it'),
})

/** The confidential items of a case, as far as they can be seen. */
export const VaultStateSchema = z.object({
  items: offset.describe('Confidential items that were not withdrawn'),
  unseen: offset.describe('Of these, how many nothing here shows: the vault is locked, or they do not open'),
  withdrawals: z.array(WithdrawalNoticeSchema),
})

export const OverviewSchema = z.object({
  case: CaseHeaderSchema,
  vault: VaultStateSchema.exactOptional().describe('Only where the case has confidential items'),
  secondReader: SecondReaderSchema.optional(),
  counts: z.object({
    items: offset,
    documents: offset,
    figures: offset,
    claims: offset,
    machineRead: offset,
    reviewed: offset,
    rejected: offset,
    needTranscription: offset,
    unreadable: offset,
  }),
  unfinished: z
    .object({ intakes: offset, captures: offset })
    .exactOptional()
    .describe('Only where an `add` was interrupted, or could not keep a file: what it had captured by then'),
  ledger: LedgerSchema,
  drift: LineageSchema.shape.drift,
})

/** A person's decision, as it is kept. It is never overwritten, only followed by another. */
export const DecisionSchema = z.object({
  id: text,
  at: text.describe('UTC, ISO 8601'),
  by: text.min(1),
  reason: text.min(1),
  action: z.enum(DECISION_ACTIONS),
  target: z
    .object({
      kind: z.enum(DECISION_TARGETS),
      id: text,
      document: nullableText,
      position: z.object({ start: offset, end: offset }).nullable(),
      quote: nullableText,
      before: nullableText.describe('The 32 characters before the quote'),
      after: nullableText.describe('The 32 characters after the quote'),
      saw: z.record(text, z.unknown()).describe('The values the decision was taken on'),
    })
    .nullable(),
  set: z
    .record(text, z.unknown())
    .nullable()
    .describe('New values, for correct and add; what was decided, for a decision about the case'),
  undone: z.boolean(),
  orphan: z.boolean().describe('True where its target could not be found again after a rebuild'),
})

/** The JSON of `export`: the whole case without run times. */
export const DossierSchema = z.object({
  format: z.literal('corroborate-dossier/1'),
  notice: z.literal('working copy, not for publication'),
  case: CaseHeaderSchema,
  modules: z.record(text, text).describe('Name and version of every module that derived something here'),
  overview: OverviewSchema,
  documents: z.array(DocumentDetailSchema),
  lineage: LineageSchema,
  ledger: LedgerSchema,
  register: RegisterSchema,
  decisions: z.array(DecisionSchema.omit({ at: true })),
})

export type Reading = z.infer<typeof ReadingSchema>
export type ReadBlock = z.infer<typeof BlockSchema>
export type Review = z.infer<typeof ReviewSchema>
export type ReviewedFigure = z.infer<typeof ReviewedFigureSchema>
export type ReviewedClaim = z.infer<typeof ReviewedClaimSchema>
export type DocumentSummary = z.infer<typeof DocumentSummarySchema>
export type DocumentDetail = z.infer<typeof DocumentDetailSchema>
export type Frame = z.infer<typeof FrameSchema>
export type Derivative = z.infer<typeof DerivativeSchema>
export type CaseLineage = z.infer<typeof LineageSchema>
export type CaseLedger = z.infer<typeof LedgerSchema>
export type CaseHeader = z.infer<typeof CaseHeaderSchema>
export type Overview = z.infer<typeof OverviewSchema>
export type VaultState = z.infer<typeof VaultStateSchema>
export type WithdrawalNotice = z.infer<typeof WithdrawalNoticeSchema>
export type Decision = z.infer<typeof DecisionSchema>
export type Dossier = z.infer<typeof DossierSchema>
