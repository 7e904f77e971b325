/** Who says what in an English sentence: every act of saying, its speaker and the stretch it governs. */
import type { Attribution } from './attribution.ts'
import { cueAt } from './attribution-cue.ts'
import { headlineLabel, labelBefore, sourceNote } from './attribution-headline.ts'
import { quotedAs } from './attribution-quoted.ts'
import { withRelays } from './attribution-relay.ts'
import {
  accordingTo,
  asClaimBy,
  asVerdict,
  byCount,
  byStatement,
  estimateAt,
  onOwnInformation,
  onWordOf,
} from './attribution-source.ts'
import type { PartyMatch } from './party-index.ts'
import type { Source } from './subject-phrase.ts'
import type { Token } from './token.ts'

/** Every act of saying in an English sentence, in the order of their cues. */
export function englishAttributions(
  text: string,
  tokens: readonly Token[],
  known: readonly PartyMatch[],
  heading: boolean,
): Attribution[] {
  const source: Source = { text, tokens, known }
  const found: Attribution[] = []
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind !== 'word') continue
    const attribution =
      quotedAs(source, i) ??
      accordingTo(source, i) ??
      onWordOf(source, i) ??
      byCount(source, i) ??
      estimateAt(source, i) ??
      onOwnInformation(source, i) ??
      byStatement(source, i) ??
      asVerdict(source, i) ??
      asClaimBy(source, i) ??
      cueAt(source, i)
    if (attribution !== null) found.push(attribution)
  }
  if (found.length === 0) {
    const label = (heading ? headlineLabel(source) : null) ?? labelBefore(source) ?? sourceNote(source)
    if (label !== null) found.push(label)
  }
  return withRelays(source, trimmed(tokens, found))
}

/** Where one speaker's stretch ends because another's begins: "X said A, Y said", "X said A and Y said B". */
function trimmed(tokens: readonly Token[], found: readonly Attribution[]): Attribution[] {
  return found.map((attribution) => {
    let { to } = attribution
    if (attribution.from <= attribution.cueFrom) return attribution
    for (const other of found) {
      const subject = other.speaker?.from
      if (subject === undefined || other.cueFrom <= attribution.cueFrom || subject < attribution.cueTo) continue
      const behind = other.from <= attribution.cueFrom && other.rule !== "by X's count"
      const link = tokens[subject - 1]
      const joined =
        link !== undefined && (link.norm === 'and' || link.norm === 'while' || link.norm === 'but' || link.text === ';')
      if ((behind || (joined && other.speaker?.how !== 'pronoun')) && subject < to) to = subject
    }
    return to === attribution.to ? attribution : { ...attribution, to }
  })
}
