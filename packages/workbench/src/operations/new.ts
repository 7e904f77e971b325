/** `new`: makes an empty case. */
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { createCase } from '../preserve/case-folder.ts'
import { CaseHeaderSchema } from '../publish/contract.ts'
import { caseField, operation } from './operation.ts'

export const newCase = operation({
  name: 'new',
  summary: 'Make an empty case folder',
  description:
    'Makes the folder with its case.json. A folder that exists and is not empty is left alone. Title, period and places can be set now or edited in case.json later.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    title: z.string().min(1).optional().meta({ description: 'Title of the case; the name of the folder by default' }),
    description: z.string().optional().meta({ description: 'What the case is about' }),
    period: z.string().optional().meta({ description: 'Period it covers, as an EDTF interval: 2025-03-06/2025-04-10' }),
    place: z.array(z.string()).default([]).meta({ description: 'A place it covers; may be given again' }),
    standard: z
      .string()
      .optional()
      .meta({ description: 'Standard of proof, for example "reasonable grounds to believe"' }),
    invented: z
      .boolean()
      .default(false)
      .meta({ description: 'Mark everything in it as invented, in every view and export' }),
  }),
  output: CaseHeaderSchema.extend({ folder: z.string() }),
  examples: ['new coast-2025 --title "Violence on the coast" --period 2025-03-06/2025-03-10 --place Latakia'],
  async run(context, { case: path, place, ...draft }) {
    const folder = await createCase(path, {
      ...(draft.title === undefined ? {} : { title: draft.title }),
      description: draft.description ?? null,
      period: draft.period ?? null,
      places: place,
      standard: draft.standard ?? null,
      invented: draft.invented,
      parties: [],
    })
    await withWorkspace(folder, { ...context, command: 'new' }, ({ settle }) => settle())
    const { format: _format, parties: _parties, ...header } = folder.file
    return { ...header, folder: folder.root }
  },
  print: ({ title, folder }) =>
    `Made the case "${title}" in ${folder}\nNext: corroborate add ${folder} PATH...   then: corroborate serve ${folder}`,
})
