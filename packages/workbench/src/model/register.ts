/** The register: lists, entries, scored pairs and persons. Everything here can be derived again. */
import type { Comparator } from '@corroborate/claims'
import type { ListRecord } from './list-record.ts'

/** A release of a list as it was read. */
export interface RegisterList extends Omit<ListRecord, 'kind' | 'entries'> {
  readonly rows: number
  /** What the person should know of it: sentences without any value of a cell. */
  readonly notes: readonly string[]
}

/** `group` counts several victims, `unidentified` names nobody; neither is linked by name. */
export type EntryKindName = 'person' | 'group' | 'unidentified'

/** How many victims a group's row says it stands for. */
export interface GroupCount {
  readonly low: number
  /** Null where the row sets no upper end. */
  readonly high: number | null
  readonly comparator: Comparator
}

/** What an entry states, brought to one form. What cannot be read is null here and stands in the cells as written. */
export interface EntryFacts {
  /** The name as it is shown; '' where none is stated. */
  readonly name: string
  /** Every written form of the whole name. */
  readonly names: readonly string[]
  readonly father: string | null
  readonly sex: 'female' | 'male' | null
  readonly age: number | null
  readonly birth: string | null
  readonly death: string | null
  readonly place: string | null
  readonly status: string | null
  readonly cause: string | null
  /** The list's own number for the row. */
  readonly record: string | null
}

/** One line of a list through all its releases. */
export interface RegisterEntry {
  readonly id: string
  readonly list: string
  /** By release, the oldest first. `row` counts from 1 after the header. */
  readonly versions: readonly { readonly release: string; readonly row: number; readonly cells: readonly string[] }[]
  /** The release that no longer holds it; null while the list does. */
  readonly removed: string | null
  readonly kind: EntryKindName
  readonly count: GroupCount | null
  readonly facts: EntryFacts
}

/** A step of a waterfall: what one comparison adds, in bits, and how much of it comes from how rare the value is. */
export interface WeightPart {
  readonly comparison: string
  readonly level: string
  readonly bits: number
  readonly frequencyBits: number
}

/** Two entries that were compared, and what speaks for one person. */
export interface EntryPair {
  readonly a: string
  readonly b: string
  /** log2 of the odds. */
  readonly weight: number
  readonly probability: number
  readonly prior: number
  readonly parts: readonly WeightPart[]
}

export interface RegisterPerson {
  /** Derived from the random id of its oldest entry, and so as random. */
  readonly id: string
  /** The oldest first. */
  readonly entries: readonly string[]
  /** How sure each entry's place is, in the order of `entries`. */
  readonly probabilities: readonly number[]
  /** Probability of the join it hangs by, where that is weak. */
  readonly weak: number | null
}

export interface DerivedRegister {
  readonly lists: readonly RegisterList[]
  readonly entries: readonly RegisterEntry[]
  readonly pairs: readonly EntryPair[]
}
