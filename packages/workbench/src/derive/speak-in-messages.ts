/** In a chat the outlet does not speak: what nobody is named for is said by the author of its message. */
import { asStated, type Claim, type Figure } from '@corroborate/claims'
import type { CapturedMessage } from '../model/captured-part.ts'
import type { CaseDocument } from '../model/case-document.ts'

/**
 * Names the author of the message, or whom it was forwarded from, where a figure has no claimant and a claim no speaker,
 * or one that was carried over from another message. A message by the channel itself stays in the outlet's own voice.
 */
export function speakInMessages(document: CaseDocument): CaseDocument {
  if (document.messages.length === 0) return document
  const { messages, text, outlet } = document
  const messageAt = (start: number) => messages.find((one) => one.start <= start && start < one.end) ?? null
  /** Whether the words that name somebody stand in the message of the value. */
  const isOwn = (message: CapturedMessage, name: { readonly start: number } | undefined) =>
    name !== undefined && message.start <= name.start && name.start < message.end
  const figures = document.figures.map((read): Figure => {
    const message = messageAt(read.start)
    const away = message !== null && read.spans.place !== undefined && !isOwn(message, read.spans.place)
    const figure = read.carried.length > 0 && away ? asStated(read) : read
    if (message === null || (figure.claimant !== null && isOwn(message, figure.spans.claimant))) return figure
    const voice = voiceOf(message, outlet)
    const { claimant: _claimant, cue: _cue, via: _via, ...spans } = figure.spans
    const own = { ...figure, claimant: null, via: null, chain: [], spans }
    if (voice === null) return figure.claimant === null ? figure : own
    const { at, name, why } = voice
    return {
      ...own,
      claimant: name,
      explanation: `${figure.explanation}; ${why}`,
      spans: { ...spans, claimant: { ...at, text: text.slice(at.start, at.end) } },
    }
  })
  const claims = document.claims.map((claim): Claim => {
    const message = messageAt(claim.start)
    if (message === null || (claim.speaker !== null && isOwn(message, claim.spans.speaker))) return claim
    const voice = voiceOf(message, outlet)
    const { speaker: _speaker, role: _role, via: _via, ...spans } = claim.spans
    const own = { ...claim, speaker: null, role: null, via: null, spans }
    if (voice === null) return claim.speaker === null ? claim : own
    const { at, name, why } = voice
    return {
      ...own,
      speaker: name,
      explanation: `${claim.explanation}; ${why}`,
      spans: { ...spans, speaker: { ...at, text: text.slice(at.start, at.end) } },
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
