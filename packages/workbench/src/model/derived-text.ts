/** Text that was derived from an item that holds none: a machine's recognition, or a person's transcription. */
import { z } from 'zod'

/** Left, top, right, bottom in pixels of the picture that was read, from its upper left corner. */
const BoxSchema = z.tuple([z.number(), z.number(), z.number(), z.number()])

/**
 * What a machine read in a picture: one item, or one page of it. Kept as a record, since another machine may read
 * otherwise; a rebuild uses what is kept.
 */
export const RecognitionSchema = z.object({
  kind: z.literal('recognition'),
  id: z.string(),
  at: z.string(),
  /** The parent: sha512 of the original. */
  item: z.string().regex(/^[0-9a-f]{128}$/),
  /** Counted from 1; null where the item is one picture. */
  page: z.number().int().positive().nullable(),
  maker: z.object({
    engine: z.string().min(1),
    version: z.string().min(1),
    /** Language codes of its models, as the engine names them. */
    languages: z.array(z.string().min(1)).min(1),
  }),
  /** Size of the picture that was read, in pixels. */
  picture: z.object({ width: z.number().int().positive(), height: z.number().int().positive() }),
  /** Lines separated by a newline, paragraphs by two. */
  text: z.string(),
  words: z.array(
    z.object({
      /** UTF-16 offsets into `text`. */
      start: z.number().int().nonnegative(),
      end: z.number().int().positive(),
      box: BoxSchema,
      /** 0 to 100, as the engine states it. */
      confidence: z.number().min(0).max(100),
    }),
  ),
})
export type Recognition = z.infer<typeof RecognitionSchema>

/** What a decision to transcribe sets. */
export const TranscriptionSchema = z.strictObject({
  text: z.string().min(1),
  /** BCP 47 primary subtag; null where the words are to tell. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}$/)
    .nullable(),
  page: z.number().int().positive().nullable(),
  /** Where passages of the text stand in the picture, in pixels of it. */
  boxes: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().positive(), box: BoxSchema })),
})
export type Transcription = z.infer<typeof TranscriptionSchema>

/** What a recognition breaks of the rules that its shape cannot say; empty where it keeps them. */
export function recognitionFaults({ text, words, picture }: Pick<Recognition, 'text' | 'words' | 'picture'>): string[] {
  const faults: string[] = []
  let from = 0
  for (const [at, { start, end, box }] of words.entries()) {
    if (start < from || end <= start || end > text.length) {
      faults.push(`word ${at} stands at ${start} to ${end}: out of order, or outside the text`)
      continue
    }
    if (text.slice(from, start).trim() !== '') faults.push(`text before word ${at} is in no word`)
    if (/^\s|\s$/.test(text.slice(start, end))) faults.push(`word ${at} begins or ends with white space`)
    if (!isInside(box, picture)) faults.push(`the box of word ${at} is not inside the picture`)
    from = end
  }
  if (text.slice(from).trim() !== '') faults.push('text after the last word is in no word')
  return faults
}

function isInside([left, top, right, bottom]: readonly number[], { width, height }: Recognition['picture']): boolean {
  const [l, t, r, b] = [left ?? -1, top ?? -1, right ?? -1, bottom ?? -1]
  return l >= 0 && t >= 0 && l <= r && t <= b && r <= width && b <= height
}

/** The same for a transcription. */
export function transcriptionFaults({ text, boxes }: Pick<Transcription, 'text' | 'boxes'>): string[] {
  const faults: string[] = []
  if (text.trim() === '') faults.push('the transcription is empty: give the words that are seen')
  if (/[\r\uFEFF]/.test(text)) faults.push('lines end with a newline alone, and there is no byte-order mark')
  for (const { start, end, box } of boxes) {
    if (start >= end || end > text.length)
      faults.push(`a box is said to hold characters ${start} to ${end} of a text of ${text.length}`)
    const [left, top, right, bottom] = box
    if (left < 0 || top < 0 || left > right || top > bottom)
      faults.push(`a box has edges in the wrong order: ${box.join(', ')}`)
  }
  return faults
}

/** A derived text in effect. */
export type DerivedText =
  | { readonly kind: 'transcription'; readonly decision: string; readonly by: string; readonly set: Transcription }
  | { readonly kind: 'recognition'; readonly recognition: Recognition }

/** Which derived text a document's words come from, page by page. */
export interface DerivedFrom {
  readonly kind: 'transcription' | 'recognition'
  /** The record: id of the decision, or of the recognition. */
  readonly record: string
  readonly page: number | null
  /** The person, or engine, version and languages. */
  readonly maker: string
}

export function makerOf(derived: DerivedText): string {
  if (derived.kind === 'transcription') return derived.by
  const { engine, version, languages } = derived.recognition.maker
  return `${engine} ${version} (${languages.join(', ')})`
}
