/** The shape of a short text with the figures that a careful reader finds in it. */

export interface CaseFigure {
  /** `printed | value or vague word | comparator | effect | claimant or -`; a range is `low..high`. */
  readonly printed: string
  readonly by?: string
  readonly at?: string
  readonly on?: string
  readonly scope?: string
  /** Category of the victims. */
  readonly of?: string
  /** `unread`: the reader does not find it, or not as it should; `either`: a careful reader may leave it out. */
  readonly state?: 'unread' | 'either'
}

export interface FigureCase {
  readonly published: string
  readonly text: string
  readonly figures: readonly CaseFigure[]
  /** How many the reader finds that are none. */
  readonly over?: number
}
