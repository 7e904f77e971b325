/**
 * The port through which stages keep and find what was derived. What only reads cannot write: `CaseReader` has no way
 * to, and `CaseTransactor` is handed out only inside `write`, which commits all of it or nothing.
 */
import type { Drift, Edge, JudgedProposal } from '@corroborate/claims'
import type { Capture } from '../model/capture.ts'
import type { CapturePlacement, CaseDocument } from '../model/case-document.ts'
import type { DecisionRecord } from '../model/decision.ts'
import type { Recognition } from '../model/derived-text.ts'
import type { Disclosure, ProposalRecord } from '../model/proposal.ts'
import type { DerivedRegister, EntryPair, RegisterEntry, RegisterList, RegisterPerson } from '../model/register.ts'
import type { Thumbnail } from '../model/thumbnail.ts'

export interface SearchHit {
  readonly document: string
  readonly title: string | null
  readonly start: number
  readonly end: number
  readonly snippet: string
}

/** A second reader's answer, with the verdicts by the document as it now reads; null where the case holds it no more. */
export interface KeptProposal {
  readonly record: ProposalRecord
  readonly judged: readonly JudgedProposal[] | null
}

/** What a store holds, by the verb that reads it; each part is written on its own. */
export const PARTS = [
  'captures',
  'placements',
  'documents',
  'decisions',
  'recognitions',
  'thumbnails',
  'edges',
  'drift',
  'registerLists',
  'entries',
  'entryPairs',
  'persons',
  'disclosures',
  'proposals',
] as const
export type Part = (typeof PARTS)[number]

export interface CaseReader {
  /** A word for each part that was ever written: while it stays the same, so does what the part holds. */
  stamps(): Promise<ReadonlyMap<Part, string>>
  /** Captures by name, then id. */
  captures(): Promise<readonly Capture[]>
  /** By name, then document; several where a capture holds several documents. */
  placements(): Promise<readonly CapturePlacement[]>
  /** Every document, by id. */
  documents(): Promise<readonly CaseDocument[]>
  /** null where the case holds no such document. */
  document(id: string): Promise<CaseDocument | null>
  /** In the order in which they were taken. */
  decisions(): Promise<readonly DecisionRecord[]>
  /** What machines read in pictures, by id. */
  recognitions(): Promise<readonly Recognition[]>
  /** By item. */
  thumbnails(): Promise<readonly Thumbnail[]>
  /** WebP; null where none could be drawn, or where the bytes are not kept in this store. */
  thumbnailBytes(item: string): Promise<Uint8Array | null>
  /** By id. */
  edges(): Promise<readonly Edge[]>
  /** By id. */
  drift(): Promise<readonly Drift[]>
  /** Releases of lists in the order in which they were taken. */
  registerLists(): Promise<readonly RegisterList[]>
  /** In the order of lists and rows in which they first came. */
  entries(): Promise<readonly RegisterEntry[]>
  /** Pairs of entries that were compared, the likeliest first. */
  entryPairs(): Promise<readonly EntryPair[]>
  /** By their oldest entry. */
  persons(): Promise<readonly RegisterPerson[]>
  /** What left the machine, in the order of time. */
  disclosures(): Promise<readonly Disclosure[]>
  /** What a second reader answered, in the order of time. */
  proposals(): Promise<readonly KeptProposal[]>
  /** Passages that hold every word of the query, whatever its hamza, diacritics or case; at most `limit`. */
  search(query: string, limit: number): Promise<readonly SearchHit[]>
  /** Value of a named setting (module versions, schema), or null. */
  setting(name: string): Promise<string | null>
}

export interface CaseTransactor extends CaseReader {
  /** Replaces a capture of the same id, and where it was placed. */
  putCapture(capture: Capture, placements: readonly CapturePlacement[]): Promise<void>
  /** Replaces a document of the same id. */
  putDocument(document: CaseDocument): Promise<void>
  putDecision(decision: DecisionRecord): Promise<void>
  putRecognition(recognition: Recognition): Promise<void>
  /** Replaces the thumbnail of the same item. */
  putThumbnail(thumbnail: Thumbnail, bytes: Uint8Array | null): Promise<void>
  putDisclosure(disclosure: Disclosure): Promise<void>
  /** Replaces a proposal of the same id. */
  putProposal(proposal: KeptProposal): Promise<void>
  replaceEdges(edges: readonly Edge[]): Promise<void>
  replaceDrift(drift: readonly Drift[]): Promise<void>
  /** Replaces lists, entries and pairs as a whole. */
  replaceRegister(register: DerivedRegister): Promise<void>
  replacePersons(persons: readonly RegisterPerson[]): Promise<void>
  putSetting(name: string, value: string): Promise<void>
}

export interface CaseStore extends CaseReader {
  /** Runs `work` as one transaction: when it throws, nothing of it is kept. */
  write<T>(work: (transactor: CaseTransactor) => Promise<T>): Promise<T>
  close(): Promise<void>
}
