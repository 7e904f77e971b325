/** `contents`: lists everything that a web capture of a case holds. */
import { openOriginals } from '@corroborate/evidence'
import { z } from 'zod'
import { DecisionError } from '../decisions/decision-error.ts'
import { openCase } from '../preserve/case-folder.ts'
import { byteSource } from '../read/byte-source.ts'
import { webCaptureOf } from '../read/captured-parts.ts'
import { webContents } from '../read/web-contents.ts'
import { openSqliteReader } from '../storage/sqlite/sqlite-store.ts'
import { NotFoundError } from './not-found.ts'
import { caseField, EXIT, streamingOperation } from './operation.ts'
import { cut } from './table.ts'

const nullable = z.string().nullable()
const RecordSchema = z.object({
  member: nullable.describe('The WARC file inside a WACZ file'),
  start: z.number().int().describe('Bytes of the file or member, as packed'),
  end: z.number().int(),
  type: nullable,
  id: nullable,
  url: nullable,
  captured: nullable,
  status: z.number().int().nullable(),
  mediaType: nullable,
  length: z.number().int(),
  refersTo: z.object({ url: nullable, captured: nullable }).nullable().describe('For a revisit: what it repeats'),
  problems: z.array(z.string()),
})

export const contents = streamingOperation({
  name: 'contents',
  summary: 'List everything that a web capture holds',
  description:
    'Every record of a WARC or WACZ file of the case: pages, pictures, styles, redirects and revisits, with address, date, status, place in the file, and whether its digests hold. Only pages become documents. With --json, one JSON object a record a line.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    case: caseField,
    item: z.string().min(1).meta({
      position: 1,
      placeholder: 'ITEM',
      description: 'Name of its file, or its digest, which may be cut short',
    }),
  }),
  output: z.union([RecordSchema, z.object({ member: nullable, broken: z.string() })]),
  examples: ['contents coast-2025 crawl.wacz', 'contents coast-2025 crawl.warc.gz --json'],
  async *run(_, { case: path, item: named }) {
    const folder = await openCase(path)
    const { item, name } = await itemNamed(folder.database, named)
    const source = await byteSource({ path: await (await openOriginals(folder.originals)).path(item) })
    const kind = await webCaptureOf(source, name)
    if (kind === null) throw new DecisionError(`${name} is no web capture: its documents are all that it holds`)
    for await (const one of webContents(source, kind, name))
      yield 'broken' in one ? one : { ...one, problems: [...one.problems] }
  },
  print(one) {
    if ('broken' in one) return `BROKEN: ${one.broken}`
    const { start, type, status, mediaType, url, refersTo, problems } = one
    const what = [type ?? 'no type', status, mediaType].filter((part) => part !== null).join(' ')
    const repeats = refersTo === null ? '' : ` (repeats ${refersTo.captured ?? 'an earlier capture'})`
    return [
      `${start}  ${what}  ${cut(url ?? '', 100)}${repeats}`,
      ...problems.map((problem) => `  problem: ${problem}`),
    ].join('\n')
  },
  exitCode: (one) => ('broken' in one || one.problems.length > 0 ? EXIT.failed : EXIT.done),
})

async function itemNamed(database: string, named: string): Promise<{ readonly item: string; readonly name: string }> {
  const reader = await openSqliteReader(database)
  try {
    const found = (await reader.captures()).filter(
      ({ name, item, archive }) => !archive && (name === named || (named.length >= 4 && item.startsWith(named))),
    )
    const [one] = found
    if (one === undefined || new Set(found.map(({ item }) => item)).size > 1)
      throw new NotFoundError(
        'item',
        named,
        one === undefined ? 'see `corroborate documents CASE`' : 'several begin so',
      )
    return one
  } finally {
    await reader.close()
  }
}
