/** Blame in other words than "accuse": what an account leaves out, who began the violence, who had a hand in it. */
import { subjectBefore } from './attribution.ts'
import { type Mention, mentionOf, phraseEndingAt, phraseStartingAt } from './mention.ts'
import { ACTOR_NOUNS, actorial, type Judged, type Range, settled } from './speech-acts-judged.ts'
import type { Unit } from './speech-acts-unit.ts'
import { NEGATIONS, SPEAKING_DOCUMENTS, WRONG_NOUNS } from './speech-acts-words.ts'

/** Verbs that reproach whoever gave an account with what it lacks. */
const OMITS =
  /^(?:overlook(?:s|ed|ing)?|downplay(?:s|ed|ing)?|omit(?:s|ted)?|omitting|neglect(?:s|ed|ing)?|disregard(?:s|ed|ing)?|ignor(?:e|es|ed|ing)|distort(?:s|ed|ing)?|whitewash(?:es|ed|ing)?|belittl(?:es|ed|ing)|minimis(?:es|ed|ing)|minimiz(?:es|ed|ing))$/
/** "gloss over", "pass over", "skip over". */
const OVER = /^(?:gloss(?:es|ed|ing)?|pass(?:es|ed|ing)?|skip(?:s|ped|ping)?|skat(?:es|ed|ing))$/
const OWN = /^(?:it|its|we|our|us|i|my)$/

/** Nouns of what is begun where violence begins. */
const VIOLENCE =
  /^(?:violence|fighting|bloodshed|clashes|war|riots?|rioting|unrest|massacres?|killings?|attacks?|battles?|hostilities|crackdown|carnage|slaughter|conflict|chaos|strife|reprisals|confrontations?|events|shooting)$/
const BEGAN =
  /^(?:started|start|starts|began|begins|begun|erupted|broke|opened|preceded|triggered|provoked|followed|sparked|stemmed|originated|resulted|caused)$/
const SET_OFF =
  /^(?:started|began|triggered|sparked|ignited|provoked|unleashed|instigated|fomented|fuelled|fueled|stoked)$/
/** Nouns of an assault that another's violence is said to follow. */
const ASSAULT =
  /^(?:attacks?|assaults?|ambush(?:es)?|raids?|offensive|aggression|onslaught|incursion|shelling|bombing)$/

/** What blames another without a verb of accusing: null where nothing does. */
export function blamed(text: string, unit: Unit, range: Range): Judged | null {
  return (
    leftOut(text, unit, range) ?? lapsed(text, unit, range) ?? begun(text, unit, range) ?? partaken(text, unit, range)
  )
}

const negatedNear = (unit: Unit, at: number, floor: number): boolean =>
  unit.tokens
    .slice(Math.max(floor, at - 3), at)
    .some((token) => NEGATIONS.has(token.norm) || token.norm.endsWith("n't"))

/** "Amnesty had left … out of its report", "the study overlooks …", "turned a blind eye to". */
function leftOut(text: string, unit: Unit, [from, to]: Range): Judged | null {
  const { tokens } = unit
  for (let i = from + 1; i < to; i += 1) {
    const norm = tokens[i]!.norm
    const omits =
      OMITS.test(norm) || (OVER.test(norm) && tokens[i + 1]?.norm === 'over' && i + 1 < to) || blind(unit, i, to)
    if (!omits && !(/^(?:left|leaves|leave|leaving)$/.test(norm) && goesOut(unit, i, to))) continue
    if (negatedNear(unit, i, from)) continue
    const subject = accountBefore(text, unit, i, from)
    if (subject === undefined) continue
    return settled('accusation', `"${tokens[i]!.text}": reproaches another's account with what it lacks`, {
      target: subject,
    })
  }
  return null
}

const LAPSE = /^(?:failure|failures|refusal|inaction|negligence|unwillingness|reluctance|complicity)$/

