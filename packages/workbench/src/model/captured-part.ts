/** A part of a captured item that is a publication of its own: a page of a web capture, messages of a chat, a mail. */

/** Where a part stands in its item, so that a reader is led to its exact bytes. */
export interface PartLocator {
  readonly kind: 'record' | 'messages' | 'message' | 'mail' | 'post'
  /** Distinct within the item; the last words of the document's name, after `#`. */
  readonly key: string
  /** Its own id there: a WARC-Record-ID, the number of a message, a Message-ID. Null where it has none. */
  readonly id: string | null
  /** The member of a zip file that holds it; null where the item itself does. */
  readonly member: string | null
  /** Bytes of the item, or of the member; of a gzip file, those of its packed bytes. */
  readonly start: number
  readonly end: number
}

/** A file that a message carries, as the export names it. */
export interface MessageMedia {
  /** The kind as the export states it: photo, video, voice message. */
  readonly kind: string
  /** Path below the folder of the export; null where the export left the file out. */
  readonly file: string | null
  /** What the export says instead of the file. */
  readonly note: string | null
}

/** One message of a chat or a channel, all of it as the export displays it. */
export interface CapturedMessage {
  readonly id: string | null
  /** UTF-16 offsets of the whole message in the document's text, its head included. */
  readonly start: number
  readonly end: number
  /** As displayed; null for a line of the service itself and for a post of an archive that does not name its account. */
  readonly author: string | null
  /** Offsets of the author's name in the document's text. */
  readonly authorAt: { readonly start: number; readonly end: number } | null
  /** EDTF: with a zone only where the export gives one. Null where it cannot be read. */
  readonly at: string | null
  readonly forwardedFrom: string | null
  readonly forwardedAt: { readonly start: number; readonly end: number } | null
  /** The id of the message it answers. */
  readonly replyTo: string | null
  readonly edited: string | null
  readonly media: readonly MessageMedia[]
  /** Bytes of the item. */
  readonly bytes: { readonly start: number; readonly end: number }
}
