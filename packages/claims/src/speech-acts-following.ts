/** Who the subject of an English verb of speech is where it stands behind the verb: "said the ministry", "according to him". */
import { type Subject, subjectAfter } from './attribution.ts'
import { isDeterminer, isTimeWord, mentionOf, phraseStartingAt } from './mention.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { ordinary, ordinaryAt } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import { type Act, SPEAKING_DOCUMENTS } from './speech-acts-words.ts'
import { pronounMention } from './subject.ts'

/** "…, says the UN human rights office.": a subject that follows its verb and ends the clause. */
export function comesAfter(
  text: string,
  unit: Unit,
  i: number,
  act: Act,
  memory: Memory,
): { speaker: Speaker; to: number } | null {
  const { tokens } = unit
  const next = tokens[i + 1]
  if (act !== 'say' || tokens[i - 1]?.text !== ',' || next === undefined || tokens[i]!.norm === 'told') return null
  if (!(next.capital || next.norm === 'the' || next.norm === 'a' || next.norm === 'an')) return null
  const after = subjectFollowing(text, unit, i + 1)
  if (after === null) return null
  const end = tokens[after.to]
  if (end !== undefined && !/^[.;:]$/.test(end.text) && unit.quoted[after.to] === -1) return null
  // "the head of the council, X, says the findings "should …"": the subject stands before
  if (unit.quoted[after.to] !== undefined && unit.quoted[after.to] !== -1 && unit.quoted[i - 2] === -1) return null
  const speaker = speakerOf(text, unit, after, memory)
  return speaker === null ? null : { speaker, to: after.to }
}

/** The subject of an inverted cue: "said the ministry", "read the Friday statement by the government". */
export function subjectFollowing(text: string, unit: Unit, at: number): Subject | null {
  const { tokens, known } = unit
  // "according to him"
  if (/^(?:him|her|them)$/.test(tokens[at]?.norm ?? '') && tokens[at + 1]?.kind !== 'word') {
    const who = tokens[at]!.norm === 'him' ? 'he' : tokens[at]!.norm === 'her' ? 'she' : 'they'
    return { mention: { ...pronounMention({ text, tokens, known }, at), text: who }, via: [], from: at, to: at + 1 }
  }
  const lived = ordinaryAt(unit, at, tokens.length)
  if (lived !== null && lived - at > 1) return ordinary(text, unit, at, lived)
  for (let i = at; i < Math.min(tokens.length, at + 7); i += 1) {
    if (unit.quoted[i] !== -1 || tokens[i]!.kind === 'mark') break
    // "said the organisation in a statement"
    if (i > at && /^(?:in|via|through|during|at)$/.test(tokens[i]!.norm)) break
    if (SPEAKING_DOCUMENTS.has(tokens[i]!.norm)) {
      let k = i + 1
      while (k < i + 3 && /^(?:issued|released|published|made|put)$/.test(tokens[k]?.norm ?? '')) k += 1
      if (/^(?:by|from|of)$/.test(tokens[k]?.norm ?? '')) {
        const range = phraseStartingAt(tokens, k + 1)
        if (range !== null) return { mention: mentionOf(text, tokens, range, known), via: [], from: at, to: range[1] }
      }
      // "a report the UN office released"
      const next = tokens[i + 1]
      const owned = next?.kind === 'word' && (isDeterminer(next.norm) || next.capital)
      const owner = owned ? phraseStartingAt(tokens, i + 1) : null
      const verb = owner === null ? '' : (tokens[owner[1]]?.norm ?? '')
      if (owner !== null && /^(?:released|issued|published|compiled|put|made|sent|drew)$/.test(verb)) {
        return { mention: mentionOf(text, tokens, owner, known), via: [], from: at, to: owner[1] + 1 }
      }
      const mention = mentionOf(text, tokens, [at, i + 1], known)
      return { mention, via: [], from: at, to: i + 1 }
    }
  }
  const rank = tokens[at]?.norm === 'the' ? at + 1 : at
  if (RANK.test(tokens[rank]?.norm ?? '') && tokens[rank + 1]?.text === '.' && tokens[rank + 2]?.capital) {
    // "said Lt. Col. John Dorrian": full stops inside the title
    let k = rank + 2
    while (RANK.test(tokens[k]?.norm ?? '') && tokens[k + 1]?.text === '.' && k < rank + 8) k += 2
    const after = subjectAfter({ text, tokens, known }, k)
    if (after !== null) return { ...pastInitial(text, unit, after), from: at }
  }
  const after = subjectAfter({ text, tokens, known }, at)
  return after === null ? null : pastInitial(text, unit, { ...after, to: nameBeside(unit, after.to) })
}

