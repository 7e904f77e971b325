/** Acts of saying without a verb of saying: "according to X", "by X's count", "X's estimate was". */
import type { Attribution } from './attribution.ts'
import { plausible } from './attribution-speaker.ts'
import { clauseStart, hasVerb, scopeEnd } from './attribution-stretch.ts'
import { AUXILIARIES } from './cue.ts'
import { issuerAt, withKind } from './issuer.ts'
import {
  DOCUMENT_NOUNS,
  isDeterminer,
  isPronoun,
  mentionOf,
  phraseEndingAt,
  phraseStartingAt,
  speakerKind,
} from './mention.ts'
import { phraseTable, wordSet } from './phrase.ts'
import { pronounMention, relativeSubject, subjectAfter, subjectBefore } from './subject.ts'
import type { Source } from './subject-phrase.ts'

const HOLDINGS = wordSet('information evidence reports allegations testimony accounts indications')

const ASSERTIONS = wordSet('claims claim allegations allegation assertions assertion accusations reports report')

/** "rejected claims by the rebels that more than 100 had died": whose claim it is. */
export function asClaimBy(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  if (!ASSERTIONS.has(tokens[i]!.norm) || (tokens[i + 1]?.norm !== 'by' && tokens[i + 1]?.norm !== 'from')) return null
  const range = phraseStartingAt(tokens, i + 2)
  if (range === null || tokens[range[1]]?.norm !== 'that') return null
  const speaker = withKind(mentionOf(text, tokens, range, known))
  if (!plausible(speaker, tokens, 'claim')) return null
  const from = range[1] + 1
  const to = scopeEnd(tokens, from)
  return { speaker, cueFrom: i, cueTo: from, lemma: 'claim', from, to, via: [], rule: 'claims by X that' }
}

const ISSUED = wordSet('issued issues issuing released releases made made published put')
const STATEMENTS = wordSet('statement announcement communique declaration bulletin')

/** "The council earlier issued a statement that …": whoever issued it says what follows. */
export function byStatement(source: Source, i: number): Attribution | null {
  const { tokens } = source
  if (!STATEMENTS.has(tokens[i]!.norm) || tokens[i + 1]?.norm !== 'that') return null
  for (let k = i - 1; k > 0 && i - k < 5; k--)
    if (ISSUED.has(tokens[k]!.norm)) return governing(source, k, i + 1, 'say', 'X issued a statement that')
  return null
}

/** "the office has credible information that …", "it has received reports that …": whose information it is. */
export function onOwnInformation(source: Source, i: number): Attribution | null {
  const { tokens } = source
  if (!HOLDINGS.has(tokens[i]!.norm) || tokens[i + 1]?.norm !== 'that') return null
  for (let k = i - 1; k > 0 && i - k < 5; k--) {
    const { norm, kind } = tokens[k]!
    if (kind !== 'word') return null
    if (norm !== 'has' && norm !== 'have' && norm !== 'had') continue
    return governing(source, k, i + 1, 'report', 'X has information that')
  }
  return null
}

const JUDGED = wordSet('held holds found finds convicted')
const VERDICTS = wordSet('responsible guilty liable accountable')

/** "the court held them responsible for the deaths of 40", "found him guilty of killing nine". */
export function asVerdict(source: Source, i: number): Attribution | null {
  const { tokens } = source
  if (!VERDICTS.has(tokens[i]!.norm) || (tokens[i + 1]?.norm !== 'for' && tokens[i + 1]?.norm !== 'of')) return null
  for (let k = i - 1; k > 0 && i - k < 12; k--) {
    if (tokens[k]!.kind === 'mark') return null
    if (JUDGED.has(tokens[k]!.norm)) return governing(source, k, i + 1, 'conclude', 'X held them responsible')
  }
  return null
}

/** The act of saying whose verb stands at `verb` and whose content begins at `from`. */
function governing(source: Source, verb: number, from: number, lemma: string, rule: string): Attribution | null {
  const subject = subjectBefore(source, verb, Math.max(0, verb - 40))
  if (subject === null || !plausible(subject.mention, source.tokens, lemma)) return null
  const to = scopeEnd(source.tokens, from)
  return { speaker: subject.mention, cueFrom: verb, cueTo: from, lemma, from, to, via: subject.via, rule }
}

/** "on the strength of eyewitness accounts", "based on hospital records": the word it rests on. */
export function onWordOf(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const phrase = RESTING_ON.at(tokens, i)
  // "a count by X based on official statements" is X's
  if (phrase === null || tokens.slice(Math.max(0, i - 8), i).some(({ norm }) => COUNTED_BY.has(norm))) return null
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

const COUNTED_BY = wordSet('count tally toll database')

const RESTING_ON = phraseTable<true>([['on the strength of|on the basis of|based on|drawing on|relying on', true]])

/** "the group's estimate was 208 deaths", "the ministry's toll stands at 40". */
export function estimateAt(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const token = tokens[i]!
  if (!['estimate', 'estimates', 'toll', 'count', 'tally', 'figure', 'figures', 'number', 'claim'].includes(token.norm))
    return null
  const next = tokens[i + 1]
  if (
    next === undefined ||
    !['was', 'is', 'stands', 'stood', 'are', 'were', 'has', 'rose', 'had', 'now', 'of'].includes(next.norm)
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
  if (tokens.slice(owner + 1, i).some(({ norm }) => isDeterminer(norm))) return null
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
    to: next.norm === 'of' ? Math.min(tokens.length, i + 6) : scopeEnd(tokens, i + 2),
    via: [],
    rule: "X's estimate was",
  }
}

/** "according to X", "as per X", "in the words of X". */
export function accordingTo(source: Source, i: number): Attribution | null {
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
  if (subject === null || !plausible(subject.mention, tokens, lemma)) return null
  start = clauseStart(tokens, i)
  // at the sentence's start it governs what follows; behind its clause it governs what stands before it
  const opens = i - start <= 1 || (tokens[i - 1]?.text === ',' && i - start <= 8 && !hasVerb(tokens, start, i))
  // "2.4 million people, according to UNHCR, have been uprooted"
  const behind = tokens[subject.to + 1]?.norm ?? ''
  const inserted =
    tokens[i - 1]?.text === ',' && tokens[subject.to]?.text === ',' && (AUXILIARIES.has(behind) || behind === 'that')
  const from = opens && !inserted ? subject.to : start
  const to = opens || inserted ? scopeEnd(tokens, subject.to) : Math.max(subject.to, i)
  return {
    speaker: subject.mention,
    cueFrom: i,
    cueTo: at,
    lemma,
    from,
    to: opens || inserted ? to : subject.to,
    via: subject.via,
    rule: opens ? 'according to X, …' : lemma === 'cite' ? '… citing X' : '… according to X',
  }
}

/** "by an AFP count", "by the monitor's reckoning", "on the ministry's tally". */
export function byCount(source: Source, i: number): Attribution | null {
  const { tokens, text, known } = source
  const norm = tokens[i]!.norm
  if (norm !== 'by' && norm !== 'on' && norm !== 'in') return null
  // "and in northern Marrow death toll climbed": a place and what happened there
  if (norm === 'in' && !isDeterminer(tokens[i + 1]?.norm ?? '') && tokens[i + 2]?.norm !== "'s") return null
  for (let k = i + 1; k < Math.min(tokens.length, i + 9); k++) {
    const token = tokens[k]!
    if (token.kind === 'mark' && token.text !== "'" && token.text !== '’') return null
    if (k > i + 1 && isDeterminer(token.norm)) return null
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
