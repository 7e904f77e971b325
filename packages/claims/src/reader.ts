/** The reader: a document in, its attributed figures and claims out. */
import type { Claim } from './claim.ts'
import { readClaims } from './claims-reader.ts'
import { discourse } from './discourse.ts'
import type { SourceDocument } from './document.ts'
import type { Figure } from './figure.ts'
import type { Knowledge } from './knowledge.ts'
import { partyIndex } from './party-index.ts'
import { placeIndex } from './place.ts'
import { readFigures } from './reading.ts'

export interface Reading {
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

export interface Reader {
  /** Pure and deterministic; time linear in the length of the text. Languages other than English and Arabic yield nothing. */
  readonly read: (document: SourceDocument) => Reading
}

/** A reader that knows these parties and places. Build it once and read many documents. */
export function createReader(knowledge: Knowledge): Reader {
  const parties = partyIndex(knowledge)
  const places = placeIndex(knowledge.places)
  return {
    read(document) {
      if (document.language !== null && document.language !== 'en' && document.language !== 'ar')
        return { figures: [], claims: [] }
      const talk = discourse(document, parties)
      return { figures: readFigures(talk, places), claims: readClaims(talk) }
    },
  }
}