/** "the government's failure to investigate", "the refusal of the army to let them in". */
function lapsed(text: string, unit: Unit, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  for (let i = from + 1; i + 1 < to; i += 1) {
    if (!LAPSE.test(tokens[i]!.norm)) continue
    const next = tokens[i + 1]!.norm
    const owned = tokens[i - 1]!.norm === "'s" || tokens[i - 2]?.norm === "'s" || /s$/.test(tokens[i - 2]?.norm ?? '')
    const mark = tokens[i - 1]!.kind === 'word' && tokens[i - 1]!.norm !== "'s" ? i - 2 : i - 1
    const range =
      next === 'of' || next === 'by'
        ? phraseStartingAt(tokens, i + 2)
        : owned && /^(?:to|in)$/.test(next)
          ? phraseEndingAt(tokens, tokens[mark]!.norm === "'s" || tokens[mark]!.kind === 'mark' ? mark - 1 : mark, from)
          : null
    if (range === null) continue
    const mention = mentionOf(text, tokens, range, known)
    if (OWN.test(tokens[mention.from]!.norm) || !actorial(tokens, mention)) continue
    return settled('accusation', `"${tokens[i]!.text}" of one who is named`, { target: mention })
  }
  return null
}

/** "left the background out of", "left out". */
function goesOut(unit: Unit, at: number, to: number): boolean {
  for (let k = at + 1; k < Math.min(to, at + 18); k += 1) {
    const { norm, text } = unit.tokens[k]!
    if (/^[.;]$/.test(text)) return false
    if (norm === 'out')
      return k === at + 1 || /^(?:of|entirely|altogether|completely)$/.test(unit.tokens[k + 1]?.norm ?? '')
    if (norm === 'unmentioned' || norm === 'unsaid') return true
  }
  return false
}

/** "turned a blind eye to". */
function blind(unit: Unit, at: number, to: number): boolean {
  const words = unit.tokens.slice(at, Math.min(to, at + 4)).map((token) => token.norm)
  return /^turn(?:s|ed|ing)? (?:a|their|its) blind eye$/.test(words.join(' '))
}

/** Who is said to have left something out; undefined where it is the speaker's own doing, or nobody is named at all. */
function accountBefore(text: string, unit: Unit, at: number, floor: number): Mention | null | undefined {
  const { tokens, known } = unit
  const before = tokens[at - 1]!
  // "the tendency of some reports to overlook": whose tendency it is
  if (before.norm === 'to') {
    const range = at - 2 > floor ? phraseEndingAt(tokens, at - 2, floor) : null
    if (range === null) return undefined
    const mention = mentionOf(text, tokens, range, known)
    return actorial(tokens, mention) || namesAccount(unit, range) ? mention : undefined
  }
  const subject = subjectBefore({ text, tokens, known }, at, floor)
  if (subject === null || OWN.test(tokens[subject.mention.from]!.norm)) return undefined
  const { mention } = subject
  if (mention.how === 'pronoun') return undefined
  return actorial(tokens, mention) || namesAccount(unit, [mention.from, mention.to]) ? mention : undefined
}

const namesAccount = (unit: Unit, [from, to]: Range): boolean =>
  unit.tokens
    .slice(from, to)
    .some(
      (token) =>
        SPEAKING_DOCUMENTS.has(token.norm) ||
        /^(?:account|dossier|coverage|media|outlets?|investigators)$/.test(token.norm),
    )

/** "the violence started with an assault by X", "… had been preceded by an attack by X", "X set off the violence". */
function begun(text: string, unit: Unit, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  for (let i = from + 1; i < to; i += 1) {
    const { norm } = tokens[i]!
    if (BEGAN.test(norm) && !negatedNear(unit, i, from)) {
      const attacker = assaultBehind(text, unit, i, to)
      if (
        attacker !== null &&
        (unit.tokens.slice(Math.max(0, i - 10), i).some((token) => VIOLENCE.test(token.norm)) || leads(unit, i, from))
      )
        return settled('accusation', `"${norm}" with what another did`, { target: attacker })
    }
    const sets = SET_OFF.test(norm) || (norm === 'set' && tokens[i + 1]?.norm === 'off')
    if (!sets || negatedNear(unit, i, from)) continue
    const object = tokens.slice(i + 1, Math.min(to, i + 8))
    const violence = object.findIndex((token) => VIOLENCE.test(token.norm) && !/^attacks?$/.test(token.norm))
    if (violence < 0 || object.slice(0, violence).some((token) => /^(?:with|by|after|in|,)$/.test(token.text))) continue
    const subject = subjectBefore({ text, tokens, known }, i, from)
    if (subject === null || subject.mention.how === 'pronoun' || !actorial(tokens, subject.mention)) continue
    return settled('accusation', `"${norm}" the violence, of one who is named`, { target: subject.mention })
  }
  return null
}

