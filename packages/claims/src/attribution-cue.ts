/** Acts of saying by a verb: "X said", "…, said X", "reported by X", "…, adding that". */
import type { Attribution } from './attribution.ts'
import { agrees, plausible, speaks } from './attribution-speaker.ts'
import {
  clauseStart,
  contentEnd,
  isClause,
  lastBoundary,
  middle,
  parenthetical,
  relativeEnd,
  restIsTime,
  scopeEnd,
} from './attribution-stretch.ts'
import { ADVERBS, CUES, QUOTES, TIME_LINKS } from './cue.ts'
import { issuerAt, withKind } from './issuer.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
  mentionOf,
  phraseStartingAt,
} from './mention.ts'
import { wordSet } from './phrase.ts'
import { subjectAfter, subjectBefore } from './subject.ts'
import type { Source, Subject } from './subject-phrase.ts'
import type { Token } from './token.ts'

const PARTICIPLES = wordSet('published released issued seen obtained carried compiled made circulating')

/** "reports published on Friday", "media reports said". */
const isNounBefore = (next: Token | undefined) =>
  next !== undefined && (PARTICIPLES.has(next.norm) || next.norm === 'said' || next.norm === 'say')

const COUNTING = wordSet('document record verify count register tally')

/** Cues that never bring a count of their own speaker's. */
const NOT_OF_COUNTS = wordSet('condemn call cite release attribute vow')

/** The act of saying whose verb stands at token `i`, or null where nobody speaks by it. */
export function cueAt(source: Source, i: number): Attribution | null {
  const { tokens } = source
  const token = tokens[i]!
  const lemma = CUES.get(token.norm)
  if (lemma === undefined) return null
  const previous = tokens[i - 1]
  // nouns that look like cues: "a report", "the claims", "the dead count", "a find"
  if (
    previous !== undefined &&
    isDeterminer(previous.norm) &&
    previous.norm !== 'all' &&
    previous.norm !== 'both' &&
    previous.norm !== 'that'
  )
    return null
  if (previous?.norm === "'s" || previous?.norm === 'of' || previous?.norm === 'to') return null
  // "quoted X as saying": said of X there
  if (previous?.norm === 'as' && token.norm.endsWith('ing')) return null
  // "Indonesian-language reports published …": no verb behind an adjective
  if ((token.norm === 'reports' || token.norm === 'claims') && isNounBefore(tokens[i + 1])) return null
  // "Rakan Said al-Juburi": a name
  if (token.text === 'Said' && previous?.capital === true && tokens[i + 1]?.kind === 'word') return null
  // "Kavu state": it speaks only as "state that …"
  if (token.norm === 'state' && tokens[i + 1]?.norm !== 'that') return null
  // "the head identified as …", "armed men described as …": a participle of the noun before it
  const described = tokens[i + 1]?.norm === 'as' && !['many', 'much', 'few'].includes(tokens[i + 2]?.norm ?? '')
  if (described && token.norm.endsWith('ed') && !passive(tokens, i)) return null
  // "pointed out that"
  if (lemma === 'point' && (tokens[i + 1]?.norm !== 'out' || tokens[i + 2]?.norm !== 'that')) return null
  if (lemma === 'claim' && !claimsThat(tokens, i + 1)) return null
  if (lemma === 'give' && !givesCount(tokens, i + 1)) return null
  // "found that …" and "…, X found." say something; "found the remains" does not
  const next = tokens[i + 1]
  if (
    lemma === 'find' &&
    next?.kind === 'word' &&
    next.norm !== 'that' &&
    next.norm !== 'evidence' &&
    !isTimeWord(next.norm) &&
    !isPreposition(next.norm)
  )
    return null
  if (passive(tokens, i)) return passiveCue(source, i, lemma)
  // "the 12 deaths documented by the council"
  if (COUNTING.has(lemma) && token.norm.endsWith('ed') && tokens[i + 1]?.norm === 'by')
    return passiveCue(source, i, lemma)
  const floor = lastBoundary(tokens, i)
  const progressive = token.norm.endsWith('ing') && ['is', 'are', 'was', 'were', 'been'].includes(previous?.norm ?? '')
  const participle = token.norm.endsWith('ing') && !progressive
  const inverted = participle ? null : invertedAt(source, i, lemma)
  if (inverted !== null) return inverted
  const direct = participle
    ? (withSubject(source, i, floor) ?? issuingSubject(source, i, floor) ?? participleSubject(source, i, floor))
    : subjectBefore(source, i, floor)
  // "X accused …, but reports that …": the subject of the verb before
  const joined =
    previous !== undefined && (previous.norm === 'and' || previous.norm === 'but' || previous.norm === 'also')
  const subject = direct === null && joined ? participleSubject(source, i, floor) : direct
  if (subject !== null && plausible(subject.mention, tokens, lemma) && agrees(tokens, i, lemma, subject.mention)) {
    return placed(source, i, lemma, withIssuer(source, subject, i), 'X said')
  }
  return null
}

