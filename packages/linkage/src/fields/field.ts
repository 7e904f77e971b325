/** The fields of all lists together: one dictionary a field, each record a code in it, in an order rows do not decide. */
import { isArabic } from '../names/arabic.ts'
import { entryKind, isNothing } from '../names/entry-kind.ts'
import { foldLatin } from '../names/latin.ts'
import { nameTokens } from '../names/tokens.ts'
import { hashText, mix } from '../seeded.ts'
import type { Table, TableColumn } from '../table.ts'
import { dateOf, dayOrderOf, fromHijri, isHijri } from './date.ts'
import { ageOf, plainDigits, sexOf } from './number.ts'
import { KINDS, type Kind, type Role, roleOfHeader } from './roles.ts'

export interface Field {
  /** Role, numbered from the second column of a role on: `street`, `street2`; names are `given`, `middle`, `family`, `kunya`. */
  readonly key: string
  readonly kind: Kind
  /** Distinct normalised values. */
  readonly values: readonly string[]
  /** Index into `values` for each record; -1 where nothing is stated. */
  readonly codes: Int32Array
}

export interface Records {
  readonly count: number
  /** Index of the list of each record. */
  readonly list: Int32Array
  /** Row of each record in its list, from 0. */
  readonly row: Int32Array
  /** 1 where the entry may be linked: a group, and a body nobody named, stay alone. */
  readonly linkable: Uint8Array
  readonly fields: readonly Field[]
}

/** What became of each column of a list. */
export interface ColumnReading {
  readonly list: string
  readonly column: string
  readonly role: Role
}

/** No column of a list could be recognised. */
export class ColumnsError extends Error {
  constructor(list: string, headers: readonly string[]) {
    const shown = headers.slice(0, 12).map((header) => JSON.stringify(header.slice(0, 40)))
    super(
      `${list}: no column is recognised as a name, date or other field (columns: ${shown.join(', ')}${headers.length > 12 ? ', …' : ''}); the first row must be the header, or name the columns in a configuration: {"columns": {"HEADER": "name"}}`,
    )
    this.name = 'ColumnsError'
  }
}

/** Role of every column: by the given names first, then by its header. */
export function readColumns(tables: readonly Table[], given: Readonly<Record<string, Role>>): readonly ColumnReading[] {
  return tables.flatMap((table) => {
    const readings = table.columns.map(({ name }) => ({
      list: table.list,
      column: name,
      role: given[name] ?? roleOfHeader(name) ?? ('ignore' as const),
    }))
    if (readings.every(({ role }) => role === 'ignore') && table.rows > 0)
      throw new ColumnsError(
        table.list,
        table.columns.map(({ name }) => name),
      )
    return readings
  })
}

/** One field while it is read: its values so far, and the code of each record. */
interface Dictionary {
  readonly kind: Kind
  readonly codes: Int32Array
  readonly values: readonly string[]
  /** Lists that state the field in at least one row. */
  readonly lists: Set<number>
  /** Number of a value; -1 for ''. */
  code(value: string): number
}

function dictionaryFor(kind: Kind, records: number): Dictionary {
  const values: string[] = []
  const seen = new Map<string, number>()
  return {
    kind,
    codes: new Int32Array(records).fill(-1),
    values,
    lists: new Set(),
    code(value) {
      if (value === '') return -1
      let code = seen.get(value)
      if (code === undefined) {
        code = values.length
        seen.set(value, code)
        values.push(value)
      }
      return code
    },
  }
}

interface Name {
  /** Father or mother of somebody; '' where the name has none. */
  readonly kunya: string
  readonly given: string
  readonly middle: string
  readonly family: string
}

