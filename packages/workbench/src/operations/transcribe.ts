/** `transcribe`: records what a person sees in a scan, a picture or a recording, from a text file, signed with their name. */
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'
import { DecisionSchema } from '../publish/contract.ts'
import { decodeText } from '../read/encoding.ts'
import { recordDecision } from './decide.ts'
import { caseField, operation } from './operation.ts'

export const transcribe = operation({
  name: 'transcribe',
  summary: 'Record what a person reads in a scan, a picture or a recording',
  description:
    'The text becomes that of the document, shown as transcribed by that person, and figures and claims are read in it. It is kept as a decision: a later transcription follows it, and `decide CASE undo ID` takes it back; nothing is overwritten. The app does the same with `decide CASE transcribe`.',
  permission: 'decide',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    item: z.string().min(1).meta({
      position: 1,
      placeholder: 'ITEM',
      description: 'Name of its file, id of its document, or its digest; ids may be cut short',
    }),
    text: z.string().min(1).meta({ path: true, placeholder: 'FILE', description: 'A text file with the words' }),
    by: z.string().trim().min(1).meta({ placeholder: 'NAME', description: 'Who transcribed' }),
    reason: z.string().trim().min(1).meta({ placeholder: 'TEXT', description: 'Why, or from what it was made' }),
    language: z
      .string()
      .optional()
      .meta({ placeholder: 'CODE', description: 'Language of the words (en, ar); found from them where not given' }),
    page: z.coerce
      .number()
      .int()
      .min(1)
      .optional()
      .meta({ placeholder: 'N', description: 'The page that was transcribed, from 1; without it, the whole' }),
  }),
  output: DecisionSchema,
  examples: [
    'transcribe coast-2025 scan.png --text scan.txt --by "R. Haddad" --reason "typed from the scan, checked twice" --language ar',
    'transcribe coast-2025 report.pdf --page 3 --text page-3.txt --by "R. Haddad" --reason "page 3 is a picture"',
  ],
  async run(context, { case: path, item, text: file, by, reason, language, page }) {
    const text = await textOf(file)
    const set = { text, language: language ?? null, page: page ?? null }
    return recordDecision({ ...context, command: 'transcribe' }, path, {
      action: 'transcribe',
      target: item,
      set,
      by,
      reason,
    })
  },
  print: ({ id, by, target, set }) =>
    `transcribed by ${by}: item ${target?.id.slice(0, 16)}${set?.page == null ? '' : `, page ${set.page}`}\ndecision ${id} (take it back with \`corroborate decide CASE undo ${id.slice(0, 8)} --by … --reason …\`)`,
})

async function textOf(file: string): Promise<string> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new PathError(file, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
  const decoded = decodeText(bytes)
  if (decoded === null) throw new PathError(file, 'it holds no text in an encoding we know; save it as UTF-8')
  return decoded.text
}
