/** `estimate`: how many are on none of the lists of an overlap table or of a case's register, or a refusal. */
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  type Estimation,
  type OverlapTable,
  readStratifiedCsv,
  type StratifiedTable,
  TableError,
} from '@corroborate/estimation'
import { z } from 'zod'
import { PathError, reasonOf } from '../intake/walk.ts'
import { DRAWS, estimateCase, printCaseEstimation } from './estimate-case.ts'
import { EstimationSchema, estimateTable, inStrata, picturesOf } from './estimate-table.ts'
import { type OperationContext, operation } from './operation.ts'

export const estimate = operation({
  name: 'estimate',
  summary: 'Estimate how many are on none of the lists of an overlap table or of a register',
  description:
    'Reads a CSV with one 0/1 column for each list and a column n of people with exactly that history, and sets every model side by side with its interval, its fit and what would make it wrong; never one number. It refuses, and says why, where fewer than three lists can be used, nobody is on two of them, or the models are not identified. A case folder in place of a table takes the persons of its register by list, with draws of who is who. Equal seeds give equal answers.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    table: z.string().min(1).meta({
      position: 0,
      path: true,
      placeholder: 'TABLE.csv|CASE',
      description: 'The overlap table, or a case folder for its register',
    }),
    by: z.string().optional().meta({
      placeholder: 'COLUMNS',
      description: 'Columns that are strata, as month,place; of a case: month, year, place, sex, age',
    }),
    lists: z
      .string()
      .optional()
      .meta({ placeholder: 'LISTS', description: 'Of a case: only these lists, by name, with commas between' }),
    draws: z
      .number()
      .int()
      .min(0)
      .max(1000)
      .default(DRAWS)
      .meta({ placeholder: 'M', description: 'Of a case: draws of who is who, pooled; 0 for none' }),
    seed: z.number().int().default(1).meta({ description: 'Seed of the samplers' }),
    quick: z.boolean().default(false).meta({ description: 'Leave out the bootstrap and the latent classes' }),
    pictures: z.string().optional().meta({
      path: true,
      placeholder: 'FOLDER',
      description: 'Also write overlap, panel, posterior and dependence as SVG there',
    }),
  }),
  output: EstimationSchema,
  examples: [
    'estimate overlaps.csv',
    'estimate overlaps.csv --json',
    'estimate overlaps.csv --seed 7 --pictures plots',
    'estimate tolmesh-2024 --by month,place',
  ],
  async run(context, { table: path, by, seed, quick, pictures, lists, draws }) {
    const strata = by?.split(',').map((name) => name.trim()) ?? []
    const { table, estimation, answer } = existsSync(join(path, 'case.json'))
      ? await estimateCase(context, path, {
          ...{ by: strata, seed, quick, draws },
          lists: lists?.split(',').map((name) => name.trim()) ?? [],
        })
      : await estimateFile(context, path, { by: strata, seed, quick })
    if (pictures !== undefined) await writePictures(pictures, table, estimation)
    return answer
  },
  print: printCaseEstimation,
})

async function estimateFile(
  context: OperationContext,
  path: string,
  { by, seed, quick }: { readonly by: readonly string[]; readonly seed: number; readonly quick: boolean },
) {
  const { whole: table, strata } = await readTable(path, by)
  const estimation = await estimateTable(context, table, { seed, quick })
  const answer = JSON.parse(JSON.stringify({ ...estimation, strata: strata.size === 0 ? null : inStrata(strata) }))
  return { table, estimation, answer: answer as z.infer<typeof EstimationSchema> }
}

async function readTable(path: string, by: readonly string[]): Promise<StratifiedTable> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PathError(path, error.code === 'ENOENT' ? 'there is no such file' : reasonOf(error))
  })
  try {
    return readStratifiedCsv(text, by, 'the table')
  } catch (error) {
    throw error instanceof TableError ? new PathError(path, error.message) : error
  }
}

async function writePictures(folder: string, table: OverlapTable, estimation: Estimation): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const [name, picture] of Object.entries(picturesOf(table, estimation)))
    await writeFile(join(folder, `${name}.svg`), picture)
}
