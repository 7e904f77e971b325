/** Who says what in a sentence: the cue, its speaker, the stretch it governs, and who relays it. */
import { ADVERBS, AUXILIARIES, CUES, QUOTES, TIME_LINKS } from './cue.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isPreposition,
  isPronoun,
  isTimeWord,
  type Mention,
  mentionOf,
  phraseEndingAt,
  phraseStartingAt,
  speakerKind,
} from './mention.ts'
import type { PartyMatch } from './party-index.ts'
import { phraseTable, wordSet } from './phrase.ts'
import {
  issuerAt,
  pronounMention,
  relativeSubject,
  type Source,
  type Subject,
  subjectAfter,
  subjectBefore,
  withKind,
} from './subject.ts'
import type { Token } from './token.ts'

export { type Subject, subjectAfter, subjectBefore } from './subject.ts'

/** One act of saying. Token positions are within its sentence. */
export interface Attribution {
  /** Null where somebody is said to speak and nobody is named ("it was reported"). */
  readonly speaker: Mention | null
  /** The cue's tokens. */
  readonly cueFrom: number
  readonly cueTo: number
  /** The cue in its plain form: `say`, `according to`, `count`. */
  readonly lemma: string
  /** Tokens that the speaker answers for. */
  readonly from: number
  readonly to: number
  /** Who carries the speaker's words, nearest the outlet first. */
  readonly via: readonly Mention[]
  readonly rule: string
}

/** Cues that never bring a count of their own speaker's. */
const NOT_OF_COUNTS = wordSet('condemn call cite release attribute vow')

/** Where the clause that holds token `at` begins: behind ";", "but", "while", ", and" or the sentence's start. */
export function clauseStart(tokens: readonly Token[], at: number): number {
  let quoted = false
  for (let i = at; i > 0; i--) {
    const token = tokens[i]!
    if (QUOTES.has(token.text)) quoted = !quoted
    if (quoted) continue
    if (token.text === ';') return i + 1
    if (token.norm === 'while' || token.norm === 'whereas' || token.norm === 'but') return i
  }
  return 0
}

