/** `link`: who is who across lists of names, without a case. */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import {
  ColumnsError,
  type Linkage,
  type LinkOptions,
  link as linkTables,
  ROLES,
  type Role,
  roleOfHeader,
  type Table,
} from '@corroborate/linkage'
import { z } from 'zod'
import { reasonOf } from '../intake/walk.ts'
import { readFrequencies } from '../link/frequencies.ts'
import { ListError } from '../link/list-error.ts'
import { readList } from '../link/read-list.ts'
import { type OperationContext, streamingOperation } from './operation.ts'

const EntrySchema = z.object({ list: z.string(), row: z.int().min(1) })

const PlacedSchema = z.object({
  list: z.string().meta({ description: "The list's file name" }),
  row: z.int().min(1).meta({ description: 'Counted from 1 after the header' }),
  person: z.string().meta({ description: 'The same for entries of one person' }),
  probability: z.number().meta({ description: 'That the entry belongs where it was placed' }),
})

const PairSchema = z.object({
  a: EntrySchema,
  b: EntrySchema,
  probability: z.number().meta({ description: 'That both are one person' }),
  weight: z.number().meta({ description: 'log2 of the odds' }),
})

const ConfigSchema = z.strictObject({
  columns: z.record(z.string(), z.enum(ROLES as unknown as [Role, ...Role[]])).optional(),
  threshold: z.number().gt(0).lt(1).optional(),
  seed: z.int().optional(),
  duplicates: z.boolean().optional(),
  frequencies: z.record(z.string(), z.string()).optional(),
  same: z.array(z.tuple([EntrySchema, EntrySchema])).optional(),
  different: z.array(z.tuple([EntrySchema, EntrySchema])).optional(),
})

export const link = streamingOperation({
  name: 'link',
  summary: 'Find who is who across lists of names, without a case',
  description:
    'Reads lists (CSV, TSV, XLSX, JSON, Parquet) and says which rows are one person. One list: finds duplicates within it. Several: links them, each taken to be free of duplicates unless --duplicates. Columns are recognised by their headers; a configuration names them otherwise. Nothing is kept and nothing is written. Everything it prints is machine-made.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    lists: z.array(z.string().min(1)).min(1).meta({
      position: 0,
      path: true,
      placeholder: 'LIST',
      description: 'Files of lists; the first row names the columns',
    }),
    config: z.string().optional().meta({
      path: true,
      placeholder: 'FILE',
      description:
        'JSON with columns (header to role), threshold, seed, duplicates, frequencies (field to a CSV of value and count: how common names are beyond the lists), same and different (pairs of list and row)',
    }),
    duplicates: z.boolean().default(false).meta({ description: 'Lists may hold a person twice' }),
    pairs: z.boolean().default(false).meta({ description: 'Print scored pairs instead of persons' }),
  }),
  output: z.union([PlacedSchema, PairSchema]),
  examples: ['link list.csv', 'link monitor.csv hospital.xlsx --json > persons.jsonl', 'link a.csv b.csv --pairs'],
  async *run(context, { lists, config, duplicates, pairs }) {
    const settings = config === undefined ? {} : await readConfig(config)
    const columns = settings.columns ?? {}
    const tables = await readLists(context, lists, columns)
    const names = tables.map(({ list }) => list)
    const linkage = linked(tables, {
      ...plainOptions(settings, duplicates),
      columns,
      frequencies: await readFrequencies(settings.frequencies ?? {}, config ?? ''),
      same: decided(names, tables, settings.same),
      different: decided(names, tables, settings.different),
      onStage: () => context.signal.throwIfAborted(),
    })
    tell(context, tables, linkage)
    if (pairs) {
      for (const { a, b, probability, weight } of linkage.pairs()) {
        yield {
          a: { list: names[a.list]!, row: a.row + 1 },
          b: { list: names[b.list]!, row: b.row + 1 },
          probability: rounded(probability),
          weight: rounded(weight),
        }
      }
      return
    }
    for (const [index, { list, rows }] of tables.entries())
      for (let row = 0; row < rows; row++)
        yield {
          list,
          row: row + 1,
          person: String(linkage.persons[index]![row]! + 1),
          probability: rounded(linkage.probabilities[index]![row]!),
        }
  },
  print: (answer) =>
    'person' in answer
      ? `${answer.list}\t${answer.row}\tperson ${answer.person}\t${answer.probability}`
      : `${answer.a.list} ${answer.a.row}\t${answer.b.list} ${answer.b.row}\t${answer.probability}\t${answer.weight}`,
})

