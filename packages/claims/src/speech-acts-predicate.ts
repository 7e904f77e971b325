/** English predicates of speech: where somebody says, accuses, denies, asks or promises, and who that is. */
import type { Subject } from './attribution.ts'
import { isDeterminer, isTimeWord, mentionOf, phraseStartingAt } from './mention.ts'
import type { Predicate } from './speech-act.ts'
import { actHere, particle } from './speech-acts-cue.ts'
import { comesAfter, endsThere, subjectFollowing } from './speech-acts-following.ts'
import { nominal } from './speech-acts-light.ts'
import type { Memory, Speaker } from './speech-acts-memory.ts'
import { isPassive, MODAL } from './speech-acts-passive.ts'
import { initial } from './speech-acts-person.ts'
import { according, quotedAs, viewed } from './speech-acts-source.ts'
import { speakerOf } from './speech-acts-speaker.ts'
import { stance } from './speech-acts-stance.ts'
import { agrees, BASE, IRREGULAR, isNoun, quotedReading, subjectOfVerb, takesAnybody } from './speech-acts-subject.ts'
import type { Unit } from './speech-acts-unit.ts'
import { NEGATIONS, SPEAKING_DOCUMENTS, speechCue } from './speech-acts-words.ts'
import { isMay, type Token } from './token.ts'

/** Every predicate of speech outside the quotations of an English unit, in order. */
export function predicates(text: string, unit: Unit, memory: Memory, opening: Speaker | null): readonly Predicate[] {
  const found: Predicate[] = []
  const { tokens } = unit
  for (let i = 0; i < tokens.length; i += 1) {
    if (unit.quoted[i] !== -1 || tokens[i]!.kind !== 'word') continue
    const predicate =
      according(text, unit, i, memory) ??
      viewed(text, unit, i, memory) ??
      quotedAs(text, unit, i, memory) ??
      nominal(text, unit, i, memory, found, opening) ??
      stance(text, unit, i, memory) ??
      verb(text, unit, i, memory, found, opening)
    if (predicate === null) continue
    found.push(predicate)
    memory.spoke(predicate.speaker, unit.index)
    noteDocuments(unit, predicate, memory)
    i = Math.max(i, predicate.cueTo - 1)
  }
  const fronted = frontedBy(unit, found)
  return fronted === null ? found : [fronted, ...found]
}

/** "Alleging that the guards fled, the residents demanded …": the participle's subject comes with the next verb. */
function frontedBy(unit: Unit, found: readonly Predicate[]): Predicate | null {
  const [first] = unit.tokens
  const main = found[0]
  if (first === undefined || main === undefined || !first.norm.endsWith('ing') || unit.quoted[0] !== -1) return null
  const cue = speechCue(first.norm)
  if (main.form !== 'subject' || main.from < 4 || unit.tokens[main.from - 1]!.text !== ',' || cue === null) return null
  const act = actHere(unit, 0, cue.act, cue.lemma)
  if (act === null || (act === 'say' && unit.tokens[1]?.norm !== 'that')) return null
  const to = 1 + particle(unit.tokens, 0, cue.lemma)
  return {
    ...main,
    act,
    lemma: cue.lemma,
    cueFrom: 0,
    cueTo: to,
    from: 0,
    to,
    rule: `${first.text} …, X ${main.lemma}`,
  }
}

/** "said in a statement", "in its report": whose statement and report the next ones are. */
function noteDocuments(unit: Unit, predicate: Predicate, memory: Memory): void {
  for (let i = Math.max(0, predicate.from - 14); i < Math.min(unit.tokens.length, predicate.cueTo + 10); i += 1) {
    if (unit.quoted[i] !== -1 || !SPEAKING_DOCUMENTS.has(unit.tokens[i]!.norm)) continue
    const before = unit.tokens.slice(Math.max(0, i - 3), i)
    if (
      before.some((token) => /^(?:a|an|its|their|his|her)$/.test(token.norm)) &&
      before.some((token) =>
        /^(?:in|via|through|issued|released|published|by|with|an?|its|their|his|her)$/.test(token.norm),
      )
    ) {
      if (unit.tokens[i + 1]?.norm !== 'by' && unit.tokens[i + 1]?.norm !== 'from')
        memory.issued(unit.tokens[i]!.norm, predicate.speaker)
    }
  }
}

