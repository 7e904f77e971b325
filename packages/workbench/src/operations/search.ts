/** `search`: words in the documents of a case. */
import { z } from 'zod'
import { caseField, operation, SURFACES } from './operation.ts'
import { reading } from './sight.ts'

export const search = operation({
  name: 'search',
  summary: 'Find words in the documents of a case',
  description:
    'Finds passages that hold every word, whatever their case, diacritics or hamza, in Latin and Arabic script.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({
    case: caseField,
    q: z.string().min(1).max(400).meta({ position: 1, placeholder: 'WORDS', description: 'Words to find' }),
  }),
  output: z.object({
    hits: z.array(
      z.object({
        document: z.string(),
        title: z.string().nullable(),
        start: z.number(),
        end: z.number(),
        snippet: z.string(),
      }),
    ),
  }),
  examples: ['search coast-2025 "fact-finding"'],
  run: (context, input) =>
    reading(context, input.case, async (reader) => ({ hits: [...(await reader.search(input.q, 100))] })),
  print: ({ hits }) =>
    hits.map((hit) => `${hit.document.slice(0, 12)}  ${hit.title ?? ''}\n  ${hit.snippet}`).join('\n') ||
    'Nothing found.',
})