/** "a written statement released by the Coast Guard said": the document speaks for whoever issued it. */
function withIssuer(source: Source, subject: Subject, cue: number): Subject {
  if (subject.mention.how !== 'open' || subject.via.length > 0) return subject
  const issuer = issuerAt(source, subject.from)
  const by = source.tokens[cue + 1]?.norm === 'by'
  return issuer === null || (issuer.to > cue && !by) ? subject : { ...subject, mention: issuer.mention }
}

const COUNTS = wordSet('toll figure count number tally estimate total figures')

/** "gave a toll of 29", "gives more than 120". */
function givesCount(tokens: readonly Token[], at: number): boolean {
  for (let i = at; i < at + 5 && i < tokens.length; i++) {
    if (tokens[i]!.kind === 'number' || COUNTS.has(tokens[i]!.norm)) return true
    if (tokens[i]!.kind === 'mark') return false
  }
  return false
}

/** "claimed that …", not "claimed responsibility", "claimed the lives of". */
function claimsThat(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind !== 'word') return true
  if (next.norm === 'that' || isPronoun(next.norm)) return true
  return !['responsibility', 'credit', 'attack', 'attacks', 'lives', 'dual', 'victory', 'asylum'].some((word) =>
    tokens.slice(at, at + 4).some((token) => token.norm === word),
  )
}

/** "…, says the UN human rights office": the subject stands behind its cue. */
function invertedAt(source: Source, i: number, lemma: string): Attribution | null {
  const { tokens } = source
  const previous = tokens[i - 1]
  const next = tokens[i + 1]
  if (previous === undefined || next === undefined) return null
  if (
    [
      'say',
      'report',
      'warn',
      'add',
      'confirm',
      'announce',
      'note',
      'write',
      'state',
      'claim',
      'recount',
      'explain',
      'conclude',
    ].includes(lemma) &&
    next.kind === 'word'
  ) {
    const issuer = issuerAt(source, i + 1)
    const after = issuer ?? subjectAfter(source, i + 1)
    const marked =
      previous.text === ',' ||
      QUOTES.has(previous.text) ||
      previous.norm === 'as' ||
      previous.text === '-' ||
      previous.text === '–' ||
      previous.text === '—'
    const closed = after !== null && (issuer !== null || closesClause(tokens, after.to))
    // "…," said Zeinab, 31
    const aged =
      after !== null &&
      tokens[after.from]?.capital === true &&
      tokens[after.to]?.text === ',' &&
      tokens[after.to + 1]?.kind === 'number'
    // "…,” said Karvell."
    const bare = after !== null && QUOTES.has(previous.text) && tokens[after.from]?.capital === true
    if (after !== null && marked && closed && (aged || bare || speaks(tokens, after.mention))) {
      const start = clauseStart(tokens, i)
      return {
        speaker: after.mention,
        cueFrom: i,
        cueTo: i + 1,
        lemma,
        from: start,
        to: after.to < tokens.length && tokens[after.to]?.text === ':' ? tokens.length : after.to,
        via: [],
        rule: '…, said X',
      }
    }
  }
  return null
}

/** Nothing but a mark, a time or an adjunct follows an inverted subject. */
function closesClause(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at]
  if (next === undefined || next.kind === 'mark') return true
  return (
    isTimeWord(next.norm) ||
    ['in', 'on', 'at', 'late', 'to', 'who', 'which', 'as', 'after', 'from', 'during', 'of'].includes(next.norm)
  )
}

function passive(tokens: readonly Token[], i: number): boolean {
  if (!/(?:ed|en|told|found|put)$/.test(tokens[i]!.norm) && tokens[i]!.norm !== 'said') return false
  let k = i - 1
  while (k >= 0 && i - k < 4 && (ADVERBS.has(tokens[k]!.norm) || tokens[k]!.norm.endsWith('ly'))) k--
  return ['is', 'are', 'was', 'were', 'been', 'be', 'being'].includes(tokens[k]?.norm ?? '')
}

