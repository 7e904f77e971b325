/** What the reader is told about the world: parties of the field and places. Both come as arguments. */

export const PARTY_KINDS = [
  'monitor',
  'agency',
  'outlet',
  'government',
  'armed_group',
  'official',
  'witness',
  'court',
  'un_body',
  'aid_organisation',
  'hospital',
  'political_group',
  'community',
  'other',
] as const
export type PartyKind = (typeof PARTY_KINDS)[number]

export interface Party {
  /** Short, lower-case and stable: `sohr`. */
  readonly id: string
  readonly kind: PartyKind
  /** The name shown and exported. */
  readonly name: string
  /** Every other written form, in any script; acronyms included. */
  readonly aliases: readonly string[]
  /** Id of the body this one speaks for or belongs to. */
  readonly partOf?: string
}

export interface Place {
  readonly id: string
  readonly name: string
  readonly aliases: readonly string[]
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly kind: 'country' | 'region' | 'settlement' | 'site'
}

/** Places too many to be listed, asked for by name. */
export interface Gazetteer {
  /** Places of which a written form equals `name` as `foldPlaceName` makes them, the likeliest first. */
  readonly named: (name: string) => readonly Place[]
}

/** What a person said of two written names: that they mean one party or place, or that they do not. */
export interface NameRuling {
  readonly of: 'party' | 'place'
  readonly names: readonly [string, string]
  readonly same: boolean
}

export interface Knowledge {
  readonly parties: readonly Party[]
  readonly places: readonly Place[]
  /** In the order in which they were taken; a later one goes before an earlier one. */
  readonly names?: readonly NameRuling[]
}