/** The verb's clause opens what was said, so that its subject is what is spoken of: "started with …". */
const leads = (unit: Unit, at: number, from: number): boolean => at - from <= 2 && unit.tokens[at]!.norm === 'followed'

/** Behind a verb of beginning: "with an attack by former officers on …". */
function assaultBehind(text: string, unit: Unit, at: number, to: number): Mention | null {
  const { tokens, known } = unit
  for (let k = at + 1; k < Math.min(to, at + 12); k += 1) {
    if (/^[.;]$/.test(tokens[k]!.text)) return null
    if (!ASSAULT.test(tokens[k]!.norm)) continue
    for (let m = k + 1; m < Math.min(to, k + 7); m += 1) {
      if (tokens[m]!.norm !== 'by') continue
      let first = m + 1
      while (first < to && first < m + 3 && tokens[first]!.kind === 'mark') first += 1
      if (tokens[first]?.norm === 'the' && tokens[first + 1]?.kind === 'mark') first += 2
      const phrase = phraseStartingAt(tokens, first) ?? groupAt(unit, first, to)
      if (phrase === null) return null
      const mention = mentionOf(text, tokens, phrase, known)
      return actorial(tokens, mention) ? mention : null
    }
  }
  return null
}

/** "masked men", "armed fighters": a participle before the noun. */
function groupAt({ tokens }: Unit, first: number, to: number): Range | null {
  for (let k = first; k < Math.min(to, first + 4); k += 1) {
    if (tokens[k]!.kind !== 'word') return null
    if (ACTOR_NOUNS.has(tokens[k]!.norm)) return [first, k + 1]
  }
  return null
}

/** "had a hand in the attacks", "played a part in the killings", "the involvement of mercenaries in the massacre". */
function partaken(text: string, unit: Unit, [from, to]: Range): Judged | null {
  const { tokens, known } = unit
  for (let i = from; i + 2 < to; i += 1) {
    const { norm } = tokens[i]!
    const wrong = (at: number): boolean =>
      tokens.slice(at, Math.min(to, at + 8)).some((token) => WRONG_NOUNS.has(token.norm) || VIOLENCE.test(token.norm))
    if (/^(?:hand|part|role)$/.test(norm) && tokens[i + 1]!.norm === 'in' && wrong(i + 2)) {
      let verb = i - 1
      while (verb > from && i - verb < 4 && !/^(?:had|has|have|played|plays|took|take)$/.test(tokens[verb]!.norm))
        verb -= 1
      if (verb <= from || !/^(?:had|has|have|played|plays|took|take)$/.test(tokens[verb]!.norm)) continue
      if (tokens.slice(verb, i).some((token) => NEGATIONS.has(token.norm)) || negatedNear(unit, verb, from)) continue
      const subject = subjectBefore({ text, tokens, known }, verb, from)
      if (subject === null || subject.mention.how === 'pronoun') continue
      const last = tokens[subject.mention.to - 1]!
      if (!actorial(tokens, subject.mention) && !last.capital) continue
      return settled('accusation', `"${norm} in" what another did`, { target: subject.mention })
    }
    if (/^(?:involvement|complicity|participation|collusion)$/.test(norm) && tokens[i + 1]!.norm === 'of') {
      if (negatedNear(unit, i, from)) continue
      const phrase = phraseStartingAt(tokens, i + 2)
      if (phrase === null || !wrong(i + 2)) continue
      const link = tokens.findIndex((token, k) => k > phrase[0] && k < phrase[1] && token.norm === 'in')
      const mention = mentionOf(text, tokens, link < 0 ? phrase : [phrase[0], link], known)
      if (!actorial(tokens, mention) && !tokens[mention.to - 1]!.capital) continue
      return settled('accusation', `"${norm} of" one who is named`, { target: mention })
    }
  }
  return null
}
