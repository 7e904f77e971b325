/** `checkpoint` and `dates`: the head of a case's log, to compare, to print and keep elsewhere, and who else dates it. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { NotALogError, writeDurably } from '@corroborate/evidence'
import { z } from 'zod'
import { PathError } from '../intake/walk.ts'
import { openCase } from '../preserve/case-folder.ts'
import type { DatingOptions } from '../preserve/dating.ts'
import { caseVerifier } from '../preserve/signer.ts'
import { checkpointPage } from '../publish/checkpoint-page.ts'
import { CheckpointViewSchema, checkpointView, datingLines } from '../publish/checkpoint-view.ts'
import { caseField, type OperationContext, operation } from './operation.ts'
import { trustField, trustFrom } from './trust.ts'

export const checkpoint = operation({
  name: 'checkpoint',
  summary: "Show the head of a case's log, to compare it with others or to print it",
  description:
    'The checkpoint fixes every event of the log up to now. Print it, or write down its size and the thirty digits, and keep that away from this machine: `verify --checkpoint` then refuses a log that was rolled back, forked or signed anew. It also says who else dates it.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    page: z.string().min(1).optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'Write it as a page (HTML, English and Arabic) to print',
    }),
    trust: trustField,
  }),
  output: CheckpointViewSchema,
  examples: ['checkpoint coast-2025', 'checkpoint coast-2025 --page checkpoint.html'],
  async run(context, { case: path, page, trust }) {
    if (page !== undefined && existsSync(page))
      throw new PathError(page, 'it is there already, and may be an earlier checkpoint: name another file')
    const view = await viewOf(context, path, await trustFrom(trust))
    if (page !== undefined) await writeDurably(resolve(page), Buffer.from(checkpointPage(view, context.now())))
    return view
  },
  print: ({ origin, size, root, digits, key, ...dating }, { page }) =>
    [
      `log      ${origin}`,
      `events   ${size}`,
      `root     ${root}`,
      `key      ${key ?? 'unknown'}`,
      `compare  ${size} ${digits.join(' ')}`,
      '',
      ...datingLines(dating),
      ...(page === undefined ? [] : ['', `Wrote ${page}: print it, or keep it away from this machine.`]),
    ].join('\n'),
})

export const dates = operation({
  name: 'dates',
  summary: 'Show who else says when a case stood as it does',
  description:
    'Time-stamps and cosignatures of witnesses on the checkpoints of the log, judged anew, and how many events nobody has dated yet. Trust in authorities is not judged here; see `verify --trust`.',
  permission: 'read',
  surfaces: ['cli', 'http'],
  input: z.object({ case: caseField }),
  output: CheckpointViewSchema,
  examples: ['dates coast-2025'],
  run: (context, { case: path }) => viewOf(context, path, null),
  print: (dating) => datingLines(dating).join('\n'),
})

async function viewOf(context: OperationContext, path: string, trusted: DatingOptions['trusted']) {
  const folder = await openCase(path)
  const { verifier } = await caseVerifier(folder, context.home)
  const view = await checkpointView(folder, { trusted, verifier })
  if (view === null) throw new NotALogError(folder.log, 'the case has no event yet')
  return view
}
