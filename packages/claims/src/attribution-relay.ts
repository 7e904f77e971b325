/** Who relays a speaker's words: "told AFP", "in a statement carried by SANA". */
import type { Attribution } from './attribution.ts'
import { mentionOf, phraseStartingAt } from './mention.ts'
import type { Source } from './subject-phrase.ts'

/** Adds who relays: "told AFP", "in a statement carried by SANA", "X reported, citing Y". */
export function withRelays(source: Source, found: readonly Attribution[]): Attribution[] {
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
