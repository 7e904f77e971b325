/** `new`: makes an empty case. */
import { readFile } from 'node:fs/promises'
import { parseEdtf } from '@corroborate/claims'
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { PathError, reasonOf } from '../intake/walk.ts'
import { type CaseDraft, CaseDraftSchema } from '../model/case-file.ts'
import { createCase } from '../preserve/case-folder.ts'
import { acknowledgeCaseFile } from '../preserve/case-record.ts'
import { CaseHeaderSchema } from '../publish/contract.ts'
import { caseField, operation } from './operation.ts'

export const newCase = operation({
  name: 'new',
  summary: 'Make an empty case folder',
  description:
    'Makes the folder with its case.json. A folder that exists and is not empty is left alone. Title, period and places can be set now or edited in case.json later; `verify --acknowledge` then says that the edit is meant.',
  permission: 'write',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    from: z.string().optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'A JSON file with these settings, and with parties and places that only this case knows',
    }),
    title: z.string().min(1).optional().meta({ description: 'Title of the case; the name of the folder by default' }),
    description: z.string().optional().meta({ description: 'What the case is about' }),
    period: z
      .string()
      .refine(
        (text) => parseEdtf(text) !== null,
        'a period as 2025-03-06/2025-04-10, or a date as YYYY, YYYY-MM or YYYY-MM-DD',
      )
      .optional()
      .meta({ description: 'Period it covers, as an EDTF interval: 2025-03-06/2025-04-10' }),
    place: z.array(z.string()).default([]).meta({ description: 'A place it covers; may be given again' }),
    standard: z
      .string()
      .optional()
      .meta({ description: 'Standard of proof, for example "reasonable grounds to believe"' }),
    invented: z
      .boolean()
      .optional()
      .meta({ description: 'Mark everything in it as invented, in every view and export' }),
  }),
  output: CaseHeaderSchema.extend({ folder: z.string() }),
  examples: [
    'new coast-2025 --title "Violence on the coast" --period 2025-03-06/2025-03-10 --place Latakia',
    'new coast-2025 --from casebook/syria-coast-2025/case.json',
  ],
  async run(context, { case: path, place, from, ...draft }) {
    const about = from === undefined ? {} : await readDraft(from)
    const given = Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined))
    const folder = await createCase(path, { ...about, ...given, ...(place.length > 0 ? { places: place } : {}) })
    await withWorkspace(folder, { ...context, command: 'new' }, async ({ custody, settle }) => {
      await acknowledgeCaseFile(custody)
      await settle()
    })
    const { format: _format, parties: _parties, gazetteer: _gazetteer, ...header } = folder.file
    return { ...header, folder: folder.root }
  },
  print: ({ title, folder }) =>
    `Made the case "${title}" in ${folder}\nNext: corroborate add ${folder} PATH...   then: corroborate serve ${folder}`,
})

async function readDraft(path: string): Promise<CaseDraft> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
  try {
    return CaseDraftSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new PathError(
      path,
      `it does not describe a case: ${error instanceof z.ZodError ? z.prettifyError(error) : 'it is not JSON'}`,
    )
  }
}