/** Prepares all rows of all lists. Throws ColumnsError where a list has no column that linkage understands. */
export function prepare(
  tables: readonly Table[],
  options: { readonly columns: Readonly<Record<string, Role>>; readonly within: boolean },
): { readonly records: Records; readonly columns: readonly ColumnReading[] } {
  const columns = readColumns(tables, options.columns)
  let count = 0
  for (const table of tables) count += table.rows
  const dictionaries = new Map<string, Dictionary>()
  const linkable = new Uint8Array(count).fill(1)
  const list = new Int32Array(count)
  const row = new Int32Array(count)
  const script = commonScript(tables, columns)
  const hijri = new Map<string, Map<number, boolean>>()
  const dictionary = (key: string, kind: Kind): Dictionary => {
    const found = dictionaries.get(key) ?? dictionaryFor(kind, count)
    dictionaries.set(key, found)
    return found
  }
  let offset = 0
  let readingAt = 0
  for (const [index, table] of tables.entries()) {
    for (let at = 0; at < table.rows; at++) {
      list[offset + at] = index
      row[offset + at] = at
    }
    const byRole = new Map<Role, TableColumn[]>()
    for (const column of table.columns) {
      const { role } = columns[readingAt++]!
      if (role !== 'ignore') byRole.set(role, [...(byRole.get(role) ?? []), column])
    }
    addNames(table, byRole, script, offset, dictionary, linkable, index)
    for (const [role, sources] of byRole) {
      if (role === 'ignore' || KINDS[role] === 'name') {
        if (role !== 'mother') continue
      }
      for (const [nth, column] of sources.entries()) {
        const target = dictionary(nth === 0 ? role : `${role}${nth + 1}`, KINDS[role as Exclude<Role, 'ignore'>])
        const normal = normalised(KINDS[role as Exclude<Role, 'ignore'>], column.values)
        if (target.kind === 'date') {
          const seen = hijri.get(role) ?? new Map<number, boolean>()
          hijri.set(role, seen.set(index, isHijri(normal.filter((date) => date !== ''))))
        }
        const codes = normal.map((value) => target.code(value))
        let any = false
        for (let at = 0; at < table.rows; at++) {
          const code = column.codes[at]!
          const known = code >= 0 ? codes[code]! : -1
          if (known >= 0) any = true
          target.codes[offset + at] = known
        }
        if (any) target.lists.add(index)
      }
    }
    offset += table.rows
  }
  convertHijri(dictionaries, hijri, list)
  alone(dictionaries, linkable)
  const fields = usable(dictionaries, options.within ? 1 : 2)
  return { records: ordered({ count, list, row, linkable, fields }), columns }
}

/** Hijri columns turn Gregorian only where another list states the same date in the Gregorian calendar. */
function convertHijri(
  dictionaries: ReadonlyMap<string, Dictionary>,
  hijri: ReadonlyMap<string, ReadonlyMap<number, boolean>>,
  list: Int32Array,
): void {
  for (const [key, byList] of hijri) {
    const verdicts = [...byList.values()]
    if (!verdicts.includes(true) || !verdicts.includes(false)) continue
    const target = dictionaries.get(key)!
    for (let at = 0; at < target.codes.length; at++) {
      const code = target.codes[at]!
      if (code >= 0 && byList.get(list[at]!) === true) target.codes[at] = target.code(fromHijri(target.values[code]!))
    }
  }
}

/** A row that names nobody and states nothing that is one person's own is linked to nothing. */
function alone(dictionaries: ReadonlyMap<string, Dictionary>, linkable: Uint8Array): void {
  const own = ['given', 'family', 'kunya', 'identifier', 'email', 'phone', 'postcode'].flatMap(
    (key) => dictionaries.get(key) ?? [],
  )
  if (own.length === 0) return
  for (let at = 0; at < linkable.length; at++) if (own.every(({ codes }) => codes[at]! < 0)) linkable[at] = 0
}