/** Where what a speaker answers for ends to the right of its cue: ";" or "while"/"but" that opens another's word. */
function scopeEnd(tokens: readonly Token[], from: number): number {
  let quoted = false
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    if (QUOTES.has(token.text)) quoted = !quoted
    if (quoted) continue
    if (
      token.norm === 'while' ||
      token.norm === 'whereas' ||
      token.text === ';' ||
      (token.norm === 'but' && tokens[i - 1]?.text === ',')
    ) {
      for (let j = i + 1; j < Math.min(tokens.length, i + 14); j++)
        if (CUES.has(tokens[j]!.norm) || tokens[j]!.norm === 'according') return i
    }
  }
  return tokens.length
}

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
      accordingTo(source, i) ?? onWordOf(source, i) ?? byCount(source, i) ?? estimateAt(source, i) ?? cueAt(source, i)
    if (attribution !== null) found.push(attribution)
  }
  if (heading) {
    const label = headlineLabel(source)
    if (label !== null && found.length === 0) found.push(label)
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

/** "on the strength of eyewitness accounts", "based on hospital records": the word it rests on. */
function onWordOf(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const phrase = RESTING_ON.at(tokens, i)
  if (phrase === null) return null
  for (let k = phrase.to; k < Math.min(tokens.length, phrase.to + 7); k++) {
    const token = tokens[k]!
    if (token.kind === 'mark') return null
    if (!DOCUMENT_NOUNS.has(token.norm) || k === phrase.to) continue
    const next = tokens[k + 1]
    const from =
      next?.norm === 'from' || next?.norm === 'by' || next?.norm === 'of' ? phraseStartingAt(tokens, k + 2) : null
    const range: readonly [number, number] = from ?? [phrase.to, k + 1]
    const speaker = withKind(mentionOf(text, tokens, range, known))
    if (speaker.how !== 'known' && speakerKind(tokens[range[1] - (from === null ? 2 : 1)]!.norm) === null) return null
    return {
      speaker,
      cueFrom: i,
      cueTo: phrase.to,
      lemma: 'according to',
      from: clauseStart(tokens, i),
      to: range[1],
      via: [],
      rule: 'resting on the word of X',
    }
  }
  return null
}

const RESTING_ON = phraseTable<true>([['on the strength of|on the basis of|based on|drawing on|relying on', true]])

/** "the group's estimate was 208 deaths", "the ministry's toll stands at 40". */
function estimateAt(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const token = tokens[i]!
  if (!['estimate', 'estimates', 'toll', 'count', 'tally', 'figure', 'figures', 'number'].includes(token.norm))
    return null
  const next = tokens[i + 1]
  if (
    next === undefined ||
    !['was', 'is', 'stands', 'stood', 'are', 'were', 'has', 'rose', 'had', 'now'].includes(next.norm)
  )
    return null
  let owner = i - 1
  while (
    owner > 0 &&
    i - owner < 4 &&
    tokens[owner]!.norm !== "'s" &&
    tokens[owner]!.kind === 'word' &&
    !tokens[owner]!.capital
  )
    owner--
  if (tokens[owner]?.norm === "'s") owner--
  else if (!(tokens[owner]?.capital && known.some((match) => match.to === owner + 1))) return null
  const range = phraseEndingAt(tokens, owner)
  if (range === null) return null
  const speaker = withKind(mentionOf(text, tokens, range, known))
  if (
    !plausible(speaker, tokens, 'count') ||
    (speaker.how === 'phrase' && speakerKind(tokens[range[1] - 1]!.norm) === null)
  )
    return null
  return {
    speaker,
    cueFrom: i,
    cueTo: i + 2,
    lemma: 'count',
    from: i + 1,
    to: scopeEnd(tokens, i + 2),
    via: [],
    rule: "X's estimate was",
  }
}

/** "according to X", "as per X", "in the words of X". */
function accordingTo(source: Source, i: number): Attribution | null {
  const { tokens } = source
  const norm = tokens[i]!.norm
  let at: number
  let lemma = 'according to'
  if (norm === 'according' && tokens[i + 1]?.norm === 'to') at = i + 2
  else if (
    norm === 'per' &&
    tokens[i + 1] !== undefined &&
    (tokens[i + 1]!.capital || isDeterminer(tokens[i + 1]!.norm)) &&
    tokens[i - 1]?.kind !== 'number'
  )
    at = i + 1
  else if ((norm === 'citing' || norm === 'quoting') && tokens[i + 1] !== undefined) {
    at = i + 1
    lemma = 'cite'
  } else return null
  let start = at
  // "according to whom", "according to a report by X", "according to figures from X", "according to a toll X released"
  if (tokens[at]?.norm === 'whom') {
    const subject = relativeSubject(source, i, 0)
    if (subject === null) return null
    return {
      speaker: subject.mention,
      cueFrom: i,
      cueTo: at + 1,
      lemma,
      from: at + 1,
      to: tokens.length,
      via: [],
      rule: 'according to whom',
    }
  }
  const subject = issuerAt(source, at) ?? subjectAfter(source, at)
  if (subject === null) return null
  start = clauseStart(tokens, i)
  // at the sentence's start it governs what follows; behind its clause it governs what stands before it
  const opens = i - start <= 1 || (tokens[i - 1]?.text === ',' && i - start <= 8 && !hasVerb(tokens, start, i))
  const from = opens ? subject.to : start
  const to = opens ? scopeEnd(tokens, subject.to) : Math.max(subject.to, i)
  return {
    speaker: subject.mention,
    cueFrom: i,
    cueTo: at,
    lemma,
    from,
    to: opens ? to : subject.to,
    via: subject.via,
    rule: opens ? 'according to X, …' : lemma === 'cite' ? '… citing X' : '… according to X',
  }
}

function hasVerb(tokens: readonly Token[], from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const norm = tokens[i]!.norm
    if (AUXILIARIES.has(norm) || CUES.has(norm) || (norm.endsWith('ed') && !tokens[i]!.capital)) return true
  }
  return false
}

