/** Claims of quotations that no verb beside them governs: they name their speaker inside, or carry on what he said before. */
import { mentionOf, phraseStartingAt } from './mention.ts'
import { place } from './speech-acts-content.ts'
import type { Draft } from './speech-acts-draft.ts'
import { isWitnessRole, judge } from './speech-acts-kind.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { named } from './speech-acts-named.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import type { Unit } from './speech-acts-unit.ts'

/** A quotation that says at its end who spoke: "They came at dawn …, villagers told the commission". */
export function withinQuotes(text: string, unit: Unit, memory: Memory): readonly Draft[] {
  const drafts: Draft[] = []
  const { tokens } = unit
  unit.quotes.forEach((quote, index) => {
    const first = unit.quoted.indexOf(index)
    if (first < 0) return
    let end = first
    while (end < tokens.length && unit.quoted[end] === index) end += 1
    for (let i = Math.max(first + 6, end - 12); i < end - 1; i += 1) {
      const norm = tokens[i]!.norm
      if (norm !== 'told' && norm !== 'said') continue
      if (norm === 'told' && i + 1 >= end - 1) continue
      if (end - i > 8) continue
      const comma = lastComma(unit, i, first)
      if (comma === null) continue
      const range = phraseStartingAt(tokens, comma + 1)
      if (range === null || range[1] !== i) continue
      const mention = mentionOf(text, tokens, range, unit.known)
      const speaker = speakerOf(text, unit, { mention, via: [], from: range[0], to: range[1] }, memory)
      if (speaker === null || speaker.person) continue
      const told = unit.known.find((match) => match.from === i + 1)
      drafts.push({
        kind: speaker.kind === 'witness' || isWitnessRole(speaker) ? 'testimony' : 'statement',
        speaker,
        via:
          told === undefined
            ? null
            : { name: told.party.name, at: { start: tokens[told.from]!.start, end: tokens[told.to - 1]!.end } },
        addressee: null,
        target: null,
        cue: place(unit, [i, i + 1]),
        content: { start: quote.start, end: quote.end },
        rule: `inside the quotation: …, X ${norm}`,
        unsure: null,
      })
    }
  })
  return drafts
}

function lastComma(unit: Unit, at: number, floor: number): number | null {
  for (let i = at - 1; i > floor && at - i < 8; i -= 1) if (unit.tokens[i]!.text === ',') return i
  return null
}

/** A paragraph that is all quotation, behind a sentence of the speaker's. */
export function carriedQuote(text: string, unit: Unit, previous: Speaker | null): Draft | null {
  const quote = unit.quotes[0]
  if (previous === null || quote === undefined || unit.quoted[0] !== 0) return null
  const inside = unit.quoted.filter((index) => index !== -1).length
  if (inside < unit.tokens.length * 0.7 || quote.text.split(/\s+/).length < 3) return null
  const judged = judge(text, unit, [0, unit.tokens.length], previous, '')
  const sure = quote.continues
  return {
    kind: judged.kind,
    speaker: previous,
    via: null,
    addressee: named(text, unit, judged.addressee),
    target: named(text, unit, judged.target),
    cue: null,
    content: { start: quote.start, end: unit.quotes.at(-1)!.end },
    rule: sure
      ? 'carries on the quotation before it'
      : `a quotation behind the words of ${previous.name}; ${judged.rule}`,
    unsure: sure ? null : 'no word of attribution stands with this quotation; it follows the words of its speaker',
  }
}
