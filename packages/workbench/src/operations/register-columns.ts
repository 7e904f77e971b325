/** `register-columns`: how the columns of a list would be read. */
import { openOriginals } from '@corroborate/evidence'
import { z } from 'zod'
import { ListPreviewSchema } from '../publish/register-contract.ts'
import { previewList } from '../register/take-list.ts'
import { caseField, type OperationContext, operation, SURFACES } from './operation.ts'
import { registerReading } from './register-sight.ts'
import { countOf, cut, table } from './table.ts'

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
  surfaces: SURFACES,
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
  return registerReading(context, path, async ({ lists }, { folder, reader }) => {
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
