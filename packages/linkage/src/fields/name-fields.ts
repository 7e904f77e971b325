/** The names of a list as fields: whole or in columns, in the script that most lists offer. */
import { isArabic } from '../names/arabic.ts'
import { entryKind } from '../names/entry-kind.ts'
import { nameTokens } from '../names/tokens.ts'
import type { Table, TableColumn } from '../table.ts'
import type { ColumnReading } from './columns.ts'
import type { Dictionary } from './dictionary.ts'
import type { Kind, Role } from './roles.ts'
import { type Name, wholeName } from './whole-name.ts'

/** The script most lists offer names in; Arabic, the names' own, where as many offer Latin. */
export function commonScript(tables: readonly Table[], columns: readonly ColumnReading[]): 'arabic' | 'latin' {
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

export function addNames(
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
