/** Reads a case from the local server that serves this page. */
import type { CaseLedger, CaseLineage, CheckpointView, DocumentDetail, Overview } from '@corroborate/workbench/contract'
import { caseRegister } from './register-source.ts'
import type { CaseClaims, Source } from './source.ts'

/** The server's own sentence on why it refused. */
export class RefusedError extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.name = 'RefusedError'
    this.status = status
  }
}

/** The server could not be reached at all. */
export class UnreachableError extends Error {
  constructor(address: string, cause: unknown) {
    super(`no answer from ${address}; is corroborate serve still running?`, { cause })
    this.name = 'UnreachableError'
  }
}

export function caseSource(request: typeof fetch = (...given) => fetch(...given)): Source {
  const ask = async <T>(
    path: string,
    query: Readonly<Record<string, string | null>> = {},
    body?: unknown,
  ): Promise<T> => {
    const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== null)
    const address = `/api/${path}${given.length > 0 ? `?${new URLSearchParams(given)}` : ''}`
    const options: RequestInit =
      body === undefined
        ? { headers: { accept: 'application/json' } }
        : {
            method: 'POST',
            headers: { accept: 'application/json', 'content-type': 'application/json' },
            body: JSON.stringify(body),
          }
    let response: Response
    try {
      response = await request(address, options)
    } catch (cause) {
      throw new UnreachableError(address, cause)
    }
    if (response.ok) return (await response.json()) as T
    throw new RefusedError(response.status, await refusal(response))
  }
  return {
    kind: 'case',
    overview: () => ask<Overview>('overview'),
    documents: async () => listed(await ask('documents'), 'documents'),
    document: (id) => ask<DocumentDetail>('document', { id }),
    claims: () => ask<CaseClaims>('claims'),
    lineage: (asOf) => ask<CaseLineage>('lineage', { asOf }),
    ledger: (asOf) => ask<CaseLedger>('ledger', { asOf }),
    search: async (q) => listed(await ask('search', { q }), 'hits'),
    decisions: async () => listed(await ask('decisions'), 'decisions'),
    register: caseRegister(ask),
    dates: () => ask<CheckpointView>('dates'),
    decide: (decision) => ask('decide', {}, decision),
    keepFrame: (frame) => ask('frame-keep', {}, frame),
    vault: {
      unlock: async (passphrase) => void (await ask('unlock', {}, { passphrase })),
      lock: async () => void (await ask('lock', {}, {})),
    },
    original: (digest) => `/api/original?${new URLSearchParams({ digest })}`,
    thumbnail: (digest) => `/api/thumbnail?${new URLSearchParams({ digest })}`,
    footage: (digest) => `/api/footage?${new URLSearchParams({ digest })}`,
    frame: (id) => `/api/frame?${new URLSearchParams({ id })}`,
    picture: (digest, page) =>
      `/api/picture?${new URLSearchParams({ digest, ...(page === null ? {} : { page: String(page) }) })}`,
  }
}

/** A list is answered as it is, or under its name. */
function listed<T>(answer: readonly T[] | Readonly<Record<string, readonly T[]>>, name: string): readonly T[] {
  if (Array.isArray(answer)) return answer as readonly T[]
  const list = (answer as Readonly<Record<string, readonly T[]>>)[name]
  if (list === undefined) throw new RefusedError(200, `the server's answer has no ${JSON.stringify(name)}`)
  return list
}

async function refusal(response: Response): Promise<string> {
  const said = await response.text()
  try {
    const { error } = JSON.parse(said) as { error?: unknown }
    if (typeof error === 'string') return error
  } catch {
    // Not JSON: what was said is shown as it is.
  }
  return said.slice(0, 300) || `${response.status} ${response.statusText}`
}
