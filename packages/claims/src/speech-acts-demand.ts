/** Reported English that demands: "must", "should", "needs to" of somebody else. */
import { subjectBefore } from './attribution.ts'
import { speakerKind } from './mention.ts'
import { actorial, type Judged, type Range, settled } from './speech-acts-judged.ts'
import type { Speaker } from './speech-acts-memory.ts'
import type { Unit } from './speech-acts-unit.ts'
import { FIRST_PERSON } from './speech-acts-words.ts'

/** "It is essential that", "the need for X is ever more urgent". */
const PRESSING =
  /\bit(?:['’]s| is| was) (?:absolutely |now |also |therefore )?(?:crucial|essential|imperative|vital|critical|critically important|high time) (?:to|that|for)\b|\bthere (?:must|needs to|has to) be\b/i

/** What another is told it ought to have done first, where no harm hangs on it. */
const PROCEDURE =
  /^(?:waited|asked|consulted|contacted|published|included|sent|checked|informed|coordinated|listened|spoken|heard|given|shared|sought|requested|gone)$/

/** "must", "should", "needs to" of somebody else. */
export function demanded(text: string, unit: Unit, [from, to]: Range, speaker: Speaker): Judged | null {
  const { tokens, known } = unit
  const pressing = PRESSING.exec(text.slice(tokens[from]!.start, tokens[to - 1]!.end))
  if (pressing !== null && speaker.kind !== 'witness')
    return settled('demand', `"${pressing[0]}": says what has to be done`)
  for (let i = from; i < to; i += 1) {
    const norm = tokens[i]!.norm
    const next = tokens[i + 1]?.norm ?? ''
    const must =
      norm === 'must' ||
      norm === 'should' ||
      norm === "shouldn't" ||
      norm === "mustn't" ||
      (norm === 'ought' && next === 'to')
    const needs = (norm === 'needs' || norm === 'need' || norm === 'has' || norm === 'have') && next === 'to'
    if (!must && !needs) continue
    const subject = i === from ? null : subjectBefore({ text, tokens, known }, i, from)
    const first = tokens[i - 1]?.norm ?? ''
    if (FIRST_PERSON.has(first)) continue
    if (next === 'have' || (next === 'not' && tokens[i + 2]?.norm === 'have')) {
      if (norm !== 'should' || subject === null) continue
      const participle = next === 'have' ? i + 2 : i + 3
      const done = tokens[tokens[participle]?.norm === 'been' ? participle + 1 : participle]?.norm ?? ''
      if (PROCEDURE.test(done)) {
        const heard = actorial(tokens, subject.mention) ? subject.mention : null
        return settled('demand', `"should have ${done}": asks another to go by a procedure`, { addressee: heard })
      }
      return settled('accusation', 'says what another should have done', { target: subject.mention })
    }
    if (needs && (subject === null || speakerKind(tokens[subject.mention.to - 1]!.norm) === null)) continue
    // A witness's "must" is mostly a guess or a fear, not a demand.
    if (speaker.kind === 'witness' && subject === null) continue
    const actor = subject !== null && actorial(tokens, subject.mention) ? subject.mention : null
    return settled('demand', `"${tokens[i]!.text}" of somebody else`, { addressee: actor })
  }
  return null
}
