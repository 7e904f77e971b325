/** A list taken into the register: one release of it, how its columns are read, and which entry each row is. */
import { ROLES, type Role } from '@corroborate/linkage'
import { z } from 'zod'

/** What a column of a list can hold beside what linkage compares. `stated` is kept as it stands and read no further. */
export const KEPT_FIELDS = ['record', 'count', 'status', 'cause', 'source', 'remark', 'stated'] as const
export type EntryField = Exclude<Role, 'ignore'> | (typeof KEPT_FIELDS)[number]
export const ENTRY_FIELDS = [...ROLES.filter((role) => role !== 'ignore'), ...KEPT_FIELDS] as readonly EntryField[]

export const ListColumnSchema = z.object({
  header: z.string(),
  field: z.enum(ENTRY_FIELDS as unknown as [EntryField, ...EntryField[]]),
})
export type ListColumn = z.infer<typeof ListColumnSchema>

/** Entries are events of a kind: 128 random bits as 32 hexadecimal digits. Nothing of a row goes into them. */
export const ENTRY_ID = /^[0-9a-f]{32}$/

export const ListRecordSchema = z.object({
  kind: z.literal('list'),
  id: z.string(),
  at: z.string(),
  by: z.string().min(1),
  reason: z.string().min(1),
  /** Place in the order in which releases were taken, from 0. */
  sequence: z.number().int().nonnegative(),
  /** The list that this is a release of: the id of the record of its first release. */
  list: z.string(),
  name: z.string().min(1),
  /** When the list was released (EDTF), as the person says; null where nobody does. */
  release: z.string().nullable(),
  /** Record of the release that this one follows. */
  previous: z.string().nullable(),
  /** sha512 of the original, and the name under which it was added. */
  item: z.string(),
  file: z.string(),
  /** Whether the first row names the columns. */
  header: z.boolean(),
  columns: z.array(ListColumnSchema),
  /** Whether the list may hold a person twice. */
  duplicates: z.boolean(),
  /** Entry of each row. A row that goes on from the release before keeps its entry. */
  entries: z.array(z.string().regex(ENTRY_ID)),
})
export type ListRecord = z.infer<typeof ListRecordSchema>
