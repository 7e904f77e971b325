/** Who an English count is of: the victims' own words and the category they state. */
import type { Range } from './counted.ts'
import type { VictimCategory } from './figure.ts'
import { ADVERBS, BE, type CountedPhrase, HAVE, type Link, type Scene } from './harm-scene.ts'
import { phraseCategory, victimCategory } from './lexicon-victims.ts'
import { isDeterminer, isPreposition, phraseStartingAt } from './mention.ts'
import type { Token } from './token.ts'

/** "civilians and disarmed militants": the end of a second noun of another category. */
function mixedWith(tokens: readonly Token[], at: number, category: VictimCategory): number | null {
  if (category === 'people' || category === 'mixed' || tokens[at]?.norm !== 'and') return null
  for (let i = at + 1; i < at + 4; i++) {
    const other = victimCategory(tokens[i]?.norm ?? '')
    if (tokens[i]?.kind !== 'word' || isDeterminer(tokens[i]!.norm)) return null
    if (other === null) continue
    const next = tokens[i + 1]
    const closed = next === undefined || next.kind === 'mark' || isPreposition(next.norm) || BE.has(next.norm)
    return closed && other !== category && other !== 'people' ? i + 1 : null
  }
  return null
}

/** The victims' words, and the category they state. */
export function victimsOf(
  scene: Scene,
  phrase: CountedPhrase,
  link: Link,
): { category: VictimCategory; at: Range | null } {
  const { tokens } = scene
  let [from, to] = phrase.words
  if (phrase.kind === 'none') {
    // "12 of them civilians", "745 of them were civilians", "the dead among security personnel at 231"
    if (phrase.partitive) {
      let i = phrase.to
      // "nine of the dead were children"
      if (tokens[i]?.norm === 'of' && isDeterminer(tokens[i + 1]?.norm ?? '')) i += 3
      while (i < tokens.length && (BE.has(tokens[i]!.norm) || ADVERBS.has(tokens[i]!.norm))) i++
      const start = i
      while (
        i < tokens.length &&
        i - start < 6 &&
        tokens[i]!.kind === 'word' &&
        (!isPreposition(tokens[i]!.norm) || (tokens[i]!.norm === 'of' && tokens[i - 1]!.norm === 'members')) &&
        !scene.harmAt.has(i)
      )
        i++
      const words = tokens.slice(start, i).map((token) => token.norm)
      if (words.some((word) => victimCategory(word) !== null) || phraseCategory(words) !== 'people')
        return { category: phraseCategory(words), at: [start, i] }
    }
    if (link.how.startsWith('toll')) {
      const between = tokens.slice(link.harm.from, phrase.number.from).map((token) => token.norm)
      if (
        between.some(
          (word) => victimCategory(word) !== null && word !== 'dead' && word !== 'injured' && word !== 'wounded',
        )
      )
        return { category: phraseCategory(between), at: null }
    }
    return { category: 'people', at: null }
  }
  const words = tokens.slice(from, to).map((token) => token.norm)
  // "members of the security forces"
  let extended = to
  if (
    tokens[to]?.norm === 'of' &&
    ['members', 'member', 'personnel', 'officers', 'soldiers'].includes(tokens[to - 1]?.norm ?? '')
  ) {
    const inner = phraseStartingAt(tokens, to + 1)
    if (inner !== null) extended = inner[1]
  }
  const category = phraseCategory(tokens.slice(from, extended).map((token) => token.norm))
  while (from < to - 1 && (words[from - phrase.words[0]] === 'of' || words[from - phrase.words[0]] === 'the')) from++
  to = extended
  const second = mixedWith(tokens, to, category)
  if (second !== null) return { category: 'mixed', at: [from, second] }
  // ", mostly Alawites"
  if (
    tokens[to]?.text === ',' &&
    ['mostly', 'mainly', 'nearly', 'primarily', 'largely', 'most', 'many', 'all', 'predominantly', 'almost'].includes(
      tokens[to + 1]?.norm ?? '',
    )
  ) {
    let i = to + 1
    while (
      i < tokens.length &&
      i - to < 9 &&
      tokens[i]!.kind === 'word' &&
      !BE.has(tokens[i]!.norm) &&
      !HAVE.has(tokens[i]!.norm)
    )
      i++
    return { category, at: [from, i] }
  }
  return { category, at: from < to ? [from, to] : null }
}
