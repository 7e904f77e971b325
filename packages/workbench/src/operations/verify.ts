/** `verify`: checks originals, log and records. */
import { z } from 'zod'
import { withWorkspace } from '../derive/workspace.ts'
import { newRecordId } from '../model/ids.ts'
import { openCase } from '../preserve/case-folder.ts'
import { verifyCase } from '../preserve/verify-case.ts'
import { caseField, EXIT, operation } from './operation.ts'
import { countOf } from './table.ts'

const ProblemSchema = z.object({ code: z.string(), message: z.string(), path: z.string() })

export const verify = operation({
  name: 'verify',
  summary: 'Check that nothing in a case has changed since it was acknowledged',
  description:
    'Checks every original against its digest, the log against its signature and the checkpoint this machine remembers, and every record against its leaf. Writes nothing; with --record the result is appended to the log.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    record: z.boolean().default(false).meta({ description: 'Append the result to the log' }),
  }),
  output: z.object({
    valid: z.boolean(),
    originals: z.number().int(),
    records: z.number().int(),
    leaves: z.number().int(),
    problems: z.array(ProblemSchema),
    warnings: z.array(ProblemSchema),
  }),
  examples: ['verify coast-2025', 'verify coast-2025 --record'],
  async run(context, { case: path, record }) {
    const folder = await openCase(path)
    const result = await verifyCase(folder, context.home)
    const problems = [...result.problems]
    if (record) {
      await withWorkspace(folder, { ...context, command: 'verify --record' }, async ({ custody }) => {
        await custody.write({ kind: 'verification', id: newRecordId(), at: context.now().toISOString(), problems })
        await custody.acknowledge()
      })
    }
    return { ...result, problems, warnings: [...result.warnings], valid: problems.length === 0 }
  },
  print: ({ valid, originals, records, leaves, problems, warnings }) =>
    [
      ...problems.map(({ path, code, message }) => `FAILED ${path}: ${message} [${code}]`),
      ...warnings.map(({ path, code, message }) => `note ${path}: ${message} [${code}]`),
      `${valid ? 'Everything checks' : `${countOf(problems.length, 'problem')} found`}: ${countOf(originals, 'original')}, ${countOf(records, 'record')}, ${countOf(leaves, 'leaf', 'leaves')} of the log.`,
    ].join('\n'),
  exitCode: ({ valid }) => (valid ? EXIT.done : EXIT.failed),
})
