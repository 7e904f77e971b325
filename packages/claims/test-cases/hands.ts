/** The shape of documents by many hands and registers (wire, inquiry, communiqué, court, interview): all are our own, and persons in them are invented. */
import type { ClaimKind } from '../src/claim.ts'
import type { Comparator, Effect } from '../src/figure.ts'

/** Kind, speaker, then its quotation where one is asked for, and the day its deadline comes to. */
export type ExpectedClaim = readonly [ClaimKind, string | null, (string | null)?, (string | null)?]

/** Day of publication and text, then every claim of it in order; none where the text only tells. */
export type ClaimDocument = readonly [string, string, ...ExpectedClaim[]]

/** Surface, value (a vague word, or `low..high`), comparator, effect, claimant. */
export type ExpectedFigure = readonly [string, number | string, Comparator, Effect, string | null]

/** Text, then every figure of it in order. */
export type FigureDocument = readonly [string, ...ExpectedFigure[]]
