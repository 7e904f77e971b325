/** A word of harm, and where it stands in a sentence. */
import type { Effect } from './figure.ts'

/**
 * How a word of harm joins its victims. `past` ("killed": active or passive by its surroundings), `base` ("kills"),
 * `ing` ("killing"), `died` (the victim is its subject), `deaths` (it counts), `dead` (an adjective), `victims` (it
 * counts people, and other words say what befell them).
 */
export type HarmForm = 'past' | 'base' | 'ing' | 'died' | 'deaths' | 'dead' | 'victims'

export interface Harm {
  readonly effect: Effect
  readonly manner: 'unlawful' | null
  readonly form: HarmForm
}

export interface HarmHit extends Harm {
  readonly from: number
  readonly to: number
}
