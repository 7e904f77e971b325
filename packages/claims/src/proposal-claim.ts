/** A proposed claim: its words stand in the document, in one voice. */
import type { Claim } from './claim.ts'
import { claimId } from './claim-id.ts'
import { resolveDeadline } from './deadline.ts'
import type { Span } from './document.ts'
import type { ProposedClaim } from './proposal.ts'
import { Outcome, occurrenceAt, PROPOSED, type Scene, sentencesOf } from './proposal-scene.ts'
import { sameSpeaker, toldIn, voicedIn } from './proposal-voice.ts'

/** Throws the outcome where the proposal is refused or a duplicate. */
export function claimOf(scene: Scene, proposal: ProposedClaim, content: Span): Claim {
  const { talk, proposer } = scene
  const { document } = talk
  const { kind } = proposal
  const held = sentencesOf(scene, content)
  const words = held.flatMap(({ tokens }) =>
    tokens.filter((token) => token.kind === 'word' && token.start >= content.start && token.end <= content.end),
  )
  if (words.length < 2) throw new Outcome('the quote of a claim holds two whole words at least')
  for (const claim of scene.claims) {
    const shared = Math.min(claim.content.end, content.end) - Math.max(claim.content.start, content.start)
    if (shared * 2 <= Math.min(content.end - content.start, claim.content.end - claim.content.start)) continue
    if (claim.kind !== kind) continue
    if (sameSpeaker(scene, claim.speaker, proposal.speaker)) throw new Outcome('it was read already', claim.id)
    throw new Outcome(`it contradicts what was read here: a ${kind} of ${claim.speaker ?? 'the outlet'}`)
  }
  const asserted = toldIn(scene, content, proposal.speaker) ?? voicedIn(scene, held, content, proposal.speaker)
  const language = held[0]!.language
  const due =
    kind === 'commitment' || kind === 'demand'
      ? resolveDeadline(content.text, content.start, language, null, document.published)
      : null
  return {
    id: claimId(document.id, `proposed ${kind}`, content.text, occurrenceAt(document.text, content)),
    kind,
    speaker: asserted.speaker,
    role: asserted.role,
    via: asserted.via,
    addressee: null,
    target: null,
    cue: asserted.cue,
    content,
    quotes: [],
    date: null,
    due,
    unsure: [PROPOSED, asserted.unsure].filter((reason) => reason !== null).join('; '),
    explanation: `proposed by ${proposer.model} at ${proposer.host}; the words stand in the document, the speaker is that of the text (${asserted.rule})`,
    start: content.start,
    end: content.end,
    spans: asserted.at === null ? {} : { speaker: asserted.at },
    proposedBy: proposer,
  }
}
