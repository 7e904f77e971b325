/** The public face of the library. */
export { acrossScripts } from './compare/comparator.ts'
export { type ColumnReading, ColumnsError } from './fields/columns.ts'
export { type DayOrder, dateOf, dayOrderOf, fromHijri, isHijri } from './fields/date.ts'
export { ageOf, sexOf } from './fields/number.ts'
export { ROLES, type Role, roleOfHeader } from './fields/roles.ts'
export { wholeName } from './fields/whole-name.ts'
export {
  type EntryDecisions,
  type EntryRef,
  type Linkage,
  type LinkOptions,
  link,
  type ScoredPair,
  type Settlement,
} from './link.ts'
export { isArabic, normaliseArabic } from './names/arabic.ts'
export { type EntryKind, entryKind } from './names/entry-kind.ts'
export { foldLatin } from './names/latin.ts'
export { arabicSymbols, romanisation, type Transducer, transducer } from './names/romanisation.ts'
export type { OperationTable } from './names/romanisation-weights.ts'
export { skeleton } from './names/skeleton.ts'
export { type NameToken, nameTokens } from './names/tokens.ts'
export { seeded } from './seeded.ts'
export { type Table, type TableColumn, tableOf } from './table.ts'
export type { ExternalFrequencies, ValueCount } from './weigh/frequency.ts'
export type { Part } from './weigh/weigher.ts'
