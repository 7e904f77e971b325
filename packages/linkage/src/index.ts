/** The public face of the library. */
export { isArabic, normaliseArabic } from './names/arabic.ts'
export { foldLatin } from './names/latin.ts'
export { romanisation, type Transducer, transducer } from './names/romanisation.ts'
export type { OperationTable } from './names/romanisation-weights.ts'
export { skeleton } from './names/skeleton.ts'
export { type NameToken, nameTokens } from './names/tokens.ts'
