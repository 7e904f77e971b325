/** The fields of all lists together: one dictionary a field, each record a code in it. */
import type { Kind } from './roles.ts'

export interface Field {
  /** Role, numbered from the second column of a role on: `street`, `street2`; names are `given`, `middle`, `family`, `kunya`. */
  readonly key: string
  readonly kind: Kind
  /** Distinct normalised values. */
  readonly values: readonly string[]
  /** Index into `values` for each record; -1 where nothing is stated. */
  readonly codes: Int32Array
}

export interface Records {
  readonly count: number
  /** Index of the list of each record. */
  readonly list: Int32Array
  /** Row of each record in its list, from 0. */
  readonly row: Int32Array
  /** 1 where the entry may be linked: a group, and a body nobody named, stay alone. */
  readonly linkable: Uint8Array
  readonly fields: readonly Field[]
}
