/** Everything that was derived from an item, with parent and maker: what is in effect, what it follows, what was taken back. */
import type { EffectiveCase, EffectiveDocument } from '../decisions/effective.ts'
import { isReadingAction } from '../decisions/reading-decisions.ts'
import { makerOf, type Recognition, TranscriptionSchema } from '../model/derived-text.ts'
import type { Derivative } from './contract.ts'

/** Transcriptions in the order in which they were made, then recognitions by page. */
export function derivativesOf(
  document: EffectiveDocument,
  { decisions }: EffectiveCase,
  recognitions: readonly Recognition[],
): Derivative[] {
  if (document.part !== null) return []
  const { item } = document
  const inEffect = new Set(document.derivedFrom.map(({ record }) => record))
  const byPeople = decisions.flatMap(({ record, undone }): Derivative[] => {
    if (!isReadingAction(record.action) || record.target?.id !== item) return []
    const { text, page } = TranscriptionSchema.parse(record.set)
    const { id, by, reason } = record
    return [
      { id, kind: 'transcription', parent: item, page, maker: by, reason, inEffect: inEffect.has(id), undone, text },
    ]
  })
  const byMachines = recognitions
    .filter((recognition) => recognition.item === item)
    .sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || (a.id < b.id ? -1 : 1))
    .map((recognition): Derivative => {
      const { id, page, text } = recognition
      const maker = makerOf({ kind: 'recognition', recognition })
      return {
        id,
        kind: 'recognition',
        parent: item,
        page,
        maker,
        reason: null,
        inEffect: inEffect.has(id),
        undone: false,
        text,
      }
    })
  return [...byPeople, ...byMachines]
}
