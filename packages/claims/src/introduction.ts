/** Parties that a document introduces itself: "Sudanese Doctors Network (SDN)". */
import type { Party, PartyKind } from './knowledge.ts'
import { speakerKind } from './mention.ts'
import type { PartyIndex } from './party-index.ts'
import type { Sentence } from './sentence.ts'

export interface Introduction {
  readonly name: string
  readonly party: Party
}

const ACRONYM = /^[A-Z][A-Za-z&.-]{0,2}[A-Z][A-Za-z0-9.-]{0,7}$/

/** Every "Name (ACRONYM)" of the sentences; a known name lends its acronym to its own party. */
export function introductions(text: string, sentences: readonly Sentence[], index: PartyIndex): Introduction[] {
  const found = new Map<string, Introduction>()
  for (const { tokens } of sentences) {
    for (let i = 2; i + 1 < tokens.length; i++) {
      if (tokens[i - 1]!.text !== '(' || tokens[i + 1]!.text !== ')') continue
      const acronym = tokens[i]!.text
      if (!ACRONYM.test(acronym) || found.has(acronym)) continue
      let from = i - 1
      while (from > 0 && i - from < 10) {
        const token = tokens[from - 1]!
        if (
          !(
            token.capital ||
            ['of', 'for', 'and', 'in', 'on', 'to', 'against', 'with', '&', 'the', 'de', 'al', "'s"].includes(token.norm)
          ) ||
          token.kind !== 'word'
        )
          break
        from--
      }
      while (from < i - 1 && (!tokens[from]!.capital || tokens[from]!.norm === 'the')) from++
      from = trimToInitials(
        tokens.slice(from, i - 1).map((token) => token.text),
        acronym,
        from,
      )
      if (i - 1 - from < 2) continue
      const name = text.slice(tokens[from]!.start, tokens[i - 2]!.end)
      // "reworded from The Standard (AFP)": an acronym that the world knows is another's only letter by letter
      const spells = tokens.slice(from, i - 1).flatMap(({ text: word, capital }) => (capital ? word[0]! : []))
      if (index.named(acronym) !== null && spells.join('') !== acronym) continue
      const known = index.named(name)
      const party: Party = known ?? {
        id: `introduced:${acronym}`,
        kind: kindOf(tokens.slice(from, i - 1).map((token) => token.norm)),
        name,
        aliases: [acronym],
      }
      found.set(acronym, { name: acronym, party })
      if (known === null) found.set(name, { name, party })
    }
  }
  return [...found.values()]
}

/** Drops leading words whose initials the acronym does not have ("On Monday Sudan Doctors Network (SDN)"). */
function trimToInitials(words: readonly string[], acronym: string, from: number): number {
  const initial = acronym[0]!.toLowerCase()
  for (let i = 0; i < words.length - 1; i++) if (words[i]![0]!.toLowerCase() === initial) return from + i
  return from
}

function kindOf(words: readonly string[]): PartyKind {
  for (let i = words.length - 1; i >= 0; i--) {
    const kind = speakerKind(words[i]!)
    if (kind !== null) return kind
  }
  return 'other'
}
