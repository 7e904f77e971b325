/** Decisions that change what is read in an item: they take effect when it is read, not over what was read. */
import type { DecisionRecord } from '../model/decision.ts'
import { type DerivedText, type Recognition, type Transcription, TranscriptionSchema } from '../model/derived-text.ts'

export function isReadingAction(action: DecisionRecord['action']): action is 'transcribe' {
  return action === 'transcribe'
}

/** Decisions about an item as it was taken in, not about anything read in it. */
export function isItemAction(action: DecisionRecord['action']): action is 'transcribe' | 'keep-frame' {
  return isReadingAction(action) || action === 'keep-frame'
}

/** A transcription that stands: nobody took it back. Later ones of the same page are further on in the list. */
export interface StandingTranscription {
  readonly item: string
  readonly decision: DecisionRecord
  readonly set: Transcription
}

export function standingTranscriptions(
  decisions: readonly DecisionRecord[],
  undone: ReadonlySet<string>,
): readonly StandingTranscription[] {
  return decisions.flatMap((decision) => {
    if (!isReadingAction(decision.action) || undone.has(decision.id) || decision.target === null) return []
    return [{ item: decision.target.id, decision, set: TranscriptionSchema.parse(decision.set) }]
  })
}

/**
 * The derived texts in effect, by item. For the whole of an item and for each page the last one counts: a person's
 * before a machine's, and one of the whole before those of pages.
 */
export function derivedTexts(
  transcriptions: readonly StandingTranscription[],
  recognitions: readonly Recognition[],
): ReadonlyMap<string, readonly DerivedText[]> {
  const byItem = new Map<string, Map<number | null, DerivedText>>()
  const keep = (item: string, page: number | null, derived: DerivedText) => {
    const pages = byItem.get(item) ?? new Map<number | null, DerivedText>()
    byItem.set(item, pages.set(page, derived))
  }
  const inOrder = [...recognitions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1))
  for (const recognition of inOrder) keep(recognition.item, recognition.page, { kind: 'recognition', recognition })
  for (const { item, decision, set } of transcriptions)
    keep(item, set.page, { kind: 'transcription', decision: decision.id, by: decision.by, set })
  return new Map(
    [...byItem].map(([item, pages]) => {
      const whole = pages.get(null)
      if (whole !== undefined) return [item, [whole]]
      return [item, [...pages].sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, derived]) => derived)]
    }),
  )
}

/** The items whose reading changes when `fresh` decisions come after `all` that are known. */
export function itemsReadAnew(fresh: readonly DecisionRecord[], all: readonly DecisionRecord[]): ReadonlySet<string> {
  const byId = new Map([...all, ...fresh].map((decision) => [decision.id, decision]))
  const items = new Set<string>()
  for (const decision of fresh) {
    let at: DecisionRecord | undefined = decision
    const seen = new Set<string>()
    while (at?.action === 'undo' && !seen.has(at.id)) {
      seen.add(at.id)
      at = byId.get(at.target?.id ?? '')
    }
    if (at !== undefined && isReadingAction(at.action) && at.target !== null) items.add(at.target.id)
  }
  return items
}
