/** A message as an export holds it, before messages are gathered into documents. */
import type { MessageMedia } from '../../model/captured-part.ts'

export interface ChatMessage {
  readonly id: string | null
  /** As displayed; null for a line of the service itself. */
  readonly author: string | null
  /** ISO 8601, with a zone only where the export gives one; null where the date cannot be read for certain. */
  readonly at: string | null
  /** The date as the export prints it, where it cannot be read for certain. */
  readonly printed: string | null
  readonly text: string
  readonly forwardedFrom: string | null
  readonly replyTo: string | null
  readonly edited: string | null
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
