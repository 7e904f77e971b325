/** `overview`: what a case holds at a glance. */
import { join } from 'node:path'
import { z } from 'zod'
import { openCase } from '../preserve/case-folder.ts'
import { BrokenRecordError, type CaseRecord, listRecords, readRecord } from '../preserve/records.ts'
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
  async run(context, input) {
    const shown = await viewing(context, input.case, (view) => view.overview(input.asOf ?? null))
    const unfinished = await unfinishedIn((await openCase(input.case)).records)
    return unfinished === null ? shown : { ...shown, unfinished }
  },
  print({ case: header, counts, drift, vault, unfinished }) {
    return [
      `${header.title}${header.invented ? ' — INVENTED' : ''}`,
      [header.period, ...header.places].filter(Boolean).join(' · '),
      `${countOf(counts.documents, 'document')}, ${countOf(counts.figures, 'figure')}, ${countOf(counts.claims, 'claim')}; ${counts.machineRead} machine-read, ${counts.reviewed} reviewed, ${counts.rejected} rejected`,
      `${counts.needTranscription} need transcription, ${counts.unreadable} could not be read`,
      `${countOf(drift.length, 'drift notice')}`,
      ...(vault === undefined ? [] : [vaultText(vault)]),
      ...(unfinished === undefined
        ? []
        : [
            `${countOf(unfinished.intakes, 'intake')} not finished: ${countOf(unfinished.captures, 'capture')} kept, of which not all may be read; give the same \`corroborate add\` again, which goes on with it`,
          ]),
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

/** Intakes without their end; null where each has one. Captures are read only where there is such an intake. */
async function unfinishedIn(records: string): Promise<{ intakes: number; captures: number } | null> {
  const open = new Set<string>()
  for await (const record of recordsIn(records, 'intakes')) open.add(record.id)
  for await (const record of recordsIn(records, 'intake-ends')) {
    if (record.kind === 'intake-end') open.delete(record.intake)
  }
  if (open.size === 0) return null
  let captures = 0
  for await (const record of recordsIn(records, 'captures')) {
    if (record.kind === 'capture' && open.has(record.intake)) captures++
  }
  return { intakes: open.size, captures }
}

/** A damaged one is passed over: `verify` names it, and what can be shown is shown. */
async function* recordsIn(records: string, folder: 'intakes' | 'intake-ends' | 'captures'): AsyncIterable<CaseRecord> {
  for (const name of await listRecords(join(records, folder))) {
    try {
      yield (await readRecord(records, `${folder}/${name}`)).record
    } catch (error) {
      if (!(error instanceof BrokenRecordError)) throw error
    }
  }
}
