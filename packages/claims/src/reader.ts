/** The reader: a document in, its attributed figures and claims out. */
import type { Claim } from './claim.ts'
import { readClaims } from './claims-reader.ts'
import { discourse } from './discourse.ts'
import { isReadLanguage, type SourceDocument } from './document.ts'
import type { Figure } from './figure.ts'
import type { Gazetteer, Knowledge } from './knowledge.ts'
import { type ParsedSentence, parseSentences } from './parse.ts'
import { partyIndex } from './party-index.ts'
import { gazetteerOf } from './place.ts'
import type { ParsedProposal } from './proposal.ts'
import { type Judgement, judgeProposals } from './proposal-judge.ts'
import type { Shown } from './proposal-scene.ts'
import type { Proposer } from './proposer.ts'
import { readFigures } from './reading.ts'

export interface Reading {
  readonly figures: readonly Figure[]
  readonly claims: readonly Claim[]
}

/** What a second reader answered about a document, and what it was shown. */
export interface Proposals {
  readonly entries: readonly ParsedProposal[]
  readonly shown: Shown
  readonly proposer: Proposer
}

export interface Reader {
  /** Pure and deterministic; time linear in the length of the text. Languages other than English and Arabic yield nothing. */
  readonly read: (document: SourceDocument) => Reading
  /** How each sentence is taken apart, for people who ask why. Null where the document's language is not read. */
  readonly parse: (document: SourceDocument) => readonly ParsedSentence[] | null
  /**
   * Judges a second reader's proposals by the document's own characters. `reading` is what was found before, `figures` and
   * `claims` of the judgement are those that were accepted beside it. Pure and deterministic.
   */
  readonly judge: (document: SourceDocument, reading: Reading, proposals: Proposals) => Judgement
}

/**
 * A reader that knows these parties and places, and those of a gazetteer, which are less likely. Build it once and read
 * many documents.
 */
export function createReader(knowledge: Knowledge, gazetteer?: Gazetteer): Reader {
  const parties = partyIndex(knowledge)
  const own = gazetteerOf(knowledge.places)
  const places: Gazetteer =
    gazetteer === undefined ? own : { named: (name) => [...own.named(name), ...gazetteer.named(name)] }
  return {
    read(document) {
      if (!isReadLanguage(document.language)) return { figures: [], claims: [] }
      const talk = discourse(document, parties)
      return { figures: readFigures(talk, places), claims: readClaims(talk) }
    },
    parse(document) {
      return isReadLanguage(document.language) ? parseSentences(discourse(document, parties), places) : null
    },
    judge(document, reading, { entries, shown, proposer }) {
      return judgeProposals(discourse(document, parties), reading, entries, shown, proposer)
    },
  }
}