function verb(
  text: string,
  unit: Unit,
  i: number,
  memory: Memory,
  found: readonly Predicate[],
  opening: Speaker | null,
): Predicate | null {
  const { tokens } = unit
  const token = tokens[i]!
  const cue = speechCue(token.norm)
  if (cue === null || (token.capital && i > 0 && (unit.block === 'body' || isNoun(token)))) return null
  const previous = tokens[i - 1]
  const next = tokens[i + 1]
  const before = previous?.norm ?? ''
  if (
    previous !== undefined &&
    isDeterminer(before) &&
    !['all', 'both', 'that', 'many', 'some', 'several'].includes(before)
  )
    return null
  const goesOn = before === 'to' && /^(?:continue[sd]?|continuing|went|goes)$/.test(tokens[i - 2]?.norm ?? '')
  if (
    before === "'s" ||
    before === 'of' ||
    (MODAL.has(before) && !goesOn && !isMay(tokens, i - 1)) ||
    NEGATIONS.has(before)
  )
    return null
  // "43 students reported missing": they report nothing
  if (/^reported$/.test(token.norm) && MISSED.test(next?.norm ?? '')) return null
  if (
    tokens[i - 2] !== undefined &&
    NEGATIONS.has(tokens[i - 2]!.norm) &&
    /(?:yet|immediately|publicly|officially|independently)$/.test(before)
  )
    return null
  // "recent media reports have speculated": a noun before its verb
  if (
    /^(?:reports|claims|demands|appeals|calls|posts|notes|promises|pledges|vows|orders|requests|charges)$/.test(
      token.norm,
    )
  ) {
    if (
      /^(?:have|has|had|were|are|was|is|say|said|suggest|show|of|from|by|emerged|surfaced|circulated)$/.test(
        next?.norm ?? '',
      )
    )
      return null
  }
  const act = actHere(unit, i, cue.act, cue.lemma)
  if (act === null) return null
  const made = (speaker: Speaker, form: Predicate['form'], from: number, to: number, rule: string): Predicate => ({
    act,
    lemma: cue.lemma,
    cueFrom: i,
    cueTo: i + 1 + particle(tokens, i, cue.lemma),
    speaker,
    // a title may stand before the name that was found: "Mr. Orlen said"
    from: form === 'subject' ? behindTitle(tokens, from) : from,
    to,
    form,
    rule,
  })
  if (isPassive(tokens, i)) {
    // "were condemned by X"; "were told by X" leaves open what
    if (next?.norm !== 'by' || cue.lemma === 'tell') return null
    const range = phraseStartingAt(tokens, i + 2)
    if (range === null) return null
    const { known } = unit
    const mention = mentionOf(text, tokens, range, known)
    const speaker = speakerOf(text, unit, { mention, via: [], from: range[0], to: range[1] }, memory)
    return speaker === null ? null : made(speaker, 'passive', i, range[1], `${cue.lemma} by X`)
  }
  if (next?.norm === 'by' && token.norm.endsWith('ed')) return null
  // "are urging" is a verb of its own; "…, urging" hangs on another
  if (token.norm.endsWith('ing') && !/^(?:is|are|was|were|been)$/.test(before)) {
    if (/^(?:of|without|from|for|stop|be|by|merely)$/.test(before) || withoutDoing(tokens, i)) return null
    // "with survivors reporting that …": those behind "with" report
    if (previous?.kind === 'word' && tokens.slice(Math.max(0, i - 4), i - 1).some((word) => word.norm === 'with'))
      return null
    const rule = `…, ${token.norm} …`
    // "a new Amnesty International report urging …": the document asks
    const paper = documentOf(tokens, i)
    if (paper !== null) {
      const issuer = issuing(text, unit, paper)
      // "a report accusing …": whose it is, has to be said
      const someones = tokens.slice(Math.max(0, paper - 4), paper).some((word) => /^an?$/.test(word.norm))
      const named = unit.known.some((match) => match.to <= paper && paper - match.to < 4)
      const document = issuer ?? (someones && !named ? null : subjectOfVerb(text, unit, paper + 1))
      const speaker = document === null ? null : speakerOf(text, unit, document, memory)
      return speaker === null || document === null ? null : made(speaker, 'relative', document.from, i + 1, rule)
    }
    const governing = found.at(-1)
    if (governing !== undefined && i - governing.cueTo <= 90) return made(governing.speaker, 'carried', i, i + 1, rule)
    // "The ministry released its list, warning that …": the subject of the sentence
    const joins = previous?.text === ',' || before === 'while'
    return opening !== null && joins && i < 60 ? made(opening, 'carried', i, i + 1, rule) : null
  }
  const turned = comesAfter(text, unit, i, act, memory)
  if (turned !== null) return made(turned.speaker, 'inverted', i, turned.to, `…, ${cue.lemma} X`)
  const them = someOfThem(unit, i, memory)
  if (them !== null) return made(them.speaker, 'subject', them.from, i + 1, `one of those before ${cue.lemma}`)
  const subject = subjectOfVerb(text, unit, goesOn ? i - 2 : i)
  if (subject !== null && agrees(token, subject, tokens)) {
    const named = speakerOf(text, unit, subject, memory, takesAnybody(unit, act, cue.lemma, subject))
    // an order is a demand where a court gives it; an army's is an event
    const speaker = cue.lemma === 'order' && named !== null && !isBench(named) ? null : named
    // "the villagers welcomed the report": only who speaks for others says something by it
    const alone = speaker?.kind === 'witness' || speaker?.kind === 'community' || (speaker?.person && !speaker.role)
    if (/^(?:welcome|hail|regret)$/.test(cue.lemma) && alone && (!speaker?.person || speaker.how === FIRST_NAMED))
      return null
    // "footage that they said supported this": it is the footage that does
    const inserted = /^(?:that|which|who)$/.test(tokens[subject.from - 1]?.norm ?? '')
    if (
      act === 'say' &&
      inserted &&
      next?.kind === 'word' &&
      /(?:ed|s)$/.test(next.norm) &&
      !/^(?:this|its|his|was|is)$/.test(next.norm)
    )
      return null
    // "what it called …": the words are taken up, nothing is claimed anew
    if (act === 'label' && tokens[subject.from - 1]?.norm === 'what') return null
    if (speaker !== null && quotedReading(unit, cue.lemma, subject)) {
      // "X, who also said": not "those who had fled said"
      const who = tokens.findLastIndex(
        (word, k) => k >= subject.mention.to && k < i && /^(?:which|who)$/.test(word.norm),
      )
      const relative = who >= 0 && tokens.slice(who + 1, i).every((word) => ADVERBIAL.test(word.norm))
      return made(speaker, relative ? 'relative' : 'subject', subject.from, i + 1, `X ${cue.lemma}`)
    }
    if (speaker !== null) return null
  }
  const afterQuote =
    i > 0 &&
    (unit.quoted[i - 1] !== -1 ||
      (previous?.text === ',' && unit.quoted[i - 2] !== undefined && unit.quoted[i - 2] !== -1))
  const inverted =
    cue.lemma !== 'tell' &&
    next?.norm !== 'that' &&
    (afterQuote ||
      ((previous?.text === ',' || before === 'as' || previous?.text === '–' || previous?.text === '—') &&
        act === 'say'))
  if (inverted) {
    const after = subjectFollowing(text, unit, i + 1)
    const speaker = after === null ? null : speakerOf(text, unit, after, memory)
    if (after !== null && speaker !== null && endsThere(unit, after.to)) {
      return made(speaker, 'inverted', i, after.to, `…, ${cue.lemma} X`)
    }
  }
  const joined =
    before === 'and' ||
    before === 'but' ||
    previous?.text === ',' ||
    ((/^(?:also|has|have|had)$/.test(before) || /ly$/.test(before)) &&
      /^(?:and|but|,)$/.test(tokens[i - 2]?.text ?? ''))
  const governing = found.at(-1)
  if (joined && subject === null) {
    const finite = BASE.test(token.norm) || IRREGULAR.has(token.norm)
    const rule = `… and ${token.norm} …`
    const leads = governing !== undefined && governing.form !== 'inverted' && governing.form !== 'according'
    if (leads && i - governing.cueTo < 60) {
      const led = tokens[governing.cueFrom]!.norm
      const bare = !BASE.test(led) && !IRREGULAR.has(led)
      return finite || bare ? made(governing.speaker, 'carried', i, i + 1, rule) : null
    }
    const plural =
      opening !== null && (opening.name.endsWith('s') || text.slice(opening.at.start, opening.at.end).endsWith('s'))
    if (governing === undefined && opening !== null && before === 'and' && i < 40 && (finite || plural)) {
      return made(opening, 'carried', i, i + 1, rule)
    }
  }
  return null
}

