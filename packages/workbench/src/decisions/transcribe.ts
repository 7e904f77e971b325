/** From a person's transcription to the decision that records it: the item is found, page and boxes are checked. */
import { TranscriptionSchema, transcriptionFaults } from '../model/derived-text.ts'
import { caseTarget } from './case-decision.ts'
import { DecisionError } from './decision-error.ts'
import type { Decided, DecisionRequest } from './decision-request.ts'
import { type EffectiveCase, type EffectiveDocument, undoneDecisions } from './effective.ts'
import { documentOfItem } from './item-document.ts'
import { standingTranscriptions } from './reading-decisions.ts'

/** Knows the subtags that ISO 639 has given out; undefined for any other. */
const LANGUAGES = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' })

/** What a person sets; only the words have to be given. */
const RequestSchema = TranscriptionSchema.extend({
  language: TranscriptionSchema.shape.language.default(null),
  page: TranscriptionSchema.shape.page.default(null),
  boxes: TranscriptionSchema.shape.boxes.default([]),
})

/**
 * `target` names the item: its digest or the id of its document, whole or the beginning, or the name of its file. Throws
 * DecisionError where it is not found, or cannot be transcribed as asked.
 */
export function transcribe(effective: EffectiveCase, request: DecisionRequest): Decided {
  const document = documentOfItem(effective.documents, request.target)
  const { item, name, size } = document
  const parsed = RequestSchema.safeParse(request.set ?? {})
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    throw new DecisionError(
      `${issue?.path.join('.') || 'the transcription'}: ${issue?.message}. Set: ${Object.keys(RequestSchema.shape).join(', ')}`,
    )
  }
  const { page, boxes, language } = parsed.data
  if (size === 0) throw new DecisionError(`${name} is empty (0 bytes): there is nothing in it to transcribe`)
  if (language !== null && LANGUAGES.of(language) === undefined)
    throw new DecisionError(`there is no language ${language}: give its code (en, ar, ku), or leave it out`)
  const text = parsed.data.text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const [fault] = transcriptionFaults({ text, boxes })
  if (fault !== undefined) throw new DecisionError(fault)
  const records = effective.decisions.map(({ record }) => record)
  const before = standingTranscriptions(records, undoneDecisions(records)).filter((one) => one.item === item)
  const whole = before.find((one) => one.set.page === null)
  if (page !== null && whole !== undefined)
    throw new DecisionError(
      `${whole.decision.by} has transcribed the whole of it (decision ${whole.decision.id.slice(0, 8)}): take that back first, or transcribe the whole again`,
    )
  if (page !== null) refusePage(document, page)
  const follows = before.filter((one) => one.set.page === page).at(-1)
  const saw = follows === undefined ? {} : { follows: follows.decision.id, text: follows.set.text }
  return { action: 'transcribe', target: caseTarget('item', item, saw), set: { ...parsed.data, text } }
}

/** Throws DecisionError for a page of what has no pages, and for one behind all that show anything. */
function refusePage(
  { name, mediaType, error, blocks, untranscribed, derivedFrom }: EffectiveDocument,
  page: number,
): void {
  const leaveOut = 'leave the page out to transcribe the whole'
  if (/^(?:text|audio|video)\/|^image\/(?:jpeg|png|gif|webp)$/.test(mediaType ?? ''))
    throw new DecisionError(`${name} has no pages (${mediaType}): ${leaveOut}`)
  if (mediaType !== 'application/pdf' || error !== null) return
  const last = Math.max(
    ...untranscribed,
    ...derivedFrom.map((one) => one.page ?? 0),
    ...blocks.map(({ source }) => ('page' in source ? (source.page ?? 0) : 0)),
  )
  if (page > last)
    throw new DecisionError(`nothing is shown on page ${page} of ${name}, whose last is ${last}: ${leaveOut}`)
}
