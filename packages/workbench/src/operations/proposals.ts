/** `proposals`: what was sent to a second reader, and what became of its proposals. */
import { z } from 'zod'
import type { Asked } from '../publish/contract.ts'
import { AskedSchema, SecondReaderSchema } from '../publish/proposal-contract.ts'
import { caseField, operation } from './operation.ts'
import { viewing } from './sight.ts'
import { countOf, cut, table } from './table.ts'

export const proposals = operation({
  name: 'proposals',
  summary: 'List what was sent to a second reader and what became of its proposals',
  description:
    'Every time that text of a document left the machine: when, to which host and model, how much, and each proposal of the answer with its verdict and reason. Shows whether a second reader is enabled for the case.',
  permission: 'read',
  surfaces: ['cli', 'http'],
  input: z.object({ case: caseField }),
  output: z.object({ secondReader: SecondReaderSchema.nullable(), asked: z.array(AskedSchema) }),
  examples: ['proposals coast-2025', 'proposals coast-2025 --json'],
  run: (context, input) =>
    viewing(context, input.case, (view) => ({ secondReader: view.secondReader(), asked: [...view.asked()] })),
  print: ({ secondReader, asked }) =>
    [
      secondReader === null
        ? 'No second reader is enabled for this case.'
        : `Enabled by ${secondReader.by}: ${secondReader.model} at ${secondReader.host} (${secondReader.reason}).`,
      ...(asked.length === 0 ? ['Nothing was sent to a second reader.'] : asked.map(askedText)),
    ].join('\n'),
})

export function askedText(one: Asked): string {
  const head = `\n${one.at === null ? '' : `${one.at}  `}${one.file}: ${countOf(one.characters, 'character')} to ${one.host}, ${one.model}`
  const rows = (one.proposals ?? []).map((proposal) => [
    proposal.verdict,
    proposal.kind ?? '',
    cut(proposal.quote ?? '', 40),
    cut(proposal.speaker ?? '', 30),
    cut(proposal.reason, 110),
  ])
  return [
    head,
    ...(one.failure === null ? [] : [`  ${one.failure}`]),
    ...(one.proposals === null ? ['  the case no longer holds this document'] : []),
    ...(rows.length === 0 ? [] : [table(['verdict', 'kind', 'quote', 'speaker', 'why'], rows)]),
  ].join('\n')
}
