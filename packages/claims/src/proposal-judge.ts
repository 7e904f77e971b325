/**
 * Judges a second reader's proposals by the document's own characters: the quote must stand there, number and comparator
 * must re-parse from it, and the speaker must be the one to whom the reader of attributions gives these words.
 */
import type { Claim } from './claim.ts'
import type { Discourse } from './discourse.ts'
import type { Span } from './document.ts'
import type { Figure } from './figure.ts'
import type { ParsedProposal, Proposal } from './proposal.ts'
import { claimOf } from './proposal-claim.ts'
import { figureOf } from './proposal-figure.ts'
import { type Found, Outcome, quoteSpan, type Scene, type Shown, type Verdict } from './proposal-scene.ts'
import type { Proposer } from './proposer.ts'

export interface JudgedProposal {
  /** Null where the entry is no proposal; the reason says which rule it breaks. */
  readonly proposal: Proposal | null
  readonly verdict: Verdict
  /** For people. */
  readonly reason: string
  /** Where the quote stands, once it was found. */
  readonly span: Span | null
  /** Id of the accepted figure or claim, or of the one that it duplicates. */
  readonly claim: string | null
}

export interface Judgement extends Found {
  /** One for each entry, in their order. */
  readonly judged: readonly JudgedProposal[]
}

/** Judges entries in their order; what is accepted counts as found for those behind it. Pure. */
export function judgeProposals(
  talk: Discourse,
  found: Found,
  entries: readonly ParsedProposal[],
  shown: Shown,
  proposer: Proposer,
): Judgement {
  const figures: Figure[] = []
  const claims: Claim[] = []
  const judged = entries.map(({ proposal, fault }): JudgedProposal => {
    if (proposal === null) return { proposal, verdict: 'refused', reason: fault, span: null, claim: null }
    const scene: Scene = {
      talk,
      shown,
      proposer,
      figures: [...found.figures, ...figures],
      claims: [...found.claims, ...claims],
    }
    let span: Span | null = null
    try {
      span = quoteSpan(scene, proposal)
      const value = proposal.kind === 'figure' ? figureOf(scene, proposal, span) : claimOf(scene, proposal, span)
      if ('surface' in value) figures.push(value)
      else claims.push(value)
      return { proposal, verdict: 'accepted', reason: value.explanation, span, claim: value.id }
    } catch (error) {
      if (!(error instanceof Outcome)) throw error
      return { proposal, verdict: error.verdict, reason: error.message, span, claim: error.claim }
    }
  })
  return { judged, figures, claims }
}