/** "by an AFP count", "by the monitor's reckoning", "on the ministry's tally". */
function byCount(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const norm = tokens[i]!.norm
  if (norm !== 'by' && norm !== 'on' && norm !== 'in') return null
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.text !== "'" && token.text !== '’') return null
    if (
      ![
        'count',
        'tally',
        'reckoning',
        'estimate',
        'estimates',
        'figures',
        'toll',
        'account',
        'accounts',
        'words',
      ].includes(token.norm) ||
      k === i + 1
    )
      continue
    let last = k - 1
    while (
      last > i + 1 &&
      !tokens[last]!.capital &&
      speakerKind(tokens[last]!.norm) === null &&
      tokens[last]!.norm !== "'s"
    )
      last--
    if (tokens[last]!.norm === "'s") last--
    if (last <= i) return null
    const range: readonly [number, number] = [i + 1, last + 1]
    if (isPronoun(tokens[i + 1]!.norm) || tokens[i + 1]!.norm === 'its' || tokens[i + 1]!.norm === 'their') {
      return {
        speaker: { ...pronounMention(source, i + 1), how: 'pronoun' },
        cueFrom: i,
        cueTo: k + 1,
        lemma: 'count',
        from: 0,
        to: tokens.length,
        via: [],
        rule: 'by its count',
      }
    }
    const mention = withKind(mentionOf(text, tokens, range, known))
    if (mention.how === 'phrase' && speakerKind(tokens[last]!.norm) === null && !tokens[last]!.capital) return null
    return {
      speaker: mention,
      cueFrom: i,
      cueTo: k + 1,
      lemma: 'count',
      from: 0,
      to: tokens.length,
      via: [],
      rule: "by X's count",
    }
  }
  return null
}

