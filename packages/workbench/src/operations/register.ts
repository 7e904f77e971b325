/** The verbs that show the register of a case: lists, persons, what to review, names beside numbers. They cannot write. */
import { openOriginals } from '@corroborate/evidence'
import { z } from 'zod'
import { type CaseFolder, openCase } from '../preserve/case-folder.ts'
import { readCaseView } from '../publish/case-view.ts'
import type { CaseLedger } from '../publish/contract.ts'
import {
  ListPreviewSchema,
  type PersonDetail,
  PersonDetailSchema,
  PersonSummarySchema,
  QueueSchema,
  RegisterSummarySchema,
  ReleaseDifferencesSchema,
  TollBesideNamesSchema,
} from '../publish/register-contract.ts'
import { type RegisterView, readRegisterView } from '../publish/register-view.ts'
import { ROUNDS } from '../register/queue.ts'
import { previewList } from '../register/take-list.ts'
import type { CaseReader } from '../storage/case-store.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { caseField, type OperationContext, operation } from './operation.ts'
import { countOf, cut, table } from './table.ts'
import { NotFoundError } from './views.ts'

interface ReadFrom {
  readonly folder: CaseFolder
  readonly reader: CaseReader
  readonly ledger: () => Promise<CaseLedger>
}

/** Opens the register for reading and lets go of it. Lists are never confidential: no vault is asked for. */
async function reading<T>(
  { memory }: OperationContext,
  path: string,
  work: (view: RegisterView, from: ReadFrom) => Promise<T>,
): Promise<T> {
  const folder = await openCase(path)
  const base = await openSqliteReader(folder.database)
  try {
    const reader = memory?.recall(base) ?? base
    const register = () => readRegisterView(folder.file.gazetteer, reader)
    const ledger = async () => (await readCaseView(folder.file, reader)).ledger(null)
    const from = { folder, reader }
    if (memory === undefined) return await work(await register(), { ...from, ledger })
    return await work(await memory.view(memory, 'register', from, register), {
      ...from,
      ledger: () => memory.view(memory, 'register-ledger', from, ledger),
    })
  } finally {
    await base.close()
  }
}

const bothSurfaces = ['cli', 'http'] as const

export const register = operation({
  name: 'register',
  summary: 'Show the register of a case: its lists, its persons, and what is to be reviewed',
  description:
    'Lists with their releases and what changed from each to the next, persons by the lists that hold them, and how many pairs wait for a person. `corroborate register CASE add|columns|compare|persons|show|queue|mark|numbers …` are the verbs register-add and so on.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField }),
  output: RegisterSummarySchema,
  examples: ['register tolmesh-2024', 'register tolmesh-2024 --json'],
  run: (context, input) => reading(context, input.case, async (view) => view.summary()),
  print({ lists, counts, overlap, queue, agreement }) {
    if (lists.length === 0)
      return 'The register is empty: `corroborate register CASE add LIST --by … --reason …` takes a list that was added to the case.'
    const name = new Map(lists.map((release) => [release.list, release.name]))
    return [
      table(
        ['list', 'release', 'rows', 'added', 'removed', 'changed', 'taken by', 'id'],
        lists.map((one) => [
          one.name,
          one.release ?? (one.current ? 'latest' : 'earlier'),
          String(one.rows),
          String(one.added ?? '–'),
          String(one.removed ?? '–'),
          String(one.changed ?? '–'),
          one.by,
          one.id.slice(0, 8),
        ]),
      ),
      ...lists.flatMap((one) => (one.current ? one.notes.map((note) => `${one.name}: ${note}`) : [])),
      '',
      `${countOf(counts.entries, 'entry', 'entries')}: ${countOf(counts.persons, 'person')}${counts.weak > 0 ? ` (${counts.weak} held together by a weak join)` : ''}${counts.withdrawn > 0 ? `, ${counts.withdrawn} that no list holds any longer` : ''}; ${countOf(counts.groups, 'group')}, ${countOf(counts.unidentified, 'unidentified body', 'unidentified bodies')}, ${countOf(counts.notVictims, 'entry', 'entries')} no victim record`,
      `Victims without a name, some of whom may be named elsewhere: ${counts.unnamed.high === null ? 'no upper end is stated' : `up to ${counts.unnamed.high}`}`,
      '',
      table(
        ['persons', 'on'],
        overlap.map((one) => [String(one.persons), one.lists.map((list) => name.get(list) ?? list).join(' + ')]),
      ),
      '',
      `To review: ${countOf(queue.first, 'pair')}, ${queue.second} for a second reviewer, ${queue.third} on which two disagree`,
      agreement.kappa === null
        ? ''
        : `Reviewers agreed on ${agreement.agreed} of ${agreement.pairs} pairs (Cohen's kappa ${agreement.kappa.toFixed(2)}, ${agreement.low?.toFixed(2)} to ${agreement.high?.toFixed(2)})`,
    ]
      .join('\n')
      .trimEnd()
  },
})

