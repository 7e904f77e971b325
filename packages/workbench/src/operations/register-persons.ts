/** `register-persons` and `register-show`: the persons of the register, and one of them with every entry. */
import { z } from 'zod'
import { type PersonDetail, PersonDetailSchema, PersonSummarySchema } from '../publish/register-contract.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { cut, table } from './table.ts'

export const registerPersons = operation({
  name: 'register-persons',
  summary: 'List the persons of the register',
  description:
    'Every person with what the entries state together and the lists that hold it. Search folds hamza, diacritics and case. Fields on which entries differ are named; nothing is averaged.',
  permission: 'read',
  surfaces: SURFACES,
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
    registerReading(context, input.case, async (view) => {
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
  surfaces: SURFACES,
  input: z.object({
    case: caseField,
    id: z.string().min(4).meta({ position: 1, placeholder: 'ID', description: 'Id of a person or of an entry' }),
  }),
  output: PersonDetailSchema,
  examples: ['register-show tolmesh-2024 5d0c1f2a'],
  run: (context, input) =>
    registerReading(context, input.case, async (view) => {
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
