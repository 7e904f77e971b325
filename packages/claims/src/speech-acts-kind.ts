/** What kind of claim a stretch of reported English makes, judged by its words and by who says it. */
import { isDeterminer, type Mention } from './mention.ts'
import { accused } from './speech-acts-accusation.ts'
import { admitted } from './speech-acts-admission.ts'
import { answers } from './speech-acts-answerable.ts'
import { demanded } from './speech-acts-demand.ts'
import { denied } from './speech-acts-denial.ts'
import { type Judged, type Range, settled, unmarked } from './speech-acts-judged.ts'
import { limited } from './speech-acts-limits.ts'
import type { Speaker } from './speech-acts-memory.ts'
import { performed } from './speech-acts-performative.ts'
import { ROLE_WORDS } from './speech-acts-person.ts'
import { promised } from './speech-acts-promise.ts'
import type { Unit } from './speech-acts-unit.ts'
import { lived } from './speech-acts-witness.ts'
import { CONDEMNING, CONSTITUTES, LEGAL, NEGATIONS } from './speech-acts-words.ts'
import { normalise, type Token } from './token.ts'

/** The kind of what `speaker` says in the tokens of `range`, where the cue itself ("said") leaves it open. */
export function judge(text: string, unit: Unit, range: Range, speaker: Speaker, lemma: string): Judged {
  const { tokens } = unit
  const [from, to] = range
  if (from >= to) return settled('statement', 'a word of saying')
  const words = text.slice(tokens[from]!.start, tokens[to - 1]!.end)
  if (SAW.test(words)) return settled('testimony', 'tells what the speaker saw')
  if (lemma === 'testify') return settled('testimony', 'testifies')
  return (
    performed(text, unit, range) ??
    condemned(unit, range, words, speaker) ??
    limited(unit, range) ??
    demanded(text, unit, range, speaker) ??
    promised(unit, range, speaker, lemma) ??
    denied(unit, range, words, speaker) ??
    admitted(unit, range, speaker) ??
    characterised(tokens, range, words) ??
    (speaker.kind === 'witness' || isWitnessRole(speaker) ? settled('testimony', 'a witness speaks') : null) ??
    blaming(text, unit, range, words, speaker) ??
    settled('statement', 'a word of saying')
  )
}

/** Another's wrong; what a body says of itself and its own side blames nobody. */
function blaming(text: string, unit: Unit, range: Range, words: string, speaker: Speaker): Judged | null {
  const judged = accused(text, unit, range, words)
  if (judged !== null) return judged.target !== null && ownSide(unit, judged.target, speaker) ? null : judged
  if (answers(speaker) && RIOT.test(words)) return settled('accusation', 'says what a crowd did')
  const bad = SHAM.test(unmarked(words))
  return bad ? settled('accusation', 'says that what another does is a sham or an aggression') : null
}

const SAW =
  /^(?:that )?(?:he|she|they|i|we) (?:had |have |has |also |himself |herself |personally )*(?:saw|witnessed|watched|heard)\b(?! from| about| of| that)/i

const RIOT =
  /\b(?:protesters?|demonstrators?|marchers|crowds?|rioters|mobs?|villagers|students) (?:had |have |were |also |then )*(?:threw|hurled|pelted|attacked|attacking|blocked|blocking|torched|stormed|looted|throwing|hurling|set fire)\b/i

const SHAM =
  /\b(?:is|are|was|were|be|been) (?:nothing (?:but|more than) )?(?:just |only |really |clearly )?an? (?:[\w-]+ ){0,2}(?:sham|farce|charade|cover-up|whitewash|invasion|land grab|power grab|witch hunt|travesty|provocation)\b/i

const SOLDIERS = /^(?:army|troops|soldiers|forces|police|military|officers)$/

/** "the army killed 17 rebels", said by its commander: no other side is named in the phrase or the office. */
function ownSide(unit: Unit, target: Mention, speaker: Speaker): boolean {
  if (target.party !== null) return target.party.name === speaker.name
  const words = unit.tokens.slice(target.from, target.to)
  if (!SOLDIERS.test(words.at(-1)!.norm) || words.some((token, i) => i > 0 && token.capital)) return false
  if (words.length > 3 || words.some((token) => token.norm === 'of')) return false
  const office = `${speaker.role ?? ''} ${speaker.name}`
  return (
    speaker.of === 'government' ||
    /\b(?:army|military|police|defen[cs]e|armed forces|general|colonel|commander|government|ministry|authorities|regime|junta)\b/i.test(
      office,
    )
  )
}

/** A person whose office or description says that he lived through it: "a farmer from the village". */
export function isWitnessRole(speaker: Speaker): boolean {
  if (!speaker.person || speaker.role === null) return false
  // "a farmer from the village", not "the head of the People's Council"
  const head = normalise(speaker.role).split(/\s(?:of|from|for|in|at|who|whose)\s/)[0]!
  if (head.split(' ').some((word) => ROLE_WORDS.has(word))) return false
  return head.split(/[^\p{L}-]+/u).some((word) => lived(word))
}

/** What feels and judges a deed, where nothing else is asked or said. */
const FELT =
  /\b(?:horrified|appalled|outraged|sickened|revolted|disgusted) (?:by|at|that)\b|\bno excuse for\b|\bone of the worst (?:\w+ )?(?:incidents?|crimes?|abuses|atrocit(?:y|ies)|massacres?|outrages?)\b/i

function condemned(unit: Unit, [from, to]: Range, words: string, speaker: Speaker): Judged | null {
  for (let i = from; i < to; i += 1) {
    if (
      /^(?:condemn|condemns|deplore|deplores|denounce|denounces)$/.test(unit.tokens[i]!.norm) &&
      !isDeterminer(unit.tokens[i - 1]?.norm ?? '')
    ) {
      // "condemns such baseless accusations"
      const said = unit.tokens.slice(i + 1, Math.min(to, i + 6))
      if (said.some((token) => /^(?:accusations?|allegations?|insinuations?|slanders?|lies)$/.test(token.norm)))
        return settled('denial', 'condemns what is said of it')
      if (unit.tokens[i - 1]?.norm === 'to' || NEGATIONS.has(unit.tokens[i - 1]?.norm ?? '')) continue
      return settled('condemnation', 'condemns in so many words')
    }
  }
  if (speaker.kind === 'witness') return null
  const bad = CONDEMNING.exec(words)
  const such = bad !== null && /\b(?:this|these|such)\W+(?:\w+\W+)?$/i.test(words.slice(0, bad.index))
  const said = bad !== null && /\b(?:is|are|was|were|as|be)\W+(?:\w+\W+){0,3}$/i.test(words.slice(0, bad.index))
  return FELT.test(words) || said || such ? settled('condemnation', 'a word of condemning of what was done') : null
}

function characterised(tokens: readonly Token[], [from, to]: Range, words: string): Judged | null {
  const match = LEGAL.exec(words)
  if (match === null) return null
  const base = tokens[from]!.start
  const at = tokens.findIndex((token, index) => index >= from && token.start - base >= match.index)
  const window = words.slice(Math.max(0, match.index - 48), match.index)
  const agent = tokens
    .slice(Math.max(from, at - 6), at)
    .some((token) => /^(?:committed|commit|commits|committing|perpetrated)$/.test(token.norm))
  if (agent) return null
  const loose = /\b(?:potential|possible|apparent|alleged|likely)\s+$/i.test(window)
  if (/\binvestigat\w+\b/i.test(window)) return null
  if (!loose && !CONSTITUTES.test(window)) return null
  if (to - from < 2) return null
  return settled('characterisation', `what happened is named in law's words: ${match[0]}`)
}
