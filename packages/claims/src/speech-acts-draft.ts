/** A claim as a rule found it, before it has its id, its quotations and its dates. */
import type { ClaimKind } from './claim.ts'
import type { Place, Speaker } from './speech-acts-memory.ts'

export interface Draft {
  readonly kind: ClaimKind
  /** Null where the outlet speaks in its own voice. */
  readonly speaker: Speaker | null
  readonly via: { readonly name: string; readonly at: Place } | null
  readonly addressee: { readonly name: string; readonly at: Place } | null
  readonly target: { readonly name: string; readonly at: Place } | null
  readonly cue: Place | null
  readonly content: Place
  readonly rule: string
  readonly unsure: string | null
}
