/** A casualty or displacement figure as a document prints it. */
import type { Span } from './document.ts'
import type { Proposer } from './proposer.ts'

/** How a printed number bounds the count it stands for. */
export const COMPARATORS = ['exact', 'more_than', 'at_least', 'about', 'up_to', 'fewer_than', 'vague'] as const
export type Comparator = (typeof COMPARATORS)[number]

export const EFFECTS = [
  'killed',
  'injured',
  'killed_or_injured',
  'missing',
  'forcibly_disappeared',
  'detained',
  'abducted',
  'tortured',
  'sexual_violence',
  'displaced',
] as const
export type Effect = (typeof EFFECTS)[number]

/** Who the victims are, as the source states it and never inferred. */
export const VICTIM_CATEGORIES = ['people', 'civilians', 'children', 'security_forces', 'combatants', 'mixed'] as const
export type VictimCategory = (typeof VICTIM_CATEGORIES)[number]

export const SCOPES = [
  'total',
  'subset',
  'daily',
  'period',
  'projected',
  'under_review',
  'background',
  'other',
] as const
export type Scope = (typeof SCOPES)[number]

/** The fields whose characters a figure shows in `spans`. `cue` is the word of attribution ("said", "according to"). */
export const FIGURE_FIELDS = [
  'number',
  'comparator',
  'effect',
  'victims',
  'perpetrator',
  'claimant',
  'cue',
  'via',
  'place',
  'date',
  'scope',
] as const
export type FigureField = (typeof FIGURE_FIELDS)[number]

/** What a figure may take from the text around it where its own paragraph does not say it. */
export const CARRIED_FIELDS = ['place', 'date'] as const
export type CarriedField = (typeof CARRIED_FIELDS)[number]

export interface Figure {
  /** Digest of document, kind, quote and occurrence. */
  readonly id: string
  /** The number, or the low end of a printed range; null where only a vague word is printed. */
  readonly value: number | null
  /** The high end of a printed range, else null. */
  readonly valueMax: number | null
  /** English plural of a vague count in either language: dozens, scores, hundreds, thousands, several …; else null. */
  readonly vagueWord: string | null
  readonly comparator: Comparator
  readonly effect: Effect
  /** `unlawful` where the source says executed, massacred, murdered or the like; null where it does not. */
  readonly manner: 'unlawful' | null
  readonly victims: VictimCategory
  /** The source's own words for the victims. */
  readonly victimText: string | null
  /** Alleged perpetrator, in the source's words. An allegation of the claimant, never a fact. */
  readonly perpetrator: string | null
  /** Who asserts the figure; null where the outlet says it in its own voice. */
  readonly claimant: string | null
  /** Who relays the claimant's word to the outlet. */
  readonly via: string | null
  /** Outlet outwards: every party between the outlet and the claimant, nearest the outlet first. */
  readonly chain: readonly string[]
  readonly place: string | null
  /** Gazetteer id of `place`, where it is known. */
  readonly placeId: string | null
  /** When it happened (EDTF). */
  readonly eventDate: string | null
  /** The date up to which a running toll counts (EDTF). */
  readonly asOf: string | null
  /** `asOf` of a running toll, else `eventDate`. */
  readonly date: string | null
  readonly scope: Scope
  /** Which of its fields the text around says, not the figure's own paragraph: to be read as likely, never compared. */
  readonly carried: readonly CarriedField[]
  /** Id of the figure of this document that this one is a part of. */
  readonly partOf: string | null
  /** Id of the figure of this document that this one says again. */
  readonly repeatOf: string | null
  /** Why a person should look before this is used; null where nothing speaks against it. */
  readonly unsure: string | null
  /** The rule or weight that found each field, for people. */
  readonly explanation: string
  /** Comparator and number as printed; equals the text at start to end. */
  readonly surface: string
  readonly start: number
  readonly end: number
  readonly spans: { readonly [Field in FigureField]?: Span }
  /** Who proposed it, where the reader did not find it itself. */
  readonly proposedBy?: Proposer
}

/** A count as an interval of whole numbers; `high` null means no upper bound, both null means no number was given. */
export interface CountInterval {
  readonly low: number | null
  readonly high: number | null
}

/** The figure with nothing but what its own paragraph says: what may agree or disagree with another text's. */
export function asStated<One extends Pick<Figure, 'carried' | 'place' | 'placeId' | 'eventDate' | 'asOf' | 'date'>>(
  figure: One,
): One {
  if (figure.carried.length === 0) return figure
  return {
    ...figure,
    ...(figure.carried.includes('place') ? { place: null, placeId: null } : {}),
    ...(figure.carried.includes('date') ? { eventDate: null, asOf: null, date: null } : {}),
  }
}

/**
 * The counts a figure leaves possible. `about` and `vague` keep no bounds of their own: a printed 200 under `about`
 * gives [200, 200] and stays marked by its comparator; nothing here turns looseness into precision.
 */
export function countInterval(figure: Pick<Figure, 'value' | 'valueMax' | 'comparator'>): CountInterval {
  const { value, valueMax, comparator } = figure
  if (value === null) return { low: null, high: null }
  const top = valueMax ?? value
  switch (comparator) {
    case 'more_than':
      return { low: value + 1, high: null }
    case 'at_least':
      return { low: value, high: null }
    case 'up_to':
      return { low: 0, high: top }
    case 'fewer_than':
      return { low: 0, high: Math.max(0, top - 1) }
    case 'vague':
      return { low: null, high: null }
    case 'exact':
    case 'about':
      return { low: value, high: top }
  }
}