/** "said Gary J. Volesky", "said John “Jack” Orlen": the name goes on behind its initial or its nickname. */
function pastInitial(text: string, unit: Unit, subject: Subject): Subject {
  const { tokens } = unit
  const { to } = subject.mention
  const last = tokens[to - 1]!
  const initial = last.text.length === 1 && last.capital && tokens[to]?.text === '.'
  const behind = initial ? to + 1 : pastNickname(unit, to)
  if (behind === null) return subject
  let end = behind
  while (end < tokens.length && end - to < 4 && tokens[end]!.capital && tokens[end]!.kind === 'word') end += 1
  if (end === behind) return subject
  const stop = tokens[end - 1]!.end
  const mention = { ...subject.mention, to: end, end: stop, text: text.slice(subject.mention.start, stop) }
  return { ...subject, mention: { ...mention, person: null }, to: Math.max(end, subject.to) }
}

/** Where a name goes on behind a nickname in quotation marks: "John “J.D.” Orlen"; null where none stands there. */
function pastNickname({ tokens, quoted }: Unit, at: number): number | null {
  const quote = quoted[at]
  if (quote === undefined || quote === -1 || tokens[at]!.kind !== 'mark' || !tokens[at - 1]!.capital) return null
  let end = at
  while (end < tokens.length && end - at < 8 && quoted[end] === quote) end += 1
  const next = tokens[end]
  return next?.kind === 'word' && next.capital && quoted[end] === -1 ? end : null
}

/** "said its spokesman, Tavrin Oskal": the name that follows the office and ends the clause. */
function nameBeside(unit: Unit, at: number): number {
  const { tokens } = unit
  if (
    tokens[at]?.text !== ',' ||
    !/^(?:spokes(?:man|woman|person)|minister|director|head|chief|commander|mayor|governor|president|secretary|ambassador|envoy|leader|chairman|chairwoman|coordinator|representative)$/.test(
      tokens[at - 1]!.norm,
    )
  )
    return at
  let end = at + 1
  while (end < tokens.length && end - at <= 5 && tokens[end]!.kind === 'word' && tokens[end]!.capital) end += 1
  const closes = end >= tokens.length || /^[.,;:]$/.test(tokens[end]!.text)
  return closes && end - at >= 3 ? end : at
}

const RANK =
  /^(?:spc|col|lt|gen|maj|capt|sgt|cmdr|adm|brig|sen|rep|gov|dr|mr|mrs|ms|prof|rev|fr|hon|cpl|pvt|col|pres|amb|sec)$/

export function endsThere(unit: Unit, at: number): boolean {
  const token = unit.tokens[at]
  if (token === undefined || unit.quoted[at] !== -1) return true
  return (
    /^[.,;:)]$/.test(token.text) ||
    isTimeWord(token.norm) ||
    /^(?:in|on|at|during|late|early|after|as|while|who|whose|via|told|from|to|and|by|near|outside|standing|sitting|speaking|waiting|living|sheltering|reached|contacted|clutching|holding|weeping|interviewed|quoted|identified|named|cited|hiding|trapped)$/.test(
      token.norm,
    )
  )
}
