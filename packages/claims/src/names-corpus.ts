/** The parties, perpetrators and places of one corpus, each spelling tied to one key. */
import type { Knowledge, NameRuling } from './knowledge.ts'
import type { ReadDocument } from './lineage-model.ts'
import { foldName, type NameTable, nameWords, type PrintedName, skeleton, tieNames } from './names.ts'

export interface CorpusNames {
  readonly parties: NameTable
  readonly perpetrators: NameTable
  readonly places: NameTable
}

/** Ties the names printed in the documents' figures and claims. Depends on the set of documents, not on its order. */
export function corpusNames(documents: readonly ReadDocument[], knowledge?: Knowledge): CorpusNames {
  const parties = new Map<string, number>()
  const perpetrators = new Map<string, number>()
  const places = new Map<string, number>()
  const add = (to: Map<string, number>, name: string | null) => {
    if (name !== null && name.trim() !== '') to.set(name, (to.get(name) ?? 0) + 1)
  }
  const acronyms = new Map<string, string>()
  for (const document of documents) {
    for (const figure of document.figures) {
      add(parties, figure.claimant)
      add(perpetrators, figure.perpetrator)
      add(places, figure.place)
    }
    for (const claim of document.claims) {
      add(parties, claim.speaker)
      add(parties, claim.target)
      add(parties, claim.addressee)
    }
    for (const [short, long] of acronymsIn(document.text)) if (!acronyms.has(short)) acronyms.set(short, long)
  }
  const printed = (names: Map<string, number>): PrintedName[] => [...names].map(([name, count]) => ({ name, count }))
  const ruled = (of: NameRuling['of']) => (knowledge?.names ?? []).filter((ruling) => ruling.of === of)
  return {
    parties: tieNames(printed(parties), knowledge?.parties ?? [], acronyms, ruled('party')),
    perpetrators: tieNames(printed(perpetrators), knowledge?.parties ?? [], acronyms, ruled('party')),
    places: tieNames(printed(places), knowledge?.places ?? [], new Map(), ruled('place')),
  }
}

const BRACKETED =
  /((?:\p{Lu}[\p{L}'’-]*\s+(?:(?:of|for|the|and|on|in|to|de|du|des)\s+){0,2}){1,7}\p{Lu}?[\p{L}'’-]*)\s?\((\p{Lu}{2,8})\)/gu

/** "Quiet Coast Observatory (QCO)" as qco and the words before it whose initials it has, as folded names. */
export function acronymsIn(text: string): readonly (readonly [string, string])[] {
  const found: [string, string][] = []
  for (const match of text.matchAll(BRACKETED)) {
    const short = foldName(match[2]!)
    const words = match[1]!.trim().split(/\s+/)
    for (let from = Math.max(0, words.length - short.length - 4); from < words.length; from++) {
      const long = words
        .slice(from)
        .join(' ')
        .replace(/^(?:the|an?)\s+/i, '')
      const initials = nameWords(long)
        .map((word) => word[0])
        .join('')
      if (initials === short) {
        found.push([short, long])
        break
      }
    }
  }
  return found
}

const FILLERS = new Set(
  `force group fighter militia troop soldier member gunmen men allied affiliated personnel faction unit region province
  city town village area district governorate country's countryside its their local several
  قوات مجموعات عناصر محافظه مدينه بلده قريه منطقه ريف`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

/**
 * Whether two descriptions of a party or a place can mean the same: one unknown, or the telling words of the one all
 * among those of the other ("security forces", "security forces and allied groups"). Inflections meet by their first
 * five letters.
 */
export function compatibleWords(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return true
  const first = tellingWords(a)
  const second = tellingWords(b)
  const [few, many] = first.size <= second.size ? [first, second] : [second, first]
  if (isArabic(a) !== isArabic(b)) {
    const bones = new Set([...many].map(skeleton))
    return [...few].every((word) => skeleton(word).length > 1 && bones.has(skeleton(word)))
  }
  const heads = new Set([...many].map((word) => word.slice(0, 5)))
  for (const word of few) if (!heads.has(word.slice(0, 5))) return false
  return true
}

export const isArabic = (text: string) => /[\u0620-\u064a]/u.test(text)

/** The words of a description that are no fillers ("forces", "village"); all of them where there are no others. */
export function tellingWords(description: string): ReadonlySet<string> {
  const words = nameWords(description)
  const telling = words.filter((word) => !FILLERS.has(word))
  return new Set(telling.length > 0 ? telling : words)
}
