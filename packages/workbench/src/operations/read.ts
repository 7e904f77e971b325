/** `read`: reads files without a case and prints what they say. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { z } from 'zod'
import { openReadingPool } from '../derive/reading-pool.ts'
import { type Found, openWalk, reasonOf } from '../intake/walk.ts'
import { itemId, itemIdOf } from '../model/ids.ts'
import { type Reading, ReadingSchema } from '../publish/contract.ts'
import { EXIT, streamingOperation } from './operation.ts'
import { cut, table } from './table.ts'

export const read = streamingOperation({
  name: 'read',
  summary: 'Read files and print their figures and claims, without a case',
  description:
    'Reads files, folders and .zip archives and prints one document after another. Nothing is kept and nothing is written. With --json, one JSON object a document a line. Everything it prints is machine-read.',
  permission: 'read',
  surfaces: ['cli'],
  input: z.object({
    paths: z
      .array(z.string().min(1))
      .min(1)
      .meta({ position: 0, path: true, placeholder: 'PATH', description: 'Files, folders or .zip archives' }),
    manifest: z.string().optional().meta({
      path: true,
      placeholder: 'FILE',
      description: 'CSV with columns file, url, outlet, agency, published, language, title, modified, captured',
    }),
    explain: z.boolean().default(false).meta({ description: 'Say which rule found each field' }),
  }),
  output: ReadingSchema,
  examples: ['read report.txt', 'read reports --json > readings.jsonl', 'read page.html --explain'],
  async *run(context, { paths, manifest }) {
    const walk = await openWalk(paths, { manifest: manifest ?? null })
    const all: Found[] = []
    for await (const found of walk.found) all.push(found)
    const items = all.filter((found) => found.kind === 'item' && !found.archive)
    const pool = openReadingPool({ own: { parties: [], places: [] }, expected: items.length })
    let done = 0
    context.progress('reading', 0, items.length)
    try {
      const ahead: Promise<Reading[]>[] = []
      for (const found of all) {
        context.signal.throwIfAborted()
        ahead.push(
          readFound(pool, found).finally(() => {
            if (found.kind === 'item' && !found.archive) context.progress('reading', ++done, items.length)
          }),
        )
        if (ahead.length >= AHEAD) yield* (await ahead.shift()) ?? []
      }
      for (const readings of ahead) yield* await readings
    } finally {
      await pool.close()
    }
  },
  print: (reading, { explain }) => printReading(reading, explain),
  exitCode: (reading) => ('error' in reading ? EXIT.unread : EXIT.done),
})

/** Documents read before the first of them is printed. */
const AHEAD = 32

async function readFound(pool: ReturnType<typeof openReadingPool>, found: Found): Promise<Reading[]> {
  if (found.kind === 'left-out') return []
  if (found.kind === 'problem') return [{ file: found.name, error: found.problem }]
  if (found.archive) return []
  const { name, source, publications } = found
  try {
    const item = 'bytes' in source ? itemIdOf(source.bytes) : itemId(await digestOf(source.path))
    const size = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size
    return await Promise.all(
      publications.map(async (facts): Promise<Reading> => {
        const document = await pool.read({ item, size, name, facts }, source)
        if (document.error !== null) return { file: name, error: document.error }
        const { text, language, title, outlet, agency, published, blocks, needs, figures, claims } = document
        return {
          file: name,
          digest: item,
          document: { text, language, title, outlet, agency, published, blocks: [...blocks] as never, needs },
          figures: [...figures] as never,
          claims: [...claims] as never,
        }
      }),
    )
  } catch (error) {
    return [{ file: name, error: reasonOf(error as NodeJS.ErrnoException) }]
  }
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

function printReading(reading: Reading, explain: boolean): string {
  if ('error' in reading) return `${reading.file}\n  could not be read: ${reading.error}\n`
  const { file, document, figures, claims } = reading
  const head = [document.title, document.outlet, document.agency, document.published, document.language]
  const lines = [`${file}  ${head.filter((part) => part !== null).join(' · ')}`]
  if (document.needs !== null) lines.push('  needs transcription: it holds no text')
  const figureRows = figures.map((figure) => [
    figure.surface,
    figure.effect,
    figure.victimText ?? figure.victims,
    figure.claimant ?? '(the outlet)',
    figure.perpetrator === null ? '' : `allegedly by ${figure.perpetrator}`,
    figure.place ?? '',
    figure.date ?? '',
    figure.unsure === null ? '' : `unsure: ${figure.unsure}`,
  ])
  if (figures.length > 0) {
    lines.push(
      table(
        ['figure', 'effect', 'victims', 'claimant', 'perpetrator', 'place', 'date', ''],
        figureRows.map((row) => row.map((cell) => cut(cell, 48))),
      ),
    )
  }
  const claimRows = claims.map((claim) => [
    claim.kind,
    claim.speaker ?? '(the outlet)',
    claim.due?.date ?? '',
    cut(claim.content.text, 80),
  ])
  if (claims.length > 0) lines.push(table(['claim', 'speaker', 'due', 'what is said'], claimRows))
  if (figures.length + claims.length === 0 && document.needs === null) lines.push('  no figures and no claims found')
  if (explain) {
    for (const value of [...figures, ...claims].sort((a, b) => a.start - b.start)) {
      lines.push('', `  ${sentenceAround(document.text, value.start, value.end)}`, `  → ${value.explanation}`)
    }
  }
  return `${lines.join('\n')}\n`
}

/** The paragraph that holds the value, with the value between ⟦ and ⟧. */
function sentenceAround(text: string, start: number, end: number): string {
  const from = text.lastIndexOf('\n', start - 1) + 1
  const to = text.indexOf('\n', end) === -1 ? text.length : text.indexOf('\n', end)
  return `${text.slice(from, start)}⟦${text.slice(start, end)}⟧${text.slice(end, to)}`.trim()
}
