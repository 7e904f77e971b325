/** Text in, claims out; derivation, drift and a ledger between texts. No disk, no network, no clock. */
export * from './claim.ts'
export { assertClaimId, type ClaimId, ClaimIdError, claimId } from './claim-id.ts'
export { DATE_KINDS, type DateKind, type DateMention, resolveDates } from './dates.ts'
export { resolveDeadline } from './deadline.ts'
export * from './document.ts'
export {
  compareEdtf,
  type DayBounds,
  dayBounds,
  type Edtf,
  edtfBounds,
  edtfOverlap,
  formatEdtf,
  parseEdtf,
} from './edtf.ts'
export * from './figure.ts'
export { assessIndependence } from './independence.ts'
export * from './knowledge.ts'
export {
  DATING,
  type DatedDocument,
  type Dating,
  datingOf,
  LEFT_OUT_REASONS,
  type LeftOut,
  type LeftOutReason,
  statesEdit,
} from './known-day.ts'
export { buildLedger, LedgerDateError, type LedgerOptions, lineageAsOf } from './ledger.ts'
export * from './ledger-model.ts'
export { deriveDrift, deriveEdges, deriveLineage } from './lineage.ts'
export * from './lineage-model.ts'
export { CLAIMS_MODULE } from './module.ts'
export { type NameTable, tieNames } from './names.ts'
export { type CorpusNames, corpusNames } from './names-corpus.ts'
export { type PrintedCount, parseCount } from './number.ts'
export type { ParsedAttribution, ParsedNumber, ParsedSentence, ParsedSpeaker } from './parse.ts'
export { PARTIES } from './parties.ts'
export { foldPlaceName } from './place.ts'
export * from './proposal.ts'
export type { JudgedProposal, Judgement } from './proposal-judge.ts'
export { type Shown, VERDICTS, type Verdict } from './proposal-scene.ts'
export type { Proposer } from './proposer.ts'
export { type Quotation, readQuotes } from './quotes.ts'
export { createReader, type Proposals, type Reader, type Reading } from './reader.ts'
