/** The app's reading of its source: cached answers, asked again after every decision. */
import type { DocumentSummary } from '@corroborate/workbench/contract'
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext } from 'react'
import { UnreachableError } from './case-source.ts'
import type { CaseClaims, DecisionRequest, DocumentClaim, Source } from './source.ts'

const SourceContext = createContext<Source | null>(null)

export class NoSourceError extends Error {
  constructor() {
    super('a view was drawn outside SourceProvider; wrap it in one')
    this.name = 'NoSourceError'
  }
}

export function SourceProvider({ source, children }: { source: Source; children: ReactNode }) {
  return <SourceContext value={source}>{children}</SourceContext>
}

export function useSource(): Source {
  const source = useContext(SourceContext)
  if (source === null) throw new NoSourceError()
  return source
}

export function queryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        networkMode: 'always',
        retry: (failures, error) => error instanceof UnreachableError && failures < 1,
      },
      mutations: { networkMode: 'always' },
    },
  })
}

export function useDates() {
  const source = useSource()
  return useQuery({ queryKey: ['dates'], queryFn: () => source.dates() })
}

export function useOverview() {
  const source = useSource()
  return useQuery({ queryKey: ['overview'], queryFn: () => source.overview() })
}

export function useDocuments() {
  const source = useSource()
  return useQuery({ queryKey: ['documents'], queryFn: () => source.documents() })
}

export function useDocument(id: string) {
  const source = useSource()
  return useQuery({ queryKey: ['document', id], queryFn: () => source.document(id) })
}

export function useLineage(asOf: string | null) {
  const source = useSource()
  return useQuery({
    queryKey: ['lineage', asOf],
    queryFn: () => source.lineage(asOf),
    placeholderData: (before) => before,
  })
}

export function useLedger(asOf: string | null) {
  const source = useSource()
  return useQuery({
    queryKey: ['ledger', asOf],
    queryFn: () => source.ledger(asOf),
    placeholderData: (before) => before,
  })
}

export function useSearch(words: string) {
  const source = useSource()
  return useQuery({
    queryKey: ['search', words],
    queryFn: () => source.search(words),
    enabled: words !== '',
    placeholderData: (before) => before,
  })
}

export function useDecisions() {
  const source = useSource()
  return useQuery({ queryKey: ['decisions'], queryFn: () => source.decisions() })
}

/** Sends a decision, then asks everything again: a decision may change the ledger and the lineage too. */
export function useDecide() {
  return useRecord<DecisionRequest>(useSource().decide)
}

/** As `useDecide`, for what is recorded another way; `record` is null where nothing can be. */
export function useRecord<Request>(record: ((request: Request) => Promise<unknown>) | null) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: Request) => {
      if (record === null) throw new Error('decisions are off in a copy; open the case itself')
      return record(request)
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

export type ClaimIndex = ReadonlyMap<string, DocumentClaim & { readonly document: string }>
const NO_CLAIMS: ClaimIndex = new Map()

/** Every figure and claim of the case by id, so that a ledger line can lead to the words it was read from. */
export function useClaimIndex(): ClaimIndex {
  return useClaims().data ?? NO_CLAIMS
}

export function useClaims() {
  const source = useSource()
  return useQuery({
    queryKey: ['claims'],
    queryFn: async (): Promise<ClaimIndex> => indexOf(await source.claims()),
    structuralSharing: false,
  })
}

function indexOf({ figures, claims }: CaseClaims): ClaimIndex {
  return new Map(
    [
      ...figures.map((value) => ({ type: 'figure' as const, value, document: value.document })),
      ...claims.map((value) => ({ type: 'claim' as const, value, document: value.document })),
    ].map((claim) => [claim.value.id, claim]),
  )
}

const byId = new WeakMap<readonly DocumentSummary[], ReadonlyMap<string, DocumentSummary>>()

/** What is known of one document; null while the documents are being asked for, and for an unknown id. */
export function useSummary(id: string): DocumentSummary | null {
  const { data } = useDocuments()
  if (data === undefined) return null
  let index = byId.get(data)
  if (index === undefined) {
    index = new Map(data.map((document) => [document.id, document]))
    byId.set(data, index)
  }
  return index.get(id) ?? null
}
