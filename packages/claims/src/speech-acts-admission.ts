/** Reported English that admits: wrongs took place, or the own side did them. */
import { answersFor } from './speech-acts-answerable.ts'
import { BE, type Judged, type Range, settled } from './speech-acts-judged.ts'
import type { Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import { NEGATIONS, UNARMED } from './speech-acts-words.ts'

/** "we apologise", "I take full responsibility", "we made a mistake". */
const SORRY =
  /\b(?:we|i) (?:do |deeply |sincerely |fully |truly )?(?:apologi[sz]e|apologi[sz]ed|(?:am|are|were) (?:deeply |truly |so )?sorry|(?:take|accept|bear) (?:the )?(?:full |complete |sole )?(?:responsibility|blame)|made (?:a |serious |grave |some )?mistakes?|got it wrong)\b|\b(?:regrets?|regretted) (?:the |this |that |our |its |a )?(?:\w+ ){0,2}(?:mistakes?|errors?|mishap)\b/

/** "was mistakenly struck", "hit in error". */
const MISTAKEN =
  /\b(?:was|were|had been|been) (?:mistakenly|wrongly|accidentally|inadvertently|unintentionally) (?:struck|hit|killed|shot|bombed|shelled|targeted|attacked|fired)\b/

/** "was carried out by our fighters", "it was done by its forces". */
const OWN_HAND =
  /\b(?:carried out|done|conducted|launched|fired|staged|planted|executed|committed|ordered) by (?:its|our|their|his) (?:own )?(?:forces|troops|soldiers|fighters|men|army|police|aircraft|jets|members|personnel|units?|guards|officers)\b/

const LAPSES = new Set(
  'violations abuses mistakes errors excesses crimes acts killings transgressions misconduct wrongdoing deaths incidents retaliation reprisals failures shortcomings'.split(
    ' ',
  ),
)

/** "violations occurred", "mistakes were made", "our forces struck" by the side that answers for it. */
export function admitted(unit: Unit, [from, to]: Range, speaker: Speaker): Judged | null {
  if (!answersFor(speaker)) return null
  const { tokens } = unit
  for (let i = from; i < to; i += 1) {
    if (!LAPSES.has(tokens[i]!.norm)) continue
    const window = tokens.slice(i + 1, Math.min(to, i + 7))
    const at = window.findIndex((token) => /^(?:occurred|happened|committed|made|place)$/.test(token.norm))
    if (at < 0) continue
    const verb = window[at]!.norm
    const passive = verb === 'committed' || verb === 'made'
    if (passive && !window.slice(0, at).some((token) => BE.has(token.norm))) continue
    const agent = tokens.slice(i + 1 + at, Math.min(to, i + at + 5)).some((token) => token.norm === 'by')
    const negated = tokens.slice(Math.max(from, i - 3), i + 1 + at).some((token) => NEGATIONS.has(token.norm))
    if (!agent && !negated) return settled('admission', 'says that wrongs took place, and names no other hand')
  }
  const words = tokens
    .slice(from, to)
    .filter((token) => token.kind !== 'mark')
    .map((token) => token.norm)
    .join(' ')
  if (OWN_HAND.test(words)) return settled('admission', 'says that its own hand did it')
  if (MISTAKEN.test(words)) return settled('admission', 'says that it was done by mistake')
  if (SORRY.test(words)) return settled('admission', 'takes the blame in so many words')
  for (let i = from; i + 1 < to; i += 1) {
    const self = tokens[i]!.norm
    const own =
      self === 'we' ||
      self === 'it' ||
      ((self === 'our' || self === 'its' || self === 'their') &&
        /^(?:forces|troops|soldiers|fighters|men|army|police|aircraft|jets|members|personnel)$/.test(
          tokens[i + 1]!.norm,
        ))
    if (!own) continue
    let k = self === 'we' || self === 'it' ? i + 1 : i + 2
    while (k < to && /^(?:had|have|has|mistakenly|wrongly|accidentally|did|also)$/.test(tokens[k]!.norm)) k += 1
    if (/^(?:killed|struck|hit|shot|bombed|shelled|fired|detained|executed|targeted)$/.test(tokens[k]?.norm ?? '')) {
      const harmed = tokens.slice(k + 1, Math.min(to, k + 9)).some((token) => UNARMED.has(token.norm))
      const by = tokens.slice(k - 3, k).some((token) => /^(?:mistakenly|wrongly|accidentally)$/.test(token.norm))
      if (harmed || by) return settled('admission', 'says that its own hand did it')
    }
  }
  return null
}
