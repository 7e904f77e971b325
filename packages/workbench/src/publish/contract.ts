/**
 * The published contract: every value that the command line prints with `--json`, the server answers and `export`
 * writes. The browser app and other tools build on these schemas and on nothing else; `spec/schema` is made from them.
 */
import {
  BLOCK_KINDS,
  CARRIED_FIELDS,
  CLAIM_KINDS,
  type Claim,
  COMPARATORS,
  type Commitment,
  DATING,
  DEPENDENCES,
  DIRECTIONS,
  DRIFT_FIELDS,
  type Drift,
  EDGE_KINDS,
  type Edge,
  EFFECTS,
  type Figure,
  type FigureOrigins,
  type FigureRelation,
  LEFT_OUT_REASONS,
  type LedgerRange,
  type LeftOut,
  RANGE_RULES,
  RELATION_KINDS,
  SCOPES,
  type Series,
  VICTIM_CATEGORIES,
} from '@corroborate/claims'
import { z } from 'zod'
import { ContributionSchema, EFFECTS_OF_WITHDRAWAL } from '../model/confidential.ts'
import { DECISION_ACTIONS, DECISION_TARGETS } from '../model/decision.ts'
import { type FrameSchema, mediaDetailShape, mediaSummaryShape } from './media-contract.ts'
import { ParsedSentenceSchema } from './parse-contract.ts'
import { AskedSchema, ProposerSchema, SecondReaderSchema } from './proposal-contract.ts'
import { RegisterSchema } from './register-contract.ts'

export type { CheckpointView } from './checkpoint-view.ts'
export type { Asked, SecondReader } from './proposal-contract.ts'
export type * from './register-contract.ts'

const text = z.string()
const nullableText = z.string().nullable()
const edtf = z.string().nullable().describe('EDTF (ISO 8601-2); null where not known')
const offset = z.number().int().nonnegative()

export const SpanSchema = z
  .object({ start: offset, end: offset, text })
  .describe('UTF-16 offsets into document.text and the characters found there')

export const BlockSchema = z.object({
  kind: z.enum(BLOCK_KINDS),
  start: offset,
  end: offset,
  source: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('bytes'), start: offset, end: offset }),
      z.object({ kind: z.literal('page'), page: z.number().int().positive(), box: z.array(z.number()).length(4) }),
      z.object({ kind: z.literal('dom'), path: text }),
      z.object({ kind: z.literal('paragraph'), index: offset }),
      z.object({ kind: z.literal('cell'), sheet: nullableText, cell: text }),
      z.object({ kind: z.literal('part'), part: text }),
      z.object({
        kind: z.literal('derived'),
        record: text.describe('The decision to transcribe, or the recognition'),
        page: z.number().int().positive().nullable(),
        box: z.array(z.number()).length(4).nullable().describe('Pixels of the picture that was read'),
      }),
    ])
    .describe('Where the block stands in the original'),
})

export const FigureSchema = z.object({
  id: text,
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  vagueWord: nullableText,
  comparator: z.enum(COMPARATORS),
  effect: z.enum(EFFECTS),
  manner: z.enum(['unlawful']).nullable(),
  victims: z.enum(VICTIM_CATEGORIES),
  victimText: nullableText,
  perpetrator: nullableText.describe('As alleged by the source'),
  claimant: nullableText.describe('Null where the outlet says it in its own voice'),
  via: nullableText,
  chain: z.array(text),
  place: nullableText,
  placeId: nullableText,
  eventDate: edtf,
  asOf: edtf,
  date: edtf,
  scope: z.enum(SCOPES),
  carried: z
    .array(z.enum(CARRIED_FIELDS))
    .describe('Fields that the text around says, not the paragraph of the figure'),
  partOf: nullableText,
  repeatOf: nullableText,
  unsure: nullableText,
  explanation: text,
  surface: text,
  start: offset,
  end: offset,
  spans: z.object({
    number: SpanSchema.optional(),
    comparator: SpanSchema.optional(),
    effect: SpanSchema.optional(),
    victims: SpanSchema.optional(),
    perpetrator: SpanSchema.optional(),
    claimant: SpanSchema.optional(),
    cue: SpanSchema.optional(),
    via: SpanSchema.optional(),
    place: SpanSchema.optional(),
    date: SpanSchema.optional(),
    scope: SpanSchema.optional(),
  }),
  proposedBy: ProposerSchema.optional(),
}) satisfies z.ZodType<Loose<Figure>>

