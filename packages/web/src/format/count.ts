/** Writes counts with their comparator, never as bare numbers where the source was looser. */
import type { ReviewedFigure } from '@corroborate/workbench/contract'
import type { Messages } from '../messages/messages.tsx'

export type PrintedCount = Pick<ReviewedFigure, 'value' | 'valueMax' | 'vagueWord' | 'comparator'>

export function countText(m: Messages, { value, valueMax, vagueWord, comparator }: PrintedCount): string {
  if (value === null) return vagueWord === null ? m.t('count.none') : m.named(`word.${vagueWord}`, vagueWord)
  const number =
    valueMax === null || valueMax === value
      ? m.number(value)
      : m.t('count.range', { low: m.number(value), high: m.number(valueMax) })
  return m.t(`count.${comparator}`, { number })
}
