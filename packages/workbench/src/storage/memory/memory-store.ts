/** The in-memory adapter of the case store, for tests and for reading without a case folder. */
import { randomUUID } from 'node:crypto'
import type { Drift, Edge } from '@corroborate/claims'
import type { Capture } from '../../model/capture.ts'
import type { CapturePlacement, CaseDocument } from '../../model/case-document.ts'
import type { DecisionRecord } from '../../model/decision.ts'
import type { Recognition } from '../../model/derived-text.ts'
import type { Disclosure } from '../../model/proposal.ts'
import type { DerivedRegister, RegisterPerson } from '../../model/register.ts'
import type { Thumbnail } from '../../model/thumbnail.ts'
import type { CaseReader, CaseStore, CaseTransactor, KeptProposal, Part } from '../case-store.ts'
import { foldText, queryWords, snippetOf } from '../search-text.ts'

interface Contents {
  readonly captures: Map<string, { readonly capture: Capture; readonly placements: readonly CapturePlacement[] }>
  readonly documents: Map<string, CaseDocument>
  readonly decisions: Map<string, DecisionRecord>
  readonly recognitions: Map<string, Recognition>
  readonly thumbnails: Map<string, { readonly thumbnail: Thumbnail; readonly bytes: Uint8Array | null }>
  readonly disclosures: Map<string, Disclosure>
  readonly proposals: Map<string, KeptProposal>
  readonly settings: Map<string, string>
  readonly stamps: Map<Part, string>
  edges: readonly Edge[]
  drift: readonly Drift[]
  register: DerivedRegister
  persons: readonly RegisterPerson[]
}

const copyOf = (contents: Contents): Contents => ({
  captures: new Map(contents.captures),
  documents: new Map(contents.documents),
  decisions: new Map(contents.decisions),
  recognitions: new Map(contents.recognitions),
  thumbnails: new Map(contents.thumbnails),
  disclosures: new Map(contents.disclosures),
  proposals: new Map(contents.proposals),
  settings: new Map(contents.settings),
  stamps: new Map(contents.stamps),
  edges: contents.edges,
  drift: contents.drift,
  register: contents.register,
  persons: contents.persons,
})

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const byId = <T extends { readonly id: string }>(values: Iterable<T>): T[] =>
  [...values].sort((a, b) => compare(a.id, b.id))

const byTime = (a: { readonly at: string; readonly id: string }, b: { readonly at: string; readonly id: string }) =>
  compare(a.at, b.at) || compare(a.id, b.id)

export function createMemoryStore(): CaseStore {
  let contents: Contents = {
    captures: new Map(),
    documents: new Map(),
    decisions: new Map(),
    recognitions: new Map(),
    thumbnails: new Map(),
    disclosures: new Map(),
    proposals: new Map(),
    settings: new Map(),
    stamps: new Map(),
    edges: [],
    drift: [],
    register: { lists: [], entries: [], pairs: [] },
    persons: [],
  }
  return {
    ...readerOver(() => contents),
    async write(work) {
      const draft = copyOf(contents)
      const result = await work(transactorOver(draft))
      contents = draft
      return result
    },
    async close() {},
  }
}

function readerOver(contents: () => Contents): CaseReader {
  const captures = () =>
    [...contents().captures.values()].sort(
      (a, b) => compare(a.capture.name, b.capture.name) || compare(a.capture.id, b.capture.id),
    )
  return {
    stamps: async () => new Map(contents().stamps),
    captures: async () => captures().map(({ capture }) => capture),
    placements: async () =>
      captures()
        .flatMap(({ placements }) => placements)
        .sort((a, b) => compare(a.name, b.name) || compare(a.capture, b.capture)),
    documents: async () => byId(contents().documents.values()),
    document: async (id) => contents().documents.get(id) ?? null,
    decisions: async () => [...contents().decisions.values()].sort((a, b) => a.sequence - b.sequence),
    recognitions: async () => byId(contents().recognitions.values()),
    thumbnails: async () =>
      [...contents().thumbnails.values()].map(({ thumbnail }) => thumbnail).sort((a, b) => compare(a.item, b.item)),
    thumbnailBytes: async (item) => contents().thumbnails.get(item)?.bytes ?? null,
    edges: async () => byId(contents().edges),
    drift: async () => byId(contents().drift),
    registerLists: async () => contents().register.lists,
    entries: async () => contents().register.entries,
    entryPairs: async () => contents().register.pairs,
    persons: async () => contents().persons,
    disclosures: async () => [...contents().disclosures.values()].sort(byTime),
    proposals: async () => [...contents().proposals.values()].sort((a, b) => byTime(a.record, b.record)),
    async search(query, limit) {
      const words = queryWords(query)
      if (words.length === 0) return []
      return byId(contents().documents.values())
        .flatMap((document) => {
          const present = foldText(document.text).folded.match(/[\p{L}\p{N}]+/gu) ?? []
          if (!words.every((word) => present.some((other) => other.startsWith(word)))) return []
          const found = snippetOf(document.text, words)
          return found === null ? [] : [{ document: document.id, title: document.title, ...found }]
        })
        .slice(0, limit)
    },
    setting: async (name) => contents().settings.get(name) ?? null,
  }
}

function transactorOver(draft: Contents): CaseTransactor {
  const write = (...parts: readonly Part[]) => {
    for (const part of parts) draft.stamps.set(part, randomUUID())
  }
  return {
    ...readerOver(() => draft),
    async putCapture(capture, placements) {
      write('captures', 'placements')
      draft.captures.set(capture.id, { capture, placements })
    },
    async putDocument(document) {
      write('documents')
      draft.documents.set(document.id, document)
    },
    async putDecision(decision) {
      write('decisions')
      draft.decisions.set(decision.id, decision)
    },
    async putRecognition(recognition) {
      write('recognitions')
      draft.recognitions.set(recognition.id, recognition)
    },
    async putThumbnail(thumbnail, bytes) {
      write('thumbnails')
      draft.thumbnails.set(thumbnail.item, { thumbnail, bytes })
    },
    async putDisclosure(disclosure) {
      write('disclosures')
      draft.disclosures.set(disclosure.id, disclosure)
    },
    async putProposal(proposal) {
      write('proposals')
      draft.proposals.set(proposal.record.id, proposal)
    },
    async replaceEdges(edges) {
      write('edges')
      draft.edges = edges
    },
    async replaceDrift(drift) {
      write('drift')
      draft.drift = drift
    },
    async replaceRegister(register) {
      write('registerLists', 'entries', 'entryPairs')
      draft.register = register
    },
    async replacePersons(persons) {
      write('persons')
      draft.persons = persons
    },
    async putSetting(name, value) {
      draft.settings.set(name, value)
    },
  }
}
