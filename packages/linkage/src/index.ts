/** The public face of the library. */

export { ROLES, type Role } from './fields/roles.ts'
export { type Linkage, type LinkOptions, link, type ScoredPair } from './link.ts'
export { isArabic, normaliseArabic } from './names/arabic.ts'
export { foldLatin } from './names/latin.ts'
export { romanisation, type Transducer, transducer } from './names/romanisation.ts'
export type { OperationTable } from './names/romanisation-weights.ts'
export { skeleton } from './names/skeleton.ts'
export { type NameToken, nameTokens } from './names/tokens.ts'
export { type Table, type TableColumn, tableOf } from './table.ts'