function linked(tables: readonly Table[], options: LinkOptions): Linkage {
  try {
    return linkTables(tables, options)
  } catch (error) {
    if (error instanceof ColumnsError) throw new ListError('columns', error.message)
    throw error
  }
}

function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4
}

function plainOptions(settings: z.infer<typeof ConfigSchema>, duplicates: boolean): LinkOptions {
  return {
    duplicates: duplicates || settings.duplicates === true,
    ...(settings.threshold === undefined ? {} : { threshold: settings.threshold }),
    ...(settings.seed === undefined ? {} : { seed: settings.seed }),
  }
}

async function readConfig(path: string): Promise<z.infer<typeof ConfigSchema>> {
  let text: string
  try {
    text = await readFile(path, 'utf8')
  } catch (error) {
    throw new ListError(path, reasonOf(error as NodeJS.ErrnoException))
  }
  try {
    return ConfigSchema.parse(JSON.parse(text))
  } catch (error) {
    throw new ListError(path, error instanceof z.ZodError ? z.prettifyError(error) : 'it is not valid JSON')
  }
}

/** Lists by file name; by path where two have the same. The same bytes twice is a mistake, and said so. */
async function readLists(
  context: OperationContext,
  paths: readonly string[],
  columns: Readonly<Record<string, Role>>,
): Promise<readonly Table[]> {
  const seen = new Map<string, string>()
  for (const path of paths.length > 1 ? paths : []) {
    const digest = await digestOf(path)
    const before = seen.get(digest)
    if (before !== undefined)
      throw new ListError(
        path,
        `it holds the same bytes as ${before}; give a list once (one list alone is searched for duplicates)`,
      )
    seen.set(digest, path)
  }
  const names = paths.map((path) => basename(path))
  const tables: Table[] = []
  for (const [index, path] of paths.entries()) {
    context.progress('reading', index, paths.length)
    const { table, notes } = await readList(
      path,
      (header) => columns[header] !== undefined || roleOfHeader(header) !== null,
    )
    for (const note of notes) context.say(note)
    tables.push(names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? table : { ...table, list: path })
  }
  return tables
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  } catch (error) {
    throw new ListError(path, reasonOf(error as NodeJS.ErrnoException))
  }
  return hash.digest('hex')
}

type Entry = z.infer<typeof EntrySchema>

function decided(names: readonly string[], tables: readonly Table[], pairs: readonly (readonly [Entry, Entry])[] = []) {
  return pairs.map(([a, b]) => [place(a), place(b)] as const)

  function place({ list, row }: Entry) {
    const index = names.indexOf(list)
    if (index === -1)
      throw new ListError(list, `the configuration decides on a list that is not given (given: ${names.join(', ')})`)
    if (row > tables[index]!.rows)
      throw new ListError(list, `the configuration decides on row ${row}, but the list has ${tables[index]!.rows}`)
    return { list: index, row: row - 1 }
  }
}

/** Which columns were understood and what was left out: headers and numbers, never a value. */
function tell(context: OperationContext, tables: readonly Table[], linkage: Linkage): void {
  for (const { list } of tables) {
    const own = linkage.columns.filter((one) => one.list === list)
    const used = own.filter(({ role }) => role !== 'ignore').map(({ column, role }) => `${column} → ${role}`)
    const ignored = own.filter(({ role }) => role === 'ignore').map(({ column }) => column)
    context.say(`${list}: ${shortened(used)}${ignored.length > 0 ? `; not compared: ${shortened(ignored)}` : ''}`)
  }
  if (linkage.alone > 0) context.say(`${linkage.alone} entries name a group or nobody; they are linked to nothing`)
  if (linkage.tooCommon > 0)
    context.say(
      `${linkage.tooCommon} entries agree with so many others that a rule leaves them out; they are linked only by other rules`,
    )
  if (linkage.compared === 0 && tables.some(({ rows }) => rows > 0))
    context.say('no two entries are likely enough one person to be compared')
  else context.say(`estimated share of matching pairs never compared: ${(linkage.missed * 100).toFixed(2)} %`)
}

function shortened(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => (name.length > 60 ? `${name.slice(0, 60)}…` : name))
  return shown.join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')
}
