/** Where the app reads the register from, and how what people say of it gets there. */
import type {
  Decision,
  Dossier,
  ListPreviewView,
  PersonDetail,
  PersonSummary,
  RegisterSummary,
  ReleaseDifferencesView,
  ReviewQueue,
  TollBesideNames,
} from '@corroborate/workbench/contract'
import { findWords } from './find-words.ts'

export interface PersonsAsked {
  readonly q: string
  readonly list: string
  readonly only: string
}

export interface MarkRequest {
  readonly mark: 'same' | 'different' | 'unsure' | 'merge' | 'split' | 'not-a-victim' | 'note'
  readonly ids: readonly string[]
  readonly note?: string
  readonly blind?: boolean
  readonly by: string
  readonly reason: string
}

export interface TakeRequest {
  readonly item: string
  readonly list?: string
  readonly release?: string
  /** Field to column, each column by its place as `#N`. */
  readonly columns: Readonly<Record<string, string>>
  readonly duplicates: boolean
  readonly by: string
  readonly reason: string
}

/** What the estimate's page shows of the answer. */
export interface RegisterEstimate {
  readonly observed: number
  readonly models: readonly {
    readonly method: string
    readonly model: string
    readonly estimate: number | null
    readonly low: number | null
    readonly high: number | null
    readonly diagnostics: Readonly<Record<string, unknown>>
  }[]
  readonly verdict: { readonly summary: readonly string[] }
  readonly refused: { readonly reasons: readonly { readonly message: string }[] } | null
  readonly strata: {
    readonly strata: readonly {
      readonly stratum: string
      readonly observed: number
      readonly model: string | null
      readonly estimate: number | null
      readonly reason: string | null
    }[]
  } | null
  readonly linkage?: {
    readonly draws: number
    readonly observed: readonly [number, number]
    readonly estimated: number
    readonly rubin: {
      readonly estimate: number
      readonly low: number
      readonly high: number
      readonly fromLinkage: number
    } | null
    readonly mixture: { readonly median: number; readonly low: number; readonly high: number } | null
  } | null
  readonly leftOut?: {
    readonly groups: number
    readonly unidentified: number
    readonly notVictims: number
    readonly withdrawn: number
  }
  readonly pictures: Readonly<Record<string, string>>
}

export interface RegisterSource {
  summary(): Promise<RegisterSummary>
  persons(asked: PersonsAsked): Promise<{ readonly total: number; readonly persons: readonly PersonSummary[] }>
  person(id: string): Promise<PersonDetail>
  differences(release: string): Promise<ReleaseDifferencesView>
  numbers(): Promise<readonly TollBesideNames[]>
  /** Null where nothing can be decided here. */
  readonly deciding: {
    queue(as: string, round: string): Promise<ReviewQueue>
    mark(request: MarkRequest): Promise<Decision>
    columns(item: string): Promise<ListPreviewView>
    take(request: TakeRequest): Promise<unknown>
    estimate(asked: { readonly by: string; readonly quick: boolean }): Promise<RegisterEstimate>
  } | null
}

type Ask = <T>(path: string, query?: Readonly<Record<string, string | null>>, body?: unknown) => Promise<T>

/** Persons asked for at once; the table draws only those in sight. */
const MOST_PERSONS = '100000'

export function caseRegister(ask: Ask): RegisterSource {
  const given = (value: string) => (value === '' ? null : value)
  return {
    summary: () => ask('register'),
    persons: ({ q, list, only }) =>
      ask('register-persons', { q: given(q), list: given(list), only: given(only), limit: MOST_PERSONS }),
    person: (id) => ask('register-show', { id }),
    differences: (release) => ask('register-compare', { list: release }),
    numbers: () => ask('register-numbers'),
    deciding: {
      queue: (as, round) => ask('register-queue', { as: given(as), round: given(round), limit: '5' }),
      mark: (request) => ask('register-mark', {}, request),
      columns: (item) => ask('register-columns', { item }),
      take: (request) => ask('register-add', {}, request),
      estimate: ({ by, quick }) => ask('register-estimate', { by: given(by), quick: quick ? 'true' : null }),
    },
  }
}

export class NotInCopyRegisterError extends Error {
  constructor(id: string) {
    super(`the register of this copy holds nothing of the id ${JSON.stringify(id)}`)
    this.name = 'NotInCopyRegisterError'
  }
}

const ONLY: Readonly<Record<string, (person: PersonSummary) => boolean>> = {
  weak: ({ weak }) => weak !== null,
  differ: ({ differ }) => differ.length > 0,
  'one-list': ({ lists }) => lists.length === 1,
  withdrawn: ({ withdrawn }) => withdrawn,
  decided: ({ decided }) => decided,
}

export function copyRegister({ register }: Dossier): RegisterSource {
  return {
    summary: async () => register.summary,
    async persons({ q, list, only }) {
      const persons = register.persons.filter(
        (person) =>
          (list === '' || person.lists.includes(list)) &&
          (ONLY[only]?.(person) ?? true) &&
          (q.trim() === '' || [...person.names, person.place ?? ''].some((text) => findWords(text, q).length > 0)),
      )
      return { total: persons.length, persons }
    },
    async person(id) {
      const found = register.persons.find((person) => person.id === id)
      if (found === undefined) throw new NotInCopyRegisterError(id)
      return found
    },
    async differences(release) {
      const found = register.differences.find((one) => one.release === release)
      if (found === undefined) throw new NotInCopyRegisterError(release)
      return found
    },
    numbers: async () => register.numbers,
    deciding: null,
  }
}
