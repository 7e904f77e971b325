/** What could not be verified or is not known, and what is set against a speaker, in Arabic. */
import type { Draft } from './speech-acts-draft.ts'
import type { Speaker } from './speech-acts-speaker.ts'
import { phraseEnd, place } from './speech-acts-speaker-ar.ts'
import type { Unit } from './speech-acts-unit.ts'

/** "لم يتسن التحقق من", "لم تتمكن رويترز من التأكد". */
export function caveatOf(text: string, unit: Unit): Draft | null {
  const { tokens, known } = unit
  for (let i = 1; i < tokens.length; i += 1) {
    const reaches = /^(?:ال)?(?:وصول|اطلاع|دخول)$/.test(tokens[i]!.norm)
    if (!reaches && !/^(?:ال)?(?:تحقق|تاكد|تثبت)$/.test(tokens[i]!.norm)) continue
    let negation = -1
    for (let k = i - 1; k >= Math.max(0, i - 9); k -= 1) {
      if (/^[و]?(?:لم|لا|تعذر|يتعذر|دون|يصعب|نتمكن)$/.test(tokens[k]!.norm) && tokens[k]!.kind === 'word') {
        negation = k
        break
      }
    }
    if (negation < 0) continue
    const able = tokens
      .slice(negation, i)
      .some((token) =>
        /^(?:يتسن|يتسني|تتمكن|يتمكن|نتمكن|يمكن|تعذر|يتعذر|تستطع|يستطع|و?تعذر|يصعب|دون)$/.test(token.norm),
      )
    if (!able) continue
    const match = known.find((candidate) => candidate.from > negation && candidate.to <= i)
    // who could not reach a place is a caveat of those that report, not of the ambulances
    if (reaches && !['outlet', 'agency', 'monitor'].includes(match?.party.kind ?? '')) continue
    const speaker: Speaker | null =
      match === undefined
        ? null
        : {
            name: match.party.name,
            kind: match.party.kind,
            person: false,
            role: null,
            roleAt: null,
            at: place(unit, [match.from, match.to]),
            how: 'a known party',
            unsure: null,
          }
    let to = i + 1
    while (to < tokens.length && !/^[.،,؛]$/.test(tokens[to]!.text) && to - i < 16) to += 1
    const from = /^من$/.test(tokens[i + 1]?.norm ?? '') ? i + 2 : i + 1
    const target =
      from < to && tokens[from]!.kind === 'word'
        ? place(unit, [from, Math.max(from + 1, Math.min(to, phraseEnd(unit, from, false)))])
        : null
    return {
      kind: 'caveat',
      speaker,
      via: null,
      addressee: null,
      target: target === null ? null : { name: text.slice(target.start, target.end), at: target },
      cue: place(unit, [negation, i + 1]),
      content: place(unit, [negation, to]),
      rule: 'says that it could not be verified',
      unsure: null,
    }
  }
  return null
}