const listField = z.string().min(1).meta({
  position: 1,
  placeholder: 'LIST',
  description: 'An item of the case: its file name or the beginning of its digest',
})

export const columnsField = z.record(z.string(), z.string()).optional().meta({
  placeholder: 'FIELD=COLUMN',
  description:
    'Column of a field, by its header or as #N by its place; name_ar=… for a second one of a field; stated=… for one that is only kept; may be given again',
})

export const registerColumns = operation({
  name: 'register-columns',
  summary: 'Show how the columns of a list would be read, with examples, before it is taken',
  description:
    'Columns are recognised by their headers; --columns puts them right. Nothing is kept. What no field takes is kept as stated and compared with nothing: community, ethnicity, sect and combatant status are such columns.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    item: listField,
    columns: columnsField,
    noHeader: z.coerce.boolean().default(false).meta({ description: 'The first row is an entry already' }),
  }),
  output: ListPreviewSchema,
  examples: [
    'register-columns tolmesh-2024 monitor.csv',
    'register-columns tolmesh-2024 hospital.xlsx --columns name=Patient --columns record=No',
  ],
  run: (context, input) => preview(context, input.case, { ...input, header: !input.noHeader }),
  print: ({ file, rows, columns, kinds, notes, takenAs }) =>
    [
      `${file}: ${countOf(rows, 'row')} (${kinds.person} name a person, ${kinds.group} a group, ${kinds.unidentified} nobody)`,
      takenAs === null ? '' : `It is in the register as a release of ${takenAs}.`,
      table(
        ['column', 'field', 'filled', 'different', 'for example'],
        columns.map((one) => [
          cut(one.header, 30),
          one.field,
          String(one.filled),
          String(one.distinct),
          cut(one.examples.join(' | '), 70),
        ]),
      ),
      ...notes,
    ]
      .filter((line) => line !== '')
      .join('\n'),
})

/** How the columns of an item are read, with examples. */
export async function preview(
  context: OperationContext,
  path: string,
  request: { readonly item: string; readonly header: boolean; readonly columns?: Record<string, string> | undefined },
) {
  return reading(context, path, async ({ lists }, { folder, reader }) => {
    const originals = await openOriginals(folder.originals)
    const { columns, kinds, notes, ...about } = await previewList(
      { ...request, columns: request.columns ?? {} },
      await reader.captures(),
      lists,
      (item) => originals.read(item),
    )
    return {
      ...about,
      kinds: { ...kinds },
      notes: [...notes],
      columns: columns.map((column) => ({ ...column, examples: [...column.examples] })),
    }
  })
}

export const registerCompare = operation({
  name: 'register-compare',
  summary: 'Show what changed from one release of a list to the next, row by row',
  description:
    'Rows added, removed and changed, field by field. Rows go on by the list’s own numbers where they keep their names, else by equal cells, else by linkage; that was settled when the release was taken.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    list: z
      .string()
      .min(1)
      .meta({ position: 1, placeholder: 'LIST', description: 'Name of a list, or id of a release' }),
  }),
  output: ReleaseDifferencesSchema.extend({ names: z.record(z.string(), z.string()).describe('Name of each entry') }),
  examples: ['register-compare tolmesh-2024 "Casualty Register"'],
  run: (context, input) =>
    reading(context, input.case, async (view) => {
      const found = view.differences(input.list)
      if (found === null)
        throw new NotFoundError(
          'earlier release of',
          input.list,
          'see `corroborate register CASE` for lists and releases',
        )
      const about = new Set([...found.added, ...found.removed, ...found.changed].map(({ entry }) => entry))
      const names = view.entries.flatMap(({ id, facts }) => (about.has(id) ? [[id, facts.name] as const] : []))
      return { ...found, names: Object.fromEntries(names) }
    }),
  print: ({ added, removed, changed, unchanged, names }) =>
    [
      `${countOf(added.length, 'row')} added, ${removed.length} removed, ${changed.length} changed, ${unchanged} unchanged`,
      ...added.map(({ entry, row }) => `+ row ${row}  ${names[entry]}`),
      ...removed.map(({ entry, row }) => `- row ${row}  ${names[entry]}`),
      ...changed.map(
        ({ entry, row, fields }) =>
          `~ row ${row}  ${names[entry]}: ${fields.map((one) => `${one.header}: ${JSON.stringify(one.before)} → ${JSON.stringify(one.after)}`).join('; ')}`,
      ),
    ].join('\n'),
})