export const ClaimSchema = z.object({
  id: text,
  kind: z.enum(CLAIM_KINDS),
  speaker: nullableText,
  role: nullableText,
  via: nullableText,
  addressee: nullableText,
  target: nullableText,
  cue: SpanSchema.nullable(),
  content: SpanSchema,
  quotes: z.array(SpanSchema),
  date: edtf,
  due: z.object({ date: edtf, text, start: offset, end: offset, reading: text }).nullable(),
  unsure: nullableText,
  explanation: text,
  start: offset,
  end: offset,
  spans: z.object({
    speaker: SpanSchema.optional(),
    role: SpanSchema.optional(),
    via: SpanSchema.optional(),
    addressee: SpanSchema.optional(),
    target: SpanSchema.optional(),
  }),
  proposedBy: ProposerSchema.optional(),
}) satisfies z.ZodType<Loose<Claim>>

/** zod writes an optional member as `T | undefined`; the libraries' types leave `undefined` out. */
type Loose<T> = T extends readonly (infer U)[]
  ? readonly Loose<U>[]
  : T extends object
    ? { [K in keyof T]: Loose<T[K]> | (undefined extends T[K] ? undefined : never) }
    : T

/** One line of `read --json`. */
export const ReadingSchema = z.union([
  z.object({
    file: text,
    digest: text.describe('sha512 of the bytes, hexadecimal'),
    document: z.object({
      text,
      language: nullableText,
      title: nullableText,
      outlet: nullableText,
      agency: nullableText,
      published: edtf,
      blocks: z.array(BlockSchema),
      needs: z.enum(['transcription']).nullable(),
      ...mediaDetailShape,
    }),
    figures: z.array(FigureSchema),
    claims: z.array(ClaimSchema),
    parse: z.array(ParsedSentenceSchema).optional().describe('With --explain: how each sentence was taken apart'),
  }),
  z.object({ file: text, error: text }),
])

/** Whether a person has looked. Everything starts as `machine-read`. */
export const ReviewSchema = z.object({
  status: z.enum(['machine-read', 'accepted', 'corrected', 'rejected', 'added']),
  by: nullableText,
  at: nullableText.describe('UTC, ISO 8601'),
  reason: nullableText,
  decision: nullableText.describe('Id of the decision'),
})

const reviewed = { review: ReviewSchema, machine: z.record(text, z.unknown()).nullable() }
export const ReviewedFigureSchema = FigureSchema.extend(reviewed).describe(
  '`machine` holds what the reader had found, for the fields that a person corrected',
)
export const ReviewedClaimSchema = ClaimSchema.extend(reviewed)

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

const AlignmentSchema = z.object({
  a: SpanSchema,
  b: SpanSchema,
  score: z.number(),
  kind: z.enum(['sentence', 'quote', 'figure', 'name']),
})

export const EdgeSchema = z.object({
  id: text,
  a: text,
  b: text,
  kind: z.enum(EDGE_KINDS),
  direction: z.enum(DIRECTIONS),
  confidence: z.number(),
  evidence: z.array(AlignmentSchema),
  reason: text,
}) satisfies z.ZodType<Edge>

export const DriftSchema = z.object({
  id: text,
  document: text,
  against: text,
  field: z.enum(DRIFT_FIELDS),
  printed: text,
  printedAt: SpanSchema,
  origin: text,
  originAt: SpanSchema,
  claim: nullableText,
  againstClaim: nullableText,
  seenIn: z.array(text),
  nearer: nullableText,
  reason: text,
}) satisfies z.ZodType<Drift>

export const LeftOutSchema = z
  .object({
    document: text,
    reason: z.enum(LEFT_OUT_REASONS),
    date: edtf,
    instead: nullableText.describe('The document with an earlier capture of the same page, which counts in its place'),
  })
  .describe(
    'A document that may have been out by the date asked for and does not count, and why',
  ) satisfies z.ZodType<LeftOut>

/** In a case, `a` and `b` are the files as added; `documents` gives their ids. */
export const LineageSchema = z.object({
  edges: z.array(EdgeSchema.extend({ documents: z.tuple([text, text]), ...reviewed })),
  drift: z.array(DriftSchema.extend({ files: z.tuple([text, text]) })),
  asOf: edtf,
  known: offset.describe('How many documents count on that date'),
  leftOut: z.array(LeftOutSchema),
  files: z.record(text, text).describe('The file of every document that is left out, by id'),
  note: text,
})

