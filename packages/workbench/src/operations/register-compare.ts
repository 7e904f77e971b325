/** `register-compare`: what changed from one release of a list to the next. */
import { z } from 'zod'
import { ReleaseDifferencesSchema } from '../publish/register-contract.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { countOf } from './table.ts'

export const registerCompare = operation({
  name: 'register-compare',
  summary: 'Show what changed from one release of a list to the next, row by row',
  description:
    'Rows added, removed and changed, field by field. Rows go on by the list’s own numbers where they keep their names, else by equal cells, else by linkage; that was settled when the release was taken.',
  permission: 'read',
  surfaces: SURFACES,
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
    registerReading(context, input.case, async (view) => {
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
