/** The language of a text, from its words, with a guard where they are too few to tell. */

/** Fewer letters than this and only the script speaks, and only where one language we read owns it. */
const ENOUGH_LETTERS = 24
const SAMPLE = 20_000

/** Letters that only one of the languages in Arabic script writes. */
const SORANI = /[ڕڵۆێەڤ]/gu
const PERSIAN = /[پچژگک]|ی(?!\p{L})/gu
const URDU = /[ٹڈڑںےہھ]/gu
const ARABIC_ONLY = /[ةأإىؤئ]|(?<!\p{L})ال/gu

/** BCP 47 primary subtag, or null where the text is too short, too mixed or in no language we can tell. */
export async function languageOf(text: string): Promise<string | null> {
  const sample = text.slice(0, SAMPLE)
  const letters = count(sample, /\p{L}/gu)
  if (letters === 0) return null
  const arabicScript = count(sample, /\p{Script=Arabic}/gu)
  if (arabicScript * 2 > letters) return inArabicScript(sample, arabicScript)
  if (letters < ENOUGH_LETTERS) return null
  return guessed(sample)
}

async function inArabicScript(sample: string, letters: number): Promise<string | null> {
  if (letters < 8) return null
  const sorani = count(sample, SORANI)
  const persian = count(sample, PERSIAN)
  const urdu = count(sample, URDU)
  if (urdu * 12 > letters) return 'ur'
  if (sorani * 12 > letters) return 'ku'
  if (persian * 30 > letters && persian > count(sample, ARABIC_ONLY)) return 'fa'
  if (letters < ENOUGH_LETTERS && persian + sorani + urdu > 0) return null
  const found = await guessed(sample)
  if (found !== null && ['ar', 'fa', 'ku', 'ur'].includes(found)) return found
  return count(sample, ARABIC_ONLY) > persian ? 'ar' : null
}

/** What the detector is sure of. Its tables take a quarter of a second to load: only where there is a text to tell. */
async function guessed(sample: string): Promise<string | null> {
  const { eld } = await import('eld/small')
  const found = eld.detect(sample)
  return found.language !== '' && found.isReliable() ? found.language : null
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
