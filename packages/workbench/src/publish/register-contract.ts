/** The published shapes of the register: lists, persons with their entries, the review queue, names beside numbers. */
import { COMPARATORS, SCOPES, VICTIM_CATEGORIES } from '@corroborate/claims'
import { z } from 'zod'
import { ListColumnSchema } from '../model/list-record.ts'
import { edtf, nullableText, printedCount, text } from './reading-contract.ts'

const count = z.number().int().nonnegative()
const range = z.object({ low: count, high: count.nullable().describe('Null where nothing bounds it') })

const sex = z.enum(['female', 'male']).nullable()

export const EntryFactsSchema = z
  .object({
    name: text,
    names: z.array(text).describe('Every written form of the whole name'),
    father: nullableText,
    sex,
    age: z.number().int().nullable(),
    birth: edtf,
    death: edtf,
    place: nullableText,
    status: nullableText,
    cause: nullableText,
    record: nullableText.describe("The list's own number for the row"),
  })
  .describe('What the latest version of the row states, brought to one form; the cells hold it as written')

export const RegisterEntrySchema = z.object({
  id: text.describe('Random; nothing of the row goes into it'),
  list: text.describe('Id of the list, the same for all its releases'),
  versions: z
    .array(z.object({ release: text, row: z.number().int().positive(), cells: z.array(text) }))
    .describe('The row in each release that holds it, the oldest first; rows count from 1 after the header'),
  removed: nullableText.describe('The release that no longer holds it'),
  kind: z.enum(['person', 'group', 'unidentified']),
  count: range
    .extend({ comparator: z.enum(COMPARATORS) })
    .nullable()
    .describe('How many victims a group stands for'),
  facts: EntryFactsSchema,
  ending: z.enum(['person', 'not-a-victim', 'group', 'unidentified']),
  probability: z.number().nullable().describe('That it belongs to its person'),
  notVictim: z
    .object({ decision: text, by: text, at: nullableText, reason: text })
    .nullable()
    .describe('Who decided that it is no victim record, and why'),
})

export const ReleaseSchema = z.object({
  id: text,
  list: text,
  name: text,
  release: edtf,
  previous: nullableText,
  item: text.describe('sha512 of the original'),
  file: text,
  header: z.boolean(),
  columns: z.array(ListColumnSchema),
  duplicates: z.boolean().describe('Whether the list may hold a person twice'),
  rows: count,
  notes: z.array(text),
  by: text,
  at: nullableText,
  reason: text,
  current: z.boolean().describe('Whether it is the latest release of its list'),
  added: count.nullable().describe('Against the release before; null for the first'),
  removed: count.nullable(),
  changed: count.nullable(),
  unchanged: count.nullable(),
})

export const ReleaseDifferencesSchema = z.object({
  release: text,
  previous: text,
  added: z.array(z.object({ entry: text, row: count })),
  removed: z.array(z.object({ entry: text, row: count })),
  changed: z.array(
    z.object({
      entry: text,
      row: count,
      rowBefore: count,
      fields: z.array(z.object({ header: text, before: text, after: text })),
    }),
  ),
  unchanged: count,
})

export const EntryPairSchema = z.object({
  a: text,
  b: text,
  weight: z.number().describe('log2 of the odds that both are one person'),
  probability: z.number(),
  prior: z.number(),
  parts: z
    .array(z.object({ comparison: text, level: text, bits: z.number(), frequencyBits: z.number() }))
    .describe('The weight as a waterfall from the prior'),
})

export const PersonSummarySchema = z.object({
  id: text,
  name: text,
  names: z.array(text),
  sex,
  age: z.number().int().nullable(),
  death: edtf,
  place: nullableText,
  differ: z.array(z.enum(['sex', 'age', 'death', 'place'])).describe('Fields on which its entries differ'),
  statuses: z.array(text).describe('Every status that its entries state, as written'),
  lists: z.array(text).describe('Lists that hold it now'),
  entries: z.number().int().positive(),
  withdrawn: z.boolean().describe('No list holds it any longer'),
  weak: z.number().nullable().describe('Probability of the join it hangs by, where that is weak'),
  decided: z.boolean().describe('Whether people decided on any of its entries'),
})

