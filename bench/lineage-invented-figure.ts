/** A figure of an invented report: what its sentence prints, and nothing else known. */
import type { Figure } from '@corroborate/claims'

type Known = 'id' | 'value' | 'comparator' | 'effect' | 'claimant' | 'surface' | 'start' | 'end'

export function inventedFigure(known: Pick<Figure, Known> & Partial<Figure>): Figure {
  return {
    valueMax: null,
    vagueWord: null,
    manner: null,
    victims: 'people',
    victimText: null,
    perpetrator: null,
    via: null,
    chain: [],
    place: null,
    placeId: null,
    eventDate: null,
    asOf: null,
    date: null,
    carried: [],
    scope: 'total',
    partOf: null,
    repeatOf: null,
    unsure: null,
    explanation: 'made by the generator',
    spans: {},
    ...known,
  }
}
