/** The verbs by which people build the register: taking a list, and saying who is one person and who is not. */
import { z } from 'zod'
import { nextSequence } from '../decisions/rests-on.ts'
import { withWorkspace } from '../derive/workspace.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { readSealed } from '../preserve/sealed-state.ts'
import { DecisionSchema } from '../publish/contract.ts'
import { ListPreviewSchema } from '../publish/register-contract.ts'
import { readRegisterView } from '../publish/register-view.ts'
import { decideEntries, MARKS } from '../register/decide-entries.ts'
import { takeList } from '../register/take-list.ts'
import { caseField, edtfField, operation } from './operation.ts'
import { columnsField, preview } from './register-columns.ts'
import { countOf } from './table.ts'

const by = z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who decides' })
const reason = z.string().trim().min(1).meta({ placeholder: 'TEXT', description: 'Why' })

const TakenSchema = z.object({
  list: z.string().describe('Id of the list'),
  release: z.string().describe('Id of the record of this release'),
  name: z.string(),
  columns: ListPreviewSchema.shape.columns,
  entries: z.number().int(),
  continued: z.number().int().describe('Rows that go on from the release before'),
  persons: z.number().int().describe('Persons now in the register'),
  toReview: z.number().int(),
  notes: z.array(z.string()),
})

export const registerAdd = operation({
  name: 'register-add',
  summary: 'Take a list that was added to the case into the register, or a new release of one',
  description:
    'Each row becomes an entry with a random id, for ever. How its columns are read is kept as a decision, with author and reason: look at it first with register-columns. The name of a list that is in the register makes it that list’s next release, compared row by row with the one before; rows that go on keep their entries and all that people decided of them.',
  permission: 'decide',
  surfaces: ['cli', 'http'],
  input: z.object({
    case: caseField,
    item: z.string().min(1).meta({
      position: 1,
      placeholder: 'LIST',
      description: 'An item of the case: its file name or the beginning of its digest',
    }),
    by,
    reason,
    list: z
      .string()
      .trim()
      .min(1)
      .optional()
      .meta({ placeholder: 'NAME', description: 'Name of the list; without it, of its file' }),
    release: edtfField.optional().meta({ placeholder: 'DATE', description: 'Day of the release (YYYY-MM-DD)' }),
    columns: columnsField,
    noHeader: z.boolean().default(false).meta({ description: 'The first row is an entry already' }),
    duplicates: z.boolean().default(false).meta({ description: 'The list may hold a person twice' }),
  }),
  output: TakenSchema,
  examples: [
    'register-add tolmesh-2024 monitor.csv --by "R. Haddad" --reason "published list, method known"',
    'register-add tolmesh-2024 monitor-june.csv --list monitor --release 2024-06-17 --by "R. Haddad" --reason "second release"',
    'register-add tolmesh-2024 hospital.xlsx --columns name=Patient --duplicates --by "R. Haddad" --reason "kept by hand at the gate"',
  ],
  async run(context, { case: path, item, noHeader, columns = {}, ...input }) {
    const folder = await openCase(path)
    return withWorkspace(folder, { ...context, command: 'register-add' }, async ({ custody, store, settle }) => {
      await settle()
      const [captures, lists, entries] = [await store.captures(), await store.registerLists(), await store.entries()]
      const record = await takeList(
        {
          ...{ item, columns, header: !noHeader, duplicates: input.duplicates },
          ...{ name: input.list ?? null, release: input.release ?? null },
        },
        { by: input.by, reason: input.reason, at: context.now().toISOString() },
        { captures, lists, entries },
        (digest) => custody.originals.read(digest),
      )
      await custody.write(record)
      await settle()
      const summary = (await readRegisterView(folder.file.gazetteer, store)).summary()
      const known = new Set(entries.map(({ id }) => id))
      return {
        list: record.list,
        release: record.id,
        name: record.name,
        columns: (await preview(context, path, { item: record.item, header: record.header, columns })).columns,
        entries: record.entries.length,
        continued: record.entries.filter((entry) => known.has(entry)).length,
        persons: summary.counts.persons,
        toReview: summary.queue.first,
        notes: [...(summary.lists.find(({ id }) => id === record.id)?.notes ?? [])],
      }
    })
  },
  print: ({ name, columns, entries, continued, persons, toReview, notes }) =>
    [
      `${name}: ${countOf(entries, 'entry', 'entries')}${continued > 0 ? `, ${continued} of them from the release before` : ''}; the register now holds ${countOf(persons, 'person')}, ${countOf(toReview, 'pair')} to review`,
      `read: ${columns.map(({ header, field }) => `${header} → ${field}`).join(', ')}`,
      ...notes,
    ].join('\n'),
})

export const registerMark = operation({
  name: 'register-mark',
  summary: 'Say of entries or persons whether they are one, pull one out, mark one as no victim record, or add a note',
  description:
    'The marks same, different and unsure answer a pair of entries; merge joins persons; split pulls entries out of a person; not-a-victim takes entries out of the count, with the reason; note adds a note. Nothing is overwritten and nothing the machine does later overrides it; take it back with `corroborate decide CASE undo`. What contradicts a decision that stands is refused.',
  permission: 'decide',
  surfaces: ['cli', 'http'],
  input: z.object({
    case: caseField,
    mark: z.enum(MARKS).meta({ position: 1, placeholder: 'MARK', description: `One of ${MARKS.join(', ')}` }),
    ids: z
      .array(z.string().min(4))
      .min(1)
      .meta({ position: 2, placeholder: 'ID', description: 'Entries or persons; ids may be cut short' }),
    by,
    reason,
    note: z.string().trim().min(1).optional().meta({ placeholder: 'TEXT', description: 'For note: what to note' }),
    blind: z.boolean().default(false).meta({ description: 'The answer was given without seeing another’s' }),
  }),
  output: DecisionSchema,
  examples: [
    'register-mark tolmesh-2024 same 0f3a91c2 77b0d4e1 --by "R. Haddad" --reason "father, age and day agree"',
    'register-mark tolmesh-2024 different 0f3a91c2 77b0d4e1 --blind --by "S. Aziz" --reason "cousins: fathers differ"',
    'register-mark tolmesh-2024 split 77b0d4e1 --by "R. Haddad" --reason "the hospital discharged him"',
    'register-mark tolmesh-2024 not-a-victim 77b0d4e1 --by "R. Haddad" --reason "found alive on 16 May"',
  ],
  async run(context, { case: path, mark, ids, note, blind, ...who }) {
    const folder = await openCase(path)
    return withWorkspace(folder, { ...context, command: 'register-mark' }, async ({ custody, store, settle }) => {
      await settle()
      const [entries, pairs, persons, decisions] = [
        await store.entries(),
        await store.entryPairs(),
        await store.persons(),
        await store.decisions(),
      ]
      const decided = decideEntries(
        { entries, pairs, persons, decisions },
        { mark, ids, note: note ?? null, blind, by: who.by },
      )
      const record = {
        kind: 'decision' as const,
        id: newRecordId(),
        at: context.now().toISOString(),
        ...who,
        ...decided,
        sequence: nextSequence(decisions, (await readSealed(folder)).records),
      }
      await custody.write(record)
      await settle()
      const { kind: _kind, sequence: _sequence, ...shown } = record
      return { ...shown, undone: false, orphan: false }
    })
  },
  print: ({ id, action, by: author }) =>
    `${author}: ${action}\ndecision ${id} (take it back with \`corroborate decide CASE undo ${id.slice(0, 8)} --by … --reason …\`)`,
})
