/** `overview`: what a case holds at a glance. */
import { z } from 'zod'
import { OverviewSchema, type VaultState } from '../publish/contract.ts'
import { asOfField, caseField, operation, SURFACES } from './operation.ts'
import { viewing } from './sight.ts'
import { countOf } from './table.ts'

export const overview = operation({
  name: 'overview',
  summary: 'Show what a case holds at a glance',
  description: 'Counts, tolls, drift and commitments of a case in one answer.',
  permission: 'read',
  surfaces: SURFACES,
  input: z.object({ case: caseField, asOf: asOfField }),
  output: OverviewSchema,
  examples: ['overview coast-2025', 'overview coast-2025 --as-of 2025-03-10 --json'],
  run: (context, input) => viewing(context, input.case, (view) => view.overview(input.asOf ?? null)),
  print({ case: header, counts, drift, vault }) {
    return [
      `${header.title}${header.invented ? ' — INVENTED' : ''}`,
      [header.period, ...header.places].filter(Boolean).join(' · '),
      `${countOf(counts.documents, 'document')}, ${countOf(counts.figures, 'figure')}, ${countOf(counts.claims, 'claim')}; ${counts.machineRead} machine-read, ${counts.reviewed} reviewed, ${counts.rejected} rejected`,
      `${counts.needTranscription} need transcription, ${counts.unreadable} could not be read`,
      `${countOf(drift.length, 'drift notice')}`,
      ...(vault === undefined ? [] : [vaultText(vault)]),
    ].join('\n')
  },
})

/** What a case holds back. */
function vaultText({ items, unseen, withdrawals }: VaultState): string {
  return [
    countOf(items, 'confidential item'),
    ...(unseen > 0 ? [`${unseen} locked: nothing here is counted with them`] : []),
    ...(withdrawals.length > 0 ? [`${withdrawals.length} withdrawn`] : []),
  ].join(', ')
}