/** A name that stands here for the first time. */
const FIRST_NAMED = 'a person by name'
const ADVERBIAL = /^(?:also|has|have|had|later|then|earlier|still|now|since|previously|twice|first|\p{L}+ly)$/u
const MISSED = /^(?:otherwise|missing|dead|killed|injured|wounded|displaced|abducted|kidnapped|detained|captured)$/

/** Where a name begins with its titles: "Lt. Gen. C. Q. Orlen". */
function behindTitle(tokens: readonly Token[], from: number): number {
  let first = from
  while (first >= 2 && tokens[first - 1]!.text === '.' && initial(tokens[first - 2]!)) first -= 2
  return first
}

/** "without giving a number or indicating whether": what is not done. */
function withoutDoing(tokens: readonly Token[], at: number): boolean {
  if (tokens[at - 1]?.norm !== 'or') return false
  return tokens.slice(Math.max(0, at - 10), at).some((token) => token.norm === 'without')
}

/** The document that a participle describes: "a scathing report on Sunday | criticising"; null where none does. */
function documentOf(tokens: readonly Token[], at: number): number | null {
  let noun = at - 1
  while (
    noun > 0 &&
    at - noun < 4 &&
    (isTimeWord(tokens[noun]!.norm) || /^(?:on|late|last|this)$/.test(tokens[noun]!.norm))
  )
    noun -= 1
  return SPEAKING_DOCUMENTS.has(tokens[noun]?.norm ?? '') ? noun : null
}

