/** Phrases of a lexicon, found in tokens by their first word. */
import { normalise, type Token } from './token.ts'

export interface PhraseMatch<Value> {
  /** Index behind its last token. */
  readonly to: number
  readonly value: Value
}

interface Entry<Value> {
  readonly words: readonly string[]
  readonly value: Value
}

/** Finds the longest phrase of the table that begins at a token, in constant time. */
export interface PhraseTable<Value> {
  readonly at: (tokens: readonly Token[], index: number) => PhraseMatch<Value> | null
  /** Whether any phrase of the table begins with this word. */
  readonly opens: (norm: string) => boolean
}

/** A table from phrases ("more than|over|in excess of") to values. Words are compared in their normal form. */
export function phraseTable<Value>(entries: Iterable<readonly [string, Value]>): PhraseTable<Value> {
  const byFirst = new Map<string, Entry<Value>[]>()
  for (const [phrases, value] of entries) {
    for (const phrase of phrases.split('|')) {
      const words = normalise(phrase).trim().split(/\s+/)
      const first = words[0]!
      const list = byFirst.get(first)
      if (list === undefined) byFirst.set(first, [{ words, value }])
      else list.push({ words, value })
    }
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return {
    opens: (norm) => byFirst.has(norm),
    at(tokens, index) {
      const first = tokens[index]
      if (first === undefined) return null
      const list = byFirst.get(first.norm)
      if (list === undefined) return null
      for (const { words, value } of list) {
        let i = 1
        while (i < words.length && tokens[index + i]?.norm === words[i]) i++
        if (i === words.length) return { to: index + words.length, value }
      }
      return null
    },
  }
}

/** A set of words, in their normal form. */
export function wordSet(words: string): ReadonlySet<string> {
  return new Set(
    words
      .split(/\s+/)
      .filter((word) => word !== '')
      .map((word) => normalise(word).replaceAll('_', ' ')),
  )
}
