/** The stretch of a sentence that a speaker answers for: where it begins, where it ends, what goes on behind it. */
import { AUXILIARIES, CUES, QUOTES, TIME_LINKS } from './cue.ts'
import { isPreposition, isTimeWord } from './mention.ts'
import type { Token } from './token.ts'

/**
 * Where the clause that holds token `at` begins: behind ";", at a "but" or "while" that parts it from another's word, or
 * at the sentence's start. "Two died while four were hurt, officials said" is all the officials'.
 */
export function clauseStart(tokens: readonly Token[], at: number): number {
  let quoted = false
  for (let i = at; i > 0; i--) {
    const token = tokens[i]!
    if (QUOTES.has(token.text)) quoted = !quoted
    if (quoted) continue
    if (token.text === ';') return i + 1
    if ((token.norm === 'while' || token.norm === 'whereas' || token.norm === 'but') && saidBefore(tokens, i)) return i
  }
  return 0
}

function saidBefore(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) if (CUES.has(tokens[i]!.norm) || tokens[i]!.norm === 'according') return true
  return false
}

/** Where what a speaker answers for ends to the right of its cue: ";" or "while"/"but" that opens another's word. */
export function scopeEnd(tokens: readonly Token[], from: number): number {
  let quoted = false
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    if (QUOTES.has(token.text)) quoted = !quoted
    if (quoted) continue
    if (
      token.norm === 'while' ||
      token.norm === 'whereas' ||
      token.text === ';' ||
      (token.norm === 'but' && tokens[i - 1]?.text === ',')
    ) {
      for (let j = i + 1; j < Math.min(tokens.length, i + 14); j++)
        if (CUES.has(tokens[j]!.norm) || tokens[j]!.norm === 'according') return i
    }
  }
  return tokens.length
}

export function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const norm = tokens[i]!.norm
    if (AUXILIARIES.has(norm) || CUES.has(norm) || (norm.endsWith('ed') && !tokens[i]!.capital)) return true
  }
  return false
}

/** A subject lies behind the last ";" or closing quote. */
export function lastBoundary(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 60; i--) {
    const token = tokens[i]!
    if (token.text === ';' || token.text === ':' || token.text === '”' || token.text === '»' || token.text === '"')
      return i + 1
  }
  return Math.max(0, at - 60)
}

/** Four words or more that open with no preposition or participle are a clause, whatever their verb. */
export function isClause(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]!
  if (hasVerb(tokens, from, to)) return true
  return to - from >= 4 && !isPreposition(first.norm) && !isTimeWord(first.norm) && !first.norm.endsWith('ing')
}

/** Only the time, the place of saying and a full stop follow the cue. */
export function restIsTime(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' || isTimeWord(token.norm) || TIME_LINKS.has(token.norm) || token.kind === 'number')
      continue
    return false
  }
  return true
}

/** Whether the sentence goes on with the same words behind ", X said,": ", adding", ", with", or an open quote. */
export function middle(tokens: readonly Token[], cue: number): boolean {
  for (let k = cue + 1; k < Math.min(tokens.length, cue + 14); k++) {
    const token = tokens[k]!
    if (token.text === ',' || token.text === ';') {
      const next = tokens[k + 1]?.norm ?? ''
      return next === 'with' || next === 'of' || next.endsWith('ing') || QUOTES.has(tokens[k + 1]?.text ?? '')
    }
  }
  return false
}

/** "Videos show, the UN confirmed, dozens of …", "Thousands, witnesses said, are …": the clause goes on behind. */
export function parenthetical(tokens: readonly Token[], before: number, cue: number): boolean {
  const close = contentEnd(tokens, cue)
  const next = tokens[close + 1]
  if (tokens[close]?.text !== ',' || next === undefined) return false
  const last = tokens[before - 1]
  if (last !== undefined && (CUES.has(last.norm) || AUXILIARIES.has(last.norm))) return true
  return AUXILIARIES.has(next.norm) || next.norm === 'still'
}

/** The stretch of "raised the toll to 40" stops at a relative clause. */
export function relativeEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const { norm, text } = tokens[i]!
    if (norm === 'which' || norm === 'who' || norm === 'that' || norm === 'when' || norm === 'after' || text === ';')
      return i
  }
  return tokens.length
}

export function contentEnd(tokens: readonly Token[], cue: number): number {
  for (let k = cue + 1; k < tokens.length; k++) if (tokens[k]!.text === ',' || tokens[k]!.text === ';') return k
  return tokens.length
}