/** "The experts issued a scathing report …": who issued the document whose noun stands at `noun`. */
function issuing(text: string, unit: Unit, noun: number): Subject | null {
  for (let i = noun - 1; i > 0 && noun - i < 7; i -= 1) {
    const { kind, norm } = unit.tokens[i]!
    if (kind !== 'word') return null
    if (
      /^(?:issued|released|published|made|posted|wrote|sent|presented|filed|ran|aired|broadcast|carried|showed|responded|replied|reacted)$/.test(
        norm,
      ) &&
      noun - i > 1
    )
      return isPassive(unit.tokens, i) ? null : subjectOfVerb(text, unit, i)
  }
  return null
}

/** "One of them recalled", "several of them said": people of earlier text. */
function someOfThem(unit: Unit, verb: number, memory: Memory): { speaker: Speaker; from: number } | null {
  const { tokens } = unit
  if (!/^(?:them|those|whom)$/.test(tokens[verb - 1]?.norm ?? '') || tokens[verb - 2]?.norm !== 'of') return null
  if (!/^(?:one|two|three|some|several|many|most|all|another|both|others)$/.test(tokens[verb - 3]?.norm ?? ''))
    return null
  const people = memory.latest((speaker) => !speaker.person && speaker.kind === 'witness', unit.index, 4)
  if (people === null) return null
  const at = { start: tokens[verb - 3]!.start, end: tokens[verb - 1]!.end }
  return { speaker: { ...people, at, how: `of ${people.name} of earlier text` }, from: verb - 3 }
}

const isBench = ({ kind, name }: Speaker): boolean =>
  kind === 'court' || /\b(?:judges?|magistrates?|court|tribunal)\b/i.test(name)
