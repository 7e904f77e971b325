/** The app's reading of its source: cached answers, asked again after every decision. */
import { QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
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

export function useLineage() {
  const source = useSource()
  return useQuery({ queryKey: ['lineage'], queryFn: () => source.lineage() })
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
  const { decide } = useSource()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (request: DecisionRequest) => {
      if (decide === null) throw new Error('decisions are off in a copy; open the case itself')
      return decide(request)
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

export type ClaimIndex = ReadonlyMap<string, DocumentClaim & { readonly document: string }>
const NO_CLAIMS: CaseClaims = { figures: [], claims: [] }

/** Every figure and claim of the case by id, so that a ledger line can lead to the words it was read from. */
export function useClaimIndex(): ClaimIndex {
  const source = useSource()
  const { data = NO_CLAIMS } = useQuery({ queryKey: ['claims'], queryFn: () => source.claims() })
  return useMemo(
    () =>
      new Map(
        [
          ...data.figures.map((value) => ({ type: 'figure' as const, value, document: value.document })),
          ...data.claims.map((value) => ({ type: 'claim' as const, value, document: value.document })),
        ].map((claim) => [claim.value.id, claim]),
      ),
    [data],
  )
}
