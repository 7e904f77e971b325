/** `read`: reads files without a case and prints what they say. */

import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createReader, type Reader } from '@corroborate/claims'
import { z } from 'zod'
import { openGazetteer } from '../claims/gazetteer.ts'
import { WORLD } from '../claims/knowledge.ts'
import { openReadingPool } from '../derive/reading-pool.ts'
import { type Found, openWalk, reasonOf } from '../intake/walk.ts'
import type { CaseDocument } from '../model/case-document.ts'
import { itemId, itemIdOf } from '../model/ids.ts'
import { type Reading, ReadingSchema } from '../publish/contract.ts'
import { embeddedLines, mediaDetail } from '../publish/media-view.ts'
import { type ExplanationStyle, explained } from './explanation.ts'
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
    explain: z
      .boolean()
      .default(false)
      .meta({ description: 'Show each sentence with its parse: what was seen, what came of it and by which rule' }),
  }),
  output: ReadingSchema,
  examples: ['read report.txt', 'read reports --json > readings.jsonl', 'read page.html --explain'],
  async *run(context, { paths, manifest, explain }) {
    const walk = await openWalk(paths, { manifest: manifest ?? null })
    const all: Found[] = []
    for await (const found of walk.found) all.push(found)
    const items = all.filter((found) => found.kind === 'item' && !found.archive)
    const pool = openReadingPool({ own: { parties: [], places: [] }, expected: items.length, confidential: false })
    const explaining = explain ? createReader(WORLD, await openGazetteer()) : null
    let done = 0
    context.progress('reading', 0, items.length)
    try {
      const ahead: Promise<Reading[]>[] = []
      for (const found of all) {
        context.signal.throwIfAborted()
        ahead.push(
          readFound(pool, found, explaining).finally(() => {
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

async function readFound(
  pool: ReturnType<typeof openReadingPool>,
  found: Found,
  explaining: Reader | null,
): Promise<Reading[]> {
  if (found.kind === 'left-out') return []
  if (found.kind === 'problem') return [{ file: found.name, error: found.problem }]
  if (found.archive) return []
  const { name, source, publications } = found
  try {
    const item = 'bytes' in source ? itemIdOf(source.bytes) : itemId(await digestOf(source.path))
    const size = 'bytes' in source ? source.bytes.length : (await stat(source.path)).size
    const readings = await Promise.all(
      publications.map(async (facts): Promise<Reading[]> => {
        const read: Reading[] = []
        await pool.read({ publication: { item, size, name, facts }, source, derived: [] }, async (documents) => {
          read.push(...documents.map((document) => readingOf(document, explaining)))
        })
        return read
      }),
    )
    return readings.flat()
  } catch (error) {
    return [{ file: name, error: reasonOf(error as NodeJS.ErrnoException) }]
  }
}

function readingOf(document: CaseDocument, explaining: Reader | null): Reading {
  const { name, item, error, needs } = document
  if (error !== null && needs === null) return { file: name, error }
  const { text, language, title, outlet, agency, published, blocks, figures, claims } = document
  const parse = explaining?.parse(document) ?? null
  return {
    file: name,
    digest: item,
    document: {
      text,
      language,
      title,
      outlet,
      agency,
      published,
      blocks: [...blocks] as never,
      needs,
      ...mediaDetail(document),
    },
    figures: [...figures] as never,
    claims: [...claims] as never,
    ...(parse === null ? {} : { parse: parse as never }),
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
  if (document.embedded !== undefined) lines.push(...embeddedLines(document.embedded).map((line) => `  ${line}`))
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
  if (explain) lines.push(explained(reading, terminalStyle()))
  return `${lines.join('\n')}\n`
}

/** Colours only where a person looks, and not where they asked for none (https://no-color.org). */
function terminalStyle(): ExplanationStyle {
  const { isTTY, columns } = process.stdout
  return { colour: isTTY === true && !process.env.NO_COLOR, width: Math.max(40, Math.min(columns ?? 100, 120)) }
}
