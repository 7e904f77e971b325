/**
 * Rows of invented people for measuring speed: values drawn by frequency from the public historical_50k set, copies with
 * typing errors and gaps, as ../shared/peers/synthetic_people.py makes them. `node bench/linkage-people.ts ROWS OUT.csv`.
 */
import { createWriteStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { seeded } from '@corroborate/linkage'
import { parquetReadObjects } from 'hyparquet'

export const sharedFolder = process.env.CORROBORATE_SHARED ?? resolve(import.meta.dirname, '../../shared')

const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Writes `rows` rows with columns unique_id, cluster, first_name, surname, dob, postcode_fake, birth_place, occupation. */
export async function writePeople(rows: number, path: string): Promise<void> {
  const bytes = await readFile(join(sharedFolder, 'linkage/splink/historical_figures_with_errors_50k.parquet'))
  const people = await parquetReadObjects({
    file: bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer,
  })
  const [firsts, surnames, places, occupations, postcodes] = (
    ['first_name', 'surname', 'birth_place', 'occupation', 'postcode_fake'] as const
  ).map((column) => people.map((person) => person[column] as string | null).filter((value) => value !== null))
  const random = seeded(7)
  const below = (limit: number) => Math.floor(random() * limit)
  const pick = <T>(from: readonly T[]): T => from[below(from.length)]!
  const typo = (text: string): string => {
    if (text.length < 3) return text
    const at = below(text.length)
    const kind = random()
    const head = text.slice(0, at)
    if (kind < 0.35) return head + LETTERS[below(26)] + text.slice(at + 1)
    if (kind < 0.6) return head + text.slice(at + 1)
    if (kind < 0.85) return head + LETTERS[below(26)] + text.slice(at)
    return head + text.slice(at + 1, at + 2) + text.slice(at, at + 1) + text.slice(at + 2)
  }
  const copy = (text: string, wrong: number, missing: number): string => {
    const chance = random()
    return chance < missing ? '' : chance < missing + wrong ? typo(text) : text
  }
  const cell = (text: string) => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const out = createWriteStream(path)
  out.write('unique_id,cluster,first_name,surname,dob,postcode_fake,birth_place,occupation\n')
  let written = 0
  let lines: string[] = []
  for (let cluster = 1; written < rows; cluster++) {
    const first = pick(firsts!)
    const surname = pick(surnames!)
    const place = pick(places!)
    const occupation = pick(occupations!)
    const postcode = pick(postcodes!)
    const born = `${1900 + below(105)}-${String(1 + below(12)).padStart(2, '0')}-${String(1 + below(28)).padStart(2, '0')}`
    const copies = random() < 0.6 ? 1 : pick([2, 2, 2, 3, 4])
    for (let nth = 0; nth < copies && written < rows; nth++) {
      const values =
        nth === 0
          ? [first, surname, born, postcode, place, occupation]
          : [
              copy(first, 0.2, 0.03),
              copy(surname, 0.2, 0.02),
              copy(born, 0.12, 0.05),
              copy(postcode, 0.12, 0.1),
              copy(place, 0.05, 0.2),
              copy(occupation, 0.03, 0.2),
            ]
      lines.push([written, cluster, ...values.map(cell)].join(','))
      written++
    }
    if (lines.length > 10_000) {
      if (!out.write(`${lines.join('\n')}\n`)) await new Promise<void>((done) => out.once('drain', () => done()))
      lines = []
    }
  }
  out.end(lines.length > 0 ? `${lines.join('\n')}\n` : '')
  await new Promise<void>((done) => out.once('close', () => done()))
}

if (import.meta.main) {
  const [rows, path] = process.argv.slice(2)
  if (path === undefined || !(Number(rows) > 0)) {
    console.error('node bench/linkage-people.ts ROWS OUT.csv')
    process.exit(2)
  }
  await writePeople(Number(rows), path)
}
