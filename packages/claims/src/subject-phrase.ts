/** A subject of a verb of saying, and the sentence it is read from. */
import type { Mention } from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import type { Token } from './token.ts'

export interface Subject {
  readonly mention: Mention
  readonly via: readonly Mention[]
  /** Where the subject phrase begins, its apposition included. */
  readonly from: number
  readonly to: number
}

export interface Source {
  readonly text: string
  readonly tokens: readonly Token[]
  readonly known: readonly PartyMatch[]
}
