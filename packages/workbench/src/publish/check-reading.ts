/** The rules of a reading that a schema cannot say: spans are exact, blocks lie in order, values re-parse (spec/reading.md). */
import { type BlockKind, parseCount } from '@corroborate/claims'
import type { Reading } from './contract.ts'

/** Sentences on what breaks a rule; empty where nothing does. */
export function checkReading(reading: Reading): readonly string[] {
  if ('error' in reading) return []
  const { document, figures, claims } = reading
  const { text } = document
  const problems: string[] = []
  const inSpan = (where: string, value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if (Array.isArray(value)) {
      for (const one of value) inSpan(where, one)
      return
    }
    const { start, end, text: words } = value as { start?: unknown; end?: unknown; text?: unknown }
    if (
      typeof start === 'number' &&
      typeof end === 'number' &&
      typeof words === 'string' &&
      text.slice(start, end) !== words
    ) {
      problems.push(
        `${where}: ${start} to ${end} is ${JSON.stringify(text.slice(start, end))}, not ${JSON.stringify(words)}`,
      )
    }
    for (const [key, inner] of Object.entries(value)) inSpan(`${where}.${key}`, inner)
  }
  let last = 0
  for (const { kind, start, end } of document.blocks) {
    if (start < last || end < start || end > text.length)
      problems.push(`block ${kind} ${start} to ${end} is out of order or outside the text`)
    else if (text.slice(last, start).trim() !== '') problems.push(`text between blocks at ${last} is not white space`)
    last = Math.max(last, end)
  }
  if (document.blocks.length > 0 && text.slice(last).trim() !== '')
    problems.push(`text behind the last block at ${last} is not white space`)
  const silent = document.blocks.filter(({ kind }) => SILENT.includes(kind))
  for (const figure of figures) {
    inSpan(`figure ${figure.id}`, figure.spans)
    if (text.slice(figure.start, figure.end) !== figure.surface)
      problems.push(`figure ${figure.id}: its surface is not the text at its place`)
    const again = parseCount(figure.surface, document.language === 'ar' ? 'ar' : 'en')
    const same = (['value', 'valueMax', 'vagueWord', 'comparator'] as const).every(
      (field) => again?.[field] === figure[field],
    )
    if (!same) problems.push(`figure ${figure.id}: ${JSON.stringify(figure.surface)} does not re-parse to its value`)
  }
  for (const claim of claims) inSpan(`claim ${claim.id}`, claim)
  for (const { id, start, end } of [...figures, ...claims]) {
    if (silent.some((block) => block.start < end && start < block.end))
      problems.push(`${id} stands in a block that yields nothing`)
  }
  return problems
}

const SILENT: readonly BlockKind[] = ['alternative-text', 'related-links', 'boilerplate', 'table']
