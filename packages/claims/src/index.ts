/** Text in, claims out; derivation, drift and a ledger between texts. No disk, no network, no clock. */
export * from './claim.ts'
export * from './document.ts'
export * from './figure.ts'
export * from './knowledge.ts'
export { buildLedger, LedgerDateError, type LedgerOptions } from './ledger.ts'
export * from './ledger-model.ts'
export { deriveLineage } from './lineage.ts'
export * from './lineage-model.ts'
