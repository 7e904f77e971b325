/**
 * Every operation under its name, each loaded when it is asked for: a command does not wait for the code of the others.
 * Command line, HTTP, OpenAPI and the command reference are made from this list and from nothing else.
 */
import type { Operation } from './operation.ts'

export type LoadOperation = () => Promise<Operation>

export const BY_NAME: Readonly<Record<string, LoadOperation>> = {
  new: async () => (await import('./new.ts')).newCase,
  add: async () => (await import('./add.ts')).add,
  read: async () => (await import('./read.ts')).read,
  overview: async () => (await import('./overview.ts')).overview,
  documents: async () => (await import('./documents.ts')).documents,
  document: async () => (await import('./documents.ts')).document,
  contents: async () => (await import('./contents.ts')).contents,
  claims: async () => (await import('./claims.ts')).claims,
  decide: async () => (await import('./decide.ts')).decide,
  transcribe: async () => (await import('./transcribe.ts')).transcribe,
  frame: async () => (await import('./frame.ts')).frame,
  'frame-keep': async () => (await import('./frame.ts')).frameKeep,
  ocr: async () => (await import('./ocr.ts')).ocr,
  decisions: async () => (await import('./decisions.ts')).decisions,
  propose: async () => (await import('./propose.ts')).propose,
  proposals: async () => (await import('./proposals.ts')).proposals,
  lineage: async () => (await import('./lineage.ts')).lineage,
  ledger: async () => (await import('./ledger.ts')).ledger,
  link: async () => (await import('./link.ts')).link,
  register: async () => (await import('./register.ts')).register,
  'register-columns': async () => (await import('./register-columns.ts')).registerColumns,
  'register-add': async () => (await import('./register-decide.ts')).registerAdd,
  'register-compare': async () => (await import('./register-compare.ts')).registerCompare,
  'register-persons': async () => (await import('./register-persons.ts')).registerPersons,
  'register-show': async () => (await import('./register-persons.ts')).registerShow,
  'register-queue': async () => (await import('./register-queue.ts')).registerQueue,
  'register-mark': async () => (await import('./register-decide.ts')).registerMark,
  'register-numbers': async () => (await import('./register-numbers.ts')).registerNumbers,
  'register-estimate': async () => (await import('./estimate-case.ts')).registerEstimate,
  search: async () => (await import('./search.ts')).search,
  estimate: async () => (await import('./estimate.ts')).estimate,
  verify: async () => (await import('./verify.ts')).verify,
  checkpoint: async () => (await import('./checkpoint.ts')).checkpoint,
  dates: async () => (await import('./checkpoint.ts')).dates,
  timestamp: async () => (await import('./timestamp.ts')).timestamp,
  witness: async () => (await import('./witness.ts')).witness,
  check: async () => (await import('./check.ts')).check,
  rebuild: async () => (await import('./rebuild.ts')).rebuild,
  export: async () => (await import('./export.ts')).exportCase,
  vault: async () => (await import('./vault.ts')).vault,
  rekey: async () => (await import('./rekey.ts')).rekey,
  lock: async () => (await import('./lock.ts')).lock,
  unlock: async () => (await import('./unlock.ts')).unlock,
  shred: async () => (await import('./shred.ts')).shred,
}