export const SeriesSchema = z.object({
  id: text,
  origin: nullableText,
  effect: z.enum(EFFECTS),
  victims: z.enum(VICTIM_CATEGORIES),
  perpetrator: nullableText,
  place: nullableText,
  scope: z.enum(SCOPES),
  splitOff: z.boolean().describe('Whether a person split it off another series'),
  points: z.array(
    z.object({
      value: z.number().nullable(),
      valueMax: z.number().nullable(),
      vagueWord: nullableText,
      comparator: z.enum(COMPARATORS),
      low: z.number().nullable(),
      high: z.number().nullable(),
      asOf: edtf,
      asOfBasis: z.enum(['stated', 'event', 'published']).nullable(),
      figures: z.array(text),
      documents: z.array(text),
    }),
  ),
}) satisfies z.ZodType<Series>

const independence = {
  independence: z.enum(['not assessed', 'assessed']),
  independentGroups: offset.nullable().describe('Origins that depend on each other counted once; null until assessed'),
  dependences: z.array(z.object({ origins: z.array(text), dependence: z.enum(DEPENDENCES), note: nullableText })),
}

export const FigureOriginsSchema = z.object({
  id: text,
  value: z.number().nullable(),
  valueMax: z.number().nullable(),
  vagueWord: nullableText,
  comparator: z.enum(COMPARATORS),
  effect: z.enum(EFFECTS),
  victims: z.enum(VICTIM_CATEGORIES),
  perpetrator: nullableText,
  place: nullableText,
  figures: z.array(text),
  documents: z.array(text),
  origins: z.array(
    z.object({ name: text, documents: z.array(text), figures: z.array(text), driftedFrom: nullableText }),
  ),
  count: offset.describe('Distinct named origins'),
  ...independence,
}) satisfies z.ZodType<FigureOrigins>

export const FigureRelationSchema = z.object({
  a: text,
  b: text,
  kind: z.enum(RELATION_KINDS),
  reason: text,
}) satisfies z.ZodType<FigureRelation>

export const LedgerRangeSchema = z
  .object({
    id: text,
    effect: z.enum(EFFECTS),
    manner: z.enum(['unlawful']).nullable(),
    victims: z.enum(VICTIM_CATEGORIES),
    perpetrator: nullableText,
    place: nullableText,
    rule: z.enum(RANGE_RULES),
    low: z.number().nullable(),
    high: z.number().nullable().describe('Null beside a low: open upwards'),
    best: z.number().nullable(),
    ...independence,
    from: z.array(
      z.object({
        origin: text,
        series: text,
        low: z.number().nullable(),
        high: z.number().nullable(),
        printed: z.array(
          z.object({
            value: z.number().nullable(),
            valueMax: z.number().nullable(),
            vagueWord: nullableText,
            comparator: z.enum(COMPARATORS),
          }),
        ),
        asOf: edtf,
        asOfBasis: z.enum(['stated', 'event', 'published']).nullable(),
        figures: z.array(text),
        documents: z.array(text),
        used: z.boolean().describe('Whether low and high rest on it'),
      }),
    ),
    reason: text,
  })
  .describe(
    'Cumulative totals of one thing by all origins that count it, by the rule of the case; never an average',
  ) satisfies z.ZodType<LedgerRange>

export const CommitmentSchema = z.object({
  id: text,
  who: nullableText,
  what: text,
  made: edtf,
  due: edtf,
  dueText: nullableText,
  reading: nullableText,
  claims: z.array(text),
  documents: z.array(text),
}) satisfies z.ZodType<Commitment>

export const LedgerSchema = z.object({
  asOf: edtf,
  series: z.array(SeriesSchema),
  origins: z.array(FigureOriginsSchema),
  relations: z.array(FigureRelationSchema),
  ranges: z.array(LedgerRangeSchema),
  commitments: z.array(CommitmentSchema),
  leftOut: z.array(LeftOutSchema),
  files: z.record(text, text).describe('The file of every document named above, by id'),
  review: z
    .record(text, z.enum(['machine-read', 'accepted', 'corrected', 'added']))
    .describe('Review status of every figure and claim named above, by id'),
  proposed: z
    .record(text, ProposerSchema)
    .optional()
    .describe('Figures and claims that a second reader proposed, by id; absent where there are none'),
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
