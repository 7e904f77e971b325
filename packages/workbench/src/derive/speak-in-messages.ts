/** In a chat the outlet does not speak: what nobody is named for is said by the author of its message. */
import type { Claim, Figure } from '@corroborate/claims'
import type { CapturedMessage } from '../model/captured-part.ts'
import type { CaseDocument } from '../model/case-document.ts'

/**
 * Names the author of the message, or whom it was forwarded from, where a figure has no claimant and a claim no speaker.
 * A message by the channel itself stays in the outlet's own voice.
 */
export function speakInMessages(document: CaseDocument): CaseDocument {
  if (document.messages.length === 0) return document
  const { messages, text, outlet } = document
  const voiceAt = (start: number) => {
    const message = messages.find((one) => one.start <= start && start < one.end)
    return message === undefined ? null : voiceOf(message, outlet)
  }
  const figures = document.figures.map((figure): Figure => {
    const voice = figure.claimant === null ? voiceAt(figure.start) : null
    if (voice === null) return figure
    const { at, name, why } = voice
    return {
      ...figure,
      claimant: name,
      explanation: `${figure.explanation}; ${why}`,
      spans: { ...figure.spans, claimant: { ...at, text: text.slice(at.start, at.end) } },
    }
  })
  const claims = document.claims.map((claim): Claim => {
    const voice = claim.speaker === null ? voiceAt(claim.start) : null
    if (voice === null) return claim
    const { at, name, why } = voice
    return {
      ...claim,
      speaker: name,
      explanation: `${claim.explanation}; ${why}`,
      spans: { ...claim.spans, speaker: { ...at, text: text.slice(at.start, at.end) } },
    }
  })
  return { ...document, figures, claims }
}

interface Voice {
  readonly name: string
  readonly at: { readonly start: number; readonly end: number }
  readonly why: string
}

function voiceOf(message: CapturedMessage, outlet: string | null): Voice | null {
  const { author, authorAt, forwardedFrom, forwardedAt } = message
  if (forwardedFrom !== null && forwardedAt !== null)
    return {
      name: forwardedFrom,
      at: forwardedAt,
      why: 'no other speaker is named: the message was forwarded from them',
    }
  if (author === null || authorAt === null || author === outlet) return null
  return { name: author, at: authorAt, why: 'no other speaker is named: they wrote the message' }
}
