/** What a document says that somebody asserted, other than a figure. */
import type { Span } from './document.ts'
import type { Proposer } from './proposer.ts'

export const CLAIM_KINDS = [
  'statement',
  'accusation',
  'denial',
  'admission',
  'demand',
  'commitment',
  'characterisation',
  'testimony',
  'condemnation',
  'caveat',
  'contradiction',
] as const
export type ClaimKind = (typeof CLAIM_KINDS)[number]

/** A deadline: its words and the date (EDTF) they resolve to, null where they resolve to none, and how it was counted. */
export interface Due {
  readonly date: string | null
  readonly text: string
  readonly start: number
  readonly end: number
  /** For people: "one month from the statement of 2025-04-04; the words leave open what the month runs from". */
  readonly reading: string
}

export interface Claim {
  /** Digest of document, kind, quote and occurrence. */
  readonly id: string
  readonly kind: ClaimKind
  /** Who asserts it; null where the outlet speaks in its own voice. */
  readonly speaker: string | null
  /** The speaker's office as printed ("Amnesty's secretary-general"). */
  readonly role: string | null
  /** Who relays the speaker's words to the outlet. */
  readonly via: string | null
  /** Of whom a demand or an appeal is made. */
  readonly addressee: string | null
  /** Who or what is accused, condemned, doubted or contradicted. */
  readonly target: string | null
  /** The word of attribution. */
  readonly cue: Span | null
  /** What is asserted, in the document's words. */
  readonly content: Span
  /** Quotations, without their quote marks. */
  readonly quotes: readonly Span[]
  /** When it was said (EDTF). */
  readonly date: string | null
  readonly due: Due | null
  /** Why a person should look before this is used; null where nothing speaks against it. */
  readonly unsure: string | null
  /** The rule or weight that found it, for people. */
  readonly explanation: string
  readonly start: number
  readonly end: number
  readonly spans: {
    readonly speaker?: Span
    readonly role?: Span
    readonly via?: Span
    readonly addressee?: Span
    readonly target?: Span
  }
  /** Who proposed it, where the reader did not find it itself. */
  readonly proposedBy?: Proposer
}
