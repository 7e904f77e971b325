/** Places as lists write them, tied to the case's own gazetteer; what it does not hold stays as written. */
import type { Place } from '@corroborate/claims'
import { foldText } from '../storage/search-text.ts'

export interface PlaceNames {
  /** Key by which two written places are one, and the name it is shown under. Null where none is stated. */
  of(written: string | null): { readonly key: string; readonly name: string; readonly place: Place | null } | null
}

/** A name of the gazetteer that stands inside what is written counts too: "Namrosh market" is in Namrosh. */
export function placeNames(gazetteer: readonly Place[]): PlaceNames {
  const named = gazetteer
    .flatMap((place) => [place.name, ...place.aliases].map((name) => ({ words: wordsOf(name), place })))
    .filter(({ words }) => words.trim() !== '')
    .sort((a, b) => b.words.length - a.words.length)
  const known = new Map<string, { key: string; name: string; place: Place | null }>()
  return {
    of(written) {
      if (written === null || written.trim() === '') return null
      const words = wordsOf(written)
      let found = known.get(words)
      if (found === undefined) {
        const place = named.find((one) => words.includes(one.words))?.place ?? null
        found =
          place === null ? { key: words.trim(), name: written, place } : { key: place.id, name: place.name, place }
        known.set(words, found)
      }
      return found
    },
  }
}

function wordsOf(text: string): string {
  return ` ${(foldText(text).folded.match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')} `
}