export const registerPersons = operation({
  name: 'register-persons',
  summary: 'List the persons of the register',
  description:
    'Every person with what the entries state together and the lists that hold it. Search folds hamza, diacritics and case. Fields on which entries differ are named; nothing is averaged.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    q: z
      .string()
      .max(400)
      .optional()
      .meta({ placeholder: 'WORDS', description: 'Only persons with these words in a name, number or place' }),
    list: z.string().optional().meta({ placeholder: 'LIST', description: 'Only persons that this list holds' }),
    only: z.enum(['weak', 'differ', 'one-list', 'withdrawn', 'decided']).optional().meta({
      placeholder: 'WHICH',
      description:
        'Only persons held together by a weak join (weak), whose entries differ (differ), on one list (one-list), on none any longer (withdrawn), or decided on (decided)',
    }),
    offset: z.coerce.number().int().min(0).default(0).meta({ placeholder: 'N', description: 'How many to pass over' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(100_000)
      .default(1000)
      .meta({ placeholder: 'N', description: 'How many to show at most' }),
  }),
  output: z.object({ total: z.number().int(), persons: z.array(PersonSummarySchema) }),
  examples: ['register-persons tolmesh-2024', 'register-persons tolmesh-2024 --q محمود --only weak --json'],
  run: (context, input) =>
    reading(context, input.case, async (view) => {
      const named = view.lists.findLast(({ list, name }) => list === input.list || name === input.list)
      if (input.list !== undefined && named === undefined)
        throw new NotFoundError('list', input.list, 'see `corroborate register CASE`')
      const found = view.persons({ words: input.q ?? null, list: named?.list ?? null, only: input.only ?? null })
      return { total: found.length, persons: found.slice(input.offset, input.offset + input.limit) }
    }),
  print: ({ total, persons }) =>
    [
      table(
        ['id', 'name', 'sex', 'age', 'died', 'place', 'entries', ''],
        persons.map((one) => [
          one.id.slice(0, 12),
          cut(one.names.slice(0, 2).join(' / '), 50),
          one.sex ?? '',
          one.age === null ? '' : String(one.age),
          one.death ?? '',
          cut(one.place ?? '', 24),
          String(one.entries),
          [
            one.weak === null ? '' : `weak join ${one.weak.toFixed(2)}`,
            one.differ.length === 0 ? '' : `differ: ${one.differ.join(', ')}`,
            one.withdrawn ? 'on no list any longer' : '',
          ]
            .filter(Boolean)
            .join('; '),
        ]),
      ) || 'No person.',
      persons.length < total ? `${persons.length} of ${total}: go on with --offset` : '',
    ]
      .join('\n')
      .trimEnd(),
})

export const registerShow = operation({
  name: 'register-show',
  summary: 'Show one person: every entry as its list states it, and why they are one',
  description:
    'Entries side by side with every cell as written, the waterfall of weights between them, persons it may also be, notes and decisions. The id may be cut short; that of an entry will do.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    id: z.string().min(4).meta({ position: 1, placeholder: 'ID', description: 'Id of a person or of an entry' }),
  }),
  output: PersonDetailSchema,
  examples: ['register-show tolmesh-2024 5d0c1f2a'],
  run: (context, input) =>
    reading(context, input.case, async (view) => {
      const found = view.person(input.id)
      if (found === null)
        throw new NotFoundError('one person or entry that begins', input.id, 'see `corroborate register CASE persons`')
      return found
    }),
  print: printPerson,
})

function printPerson(person: PersonDetail): string {
  const short = new Map(person.entryList.map(({ id }) => [id, id.slice(0, 8)]))
  const waterfall = (pair: PersonDetail['pairs'][number]) =>
    [
      `prior ${pair.prior.toFixed(1)}`,
      ...pair.parts.map(
        (part) => `${part.comparison} ${part.level} ${part.bits >= 0 ? '+' : ''}${part.bits.toFixed(1)}`,
      ),
    ].join(', ')
  return [
    `${person.names.join(' / ')}   person ${person.id}`,
    person.weak === null ? '' : `hangs together by a weak join (probability ${person.weak.toFixed(2)})`,
    '',
    ...person.entryList.map(
      (entry) =>
        `${short.get(entry.id)}  row ${entry.versions.at(-1)?.row}${entry.removed === null ? '' : ' (removed by its list)'}${entry.probability === null ? '' : `  belongs here: ${entry.probability.toFixed(2)}`}\n    ${entry.versions.at(-1)?.cells.filter(Boolean).join(' | ')}`,
    ),
    '',
    ...person.pairs.map(
      (pair) => `${short.get(pair.a)} and ${short.get(pair.b)}: ${pair.probability.toFixed(2)} (${waterfall(pair)})`,
    ),
    ...person.near.map(
      ({ person: id, name, pair }) =>
        `may also be ${name} (${id.slice(0, 8)}): ${pair.probability.toFixed(2)} (${waterfall(pair)})`,
    ),
    ...person.notes.map(({ by, note }) => `${by}: ${note}`),
    ...person.decisions.map((id) => `decision ${id}`),
  ]
    .filter((line, at) => line !== '' || at > 1)
    .join('\n')
}