function cueAt(source: Source, i: number): Attribution | null {
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
  if (lemma === 'claim' && !claimsThat(tokens, i + 1)) return null
  // "found that …" and "…, X found." say something; "found the remains" does not
  const next = tokens[i + 1]
  if (
    lemma === 'find' &&
    next?.kind === 'word' &&
    next.norm !== 'that' &&
    !isTimeWord(next.norm) &&
    !isPreposition(next.norm)
  )
    return null
  if (passive(tokens, i)) return passiveCue(source, i, lemma)
  const floor = lastBoundary(tokens, i)
  const progressive = token.norm.endsWith('ing') && ['is', 'are', 'was', 'were', 'been'].includes(previous?.norm ?? '')
  const participle = token.norm.endsWith('ing') && !progressive
  const inverted = participle ? null : invertedAt(source, i, lemma)
  if (inverted !== null) return inverted
  const direct = participle ? participleSubject(source, i, floor) : subjectBefore(source, i, floor)
  // "X accused …, but reports that …": the subject of the verb before
  const joined =
    previous !== undefined && (previous.norm === 'and' || previous.norm === 'but' || previous.norm === 'also')
  const subject = direct === null && joined ? participleSubject(source, i, floor) : direct
  if (subject !== null && plausible(subject.mention, tokens, lemma) && agrees(tokens, i, lemma, subject.mention)) {
    return placed(source, i, lemma, subject, 'X said')
  }
  return null
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

/** A plain form ("report", "count") is a verb only behind a plural or an auxiliary; else it is a noun. */
function agrees(tokens: readonly Token[], cue: number, lemma: string, subject: Mention): boolean {
  const { norm } = tokens[cue]!
  if (norm !== lemma || norm === 'put') return true
  const before = tokens[cue - 1]!.norm
  if (before === 'to' || before === 'and' || before === 'but' || AUXILIARIES.has(before)) return true
  let head = subject.from
  while (head < subject.to - 1 && !isPreposition(tokens[head + 1]!.norm)) head++
  const last = tokens[head]!.norm
  if (subject.how === 'pronoun') return last === 'they' || last === 'we'
  return (
    (last.endsWith('s') && last !== "'s") ||
    / and /.test(subject.text) ||
    last === 'police' ||
    last === 'people' ||
    last === 'media' ||
    last === 'medics' ||
    last === 'military'
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
      'tell',
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
    if (after !== null && marked && closed && speaks(tokens, after.mention)) {
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

/** A party that may speak without any doubt: known, a person, a pronoun or a noun of the lexicon. */
function speaks(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.how === 'known' || mention.how === 'pronoun' || mention.person !== null) return true
  for (let i = mention.from; i < mention.to; i++) if (speakerKind(tokens[i]!.norm) !== null) return true
  return false
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
  return {
    speaker: mention,
    cueFrom: i,
    cueTo: i + 2,
    lemma,
    from: clauseStart(tokens, i),
    to: range[1],
    via: [],
    rule: 'reported by X',
  }
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

/** A subject lies behind the last ";" or closing quote. */
function lastBoundary(tokens: readonly Token[], at: number): number {
  for (let i = at - 1; i >= 0 && at - i < 60; i--) {
    const token = tokens[i]!
    if (token.text === ';' || token.text === ':' || token.text === '”' || token.text === '»' || token.text === '"')
      return i + 1
  }
  return Math.max(0, at - 60)
}

function plausible(mention: Mention, tokens: readonly Token[], lemma: string): boolean {
  if (mention.how === 'known' || mention.how === 'introduced' || mention.how === 'pronoun' || mention.how === 'open')
    return true
  if (mention.person !== null) return true
  for (let i = mention.from; i < mention.to; i++) if (speakerKind(tokens[i]!.norm) !== null) return true
  const last = tokens[mention.to - 1]!
  if (DOCUMENT_NOUNS.has(last.norm)) return true
  return last.capital && lemma !== 'show' && lemma !== 'find' && mention.to - mention.from <= 6
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
    next.norm === 'reporters' ||
    next.norm === 'late' ||
    lemma === 'tell'
  const final = restIsTime(tokens, i + 1)
  const postposed =
    ending &&
    before !== undefined &&
    (before.text === ',' || before.text === '"' || before.text === '”' || before.text === "'" || before.text === '’') &&
    subject.from > 2 &&
    (final || isClause(tokens, clauseStart(tokens, subject.from - 1), subject.from - 1))
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

/** Four words or more that open with no preposition or participle are a clause, whatever their verb. */
function isClause(tokens: readonly Token[], from: number, to: number): boolean {
  const first = tokens[from]!
  if (hasVerb(tokens, from, to)) return true
  return to - from >= 4 && !isPreposition(first.norm) && !isTimeWord(first.norm) && !first.norm.endsWith('ing')
}

/** Only the time, the place of saying and a full stop follow the cue. */
function restIsTime(tokens: readonly Token[], from: number): boolean {
  for (let i = from; i < tokens.length; i++) {
    const token = tokens[i]!
    if (token.kind === 'mark' || isTimeWord(token.norm) || TIME_LINKS.has(token.norm) || token.kind === 'number')
      continue
    return false
  }
  return true
}

/** Whether the sentence goes on with the same words behind ", X said,": ", adding", ", with", or an open quote. */
function middle(tokens: readonly Token[], cue: number): boolean {
  for (let k = cue + 1; k < Math.min(tokens.length, cue + 14); k++) {
    const token = tokens[k]!
    if (token.text === ',' || token.text === ';') {
      const next = tokens[k + 1]?.norm ?? ''
      return (
        next === 'adding' ||
        next === 'with' ||
        next === 'including' ||
        QUOTES.has(tokens[k + 1]?.text ?? '') ||
        next === 'saying' ||
        next === 'of'
      )
    }
  }
  return false
}

/** "Videos show, the UN confirmed, dozens of …", "Thousands, witnesses said, are …": the clause goes on behind. */
function parenthetical(tokens: readonly Token[], before: number, cue: number): boolean {
  const close = contentEnd(tokens, cue)
  const next = tokens[close + 1]
  if (tokens[close]?.text !== ',' || next === undefined) return false
  const last = tokens[before - 1]
  if (last !== undefined && (CUES.has(last.norm) || AUXILIARIES.has(last.norm))) return true
  return AUXILIARIES.has(next.norm) || next.norm === 'still'
}

/** The stretch of "raised the toll to 40" stops at a relative clause. */
function relativeEnd(tokens: readonly Token[], from: number): number {
  for (let i = from; i < tokens.length; i++) {
    const { norm, text } = tokens[i]!
    if (norm === 'which' || norm === 'who' || norm === 'that' || norm === 'when' || norm === 'after' || text === ';')
      return i
  }
  return tokens.length
}

function contentEnd(tokens: readonly Token[], cue: number): number {
  for (let k = cue + 1; k < tokens.length; k++) if (tokens[k]!.text === ',' || tokens[k]!.text === ';') return k
  return tokens.length
}

/** "…: war monitor", "… - UN", "Amnesty: …" in a title or heading. */
function headlineLabel(source: Source): Attribution | null {
  const { tokens, text, known } = source
  for (let i = tokens.length - 1; i > 0; i--) {
    const token = tokens[i]!
    if (token.text !== ':' && token.text !== '-' && token.text !== '–' && token.text !== '—' && token.text !== '|')
      continue
    const tail = tokens.length - i - 1
    if (tail >= 1 && tail <= 7 && i >= 3 && token.text !== '|') {
      const mention = mentionOf(text, tokens, [i + 1, tokens.length], known)
      if (labelled(mention, tokens))
        return {
          speaker: withKind(mention),
          cueFrom: i,
          cueTo: i + 1,
          lemma: 'say',
          from: 0,
          to: i,
          via: [],
          rule: 'headline …: X',
        }
    }
    if (i <= 7 && token.text === ':' && tail >= 3) {
      const mention = mentionOf(text, tokens, [0, i], known)
      if (labelled(mention, tokens))
        return {
          speaker: withKind(mention),
          cueFrom: i,
          cueTo: i + 1,
          lemma: 'say',
          from: i + 1,
          to: tokens.length,
          via: [],
          rule: 'headline X: …',
        }
    }
  }
  return null
}

function labelled(mention: Mention, tokens: readonly Token[]): boolean {
  if (mention.how === 'known') return true
  return speakerKind(tokens[mention.to - 1]!.norm) !== null || speakerKind(tokens[mention.from]!.norm) !== null
}

/** Adds who relays: "told AFP", "in a statement carried by SANA", "X reported, citing Y". */
function withRelays(source: Source, found: readonly Attribution[]): Attribution[] {
  const { tokens, text, known } = source
  return found.map((attribution) => {
    const via = [...attribution.via]
    if (attribution.lemma === 'tell') {
      const told = known.find(
        (match) =>
          match.from >= attribution.cueTo &&
          match.from <= attribution.cueTo + 2 &&
          (match.party.kind === 'agency' || match.party.kind === 'outlet'),
      )
      if (told !== undefined) via.push(mentionOf(text, tokens, [told.from, told.to], known))
      else if (attribution.speaker !== null && tokens[attribution.cueTo]?.capital) {
        const range = phraseStartingAt(tokens, attribution.cueTo)
        if (range !== null) {
          const mention = mentionOf(text, tokens, range, known)
          if (mention.how === 'known') via.push(mention)
        }
      }
    }
    for (let k = attribution.cueTo - 14; k < attribution.cueTo + 14; k++) {
      const verb = tokens[k]?.norm
      if (k < 1 || tokens[k + 1]?.norm !== 'by' || verb === undefined) continue
      if (
        ![
          'run',
          'carried',
          'published',
          'quoted',
          'cited',
          'relayed',
          'broadcast',
          'seen',
          'obtained',
          'aired',
          'distributed',
          'shared',
        ].includes(verb)
      )
        continue
      const relay = known.find(
        (match) =>
          match.from >= k + 2 &&
          match.from <= k + 6 &&
          (match.party.kind === 'agency' || match.party.kind === 'outlet'),
      )
      if (relay === undefined || relay.party === attribution.speaker?.party) continue
      via.push(mentionOf(text, tokens, [relay.from, relay.to], known))
      break
    }
    return via.length === attribution.via.length ? attribution : { ...attribution, via }
  })
}
