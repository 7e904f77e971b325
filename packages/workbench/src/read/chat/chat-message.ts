/** A message as an export holds it, before messages are gathered into documents. */
import type { MessageMedia } from '../../model/captured-part.ts'

/** Stands for a person whom the export leaves without a name: what is said is then said by nobody else. */
export const NOT_NAMED = '(name not given)'

export interface ChatMessage {
  readonly id: string | null
  /** A line of the service itself, which nobody says. */
  readonly service: boolean
  /** As displayed, or NOT_NAMED; null for a line of the service and for a post of an archive that does not name its account. */
  readonly author: string | null
  /** ISO 8601, with a zone only where the export gives one; null where the date cannot be read for certain. */
  readonly at: string | null
  /** The date as the export prints it, where it cannot be read for certain. */
  readonly printed: string | null
  readonly text: string
  readonly forwardedFrom: string | null
  readonly replyTo: string | null
  readonly edited: string | null
  /** What else is displayed above it: the bot it was sent through, who signed it. */
  readonly about: readonly string[]
  readonly media: readonly MessageMedia[]
  /** Bytes of the item. */
  readonly start: number
  readonly end: number
}

export interface Chat {
  /** As displayed; null where the export does not say. */
  readonly name: string | null
  /** In a channel one party posts; in a chat many speak. */
  readonly kind: 'channel' | 'chat'
  /** Tells the chats of one export apart; null where there is one. */
  readonly key: string | null
}
