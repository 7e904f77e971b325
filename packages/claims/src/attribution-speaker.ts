/** Whether a noun phrase can be the speaker of a cue. */
import { AUXILIARIES } from './cue.ts'
import { DOCUMENT_NOUNS, isPreposition, type Mention, speakerKind } from './mention.ts'
import { wordSet } from './phrase.ts'
import type { Token } from './token.ts'

/** A plain form ("report", "count") is a verb only behind a plural or an auxiliary; else it is a noun. */
export function agrees(tokens: readonly Token[], cue: number, lemma: string, subject: Mention): boolean {
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
    last === 'data' ||
    last === 'media' ||
    last === 'medics' ||
    last === 'military'
  )
}

/** A party that may speak without any doubt: known, a person, a pronoun or a noun of the lexicon. */
export function speaks(tokens: readonly Token[], mention: Mention): boolean {
  if (mention.how === 'known' || mention.how === 'pronoun' || mention.person !== null) return true
  for (let i = mention.from; i < mention.to; i++) if (speakerKind(tokens[i]!.norm) !== null) return true
  return false
}

/** What has its dead counted and counts none: "Kavu Region recorded the most deaths". */
const PLACES = wordSet(
  'region province state district governorate county city town village township municipality area month year war conflict attack violence',
)

function isPlaceAlone({ from, to }: Mention, tokens: readonly Token[]): boolean {
  if (!PLACES.has(tokens[to - 1]!.norm)) return false
  return !tokens.slice(from, to - 1).some(({ norm }) => speakerKind(norm) !== null)
}

export function plausible(mention: Mention, tokens: readonly Token[], lemma: string): boolean {
  if (mention.how === 'known' || mention.how === 'introduced' || mention.how === 'pronoun' || mention.how === 'open')
    return true
  if (isPlaceAlone(mention, tokens)) return false
  if (mention.person !== null) return true
  for (let i = mention.from; i < mention.to; i++) if (speakerKind(tokens[i]!.norm) !== null) return true
  const last = tokens[mention.to - 1]!
  if (DOCUMENT_NOUNS.has(last.norm)) return true
  return last.capital && lemma !== 'show' && lemma !== 'find' && mention.to - mention.from <= 6
}