export const registerQueue = operation({
  name: 'register-queue',
  summary: 'List the pairs of entries that people should look at, the most telling first',
  description:
    'A first answer comes in the order of how many pairs of entries it is expected to move into or out of one person. Pairs with one answer wait for a second reviewer, who sees neither that answer nor the machine’s; pairs on which two disagree wait for a third. --as names the reviewer, who sees each pair once.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({
    case: caseField,
    as: z.string().trim().min(1).optional().meta({ placeholder: 'NAME', description: 'Who will answer' }),
    round: z.enum(ROUNDS).optional().meta({ placeholder: 'ROUND', description: 'Only first, second or third answers' }),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(1000)
      .default(20)
      .meta({ placeholder: 'N', description: 'How many to show at most' }),
  }),
  output: QueueSchema,
  examples: ['register-queue tolmesh-2024', 'register-queue tolmesh-2024 --as "R. Haddad" --round second'],
  run: (context, input) =>
    reading(context, input.case, async (view) =>
      view.queue(input.as ?? null, input.round === undefined ? ROUNDS : [input.round], input.limit),
    ),
  print: ({ total, queue, pairs }) =>
    [
      `${countOf(queue.first, 'pair')} to answer, ${queue.second} for a second reviewer, ${queue.third} on which two disagree`,
      ...pairs.map(
        ({ round, a, b, pair, together }) =>
          `\n${round}${pair === null ? ', blind' : `: probability ${pair.probability.toFixed(2)}, now ${together === true ? 'one person' : 'two persons'}`}\n  ${a.id.slice(0, 8)}  ${a.versions.at(-1)?.cells.filter(Boolean).join(' | ')}\n  ${b.id.slice(0, 8)}  ${b.versions.at(-1)?.cells.filter(Boolean).join(' | ')}`,
      ),
      pairs.length < total ? `\n${pairs.length} of ${total}` : '',
      pairs.length === 0
        ? 'Nothing waits.'
        : '\nAnswer with `corroborate register CASE mark same|different|unsure ID ID --by … --reason …`',
    ]
      .join('\n')
      .trimEnd(),
})

export const registerNumbers = operation({
  name: 'register-numbers',
  summary: 'Set each toll of the ledger beside the registered victims of the same scope',
  description:
    'For every toll of people killed: how many registered persons fall under it, how many victims have no name, how many it counts that nobody registered, and how many are registered beyond it. Each is a range, because lists leave out days and places and do not say who was a civilian.',
  permission: 'read',
  surfaces: bothSurfaces,
  input: z.object({ case: caseField }),
  output: z.array(TollBesideNamesSchema),
  examples: ['register-numbers tolmesh-2024'],
  run: (context, input) => reading(context, input.case, async (view, { ledger }) => [...view.numbers(await ledger())]),
  print: (rows) => {
    const between = ({ low, high }: { low: number; high: number | null }) =>
      high === null ? `${low} or more` : low === high ? String(low) : `${low}–${high}`
    return (
      table(
        ['origin', 'victims', 'place', 'as of', 'toll', 'named', 'unnamed', 'unaccounted for', 'in excess'],
        rows.map((row) => [
          row.origin ?? '(outlets themselves)',
          row.victims,
          cut(row.place ?? '', 20),
          row.point.asOf ?? 'undated',
          row.point.value === null
            ? (row.point.vagueWord ?? '')
            : `${row.point.comparator === 'exact' ? '' : `${row.point.comparator.replace('_', ' ')} `}${row.point.value}${row.point.valueMax === null ? '' : `–${row.point.valueMax}`}`,
          between(row.named),
          between(row.unnamed),
          between(row.unaccounted),
          between(row.excess),
        ]),
      ) || 'No toll of people killed yet.'
    )
  },
})
