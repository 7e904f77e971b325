/** Files made by many programs, some of them broken: each is read, sent to a person or refused with a sentence. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBytes, UnreadableError } from './read-bytes.ts'

const SHARED = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../../../../shared')
const CONFORMANCE = join(SHARED, 'conformance')
/** Milliseconds for one file, on a busy machine. */
const LONGEST = 20_000

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((entry) => {
    const path = join(folder, entry)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

async function outcome(path: string): Promise<string> {
  const started = performance.now()
  try {
    const result = await readBytes(readFileSync(path), { name: path })
    if (result.kind === 'needs-transcription') {
      expect(result.reason).toMatch(/\.$/)
      return result.kind
    }
    let from = 0
    for (const { start, end } of result.blocks) {
      if (start < from || end <= start) throw new Error(`${path}: block ${start} to ${end} after ${from}`)
      if (result.text.slice(from, start).trim() !== '') throw new Error(`${path}: text outside blocks before ${start}`)
      from = end
    }
    expect(result.text.slice(from).trim()).toBe('')
    return result.kind
  } catch (error) {
    if (!(error instanceof UnreadableError)) throw error
    return error.name
  } finally {
    expect(performance.now() - started, path).toBeLessThan(LONGEST)
  }
}

async function tally(folder: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const path of filesUnder(folder)) {
    const kind = await outcome(path)
    counts[kind] = (counts[kind] ?? 0) + 1
  }
  return counts
}

const DOCUMENTS = join(CONFORMANCE, 'documents')
describe.skipIf(!existsSync(DOCUMENTS))('conformance/documents (skipped where shared is not present)', () => {
  test('PDFs', async () => {
    const counts = await tally(join(DOCUMENTS, 'pdf'))
    expect(counts.text).toBeGreaterThanOrEqual(74)
    expect(counts.UnreadableError).toBeLessThanOrEqual(8)
  }, 240_000)

  test('spreadsheets', async () => {
    const counts = await tally(join(DOCUMENTS, 'spreadsheets'))
    expect(counts.text).toBeGreaterThanOrEqual(44)
    expect(counts.UnreadableError ?? 0).toBeLessThanOrEqual(1)
  }, 240_000)

  test('DOCX, pictures and archives', async () => {
    expect(await tally(join(DOCUMENTS, 'exif'))).toEqual({ 'needs-transcription': 27 })
    expect((await tally(join(DOCUMENTS, 'docx'))).text).toBeGreaterThanOrEqual(13)
    expect((await tally(join(DOCUMENTS, 'archives')))['needs-transcription']).toBe(4)
  }, 120_000)
})

const SPECTRUM = join(CONFORMANCE, 'csv-spectrum')
describe.skipIf(!existsSync(SPECTRUM))('csv-spectrum (skipped where shared is not present)', () => {
  // location_coordinates.json holds other data than its CSV.
  const names = existsSync(SPECTRUM)
    ? readdirSync(join(SPECTRUM, 'csvs'))
        .map((name) => name.replace(/\.csv$/, ''))
        .filter((name) => name !== 'location_coordinates')
    : []
  test.each(names)('%s', async (name) => {
    const result = await readBytes(readFileSync(join(SPECTRUM, 'csvs', `${name}.csv`)), { name: `${name}.csv` })
    if (result.kind !== 'text') throw new Error(`${name}: ${result.reason}`)
    const rows = JSON.parse(readFileSync(join(SPECTRUM, 'json', `${name}.json`), 'utf8')) as Record<string, string>[]
    const plain = (cells: readonly string[]) => cells.join('\t').replaceAll('\r\n', '\n').trim()
    const expected = [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))].map(plain)
    expect(result.blocks.map(({ start, end }) => result.text.slice(start, end).replaceAll('\r\n', '\n'))).toEqual(
      expected,
    )
  })
})

const NAUGHTY = join(CONFORMANCE, 'blns/blns.json')
describe.skipIf(!existsSync(NAUGHTY))('the big list of naughty strings (skipped where shared is not present)', () => {
  test('is read character by character', async () => {
    const strings = JSON.parse(readFileSync(NAUGHTY, 'utf8')) as string[]
    for (const [at, text] of strings.entries()) {
      if (text === '') continue
      const result = await readBytes(new TextEncoder().encode(text), { name: `${at}.txt` })
      const shown = result.kind === 'text' ? result.text : ''
      const hasText = text.replace(/^\uFEFF/, '').trim() !== ''
      expect(shown, `string ${at}`).toBe(hasText ? text.replace(/^\uFEFF/, '') : '')
    }
  })
})