function usable(dictionaries: ReadonlyMap<string, Dictionary>, lists: number): Field[] {
  return [...dictionaries]
    .filter(([, { values, lists: stated }]) => values.length > 1 && stated.size >= lists)
    .map(([key, { kind, values, codes }]) => ({ key, kind, values, codes }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** The script most lists offer names in; Arabic, the names' own, where as many offer Latin. */
function commonScript(tables: readonly Table[], columns: readonly ColumnReading[]): 'arabic' | 'latin' {
  let arabic = 0
  let latin = 0
  let at = 0
  for (const table of tables) {
    const scripts = new Set<boolean>()
    for (const column of table.columns) {
      const { role } = columns[at++]!
      if (role === 'name' || role === 'given') scripts.add(mostlyArabic(column))
    }
    if (scripts.has(true)) arabic++
    if (scripts.has(false)) latin++
  }
  return arabic >= latin ? 'arabic' : 'latin'
}

function mostlyArabic({ values }: TableColumn): boolean {
  const sample = values.slice(0, 200)
  return sample.filter(isArabic).length * 2 > sample.length
}

function addNames(
  table: Table,
  byRole: ReadonlyMap<Role, readonly TableColumn[]>,
  script: 'arabic' | 'latin',
  offset: number,
  dictionary: (key: string, kind: Kind) => Dictionary,
  linkable: Uint8Array,
  index: number,
): void {
  const whole = pick(byRole.get('name'), script)
  const given = pick(byRole.get('given'), script)
  const family = pick(byRole.get('family'), script)
  const father = pick(byRole.get('father'), script)
  const grandfather = pick(byRole.get('grandfather'), script)
  if (whole === null && given === null && family === null && father === null) return
  const parts = {
    given: dictionary('given', 'name'),
    middle: dictionary('middle', 'name'),
    family: dictionary('family', 'name'),
    kunya: dictionary('kunya', 'name'),
  }
  const useWhole = whole !== null && (family === null || endsWithFamily(whole, family))
  const read = useWhole
    ? whole.values.map((value) => (entryKind(value) === 'person' ? wholeName(value) : NOBODY))
    : tokensOf(given).map((tokens) => ({
        kunya: '',
        given: tokens[0] ?? '',
        middle: tokens.slice(1).join(' '),
        family: '',
      }))
  const source = useWhole ? whole : given
  const givenCodes = read.map((name) => parts.given.code(name.given))
  const kunyaCodes = read.map((name) => parts.kunya.code(name.kunya))
  const familyCodes = useWhole
    ? read.map((name) => parts.family.code(name.family))
    : tokensOf(family).map((tokens) => parts.family.code(tokens.join(' ')))
  const groups = useWhole ? whole.values.map((value) => entryKind(value) === 'group') : []
  const fathers = tokensOf(father).map((tokens) => tokens.join(' '))
  const grandfathers = tokensOf(grandfather).map((tokens) => tokens.join(' '))
  const stated = { given: false, middle: false, family: false, kunya: false }
  for (let at = 0; at < table.rows; at++) {
    const code = source?.codes[at] ?? -1
    const familyCode = useWhole ? code : (family?.codes[at] ?? -1)
    const ancestors = joined(valueAt(father, fathers, at), valueAt(grandfather, grandfathers, at))
    const between = code < 0 ? '' : read[code]!.middle
    const middle = between.startsWith(ancestors) ? between : joined(ancestors, between)
    if (code >= 0 && groups[code] === true) linkable[offset + at] = 0
    const record = offset + at
    parts.given.codes[record] = code < 0 ? -1 : givenCodes[code]!
    parts.kunya.codes[record] = code < 0 ? -1 : kunyaCodes[code]!
    parts.family.codes[record] = familyCode < 0 ? -1 : familyCodes[familyCode]!
    parts.middle.codes[record] = middle === '' ? -1 : parts.middle.code(middle)
    stated.given ||= parts.given.codes[record]! >= 0
    stated.kunya ||= parts.kunya.codes[record]! >= 0
    stated.middle ||= middle !== ''
    stated.family ||= parts.family.codes[record]! >= 0
  }
  for (const key of ['given', 'middle', 'family', 'kunya'] as const) if (stated[key]) parts[key].lists.add(index)
}

const NOBODY: Name = { kunya: '', given: '', middle: '', family: '' }

function valueAt(column: TableColumn | null, values: readonly string[], at: number): string {
  const code = column?.codes[at] ?? -1
  return code < 0 ? '' : values[code]!
}

function joined(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first} ${second}`
}

function tokensOf(column: TableColumn | null): readonly (readonly string[])[] {
  return (column?.values ?? []).map((value) =>
    entryKind(value) === 'person' ? nameTokens(value).map(({ form }) => form) : [],
  )
}

function pick(columns: readonly TableColumn[] | undefined, script: 'arabic' | 'latin'): TableColumn | null {
  if (columns === undefined) return null
  return columns.find((column) => mostlyArabic(column) === (script === 'arabic')) ?? columns[0] ?? null
}

/** "Family, Given" is turned round; the last token is the family unless it stood after "son of". */
export function wholeName(written: string): Name {
  const comma = written.indexOf(',')
  const tokens =
    comma > 0 && comma < written.length - 1
      ? [...nameTokens(written.slice(comma + 1)), ...nameTokens(written.slice(0, comma))]
      : nameTokens(written)
  const kunya = tokens[0]?.kunya === true ? tokens[0].form : ''
  const rest = kunya === '' ? tokens : tokens.slice(1)
  const forms = rest.map(({ form }) => form)
  const last = rest[rest.length - 1]
  if (kunya !== '' && rest.length === 1) return { kunya, given: '', middle: '', family: forms[0]! }
  if (rest.length < 2 || (rest.length === 2 && last?.nasab === true))
    return { kunya, given: forms[0] ?? '', middle: forms.slice(1).join(' '), family: '' }
  return { kunya, given: forms[0]!, middle: forms.slice(1, -1).join(' '), family: forms[forms.length - 1]! }
}

/** Whether the whole name ends in the family name in four of five rows that state both. */
function endsWithFamily(whole: TableColumn, family: TableColumn): boolean {
  let both = 0
  let ends = 0
  for (let at = 0; at < whole.codes.length && both < 1000; at++) {
    if (whole.codes[at]! < 0 || family.codes[at]! < 0) continue
    both++
    if (whole.values[whole.codes[at]!]!.endsWith(family.values[family.codes[at]!]!)) ends++
  }
  return ends >= both * 0.8
}

/** Values as fields hold them; '' where one says nothing. */
export function normalised(kind: Kind, values: readonly string[]): readonly string[] {
  if (kind === 'date') {
    const order = dayOrderOf(values)
    return values.map((value) => dateOf(value, order))
  }
  if (kind === 'age') return values.map(ageOf)
  if (kind === 'sex') return values.map(sexOf)
  if (kind === 'email') return values.map((value) => value.trim().toLowerCase())
  if (kind === 'name') return values.map((value) => (entryKind(value) === 'person' ? wordsOf(value) : ''))
  if (kind === 'code') return values.map((value) => known(foldLatin(plainDigits(value)).replace(/ /g, '')))
  return values.map((value) => known(wordsOf(value)))
}

function known(value: string): string {
  return isNothing(value) ? '' : value
}

function wordsOf(value: string): string {
  return nameTokens(plainDigits(value))
    .map(({ form }) => form)
    .join(' ')
}

/** Records in the order of a hash of what they state, so that nothing that follows depends on the rows' order. */
function ordered({ count, list, row, linkable, fields }: Records): Records {
  const high = new Uint32Array(count)
  const low = new Uint32Array(count)
  for (let at = 0; at < count; at++) high[at] = mix(list[at]! + 1)
  for (const [index, { values, codes }] of fields.entries()) {
    const first = new Uint32Array(values.length)
    const second = new Uint32Array(values.length)
    for (const [code, value] of values.entries()) {
      first[code] = hashText(value, index)
      second[code] = hashText(value, index + 7919)
    }
    for (let at = 0; at < count; at++) {
      const code = codes[at]!
      high[at] = Math.imul(high[at]! ^ (code < 0 ? index : first[code]!), 0x9e3779b1) >>> 0
      high[at] = ((high[at]! << 13) | (high[at]! >>> 19)) >>> 0
      low[at] = (Math.imul(low[at]!, 31) + (code < 0 ? 1 : second[code]!)) >>> 0
    }
  }
  const order = sortedBy(high, low)
  const gather = (source: Int32Array) => Int32Array.from(order, (at) => source[at]!)
  return {
    count,
    list: gather(list),
    row: gather(row),
    linkable: Uint8Array.from(order, (at) => linkable[at]!),
    fields: fields.map(({ key, kind, values, codes }) => {
      const renumbered = new Int32Array(values.length).fill(-1)
      const kept: string[] = []
      const out = new Int32Array(count)
      for (let at = 0; at < count; at++) {
        const code = codes[order[at]!]!
        if (code >= 0 && renumbered[code] === -1) {
          renumbered[code] = kept.length
          kept.push(values[code]!)
        }
        out[at] = code < 0 ? -1 : renumbered[code]!
      }
      return { key, kind, values: kept, codes: out }
    }),
  }
}

/** Indices by ascending (high, low): stable radix sort in digits of 16 bits. */
function sortedBy(high: Uint32Array, low: Uint32Array): Uint32Array {
  let order = Uint32Array.from(high, (_, at) => at)
  let target = new Uint32Array(order.length)
  for (const [source, shift] of [
    [low, 0],
    [low, 16],
    [high, 0],
    [high, 16],
  ] as const) {
    const counts = new Uint32Array(65537)
    for (const value of source) counts[((value >>> shift) & 0xffff) + 1]!++
    for (let at = 0; at < 65536; at++) counts[at + 1]! += counts[at]!
    for (const index of order) {
      const bucket = (source[index]! >>> shift) & 0xffff
      target[counts[bucket]!++] = index
    }
    const swap = order
    order = target
    target = swap
  }
  return order
}