/** "was reported by X", "as documented by X". */
function passiveCue(source: Source, i: number, lemma: string): Attribution | null {
  const { tokens, text, known } = source
  if (tokens[i + 1]?.norm !== 'by') return null
  const range = phraseStartingAt(tokens, i + 2)
  if (range === null) return null
  const mention = withKind(mentionOf(text, tokens, range, known))
  if (!plausible(mention, tokens, lemma) || NOT_OF_COUNTS.has(lemma) || lemma === 'call') return null
  // "the bodies were found by herders": they say nothing; "was found by the inquiry to have …" says it
  if (lemma === 'find' && !['to', 'that'].includes(tokens[range[1]]?.norm ?? '')) return null
  return {
    speaker: mention,
    cueFrom: i,
    cueTo: i + 2,
    lemma,
    from: clauseStart(tokens, i),
    to: ['to', 'that', 'as'].includes(tokens[range[1]]?.norm ?? '') ? scopeEnd(tokens, range[1]) : range[1],
    via: [],
    rule: 'reported by X',
  }
}

/** ", with the police chief telling reporters that …": a subject of its own behind "with". */
function withSubject(source: Source, i: number, floor: number): Subject | null {
  const { tokens, text, known } = source
  for (let k = i - 1; k >= floor && i - k < 14; k--) {
    if (tokens[k]!.norm !== 'with') continue
    const range = phraseStartingAt(tokens, k + 1)
    if (range === null || range[1] !== i) return null
    return { mention: withKind(mentionOf(text, tokens, range, known)), via: [], from: range[0], to: range[1] }
  }
  return null
}

const ISSUES = wordSet(
  'issued issues released releases published publishes presented presents posted put submitted unveiled launched',
)

/** "The network issued a report, documenting 89 deaths": whoever issued the document that the participle describes. */
function issuingSubject(source: Source, i: number, floor: number): Subject | null {
  const { tokens } = source
  for (let k = i - 1; k > floor && i - k < 24; k--) {
    if (!ISSUES.has(tokens[k]!.norm)) continue
    const told = tokens.slice(k, i).some(({ norm }) => DOCUMENT_NOUNS.has(norm))
    return told ? subjectBefore(source, k, floor) : null
  }
  return null
}

/** ", saying …", ", adding that …": the subject of the clause before. */
function participleSubject(source: Source, i: number, floor: number): Subject | null {
  const { tokens } = source
  for (let k = i - 1; k >= floor && i - k < 40; k--) {
    const lemma = CUES.get(tokens[k]!.norm)
    if (lemma === undefined || tokens[k]!.norm.endsWith('ing')) continue
    const subject = subjectBefore(source, k, floor) ?? subjectAfter(source, k + 1)
    if (subject !== null) return subject
  }
  return null
}

/** The stretch an "X said" governs, by where it stands. */
function placed(source: Source, i: number, lemma: string, subject: Subject, rule: string): Attribution {
  const { tokens } = source
  const next = tokens[i + 1]
  const before = tokens[subject.from - 1]
  const ending =
    next === undefined ||
    ['.', ',', '"', '”', ';', ')'].includes(next.text) ||
    isTimeWord(next.norm) ||
    (TIME_LINKS.has(next.norm) && isTimeWord(tokens[i + 2]?.norm ?? '')) ||
    (next.norm === 'on' && isTimeWord(tokens[i + 2]?.norm ?? '')) ||
    isPreposition(next.norm) ||
    (next.norm === 'and' && CUES.has(tokens[i + 2]?.norm ?? '')) ||
    next.norm === 'reporters' ||
    next.norm === 'late' ||
    lemma === 'tell'
  const final = restIsTime(tokens, i + 1)
  const postposed =
    ending &&
    before !== undefined &&
    (before.text === ',' ||
      before.text === '—' ||
      before.text === '–' ||
      before.text === '"' ||
      before.text === '”' ||
      before.text === "'" ||
      before.text === '’') &&
    subject.from > 2 &&
    (final ||
      parenthetical(tokens, subject.from - 1, i) ||
      isClause(tokens, clauseStart(tokens, subject.from - 1), subject.from - 1))
  if (postposed) {
    const from = clauseStart(tokens, Math.max(0, subject.from - 1))
    const continues = middle(tokens, i) || parenthetical(tokens, subject.from - 1, i)
    return {
      speaker: subject.mention,
      cueFrom: i,
      cueTo: i + 1,
      lemma,
      from,
      to: continues ? tokens.length : contentEnd(tokens, i),
      via: subject.via,
      rule: '…, X said',
    }
  }
  // ", which police say was …,": the stretch of an inserted clause ends with it
  const inserted =
    before !== undefined && (before.norm === 'which' || before.norm === 'who') && tokens[subject.from - 2]?.text === ','
  const to = inserted ? contentEnd(tokens, i) : lemma === 'raise' ? relativeEnd(tokens, i + 1) : scopeEnd(tokens, i + 1)
  return { speaker: subject.mention, cueFrom: i, cueTo: i + 1, lemma, from: i + 1, to, via: subject.via, rule }
}
