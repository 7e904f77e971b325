/** The speaker that a headline names behind or before a colon or dash: "…: war monitor", "Amnesty: …". */
import type { Attribution } from './attribution.ts'
import { type Mention, mentionOf, speakerKind } from './mention.ts'
import { type Source, withKind } from './subject.ts'
import type { Token } from './token.ts'

/** "…: war monitor", "… - UN", "Amnesty: …" in a title or heading. */
export function headlineLabel(source: Source): Attribution | null {
  const { tokens, text, known } = source
  for (let i = tokens.length - 1; i > 0; i--) {
    const token = tokens[i]!
    if (token.text !== ':' && token.text !== '-' && token.text !== '–' && token.text !== '—' && token.text !== '|')
      continue
    const tail = tokens.length - i - 1
    if (tail >= 1 && tail <= 7 && i >= 3 && token.text !== '|') {
      const mention = mentionOf(text, tokens, [i + 1, tokens.length], known)
      if (labelled(mention, tokens))
        return {
          speaker: withKind(mention),
          cueFrom: i,
          cueTo: i + 1,
          lemma: 'say',
          from: 0,
          to: i,
          via: [],
          rule: 'headline …: X',
        }
    }
    if (i <= 7 && token.text === ':' && tail >= 3) {
      const mention = mentionOf(text, tokens, [0, i], known)
      if (labelled(mention, tokens))
        return {
          speaker: withKind(mention),
          cueFrom: i,
          cueTo: i + 1,
          lemma: 'say',
          from: i + 1,
          to: tokens.length,
          via: [],
          rule: 'headline X: …',
        }
    }
  }
  return null
}

function labelled(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.how === 'known') return true
  return speakerKind(tokens[mention.to - 1]!.norm) !== null || speakerKind(tokens[mention.from]!.norm) !== null
}