export const NoteSchema = z.object({
  entry: text,
  decision: text,
  by: text,
  at: nullableText,
  reason: text,
  note: text,
})

export const PersonDetailSchema = PersonSummarySchema.extend({
  entryList: z.array(RegisterEntrySchema),
  pairs: z.array(EntryPairSchema).describe('Pairs among its entries that were compared'),
  near: z
    .array(z.object({ person: text, name: text, pair: EntryPairSchema }))
    .describe('Other persons it may be, the likeliest first'),
  notes: z.array(NoteSchema),
  decisions: z.array(text).describe('Decisions on its entries that stand'),
})

const agreement = z.object({
  pairs: count.describe('Pairs with two answers or more'),
  agreed: count,
  kappa: z.number().nullable().describe("Cohen's kappa of first and second answers"),
  low: z.number().nullable(),
  high: z.number().nullable(),
})

export const RegisterSummarySchema = z.object({
  lists: z.array(ReleaseSchema),
  counts: z.object({
    entries: count,
    persons: count,
    withdrawn: count.describe('Persons that no list holds any longer'),
    weak: count,
    groups: count,
    unidentified: count,
    notVictims: count,
    unnamed: range.describe('Victims in groups and bodies nobody named'),
  }),
  overlap: z
    .array(z.object({ lists: z.array(text), persons: count }))
    .describe('Persons by the lists that hold them, the most first'),
  queue: z.object({ first: count, second: count, third: count }),
  agreement,
})

const queuedEntry = RegisterEntrySchema.omit({ ending: true, probability: true, notVictim: true })
export const QueueSchema = z.object({
  total: count,
  queue: z.object({ first: count, second: count, third: count }),
  agreement,
  pairs: z.array(
    z.object({
      round: z.enum(['first', 'second', 'third']),
      teaches: z.number().nullable().describe('Pairs of entries that an answer is expected to move; null when blind'),
      together: z.boolean().nullable(),
      a: queuedEntry,
      b: queuedEntry,
      pair: EntryPairSchema.nullable().describe('Null in a blind round: it would sway the reviewer'),
    }),
  ),
})

export const TollBesideNamesSchema = z.object({
  series: text,
  origin: nullableText,
  victims: z.enum(VICTIM_CATEGORIES),
  place: nullableText,
  perpetrator: nullableText,
  scope: z.enum(SCOPES),
  point: z.object({
    ...printedCount,
    low: z.number().nullable(),
    high: z.number().nullable(),
    asOf: edtf,
    figures: z.array(text),
    documents: z.array(text),
  }),
  named: range,
  unnamed: range,
  unaccounted: range,
  excess: range,
  cautions: z.array(z.enum(['status-not-stated', 'perpetrator-not-stated', 'region', 'undated', 'loose'])),
})

/** The register as `export` writes it. */
export const RegisterSchema = z.object({
  summary: RegisterSummarySchema,
  differences: z.array(ReleaseDifferencesSchema),
  persons: z.array(PersonDetailSchema),
  others: z.array(RegisterEntrySchema).describe('Groups, bodies nobody named, and what is no victim record'),
  numbers: z.array(TollBesideNamesSchema),
})

export const ListPreviewSchema = z.object({
  item: text,
  file: text,
  rows: count,
  columns: z.array(ListColumnSchema.extend({ filled: count, distinct: count, examples: z.array(text) })),
  kinds: z.object({ person: count, group: count, unidentified: count }),
  notes: z.array(text),
  takenAs: nullableText.describe('The list of which the item is a release already'),
})

export type CaseRegister = z.infer<typeof RegisterSchema>
export type RegisterSummary = z.infer<typeof RegisterSummarySchema>
export type RegisterRelease = z.infer<typeof ReleaseSchema>
export type RegisterEntryView = z.infer<typeof RegisterEntrySchema>
export type PersonSummary = z.infer<typeof PersonSummarySchema>
export type PersonDetail = z.infer<typeof PersonDetailSchema>
export type EntryPairView = z.infer<typeof EntryPairSchema>
export type ReviewQueue = z.infer<typeof QueueSchema>
export type TollBesideNames = z.infer<typeof TollBesideNamesSchema>
export type ReleaseDifferencesView = z.infer<typeof ReleaseDifferencesSchema>
export type ListPreviewView = z.infer<typeof ListPreviewSchema>
