/** Who is quoted by another: "Reuters quoted the governor as saying that …", "X was quoted by AFP as saying …". */
import type { Attribution } from './attribution.ts'
import { plausible } from './attribution-speaker.ts'
import { scopeEnd } from './attribution-stretch.ts'
import { AUXILIARIES, CUES } from './cue.ts'
import { withKind } from './issuer.ts'
import { type Mention, mentionOf, phraseStartingAt } from './mention.ts'
import { phraseTable, wordSet } from './phrase.ts'
import { subjectAfter, subjectBefore } from './subject.ts'
import type { Source } from './subject-phrase.ts'

const QUOTED = wordSet('quoted quotes quote quoting cited cites citing reported')
const AS_SAYING = phraseTable<true>([
  [
    'as saying|as telling|as stating|as confirming|as announcing|as reporting|as claiming|as adding|as putting|as estimating|as having said',
    true,
  ],
])
/** How far "as saying" stands behind its verb: a name with its office lies between. */
const REACH = 24

/** The act of saying of whoever the verb at token `i` quotes; the verb's own subject only relays it. */
export function quotedAs(source: Source, i: number): Attribution | null {
  const { tokens } = source
  if (!QUOTED.has(tokens[i]!.norm)) return null
  let as = -1
  for (let k = i + 1; k < tokens.length && k - i <= REACH && as < 0; k++) if (AS_SAYING.at(tokens, k) !== null) as = k
  if (as < 0) return null
  const from = AS_SAYING.at(tokens, as)!.to
  const said = isPassive(source, i) ? passively(source, i) : actively(source, i)
  if (said === null || !plausible(said.speaker, tokens, 'say')) return null
  const to = scopeEnd(tokens, from)
  return { ...said, cueFrom: i, cueTo: from, lemma: 'say', from, to, rule: 'X is quoted as saying' }
}

const isPassive = ({ tokens }: Source, i: number) =>
  AUXILIARIES.has(tokens[i - 1]?.norm ?? '') && !['has', 'have', 'had', 'having'].includes(tokens[i - 1]!.norm)

type Said = Pick<Attribution, 'via'> & { readonly speaker: Mention }

/** "was quoted by AFP as saying". */
function passively(source: Source, i: number): Said | null {
  const { tokens, text, known } = source
  const subject = subjectBefore(source, i, 0)
  if (subject === null) return null
  const by = tokens[i + 1]?.norm === 'by' ? phraseStartingAt(tokens, i + 2) : null
  return { speaker: subject.mention, via: by === null ? [] : [withKind(mentionOf(text, tokens, by, known))] }
}

function actively(source: Source, i: number): Said | null {
  const quoted = subjectAfter(source, i + 1)
  if (quoted === null) return null
  const outlet = CUES.has(source.tokens[i]!.norm) ? subjectBefore(source, i, 0) : null
  return { speaker: quoted.mention, via: outlet === null ? [] : [outlet.mention] }
}
